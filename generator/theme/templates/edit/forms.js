// What the form editor's own forms do not do by themselves. It has no other way in: its page is
// watched, and what it draws is put right.

import { NOT_SAVED, milestoneTitle, needs, published, taken, titleOf, updates } from "./report.js";

const OF_UPDATE =
  /^#\/collections\/(?:updates-(?<at>[^/?]+)|(?<form>off-cycle|records(?:-between)?))\/(?:new|entries\/(?<path>[^?]+))/;
const ONLY_IF_NEEDED = ["reason", "actual_on", "continues_in", "confidence_reason"];
const WHILE_OPEN = ["ask", "confidence"];

// What was there when the form was opened: the one that it has just saved is no second one.
let before = new Set();

const field = (name) => document.querySelector(`section[data-key-path="${name}"]`);
const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

export function watchForms() {
  new MutationObserver(putRight).observe(document.body, {
    attributeFilter: ["aria-checked", "aria-label", "aria-labelledby"],
    characterData: true,
    childList: true,
    subtree: true,
  });
  addEventListener("hashchange", () => {
    before = new Set(taken.values());
    putRight();
  });
  addEventListener("keydown", chooseWhatIsShown, true);
  addEventListener("keydown", keepLockedChoice, true);
  addEventListener("click", askBeforeRemoving, true);
}

function putRight() {
  nameAsSeen();
  lockIds();
  sayWhatIsWrong();
  const form = location.hash.match(OF_UPDATE)?.groups;
  const chosen = form && answers(form);
  if (form?.path) lockChoice("initiative");
  if (chosen && !form.form?.startsWith("records")) askWhatIsNeeded(chosen);
  tell(form?.path ? undefined : chosen);
}

// The editor names some things otherwise than it shows them, so that nobody can call them by voice.
function nameAsSeen() {
  for (const item of document.querySelectorAll("[role=treeitem][aria-labelledby]")) {
    item.removeAttribute("aria-labelledby");
  }
  for (const button of document.querySelectorAll("button[aria-label][aria-haspopup=menu]")) {
    const shown = button.cloneNode(true);
    for (const icon of shown.querySelectorAll(".icon, [aria-hidden=true]")) icon.remove();
    const name = button.getAttribute("aria-label");
    if (!name.includes(words(shown))) button.setAttribute("aria-label", `${words(shown)}: ${name}`);
  }
}

// The editor takes each refusal for a failure of its own, and says that one should try again later.
function sayWhatIsWrong() {
  for (const said of document.querySelectorAll("dialog .body > .error")) {
    if (!said.textContent.endsWith(NOT_SAVED)) continue;
    for (const node of said.parentElement.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim()) node.data = " ";
    }
    const title = said.closest("dialog").querySelector(".title");
    if (title.textContent !== "Not saved yet") title.textContent = "Not saved yet";
  }
}

// An id that is in a file stays: other records, addresses and frozen editions name it. Where a
// field is first seen empty, its record is being begun, and the id may be typed and corrected.
const seen = new WeakSet();

function lockIds() {
  const ids = 'section[data-key-path="id"] input, section[data-key-path$=".id"] input';
  for (const box of document.querySelectorAll(ids)) {
    if (seen.has(box)) continue;
    seen.add(box);
    if (!published.has(box.value)) continue;
    box.readOnly = true;
    box.setAttribute("aria-readonly", "true");
    box.title = "This id is published; other records refer to it, so it stays as it is.";
  }
}

// Which initiative an update is about stays too: its file is named by it.
function lockChoice(name) {
  const box = field(name)?.querySelector("[role=combobox]");
  if (box && box.getAttribute("aria-readonly") !== "true") box.setAttribute("aria-readonly", "true");
}

// What is chosen in the form that is open. What the editor does not draw just then is remembered.
let last = { place: "" };

function answers({ at, path }) {
  const place = location.hash.split("?")[0];
  if (last.place !== place) last = { place };
  for (const [name, rows] of Object.entries({
    initiative: updates.initiatives, status: updates.status, confidence: updates.confidence,
  })) {
    const shown = shownIn(name);
    if (shown === undefined) continue;
    const found = Object.entries(rows).find(([key, row]) => {
      const label = (row.title ?? row.label).replace(/\s+/g, " ").trim();
      return shown === key || shown === label;
    });
    last[name] = found?.[0];
  }
  last.milestone = at ?? milestoneShown();
  const [milestone, initiative] = path?.split("/") ?? [];
  last.held = taken.get(`${initiative}, ${milestone}`)?.read ?? {};
  return last;
}

