"""Rows of a workbook that was taken out before an initiative was renamed, under its new id."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.derive.history.renames import Names, renamed, shape_of
from generator.editorial.sheet.rows import SEPARATOR, Row
from generator.editorial.sheet.sheet_kinds import SheetColumn, SheetKind
from generator.editorial.sheet.workbook_reader import SheetRow
from generator.model.references import INITIATIVE, SUBJECT

_ABOVE: Mapping[str, re.Pattern[str]] = {"initiative": INITIATIVE, "subject": SUBJECT}
"""How ids are in the columns that name the file of a row."""

_FORMER = "former_ids"


@dataclass(frozen=True, slots=True)
class RenamedRow:
    """A row of a workbook, and the row of the content that it is about."""

    row: SheetRow
    """With present ids: what is to be put into the content."""
    now: Row | None
    """What the content says, with the ids that the workbook uses; None where it has no such row."""


def under_present_ids(row: SheetRow, rows: Mapping[Row, Row], names: Names) -> RenamedRow:
    """Return a row under present ids, beside what the content has of it as the workbook names it.

    `rows` are those of the content by key, `names` the present ids by former ones.
    """
    cells = _cells(row.kind, row.cells, names)
    if cells == row.cells:
        return RenamedRow(row, rows.get(row.key))
    here = replace(row, cells=cells)
    now = rows.get(here.key)
    back = {names[former]: former for former in _named(row.kind, row.cells) if former in names}
    if now is None:
        return RenamedRow(here, None)
    then = _cells(row.kind, now, back)
    return RenamedRow(
        _with_former_ids(here, row, now), _without_former_ids(row.kind, then, row.cells)
    )


def _cells(kind: SheetKind, cells: Row, names: Names) -> Row:
    return tuple(
        _cell(column, shape, cell, names) if (shape := _shape(kind, column)) else cell
        for column, cell in zip(kind.columns, cells, strict=True)
    )


def _named(kind: SheetKind, cells: Row) -> Iterator[str]:
    """Yield the ids of initiatives that a row names."""
    for column, cell in zip(kind.columns, cells, strict=True):
        shape = _shape(kind, column)
        words = cell.split(SEPARATOR) if column.is_list else (cell,)
        for word in words if shape else ():
            found = shape.fullmatch(word.strip()) if shape else None
            if found:
                yield found["id"]


def _shape(kind: SheetKind, column: SheetColumn) -> re.Pattern[str] | None:
    if column.path:
        return shape_of(kind.record, column.path[0])
    return _ABOVE.get(column.refers)


def _cell(column: SheetColumn, shape: re.Pattern[str], cell: str, names: Names) -> str:
    if not column.is_list:
        return renamed(cell, names, shape)
    words = [renamed(word.strip(), names, shape) for word in cell.split(SEPARATOR)]
    joined = f"{SEPARATOR} ".join(words)
    return joined if words != [word.strip() for word in cell.split(SEPARATOR)] else cell


def _with_former_ids(here: SheetRow, before: SheetRow, now: Row) -> SheetRow:
    """Return the row with the former ids that it did not know of yet."""
    return replace(
        here,
        cells=tuple(
            _joined(cell, now[place])
            if column.path == (_FORMER,) and here.key != before.key
            else cell
            for place, (column, cell) in enumerate(zip(here.kind.columns, here.cells, strict=True))
        ),
    )


def _joined(cell: str, now: str) -> str:
    """Return the content's former ids, and after them those that only the workbook gives."""
    known = _words(now)
    return f"{SEPARATOR} ".join([*known, *(word for word in _words(cell) if word not in known)])


def _without_former_ids(kind: SheetKind, then: Row, cells: Row) -> Row:
    """Return the content's row with only the former ids that the workbook gives as well."""
    return tuple(
        cells[place]
        if column.path == (_FORMER,) and {*_words(cells[place])} <= {*_words(cell)}
        else cell
        for place, (column, cell) in enumerate(zip(kind.columns, then, strict=True))
    )


def _words(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(SEPARATOR) if word.strip()]
