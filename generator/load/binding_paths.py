"""From a validation error's location to the value in the file and the model that judged it.

Pydantic writes branch tags of unions between keys and positions; the file knows only the latter.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from generator.load.source_document import Path, Value
from generator.model.fields import Field, fields_at, written_fields
from generator.model.values import Record

MISMATCHES: dict[str, str] = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "keys with values",
    "mapping_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dataclass_type": "keys with values",
}
"""Errors that say only that a value has the wrong shape, and what the right one is."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """A validation error with the path of its value in the file.

    `tags` are the positions in `loc` that name a branch of a union; `key` is the key that is
    missing below `path`.
    """

    kind: str
    message: str
    context: Mapping[str, Any]
    loc: Path
    path: Path
    tags: tuple[int, ...]
    key: str | None = None


_Alignment: TypeAlias = tuple[Path, tuple[int, ...], object]


def field_error(error: ErrorDetails, data: Value) -> FieldError:
    """Return a validation error together with the path of what it is about."""
    loc = error["loc"]
    kind = error["type"]
    key = str(loc[-1]) if kind == "missing" and loc else None
    steps = loc[:-1] if key is not None or (loc and loc[-1] == "[key]") else loc
    path, tags, _ = _best(_alignments(steps, data), error["input"])
    return FieldError(kind, error["msg"], error.get("ctx", {}), loc, path, tags, key)


def _best(alignments: Iterable[_Alignment], judged: object) -> _Alignment:
    """Prefer the way that ends at the very value that was judged, then the longest."""
    ranked = sorted(alignments, key=lambda way: (way[2] is judged, len(way[0])))
    return ranked[-1] if ranked else ((), (), None)


def _alignments(loc: Path, data: Value) -> Iterator[_Alignment]:
    """Give every reading of `loc` in which each text is a key of the data or a branch tag."""
    ways: list[tuple[Path, tuple[int, ...], Any]] = [((), (), data)]
    for position, step in enumerate(loc):
        longer: list[tuple[Path, tuple[int, ...], Any]] = []
        for path, tags, here in ways:
            if _holds(here, step):
                longer.append(((*path, step), tags, here[step]))
            if isinstance(step, str):
                longer.append((path, (*tags, position), here))
        ways = longer
    yield from ways


def _holds(here: object, step: str | int) -> bool:
    if isinstance(here, dict):
        return step in here
    return isinstance(here, list) and isinstance(step, int) and 0 <= step < len(here)


def one_branch(misfits: Sequence[FieldError]) -> list[FieldError]:
    """Keep, of each union, only the errors of the branch that comes nearest to the value."""
    kept = list(misfits)
    for position in range(max((len(m.loc) for m in misfits), default=0)):
        branches: dict[Path, dict[str | int, list[FieldError]]] = {}
        for found in kept:
            if position in found.tags:
                tagged = branches.setdefault(found.loc[:position], {})
                tagged.setdefault(found.loc[position], []).append(found)
        dropped: set[int] = set()
        for rivals in branches.values():
            dropped |= _all_but_nearest(list(rivals.values()), position)
        kept = [found for found in kept if id(found) not in dropped]
    return kept


def _all_but_nearest(rivals: list[list[FieldError]], position: int) -> set[int]:
    nearest = min(rivals, key=lambda faults: (_wrong_shape(faults, position), len(faults)))
    return {id(fault) for faults in rivals if faults is not nearest for fault in faults}


def _wrong_shape(faults: list[FieldError], position: int) -> bool:
    return all(f.kind in MISMATCHES and len(f.loc) == position + 1 for f in faults)


def keys_at(model: type[Record], path: Path, keys: Iterable[str]) -> dict[str, Field]:
    """Return the keys that the record at `path` may have, each with its field.

    Where several types of record are possible, the one that knows most of `keys` is meant.
    """
    records = [r for field in fields_at(model, path) for r in field.records] if path else [model]
    known = [{field.name: field for field in written_fields(record)} for record in records]
    typed = set(keys)
    return max(known, key=lambda fields: len(typed & fields.keys()), default={})
