// Search, on its own page and in a dialog of every other: one form, which that page holds. The
// dialog is there while it is open and no longer.

import { addressOf, openIndex } from "./search-index.js";

const PAGE = 10;
const PAUSE = 150; // milliseconds without a key after which the words are looked for

function item({ meta, raw_url: address }) {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.href = addressOf({ raw_url: address });
  link.textContent = meta.title;
  made.append(link);
  if (meta.snippet) {
    const said = document.createElement("p");
    said.textContent = meta.snippet;
    made.append(said);
  }
  return made;
}

class Search {
  constructor(part) {
    this.part = part;
    this.field = part.querySelector("input");
    this.count = part.querySelector("[role=status]");
    this.list = part.querySelector("ol");
    this.more = part.querySelector("[data-more]");
    this.index = openIndex(part.dataset.smallWords).catch(() => null);
    this.found = [];
    this.turn = 0;
    this.field.addEventListener("input", () => this.later());
    part.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.now();
    });
    this.more.addEventListener("click", () => this.show());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    clearTimeout(this.timer);
    const turn = ++this.turn;
    const typed = this.field.value.trim();
    this.part.dispatchEvent(new CustomEvent("words", { detail: typed }));
    const index = await this.index;
    const answer = index && typed ? await index.find(typed) : { results: [], taken: new Map() };
    if (turn !== this.turn) {
      return;
    }
    this.found = answer.results;
    this.list.replaceChildren();
    await this.show();
    this.count.textContent = typed ? this.told(index, answer.taken) : "";
  }

  told(index, taken) {
    const said = this.part.dataset;
    if (!index) {
      return said.noIndex;
    }
    if (!this.found.length) {
      return said.none;
    }
    const number = this.found.length.toLocaleString(document.documentElement.lang);
    const words = [...taken].map(([typed, word]) =>
      said.taken.replace("{typed}", () => typed).replace("{word}", () => word));
    return [...words, said.found.replace("{count}", () => number)].join(" ");
  }

  async show() {
    const turn = this.turn;
    const shown = this.list.children.length;
    const next = await Promise.all(
      this.found.slice(shown, shown + PAGE).map((result) => result.data()),
    );
    if (turn !== this.turn) {
      return;
    }
    // What did not come over the line is null; the others are shown all the same.
    this.list.append(...next.filter(Boolean).map(item));
    this.more.hidden = shown + PAGE >= this.found.length;
    if (shown) {
      this.list.children[shown]?.querySelector("a").focus();
    }
  }
}

// On the page of search: the words are in the address, so that a search can be shared.
export function start(part) {
  const search = new Search(part);
  part.hidden = false;
  search.field.value = new URLSearchParams(location.search).get("words") ?? "";
  part.addEventListener("words", ({ detail: words }) => {
    const asked = words ? `?${new URLSearchParams({ words })}` : "";
    history.replaceState(null, "", location.pathname + asked);
  });
  search.now();
}

// Over any other page: the form of the page of search. Raises where that page cannot be had.
export async function open(address, button) {
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = document.adoptNode(page.querySelector(".r-search"));
  const dialog = document.createElement("dialog");
  dialog.className = "r-search-dialog r-content";
  dialog.setAttribute("aria-label", button.textContent.trim());
  const close = part.querySelector("[data-close]");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    button.focus();
  });
  part.hidden = close.hidden = false;
  dialog.append(part);
  document.body.append(dialog);
  dialog.showModal();
  new Search(part).field.focus();
}
