"""From a validation error's location to the value in the file and the model that judged it.

Pydantic writes branch tags of unions between keys and positions; the file knows only the latter.
"""

import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails

from generator.load.document import Path, Value
from generator.model.meanings import meanings
from generator.model.values import Record, key_order

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
class Misfit:
    """One validation error with the path of its value in the file.

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


def misfit(error: ErrorDetails, data: Value) -> Misfit:
    """Return a validation error together with the path of what it is about."""
    loc = error["loc"]
    kind = error["type"]
    key = str(loc[-1]) if kind == "missing" and loc else None
    steps = loc[:-1] if key is not None or (loc and loc[-1] == "[key]") else loc
    path, tags, _ = _best(_alignments(steps, data), error["input"])
    return Misfit(kind, error["msg"], error.get("ctx", {}), loc, path, tags, key)


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


def one_branch(misfits: Sequence[Misfit]) -> list[Misfit]:
    """Keep, of each union, only the errors of the branch that comes nearest to the value."""
    kept = list(misfits)
    for position in range(max((len(m.loc) for m in misfits), default=0)):
        branches: dict[Path, dict[str | int, list[Misfit]]] = {}
        for found in kept:
            if position in found.tags:
                tagged = branches.setdefault(found.loc[:position], {})
                tagged.setdefault(found.loc[position], []).append(found)
        dropped: set[int] = set()
        for rivals in branches.values():
            dropped |= _all_but_nearest(list(rivals.values()), position)
        kept = [found for found in kept if id(found) not in dropped]
    return kept


def _all_but_nearest(rivals: list[list[Misfit]], position: int) -> set[int]:
    nearest = min(rivals, key=lambda faults: (_wrong_shape(faults, position), len(faults)))
    return {id(fault) for faults in rivals if faults is not nearest for fault in faults}


def _wrong_shape(faults: list[Misfit], position: int) -> bool:
    return all(f.kind in MISMATCHES and len(f.loc) == position + 1 for f in faults)


def fields_at(model: type[BaseModel], path: Path, keys: Iterable[str]) -> dict[str, str]:
    """Return the keys that the record at `path` may have, each with what its model says of it.

    Where several models are possible, the one that knows most of `keys` is meant.
    """
    reached: list[Any] = [model]
    for step in path:
        reached = [below for found in reached for below in _below(found, step)]
    models = [found for annotation in reached for found in _models(annotation)]
    known = [written_fields(found) for found in models]
    typed = set(keys)
    return max(known, key=lambda fields: len(typed & fields.keys()), default={})


def written_fields(model: type[BaseModel]) -> dict[str, str]:
    """Return the keys that a file writes for `model`, in their order, with what they mean."""
    names = key_order(model) if issubclass(model, Record) else list(model.model_fields)
    elsewhere, said = held_elsewhere(model), meanings(model)
    return {name: said.get(name, "") for name in names if name not in elsewhere}


def held_elsewhere(model: type[BaseModel]) -> dict[str, str]:
    """Return the fields that do not stand in the record's own YAML, and where they do."""
    elsewhere = {}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        if isinstance(extra, dict) and "in_file" in extra:
            elsewhere[name] = str(extra["in_file"])
    return elsewhere


def _alternatives(annotation: Any) -> Iterator[Any]:  # noqa: ANN401
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for branch in get_args(annotation):
            yield from _alternatives(branch)
    else:
        yield annotation


def _models(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401
    return [
        found
        for found in _alternatives(annotation)
        if isinstance(found, type) and issubclass(found, BaseModel)
    ]


def _below(annotation: Any, step: str | int) -> Iterator[Any]:  # noqa: ANN401
    for found in _alternatives(annotation):
        origin, inner = get_origin(found), get_args(found)
        if isinstance(found, type) and issubclass(found, RootModel):
            yield from _below(found.model_fields["root"].annotation, step)
        elif isinstance(found, type) and issubclass(found, BaseModel):
            if step in found.model_fields:
                yield found.model_fields[str(step)].annotation
        elif isinstance(step, int) and origin in (list, tuple, set, frozenset) and inner:
            yield inner[0]
        elif isinstance(step, str) and origin is dict:
            yield inner[1]
