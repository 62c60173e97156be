"""A workbook that somebody filled in, as rows of texts with every fault at its cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from generator.core.errors import GeneratorError
from generator.core.naming import quoted
from generator.editorial.sheet.book import SheetSource, WorkbookSource, read_book
from generator.editorial.sheet.cells import CellError, cell_text
from generator.editorial.sheet.export_base import BASE, ExportBase, read_base
from generator.editorial.sheet.grid import Cell, Grid, GridRow, read_grid
from generator.editorial.sheet.guide_sheet import GUIDE
from generator.editorial.sheet.headings import heading_faults, stray_sheet
from generator.editorial.sheet.refusal import Refusal, cell_place
from generator.editorial.sheet.rows import Row, key_of, plain, row_hash
from generator.editorial.sheet.sheet_kinds import SheetKind, sheet_kinds
from generator.editorial.sheet.workbook_package import UnfitError, open_package
from generator.editorial.sheet.workbook_writer import LISTS

MOST_REFUSALS = 500
"""How many faults of cells are told at once."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that somebody left in the workbook."""

    kind: SheetKind
    number: int
    cells: Row
    hidden: tuple[str, ...] = ()
    """What hides it from people: its sheet, its row."""
    hidden_columns: tuple[int, ...] = ()
    """Which of its cells are in a hidden column."""

    @property
    def key(self) -> Row:
        """What tells it from all other rows of its kind."""
        return key_of(self.kind, self.cells)

    def place(self, column: int = 0) -> str:
        """Return where a column of the row is."""
        return cell_place(self.kind.name, self.number, column)


@dataclass(slots=True)
class FilledWorkbook:
    """The rows of a filled-in workbook, and every fault in it."""

    base: ExportBase
    rows: list[SheetRow] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    """The sheets that it no longer has."""

    def is_touched(self, row: SheetRow) -> bool:
        """Return whether a row says something else than it did at export, or was not there."""
        return self.base.hashes.get((row.kind.name, row.key)) != row_hash(row.cells)


class _TooManyError(Exception):
    """No more faults are told."""


def read_workbook(content: bytes, name: str) -> FilledWorkbook:
    """Return the rows of a workbook and everything in it that cannot be taken.

    Raises GeneratorError if it cannot be read at all, or was not made by `sheet export`.
    """
    try:
        book = read_book(open_package(content))
        base = _base(book)
        if base is None:
            raise GeneratorError(
                f"{name} does not say which content it was made from: its hidden sheet {BASE} is "
                "missing, changed, or from another version of this program.",
                "Export a new workbook and copy your values into it.",
            )
        filled = FilledWorkbook(base)
        try:
            _read_sheets(book, filled)
        except _TooManyError:
            filled.refusals.append(_too_many(name))
    except UnfitError as error:
        raise error.of(name) from error
    return filled


def _too_many(name: str) -> Refusal:
    return Refusal(
        name,
        f"more than {MOST_REFUSALS} faults",
        "a workbook that was exported and filled in",
        "Correct the ones above and import again, or export a new workbook.",
    )


def _base(book: WorkbookSource) -> ExportBase | None:
    for sheet in book.sheets:
        if sheet.name == BASE:
            _, rows = read_grid(book, sheet)
            return read_base([(_word(row, 0), _word(row, 1), _word(row, 2)) for row in rows])
    return None


def _word(row: GridRow, column: int) -> str:
    cell = row.cells.get(column)
    return cell.text if cell else ""


def _read_sheets(book: WorkbookSource, filled: FilledWorkbook) -> None:
    known = {kind.name: kind for kind in sheet_kinds()}
    names = [sheet.name for sheet in book.sheets]
    filled.absent += [name for name in known if name not in names]
    seen: set[str] = set()
    for sheet in book.sheets:
        if sheet.name in seen:
            _refuse(filled, _second(sheet.name))
        elif sheet.name in known:
            _SheetReading(book, sheet, known[sheet.name], filled).read()
        elif sheet.name not in (BASE, LISTS, GUIDE):
            _read_stray(book, sheet, filled)
        seen.add(sheet.name)