// The key of a round button that is set, or the words of a list that opens; undefined if not drawn.
function shownIn(name) {
  const part = field(name);
  const box = part?.querySelector("[role=combobox] .label");
  if (box) return words(box);
  const buttons = part?.querySelector("[role=radiogroup]");
  return buttons ? buttons.querySelector("[aria-checked=true]")?.dataset.value ?? "" : undefined;
}

function milestoneShown() {
  const typed = field("milestone")?.querySelector("input")?.value;
  const shown = shownIn("milestone");
  return typed || Object.keys(updates.offered).find((id) => updates.offered[id] === shown);
}

function askWhatIsNeeded(chosen) {
  const needed = needs(chosen);
  const show = (name, is) => field(name)?.toggleAttribute("hidden", !(is || name in chosen.held));
  for (const name of ONLY_IF_NEEDED) show(name, needed.includes(name));
  for (const name of WHILE_OPEN) show(name, !updates.status[chosen.status]?.closed);
  const reporter = updates.initiatives[chosen.initiative]?.author;
  field("author")?.toggleAttribute("hidden", !chosen.initiative || Boolean(reporter ?? chosen.held.author));
  for (const name of [...ONLY_IF_NEEDED, "ask"]) {
    field(name)?.classList.toggle("needed-now", needed.includes(name));
  }
}

// A second update is told as soon as the initiative is chosen; saving would refuse it.
function tell(chosen) {
  const box = document.getElementById("told");
  const { initiative, milestone } = chosen ?? {};
  const there = initiative && taken.get(`${initiative}, ${milestone}`);
  const key = there && (there.read || before.has(there)) ? `${initiative}, ${milestone}` : "";
  if (box.dataset.of === key || (!key && !box.dataset.of)) return;
  box.dataset.of = key;
  box.replaceChildren();
  if (!key) return;
  const link = document.createElement("a");
  link.href = there.read?.basis === "reported" && milestone in updates.milestones
    ? `#/collections/updates-${milestone}/entries/${milestone}/${initiative}`
    : `#/collections/records/entries/${milestone}/${initiative}`;
  link.textContent = "Open it and change it";
  box.append(
    `“${titleOf(initiative)}” already has an update for “${milestoneTitle(milestone)}”. `, link,
    "; a second one is not saved.",
  );
}

// Keyboard choice in a list with a filter. The list marks each option that was ever the first of
// what the filter left, keeps the marks of those that the filter hides later, and Enter takes the
// first that is marked: another than is shown. Here Enter takes the one that is shown as reached, or
// the only one that is left.
function chooseWhatIsShown(event) {
  if (event.key !== "Enter" || !event.isTrusted) return;
  const list = event.target.closest?.(".combobox-inner")?.querySelector("[role=listbox]");
  if (!list) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const options = [...list.querySelectorAll("[role=option]")];
  const left = options.filter((option) => option.getClientRects().length);
  const reached = document.getElementById(list.getAttribute("aria-activedescendant"));
  const meant = left.includes(reached) ? reached : left.length === 1 && left[0];
  if (!meant) return;
  for (const option of options.filter((one) => one !== meant)) {
    option.classList.remove("focused");
    option.dispatchEvent(new CustomEvent("Change", { detail: { selected: false } }));
  }
  meant.click();
}

// A list that is locked does not open; typing would choose in it all the same.
function keepLockedChoice(event) {
  if (event.key === "Tab" || !event.target.matches?.("[role=combobox][aria-readonly=true]")) return;
  event.stopImmediatePropagation();
}

// Removing a record from a list may leave others that refer to it behind.
function askBeforeRemoving(event) {
  const button = event.target.closest?.(".item > .header .end > button");
  if (!button || words(button.querySelector(".icon")) !== "close") return;
  const item = button.closest(".item");
  const typed = item.querySelector('input[type=text], textarea')?.value;
  const name = typed || words(item.querySelector(".item-body")) || "this item";
  const of = words(item.closest("section")?.querySelector("header h4"));
  const question = `Remove “${name.slice(0, 80)}” from ${of}? Records that refer to it would be in error. ` +
    "Nothing is written until you save.";
  if (confirm(question)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
