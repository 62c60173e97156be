"""What stands in the workbook: one sheet for each kind of record, its columns from the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin

from generator.editorial.updates.content_files import MODELS
from generator.load.binding_paths import held_elsewhere, written_fields
from generator.model.dates import PartialDate
from generator.model.organization import Post
from generator.model.records import Missing
from generator.model.statuses import Status
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
    LINES = "lines"
    """Several texts, one to a line."""


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
    gap: bool = False
    """Whether it says why a value is missing, and so stays empty where there is one."""

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several words or texts."""
        return self.holds in (Holds.MANY, Holds.LINES)


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
    ways: tuple[Names, ...] = ()
    """Of each list above the last, the fields that tell its records apart."""
    mapping: bool = False
    """Whether the last list is keys with one word each."""

    @property
    def keys(self) -> tuple[Column, ...]:
        """The columns that tell one row from all others, first in the sheet."""
        return tuple(column for column in self.columns if column.is_key)

    @property
    def meaning(self) -> str:
        """What one of its rows is, in a sentence."""
        said = "What became of one idea." if self.mapping else self.record.__doc__ or ""
        return " ".join(said.split("\n\n")[0].split())


FILE_KEYS: Mapping[str, Names] = {
    "initiative": ("initiative",),
    "update": ("milestone", "initiative"),
    "evaluation": ("year", "subject"),
    "area": ("area",),
    "report": (),
    "organisation": (),
    "cycles": (),
    "sources": (),
}
"""What the key columns of a file are called."""

_SHEETS: tuple[tuple[str, str, Names], ...] = (
    ("initiatives", "initiative", ()),
    ("updates", "update", ()),
    ("update ideas", "update", ("ideas",)),
    ("evaluations", "evaluation", ()),
    ("evaluation goals", "evaluation", ("goals",)),
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
    ("event figures", "initiative", ("events", "figures")),
    ("links", "initiative", ("links",)),
    ("measures", "initiative", ("measures",)),
    ("series", "initiative", ("measures", "series")),
    ("targets", "initiative", ("measures", "targets")),
    ("points", "initiative", ("measures", "actuals")),
    ("rival values", "initiative", ("measures", "actuals", "also_stated")),
    ("findings", "initiative", ("findings",)),
    ("other titles", "initiative", ("also_titled",)),
    ("pictures", "initiative", ("pictures",)),
    ("areas", "area", ()),
    ("area goals", "area", ("goals",)),
    ("area measures", "area", ("measures",)),
    ("area series", "area", ("measures", "series")),
    ("area targets", "area", ("measures", "targets")),
    ("area points", "area", ("measures", "actuals")),
    ("area rival values", "area", ("measures", "actuals", "also_stated")),
    ("area figures", "area", ("figures",)),
    ("programme goals", "report", ("goals",)),
    ("programme events", "report", ("events",)),
    ("programme event figures", "report", ("events", "figures")),
    ("units", "organisation", ("units",)),
    ("posts", "organisation", ("posts",)),
    ("outside partners", "organisation", ("partners",)),
    ("budget cycles", "cycles", ("cycles",)),
    ("budget figures", "cycles", ("cycles", "figures")),
    ("milestones", "cycles", ("milestones",)),
    ("sources", "sources", ("sources",)),
)
_ABOVE = {"measures": "measure", "roadmap": "step", "events": "event", "cycles": "cycle"}
"""What the id of a record above is called."""

_REFERS = {
    "initiative": "initiative",
    "continues_in": "initiative",
    "to": "initiative",
    "area": "area",
    "holder": "holder",
    "author": "post",
    "head": "post",
    "org": "organisation",
    "by": "organisation",
    "department": "unit",
    "part_of": "unit",
    "goal": "goal",
    "subject": "subject",
    "cycle": "cycle",
}
"""What the ids in a field are ids of."""