def _refuse(filled: FilledWorkbook, refusal: Refusal) -> None:
    if len(filled.refusals) >= MOST_REFUSALS:
        raise _TooManyError
    filled.refusals.append(refusal)


def _second(name: str) -> Refusal:
    step = "Move the rows you need to one of them and remove the other."
    return Refusal(
        f"{name}!A1", f"a second sheet named {quoted(name)}", "one sheet with that name", step
    )


def _read_stray(book: WorkbookSource, sheet: SheetSource, filled: FilledWorkbook) -> None:
    _, rows = read_grid(book, sheet)
    first = next(rows, None)
    if first is not None:
        heads = [_heading(cell) for cell in first.cells.values()]
        _refuse(filled, stray_sheet(sheet.name, heads, sheet_kinds(), filled.absent))


def _heading(cell: Cell) -> str:
    return plain(cell.text)[:100]


class _SheetReading:
    """Reads the rows of one sheet, each once and none kept but as texts."""

    def __init__(
        self, book: WorkbookSource, sheet: SheetSource, kind: SheetKind, filled: FilledWorkbook
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._kind = kind
        self._filled = filled
        self._places = {column.name: place for place, column in enumerate(kind.columns)}
        self._width = len(kind.columns)

    def read(self) -> None:
        """Add the sheet's rows, or why they cannot be taken."""
        grid, rows = read_grid(self._book, self._sheet)
        first = next(rows, None)
        found: list[str] = []
        if first is not None and first.number == 1:
            heads = {place: _heading(cell) for place, cell in first.cells.items()}
            found = [heads.get(place, "") for place in range(max(heads) + 1)]
        elif first is not None:
            rows = chain([first], rows)
        if found[: self._width] == [*self._places]:
            beyond = self._read_rows(grid, rows)
        else:
            beyond = _filled_columns(rows)
        for refusal in heading_faults(self._kind, found, beyond):
            _refuse(self._filled, refusal)
        self._refuse_joined(grid)

    def _refuse_joined(self, grid: Grid) -> None:
        for joined in grid.joined:
            place = f"{self._kind.name}!{joined}"
            words = "merged cells", "one value in each cell", "Unmerge them."
            _refuse(self._filled, Refusal(place, *words))

    def _read_rows(self, grid: Grid, rows: Iterator[GridRow]) -> dict[int, int]:
        """Add every row; return a row for each column beside the known ones that has values."""
        beyond: dict[int, int] = {}
        for row in rows:
            for place in row.cells:
                if place >= self._width:
                    beyond.setdefault(place, row.number)
            texts, refused = self._texts(row)
            for refusal in refused:
                _refuse(self._filled, refusal)
            if not refused and any(texts):
                hidden = ["its sheet"] * self._sheet.is_hidden + ["its row"] * row.is_hidden
                columns = filter(grid.hides, range(self._width)) if grid.hidden_columns else ()
                found = SheetRow(self._kind, row.number, texts, tuple(hidden), tuple(columns))
                self._filled.rows.append(found)
        return beyond

    def _texts(self, row: GridRow) -> tuple[Row, list[Refusal]]:
        texts, refused = [""] * self._width, []
        currency = _word(row, self._places.get("currency", self._width))
        for place, cell in row.cells.items():
            if place >= self._width:
                continue
            try:
                texts[place] = cell_text(
                    cell,
                    self._kind.columns[place].holds,
                    counts_from_1904=self._book.counts_from_1904,
                    currency=plain(currency),
                )
            except CellError as error:
                at = cell_place(self._kind.name, row.number, place)
                refused.append(Refusal(at, error.found, error.wanted, error.next_step))
        return tuple(texts), refused


def _filled_columns(rows: Iterator[GridRow]) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in rows:
        for place in row.cells:
            found.setdefault(place, row.number)
    return found
