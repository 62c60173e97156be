"""Tables that count, without what they count none of: on paper a column of zeros tells nothing."""

from collections.abc import Iterator
from dataclasses import replace

from generator.views.base.blocks import Cell, Table, Words
from generator.views.print.blocks import Part, RecordList, TableBlock
from generator.views.print.record_lists import run_in
from generator.words.message import Text, msg


def counted_parts(table: Table) -> Iterator[Part]:
    """Yield a table of what it counts any of, then in a paragraph what it counts none of."""
    numbers = [at for at, column in enumerate(table.columns) if column.kind == "number"]
    none = [row for row in table.rows if numbers and all(is_zero(row[at]) for at in numbers)]
    rows = tuple(row for row in table.rows if row not in none)
    if rows:
        yield TableBlock(_without_zeros(replace(table, rows=rows)))
    if none:
        rest = replace(table, rows=tuple(none), same=())
        yield counted_in_one(msg("report-counted-none"), rest)


def counted_in_one(label: Text, table: Table) -> RecordList:
    """Return a table in one paragraph, with what it counts any of behind each name."""
    return run_in(label, _without_zeros(table))


def _without_zeros(table: Table) -> Table:
    """Return a table with no zero in it, nor a column in which there is nothing else."""
    rows = [tuple(() if is_zero(cell) else cell for cell in row) for row in table.rows]
    kept = [at for at in range(len(table.columns)) if not at or any(row[at] for row in rows)]
    return replace(
        table,
        columns=tuple(table.columns[at] for at in kept),
        rows=tuple(tuple(row[at] for at in kept) for row in rows),
        same=tuple(fact for fact in table.same if not is_zero(fact.value)),
    )


def is_zero(cell: Cell) -> bool:
    """Return whether a cell counts none."""
    return len(cell) == 1 and isinstance(cell[0], Words) and cell[0].text == 0
