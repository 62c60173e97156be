"""A flat sheet as a workbook: one visible sheet with notes, words to choose, and an example."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from generator.editorial.sheet.cells import number_in
from generator.editorial.sheet.export_base import ExportBase, base_lines
from generator.editorial.sheet.flat.columns import (
    Column,
    FlatColumn,
    phase_labels,
    status_labels,
)
from generator.editorial.sheet.flat.current import hash_of
from generator.editorial.sheet.flat.drafting import sheet_key
from generator.editorial.sheet.flat.reading import FLAT_BASE
from generator.editorial.sheet.sheet_kinds import CellContent
from generator.editorial.sheet.workbook_writer import LISTS, cell_at, packed, write_text
from generator.model.report import Report

LAST_ROW = 2_000
"""Down to here cells offer what to choose."""

_HEAD = PatternFill("solid", fgColor="E7ECEF")
_EXAMPLE = Font(italic=True, color="808080")
_TOP = Alignment(vertical="top")
_IN_LINES = Alignment(vertical="top", wrap_text=True)
_LONG = (Column.REASON, Column.NOTE)
_QUARTER = re.compile(r"(\d{4})-3([3-6])")
"""A quarter as content writes it: from 33 on in place of a month."""
_ANY, _TEXT, _AMOUNT = "General", "@", "#,##0"


def flat_workbook(
    report: Report,
    columns: Sequence[FlatColumn],
    rows: Mapping[str, Mapping[Column, str]],
    name: str,
) -> bytes:
    """Return a workbook with a row for each initiative; where there is none, with an example.

    `name` is what the sheet is called. The same rows give the same bytes.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = name
    _headings(sheet, columns)
    labels = {status.value: label for label, status in status_labels(report).items()}
    labels |= {phase.value: label for label, phase in phase_labels(report).items()}
    shown = [
        {k: labels.get(t, t) if k in _KEYS else t for k, t in row.items()} for row in rows.values()
    ]
    for number, row in enumerate(shown or [_example(columns)], start=2):
        for place, column in enumerate(columns, start=1):
            _fill(sheet, (number, place), column, row.get(column.key, ""), is_example=not shown)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{max(len(shown), 1) + 1}"
    _on_paper(sheet)
    _choices(book, sheet, columns)
    _keep_base(book, rows)
    _dated(book, report.about.as_of)
    return packed(book)


_KEYS = (Column.STATUS, Column.PHASE)


def _headings(sheet: Worksheet, columns: Sequence[FlatColumn]) -> None:
    for place, column in enumerate(columns, start=1):
        cell = cell_at(sheet, 1, place)
        write_text(cell, column.heading)
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.comment = Comment(column.note, "annual-report", width=300, height=110)
        below = sheet.column_dimensions[get_column_letter(place)]
        below.width, below.number_format = column.width, _format(column)
        below.alignment = _IN_LINES if column.key in _LONG else _TOP
        below.hidden = column.key is Column.ID


def _format(column: FlatColumn) -> str:
    if column.holds is CellContent.NUMBER:
        return _AMOUNT
    # A program turns what is typed as a date into one, which then shows how exact it is.
    return _ANY if column.holds is CellContent.DATE else _TEXT


def _example(columns: Sequence[FlatColumn]) -> dict[Column, str]:
    return {column.key: column.example for column in columns}


def _fill(
    sheet: Worksheet, at: tuple[int, int], column: FlatColumn, text: str, *, is_example: bool
) -> None:
    if not text:
        return
    cell = cell_at(sheet, *at)
    number = number_in(text) if column.holds is CellContent.NUMBER else None
    if number is None:
        write_text(cell, _for_people(text) if column.holds is CellContent.DATE else text)
    else:
        cell.value, cell.number_format = number, _AMOUNT if isinstance(number, int) else _ANY
    cell.alignment = _IN_LINES if column.key in _LONG else _TOP
    if is_example:
        cell.font = _EXAMPLE
        if column.key is Column.TITLE:
            words = "An example: it is not read. Type over it, or delete the row."
            cell.comment = Comment(words, "annual-report", width=220, height=60)


def _on_paper(sheet: Worksheet) -> None:
    """Let it be printed as wide as a page, with its headings on each."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _for_people(text: str) -> str:
    """Return a date with its quarters as people write them."""
    return _QUARTER.sub(lambda found: f"Q{int(found[2]) - 2} {found[1]}", text)


def _choices(book: Workbook, sheet: Worksheet, columns: Sequence[FlatColumn]) -> None:
    lists = book.create_sheet(LISTS)
    lists.sheet_state = "hidden"
    for place, column in enumerate(columns, start=1):
        if not column.choices:
            continue
        letter = get_column_letter(place)
        for number, word in enumerate(column.choices, start=1):
            write_text(cell_at(lists, number, place), word)
        where = f"{LISTS}!${letter}$1:${letter}${len(column.choices)}"
        rule = DataValidation("list", formula1=where, allow_blank=True)
        rule.error = f"Choose one of the words offered for {column.heading}."
        rule.errorTitle = "Not one of the words"
        rule.errorStyle = "stop"
        # A name that is new is taken as it is.
        rule.showErrorMessage = column.is_closed
        rule.add(f"{letter}2:{letter}{LAST_ROW}")
        sheet.add_data_validation(rule)


def _keep_base(book: Workbook, rows: Mapping[str, Mapping[Column, str]]) -> None:
    base = ExportBase({sheet_key(some_id): hash_of(row) for some_id, row in rows.items()})
    kept = book.create_sheet(FLAT_BASE)
    kept.sheet_state = "hidden"
    for number, line in enumerate(base_lines(base), start=1):
        for place, word in enumerate(line, start=1):
            write_text(cell_at(kept, number, place), word)


def _dated(book: Workbook, day: date) -> None:
    book.properties.creator = "annual-report"
    book.properties.created = book.properties.modified = datetime.combine(day, time())
