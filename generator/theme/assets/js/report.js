// Small comforts; every page works without them.

const root = document.documentElement;
const labels = document.querySelector("[data-table]").dataset;
const wide = matchMedia("(min-width: 60em)");
const dark = matchMedia("(prefers-color-scheme: dark)");

// The palette: what the reader chose, which is kept, else what the system says.
function isDark() {
  const chosen = root.dataset.mdColorScheme;
  return chosen ? chosen === "slate" : dark.matches;
}

function choosePalette() {
  root.dataset.mdColorScheme = isDark() ? "default" : "slate";
  try {
    localStorage.setItem("palette", root.dataset.mdColorScheme);
  } catch {
    // Where nothing may be kept, the choice is for this page.
  }
  showPalette();
}

function showPalette() {
  document.querySelector(".r-theme-toggle")?.setAttribute("aria-pressed", String(isDark()));
}

// A quiet link beside each heading and each table's caption, for the mouse alone: the list of contents
// has those of headings. A caption names the region of its table too, and stays its words alone there.
function linkHeadings() {
  for (const heading of document.querySelectorAll("article :is(h2, h3, h4, caption)[id]")) {
    const link = document.createElement("a");
    link.className = "r-heading-link";
    link.href = `#${heading.id}`;
    link.tabIndex = -1;
    link.textContent = "#";
    link.setAttribute("aria-label", labels.heading.replace("{name}", () => heading.textContent.trim()));
    if (heading.matches("caption")) {
      link.setAttribute("aria-hidden", "true");
    }
    heading.append(link);
  }
}

// A wide table of running text scrolls in a box that a keyboard can reach, named by its heading.
function boxTables() {
  let heading = document.title;
  for (const element of document.querySelectorAll("article :is(h1, h2, h3, table:not([class]))")) {
    if (element.matches("table")) {
      const box = document.createElement("div");
      box.className = "r-table";
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", labels.table.replace("{name}", () => heading));
      element.replaceWith(box);
      box.append(element);
    } else {
      heading = element.textContent.trim() || heading;
    }
  }
}

// Contents: open beside the text, folded above it; the part that is read is marked.
function showContents() {
  const contents = document.querySelector(".r-toc details");
  if (contents) {
    const isBeside = wide.matches && !contents.closest(".r-main--wide");
    contents.open = isBeside;
    contents.querySelector("summary").tabIndex = isBeside ? -1 : 0;
  }
}

function markContents() {
  const links = new Map();
  for (const link of document.querySelectorAll(".r-toc a[href^='#']")) {
    links.set(document.getElementById(decodeURIComponent(link.hash.slice(1))), link);
  }
  const seen = new IntersectionObserver(
    (entries) => {
      const here = entries.find((entry) => entry.isIntersecting);
      if (here) {
        document.querySelector(".r-toc [aria-current]")?.removeAttribute("aria-current");
        links.get(here.target).setAttribute("aria-current", "true");
      }
    },
    { rootMargin: "0px 0px -75%" },
  );
  for (const heading of links.keys()) {
    if (heading) {
      seen.observe(heading);
    }
  }
}

// What a link leads to is unfolded, and so is everything on paper.
function unfoldTarget() {
  const target = document.querySelector(":target");
  let folded = target?.closest("details:not([open])");
  while (folded) {
    folded.open = true;
    folded = folded.closest("details:not([open])");
    target.scrollIntoView();
  }
}

function unfoldForPaper() {
  const folded = [...document.querySelectorAll("article details:not([open])")];
  const set = (open) => folded.forEach((one) => (one.open = open));
  set(true);
  addEventListener("afterprint", () => set(false), { once: true });
}

function closeOnEscape(event) {
  const menu = document.querySelector(":is(.r-menu, .r-toc details)[open]");
  const isBeside = menu?.closest(".r-main:not(.r-main--wide)") && wide.matches;
  if (event.key === "Escape" && menu && !isBeside) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

// Search comes once it is asked for. Without script its button is a link to the page of search.
const searchScript = new URL("search.js", document.currentScript.src);

function offerSearch(link) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);
  button.addEventListener("click", async () => {
    const field = document.querySelector("article .r-search input");
    if (field) {
      field.focus();
      return;
    }
    try {
      const search = await import(searchScript);
      await search.open(link.href, button);
    } catch {
      location.assign(link.href);
    }
  });
}

const searchLink = document.querySelector("a[data-search]");
const searchPart = document.querySelector("article .r-search");
if (searchLink) {
  offerSearch(searchLink);
}
if (searchPart) {
  import(searchScript).then((search) => search.start(searchPart));
}

boxTables();
markContents();
linkHeadings();
showPalette();
showContents();
unfoldTarget();
document.querySelector(".r-theme-toggle")?.addEventListener("click", choosePalette);
dark.addEventListener("change", showPalette);
wide.addEventListener("change", showContents);
document.addEventListener("keydown", closeOnEscape);
addEventListener("hashchange", unfoldTarget);
addEventListener("beforeprint", unfoldForPaper);
