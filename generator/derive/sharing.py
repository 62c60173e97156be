"""Frozen records that stand unchanged today, as the very objects of today.

An edition repeats most of the report. Held once, its records need memory once, and whoever compares
it with another sees at a glance what is alike.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, TypeVar, Union, cast, get_args, get_origin

from generator.model.dates import PartialDate
from generator.model.values import Record

T = TypeVar("T")


def sharing(value: T, known: object) -> T:
    """Return a value that says the same, made of parts of `known` wherever these say the same.

    A number says the same only if it is written the same, and a mapping only in the same order.
    """
    return cast("T", _shared(value, known))


def _shared(value: object, known: object) -> object:
    if value is known or type(value) is not type(known):
        return value
    if isinstance(value, Record) and isinstance(known, Record):
        return _shared_record(value, known)
    if isinstance(value, tuple) and isinstance(known, tuple):
        return _shared_list(value, known)
    if isinstance(value, Mapping) and isinstance(known, Mapping):
        return known if _alike(list(value.items()), list(known.items())) else value
    return known if _alike(value, known) else value


def _shared_record(value: Record, known: Record) -> Record:
    theirs = known.__dict__
    if _is_plain(type(known)):
        return known if value.__dict__ == theirs else value
    parts = {name: _shared(part, theirs.get(name)) for name, part in value.__dict__.items()}
    if parts.keys() == theirs.keys() and all(parts[name] is theirs[name] for name in parts):
        return known
    changed = {name: part for name, part in parts.items() if part is not value.__dict__[name]}
    return value.model_copy(update=changed) if changed else value


def _shared_list(value: tuple[object, ...], known: tuple[object, ...]) -> tuple[object, ...]:
    """Pair records by their keys, whatever stands between them in one of the lists."""
    by_key = {(type(k), k.key): k for k in known if isinstance(k, Record)}
    if not by_key:
        return known if _alike(value, known) else value
    parts = tuple(
        _shared(part, by_key.get((type(part), part.key))) if isinstance(part, Record) else part
        for part in value
    )
    same = len(parts) == len(known) and all(a is b for a, b in zip(parts, known, strict=True))
    return known if same else parts


_PLAIN = (str, bool, int, date, PartialDate, Enum, NoneType)


@cache
def _is_plain(kind: type[Record]) -> bool:
    """Tell whether equal records of a type are always written alike, so that Python may compare."""
    return all(_plain_type(field.annotation) for field in kind.model_fields.values())


def _plain_type(kind: object) -> bool:
    parts, origin = get_args(kind), get_origin(kind)
    if origin is None:
        return isinstance(kind, type) and issubclass(kind, _PLAIN)
    if origin is Annotated:
        return _plain_type(parts[0])
    together = origin in {tuple, Union, UnionType}
    return together and all(_plain_type(part) for part in parts if part is not ...)


def _alike(value: object, known: object) -> bool:
    """Tell whether plain values are equal and written alike: 1.0 is not 1.00."""
    if type(value) is not type(known):
        return False
    if isinstance(value, tuple | list) and isinstance(known, tuple | list):
        return len(value) == len(known) and all(map(_alike, value, known))
    return str(value) == str(known) if isinstance(value, Decimal) else value == known
