// What the page knows of the model and of the report as it was published (update_forms.py), and of
// the updates that the editor has read since.

const { flags, lists, maps, updates } = JSON.parse(document.getElementById("writing").textContent);

// Keys written only where they are true, lists written even if empty, and keys below which editors
// write ids of their own: in a form these are lists whose items have an id.
export { flags, lists, maps };
// Of updates: the order of their keys, the labels of fields, what each state needs, the report's
// initiatives with who reports on them, and its milestones.
export { updates };

// Every id that a file holds. None of them may be changed: others refer to it.
export const published = new Set();

// Updates and evaluations by their place, with the draft that made them in this session, if one did,
// and the record that was read. The form editor tells files of one folder apart by name; those of
// many folders it would write over.
export const taken = new Map();

export const placeOf = ({ milestone, initiative, year, subject }) =>
  initiative ? `${initiative}, ${milestone}` : subject && `${subject}, ${year}`;

export const titleOf = (initiative) => updates.initiatives[initiative]?.title ?? initiative;
export const milestoneTitle = (milestone) => updates.milestones[milestone] ?? milestone;

// What a status and a confidence ask for, as names of fields.
export function needs({ status, confidence }) {
  const { needs: ofStatus = [], closed = false } = updates.status[status] ?? {};
  const ofConfidence = closed ? [] : updates.confidence[confidence]?.needs ?? [];
  return [...new Set([...ofStatus, ...ofConfidence])];
}

// Ends each message of ours with which saving is refused.
export const NOT_SAVED = "Nothing was saved.";
