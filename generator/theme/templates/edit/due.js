// What is due, shown before any form: whose updates, and which were posted since it was published.

import { taken } from "./report.js";

const WHO = "annual-report-asked";
const list = document.getElementById("due");

// The list is shown where no form is asked for; the link above the editor leads back to it.
export function showDue() {
  const shown = () => {
    const due = ["", "#", "#/"].includes(location.hash);
    if (due) markPosted();
    document.body.classList.toggle("at-due", due);
  };
  shown();
  addEventListener("hashchange", shown);
  document.addEventListener("click", ({ target }) => {
    // The editor writes its own place into the address without telling.
    if (target.closest("#due a")) document.body.classList.remove("at-due");
    if (!target.closest("#to-due")) return;
    markPosted();
    document.body.classList.add("at-due");
  });
  chooseAsked();
}

function chooseAsked() {
  const choice = document.getElementById("asked");
  if (!choice) return;
  choice.value = localStorage.getItem(WHO) ?? "";
  if (choice.selectedIndex < 0) choice.value = "";
  const apply = () => {
    localStorage.setItem(WHO, choice.value);
    for (const row of list.querySelectorAll("[data-asked]")) {
      row.hidden = Boolean(choice.value) && row.dataset.asked !== choice.value;
    }
    for (const part of list.querySelectorAll("ul")) {
      part.hidden = !part.querySelector("li:not([hidden])");
      part.previousElementSibling.hidden = part.hidden;
    }
  };
  choice.addEventListener("change", apply);
  apply();
}

function markPosted() {
  for (const row of list.querySelectorAll("[data-initiative]")) {
    const { initiative, milestone } = row.dataset;
    if (row.dataset.posted || !taken.has(`${initiative}, ${milestone}`)) continue;
    row.dataset.posted = "yes";
    row.querySelector("a").href = `#/collections/updates-${milestone}/entries/${milestone}/${initiative}`;
    row.querySelector("span").textContent = "posted; open it to change it";
  }
}
