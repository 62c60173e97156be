"""Tables in a word processor: a caption, a row of headers that is repeated on each page, rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from generator.publish.docx.styles import TABLE_TEXT
from generator.publish.docx.word_xml import element, shade, within

Filled = Callable[[Paragraph], object]
"""Writes into the paragraph of a cell."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is written."""

    head: Sequence[Filled]
    rows: Sequence[Sequence[Filled]]
    widths: Sequence[float]
    """Shares of the width of the page."""
    to_end: Sequence[bool]
    """Which columns hold figures, below each other."""
    called: str
    """What it is, for whoever does not see the caption above it."""
    line: str
    """The color of the lines between rows, as six digits."""
    wash: str
    """The color behind the headers."""


def write_table(document: Document, grid: Grid) -> None:
    """Add a table to the end of the document."""
    table = document.add_table(rows=1 + len(grid.rows), cols=len(grid.head))
    table.autofit = False
    _look(table, grid)
    room = _room(document)
    total = sum(grid.widths)
    widths = [Length(int(room * width / total)) for width in grid.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, cells in zip(table.rows, (grid.head, *grid.rows), strict=True):
        row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001 - no word for it
        _fill(row, cells, widths, grid.to_end)
    first = table.rows[0]
    first._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001 - no word for it
    for cell in first.cells:
        cell._tc.get_or_add_tcPr().append(shade(grid.wash))  # noqa: SLF001 - as above
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _fill(
    row: _Row, cells: Sequence[Filled], widths: Sequence[Length], to_end: Sequence[bool]
) -> None:
    for cell, fill, width, at_end in zip(row.cells, cells, widths, to_end, strict=True):
        cell.width = width
        paragraph: Paragraph = cell.paragraphs[0]
        paragraph.style = TABLE_TEXT
        fill(paragraph)
        if at_end:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _look(table: Table, grid: Grid) -> None:
    """Give a table its lines and its name, and say that its first row and column are headers."""
    properties = table._tbl.tblPr  # noqa: SLF001 - the library has no words for it
    sides = ("top", "bottom", "insideH")
    lines = (element(side, val="single", sz="4", space="0", color=grid.line) for side in sides)
    for old in properties.findall("{*}tblLook"):
        properties.remove(old)
    properties.append(within("tblBorders", *lines))
    properties.append(
        element("tblLook", val="04A0", firstRow="1", firstColumn="1", noHBand="1", noVBand="1")
    )
    properties.append(element("tblCaption", val=grid.called))


def _room(document: Document) -> int:
    """Return the width of a line."""
    section: Any = document.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin)
