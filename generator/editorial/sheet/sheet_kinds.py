"""What is in the workbook: one sheet for each kind of record, its columns from the model."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from generator.model import fields
from generator.model.fields import Field, Shape, fields_of, held_elsewhere, written_fields
from generator.model.files import FILE_KINDS
from generator.model.keys import RoleKind
from generator.model.records import Missing
from generator.model.values import Record, Title
from generator.words.states import is_explained, usual_labels

Names: TypeAlias = tuple[str, ...]


class CellContent(StrEnum):
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
class SheetColumn:
    """One column of a sheet."""

    name: str
    path: Names
    """Where the value is in the record; empty for the key of a file or of a list above."""
    holds: CellContent
    note: str
    is_key: bool = False
    words: Names = ()
    """The only words allowed, where there are such."""
    labels: Names = ()
    """What readers call these words, in their order, where they have another name for them."""
    refers: str = ""
    """What its words name (`Ref.to`), where they name something."""
    is_wide: bool = False
    """Whether its texts need room."""
    gap: bool = False
    """Whether it says why a value is missing, and so stays empty where there is one."""

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several words or texts."""
        return self.holds in (CellContent.MANY, CellContent.LINES)


@dataclass(frozen=True, slots=True)
class SheetKind:
    """One sheet: records of one kind, wherever in the content they are."""

    name: str
    file: str
    """The kind of file that holds them."""
    lists: Names
    """The lists that lead to them inside the file; none where a file is one record.

    A list inside of single records is named with these, as "schedule.end.forecasts".
    """
    record: type[Record]
    columns: tuple[SheetColumn, ...]
    ways: tuple[Names, ...] = ()
    """Of each list above the last, the fields that tell its records apart."""
    mapping: bool = False
    """Whether the last list is keys with one value each."""
    single: bool = False
    """Whether the last one is no list but one record."""

    @property
    def keys(self) -> tuple[SheetColumn, ...]:
        """The columns that tell one row from all others, first in the sheet."""
        return tuple(column for column in self.columns if column.is_key)

    @property
    def meaning(self) -> str:
        """What one of its rows is, in a sentence."""
        said = _PAIRS[self.lists[-1]].means if self.mapping else self.record.__doc__ or ""
        return " ".join(said.split("\n\n")[0].split())


FILE_KEYS: Mapping[str, Names] = {
    "initiative": ("initiative",),
    "update": ("milestone", "initiative"),
    "evaluation": ("year", "subject"),
    "area": ("area",),
    "report": (),
    "organization": (),
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
    ("step forecasts", "initiative", ("roadmap", "forecasts")),
    ("starts", "initiative", ("schedule.start",)),
    ("new starts", "initiative", ("schedule.start.planned.revised",)),
    ("start forecasts", "initiative", ("schedule.start.forecasts",)),
    ("ends", "initiative", ("schedule.end",)),
    ("new ends", "initiative", ("schedule.end.planned.revised",)),
    ("end forecasts", "initiative", ("schedule.end.forecasts",)),
    ("approvals", "initiative", ("approvals",)),
    ("support", "initiative", ("support",)),
    ("funding", "initiative", ("funding",)),
    ("funding by year", "initiative", ("funding", "years")),
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
    ("own numbers", "initiative", ("own_ids",)),
    ("places", "initiative", ("places",)),
    ("progress", "initiative", ("progress",)),
    ("risks", "initiative", ("risks",)),
    ("documents", "initiative", ("documents",)),
    ("addenda", "initiative", ("later",)),
    ("event addenda", "initiative", ("events", "later")),
    ("measure addenda", "initiative", ("measures", "later")),
    ("areas", "area", ()),
    ("area goals", "area", ("goals",)),
    ("area measures", "area", ("measures",)),
    ("area series", "area", ("measures", "series")),
    ("area targets", "area", ("measures", "targets")),
    ("area points", "area", ("measures", "actuals")),
    ("area rival values", "area", ("measures", "actuals", "also_stated")),
    ("area figures", "area", ("figures",)),
    ("area addenda", "area", ("later",)),
    ("area goal addenda", "area", ("goals", "later")),
    ("area measure addenda", "area", ("measures", "later")),
    ("funds", "report", ("funds",)),
    ("program goals", "report", ("goals",)),
    ("program events", "report", ("events",)),
    ("program event figures", "report", ("events", "figures")),
    ("program goal addenda", "report", ("goals", "later")),
    ("program event addenda", "report", ("events", "later")),
    ("taxonomies", "report", ("taxonomies",)),
    ("taxonomy groups", "report", ("taxonomies", "values")),
    ("units", "organization", ("units",)),
    ("posts", "organization", ("posts",)),
    ("outside partners", "organization", ("partners",)),
    ("unit addenda", "organization", ("units", "later")),
    ("post addenda", "organization", ("posts", "later")),
    ("partner addenda", "organization", ("partners", "later")),
    ("budget cycles", "cycles", ("cycles",)),
    ("budget figures", "cycles", ("cycles", "figures")),
    ("milestones", "cycles", ("milestones",)),
    ("cycle addenda", "cycles", ("cycles", "later")),
    ("milestone addenda", "cycles", ("milestones", "later")),
    ("sources", "sources", ("sources",)),
)
_ABOVE = {
    "funding": "funding",
    "measures": "measure",
    "roadmap": "step",
    "events": "event",
    "cycles": "cycle",
    "goals": "goal",
    "taxonomies": "taxonomy",
    "units": "unit",
    "posts": "post",
    "partners": "partner",
    "milestones": "milestone",
}
"""What the id of a record above is called."""


