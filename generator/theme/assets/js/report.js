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

document.addEventListener("keydown", closeMenuOnEscape);
if (window.document$) {
  window.document$.subscribe(nameScrollBoxes);
} else {
  nameScrollBoxes();
}
