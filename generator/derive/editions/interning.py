"""Interning: frozen records that are unchanged are the very objects of today's report.

An edition repeats most of the report. Held once, its records need memory once, nobody need read
them again, and whoever compares it with another sees at a glance what is alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.model.fields import Shape, fields_of
from generator.model.report import Report
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class Interning:
    """The records of a report by their stored form, to be used again where that is equal."""

    report: Report
    written: Mapping[str, Any]
    """The report as it would be stored."""

    def taken(self, stored: object) -> Any:  # noqa: ANN401 - what pydantic validates
        """Return a stored report with records of the stock in place of what is stored alike."""
        return interned(stored, self.written, self.report)


def interning_of(report: Report) -> Interning:
    """Return the records of a report, ready to be interned."""
    return Interning(report, stored_form(report))


def stored_form(record: Record) -> dict[str, Any]:
    """Return a record as it is stored."""
    return record.model_dump(mode="json", exclude_none=True)


def interned(stored: Any, known: Any, value: object) -> Any:  # noqa: ANN401 - JSON of any kind
    """Return what is stored with `value`, or records in it, where they are stored alike.

    `known` is how `value` is stored. A record with a mapping in another order than that of its
    keys, in which all are stored, is not taken: whoever read it again would get it otherwise.
    """
    if isinstance(value, Record) and isinstance(stored, dict) and isinstance(known, dict):
        if stored == known and _is_in_order(value):
            return value
        parts = value.__dict__
        return {n: interned(part, known.get(n), parts.get(n)) for n, part in stored.items()}
    if isinstance(value, tuple) and isinstance(stored, list) and isinstance(known, list):
        return _interned_list(stored, known, value)
    return stored


def _interned_list(stored: list[Any], known: list[Any], values: tuple[object, ...]) -> list[Any]:
    """Pair records by their keys, whatever is between them in one of the lists."""
    first = next(iter(values), None)
    if not isinstance(first, Record):
        return stored
    names = type(first).KEY
    by_key = {_key(one, names): (one, v) for one, v in zip(known, values, strict=True)}
    return [interned(one, *by_key.get(_key(one, names), (None, None))) for one in stored]


def _key(stored: Any, names: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ANN401 - as above
    return tuple(str(stored.get(name)) for name in names) if isinstance(stored, dict) else ()


def _is_in_order(record: Record) -> bool:
    """Return whether all mappings in a record are in the order of their keys."""
    for name in _with_mappings(type(record)):
        value = record.__dict__[name]
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Mapping) and list(part) != sorted(part):
                return False
            if isinstance(part, Record) and not _is_in_order(part):
                return False
    return True


@cache
def _with_mappings(kind: type[Record]) -> tuple[str, ...]:
    """Return the fields of a type of record in which there may be a mapping."""
    return tuple(
        name
        for name, field in fields_of(kind).items()
        if field.shape is Shape.MAPPING or any(map(_with_mappings, field.records))
    )
