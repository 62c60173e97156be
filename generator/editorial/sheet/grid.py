"""The cells of one sheet, row by row as its file gives them, however large it says it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from openpyxl.utils import column_index_from_string

from generator.editorial.sheet.book import (
    CellStyle,
    SheetSource,
    TextRunReader,
    WorkbookSource,
    unescaped,
)
from generator.editorial.sheet.workbook_package import DamagedError
from generator.editorial.sheet.xml_parts import MAIN, Attributes, is_on, read_part

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
MOST_JOINED = 20
"""How many ranges of joined cells are told of one sheet."""


class Cell(NamedTuple):
    """What is in a cell, and how it is shown."""

    kind: str
    """`s` for a text, `n` a number, `d` a date in ISO 8601, `b` true or false, `e` an error, `f` a
    formula."""
    text: str
    style: CellStyle
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row that holds anything; columns count from 0."""

    number: int
    cells: dict[int, Cell]
    is_hidden: bool


@dataclass(slots=True)
class Grid:
    """A sheet while it is read: what is known of it besides its cells."""

    joined: list[str] = field(default_factory=list)
    """Ranges of joined cells, as `A2:B2`; whole only when every row has been read."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last of columns next to each other, from 0."""

    def hides(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def read_grid(book: WorkbookSource, sheet: SheetSource) -> tuple[Grid, Iterator[GridRow]]:
    """Return what is known of a sheet and its rows, from above; the latter are read when asked for.

    Asking raises UnfitError for limits and damage.
    """
    reader = _GridReader(book, sheet)
    return reader.grid, _rows(book, sheet, reader)


def _rows(book: WorkbookSource, sheet: SheetSource, reader: "_GridReader") -> Iterator[GridRow]:
    if not book.package.has(sheet.part):
        raise DamagedError(sheet.part)
    for _ in read_part(book.package, sheet.part, reader):
        rows, reader.rows = reader.rows, []
        yield from rows


@cache
def _column(letters: str) -> int:
    return column_index_from_string(letters) - 1


class _GridReader(TextRunReader):
    root = "worksheet"

    def __init__(self, book: WorkbookSource, sheet: SheetSource) -> None:
        super().__init__()
        self.grid = Grid()
        self.rows: list[GridRow] = []
        self._book = book
        self._part = sheet.part
        self._budget = book.package.budget
        self._row = self._column = 0
        self._label = ""
        self._is_hidden = False
        self._cells: dict[int, Cell] = {}
        self._kind = self._value = self._style = ""
        self._is_formula = False
        self.opens = {
            **self.opens,
            f"{MAIN} row": self._open_row,
            f"{MAIN} c": self._open_cell,
            f"{MAIN} v": self.listen,
            f"{MAIN} f": self._formula,
            f"{MAIN} col": self._columns,
            f"{MAIN} mergeCell": self._joined,
        }
        self.closes = {
            **self.closes,
            f"{MAIN} row": self._close_row,
            f"{MAIN} c": self._close_cell,
            f"{MAIN} v": self._end_value,
        }

    def _columns(self, attributes: Attributes) -> None:
        if is_on(attributes, "hidden") and len(self.grid.hidden_columns) < LAST_COLUMN:
            first, last = (self._number(attributes.get(name, "")) for name in ("min", "max"))
            self.grid.hidden_columns.append((first - 1, last - 1))

    def _joined(self, attributes: Attributes) -> None:
        if len(self.grid.joined) < MOST_JOINED:
            self.grid.joined.append(attributes.get("ref", "")[:40])

    def _open_row(self, attributes: Attributes) -> None:
        number = self._number(attributes["r"]) if "r" in attributes else self._row + 1
        if not self._row < number <= LAST_ROW:
            raise DamagedError(self._part)
        self._row, self._label, self._column = number, str(number), -1
        self._is_hidden = is_on(attributes, "hidden")

    def _close_row(self) -> None:
        if self._cells:
            self.rows.append(GridRow(self._row, self._cells, self._is_hidden))
            self._cells = {}

    def _open_cell(self, attributes: Attributes) -> None:
        self._budget.cell()
        where = attributes.get("r")
        column = self._column + 1 if where is None else self._place(where)
        if not self._column < column < LAST_COLUMN:
            raise DamagedError(self._part)
        self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._value, self._is_formula = "", False

    def _place(self, where: str) -> int:
        letters = where.rstrip("0123456789")
        if where[len(letters) :] != self._label or len(letters) > len("XFD"):
            raise DamagedError(self._part)
        return _column(letters)

    def _formula(self, _: Attributes) -> None:
        self._is_formula = True

    def _end_value(self) -> None:
        self._value = self.heard()

    def _close_cell(self) -> None:
        cell = self._cell()
        if cell.kind == "f" or cell.text:
            self._cells[self._column] = cell

    def _cell(self) -> Cell:
        text, is_struck = self.taken()
        kind, style = self._kind, self._styled()
        if kind == "s" and self._value:
            place = self._number(self._value)
            if not place < len(self._book.texts):
                raise DamagedError(self._part)
            text, is_struck = self._book.texts[place], place in self._book.struck_texts
        elif kind != "inlineStr":
            text = unescaped(self._value) if kind == "str" else self._value
        if self._is_formula:
            kind = "f"
        elif kind in ("str", "inlineStr"):
            kind = "s"
        self._budget.characters(len(text))
        return Cell(kind, text, style, is_struck or style.is_struck)

    def _styled(self) -> CellStyle:
        styles, place = self._book.styles, self._number(self._style)
        return styles[place] if place < len(styles) else styles[0]

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) < 10):  # noqa: PLR2004 - fits all
            raise DamagedError(self._part)
        return int(text)
