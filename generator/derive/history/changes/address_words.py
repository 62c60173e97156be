"""Where in the record a changed value is, in words, and what kind of change that makes."""

from collections.abc import Mapping
from functools import cache

from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.snapshot.facts import Address
from generator.model.fields import Shape, every_field
from generator.model.report import Report

_SILENT = frozenset({"initiative", "record", "about", "background", "standing"})
_KINDS = {
    "roles": ChangeKind.ROLES,
    "partners": ChangeKind.PARTNERS,
    "support": ChangeKind.PARTNERS,
    "ideas": ChangeKind.IDEAS,
    "roadmap": ChangeKind.ROADMAP,
    "work_plan": ChangeKind.ROADMAP,
    "approvals": ChangeKind.ROADMAP,
    "goals": ChangeKind.TARGETS,
    "targets": ChangeKind.TARGETS,
    "measures": ChangeKind.MEASURES,
    "findings": ChangeKind.MEASURES,
    "figures": ChangeKind.MEASURES,
    "funding": ChangeKind.FUNDING,
    "staffing": ChangeKind.FUNDING,
    "events": ChangeKind.EVENTS,
    "evaluations": ChangeKind.EVALUATIONS,
}


@cache
def _one_of() -> Mapping[str, str]:
    """Return what one of the records is called that a list holds, by the list's name."""
    lists = (f for f in every_field(Report) if f.of and f.shape is Shape.LIST)
    return {field.name: field.one for field in lists}


def location_words(address: Address) -> str:
    """Return where a value is, as "measure stations, actual 2016-12-22, value"."""
    words, rest = [], list(address)
    if rest[0] in ("initiative", "areas"):
        rest = rest[2:]
    while rest:
        name = rest.pop(0)
        if name in _SILENT:
            continue
        if name in _one_of() and rest:
            words.append(f"{_one_of()[name]} {rest.pop(0)}".strip())
        else:
            words.append(name.replace("_", " "))
    return ", ".join(words)


def change_kind(address: Address) -> ChangeKind:
    """Return what kind of change it is by where it is; wording where nothing else fits."""
    names = address[2:] if address[0] in ("initiative", "areas") else address
    if "targets" in names and "measures" in names:
        return ChangeKind.TARGETS
    return next((_KINDS[name] for name in names if name in _KINDS), ChangeKind.WORDING)


def subject_of(address: Address) -> str:
    """Return whom a change is about, as `initiative:ID`, `area:ID` or `program`."""
    if address[0] == "initiative":
        return f"initiative:{address[1]}"
    if address[0] == "areas":
        return f"area:{address[1]}"
    if address[0] == "evaluations":
        return address[1].rsplit(" ", 1)[0]
    return "program"
