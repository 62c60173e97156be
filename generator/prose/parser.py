"""From Markdown to the tree.

Python-Markdown (tables, sane lists, footnotes) reads the field alone and without raw HTML, nh3
cleans what it made, the tree keeps what is left, and whatever was refused or lost is a fault.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from html import escape
from html.parser import HTMLParser
from threading import Lock
from typing import Any
from xml.etree.ElementTree import Element as XmlElement

import nh3
from markdown import Extension, Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import HTML_RE, Delimiter, DelimiterProcessor, HtmlInlineProcessor

from generator.prose.bounds import bounds_met
from generator.prose.faults import ReadingNotes, faults_of
from generator.prose.link_addresses import (
    EXTERNAL_SCHEMES,
    INTERNAL_SCHEMES,
    fault_of_link,
    is_media,
)
from generator.prose.tree import BLOCKS, CONTAINERS, HEADINGS, VOID, Element, Prose, walk, words

_DEEPEST = 40
_LEFT_ESCAPE = re.compile("\x02([0-9]{1,3})\x03")
"""How the library keeps an escaped sign meanwhile; in a note it forgets one before a backquote."""
_CLEANER = nh3.Cleaner(
    tags={*CONTAINERS - {""}, *HEADINGS, *VOID, "p", "li", "pre", "code", "th", "td"}
    | {"a", "em", "strong", "sup"},
    attributes={
        "a": {"href", "title"},
        "img": {"src", "alt", "title"},
        "ol": {"start"},
        "th": {"align"},
        "td": {"align"},
    },
    allowed_classes={"a": {"footnote-ref", "footnote-backref"}, "div": {"footnote"}},
    clean_content_tags=set(),
    url_schemes={*EXTERNAL_SCHEMES, *INTERNAL_SCHEMES, "media"},
    url_relative="deny",
    link_rel=None,
)


# One run asks for the same text at least twice: when it is checked, and where it is shown.
@lru_cache(maxsize=16384)
def parse_prose(markdown: str) -> Prose:
    """Return the tree of a Markdown field. Never raises; `faults_in` says what is wrong.

    A field that goes over one of the bounds is not read: its tree is the text as typed.
    """
    if met := tuple(bounds_met(markdown)):
        return Prose(markdown, (Element("p", (), (markdown,)),), met)
    read = _read(markdown)
    made, too_deep = _tree(read.html)
    clean = _CLEANER.clean(read.html)
    kept = made if clean == read.html else _tree(clean)[0]
    tree = tuple(_meaning(kept))
    noticed = ReadingNotes(
        refused=read.refused,
        definitions=read.definitions,
        made=made,
        kept=kept,
        too_deep=too_deep or not read.whole,
    )
    return Prose(markdown, tree, tuple(faults_of(markdown, noticed, tree)))


@dataclass(frozen=True, slots=True)
class _ReadResult:
    """The HTML that the library made of a field, and notes on what it left out."""

    html: str
    whole: bool = True
    """Whether the field could be read; if not, `html` is the text as typed."""
    refused: Sequence[tuple[str, str]] = ()
    definitions: Mapping[str, str] = field(default_factory=dict)


# Documents are rendered in threads, and the reader holds what it is reading.
_READING = Lock()


def _read(markdown: str) -> _ReadResult:
    """Return what the library reads, unless the field is nested too deep for it."""
    with suppress(RecursionError), _READING:
        return reader().read(markdown)
    return _ReadResult(f"<p>{escape(markdown)}</p>", whole=False)


@cache
def reader() -> "_Reader":
    """Return the reader that every field is read by."""
    return _Reader()


class _Reader:
    """The library set up for the dialect; setting it up takes longer than reading a field."""

    def __init__(self) -> None:
        self.strict = _Strict()
        self.converter = Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                SaneListExtension(),
                FootnoteExtension(),
                self.strict,
            ],
            output_format="html",
        )

    def read(self, markdown: str) -> _ReadResult:
        """Return a field's HTML. Raises RecursionError, after which this reader is not used."""
        self.converter.reset()
        try:
            made = self.converter.convert(markdown)
        except RecursionError:
            reader.cache_clear()
            raise
        definitions = {label: address for label, (address, _) in self.converter.references.items()}
        html = _LEFT_ESCAPE.sub(lambda found: escape(chr(int(found[1]))), made)
        return _ReadResult(html, refused=tuple(self.strict.refused), definitions=definitions)


class _Strict(Extension):
    """Treats raw HTML as text, and notes each tag and whatever else would be lost."""

    def __init__(self) -> None:
        super().__init__()
        self.refused: list[tuple[str, str]] = []

    def reset(self) -> None:
        """Forget what the field before held; the library calls it."""
        self.refused.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.registerExtension(self)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(_TagAsText(self.refused, md), "html", 90)
        md.inlinePatterns.register(_Emphasis(self.refused, md), "em_strong", 60)
        md.parser.blockprocessors.register(_Table(self.refused, md), "table", 75)