_LINES = frozenset({"themes", "functions", "also_named", "also_titled"})
"""Lists of texts in which a semicolon is a sign like others."""


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of row that the workbook holds, in the order of its sheets."""
    return tuple(_kind(*sheet) for sheet in _SHEETS)


def _kind(name: str, file: str, lists: Names) -> Kind:
    record = MODELS[file]
    above = [_key(word, f"The {word} it belongs to.", word) for word in FILE_KEYS[file]]
    ways: list[Names] = []
    for place, field in enumerate(lists):
        annotation = record.model_fields[field].annotation
        below = _record_in(annotation)
        if below is None:
            states = get_args(annotation)[1]
            word = Column("state", (), Holds.TEXT, "What became of it.", words=_words(states))
            return Kind(
                name, file, lists, record, (*above, _key("idea", "Its id."), word), mapping=True
            )
        record = below
        record.model_rebuild()  # a field may name a record that is defined below it
        if place < len(lists) - 1:
            above += _keys_above(record, _ABOVE.get(field, field))
            ways.append(record.KEY)
    keys = record.KEY if lists else ()
    own = sorted(_columns(record, keys), key=lambda column: not column.is_key)
    if not lists:
        own = [column for column in own if column.name not in _file_fields(file)]
    return Kind(name, file, lists, record, (*above, *own), tuple(ways))


def _file_fields(file: str) -> Names:
    return FILE_KEYS[file] if len(FILE_KEYS[file]) > 1 else ("id",)


def _keys_above(record: type[Record], called: str) -> Iterator[Column]:
    """Yield the columns that name one of the records that a row belongs to."""
    for name in record.KEY:
        label = called if name == "id" else name
        yield _key(label, f"The {label.replace('_', ' ')} of what it belongs to.")


def _key(name: str, note: str, refers: str = "") -> Column:
    holds = Holds.NUMBER if name == "year" else Holds.TEXT
    return Column(name, (), holds, note, is_key=True, refers=_REFERS.get(refers, ""))


def _columns(record: type[Record], keys: Names = (), above: Names = ()) -> Iterator[Column]:
    """Yield a column for each value of a record that fits into one cell, in the model's order."""
    for name, note in {**written_fields(record), **dict.fromkeys(held_elsewhere(record))}.items():
        annotation, why = _parted(record.model_fields[name].annotation)
        path = (*above, name)
        plain = _plain(annotation)
        if isinstance(plain, type) and issubclass(plain, Record):
            yield from () if above else _columns(plain, (), path)
        elif (holds := Holds.LINES if name in _LINES else _holds(plain)) is not None:
            yield Column(
                ".".join(path),
                path,
                holds,
                _note(record, name, note, may_miss=why is not None),
                name in keys,
                () if holds in (Holds.MANY, Holds.LINES) else _words(plain),
                _refers(record, name) if holds is Holds.TEXT else "",
            )
        if why is not None and not above:
            yield from _gap_columns(why, name)


def _gap_columns(why: type[Record], name: str) -> Iterator[Column]:
    """Yield the columns that say why a value is missing."""
    for column in _columns(why, (), (name,)):
        note = f"Only where there is no {name.replace('_', ' ')}: {column.path[-1]}."
        yield replace(column, note=note.replace("_", " "), gap=True)


def _refers(record: type[Record], name: str) -> str:
    return "unit" if (record, name) == (Post, "unit") else _REFERS.get(name, "")


def _note(record: type[Record], name: str, note: str | None, *, may_miss: bool) -> str:
    words = note or f"{(record.__doc__ or '').split(chr(10))[0]} ({name.replace('_', ' ')})"
    needed = " Must be filled in." if record.model_fields[name].is_required() else ""
    if may_miss:
        needed = " Must be filled in, or else why it is missing."
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


def _parted(annotation: Any) -> tuple[Any, type[Missing] | None]:  # noqa: ANN401
    """Return the value's own type, and Missing where a record may say why there is none."""
    plain = _plain(annotation)
    if get_origin(plain) in (Union, UnionType):
        branches = [_plain(branch) for branch in get_args(plain)]
        if Missing in branches:
            return next(branch for branch in branches if branch is not Missing), Missing
    return annotation, None


def _record_in(annotation: Any) -> type[Record] | None:  # noqa: ANN401
    """Return the kind of record of which a field holds a list; None where it holds none."""
    plain = _plain(_parted(annotation)[0])
    inner = _plain(get_args(plain)[0]) if get_origin(plain) is tuple else None
    return inner if isinstance(inner, type) and issubclass(inner, Record) else None


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
