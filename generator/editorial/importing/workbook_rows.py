"""One sheet of a workbook to rows: texts as typed, numbers and days exact, formulas by their value.

The workbook is opened by the hardened reader of `editorial.sheet`.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from decimal import Decimal, InvalidOperation

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH, from_excel

from generator.core.issues import Issue
from generator.core.naming import name_list
from generator.editorial.importing.source_rows import (
    MOST_ROWS,
    ExactText,
    SourceRow,
    SourceTable,
    UnreadableError,
    named_headings,
    squared,
)
from generator.editorial.sheet.book import SheetSource, WorkbookSource, read_book
from generator.editorial.sheet.grid import Cell, GridRow, read_grid
from generator.editorial.sheet.number_formats import DisplayStyle, displayed, rounded
from generator.editorial.sheet.workbook_package import UnfitError, open_package

_NUMBER = re.compile(r"[+-]?[0-9]{1,320}(?:\.[0-9]{1,320})?(?:[eE][+-]?[0-9]{1,3})?")
_LAST_DAY = 2_950_000
_SEEN = {frozenset("ymd"): 10, frozenset("ym"): 7, frozenset("y"): 4}
"""How much of a day a format shows, in characters of ISO 8601."""


def read_workbook_table(
    raw: bytes, path: str, sheet: str = "", heading_row: int = 1
) -> SourceTable:
    """Return the rows of one sheet, by its name or its number; the first where none is named.

    Raises UnreadableError for what is no plain workbook, has no such sheet, or no headings.
    """
    try:
        book = read_book(open_package(raw))
        found = _sheet(book, path, sheet)
        name = path if len(book.sheets) == 1 else f"{path} [{found.name}]"
        table = SourceTable(name, [], [], heading_row)
        _, rows = read_grid(book, found)
        _read(table, book, rows, heading_row)
    except UnfitError as error:
        raise UnreadableError(
            f"{path} cannot be imported: {error.why}.", error.next_step
        ) from error
    if not table.headings and not table.faults:
        raise UnreadableError(
            f"{name} has no headings in row {heading_row}.",
            "Say in the mapping which row has them: heading_row: 3.",
        )
    return table


def _sheet(book: WorkbookSource, path: str, wanted: str) -> SheetSource:
    names = [sheet.name for sheet in book.sheets]
    if wanted in names:
        return book.sheets[names.index(wanted)]
    if wanted.isdecimal() and 0 < int(wanted) <= len(names):
        return book.sheets[int(wanted) - 1]
    if not wanted and names:
        return book.sheets[0]
    raise UnreadableError(
        f'{path} has no sheet "{wanted}".', f"It has {name_list(names, 'and')}; name one of them."
    )


def _read(
    table: SourceTable, book: WorkbookSource, rows: Iterable[GridRow], heading_row: int
) -> None:
    struck = 0
    for row in rows:
        if row.number < heading_row:
            continue
        cells = [_text(row, place, book, table) for place in range(max(row.cells) + 1)]
        struck += sum(cell.is_struck for cell in row.cells.values())
        if row.number == heading_row:
            table.headings, notes = named_headings(cells)
            table.notes += notes
        elif table.headings and any(cell.strip() for cell in cells):
            _add(table, row.number, cells)
    if struck:
        table.notes.append(f"{struck} cells are struck through, and are read like any other")


def _add(table: SourceTable, number: int, cells: Sequence[str]) -> None:
    if len(table.rows) >= MOST_ROWS:
        raise UnreadableError(
            f"{table.path} has more than {MOST_ROWS:,} rows.", "Import it in parts."
        )
    table.rows.append(SourceRow(number, squared(cells, table, number)))


def _text(row: GridRow, place: int, book: WorkbookSource, table: SourceTable) -> str:
    cell = row.cells.get(place)
    if cell is None or not cell.text:
        return ""
    if cell.kind == "e" or (cell.kind == "f" and cell.text.startswith("#")):
        table.faults.append(_error(table, row.number, place, cell))
        return ""
    if cell.kind == "b":
        return "true" if cell.text in ("1", "true") else "false"
    if cell.kind == "d":
        return ExactText(cell.text[:10])
    if cell.kind == "n" or (cell.kind == "f" and _NUMBER.fullmatch(cell.text)):
        return _number(cell, counts_from_1904=book.counts_from_1904)
    return cell.text.replace("\r\n", "\n").replace("\r", "\n")


def _number(cell: Cell, *, counts_from_1904: bool) -> str:
    """Return a number or a day as it is shown: what is kept as 1.1000000000000001 is 1.1."""
    try:
        number = Decimal(repr(float(cell.text)))
    except (ValueError, InvalidOperation):
        return cell.text
    if not number.is_finite():
        return cell.text
    look = displayed(number, cell.style.code)
    if look.way is DisplayStyle.DATE and 0 <= number < _LAST_DAY:
        return _day(number, look.shows, counts_from_1904=counts_from_1904)
    if look.way is DisplayStyle.PERCENT:
        return ExactText(f"{rounded(number * 100, look.decimals or 0):f}%")
    whole = number.to_integral_value()
    return ExactText(f"{whole if number == whole else number:f}")


def _day(number: Decimal, shows: frozenset[str], *, counts_from_1904: bool) -> str:
    when = from_excel(float(number), CALENDAR_MAC_1904 if counts_from_1904 else WINDOWS_EPOCH)
    if isinstance(when, time) or not isinstance(when, datetime):
        return ExactText(f"{number:f}")
    return ExactText(when.date().isoformat()[: _SEEN.get(shows - {"t"}, 10)])


def _error(table: SourceTable, row: int, place: int, cell: Cell) -> Issue:
    return Issue(
        "I006",
        table.place(row, place),
        f"the error {cell.text[:40]} in cell {get_column_letter(place + 1)}{row}",
        "a value",
        "Correct the formula in the workbook, and export it again.",
    )
