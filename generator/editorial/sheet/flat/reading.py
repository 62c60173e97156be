"""A flat sheet that somebody filled in, as rows of plain values with every fault at its cell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string
from pydantic_core import PydanticCustomError

from generator.core.issues import Location
from generator.core.naming import did_you_mean, name_list, quoted
from generator.editorial.sheet.alike import folded_key
from generator.editorial.sheet.book import SheetSource, WorkbookSource, read_book
from generator.editorial.sheet.cells import CellError, cell_text
from generator.editorial.sheet.export_base import BASE, ExportBase, read_base
from generator.editorial.sheet.flat.columns import (
    Column,
    FlatColumn,
    phase_labels,
    status_labels,
)
from generator.editorial.sheet.grid import Cell, Grid, GridRow, read_grid
from generator.editorial.sheet.refusal import Refusal, cell_place
from generator.editorial.sheet.sheet_kinds import CellContent
from generator.editorial.sheet.typed_text import says_nothing
from generator.editorial.sheet.workbook_package import UnfitError, open_package
from generator.editorial.sheet.workbook_writer import LISTS
from generator.model.dates import PartialDate
from generator.model.report import Report

FLAT_BASE = "_flat"
"""The hidden sheet that says what the content said when a flat sheet was made."""

_HEADING_ROWS = 20
"""In so many rows from above the headings are looked for."""
_ENOUGH = 3
"""Headings that are known where a row is one of headings."""
_MOST_ROWS = 20_000

_MONEY = "an amount of money"
_WEB = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
"""A web address without the words that it begins with."""
_MERGED = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One row about one initiative."""

    sheet: str
    number: int
    cells: Mapping[Column, str]
    """What each column says; keys of statuses and phases, dates and amounts as content has them."""
    places: Mapping[Column, int]
    """Where each column is, from 0."""

    def place(self, column: Column = Column.TITLE) -> str:
        """Return the name of a cell of the row."""
        return cell_place(self.sheet, self.number, self.places.get(column, 0))

    def location(self, column: Column = Column.TITLE) -> Location:
        """Return where a cell of the row is; its path alone names it."""
        return Location(self.place(column), self.number, self.places.get(column, 0) + 1)


