"""How a document looks in a word processor: its own styles, which whoever edits it goes on using.

Headings, lists and captions have the styles that every word processor knows by these names, so
that its contents, its navigation and a screen reader find them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Inches, Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from generator.publish.docx.word_xml import element, field, frame, shade
from generator.render.pdf.document import PAGE, PAGES

FONT = "Calibri"
"""A typeface that word processors have; the report's own is on nobody's computer."""

FACT, PLACEHOLDER, QUIET, TABLE_TEXT = "Fact", "Placeholder", "Quiet", "Table Text"
LINK = "Hyperlink"
"""Styles of this document beside those that every word processor has."""

_PAPERS = {"us-letter": (Inches(8.5), Inches(11)), "a4": (Mm(210), Mm(297))}
_SIZES = {1: 22, 2: 15, 3: 12.5, 4: 11.5, 5: 11, 6: 11}
_FACT_INDENT = Inches(1.6)
_THUMBNAIL = "thumbnail"

Palette = Mapping[str, str]
"""Colors as #rrggbb, by name."""


def color(palette: Palette, name: str) -> RGBColor:
    """Return a color of the palette."""
    return RGBColor.from_string(palette[name].lstrip("#").upper())


def set_up(document: Document, data: Mapping[str, Any], on: datetime, author: str) -> None:
    """Give an empty document its page, styles, language, head and foot, and properties."""
    _language(document, "-".join(filter(None, data["language"])), rtl=data["rtl"])
    _properties(document, data, on, author)
    _styles(document, data["palette"])
    _page(document.sections[0], data)


def _language(document: Document, tag: str, *, rtl: bool) -> None:
    """Say once for all text which language it is in, and from which side it is read."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    language = next(defaults.iter(qn("w:lang")))
    for name in ("val", "bidi") if rtl else ("val",):
        language.set(qn(f"w:{name}"), tag)
    of_theme = document.settings.element.find(qn("w:themeFontLang"))
    if of_theme is not None:
        of_theme.set(qn("w:val"), tag)
    if rtl:
        document.styles["Normal"].element.get_or_add_pPr().append(element("bidi"))
    document.core_properties.language = tag


def _properties(document: Document, data: Mapping[str, Any], on: datetime, author: str) -> None:
    told = document.core_properties
    told.title, told.subject, told.comments = data["title"], data["description"], ""
    told.author = told.last_modified_by = author
    told.created = told.modified = on.replace(tzinfo=None)
    told.revision = 1
    package = document.part.package
    for name, relation in list(package.rels.items()):
        # A picture of the empty document with which the library begins.
        if relation.reltype.endswith(_THUMBNAIL):
            del package.rels[name]


def _styles(document: Document, palette: Palette) -> None:
    _normal(document)
    for level, size in _SIZES.items():
        style = _paragraph_style(document, f"Heading {level}")
        _typeface(style)
        style.font.size, style.font.bold = Pt(size), True
        style.font.color.rgb = color(palette, "ink" if level == 1 else "accent")
        spacing = style.paragraph_format
        spacing.space_before, spacing.space_after = Pt(size if level > 1 else 0), Pt(4)
    caption = _paragraph_style(document, "Caption")
    _typeface(caption)
    caption.font.size, caption.font.bold = Pt(10), True
    caption.font.color.rgb = color(palette, "ink")
    caption.paragraph_format.space_before = Pt(10)
    caption.paragraph_format.keep_with_next = True
    fact = _added(document, FACT)
    fact.paragraph_format.left_indent = _FACT_INDENT
    fact.paragraph_format.first_line_indent = -_FACT_INDENT
    fact.paragraph_format.tab_stops.add_tab_stop(_FACT_INDENT)
    fact.paragraph_format.space_after = Pt(2)
    asked = _added(document, PLACEHOLDER)
    warm, wash = (palette[name].lstrip("#").upper() for name in ("warm", "wash"))
    asked.element.get_or_add_pPr().extend([frame(warm, dashed=True), shade(wash)])
    quiet = _added(document, QUIET)
    quiet.font.color.rgb, quiet.font.size = color(palette, "quiet"), Pt(9.5)
    in_table = _added(document, TABLE_TEXT)
    in_table.font.size, in_table.paragraph_format.space_after = Pt(9), Pt(1)
    link = document.styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(link, CharacterStyle)  # noqa: S101 - as it was asked for
    link.font.color.rgb, link.font.underline = color(palette, "accent"), True


def _normal(document: Document) -> None:
    normal = _paragraph_style(document, "Normal")
    _typeface(normal)
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(6)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the library's own documents have it
    return style


def _added(document: Document, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - as it was asked for
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _typeface(style: ParagraphStyle) -> None:
    """Name the typeface itself, for every script: a style's theme would go before it."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _page(section: Section, data: Mapping[str, Any]) -> None:
    section.page_width, section.page_height = _PAPERS[data["paper"]]
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Inches(0.9))
    head = section.header.paragraphs[0]
    head.add_run(data["title"])
    foot = section.footer.paragraphs[0]
    rest = data["pages"]
    for mark, instruction in sorted(
        ((PAGE, "PAGE"), (PAGES, "NUMPAGES")), key=lambda pair: data["pages"].find(pair[0])
    ):
        before, _, rest = rest.partition(mark)
        foot.add_run(before)
        foot._p.append(field(instruction))  # noqa: SLF001 - the library has no words for fields
    foot.add_run(rest)