@cache
def sheet_kinds() -> tuple[SheetKind, ...]:
    """Return every kind of row that the workbook holds, in the order of its sheets."""
    return tuple(_kind(*sheet) for sheet in _SHEETS)


def _kind(name: str, file: str, lists: Names) -> SheetKind:
    record = FILE_KINDS[file].record
    above = [_file_key(file, word) for word in FILE_KEYS[file]]
    ways: list[Names] = []
    for place, field in enumerate(lists):
        inside = _inside(record, field)
        if inside.of is None:
            columns = (*above, *_pair_columns(inside))
            return SheetKind(name, file, lists, record, columns, tuple(ways), mapping=True)
        record = inside.of
        if place < len(lists) - 1:
            above += _keys_above(record, _ABOVE.get(field, field))
            ways.append(record.KEY)
    is_single = bool(lists) and inside.shape is Shape.ONE
    keys = record.KEY if lists and not is_single else ()
    own = sorted(_columns(record, keys), key=lambda column: not column.is_key)
    if not lists:
        own = [column for column in own if column.name not in _file_fields(file)]
    return SheetKind(name, file, lists, record, (*above, *own), tuple(ways), single=is_single)


def _inside(record: type[Record], path: str) -> Field:
    """Return the field at the end of a path of fields with points between them."""
    *above, last = path.split(".")
    for name in above:
        inner = fields_of(record)[name].of
        assert inner  # noqa: S101 - the list of sheets names records alone
        record = inner
    return fields_of(record)[last]


def _pair_columns(field: Field) -> tuple[SheetColumn, SheetColumn]:
    """Return the two columns of a mapping: its keys, and the one value of each."""
    pair = _PAIRS[field.name]
    note = f"{field.meaning} {pair.key_note}"
    holds = _cell_content(field)
    return (
        SheetColumn(pair.key, (), CellContent.TEXT, note, is_key=True),
        SheetColumn(pair.value, (), holds, pair.means, words=field.words),
    )


def _file_fields(file: str) -> Names:
    return FILE_KEYS[file] if len(FILE_KEYS[file]) > 1 else ("id",)


def _file_key(file: str, word: str) -> SheetColumn:
    """Return the column that says in which file a row is."""
    field = fields_of(FILE_KINDS[file].record).get(word)
    if field is None:
        return SheetColumn(
            word, (), CellContent.TEXT, f"The {word} it belongs to.", is_key=True, refers=word
        )
    return replace(_column(field, ()), path=(), is_key=True)


