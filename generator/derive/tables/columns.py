"""What a flat table is made of: columns that say what they hold, and rows of plain values."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

from generator.model.dates import PartialDate
from generator.model.keys import Qualifier
from generator.model.records import Amount, Dated, Sourced

Value: TypeAlias = str | int | bool | Decimal | date | PartialDate | tuple[str, ...] | None
"""What a cell holds; None where the record has no such value."""

R = TypeVar("R")


class Kind(StrEnum):
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
    kind: Kind
    means: str
    value: Callable[[R], Value]
    keys: type[StrEnum] | None = None
    """The keys that may stand in it, where `kind` is KEY."""


Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class FlatTable:
    """Records of one kind: a row each, a value for every column."""

    name: str
    title: str
    means: str
    key: tuple[str, ...]
    """The columns that together tell each row from all others."""
    columns: tuple[Column[Any], ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Within(Generic[R]):
    """A record and the id of the initiative that it belongs to, empty for none."""

    initiative: str
    record: R


def rows(columns: Iterable[Column[R]], records: Iterable[R]) -> tuple[Row, ...]:
    """Return a row for each record, in their order."""
    made = tuple(columns)
    return tuple(tuple(column.value(record) for column in made) for record in records)


def keyed(name: str, keys: type[StrEnum], means: str, value: Callable[[R], Value]) -> Column[R]:
    """Return a column of fixed keys."""
    return Column(name, Kind.KEY, means, value, keys)


def belonging(means: str = "The initiative's id.") -> Column[Within[Any]]:
    """Return the column that ties a record to its initiative."""
    return Column("initiative", Kind.ID, means, lambda row: row.initiative or None)


def amount_columns(amount: Callable[[R], Amount | None]) -> tuple[Column[R], ...]:
    """Return the columns of a figure as its source gives it."""

    def part(name: str) -> Callable[[R], Value]:
        def value(record: R) -> Value:
            figure = amount(record)
            found: Value = getattr(figure, name) if figure else None
            return found

        return value

    return (
        Column("value", Kind.NUMBER, "The figure, digit by digit as typed.", part("value")),
        Column("low", Kind.NUMBER, "Lower end, where the source gives a range.", part("low")),
        Column("high", Kind.NUMBER, "Upper end, where the source gives a range.", part("high")),
        keyed("qualifier", Qualifier, "How exact the source is.", part("qualifier")),
        Column("stated", Kind.TEXT, "The source's own wording of the figure.", part("stated")),
    )


def source_column(record: Callable[[R], Sourced]) -> Column[R]:
    """Return the column of the sources that a record rests on."""
    means = "Ids of the sources it rests on."
    return Column("sources", Kind.IDS, means, lambda row: record(row).sources)


def entry_columns(record: Callable[[R], Dated]) -> tuple[Column[R], ...]:
    """Return the columns that every dated record ends with: day of entry and sources."""
    means = "The day on which the record was entered."
    entered: Column[R] = Column("recorded", Kind.DAY, means, lambda row: record(row).recorded)
    return (entered, source_column(record))


def pairs(states: Iterable[tuple[str, StrEnum]]) -> tuple[str, ...]:
    """Return names with their keys, as `name=key`."""
    return tuple(f"{name}={key.value}" for name, key in states)
