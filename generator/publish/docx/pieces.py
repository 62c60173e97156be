"""Inline pieces of a document as runs of a paragraph: their look, their language, their links."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from PIL import Image

from generator.publish.docx.styles import LINK, Palette, color
from generator.publish.docx.word_xml import element, within
from generator.render.pdf.cells import Set
from generator.render.pdf.prose import Data
from generator.render.pdf.text import ZERO_WIDTH_SPACE, PrintedText

_WIDEST = Inches(4)
_DOTS_AN_INCH = 96
_TONED = {"aside": "quiet", "refs": "quiet", "match": "quiet"}
"""In which color of the palette a piece is, by its kind."""


@dataclass(slots=True)
class Writer:
    """Writes inline pieces; knows the document, its colors, its pictures and where links lead."""

    document: Document
    palette: Palette
    pictures: Mapping[str, bytes]
    bookmarks: Mapping[str, str]
    """What headings are called inside the file, by their anchors."""

    def words(self, paragraph: Paragraph, text: PrintedText) -> list[Run]:
        """Add text, passages in another language marked as such."""
        pieces = [text] if isinstance(text, str) else text
        return [self._run(paragraph, one) for one in pieces if one]

    def _run(self, paragraph: Paragraph, piece: str | list[str]) -> Run:
        text, *language = [piece] if isinstance(piece, str) else piece
        run = paragraph.add_run(text.replace(ZERO_WIDTH_SPACE, ""))
        if language:
            run._r.get_or_add_rPr().append(element("lang", val=language[0]))  # noqa: SLF001 - no word for it
        return run

    def cell(self, paragraph: Paragraph, pieces: Set, *, bold: bool | None = None) -> None:
        """Add the pieces of a cell; `bold` says how those are that have no weight of their own."""
        for piece in [pieces] if isinstance(pieces, str) else pieces:
            if isinstance(piece, str):
                made = self.words(paragraph, piece)
            else:
                made = self._piece(paragraph, piece)
            aside = not isinstance(piece, str) and piece["k"] in _TONED
            for run in made:
                run.bold = run.bold or (False if aside else bold)

    def _piece(self, paragraph: Paragraph, piece: Data) -> list[Run]:
        kind = piece["k"]
        if kind == "signal" and paragraph.text.strip():
            # There is no shape here that would part it from the words before.
            paragraph.add_run().add_break()
        made = self.words(paragraph, piece["t"])
        if kind == "a":
            self._link(paragraph, piece, made)
        for run in made:
            if kind in ("strong", "signal"):
                run.bold = True
            if tone := piece.get("tone") or _TONED.get(kind):
                run.font.color.rgb = color(self.palette, tone)
        return made

    def _link(self, paragraph: Paragraph, place: Data, runs: Sequence[Run]) -> None:
        """Make runs a link, to the web or inside the document, if there is anywhere to go."""
        inside = self.bookmarks.get(place.get("to", ""))
        if not runs or not (inside or "url" in place):
            return
        if inside:
            link = element("hyperlink", anchor=inside, history="1")
        else:
            to = RELATIONSHIP_TYPE.HYPERLINK
            relation = paragraph.part.relate_to(place["url"], to, is_external=True)
            link = element("hyperlink", history="1")
            link.set(qn("r:id"), relation)
        first = runs[0]._r  # noqa: SLF001 - the library has no words for new links
        first.addprevious(link)
        for run in runs:
            run.style = self.document.styles[LINK]
            link.append(run._r)  # noqa: SLF001 - as above

    def inline(self, paragraph: Paragraph, nodes: Sequence[Any], notes: list[Data]) -> list[Run]:
        """Add pieces of prose; notes that are met are kept for the end of their text."""
        made: list[Run] = []
        for node in nodes:
            made += self._node(paragraph, node, notes)
        return made

    def _node(self, paragraph: Paragraph, node: Any, notes: list[Data]) -> list[Run]:  # noqa: ANN401 - text, pieces or data
        if isinstance(node, str | list):
            return self.words(paragraph, node)
        made: list[Run] = []
        match node["k"]:
            case "code":
                made = self.words(paragraph, node["t"])
            case "br":
                paragraph.add_run().add_break()
            case "img":
                self._picture(paragraph, node["file"], node["alt"])
            case "note":
                notes.append(node)
                made = self.words(paragraph, f" [{len(notes)}]")
            case "again":
                labels = [note["label"] for note in notes]
                made = self.words(paragraph, f" [{labels.index(node['to']) + 1}]")
            case kind:
                made = self.inline(paragraph, node["c"], notes)
                for run in made:
                    run.bold = run.bold or (kind == "strong" or None)
                    run.italic = run.italic or (kind == "em" or None)
                if kind == "a":
                    self._link(paragraph, node, made)
        return made

    def _picture(self, paragraph: Paragraph, file: str, alt: str) -> None:
        """Add a picture with the words that say what it shows."""
        with Image.open(io.BytesIO(self.pictures[file])) as image:
            width = min(_WIDEST, Inches(image.width / _DOTS_AN_INCH))
            shown = io.BytesIO()
            # Word processors know no WebP.
            image.save(shown, "PNG")
        shown.seek(0)
        placed = paragraph.add_run().add_picture(shown, width=width)
        told = placed._inline.docPr  # noqa: SLF001 - the library has no words for it
        told.set("descr", alt)


def bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """Make a paragraph a place to which links inside the document lead."""
    start: BaseOxmlElement = element("bookmarkStart", id=str(number), name=name)
    paragraph._p.append(start)  # noqa: SLF001 - the library has no words for it
    paragraph._p.append(within("bookmarkEnd", id=str(number)))  # noqa: SLF001 - as above
