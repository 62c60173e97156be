"""The texts of a report that each language says in its own words, and a report with other texts."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias, TypeVar

from generator.derive.snapshot.citations import evaluation_key, update_key
from generator.model.fields import Field, fields_of
from generator.model.report import Report
from generator.model.values import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")

PartKey: TypeAlias = tuple[str, str]
"""The kind and the key of a part of the report, as `("initiative", "shared-bicycles")`."""
Texts: TypeAlias = Mapping[str, str]
"""The texts of a part, by where each is in it, as `ideas.more-racks.text`."""
Replaced: TypeAlias = dict[int, Record]
"""Records with other texts, by the identity of those that they are made from."""

_MANY: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "areas": ("area", lambda area: str(area.id)),
    "initiatives": ("initiative", lambda initiative: str(initiative.id)),
    "updates": ("update", update_key),
    "evaluations": ("evaluation", evaluation_key),
    "editions": ("edition", lambda edition: str(edition.year)),
    "pages": ("page", lambda page: str(page.id)),
}
"""Parts of the report of which there are many: their kind, and how each is called."""

_SINGLE = ("about", "organization", "calendar", "sources")
_BACKGROUND = ("history", "survey", "salons", "discrepancies", "questions")


def parts_of(report: Report) -> Iterator[tuple[PartKey, Texts]]:
    """Yield every part of the report with its texts, those that have any.

    Labels and meanings of the vocabulary are not among them: the catalogue has them.
    """
    for holder, names in ((report, _SINGLE), (report.background, _BACKGROUND)):
        for name in names:
            if single := dict(_texts(getattr(holder, name), _path_of(name, holder))):
                yield (name, ""), single
    for name, (kind, key) in _MANY.items():
        for record in getattr(report, name):
            if texts := texts_of(record):
                yield (kind, key(record)), texts


def texts_of(record: Record) -> Texts:
    """Return the texts of a record and of all records inside it."""
    return dict(_texts(record, ()))


def with_texts(report: Report, texts: Mapping[PartKey, Texts]) -> tuple[Report, Replaced]:
    """Return the report with other texts in place of those at the same paths, and what that made.

    Records without any are the very same objects.
    """
    replaced: Replaced = {}

    def anew(value: T, part: PartKey, path: tuple[str, ...] = ()) -> T:
        return _with(value, texts[part], path, replaced) if part in texts else value

    def one(holder: Record, name: str) -> object:
        return anew(getattr(holder, name), (name, ""), _path_of(name, holder))

    background = _copy(
        report.background, {name: one(report.background, name) for name in _BACKGROUND}
    )
    many = {
        name: _same_if_equal(
            getattr(report, name),
            tuple(anew(record, (kind, key(record))) for record in getattr(report, name)),
        )
        for name, (kind, key) in _MANY.items()
    }
    single = {name: one(report, name) for name in _SINGLE}
    return _copy(report, {**single, **many, "background": background}), replaced


def record_with_texts(record: R, texts: Texts) -> R:
    """Return a record with other texts in place of those at the same paths."""
    made: R = _with(record, texts, (), {})
    return made


def _path_of(name: str, holder: Record) -> tuple[str, ...]:
    """Return where a part begins: a file that is a list has it under its name."""
    return (name,) if isinstance(getattr(holder, name), tuple) else ()


@cache
def _looked_at(model: type[Record]) -> tuple[Field, ...]:
    """Return the fields of a record that are texts for readers, or hold records."""
    return tuple(f for f in fields_of(model).values() if f.records or f.is_translated)


def _steps(value: object) -> Iterator[tuple[str, object]]:
    """Yield what is inside a list or a table, each with its step on the path."""
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            named = isinstance(item, Record) and item.KEY == ("id",)
            yield (item.key if named and isinstance(item, Record) else str(place)), item
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key), item


def _texts(value: object, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Record):
        for field in _looked_at(type(value)):
            inside = value.__dict__[field.name]
            if isinstance(inside, str):
                if field.is_translated and inside.strip():
                    yield ".".join((*path, field.name)), inside
            elif inside is not None:
                yield from _texts(inside, (*path, field.name))
    elif isinstance(value, str):
        yield ".".join(path), value
    else:
        for step, item in _steps(value):
            yield from _texts(item, (*path, step))


def _with(value: Any, texts: Texts, path: tuple[str, ...], replaced: Replaced) -> Any:  # noqa: ANN401 - as in a record
    match value:
        case str():
            return texts.get(".".join(path), value)
        case Record():
            inside = {
                f.name: _with(value.__dict__[f.name], texts, (*path, f.name), replaced)
                for f in _looked_at(type(value))
            }
            made = _copy(value, inside)
            if made is not value:
                replaced[id(value)] = made
            return made
        case tuple():
            items = [_with(item, texts, (*path, step), replaced) for step, item in _steps(value)]
            return _same_if_equal(value, tuple(items))
        case dict():
            table = {k: _with(v, texts, (*path, str(k)), replaced) for k, v in value.items()}
            return value if all(table[k] is v for k, v in value.items()) else table
    return value


def _copy(record: T, values: Mapping[str, object]) -> T:
    """Return a record with other values, itself where they are the very same."""
    assert isinstance(record, Record)  # noqa: S101 - only records come here
    new = {name: value for name, value in values.items() if value is not record.__dict__[name]}
    return record.model_copy(update=new) if new else record


def _same_if_equal(before: T, after: T) -> T:
    pairs = zip(before, after, strict=True)  # type: ignore[call-overload]
    return before if all(a is b for a, b in pairs) else after
