"""What stands in the workbook: one sheet for each kind of record, its columns from the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from generator.editorial.content_files import MODELS
from generator.load.shape_paths import held_elsewhere, written_fields
from generator.model.dates import PartialDate
from generator.model.keys import Status
from generator.model.values import Record

Names: TypeAlias = tuple[str, ...]


class Holds(StrEnum):
    """What a cell may hold besides text."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    DATE = "date"
    MANY = "many"
    """Several words, with semicolons between them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet."""

    name: str
    path: Names
    """Where the value stands in the record; empty for the key of a file or of a list above."""
    holds: Holds
    note: str
    is_key: bool = False
    words: Names = ()
    """The only words allowed, where there are such."""
    refers: str = ""
    """What its words are ids of, where they are: `post`, `initiative`, `area`, ..."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One sheet: records of one kind, wherever in the content they stand."""

    name: str
    file: str
    """The kind of file that holds them."""
    lists: Names
    """The lists that lead to them inside the file; none where a file is one record."""
    record: type[Record]
    columns: tuple[Column, ...]
    mapping: bool = False
    """Whether the last list is keys with one word each."""

    @property
    def keys(self) -> tuple[Column, ...]:
        """The columns that tell one row from all others, first in the sheet."""
        return tuple(column for column in self.columns if column.is_key)


FILE_KEYS: Mapping[str, Names] = {
    "initiative": ("initiative",),
    "update": ("milestone", "initiative"),
    "area": ("area",),
}
"""What the key columns of a file are called."""

_SHEETS: tuple[tuple[str, str, Names], ...] = (
    ("initiatives", "initiative", ()),
    ("updates", "update", ()),
    ("update ideas", "update", ("ideas",)),
    ("ideas", "initiative", ("ideas",)),
    ("roles", "initiative", ("roles",)),
    ("partners", "initiative", ("partners",)),
    ("goals", "initiative", ("goals",)),
    ("work plan", "initiative", ("work_plan",)),
    ("roadmap", "initiative", ("roadmap",)),
    ("new dates", "initiative", ("roadmap", "revised")),
    ("approvals", "initiative", ("approvals",)),
    ("support", "initiative", ("support",)),
    ("funding", "initiative", ("funding",)),
    ("staffing", "initiative", ("staffing",)),
    ("events", "initiative", ("events",)),
    ("links", "initiative", ("links",)),
    ("measures", "initiative", ("measures",)),
    ("targets", "initiative", ("measures", "targets")),
    ("points", "initiative", ("measures", "actuals")),
    ("findings", "initiative", ("findings",)),
    ("area measures", "area", ("measures",)),
    ("area targets", "area", ("measures", "targets")),
    ("area points", "area", ("measures", "actuals")),
)
_ABOVE = {"measures": "measure", "roadmap": "step"}
"""What the key of a list above is called."""

_REFERS = {
    "initiative": "initiative",
    "continues_in": "initiative",
    "to": "initiative",
    "area": "area",
    "holder": "holder",
    "author": "post",
    "org": "organisation",
    "by": "organisation",
    "department": "unit",
    "goal": "goal",
}
"""What the ids in a field are ids of."""


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of row that the workbook holds, in the order of its sheets."""
    return tuple(_kind(*sheet) for sheet in _SHEETS)


def _kind(name: str, file: str, lists: Names) -> Kind:
    record = MODELS[file]
    above = [_key(word, f"The {word} it belongs to.", word) for word in FILE_KEYS[file]]
    for place, field in enumerate(lists):
        annotation = record.model_fields[field].annotation
        below = next(_records(annotation), None)
        if below is None:
            states = get_args(annotation)[1]
            word = Column("state", (), Holds.TEXT, "What became of it.", words=_words(states))
            return Kind(
                name, file, lists, record, (*above, _key("idea", "Its id."), word), mapping=True
            )
        record = below
        record.model_rebuild()  # a field may name a record that is defined below it
        if place < len(lists) - 1:
            above.append(_key(_ABOVE[field], f"The id of the {_ABOVE[field]} it belongs to."))
    if not lists:
        own = [column for column in _columns(record) if column.name not in _file_fields(file)]
        return Kind(name, file, lists, record, (*above, *own))
    own = sorted(_columns(record, record.KEY), key=lambda column: not column.is_key)
    return Kind(name, file, lists, record, (*above, *own))


def _file_fields(file: str) -> Names:
    return ("id",) if file != "update" else FILE_KEYS[file]


def _key(name: str, note: str, refers: str = "") -> Column:
    return Column(name, (), Holds.TEXT, note, is_key=True, refers=_REFERS.get(refers, ""))


def _columns(record: type[Record], keys: Names = (), above: Names = ()) -> Iterator[Column]:
    """Yield a column for each value of a record that fits into one cell, in the model's order."""
    for name, note in {**written_fields(record), **dict.fromkeys(held_elsewhere(record))}.items():
        annotation = record.model_fields[name].annotation
        path = (*above, name)
        if any(_records(annotation)):
            plain = _plain(annotation)
            if isinstance(plain, type) and not above:
                yield from _columns(plain, (), path)
            continue
        holds = _holds(annotation)
        if holds is not None:
            yield Column(
                ".".join(path),
                path,
                holds,
                _note(record, name, note),
                name in keys,
                _words(annotation) if holds is not Holds.MANY else (),
                _REFERS.get(name, "") if holds is Holds.TEXT else "",
            )


def _note(record: type[Record], name: str, note: str | None) -> str:
    words = note or f"{(record.__doc__ or '').split(chr(10))[0]} ({name.replace('_', ' ')})"
    needed = " Must be filled in." if record.model_fields[name].is_required() else ""
    return " ".join(words.split()) + needed


def _plain(annotation: Any) -> Any:  # noqa: ANN401
    """Return a type without what only annotates it, and without None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        branches = [branch for branch in get_args(annotation) if branch is not type(None)]
        if len(branches) == 1:
            return _plain(branches[0])
    return annotation


def _records(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401
    """Yield the kinds of record that a field may hold; why a value is missing is none of them."""
    plain = _plain(annotation)
    if get_origin(plain) in (Union, UnionType):
        lists = [b for b in map(_plain, get_args(plain)) if get_origin(b) is tuple]
        # Where one value stands beside the reason why it is missing, no cell can hold both.
        for branch in lists or get_args(plain):
            yield from _records(branch)
    elif get_origin(plain) is tuple:
        yield from _records(get_args(plain)[0])
    elif isinstance(plain, type) and issubclass(plain, Record):
        yield plain


def _holds(annotation: Any) -> Holds | None:  # noqa: ANN401
    plain = _plain(annotation)
    if get_origin(plain) is tuple:
        return Holds.MANY if _holds(get_args(plain)[0]) is Holds.TEXT else None
    if not isinstance(plain, type):
        return None
    if issubclass(plain, bool):
        return Holds.FLAG
    if issubclass(plain, int | Decimal):
        return Holds.NUMBER
    if issubclass(plain, PartialDate | date):
        return Holds.DATE
    return Holds.TEXT if issubclass(plain, str) else None


def _words(annotation: Any) -> Names:  # noqa: ANN401
    plain = _plain(annotation)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return tuple(str(key.value) for key in plain if key is not Status.NOT_REPORTED)
    return ("true", "false") if plain is bool else ()
