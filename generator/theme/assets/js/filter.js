// The filter of the page of all initiatives, and the order of its rows. Both live in the address;
// without this script all rows are there by topic area, and every list that the filter can make for
// one value has a page of its own.

"use strict";

// Names of a block are its own: the script of every page is beside it.
{
  const form = document.getElementById("filter");
  const controls = [...form.querySelectorAll("select, input")];
  const order = form.elements.sort;
  const count = document.getElementById("filter-count");
  const table = document.getElementById("all");
  const groups = [...table.tBodies].map((group) => ({
    group,
    rows: [...group.querySelectorAll("tr[data-found]")],
    title: group.querySelector("th[scope=rowgroup]")?.textContent ?? "",
  }));
  const rows = groups.flatMap(({ rows, title }) =>
    rows.map((row) => ({ row, text: plain(`${row.textContent} ${title}`) })),
  );
  const sorted = table.appendChild(document.createElement("tbody"));
  const language = document.documentElement.lang;
  const numbers = new Intl.NumberFormat(language);
  const lists = new Intl.ListFormat(language, { type: "unit" });
  let lastChanged = "";
  let waiting = 0;

  // Upper and lower case, accents and the kind of hyphen must not keep a reader from a row.
  function plain(text) {
    return text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/\p{Pd}/gu, "-")
      .replace(/\s+/gu, " ")
      .toLowerCase()
      .trim();
  }

  function chosen() {
    return controls.filter((control) => control !== order && control.value.trim() !== "");
  }

  function matches({ row, text }, wanted) {
    return wanted.every((control) =>
      control.name === "words"
        ? plain(control.value).split(" ").every((word) => text.includes(word))
        : row.getAttribute(`data-${control.name}`).split(" ").includes(control.value),
    );
  }

  // The page holds each sentence in its language, with names in brackets for what only this knows.
  function filledIn(sentence, values) {
    return sentence.replace(/\[(\w+)\]/g, (name, key) => values[key] ?? name);
  }

  function inWords(control) {
    const value = control.name === "words" ? control.value.trim() : control.selectedOptions[0].text;
    return filledIn(form.dataset.choice, { name: control.labels[0].textContent, value });
  }

  function told(shown, wanted) {
    const { all, some, none } = form.dataset;
    const filter = lists.format(wanted.map(inWords));
    return filledIn(wanted.length ? (shown ? some : none) : all, { shown: numbers.format(shown), filter });
  }

  const titles = new Intl.Collator(language);
  const orders = {
    title: (a, b) => titles.compare(a.cells[0].textContent, b.cells[0].textContent),
    newest: (a, b) => b.dataset.found.localeCompare(a.dataset.found),
    oldest: (a, b) => a.dataset.found.localeCompare(b.dataset.found),
  };

  // In the report's order rows are below their topic areas, in any other one they are all together.
  function arrange() {
    const compare = orders[order.value];
    for (const { group, rows } of groups) {
      (compare ? sorted : group).append(...rows);
    }
    if (compare) {
      sorted.append(...[...sorted.rows].sort(compare));
    }
    for (const { group } of groups) {
      group.hidden = !group.querySelector("tr[data-found]:not([hidden])");
    }
  }

  function show() {
    const wanted = chosen();
    let shown = 0;
    for (const entry of rows) {
      entry.row.hidden = !matches(entry, wanted);
      shown += entry.row.hidden ? 0 : 1;
    }
    arrange();
    // A screen reader is told once typing pauses, not at every letter.
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      count.textContent = told(shown, wanted);
    }, 250);
    form.classList.toggle("r-filter--used", wanted.length > 0 || order.value !== "");
  }

  function restore() {
    const state = new URLSearchParams(location.search);
    for (const control of controls) {
      const wanted = state.get(control.name) ?? "";
      control.value = wanted;
      if (control.selectedIndex === -1) {
        // Addresses of earlier versions had other words for some values.
        const options = [...control.options];
        control.value = options.find((option) => option.dataset.former === wanted)?.value ?? "";
      }
    }
    lastChanged = "";
    show();
  }

  // One step back undoes one choice, however many values or letters it took to make it.
  function remember(name) {
    const used = controls.filter((control) => control.value.trim() !== "");
    const state = new URLSearchParams(used.map((control) => [control.name, control.value.trim()]));
    const query = state.toString();
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    if (name === lastChanged) {
      history.replaceState(null, "", address);
    } else {
      history.pushState(null, "", address);
    }
    lastChanged = name;
  }

  function change(event) {
    remember(event.target.name);
    show();
  }

  function goToList(event) {
    event.preventDefault();
    table.querySelector("tbody tr:not([hidden]) a")?.focus();
  }

  function clear(event) {
    event.preventDefault();
    for (const control of controls) {
      control.value = "";
    }
    remember("");
    lastChanged = "";
    show();
    controls[0].focus();
  }

  form.addEventListener("input", change);
  form.addEventListener("reset", clear);
  form.addEventListener("submit", goToList);
  window.addEventListener("popstate", restore);
  form.hidden = false;
  restore();
}
