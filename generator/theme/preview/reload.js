// Follows the preview: loads the page again when newer content is shown, and tells above it what is
// wrong with that. All of it is text; nothing that content says becomes part of the page.
const mine = document.currentScript.dataset.build;
const region = document.createElement("section");
region.id = "preview-faults";
region.setAttribute("role", "alert");
document.body.prepend(region);

function tell(faults) {
  region.replaceChildren();
  if (!faults) return;
  const title = document.createElement("h2");
  title.textContent = "There is something to fix";
  const words = document.createElement("pre");
  words.tabIndex = 0;
  words.setAttribute("aria-label", "What to fix");
  words.textContent = faults.trim();
  const below = document.createElement("p");
  below.textContent = "Below is the last page that could be made. This message goes when everything is fixed.";
  region.append(title, words, below);
}

async function follow(seen) {
  for (;;) {
    try {
      const answer = await fetch(`/__reload?seen=${seen}`);
      if (!answer.ok) throw new Error("no answer");
      const now = await answer.json();
      if (now.build !== mine) return location.reload();
      if (now.turn !== seen) tell(now.faults);
      seen = now.turn;
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
}
follow("");
