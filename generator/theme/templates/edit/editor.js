// The form editor's page: the report's own ways of reading and writing files, and what is due.

import { parse, stringify } from "./yaml/index.js";
import { NORMAL_FORM, closed, fromMarkdown, opened, toMarkdown } from "./files.js";
import { updates } from "./report.js";
import { watchForms } from "./forms.js";
import { showDue } from "./due.js";

showDue();
watchForms();

window.CMS_MANUAL_INIT = true;
await import("./sveltia-cms.js");
const answer = await fetch("config.json");
// The day of entry is the day on which somebody enters something, never before the report's own.
const today = [new Date().toLocaleDateString("sv"), updates.day].sort().at(-1);
const config = JSON.parse((await answer.text()).replaceAll("{{today}}", today));
window.CMS.registerCustomFormat("report-yaml", "yml", {
  fromFile: (text) => opened(parse(text)),
  toFile: (record) => stringify(closed(record), NORMAL_FORM),
});
window.CMS.registerCustomFormat("report-frontmatter", "md", {
  fromFile: fromMarkdown,
  toFile: toMarkdown,
});
window.CMS.init({ config });
