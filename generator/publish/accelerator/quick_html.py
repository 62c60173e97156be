"""Reading plain HTML fast: where every tag is simple, one expression finds what a parser would.

Three parsers read the HTML of each page: MkDocs for ids, Python-Markdown for blocks, Material for
the search index. They go letter by letter and took three quarters of a build. Here each first
looks whether the text holds nothing but simple tags; anything else is left to the parser itself.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any

import markdown.htmlparser
import markdown.preprocessors
import mkdocs.structure.pages
from material.plugins.search import plugin as material_search

from generator.publish.accelerator.quick_entries import HEADINGS, Divider

_ATTRIBUTE = r"[ \n]+([A-Za-z_][-A-Za-z0-9_:.]*)(?:=\"([^\"<>`]*)\")?"
_SIMPLE = rf"<(?:/([a-zA-Z][a-zA-Z0-9]*)|([a-zA-Z][a-zA-Z0-9]*)((?:{_ATTRIBUTE})*)(/?))>"
_CLEAR = r"(?:[^<&]+|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)*+"
_TAG = re.compile(_SIMPLE)
"""Groups: name of an end tag; name, attributes and, as the sixth, closing stroke of a start tag."""
_NEXT_TAG = re.compile(rf"{_CLEAR}{_SIMPLE}")
_TEXT_AND_TAG = re.compile(rf"([^<]*){_SIMPLE}")
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_ID = re.compile(r"[ \n](?:id|name)=\"", re.IGNORECASE)
_NAME = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*)")
_TELLING = re.compile(r"&|headerlink|linenodiv|data-search-exclude", re.IGNORECASE)
"""What an attribute holds that matters to the search index; those of headings always do."""
_BROKEN_REFERENCE = re.compile(r"&#(?!(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F])")
_BLANK_LINE = re.compile(r"(?:[ ]*\n){2}")
_WAYS_OF_THEIR_OWN = re.compile(
    r"<(?:script|style|textarea|plaintext|xmp|iframe|noembed|noframes|noscript"
    r"|title\b(?![^<>]*>[^<>]*</title>))\b",
    re.IGNORECASE,
)
"""Elements whose text a parser reads in a way of its own; a title only if it holds elements."""

_Attributes = list[tuple[str, str | None]]


def _is_simple(text: str) -> bool:
    """Tell whether each `<` of a text begins a simple tag."""
    if _WAYS_OF_THEIR_OWN.search(text):
        return False
    rest, number = _TAG.subn("", text)
    return "<" not in rest and number == text.count("<")


def _attributes(written: str) -> _Attributes:
    return [(one[1].lower(), one[2] and unescape(one[2])) for one in _ATTRIBUTES.finditer(written)]


class _QuickIds(mkdocs.structure.pages._HTMLHandler):  # noqa: SLF001 - the version is checked
    """Collects the ids of raw HTML in Markdown."""

    def feed(self, data: str) -> None:
        if not _is_simple(data):
            super().feed(data)
            return
        end = 0
        for found in _ID.finditer(data):
            start = data.rfind("<", 0, found.start())
            # Outside of tags the same letters are text; a tag may hold them twice.
            if start < end or data.rfind(">", start, found.start()) > start:
                continue
            end = data.index(">", start)
            self._note(data[start:end])

    def _note(self, written: str) -> None:
        name = _NAME.match(written)
        if name:
            for key, value in _attributes(written[name.end() :]):
                if key == "id" or (key == "name" and name[1].lower() == "a"):
                    self.present_anchor_ids.add(value)  # type: ignore[arg-type] # as MkDocs does


class _QuickBlocks(markdown.htmlparser.HTMLExtractor):
    """Takes blocks of raw HTML out of Markdown, each in one piece."""

    _cache: list[str]

    def feed(self, data: str) -> None:
        # Behind a reference that breaks off, the parser goes on in a cut text with lines counted
        # in the whole one; what it finds then is its own affair.
        self._length = -1 if _BROKEN_REFERENCE.search(data) else len(data)
        super().feed(data)

    def parse_starttag(self, i: int) -> int:
        whole = len(self.rawdata) == self._length
        if whole and not (self.inraw or self.intail or self._cache) and self.at_line_start():
            end = self._end_of_block(i)
            if end:
                self._take(i, end)
                return end
        return super().parse_starttag(i)

    def _end_of_block(self, start: int) -> int:
        """Return where the block that starts here ends; 0 where that needs a closer look."""
        text: str = self.rawdata
        tag = _TAG.match(text, start)
        if not tag or not tag[2] or tag[6] or not self.md.is_block_level(tag[2].lower()):
            return 0
        open_tags: list[str] = []
        while tag:
            closed, opened, stroke = tag.group(1, 2, 6)
            if closed:
                name = closed.lower()
                if name in open_tags:
                    while open_tags.pop() != name:
                        pass
                if not open_tags:
                    end = tag.end()
                    return 0 if _WAYS_OF_THEIR_OWN.search(text, start, end) else end
            elif not stroke and opened.lower() not in self.empty_tags:
                open_tags.append(opened.lower())
            if not open_tags:
                return 0
            tag = _NEXT_TAG.match(text, tag.end())
        return 0

    def _take(self, start: int, end: int) -> None:
        block = self.rawdata[start:end]
        if _BLANK_LINE.match(self.rawdata, end):
            block += "\n"
        else:
            self.intail = True
        self.cleandoc += ["\n", self.md.htmlStash.store(block), "\n\n"]


class _QuickEntries(material_search.Parser):  # type: ignore[misc] # Material is not typed
    """Divides a page into entries of the search index."""

    def feed(self, data: str) -> None:
        if not _is_simple(data):
            super().feed(data)
            return
        divider = Divider()
        at = 0
        for found in _TEXT_AND_TAG.finditer(data):
            text, closed, opened, written, stroke = found.group(1, 2, 3, 4, 7)
            at = found.end()
            if text:
                divider.text(unescape(text) if "&" in text else text)
            if closed:
                divider.end(closed.lower())
            else:
                name = opened.lower()
                telling = written and (name in HEADINGS or _TELLING.search(written))
                divider.start(name, dict(_attributes(written)) if telling else {})
                if stroke:
                    divider.end(name)
        if at < len(data):
            divider.text(unescape(data[at:]))
        self.data = divider.sections


@contextmanager
def quick_reading() -> Iterator[None]:
    """Let the three parsers look first, for as long as the context lasts."""
    places: list[tuple[Any, str, type]] = [
        (mkdocs.structure.pages, "_HTMLHandler", _QuickIds),
        (markdown.preprocessors, "HTMLExtractor", _QuickBlocks),
        (material_search, "Parser", _QuickEntries),
    ]
    before = [getattr(module, name) for module, name, _ in places]
    try:
        for module, name, quick in places:
            setattr(module, name, quick)
        yield
    finally:
        for (module, name, _), slow in zip(places, before, strict=True):
            setattr(module, name, slow)
