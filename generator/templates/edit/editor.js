// The report's own two ways of reading and writing a file, for the form editor. Files are written
// as `annual-report fmt` writes them; tests hold the two to the same bytes.

import { parse, stringify } from "./yaml/index.js";

const MISSING = "_missing";
const FRONT_MATTER = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/;
const NORMAL_FORM = {
  defaultStringType: "QUOTE_DOUBLE",
  defaultKeyType: "PLAIN",
  lineWidth: 0,
};
// Keys that are written only where they are true, and lists that are written even if empty.
const { flags, lists } = JSON.parse(document.getElementById("writing").textContent);

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

// A form has one widget for a value and one for why it is missing; a file has one key for both.
function opened(value) {
  if (Array.isArray(value)) return value.map(opened);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    isRecord(inner) && "missing" in inner ? key + MISSING : key,
    opened(inner),
  ]));
}

function closed(value) {
  if (Array.isArray(value)) return value.map(closed);
  if (!isRecord(value)) return value;
  const record = {};
  for (const [key, inner] of Object.entries(value)) {
    const written = closed(inner);
    const said = lists.includes(key) && Array.isArray(written) && isEmpty(value[key + MISSING]);
    if ((isEmpty(written) && !said) || (flags.includes(key) && written === false)) continue;
    const plain = key.endsWith(MISSING) ? key.slice(0, -MISSING.length) : key;
    // With both filled in, the second keeps its own name, which `annual-report check` refuses.
    record[plain in record ? key : plain] = written;
  }
  return record;
}

function fromMarkdown(text) {
  const [, front, body = ""] = text.match(FRONT_MATTER) ?? [];
  if (front === undefined) throw new Error("This file has no front matter between two lines ---.");
  return { ...opened(parse(front)), body };
}

function toMarkdown({ body = "", ...front }) {
  return `---\n${stringify(closed(front), NORMAL_FORM)}---\n${body}`;
}

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
