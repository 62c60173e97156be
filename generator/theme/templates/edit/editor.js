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
// Keys written only where they are true, lists written even if empty, and keys below which editors
// write ids of their own: in a form these are lists whose items have an id.
const { flags, lists, maps } = JSON.parse(document.getElementById("writing").textContent);

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

// A form has one widget for a value and one for why it is missing; a file has one key for both.
function opened(value) {
  if (Array.isArray(value)) return value.map(opened);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (maps.includes(key) && isRecord(inner)) return [key, listed(inner)];
    return [isRecord(inner) && "missing" in inner ? key + MISSING : key, opened(inner)];
  }));
}

const listed = (map) => Object.entries(map).map(([id, inner]) => ({ id, ...opened(inner) }));
const mapped = (list) => new Map(list.map(({ id, ...inner }) => [id, closed(inner)]));

function closed(value) {
  if (Array.isArray(value)) return value.map(closed);
  if (!isRecord(value)) return value;
  const record = {};
  for (const [key, inner] of Object.entries(value)) {
    if (maps.includes(key) && Array.isArray(inner) && inner.length) {
      record[key] = mapped(inner);
      continue;
    }
    const written = closed(inner);
    const said = lists.includes(key) && Array.isArray(written) && isEmpty(value[key + MISSING]);
    if ((isEmpty(written) && !said) || (flags.includes(key) && written === false)) continue;
    const plain = key.endsWith(MISSING) ? key.slice(0, -MISSING.length) : key;
    // With both filled in, the second keeps its own name, which `annual-report check` refuses.
    record[plain in record ? key : plain] = written;
  }
  return record;
}

// Updates and evaluations by their place, with the draft that made them in this session. The form
// editor tells files of one folder apart by name; those of many folders it would write over.
const taken = new Map();
const placeOf = ({ milestone, initiative, year, subject }) =>
  initiative ? `${initiative}, ${milestone}` : subject && `${subject}, ${year}`;

function fromMarkdown(text) {
  const [, front, body = ""] = text.match(FRONT_MATTER) ?? [];
  if (front === undefined) throw new Error("This file has no front matter between two lines ---.");
  const record = { new_here: "", ...opened(parse(front)), body };
  if (typeof record.subject === "string") {
    // In a form the word before the colon is apart, because the file is named by the rest.
    const [kind, id = kind] = record.subject.split(":");
    Object.assign(record, { subject_kind: kind, subject: id });
  }
  if (placeOf(record)) taken.set(placeOf(record), "");
  return record;
}

function toMarkdown({ body = "", new_here: draft, subject_kind: kind, ...front }) {
  const place = placeOf(front);
  if (draft) {
    if ((taken.get(place) ?? draft) !== draft) {
      const message = `There is already one: ${place}. It was left as it is; open that one instead.`;
      // So worded, the editor shows the message.
      throw new Error("saving_failed", { cause: new Error(message) });
    }
    taken.set(place, draft);
  }
  if (kind && kind !== front.subject) front.subject = `${kind}:${front.subject}`;
  return `---\n${stringify(closed(front), NORMAL_FORM)}---\n${body}`;
}

// The editor names some things otherwise than it shows them, so that nobody can call them by voice.
function nameAsSeen() {
  for (const item of document.querySelectorAll("[role=treeitem][aria-labelledby]")) {
    item.removeAttribute("aria-labelledby");
  }
  for (const button of document.querySelectorAll("button[aria-label][aria-haspopup=menu]")) {
    const shown = button.cloneNode(true);
    for (const icon of shown.querySelectorAll(".icon, [aria-hidden=true]")) icon.remove();
    const words = shown.textContent.trim();
    const name = button.getAttribute("aria-label");
    if (!name.includes(words)) button.setAttribute("aria-label", `${words}: ${name}`);
  }
}
new MutationObserver(nameAsSeen).observe(document.body, {
  attributeFilter: ["aria-label", "aria-labelledby"],
  childList: true,
  subtree: true,
});

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
