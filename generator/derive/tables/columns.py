"""What a flat table is made of: columns that say what they hold, and rows of plain values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeAlias, TypeVar

from generator.model.dates import PartialDate
from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.records import Amount, Dated, Missing
from generator.model.values import Record
from generator.words.field_meanings import field_meaning
from generator.words.message import Text, msg

Value: TypeAlias = str | int | bool | Decimal | date | PartialDate | tuple[str, ...] | None
"""What a cell holds; None where the record has no such value."""

R = TypeVar("R")


class CellKind(StrEnum):
    """What the cells of a column are."""

    ID = "id"
    IDS = "ids"
    KEY = "key"
    TEXT = "text"
    ADDRESS = "address"
    DATE = "partial_date"
    DAY = "day"
    NUMBER = "number"
    WHOLE = "whole_number"
    FLAG = "true_or_false"


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its name, what its cells are, what they mean, and how a record gives them."""

    name: str
    kind: CellKind
    said: Text | Field
    """What it means; or the field of the model that it gives, which says so when asked."""
    value: Callable[[R], Value]
    keys: tuple[StrEnum, ...] = ()
    """The keys that may be in it, where `kind` is KEY."""

    @property
    def means(self) -> Text:
        """What its cells mean, in a sentence."""
        return field_meaning(self.said) if isinstance(self.said, Field) else self.said


Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Records of one kind: a row each, a value for every column."""

    name: str
    title: Text
    means: Text
    key: tuple[str, ...]
    """The columns that together tell each row from all others."""
    columns: tuple[Column[Any], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OwnedRecord(Generic[R]):
    """A record and the id of the initiative that it belongs to, empty for none."""

    initiative: str
    record: R


def rows(columns: Iterable[Column[R]], records: Iterable[R]) -> tuple[Row, ...]:
    """Return a row for each record, in their order."""
    made = tuple(columns)
    return tuple(tuple(column.value(record) for column in made) for record in records)


def keyed(name: str, keys: type[StrEnum], means: Text, value: Callable[[R], Value]) -> Column[R]:
    """Return a column of fixed keys."""
    return Column(name, CellKind.KEY, means, value, tuple(keys))


def belonging(means: Text | None = None) -> Column[OwnedRecord[Any]]:
    """Return the column that ties a record to its initiative."""
    said = means or msg("dictionary-initiative")
    return Column("initiative", CellKind.ID, said, lambda row: row.initiative or None)


def field_columns(
    record: type[Record],
    names: Iterable[str],
    of: Callable[[R], Record | None],
    prefix: str = "",
) -> tuple[Column[R], ...]:
    """Return a column for each named field of a record, which a row may have, as the model says.

    `of` gives the record of a row. A value that is missing, or a text without words, is none.
    """
    fields = fields_of(record)
    return tuple(
        Column(
            f"{prefix}{name}",
            _kind(fields[name]),
            fields[name],
            partial(_value, of, name),
            tuple(fields[name].keys or ()),
        )
        for name in names
    )


def _value(of: Callable[[R], Record | None], name: str, row: R) -> Value:
    record = of(row)
    found: Value | Missing = record.__dict__[name] if record else None
    return None if found is None or found == "" or isinstance(found, Missing) else found


def _kind(field: Field) -> CellKind:
    if field.shape is Shape.LIST:
        return CellKind.IDS
    return _KINDS[field.holds]


_KINDS = {
    Holds.ID: CellKind.ID,
    Holds.KEY: CellKind.KEY,
    Holds.TEXT: CellKind.TEXT,
    Holds.PROSE: CellKind.TEXT,
    Holds.ADDRESS: CellKind.ADDRESS,
    Holds.DATE: CellKind.DATE,
    Holds.DAY: CellKind.DAY,
    Holds.NUMBER: CellKind.NUMBER,
    Holds.WHOLE: CellKind.WHOLE,
    Holds.FLAG: CellKind.FLAG,
}


def amount_columns(amount: Callable[[R], Amount | None]) -> tuple[Column[R], ...]:
    """Return the columns of a figure as its source gives it."""
    return field_columns(Amount, fields_of(Amount), amount)


def entry_columns(record: Callable[[R], Dated]) -> tuple[Column[R], ...]:
    """Return the columns that every dated record ends with: day of entry and sources."""
    return field_columns(Dated, ("recorded", "sources"), record)


def pairs(states: Iterable[tuple[str, StrEnum]]) -> tuple[str, ...]:
    """Return names with their keys, as `name=key`."""
    return tuple(f"{name}={key.value}" for name, key in states)
