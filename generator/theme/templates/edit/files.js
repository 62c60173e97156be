// The report's own two ways of reading and writing a file, for the form editor. Files are written
// as `annual-report fmt` writes them; tests hold the two to the same bytes.

import { parse, stringify } from "./yaml/index.js";
import {
  NOT_SAVED, flags, lists, maps, milestoneTitle, needs, placeOf, published, taken, titleOf, updates,
} from "./report.js";

const MISSING = "_missing";
const FRONT_MATTER = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
export const NORMAL_FORM = {
  defaultStringType: "QUOTE_DOUBLE",
  defaultKeyType: "PLAIN",
  lineWidth: 0,
};

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.keys(value).length === 0);

// A form has one widget for a value and one for why it is missing; a file has one key for both.
export function opened(value) {
  if (Array.isArray(value)) return value.map(opened);
  if (!isRecord(value)) return value;
  if (typeof value.id === "string") published.add(value.id);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
    if (maps.includes(key) && isRecord(inner)) return [key, listed(inner)];
    return [isRecord(inner) && "missing" in inner ? key + MISSING : key, opened(inner)];
  }));
}

function listed(map) {
  return Object.entries(map).map(([id, inner]) => {
    published.add(id);
    return { id, ...opened(inner) };
  });
}

const mapped = (list) => new Map(list.map(({ id, ...inner }) => [id, closed(inner)]));

export function closed(value) {
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

// Which forms show an update: "reported" or "compiled", and its milestone or "between milestones".
const formOf = ({ basis, milestone }) =>
  (basis === "reported" ? "reported " : "compiled ") + (DAY.test(milestone) ? "between milestones" : milestone);

export function fromMarkdown(text) {
  const [, front, body = ""] = text.match(FRONT_MATTER) ?? [];
  if (front === undefined) throw new Error("This file has no front matter between two lines ---.");
  const read = parse(front);
  const record = { new_here: "", ...opened(read), body };
  if (typeof record.subject === "string") {
    // In a form the word before the colon is apart, because the file is named by the rest.
    const [kind, id = kind] = record.subject.split(":");
    Object.assign(record, { subject_kind: kind, subject: id });
  }
  if (record.initiative) record.form = formOf(record);
  const place = placeOf(record);
  if (place) taken.set(place, { draft: taken.get(place)?.draft ?? "", read });
  return record;
}

// So worded, the editor shows the message; forms.js takes away what it says itself.
function refuse(message) {
  throw new Error("saving_failed", { cause: new Error(`${message} ${NOT_SAVED}`) });
}

// What a form does not ask follows from the report, and from the other answers.
function completed(front, draft) {
  const known = updates.initiatives[front.initiative] ?? {};
  if (draft && updates.status[front.status]?.closed) {
    // No forecast is made of what has ended, and the form asks for none.
    Object.assign(front, { confidence: "not_assessed", confidence_reason: "", ask: null });
  }
  if (isEmpty(front.as_of) && isEmpty(front.as_of_missing)) front.as_of = front.milestone;
  if (front.basis === "reported") {
    if (isEmpty(front.author)) front.author = known.author;
    if (isEmpty(front.phase)) front.phase = known.phase ?? "not_assessed";
    if (needs(front).includes("confidence_reason") && isEmpty(front.confidence_by)) {
      front.confidence_by = known.by;
    }
  }
  // Nothing is entered before the day of which it speaks.
  const first = `${front.as_of}`.match(/^\d{4}(-\d\d)?(-\d\d)?/)?.[0] ?? "";
  const day = first + "0000-01-01".slice(first.length);
  if (draft && first && front.recorded < day) front.recorded = day;
}

// The check would refuse it later, where whoever filled in the form may not look.
function refuseLacking(front) {
  if (front.basis === "official") return;
  const asked = [...(front.basis === "compiled" ? ["reason"] : updates.always), ...needs(front)];
  const lacking = [...new Set(asked)].filter(
    (name) => isEmpty(front[name]) && isEmpty(front[name + MISSING]),
  );
  if (!lacking.length) return;
  const fields = lacking.map((name) => `“${updates.fields[name].label}”`).join(" and ");
  const { [front.status]: status } = updates.status;
  const { [front.confidence]: confidence } = updates.confidence;
  const chosen = [status, confidence].filter((state) => state?.needs.some((n) => lacking.includes(n)));
  const because = chosen.length
    ? chosen.map(({ label }) => `“${label}”`).join(" and ")
    : `what is ${front.basis}`;
  refuse(`Please fill in ${fields}: needed with ${because}. Then save again.`);
}

function inOrder(record, order) {
  const rank = (key) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => rank(a) - rank(b)));
}

export function toMarkdown({ body = "", new_here: draft, subject_kind: kind, form, ...front }) {
  const place = placeOf(front);
  const there = taken.get(place);
  if (draft && (there?.draft ?? draft) !== draft) {
    refuse(front.initiative
      ? `“${titleOf(front.initiative)}” already has an update for “${milestoneTitle(front.milestone)}”, ` +
        "and there is one for each. Open that one in the list and change it."
      : `There is already one: ${place}. It was left as it is; open that one instead.`);
  }
  if (place && !draft && !there) {
    refuse("Which record it is cannot be changed once it is published: others refer to it.");
  }
  if (front.initiative) {
    completed(front, draft);
    refuseLacking(front);
    // Fields that a form does not show come after the others, and in no order of their own.
    const ideas = there?.read?.ideas ? inOrder(front.ideas ?? {}, Object.keys(there.read.ideas)) : front.ideas;
    front = inOrder({ ...front, ideas }, updates.order);
  }
  if (place) taken.set(place, { draft: draft || there?.draft || "", read: there?.read });
  if (kind && kind !== front.subject) front.subject = `${kind}:${front.subject}`;
  return `---\n${stringify(closed(front), NORMAL_FORM)}---\n${body}`;
}
