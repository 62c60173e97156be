// The search of large sites. Its index lies in chunks, of which only those with the words are
// fetched; nothing leaves this site. The words stand in the address, so that a search can be shared.

const root = new URL("../../", document.currentScript.src);
const form = document.getElementById("find");
const box = document.getElementById("find-words");
const count = document.getElementById("find-count");
const list = document.getElementById("found");
const more = document.getElementById("find-more");
const PAGE = 10;
const PARTS = 3;
let found = [];
let shown = 0;
let asked = 0;

async function open() {
  try {
    const index = await import(new URL("pagefind/pagefind.js", root));
    await index.init();
    return index;
  } catch {
    return null;
  }
}

const index = open();

// Excerpts arrive as HTML with marks; only their text and the marks are taken over.
function marked(html) {
  const made = document.createElement("p");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    const piece = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    piece.textContent = node.textContent;
    made.append(piece);
  }
  return made;
}

function link(address, anchor, text) {
  const made = document.createElement("a");
  made.href = new URL(address.replace(/^\//, ""), root) + (anchor ? `#${anchor}` : "");
  made.textContent = text;
  return made;
}

function item({ raw_url: address, meta, excerpt, sub_results: parts }) {
  const made = document.createElement("li");
  made.append(link(address, "", meta.title), marked(excerpt));
  const sections = parts.filter((part) => part.anchor && part.title !== meta.title).slice(0, PARTS);
  if (sections.length) {
    const inner = document.createElement("ul");
    for (const part of sections) {
      const entry = document.createElement("li");
      entry.append(link(address, part.anchor.id, part.title));
      inner.append(entry);
    }
    made.append(inner);
  }
  return made;
}

async function showMore() {
  const turn = asked;
  const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
  if (turn !== asked) {
    return;
  }
  const first = shown;
  list.append(...next.map(item));
  shown += next.length;
  more.hidden = shown >= found.length;
  if (first) {
    list.children[first].querySelector("a").focus();
  }
}

function say(words) {
  count.textContent = words;
}

async function search() {
  const words = box.value.trim();
  const turn = ++asked;
  const address = location.pathname + (words ? `?${new URLSearchParams({ words })}` : "");
  history.replaceState(null, "", address);
  if (!words) {
    list.replaceChildren();
    more.hidden = true;
    say("");
    return;
  }
  const ready = await index;
  if (!ready) {
    say(form.dataset.noIndex);
    return;
  }
  const answer = await ready.debouncedSearch(words, {}, 200);
  if (answer === null || turn !== asked) {
    return;
  }
  found = answer.results;
  shown = 0;
  list.replaceChildren();
  await showMore();
  const number = found.length.toLocaleString(document.documentElement.lang);
  say(found.length ? form.dataset.found.replace("{count}", number) : form.dataset.none);
}

box.value = new URLSearchParams(location.search).get("words") ?? "";
box.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
more.querySelector("button").addEventListener("click", showMore);
form.hidden = false;
search();
