// The form editor's page: the report's own ways of reading and writing files, and what is due.

import { parse, stringify } from "./yaml/index.js";
import { NORMAL_FORM, closed, fromMarkdown, opened, toMarkdown } from "./files.js";
import { watchForms } from "./forms.js";
import { showDue } from "./due.js";

showDue();
watchForms();

window.CMS_MANUAL_INIT = true;
await import("./sveltia-cms.js");
const answer = await fetch("config.json");
const config = await answer.json();
window.CMS.registerCustomFormat("report-yaml", "yml", {
  fromFile: (text) => opened(parse(text)),
  toFile: (record) => stringify(closed(record), NORMAL_FORM),
});
window.CMS.registerCustomFormat("report-frontmatter", "md", {
  fromFile: fromMarkdown,
  toFile: toMarkdown,
});
window.CMS.init({ config });
