"""Which initiative an id means: the one that has it, or had it before it was renamed.

Whoever follows an initiative from one time to another asks here: references and the advice about
them, commands, forms, the workbook, frozen editions, and what changed between two snapshots.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.fields import Holds, fields_of, references_of
from generator.model.ids import ID_PATTERN
from generator.model.initiative import Initiative
from generator.model.references import INITIATIVE
from generator.model.report import Report
from generator.model.values import Record

Names = Mapping[str, str]
"""New ids by old ones."""

R = TypeVar("R", bound=Record)

_IN_PROSE = re.compile(rf"\binitiative:(?P<id>{ID_PATTERN})(?![A-Za-z0-9._-])", re.ASCII)
_WRITTEN = re.compile(
    rf"(?:initiative/|evaluations/initiative:)(?P<id>{ID_PATTERN})(?:[ /].*)?", re.ASCII | re.DOTALL
)


def shape_of(kind: type[Record], name: str) -> re.Pattern[str] | None:
    """Return how the id of an initiative is in a field; None where none does.

    Links in prose name initiatives as well, as `initiative:ID`.
    """
    if (kind, name) == (Initiative, "id"):
        return INITIATIVE
    ref = references_of(kind).get(name)
    return ref.initiative if ref else None


def present_ids(initiatives: Iterable[Initiative]) -> dict[str, str]:
    """Return the id that an initiative has now, by each id that it had before and none has now."""
    known = tuple(initiatives)
    taken = {one.id for one in known}
    found: dict[str, str] = {}
    for one in known:
        for former in one.former_ids:
            if former not in taken:
                found.setdefault(former, one.id)
    return found


def initiative_of(report: Report, asked: str) -> Initiative | None:
    """Return the initiative that an id means, be it a former one; None where it means none."""
    by_id = {one.id: one for one in report.initiatives}
    return by_id.get(asked) or by_id.get(present_ids(report.initiatives).get(asked, ""))


def ids_of(initiative: Initiative) -> tuple[str, ...]:
    """Return every id of an initiative, the present one first, then its last one."""
    return (initiative.id, *reversed(initiative.former_ids))


def state_of(snapshot: Snapshot, asked: str, today: Report) -> InitiativeState | None:
    """Return an initiative's state in a snapshot of any time, asked for by any of its ids."""
    found = initiative_of(today, asked) or initiative_of(snapshot.report, asked)
    return state_under(snapshot, ids_of(found)) if found else None


def state_under(snapshot: Snapshot, ids: Iterable[str]) -> InitiativeState | None:
    """Return the state of the initiative with the first of some ids that a snapshot holds."""
    states = (snapshot.state_of(some_id) for some_id in ids)
    return next((state for state in states if state), None)


def renamed(text: str, names: Names, shape: re.Pattern[str] = INITIATIVE) -> str:
    """Return a word of content with the new id where it holds an old one, else as it is."""
    found = shape.fullmatch(text)
    if found is None or found["id"] not in names:
        return text
    return f"{text[: found.start('id')]}{names[found['id']]}{text[found.end('id') :]}"


def renamed_address(written: str, names: Names) -> str:
    """Return an address of the record as people write it, under the new id."""
    return renamed(written, names, _WRITTEN)


def ids_elsewhere(held: Report, other: Report) -> dict[str, str]:
    """Return the id that another report gives to each initiative of one, where that differs.

    Two initiatives are one where one has, among its former ids, the id of the other. Each is
    matched once, and whoever keeps its id first, so that two that became one stay two.
    """
    own = {one.id for one in held.initiatives}
    there = {one.id for one in other.initiatives}
    since = present_ids(other.initiatives)
    taken = own & there
    found: dict[str, str] = {}
    for one in held.initiatives:
        before = (former for former in reversed(one.former_ids) if former in there)
        meant = since.get(one.id) or next(before, None)
        if one.id not in there and meant and meant not in taken:
            found[one.id] = meant
            taken.add(meant)
    return found


def under_ids_of(snapshot: Snapshot, other: Report) -> tuple[Snapshot, Names]:
    """Return a snapshot as another report would name its initiatives, and which it renamed.

    Every old id is replaced by the new one. What nobody renamed is the same object as before.
    """
    names = ids_elsewhere(snapshot.report, other)
    if not names:
        return snapshot, names
    states = tuple(_renamed_state(state, names) for state in snapshot.states)
    return replace(snapshot, report=in_record(snapshot.report, names), states=states), names


def _renamed_state(state: InitiativeState, names: Names) -> InitiativeState:
    initiative = in_record(state.initiative, names)
    updates = tuple(in_record(update, names) for update in state.updates)
    return replace(state, initiative=initiative, updates=updates)


def in_record(record: R, names: Names) -> R:
    """Return a record with new ids wherever it names an initiative; itself if it names none."""
    changed = {}
    for name, value in record.__dict__.items():
        new = _in_field(type(record), name, value, names)
        if new is not value:
            changed[name] = new
    return record.model_copy(update=changed) if changed else record


def _in_field(kind: type[Record], name: str, value: object, names: Names) -> object:
    if isinstance(value, str):
        shape = shape_of(kind, name)
        if shape is not None:
            return _kept(value, renamed(value, names, shape))
        prose = "initiative:" in value and fields_of(kind)[name].holds is Holds.PROSE
        return _kept(value, _in_prose(value, names)) if prose else value
    if isinstance(value, Record):
        return in_record(value, names)
    if isinstance(value, tuple):
        new = tuple(_in_field(kind, name, item, names) for item in value)
        return value if all(a is b for a, b in zip(value, new, strict=True)) else new
    return value


def _kept(value: str, new: str) -> str:
    return value if new == value else new


def _in_prose(text: str, names: Names) -> str:
    return _IN_PROSE.sub(lambda found: f"initiative:{names.get(found['id'], found['id'])}", text)
