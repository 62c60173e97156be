"""A workbook that somebody filled in, as rows of texts with every fault at its cell."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from generator.editorial.sheet.cells import CellError, said
from generator.editorial.sheet.exported import BASE, Base, read_base
from generator.editorial.sheet.guide import GUIDE
from generator.editorial.sheet.kinds import Kind, kinds
from generator.editorial.sheet.rows import Row, key_of
from generator.editorial.sheet.workbook import LISTS
from generator.errors import GeneratorError

MOST_ROWS = 20_000
MOST_CELLS = 1_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cell that cannot be taken as it is, in plain words."""

    place: str
    """The sheet and the cell, as `updates!F7`."""
    found: str
    wanted: str
    next_step: str

    def __str__(self) -> str:
        return (
            f"{self.place}: found {self.found}\n    expected: {self.wanted}\n"
            f"    next step: {self.next_step}\n"
        )


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that somebody left in the workbook."""

    kind: Kind
    number: int
    cells: Row

    @property
    def key(self) -> Row:
        """What tells it from all other rows of its kind."""
        return key_of(self.kind, self.cells)

    def place(self, column: int = 0) -> str:
        """Return where a column of the row stands."""
        return cell_place(self.kind.name, self.number, column)


@dataclass(slots=True)
class Filled:
    """What a workbook says."""

    base: Base
    rows: list[SheetRow] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def cell_place(sheet: str, row: int, column: int) -> str:
    """Return the name of a cell; columns count from 0."""
    return f"{sheet}!{get_column_letter(column + 1)}{row}"


def read_workbook(content: bytes, name: str) -> Filled:
    """Return the rows of a workbook and everything in it that cannot be taken.

    Raises GeneratorError where it cannot be read at all, or was not made by `sheet export`.
    """
    book = _opened(content, name)
    base = _base(book)
    if base is None:
        raise GeneratorError(
            f"{name} does not say which content it was made from: its hidden sheet {BASE} is"
            " missing, changed, or of another version of this program.",
            "Export a new workbook and copy your values into it.",
        )
    filled = Filled(base)
    known = {kind.name: kind for kind in kinds()}
    for sheet in book.worksheets:
        if sheet.title in known:
            _read_sheet(sheet, known[sheet.title], filled)
        elif sheet.title not in (BASE, LISTS, GUIDE) and any(_lines(sheet)):
            filled.refusals.append(
                Refusal(
                    f"{sheet.title}!A1",
                    "a sheet that nothing is read from",
                    f"only the sheets {', '.join(known)}",
                    "Copy what belongs to the report into its sheet and remove this one.",
                )
            )
    return filled


def _opened(content: bytes, name: str) -> Workbook:
    try:
        return load_workbook(io.BytesIO(content), keep_links=False)
    except (
        *(BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError),
        *(AttributeError, SyntaxError, OSError),
    ) as error:
        # The library has no one exception for a file that is damaged inside.
        raise GeneratorError(
            f"{name} cannot be read: it is damaged inside.",
            "Open it, save it as .xlsx under another name, and import that.",
        ) from error


def _base(book: Workbook) -> Base | None:
    if BASE not in book.sheetnames:
        return None
    lines = [
        (str(sheet or ""), str(key or ""), str(told or ""))
        for sheet, key, told in book[BASE].iter_rows(max_col=3, values_only=True)
        if sheet or key or told
    ]
    return read_base(lines)


def _read_sheet(sheet: Worksheet, kind: Kind, filled: Filled) -> None:
    for merged in sheet.merged_cells.ranges:
        filled.refusals.append(
            Refusal(
                f"{kind.name}!{merged.coord}",
                "cells that are joined",
                "one value in each cell",
                "Split them again.",
            )
        )
    if sheet.max_row > MOST_ROWS or sheet.max_row * sheet.max_column > MOST_CELLS:
        filled.refusals.append(
            Refusal(
                f"{kind.name}!A{sheet.max_row}",
                f"{sheet.max_row} rows",
                f"at most {MOST_ROWS}",
                "Remove empty rows at the end.",
            )
        )
        return
    headings = list(_header_faults(sheet, kind))
    filled.refusals += headings
    if not headings:
        _read_rows(sheet, kind, filled)


def _header_faults(sheet: Worksheet, kind: Kind) -> Iterator[Refusal]:
    wanted = [column.name for column in kind.columns]
    width = max(sheet.max_column, len(wanted))
    first = next(sheet.iter_rows(max_row=1, max_col=width, values_only=True), ())
    found = ["" if value is None else str(value).strip() for value in first]
    found += [""] * (width - len(found))
    for place, name in enumerate(found):
        right = wanted[place] if place < len(wanted) else ""
        beyond = place >= len(wanted) and not name
        if name == right or (beyond and _is_empty(sheet, place)):
            continue
        moved = name in wanted
        yield Refusal(
            cell_place(kind.name, 1, place),
            f"the heading {name!r}" if name else "no heading",
            f"the heading {right!r}" if right else "nothing in this column",
            "Move the columns back into their order." if moved else "Put the column back.",
        )


def _is_empty(sheet: Worksheet, place: int) -> bool:
    columns = sheet.iter_rows(min_col=place + 1, max_col=place + 1, values_only=True)
    return all(value is None for (value,) in columns)


def _read_rows(sheet: Worksheet, kind: Kind, filled: Filled) -> None:
    seen: dict[Row, int] = {}
    for number, cells in _lines(sheet, len(kind.columns)):
        texts, refused = _texts(kind, number, cells)
        filled.refusals += refused
        row = SheetRow(kind, number, texts)
        if refused or not any(texts):
            continue
        if row.key in seen:
            filled.refusals.append(_duplicate(row, seen[row.key]))
        else:
            seen[row.key] = number
            filled.rows.append(row)


def _texts(
    kind: Kind, number: int, cells: Sequence[tuple[object, str]]
) -> tuple[Row, list[Refusal]]:
    texts, refused = [], []
    for place, (value, data_type) in enumerate(cells):
        try:
            texts.append(said(value, data_type, kind.columns[place].holds))
        except CellError as error:
            at = cell_place(kind.name, number, place)
            refused.append(Refusal(at, error.found, error.wanted, error.next_step))
    return tuple(texts), refused


def _duplicate(row: SheetRow, first: int) -> Refusal:
    return Refusal(
        row.place(),
        f"a second row for {' '.join(filter(None, row.key)) or 'nothing'}",
        f"one row for each; the first is row {first}",
        "Keep one of the two, or correct its first columns.",
    )


def _lines(sheet: Worksheet, width: int = 0) -> Iterator[tuple[int, Sequence[tuple[object, str]]]]:
    """Yield the number and cells of every row below the headings that holds anything."""
    for number, row in enumerate(sheet.iter_rows(min_row=2, max_col=width or None), start=2):
        cells = [(cell.value, getattr(cell, "data_type", "n")) for cell in row]
        if any(value is not None for value, _ in cells):
            yield number, cells
