"""Tables of words as lists: a third of the paper, and each row is read out as one sentence."""

from collections.abc import Iterator
from dataclasses import replace

from generator.views.base.blocks import Cell, Fact, Table
from generator.views.print.blocks import RecordItem, RecordList
from generator.words.message import Text


def records(table: Table) -> RecordList:
    """Return a table's rows as a list; the first column names them, empty cells are left out."""
    items = (RecordItem(row[0], tuple(_values(table, row))) for row in table.rows)
    return RecordList(table.caption, tuple(items), table.same)


def under_heading(table: Table) -> RecordList:
    """Return a table's rows as a list without a caption: the heading above says what they are."""
    return replace(records(table), caption="")


def run_in(label: Text, table: Table) -> RecordList:
    """Return a table's rows in one paragraph, behind a label that takes its caption's place."""
    return replace(records(table), caption=label, run_in=True)


def _values(table: Table, row: tuple[Cell, ...]) -> Iterator[Fact]:
    """Yield the values of a row, named by their columns as far as they need a name.

    The caption asks for the first, if that is still a column; signals and sources say themselves
    what they are.
    """
    named = zip(table.columns, row, strict=True)
    for place, (column, cell) in enumerate(named):
        if place and cell:
            is_asked = place == 1 and not table.same
            says_itself = is_asked or cell[0].kind in ("signal", "refs")
            yield Fact("" if says_itself else column.label, cell)
