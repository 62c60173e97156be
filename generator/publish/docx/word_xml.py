"""What python-docx has no words for, as elements of the word processor's own XML (ECMA-376)."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of the main namespace with attributes of it."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def within(tag: str, *inside: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """Return an element with others inside it."""
    made = element(tag, **attributes)
    made.extend(inside)
    return made


def field(instruction: str) -> BaseOxmlElement:
    """Return a field that the word processor works out, as PAGE."""
    text = element("t")
    text.text = "1"
    return within("fldSimple", within("r", text), instr=instruction)


def frame(color: str, *, dashed: bool, width: str = "8") -> BaseOxmlElement:
    """Return the borders of a paragraph."""
    line = "dashed" if dashed else "single"
    sides = ("top", "left", "bottom", "right")
    return within(
        "pBdr", *(element(side, val=line, sz=width, space="4", color=color) for side in sides)
    )


def shade(color: str) -> BaseOxmlElement:
    """Return the background of a paragraph or cell."""
    return element("shd", val="clear", color="auto", fill=color)
