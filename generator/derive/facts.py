"""A snapshot as a flat list of facts: every value it shows, at an address that stays the same.

Two snapshots differ in what their facts differ, so nothing that a page shows can change unnoticed,
but for the order in which the records of a list are written (docs/model.md, 25).
"""

import json
from collections.abc import Iterator, Mapping
from typing import cast

from generator.derive.snapshot import Snapshot, Standing
from generator.model.values import Record

Address = tuple[str, ...]
Facts = Mapping[Address, str]

_PARTS_APART = frozenset({"initiatives", "updates", "as_of"})
"""Fields of the report that have a better address, or that only say when a snapshot was taken."""


def facts(snapshot: Snapshot) -> Facts:
    """Return every value that the snapshot shows, as text by address."""
    return facts_of(values(snapshot))


def facts_of(found: Mapping[Address, object]) -> Facts:
    """Return values as text; of a record, the name of its type."""
    return {address: _text(value) for address, value in found.items()}


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
            found.update(_facts((name,), value))
    found.pop(("about", "as_of"), None)
    for standing in snapshot.standings:
        found.update(_standing_facts(standing))
    return found


def _standing_facts(standing: Standing) -> Iterator[tuple[Address, object]]:
    here = ("initiative", standing.initiative.id)
    derived = {
        "status": standing.status,
        "last_known": standing.last_known,
        "last_known_on": standing.last_known_on,
        "phase": standing.phase,
        "confidence": standing.confidence,
        "freshness": standing.freshness,
        "stage": standing.stage,
        "missed": ", ".join(m.id for m in standing.answered.missed),
    }
    for name, value in derived.items():
        if str(value):
            yield (*here, "standing", name), value
    for idea, state in standing.ideas.items():
        yield (*here, "standing", "ideas", idea), state
    yield from _facts((*here, "record"), standing.initiative)
    yield from _facts((*here, "updates"), standing.updates)


def _facts(here: Address, value: object) -> Iterator[tuple[Address, object]]:
    if isinstance(value, Record):
        yield here, value
        for name, part in value.__dict__.items():
            yield from _facts((*here, name), part)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _facts((*here, str(name)), part)
    elif isinstance(value, tuple):
        yield from _list_facts(here, value)
    elif value is not None and value != "":
        yield here, value


def _list_facts(here: Address, values: tuple[object, ...]) -> Iterator[tuple[Address, object]]:
    if values and all(isinstance(v, Record) for v in values):
        for record in cast("tuple[Record, ...]", values):
            yield from _facts((*here, record.key), record)
    elif values:
        yield here, values
