"""The content's rows as a workbook: locked keys, drop-downs, notes, and a base to merge from."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from generator.core.errors import GeneratorError
from generator.derive.references import Known
from generator.editorial.sheet.book import escaped
from generator.editorial.sheet.cells import number_in, unfit
from generator.editorial.sheet.export_base import BASE, base_lines, base_of
from generator.editorial.sheet.guide_sheet import GUIDE, guide_lines
from generator.editorial.sheet.rows import RowTable
from generator.editorial.sheet.sheet_kinds import CellContent, SheetColumn
from generator.storage.zipped import without_times

LISTS = "lists"
"""The hidden sheet that drop-downs take their words from."""

LAST_ROW = 5_000
"""Down to here drop-downs are offered; empty rows are open for new records."""

_TEXT_FORMAT = "@"
_GENERAL = "General"
_SHUT = Protection(locked=True)
_OPEN = Protection(locked=False)
_HEAD = PatternFill("solid", fgColor="E7ECEF")
_LOCKED = PatternFill("solid", fgColor="F4F4F4")
_TOP = Alignment(vertical="top", wrap_text=True)


def workbook(
    tables: Sequence[RowTable], choices: Known, day: date, hints: Mapping[str, str]
) -> bytes:
    """Return the workbook of the tables; the same tables give the same bytes.

    `choices` are what references may name; `day` is the day of the report, which becomes the
    workbook's; `hints` end the notes of columns that name something, by what they name. Raises
    GeneratorError naming every text that a spreadsheet would not give back as it is.
    """
    _refuse_unfit(tables)
    book = Workbook()
    first = book.worksheets[0]
    _guide(book.create_sheet(GUIDE))
    for table in tables:
        _sheet(book.create_sheet(table.kind.name), table, hints)
    book.remove(first)
    lists = _lists(book.create_sheet(LISTS), tables, choices)
    for table in tables:
        _drop_downs(book[table.kind.name], table, choices, lists)
    base = book.create_sheet(BASE)
    base.sheet_state = "hidden"
    for number, line in enumerate(base_lines(base_of(tables)), start=1):
        for place, word in enumerate(line, start=1):
            write_text(cell_at(base, number, place), word)
    book.properties.creator = "annual-report"
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    return packed(book)


def _refuse_unfit(tables: Sequence[RowTable]) -> None:
    found = [
        f"{table.kind.name}, {' '.join(key)}, {column.name}: {why}"
        for table in tables
        for key, row in table.rows.items()
        for column, text in zip(table.kind.columns, row, strict=True)
        if (why := unfit(text))
    ]
    if found:
        raise GeneratorError(
            "A spreadsheet would not return these texts unchanged: " + "; ".join(found) + ".",
            "Fix these texts in their files; then export again.",
        )


def _guide(sheet: Worksheet) -> None:
    for number, line in enumerate(guide_lines(), start=1):
        for place, words in enumerate(line, start=1):
            cell = cell_at(sheet, number, place)
            write_text(cell, words)
            if line[1]:
                cell.alignment = _TOP
            else:
                cell.font = Font(bold=True)
    for letter, width in (("A", 40), ("B", 110)):
        sheet.column_dimensions[letter].width = width
    sheet.protection.sheet = True


def _sheet(sheet: Worksheet, table: RowTable, hints: Mapping[str, str]) -> None:
    kind = table.kind
    for place, column in enumerate(kind.columns, start=1):
        _head(cell_at(sheet, 1, place), column, hints.get(column.refers, ""))
        below = sheet.column_dimensions[get_column_letter(place)]
        below.width = 48 if column.is_wide else max(14, len(column.name) + 3)
        # The column's own style is that of its empty cells, which are open for new records.
        below.protection = _OPEN
        below.number_format = _GENERAL if column.holds is CellContent.NUMBER else _TEXT_FORMAT
    for number, row in enumerate(table.rows.values(), start=2):
        for place, column in enumerate(kind.columns, start=1):
            if row[place - 1] or column.is_key:
                _fill(cell_at(sheet, number, place), column, row[place - 1])
    sheet.freeze_panes = f"{get_column_letter(len(kind.keys) + 1)}2"
    # Protection without a password: it stops slips of the hand, and nobody who means it.
    sheet.protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "sort"):
        setattr(sheet.protection, allowed, False)
    sheet.protection.autoFilter = False
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(kind.columns))}{len(table.rows) + 1}"


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """Return a cell of a sheet that is being made; rows and columns count from 1."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - a new workbook joins no cells
    return cell


def _head(cell: Cell, column: SheetColumn, hint: str) -> None:
    write_text(cell, column.name)
    cell.font = Font(bold=True)
    cell.fill = _HEAD
    note = f"{column.note}{_HINTS[column.holds]}{hint}"
    cell.comment = Comment(note, "annual-report", width=320, height=120)


_HINTS = {
    CellContent.TEXT: "",
    CellContent.NUMBER: " Digits only.",
    CellContent.FLAG: " true or false.",
    CellContent.DATE: " As exact as the source: 2016, 2016-08, or 2016-08-30.",
    CellContent.MANY: " Separate several with ; or ,.",
    CellContent.LINES: " Several, one per line.",
}


def _fill(cell: Cell, column: SheetColumn, text: str) -> None:
    number = number_in(text) if column.holds is CellContent.NUMBER else None
    if number is not None:
        cell.value = number
    else:
        write_text(cell, text)
    cell.protection = _SHUT if column.is_key else _OPEN
    cell.alignment = _TOP
    if column.is_key:
        cell.fill = _LOCKED


def write_text(cell: Cell, text: str) -> None:
    """Write a text that stays one, whatever it begins with."""
    cell.number_format = _TEXT_FORMAT
    if text:
        cell.value = escaped(text)
        cell.data_type = "s"
        cell.quotePrefix = True


def _lists(
    sheet: Worksheet, tables: Sequence[RowTable], choices: Known
) -> dict[tuple[str, ...], str]:
    """Write each list of words into a column; return where each is."""
    sheet.sheet_state = "hidden"
    wanted = [_words_for(column, choices) for column in _columns(tables)]
    places: dict[tuple[str, ...], str] = {}
    for words in filter(None, wanted):
        if words not in places:
            letter = get_column_letter(len(places) + 1)
            for number, word in enumerate(words, start=1):
                write_text(cell_at(sheet, number, len(places) + 1), word)
            places[words] = f"{LISTS}!${letter}$1:${letter}${len(words)}"
    return places


def _columns(tables: Sequence[RowTable]) -> Iterator[SheetColumn]:
    for table in tables:
        yield from table.kind.columns


def _words_for(column: SheetColumn, choices: Known) -> tuple[str, ...]:
    # A drop-down would replace the words of a cell that may hold several.
    offered = () if column.is_list else tuple(choices.get(column.refers, ()))
    return offered or column.words


def _drop_downs(
    sheet: Worksheet, table: RowTable, choices: Known, lists: Mapping[tuple[str, ...], str]
) -> None:
    for place, column in enumerate(table.kind.columns, start=1):
        where = lists.get(_words_for(column, choices))
        if where is None:
            continue
        letter = get_column_letter(place)
        rule = DataValidation("list", formula1=where, allow_blank=True)
        rule.error = f"Choose one of the words offered for {column.name}."
        rule.errorTitle = "Not one of the words"
        rule.errorStyle = "stop" if column.words else "warning"
        rule.showErrorMessage = True
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(rule)


def packed(book: Workbook) -> bytes:
    """Return the workbook's bytes, without any time of day in them."""
    first = io.BytesIO()
    with ZipFile(first, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return without_times(first.getvalue())
