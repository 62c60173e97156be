"""Tables written down as columns: what each is called, and its value of a record."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.views.base.blocks import Cell, Fact, Inline, Table, TableColumn, Words
from generator.views.base.shared import sources
from generator.words.message import Text, Unsaid

R = TypeVar("R")

MANY_ROWS = 4
"""From so many rows on, what all of them say is said once; a short table is read as it is."""

Value: TypeAlias = Text | Inline | Cell | None
"""What may be written for a cell: nothing, a text, a number, one piece or several."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What heads a column in which figures are below each other."""

    label: Text


Columns: TypeAlias = Mapping[Text | Figures, Callable[[R], Value]]
"""By what heads it."""


def cell(value: Value) -> Cell:
    """Return a value as the pieces of a cell."""
    match value:
        case tuple():
            return value
        case None | "":
            return ()
        case str() | int() | Decimal() | date() | PartialDate() | Unsaid():
            return (Words(value),)
    return (value,)


def table(  # noqa: PLR0913 - the last two are keywords with a default
    table_id: str,
    caption: Text,
    records: Iterable[R],
    columns: Columns[R],
    *,
    stacked: bool = True,
    dense: bool = False,
) -> Table:
    """Return a table with a row for each record; the first column names the row.

    The table's id on the page is `table_id` with `-table` behind it, so that a heading may have
    the plain one. Columns in which no row has anything are left out, the first excepted. A column
    in which many rows all say the same is said once, above the table, unless no other is left
    beside the first: a table of one column is none.
    """
    rows = [tuple(cell(value(record)) for value in columns.values()) for record in records]
    heads = [_column(label, first=not place) for place, label in enumerate(columns)]
    filled = [p for p in range(len(columns)) if not p or any(row[p] for row in rows)]
    same = [place for place in filled if place and _is_same(rows, place)]
    if same and len(same) == len(filled) - 1:
        same.pop()
    kept = [place for place in filled if place not in same]
    return Table(
        id=f"{table_id}-table",
        caption=caption,
        columns=tuple(heads[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        stacked=stacked,
        dense=dense,
        same=tuple(Fact(heads[place].label, rows[0][place]) for place in same),
    )


def _is_same(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    """Return whether so many rows say the same in a column that one sentence says it better."""
    return len(rows) >= MANY_ROWS and all(row[place] == rows[0][place] for row in rows)


def table_if_any(
    table_id: str, caption: Text, records: Iterable[R], columns: Columns[R]
) -> Table | None:
    """Return a table as `table` does, or None where there is no record."""
    found = tuple(records)
    return table(table_id, caption, found, columns) if found else None


def _column(head: Text | Figures, *, first: bool) -> TableColumn:
    if isinstance(head, Figures):
        return TableColumn(head.label, "head" if first else "number")
    return TableColumn(head, "head" if first else "text")


def cited(report: Report) -> Callable[[Any], Cell]:
    """Return the value of a column of sources: links to those of a record."""
    return lambda record: sources(report, record.sources)


def facts(values: Mapping[Text, Value]) -> tuple[Fact, ...]:
    """Return names with their values; those without a value are left out."""
    cells = {name: cell(value) for name, value in values.items()}
    return tuple(Fact(name, value) for name, value in cells.items() if value)
