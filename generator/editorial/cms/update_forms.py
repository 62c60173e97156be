"""The two forms of a status update: what an Owner is asked, and every field that a file may hold.

An Owner's form shows seven questions at most. What the other fields hold follows from the report,
and is filled in when a new update is saved (generator/theme/templates/edit/files.js); whatever an
existing file holds stays in it.
"""

from collections.abc import Mapping
from typing import Any

from generator.derive.responsibility.holders import holder, may_report, name_of
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.editorial.cms.widgets import REPORT_DAY, TODAY, Widget, form
from generator.editorial.updates.offered import offered_milestones
from generator.model.fields import fields_of
from generator.model.keys import Basis
from generator.model.statuses import REPORTED, Confidence, Status, Trait
from generator.model.updates import Update
from generator.words.states import usual_labels

NEW = "new_here"
"""A hidden field that is filled in for a record begun in the editor and is in no file.

By it a second record is refused where there is one: names of files in several folders are not told
apart by the form editor itself.
"""

FORM = "form"
"""A hidden field, in no file, that says which forms show an update: see `formOf` in files.js."""

OWNERS, WHOLE, BETWEEN = "reported", "compiled", "between milestones"
"""What it says: the form, and behind it the milestone, or that it is between milestones."""

_DAY = r"\d{4}-\d{2}-\d{2}"

ASKED = (
    "initiative",
    "author",
    "status",
    "reason",
    "actual_on",
    "continues_in",
    "body",
    "ask",
    "confidence",
    "confidence_reason",
    "as_of",
)
"""What the Owner's form can ask, in its order; some only where an answer before asks for it."""

_DEFAULTS: Mapping[str, str] = {
    "basis": Basis.REPORTED.value,
    "confidence": Confidence.NOT_ASSESSED.value,
    "as_of": REPORT_DAY,
    "recorded": TODAY,
}
_NEEDS_OF_STATUS: Mapping[Trait, str] = {
    Trait.REASON: "reason",
    Trait.DAY: "actual_on",
    Trait.SUCCESSOR: "continues_in",
    Trait.ASK: "ask",
}
_NEEDS_OF_CONFIDENCE: Mapping[Trait, str] = {Trait.REASON: "confidence_reason", Trait.ASK: "ask"}


def owners_form(at: str) -> list[Widget]:
    """Return the form in which an Owner reports at a milestone; `BETWEEN` them it asks a day."""
    between = at == BETWEEN
    every = {widget["name"]: widget for widget in form(Update)}
    asked = [name for name in ASKED if not (between and name == "as_of")]
    if between:
        every["milestone"] = day_of_change()
        asked.append("milestone")
    every["ask"]["collapsed"] = False
    shown = [_with_default(every.pop(name)) for name in asked]
    defaults = {**_DEFAULTS, "milestone": at}
    if between:
        del defaults["as_of"]
    return [*_unseen(f"{OWNERS} {at}"), *shown, *(_kept(name, defaults) for name in every)]


def whole_form(*, between: bool = False) -> list[Widget]:
    """Return the form with every field of an update, which only compiled records fill in."""
    own = {"milestone": day_of_change() if between else _milestone()}
    fields = [own.get(widget["name"], _with_default(widget)) for widget in form(Update)]
    compiled = {"basis": Basis.COMPILED.value}
    made = [{**w, "default": compiled[w["name"]]} if w["name"] in compiled else w for w in fields]
    return [*_unseen(f"{WHOLE} {BETWEEN}" if between else WHOLE), *made]


def _milestone() -> Widget:
    """Return the choice of a milestone, in the order in which the report offers them."""
    field = fields_of(Update)["milestone"]
    return {
        "name": field.name,
        "label": field.label,
        "hint": field.meaning,
        "widget": "select",
        "options": "milestone",
        "required": True,
    }


def day_of_change() -> Widget:
    """Return the field for the day of an update that belongs to no milestone."""
    return {
        "name": "milestone",
        "label": "Day of the change",
        "hint": "A full day, used in place of a milestone. For example: 2026-11-23",
        "widget": "string",
        "pattern": [f"^(?:{_DAY})$", "Write a full day as year-month-day: 2026-11-23."],
        "required": True,
    }


def new_here() -> Widget:
    """Return the hidden field that marks a record as new."""
    return {"name": NEW, "widget": "hidden", "default": "{{uuid}}"}


def _unseen(told: str) -> list[Widget]:
    return [new_here(), {"name": FORM, "widget": "hidden", "default": told}]


def _with_default(widget: Widget) -> Widget:
    name = widget["name"]
    return {**widget, "default": _DEFAULTS[name]} if name in _DEFAULTS else widget


def _kept(name: str, defaults: Mapping[str, str]) -> Widget:
    """Return a field that is not asked, and holds what the file holds."""
    given = {"default": defaults[name]} if name in defaults else {}
    return {"name": name, "widget": "hidden", **given}


def rules_of_updates() -> dict[str, Any]:
    """Return what the page knows of updates from the model: order, labels, what a state needs."""
    fields = fields_of(Update)
    statuses = usual_labels(Status, [status.value for status in REPORTED])
    confidences = usual_labels(Confidence, [confidence.value for confidence in Confidence])
    return {
        "order": list(fields),
        "fields": {name: {"label": field.label} for name, field in fields.items()},
        "status": {
            status.value: {
                "label": statuses[status.value],
                "needs": _needs(status.traits, _NEEDS_OF_STATUS),
                "closed": status.is_closed,
            }
            for status in REPORTED
        },
        "confidence": {
            confidence.value: {
                "label": confidences[confidence.value],
                "needs": _needs(confidence.traits, _NEEDS_OF_CONFIDENCE),
            }
            for confidence in Confidence
        },
    }


def _needs(traits: Trait, names: Mapping[Trait, str]) -> list[str]:
    return [name for trait, name in names.items() if trait in traits]


def report_of_updates(snapshot: Snapshot) -> dict[str, Any]:
    """Return what the page knows of updates from the report: titles, who reports, phases, dates."""
    return {
        "initiatives": {
            state.initiative.id: {
                "title": state.initiative.title,
                "phase": state.phase.value,
                **_reporter(snapshot, state),
            }
            for state in snapshot.states
        },
        "day": snapshot.day.isoformat(),
        "always": ["author"] if may_report(snapshot.report) else [],
        "milestones": {m.id: m.title for m in snapshot.report.calendar.milestones},
        "offered": offered_milestones(snapshot.report),
    }


def _reporter(snapshot: Snapshot, state: InitiativeState) -> dict[str, str]:
    """Return who reports: the Owner, else the Sponsor; nothing where neither is known."""
    for role in (state.owner, state.sponsor):
        found = holder(snapshot.report.organization, role.holder if role else None)
        if found:
            return {"author": found.id, "by": name_of(found)}
    return {}