def _keys_above(record: type[Record], called: str) -> Iterator[SheetColumn]:
    """Yield the columns that name one of the records that a row belongs to."""
    for name in record.KEY:
        label = called if name == "id" else name
        note = f"The {label.replace('_', ' ')} of what it belongs to."
        yield SheetColumn(label, (), CellContent.TEXT, note, is_key=True)


def _columns(record: type[Record], keys: Names = (), above: Names = ()) -> Iterator[SheetColumn]:
    """Yield a column for each value of a record that fits into one cell, in the model's order."""
    for field in (*written_fields(record), *held_elsewhere(record)):
        if field.of is None and field.shape is not Shape.MAPPING:
            yield replace(_column(field, above), is_key=field.name in keys)
        elif field.of and field.shape is Shape.ONE and not _has_parts(field.of):
            yield from _columns(field.of, (), (*above, field.name))
        if field.may_be_missing:
            yield from _gap_columns(field, above)


def _has_parts(record: type[Record]) -> bool:
    """Return whether a record holds single records, which have sheets of their own."""
    return any(field.of and field.shape is Shape.ONE for field in fields_of(record).values())


def _gap_columns(missing: Field, above: Names) -> Iterator[SheetColumn]:
    """Yield the columns that say why a value is missing."""
    for column in _columns(Missing, (), (*above, missing.name)):
        note = f"Only if there is no {missing.label.lower()}: {column.note}"
        yield replace(column, note=note, gap=True)


def _column(field: Field, above: Names) -> SheetColumn:
    path = (*above, field.name)
    holds = _cell_content(field)
    return SheetColumn(
        name=".".join(path),
        path=path,
        holds=holds,
        note=f"{field.label}. {field.meaning} {field.needed} For example: {field.example}"
        + _explained(field),
        words=field.words if field.shape is Shape.ONE else (),
        labels=tuple(_labels(field).values()) if field.shape is Shape.ONE else (),
        refers=_refers(field) if holds in _IDS else "",
        is_wide=field.is_long or field.holds is fields.Holds.PROSE or field.value == Title,
    )


def _refers(field: Field) -> str:
    """Return what a column's words name; those of roles are the ones that a report asks for."""
    if field.keys is RoleKind:
        return "role"
    return field.ref.to if field.ref else ""


def _explained(field: Field) -> str:
    """Return what the keys of a field are called, where they have a label of their own."""
    if field.keys is RoleKind:
        return ""
    labels = _labels(field)
    told = "; ".join(f"{key} is “{label}”" for key, label in labels.items())
    return f" {told}." if told else ""


def _labels(field: Field) -> Mapping[str, str]:
    if field.keys is None or not is_explained(field.keys):
        return {}
    return usual_labels(field.keys, field.words)


def _cell_content(field: Field) -> CellContent:
    if field.shape is Shape.LIST:
        return CellContent.LINES if field.holds is fields.Holds.TEXT else CellContent.MANY
    return _HOLDS.get(field.holds, CellContent.TEXT)


@dataclass(frozen=True, slots=True)
class _Pair:
    """What the two columns of a mapping are called."""

    key: str
    key_note: str
    value: str
    means: str


_PAIRS = {
    "ideas": _Pair("idea", "The idea's id.", "state", "What became of one idea."),
    "years": _Pair("year", "The id of the year.", "value", "The amount of one year."),
}

_IDS = (CellContent.TEXT, CellContent.MANY)
"""What columns may hold whose words name something."""


_HOLDS = {
    fields.Holds.FLAG: CellContent.FLAG,
    fields.Holds.WHOLE: CellContent.NUMBER,
    fields.Holds.NUMBER: CellContent.NUMBER,
    fields.Holds.DAY: CellContent.DATE,
    fields.Holds.DATE: CellContent.DATE,
}
"""What a cell may hold besides text, by what the field holds."""
