"""What the rules find in a filled-in workbook, told at its cells and not in unseen files."""

from collections.abc import Iterable, Iterator, Sequence

from generator.core.issues import Issue, Location, RecordLocations
from generator.editorial.sheet.cell_words import named, refusal_of
from generator.editorial.sheet.merging import MergeResult
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.rows import UpdatedFile, words_in
from generator.editorial.sheet.sheet_kinds import CellContent
from generator.editorial.sheet.workbook_reader import SheetRow
from generator.editorial.updates.content_files import FileKey, part_of
from generator.load.source_document import Path


def at_cells(
    merged: MergeResult, issues: Iterable[Issue], places: RecordLocations
) -> tuple[list[Refusal], list[Issue]]:
    """Return the issues of what a workbook fills in as refusals, and all others as they are.

    What comes from no cell of its own is told at the row, or the first one, that fills in its file.
    `places` are those of the content as the workbook would leave it.
    """
    cells = {
        place: cell
        for key, puts in merged.puts.items()
        for place, cell in _cells(key, puts, places)
    }
    rows = {merged.files[key].path: puts[0][0].place() for key, puts in merged.puts.items()}
    bodies = {merged.files[key].path: _body(puts) for key, puts in merged.puts.items()}
    refusals, others = [], []
    for issue in issues:
        at = issue.location
        cell = cells.get(at)
        if cell is None and all(place < at for place in cells if place.path == at.path):
            # A text has no keys, and is below all of them.
            cell = bodies.get(at.path)
        cell = cell or rows.get(at.path)
        if cell is None:
            others.append(issue)
        else:
            refusals.append(named(refusal_of(issue, cell), issue.code))
    return refusals, others


def _cells(
    key: FileKey, puts: Sequence[tuple[SheetRow, UpdatedFile]], places: RecordLocations
) -> Iterator[tuple[Location, str]]:
    """Yield where each filled-in cell, and each item of a list in one, is written in content."""
    kind, part = part_of(key)
    for row, made in puts:
        yield places.of(kind, part, *made.at), row.place()
        for path, column in _columns(row, made):
            text = row.cells[column]
            if not text:
                continue
            yield places.of(kind, part, *path), row.place(column)
            if row.kind.columns[column].holds is CellContent.MANY:
                for item in range(len(words_in(text))):
                    yield places.of(kind, part, *path, item), row.place(column)


def _columns(row: SheetRow, made: UpdatedFile) -> Iterator[tuple[Path, int]]:
    """Yield the path in the file of every column, also of those that name the file."""
    if not row.kind.lists:
        for number, column in enumerate(row.kind.columns):
            if not column.path:
                yield (column.name,), number
    yield from made.columns.items()


def _body(puts: Sequence[tuple[SheetRow, UpdatedFile]]) -> str | None:
    """Return the cell of the text, if the workbook fills it in."""
    for row, made in puts:
        column = made.columns.get(("body",))
        if column is not None and row.cells[column]:
            return row.place(column)
    return None
