"""A short way to write a table down."""

from collections.abc import Sequence

from generator.views.base.blocks import Cell, Column, Table


def table(  # noqa: PLR0913 - the last two are keywords with a default
    table_id: str,
    caption: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    *,
    stacked: bool = True,
    dense: bool = False,
) -> Table:
    """Return a table; a column is written as its label, with `:head` or `:number` behind it.

    The table's id on the page is `table_id` with `-table` behind it, so that a heading may have
    the plain one. Columns of text in which no row has anything are left out.
    """
    made = [_column(column) for column in columns]
    kept = [
        place
        for place, column in enumerate(made)
        if column.kind == "head" or any(row[place] for row in rows)
    ]
    return Table(
        id=f"{table_id}-table",
        caption=caption,
        columns=tuple(made[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in rows),
        stacked=stacked,
        dense=dense,
    )


def _column(written: str) -> Column:
    label, _, kind = written.rpartition(":")
    match kind:
        case "head":
            return Column(label, "head")
        case "number":
            return Column(label, "number")
        case _:
            return Column(written)
