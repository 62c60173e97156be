"""A snapshot as a flat list of facts: every value it shows, at an address that stays the same.

Two snapshots differ in what their facts differ, so nothing that a page shows can change unnoticed,
but for the order in which the records of a list are written (docs/model.md, 25).
"""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.report import About, Source
from generator.model.values import Record

Address = tuple[str, ...]
Closed = tuple[type[Record], ...]

_PARTS_APART = frozenset({"initiatives", "updates", "vocabulary", "links"})
"""Fields of the report that have a better address, or say how things are called or found today."""

_OF_TODAY = ("as_of", "kind", "terms", "languages", "typefaces", "look", "paper")
"""Fields of report.yml that say when a snapshot was taken, or how things are said today."""

NO_FACTS = frozenset({"also_called"})
"""Fields of records that claim nothing and that no page shows."""

_DERIVED = ("status", "last_known", "last_known_on", "phase", "confidence", "freshness", "stage")
"""What of a standing follows from records and the day."""


def facts_of(found: Mapping[Address, object]) -> dict[Address, str]:
    """Return values as text; of a record, the name of its type."""
    return {address: _text(value) for address, value in found.items()}


def differing(one: Mapping[Address, object], other: Mapping[Address, object]) -> list[Address]:
    """Return the addresses at which two sets of values have other facts, in order."""
    ours, theirs = facts_of(one), facts_of(other)
    return sorted(a for a in ours.keys() | theirs.keys() if ours.get(a) != theirs.get(a))


def _text(value: object) -> str:
    if isinstance(value, Record):
        return type(value).__name__
    if isinstance(value, tuple):
        # Two items are not one item with a comma in it.
        return json.dumps([str(item) for item in value], ensure_ascii=False)
    return str(value)


def values(snapshot: Snapshot) -> dict[Address, object]:
    """Return every value that the snapshot shows by address, and every record at its own."""
    found: dict[Address, object] = {}
    for name, value in snapshot.report.__dict__.items():
        if name not in _PARTS_APART:
            found.update(_facts((name,), _recorded(value)))
    for state in snapshot.states:
        found.update(_state_facts(state))
    return found


def differing_values(
    one: Snapshot, other: Snapshot
) -> tuple[dict[Address, object], dict[Address, object]]:
    """Return the `values` of two snapshots without those that are the same in both.

    A record with a difference anywhere inside is kept with it. What is alike is found out without
    an address for each of its values, which is most of the work of `values`.
    """
    return _differing(one, other), _differing(other, one)


def differing_records(
    snapshot: Snapshot, against: Snapshot, closed: Closed = ()
) -> dict[Address, object]:
    """Return the values of a snapshot's records, without those that are the same in another.

    Of a record of a type that is `closed`, and that the other does not have at all, only the record
    itself is returned, and not what is inside. What is derived is left out.
    """
    return _differing(snapshot, against, closed, derived=False)


def _differing(
    snapshot: Snapshot, against: Snapshot, closed: Closed = (), *, derived: bool = True
) -> dict[Address, object]:
    found: dict[Address, object] = {}
    known = against.report.__dict__
    for name, value in snapshot.report.__dict__.items():
        if name not in _PARTS_APART:
            other_part = _recorded(known[name])
            found.update(_differing_facts((name,), _recorded(value), other_part, closed))
    states = {state.initiative.id: state for state in against.states}
    for state in snapshot.states:
        former = states.get(state.initiative.id)
        here = ("initiative", state.initiative.id)
        record, updates = state.initiative, state.updates
        before, earlier = (former.initiative, former.updates) if former else (None, ())
        if derived:
            found.update(_derived_facts(here, state))
        found.update(_differing_facts((*here, "record"), record, before, closed))
        found.update(_differing_facts((*here, "updates"), updates, earlier, closed))
    return found


