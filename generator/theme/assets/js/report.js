// Small comforts; every page works without them.

// The theme's own script wraps tables of running text in a box that scrolls sideways, which a
// keyboard cannot reach. Give each such box focus and the name of the heading it stands under.
function nameScrollBoxes() {
  const named = document.querySelector("[data-table]").dataset.table;
  let heading = document.title;
  for (const element of document.querySelectorAll("article :is(h1, h2, h3, .md-typeset__scrollwrap)")) {
    if (element.matches("h1, h2, h3")) {
      heading = element.firstChild?.textContent.trim() || heading;
    } else {
      element.tabIndex = 0;
      element.setAttribute("role", "region");
      element.setAttribute("aria-label", named.replace("{name}", () => heading));
    }
  }
}

function closeMenuOnEscape(event) {
  const menu = document.querySelector(".r-menu[open]");
  if (event.key === "Escape" && menu) {
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

document.addEventListener("keydown", closeMenuOnEscape);
if (window.document$) {
  window.document$.subscribe(nameScrollBoxes);
} else {
  nameScrollBoxes();
}
