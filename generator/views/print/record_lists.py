"""Tables of words as lists: a third of the paper, and each row is read out as one sentence."""

from generator.views.base.blocks import Fact, Table
from generator.views.print.blocks import RecordItem, RecordList

UNNAMED = frozenset(
    {"What was found", "Standing", "Status", "Phase", "Where", "Sources", "Helps with", "Who"}
)
"""Columns whose cells need no name before them: signals, sources, and what the caption asks."""


def records(table: Table) -> RecordList:
    """Return a table's rows as a list; the first column names them, empty cells are left out."""
    names = ["" if c.label in UNNAMED else c.label for c in table.columns[1:]]
    items = (
        RecordItem(
            row[0], tuple(Fact(n, cell) for n, cell in zip(names, row[1:], strict=True) if cell)
        )
        for row in table.rows
    )
    return RecordList(table.caption, tuple(items))