class _TagAsText(HtmlInlineProcessor):
    def __init__(self, refused: list[tuple[str, str]], md: Markdown) -> None:
        super().__init__(HTML_RE, md)
        self.refused = refused

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name and arguments
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        del data
        written = self.backslash_unescape(self.unescape(m.group(1)))
        self.refused.append(("P001", written))
        return written, m.start(0), m.end(0)


class _Emphasis(DelimiterProcessor):
    """Notes where the library takes a letter for a sign, as in `*a **b*c`, and loses it."""

    def __init__(self, refused: list[tuple[str, str]], md: Markdown) -> None:
        super().__init__("*", "strong,em", md)
        self.add("_", "strong,em", smart=True)
        self.refused = refused
        self.data = ""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - as below
        self, m: re.Match[str], data: str
    ) -> Any:  # noqa: ANN401 - what the library makes of it
        self.data = data
        return super().handleMatch(m, data)

    def add_region(  # noqa: PLR0913, PLR0917 - the library's arguments
        self, delim: Delimiter, a: int, b: int, c: int, d: int, size: int
    ) -> None:
        if len({*self.data[a:b], *self.data[c:d]}) > 1:
            self.refused.append(("P013", self.data[a:d]))
        super().add_region(delim, a, b, c, d, size)


class _Table(TableProcessor):
    def __init__(self, refused: list[tuple[str, str]], md: Markdown) -> None:
        super().__init__(md.parser, {"use_align_attribute": True})
        self.refused = refused

    def _build_row(self, row: str, parent: XmlElement, align: Sequence[str | None]) -> None:
        """Build a row as the library does, which drops cells beyond the header without a word."""
        if len(self._split_row(row)) > len(align):  # type: ignore[attr-defined]
            self.refused.append(("P010", row))
        super()._build_row(row, parent, align)  # type: ignore[misc]


class _TreeBuilder(HTMLParser):
    """Builds elements from well-formed HTML; deeper than the limit, text joins its ancestor."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, tuple[tuple[str, str], ...], list[Element | str]]] = [
            ("", (), [])
        ]
        self.skipped = 0
        self.too_deep = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple(sorted((name, value or "") for name, value in attrs))
        if tag in VOID:
            self.open[-1][2].append(Element(tag, attributes))
        elif len(self.open) > _DEEPEST:
            self.skipped += 1
            self.too_deep = True
        else:
            self.open.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif len(self.open) > 1 and self.open[-1][0] == tag:
            name, attributes, children = self.open.pop()
            self.open[-1][2].append(Element(name, attributes, tuple(_trimmed(name, children))))

    def handle_data(self, data: str) -> None:
        if data.strip() or self.open[-1][0] not in CONTAINERS:
            self.open[-1][2].append(data)


def _trimmed(tag: str, children: list[Element | str]) -> list[Element | str]:
    """Return a list item's children without the line breaks between its blocks."""
    if tag != "li" or not any(isinstance(c, Element) and c.tag in BLOCKS for c in children):
        return children
    return [child for child in children if isinstance(child, Element) or child.strip()]


def _tree(html: str) -> tuple[tuple[Element | str, ...], bool]:
    builder = _TreeBuilder()
    builder.feed(html)
    builder.close()
    while len(builder.open) > 1:
        builder.skipped = 0
        builder.handle_endtag(builder.open[-1][0])
    return tuple(builder.open[0][2]), builder.too_deep


def _meaning(nodes: Iterable[Element | str]) -> Iterator[Element | str]:
    """Yield the nodes with footnotes by their meaning and nothing that points nowhere."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.attribute("class") == "footnote-ref":
            yield Element("noteref", (("note", words(node.children)),))
        elif node.attribute("class") == "footnote-backref":
            continue
        elif node.attribute("class") == "footnote":
            yield from _notes(node)
        elif node.tag == "sup" or (node.tag == "a" and fault_of_link(node.attribute("href"))):
            yield from _meaning(node.children)
        elif node.tag == "img" and not is_media(node.attribute("src")):
            yield node.attribute("alt")
        else:
            yield replace(node, children=tuple(_meaning(node.children)))


def _notes(node: Element) -> Iterator[Element]:
    items = [item for item in walk([node]) if item.tag == "ol"][:1]
    notes = [
        Element("note", (), tuple(_without_tail(_meaning(item.children))))
        for item in (items[0].children if items else ())
        if isinstance(item, Element)
    ]
    if notes:
        yield Element("notes", (), tuple(notes))


def _without_tail(nodes: Iterable[Element | str]) -> Iterator[Element | str]:
    """Yield a note's blocks without the space that was before the library's link back."""
    for node in nodes:
        if isinstance(node, Element) and node.tag == "p" and node.children:
            *before, last = node.children
            kept = (*before, last.rstrip("\xa0")) if isinstance(last, str) else node.children
            if any(kept):
                yield replace(node, children=tuple(child for child in kept if child))
        else:
            yield node
