"""A status update by form: its file, and what it says of the initiative that goes on."""

import re
from dataclasses import replace

from generator.core.settings import Settings
from generator.derive.responsibility.budget_cycle import due_now
from generator.derive.snapshot.citations import update_key
from generator.editorial.forms.answers import Answers
from generator.editorial.forms.content_changes import (
    ContentChange,
    add_file,
    document,
    ids_in,
    one_line,
    shown_later,
    too_many,
)
from generator.editorial.forms.idea_states import boxes, idea_states
from generator.editorial.forms.questions import OFF_CYCLE
from generator.editorial.updates.content_files import as_document, read_one
from generator.load.source_document import Value
from generator.model.dates import PartialDate
from generator.model.fields import Shape, written_fields
from generator.model.initiative import Initiative
from generator.model.keys import Basis, IdeaState, LinkKind
from generator.model.report import Report
from generator.model.statuses import Confidence, Phase, Status
from generator.model.updates import Update
from generator.words.report_language import language_of
from generator.words.states import label

_WRITTEN = tuple(
    field
    for field in written_fields(Update)
    if field.shape is Shape.ONE and not field.of and field.name not in Update.KEY
)
"""The fields of an update that are taken as they are answered."""

_STAND_INS = {
    "basis": Basis.OFFICIAL.value,
    "status": Status.UNDER_WAY.value,
    "phase": Phase.NOT_ASSESSED.value,
    "confidence": Confidence.NOT_ASSESSED.value,
}
"""What takes the place of an answer that cannot be used: what asks for nothing else."""


def status_update(
    settings: Settings, report: Report, answers: Answers, recorded: str
) -> ContentChange:
    """Return the file of a new status update; one that is there already is never touched."""
    initiative, milestone = answers.get("initiative"), answers.get("milestone")
    change = ContentChange(f"Status update: {initiative}" if initiative else "Status update")
    change.faults += too_many(answers)
    fields = _ideas_in(report, answers, change)
    if not initiative or not milestone:
        return change
    fields |= _as_answered(report, answers, change)
    if milestone == OFF_CYCLE:
        milestone = str(fields["as_of"])
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", milestone, re.ASCII):
            change.faults.append("Between milestones, “As of” is a full day: 2026-11-23.")
            milestone = str(report.about.as_of)
    change.title = f"Status update: {initiative}, {milestone}"
    if f"{milestone}/{initiative}" in {update_key(update) for update in report.updates}:
        change.stand_ins.add("milestone")
        change.faults.append(
            f"“Milestone”: found {milestone}, which already has an update from {initiative}; "
            "expected a milestone without one, since what was posted is never overwritten. "
            f"Choose {_instead_of(milestone, report)}, or “None” for a change between milestones; "
            "to correct a mistake in what was posted, use the form “Suggest a correction”."
        )
    fields |= {"initiative": initiative, "milestone": milestone, "recorded": recorded}
    path = f"{settings.content.name}/updates/{milestone}/{initiative}.md"
    add_file(change, Update, document(path, fields), answers.get("body"))
    if change.files and answers.get("continues_in"):
        _record_takeover(settings, report, change, answers, recorded)
    if change.files:
        change.notes += shown_later(report, PartialDate(str(fields["as_of"])))
    return change


def _instead_of(milestone: str, report: Report) -> str:
    now = due_now(report.calendar, report.about.as_of)
    if now is None or now.id == milestone:
        return "another milestone"
    return f"{now.id} ({now.title}), which is due now"


def _as_answered(report: Report, answers: Answers, change: ContentChange) -> dict[str, Value]:
    """Return the fields of an update; what cannot be used is left out, or something stands in."""
    stand_ins = _STAND_INS | {"as_of": str(report.about.as_of)}
    used = {name: value for name, value in stand_ins.items() if name in answers.unfit}
    change.stand_ins |= used.keys()
    if "basis" in used or "author" in answers.unfit:
        change.stand_ins.add("author")
    fields: dict[str, Value] = {**used}
    fields |= {f.name: one_line(answers.get(f.name)) for f in _WRITTEN if answers.get(f.name)}
    if ask := {n: answers.get(n) for n in ("of", "what", "by") if answers.get(n)}:
        stands_in = {n: str(report.about.as_of) for n in ("by",) if n in answers.unfit}
        fields["ask"] = {**ask, **stands_in}
    for name in ("evidence", "sources"):
        if ids := ids_in(answers.get(name)):
            fields[name] = [*ids]
    return fields


def _ideas_in(report: Report, answers: Answers, change: ContentChange) -> dict[str, Value]:
    """Return what became of ideas; offer lines to copy where nothing, or nothing fit, is said."""
    about = answers.get("initiative")
    ideas = next((i.ideas for i in report.initiatives if i.id == about), ())
    say = language_of(report)
    labels = {state: say(label(state)) for state in IdeaState}
    found = idea_states(answers.get("ideas"), ideas, labels)
    change.faults += found.faults
    if found.faults or not found.states:
        change.to_copy = boxes(ideas, labels)
    return {"ideas": {**found.states}} if found.states else {}


def _record_takeover(
    settings: Settings, report: Report, change: ContentChange, answers: Answers, recorded: str
) -> None:
    """Add to the initiative that goes on that it takes over, unless it says so already."""
    heir, former = answers.get("continues_in"), answers.get("initiative")
    record = next(i for i in report.initiatives if i.id == heir)
    if any(k.kind is LinkKind.TAKES_OVER and k.to == former for k in record.links):
        return
    file = read_one(settings, ("initiative", heir))
    sources = ids_in(answers.get("sources"))
    if not sources or not answers.get("reason"):
        change.faults.append(
            f"Fill in “Reason” and “Sources”: they are also entered in {heir}, which takes over "
            f"{former}."
        )
        return
    link: Value = {
        "kind": LinkKind.TAKES_OVER.value,
        "to": former,
        "since": answers.get("as_of"),
        "reason": one_line(answers.get("reason")),
        "recorded": recorded,
        "sources": [*sources],
    }
    links = file.fields.get("links", [])
    listed = [*links, link] if isinstance(links, list) else [link]
    add_file(change, Initiative, replace(as_document(file), data={**file.fields, "links": listed}))