@dataclass(slots=True)
class FlatSheet:
    """The rows of a flat sheet, and what is to be said of it."""

    rows: list[FlatRow] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What was read otherwise than it looks, a line each."""
    base: ExportBase | None = None
    columns: Mapping[Column, int] = field(default_factory=dict)


def is_flat(content: bytes) -> bool:
    """Return whether a workbook is a flat sheet; one that `sheet export` made is none.

    Raises UnfitError for what is no plain workbook.
    """
    names = {sheet.name for sheet in read_book(open_package(content)).sheets}
    return FLAT_BASE in names or BASE not in names


def read_flat(content: bytes, report: Report, columns: Sequence[FlatColumn]) -> FlatSheet:
    """Return the rows of a flat sheet, whichever of its sheets they are in.

    Raises UnfitError if it cannot be read at all.
    """
    book = read_book(open_package(content))
    found = FlatSheet(base=_base(book))
    unread = []
    for sheet in book.sheets:
        if sheet.name not in (FLAT_BASE, LISTS):
            reading = _SheetReading(book, sheet, report, columns, found)
            unread += [] if reading.read() else [quoted(sheet.name)]
    if not found.columns:
        wanted = name_list([c.heading for c in columns[:-1]], "and", len(columns))
        step = "Make one with annual-report sheet new FILE.xlsx, and copy your rows into it."
        found.refusals.append(Refusal("the workbook", "no sheet with headings", wanted, step))
    elif unread:
        found.told.append(f"Sheets without headings, which are not read: {', '.join(unread)}.")
    return found


def _base(book: WorkbookSource) -> ExportBase | None:
    for sheet in book.sheets:
        if sheet.name == FLAT_BASE:
            _, rows = read_grid(book, sheet)
            return read_base([_three_words(row) for row in rows])
    return None


def _three_words(row: GridRow) -> tuple[str, str, str]:
    one, two, three = (row.cells[n].text if n in row.cells else "" for n in range(3))
    return one, two, three


class _SheetReading:
    """Reads one sheet."""

    def __init__(
        self,
        book: WorkbookSource,
        sheet: SheetSource,
        report: Report,
        columns: Sequence[FlatColumn],
        found: FlatSheet,
    ) -> None:
        self._book, self._sheet, self._columns, self._found = book, sheet, columns, found
        self._currency = report.about.currency or ""
        self._keys = {
            Column.STATUS: {folded_key(n): s.value for n, s in status_labels(report).items()},
            Column.PHASE: {folded_key(n): p.value for n, p in phase_labels(report).items()},
        }
        for known in self._keys.values():
            known.update({folded_key(key): key for key in list(known.values())})
        self._example = next(c.example for c in columns if c.key is Column.TITLE)
        self._places: dict[Column, int] = {}
        self._alike: dict[tuple[Column, str], tuple[Refusal, list[str]]] = {}

        self._empty: list[str] = []

    def read(self) -> bool:
        """Add the sheet's rows; return whether it has headings."""
        grid, rows = read_grid(self._book, self._sheet)
        listed = list(rows)
        start = next(
            (n for n, row in enumerate(listed[:_HEADING_ROWS]) if self._is_head(row)), None
        )
        if start is None:
            return False
        self._learn(listed[start])
        below = self._filled_down(grid, listed[start + 1 :], listed[start].number)
        hidden = [row.number for row in below if row.is_hidden and row.cells]
        for row in below:
            self._row(row)
        self._found.refusals += [_with_others(first, more) for first, more in self._alike.values()]
        self._tell(hidden)
        return True

    def _is_head(self, row: GridRow) -> bool:
        known = self._known(row)
        return Column.TITLE in known and len(known) >= _ENOUGH

    def _known(self, row: GridRow) -> dict[Column, int]:
        found: dict[Column, int] = {}
        for place, cell in row.cells.items():
            for column in self._columns:
                if cell.kind == "s" and column.is_called(cell.text) and column.key not in found:
                    found[column.key] = place
        return found

    def _learn(self, row: GridRow) -> None:
        self._places = self._known(row)
        self._found.columns = self._places
        other = [cell.text for n, cell in row.cells.items() if n not in self._places.values()]
        if other:
            names = name_list([quoted(" ".join(name.split())) for name in other], "and")
            self._found.told.append(f"Columns that are not read: {names}.")

    def _filled_down(self, grid: Grid, rows: list[GridRow], head: int) -> list[GridRow]:
        """Return rows in which a cell merged over several rows says the same in each of them."""
        by_number = {row.number: row for row in rows}
        for joined in grid.joined:
            found = _MERGED.fullmatch(joined)
            if not found or int(found[4]) <= head:
                continue
            place = column_index_from_string(found[1]) - 1
            if found[1] != found[3]:
                words = "merged cells", "one value in each cell", "Unmerge them."
                self._found.refusals.append(Refusal(f"{self._sheet.name}!{joined}", *words))
                continue
            first = by_number.get(int(found[2]))
            cell = first.cells.get(place) if first else None
            for number in range(int(found[2]) + 1, int(found[4]) + 1):
                if cell and number in by_number:
                    by_number[number].cells.setdefault(place, cell)
        return rows

    def _row(self, row: GridRow) -> None:
        if self._is_head(row):
            self._found.told.append(f"Row {row.number} repeats the headings, and was left out.")
            return
        title = row.cells.get(self._places[Column.TITLE])
        if title and title.text.strip() == self._example:
            self._found.told.append(f"Row {row.number} is the example, and was left out.")
            return
        if len(self._found.rows) >= _MOST_ROWS:
            raise UnfitError(f"it has more than {_MOST_ROWS:,} rows")
        cells = {key: self._cell(key, row) for key in self._places}
        if any(text for key, text in cells.items() if key is not Column.ID):
            self._found.rows.append(FlatRow(self._sheet.name, row.number, cells, self._places))

    def _cell(self, key: Column, row: GridRow) -> str:
        cell = row.cells.get(self._places[key])
        if cell is None:
            return ""
        try:
            return self._value(key, cell, row)
        except CellError as error:
            words = error.found, error.wanted, error.next_step
            self._refuse(key, "" if error.found == _MONEY else cell.text, row, words)
            return ""

    def _value(self, key: Column, cell: Cell, row: GridRow) -> str:
        column = next(column for column in self._columns if column.key is key)
        if cell.kind == "s" and key is not Column.TITLE and says_nothing(cell.text.strip()):
            self._empty.append(cell_place(self._sheet.name, row.number, self._places[key]))
            return ""
        if key is Column.BUDGET and not self._currency:
            step = "Add it to content/report.yml, for example: currency: USD."
            raise CellError(_MONEY, "the currency of the report", step)
        text = cell_text(
            cell,
            column.holds,
            counts_from_1904=self._book.counts_from_1904,
            currency=self._currency,
        )
        if key in self._keys and text:
            return self._key(key, text)
        if column.holds is CellContent.DATE and text:
            return _as_written(text)
        if key in (Column.REASON, Column.NOTE):
            return text
        line = " ".join(text.split())
        return f"https://{line}" if key is Column.LINK and _WEB.fullmatch(line) else line

    def _key(self, key: Column, text: str) -> str:
        known = self._keys[key]
        found = known.get(folded_key(text))
        if found:
            return found
        column = next(column for column in self._columns if column.key is key)
        wanted = f"one of: {name_list(column.choices, 'or', len(column.choices))}"
        step = did_you_mean(text, column.choices).strip() or "Choose one from the cell's list."
        raise CellError(f"{quoted(text)} as {column.heading.lower()}", wanted, step)

    def _refuse(self, key: Column, text: str, row: GridRow, words: tuple[str, str, str]) -> None:
        """Refuse a cell; one with the same words in the same column is told with the first."""
        place = cell_place(self._sheet.name, row.number, self._places[key])
        kind = key, folded_key(text)
        if kind in self._alike:
            self._alike[kind][1].append(place.partition("!")[2])
        else:
            self._alike[kind] = Refusal(place, *words), []

    def _tell(self, hidden: Sequence[int]) -> None:
        if self._empty:
            count = len(self._empty)
            says = "1 cell says" if count == 1 else f"{count} cells say"
            read = "is read as empty" if count == 1 else "are read as empty"
            cells = name_list([place.partition("!")[2] for place in self._empty], "and")
            self._found.told.append(f"{says} TBD, N/A, or the like, and {read}: {cells}.")
        if hidden:
            rows = name_list(hidden, "and")
            self._found.told.append(f"Hidden rows are read like any other: {rows}.")
        if self._sheet.is_hidden:
            self._found.told.append(f"The sheet {quoted(self._sheet.name)} is hidden, and is read.")


def _as_written(text: str) -> str:
    """Return a date as content writes it."""
    try:
        return PartialDate.parse(text).text
    except PydanticCustomError as error:
        told = error.context or {}
        step = str(told.get("next_step", "Correct it."))
        raise CellError(quoted(text), str(told.get("expected", "a date")), step) from error


def _with_others(first: Refusal, more: Sequence[str]) -> Refusal:
    if not more:
        return first
    found = f"{first.found} (also in {name_list(more, 'and')})"
    return Refusal(first.place, found, first.wanted, first.next_step)
