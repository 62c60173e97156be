"""A snapshot as a flat list of facts: every value it shows, at an address that stays the same.

Two snapshots differ in what their facts differ, so nothing that a page shows can change unnoticed.
"""

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
    found: dict[Address, str] = {}
    for name, value in snapshot.report.__dict__.items():
        if name not in _PARTS_APART:
            found.update(_facts((name,), value))
    found.pop(("about", "as_of"), None)
    for standing in snapshot.standings:
        found.update(_standing_facts(standing))
    return found


def _standing_facts(standing: Standing) -> Iterator[tuple[Address, str]]:
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
            yield (*here, "standing", name), str(value)
    for idea, state in standing.ideas.items():
        yield (*here, "standing", "ideas", idea), str(state)
    yield from _facts((*here, "record"), standing.initiative)
    yield from _facts((*here, "updates"), standing.updates)


def _facts(here: Address, value: object) -> Iterator[tuple[Address, str]]:
    if isinstance(value, Record):
        yield here, type(value).__name__
        for name, part in value.__dict__.items():
            yield from _facts((*here, name), part)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _facts((*here, str(name)), part)
    elif isinstance(value, tuple):
        yield from _list_facts(here, value)
    elif value is not None and value != "":
        yield here, str(value)


def _list_facts(here: Address, values: tuple[object, ...]) -> Iterator[tuple[Address, str]]:
    if values and all(isinstance(v, Record) for v in values):
        for record in cast("tuple[Record, ...]", values):
            yield from _facts((*here, record.key), record)
    elif values:
        yield here, ", ".join(map(str, values))