def record_at(snapshot: Snapshot, address: Address) -> Record | None:
    """Return the record at an address of a snapshot; None where there is none."""
    found: object = snapshot.report
    path = address
    match address:
        case ("initiative", some_id, part, *_):
            state = snapshot.state_of(some_id)
            found = state and {"record": state.initiative, "updates": state.updates}.get(part)
            path = address[3:]
    for step in path:
        if isinstance(found, tuple):
            found = _by_key(found).get(step)
        elif isinstance(found, dict):
            found = found.get(step)
        else:
            found = getattr(found, step, None)
    return found if isinstance(found, Record) else None


def _recorded(part: object) -> object:
    """Return a part of the report without what is no record of anything."""
    if isinstance(part, tuple) and any(isinstance(one, Source) and one.archived for one in part):
        return tuple(one.model_copy(update={"archived": None}) for one in part)
    if not isinstance(part, About):
        return part
    return part.model_copy(update=dict.fromkeys(_OF_TODAY))


def _differing_facts(
    here: Address, value: object, against: object, closed: Closed
) -> Iterator[tuple[Address, object]]:
    """Yield the facts of a value, but for the parts that are the same in another."""
    if same_facts(value, against):
        return
    if isinstance(value, Record) and isinstance(against, Record):
        yield here, value
        for name, part in _parts(value):
            yield from _differing_facts((*here, name), part, against.__dict__.get(name), closed)
    elif isinstance(value, tuple) and (known := _by_key(against)) and _by_key(value):
        for record in cast("tuple[Record, ...]", value):
            yield from _differing_facts((*here, record.key), record, known.get(record.key), closed)
    else:
        yield from _facts(here, value, () if against else closed)


def _parts(record: Record) -> Iterator[tuple[str, object]]:
    return ((name, part) for name, part in record.__dict__.items() if name not in NO_FACTS)


def _by_key(value: object) -> dict[str, Record]:
    """Return records by key; none for any other value, and where two share a key."""
    if not isinstance(value, tuple) or not all(isinstance(v, Record) for v in value):
        return {}
    found = {record.key: record for record in cast("tuple[Record, ...]", value)}
    return found if len(found) == len(value) else {}


def same_facts(one: object, other: object) -> bool:
    """Return whether two values have the same facts; a number as written, so 1.0 is not 1.00."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Record) and isinstance(other, Record):
        return _same_parts(one.__dict__, other.__dict__)
    if isinstance(one, dict) and isinstance(other, dict):
        return _same_parts(one, other)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(same_facts, one, other))
    return str(one) == str(other)


def _same_parts(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    return one.keys() == other.keys() and all(same_facts(one[name], other[name]) for name in one)


def _state_facts(state: InitiativeState) -> Iterator[tuple[Address, object]]:
    here = ("initiative", state.initiative.id)
    yield from _derived_facts(here, state)
    yield from _facts((*here, "record"), state.initiative)
    yield from _facts((*here, "updates"), state.updates)


def _derived_facts(
    here: Address, initiative_state: InitiativeState
) -> Iterator[tuple[Address, object]]:
    derived = {name: getattr(initiative_state, name) for name in _DERIVED}
    derived["missed"] = ", ".join(m.id for m in initiative_state.owed_milestones.missed)
    for name, value in derived.items():
        if str(value):
            yield (*here, "standing", name), value
    for idea, state in initiative_state.ideas.items():
        yield (*here, "standing", "ideas", idea), state


def _facts(here: Address, value: object, closed: Closed = ()) -> Iterator[tuple[Address, object]]:
    if isinstance(value, Record):
        yield here, value
        for name, part in () if isinstance(value, closed) else _parts(value):
            yield from _facts((*here, name), part, closed)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _facts((*here, str(name)), part, closed)
    elif isinstance(value, tuple):
        yield from _list_facts(here, value, closed)
    elif value is not None and value != "":
        yield here, value


def _list_facts(
    here: Address, values: tuple[object, ...], closed: Closed
) -> Iterator[tuple[Address, object]]:
    if values and all(isinstance(v, Record) for v in values):
        for record in cast("tuple[Record, ...]", values):
            yield from _facts((*here, record.key), record, closed)
    elif values:
        yield here, values
