"""A rendered document as a DOCX, for those who edit it before it is presented.

It is made of the same data as the PDF: the same parts, the same words. Only the kinds of parts are
known that documents which others edit have; a test prints every one of them.
"""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import docx
from docx.text.paragraph import Paragraph

from generator.publish.docx.numbering import number_anew
from generator.publish.docx.pieces import Writer, bookmark
from generator.publish.docx.styles import FACT, PLACEHOLDER, QUIET, color, set_up
from generator.publish.docx.tables import Filled, Grid, write_table
from generator.render.pdf.document import RenderedDocument
from generator.render.pdf.prose import Data
from generator.storage.zipped import without_times

_DEEPEST_LIST = 3
_NOTHING = "\N{EN DASH}"


def print_docx(
    printed: RenderedDocument, on: datetime, pictures: Mapping[str, bytes], author: str
) -> bytes:
    """Return a rendered document as the bytes of a DOCX; the same data, the same bytes.

    `on` is the moment that the file says it was made, `pictures` those that it shows, by name.
    """
    data = json.loads(printed.data)
    document = docx.Document()
    set_up(document, data, on, author)
    anchors = [part["anchor"] for part in data["parts"] if part.get("anchor")]
    bookmarks = {anchor: f"part_{number}" for number, anchor in enumerate(anchors, start=1)}
    written = _Parts(Writer(document, data["palette"], pictures, bookmarks))
    for part in data["parts"]:
        written.part(part)
    made = io.BytesIO()
    document.save(made)
    return without_times(made.getvalue())


class _Parts:
    """Writes the parts of a document, one after the other."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.document = writer.document
        self.headings = 0

    def part(self, part: Data) -> None:
        maker: Callable[[_Parts, Data], None] = _MAKERS[part["k"]]
        maker(self, part)

    def paragraph(self, style: str = "Normal") -> Paragraph:
        return self.document.add_paragraph(style=self.document.styles[style])

    def hex(self, name: str) -> str:
        return str(color(self.writer.palette, name))

    def masthead(self, part: Data) -> None:
        self.writer.words(self.paragraph(QUIET), part["organization"])
        self.writer.words(self.paragraph("Heading 1"), part["t"])
        for words in (part["unofficial"], part["standing"]):
            for run in self.writer.words(self.paragraph(), words) if words else ():
                run.bold = True
        self.facts(part["facts"])
        for note in part["notes"]:
            self.writer.words(self.paragraph(QUIET), note)

    def heading(self, part: Data) -> None:
        paragraph = self.paragraph(f"Heading {part['level']}")
        self.writer.words(paragraph, part["t"])
        if name := self.writer.bookmarks.get(part["anchor"]):
            self.headings += 1
            bookmark(paragraph, self.headings, name)

    def cells(self, part: Data) -> None:
        self.writer.cell(self.paragraph(), part["c"])

    def empty(self, part: Data) -> None:
        self.writer.words(self.paragraph(QUIET), part["t"])

    def placeholder(self, part: Data) -> None:
        paragraph = self.paragraph(PLACEHOLDER)
        for run in self.writer.words(paragraph, part["title"]):
            run.bold = True
            run.font.color.rgb = color(self.writer.palette, "warm")
        paragraph.add_run(" ")
        self.writer.words(paragraph, part["t"])

    def facts(self, part: Data) -> None:
        for row in part["rows"]:
            paragraph = self.paragraph(FACT)
            for run in self.writer.words(paragraph, row["name"]):
                run.bold = True
            paragraph.add_run("\t")
            self.writer.cell(paragraph, row["c"])

    def table(self, part: Data) -> None:
        caption = self.paragraph("Caption")
        called = "".join(run.text for run in self.writer.words(caption, part["caption"]))
        for same in part["same"]:
            caption.add_run().add_break()
            self.writer.cell(caption, same, bold=False)
        rows = [
            [partial(self._cell, kind, cell) for kind, cell in zip(part["kinds"], row, strict=True)]
            for row in part["rows"]
        ]
        head = [partial(self._words, text) for text in part["head"]]
        figures = [kind == "number" for kind in part["kinds"]]
        self._grid(head, rows, part["widths"], figures, called)

    def _cell(self, kind: str, cell: Any, paragraph: Paragraph) -> None:  # noqa: ANN401 - a cell
        self.writer.cell(paragraph, cell or _NOTHING, bold=kind == "head" or None)

    def _words(self, text: Any, paragraph: Paragraph) -> None:  # noqa: ANN401 - printed text
        self.writer.words(paragraph, text)

    def _grid(
        self,
        head: Sequence[Filled],
        rows: Sequence[Sequence[Filled]],
        widths: Sequence[float],
        to_end: Sequence[bool],
        called: str,
    ) -> None:
        lines = self.hex("rule"), self.hex("wash")
        write_table(self.document, Grid(head, rows, widths, to_end, called, *lines))

    def prose(self, part: Data) -> None:
        notes: list[Data] = []
        self.flow(part["c"], notes)
        for number, note in enumerate(notes, start=1):
            before = len(self.document.paragraphs)
            self.flow(note["c"], notes)
            first = self.document.paragraphs[before]
            first.runs[0].text = f"[{number}] {first.runs[0].text}"

    def flow(self, blocks: Sequence[Data], notes: list[Data], style: str = "Normal") -> None:
        for block in blocks:
            self._block(block, notes, style)

    def _block(self, block: Data, notes: list[Data], style: str) -> None:
        match block["k"]:
            case "heading":
                self.writer.inline(self.paragraph(f"Heading {block['level']}"), block["c"], notes)
            case "p" | "run":
                self.writer.inline(self.paragraph(style), block["c"], notes)
            case "ul" | "ol":
                self._listing(block, notes, depth=1)
            case "pre":
                self.paragraph(style).add_run(block["t"])
            case "table":
                self._prose_table(block, notes)
            case "hr":
                return
            case "blockquote":
                self.flow(block["c"], notes, "Quote")
            case _:
                self.flow(block["c"], notes, style)

    def _listing(self, block: Data, notes: list[Data], depth: int) -> None:
        ordered = block["k"] == "ol"
        style = "List Number" if ordered else "List Bullet"
        style += f" {min(depth, _DEEPEST_LIST)}" if depth > 1 else ""
        number = number_anew(self.document, style, block["start"]) if ordered else None
        for item in block["items"]:
            for place, inside in enumerate(item):
                if inside["k"] in ("ul", "ol"):
                    self._listing(inside, notes, depth + 1)
                    continue
                # What goes on in an item has no mark of its own.
                before = len(self.document.paragraphs)
                self._block(inside, notes, style if not place else "List Continue")
                if number and not place:
                    number(self.document.paragraphs[before])

    def _prose_table(self, block: Data, notes: list[Data]) -> None:
        def filled(nodes: Sequence[Any]) -> Filled:
            return lambda paragraph: self.writer.inline(paragraph, nodes, notes)

        rows = [[filled(cell) for cell in row] for row in block["rows"]]
        at_end = [align == "right" for align in block["align"]]
        self._grid([filled(cell) for cell in block["head"]], rows, block["widths"], at_end, "")
        self.paragraph()


_MAKERS: dict[str, Callable[[_Parts, Data], None]] = {
    "masthead": _Parts.masthead,
    "heading": _Parts.heading,
    "paragraph": _Parts.cells,
    "empty": _Parts.empty,
    "placeholder": _Parts.placeholder,
    "facts": _Parts.facts,
    "table": _Parts.table,
    "prose": _Parts.prose,
}
