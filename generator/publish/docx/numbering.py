"""Numbered lists: the style's own numbering would go on from one list to the next."""

from collections.abc import Callable

from docx.document import Document
from docx.text.paragraph import Paragraph


def number_anew(document: Document, style: str, start: int) -> Callable[[Paragraph], None]:
    """Return what makes paragraphs the items of one new list that begins with `start`."""
    numbering = document.part.numbering_part.element
    of_style = document.styles[style].element.pPr.numPr.numId.val
    kind = numbering.num_having_numId(of_style).abstractNumId.val
    number = numbering.add_num(kind)
    number.add_lvlOverride(ilvl=0).add_startOverride(start)

    def as_item(paragraph: Paragraph) -> None:
        wanted = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - no word for it
        wanted.get_or_add_ilvl().val = 0
        wanted.get_or_add_numId().val = number.numId

    return as_item
