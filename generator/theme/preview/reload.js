// Follows the preview: loads the page again after a good build, and tells above it what is in the
// way of the next one. All of it is text; nothing that content says becomes part of the page.
const mine = document.currentScript.dataset.build;
const region = document.createElement("section");
region.id = "preview-faults";
region.setAttribute("role", "alert");
document.body.prepend(region);

function tell(faults) {
  region.replaceChildren();
  if (!faults) return;
  const title = document.createElement("h2");
  title.textContent = "Not shown yet: there is something to mend";
  const words = document.createElement("pre");
  words.tabIndex = 0;
  words.setAttribute("aria-label", "What to mend");
  words.textContent = faults.trim();
  const below = document.createElement("p");
  below.textContent = "Below is the last good page. This message goes when everything is mended.";
  region.append(title, words, below);
}

async function follow(seen) {
  for (;;) {
    try {
      const answer = await fetch(`/__reload?seen=${seen}`);
      if (!answer.ok) throw new Error("no answer");
      const now = await answer.json();
      if (now.build !== mine && !now.faults) return location.reload();
      if (now.turn !== seen) tell(now.faults);
      seen = now.turn;
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
}
follow("");
