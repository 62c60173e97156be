"""Reading plain HTML fast: where every tag is simple, one expression finds what a parser would.

Two parsers read the HTML of each page: MkDocs for ids, Python-Markdown for blocks. They go letter
by letter and took more than half of a build. Here each first looks whether the text holds nothing
but simple tags; anything else is left to the parser itself.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Any

import markdown.htmlparser
import markdown.preprocessors
import mkdocs.structure.pages

_ATTRIBUTE = r"[ \n]+([A-Za-z_][-A-Za-z0-9_:.]*)(?:=\"([^\"<>`]*)\")?"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_REST = re.compile(rf"(?:{_ATTRIBUTE})*/?")
"""What may be in a simple start tag behind its name."""
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
"""Finds simple tags, and others too; groups: the name with the stroke of an end tag, the rest."""
_NAME = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)[^<>]*(?<!/)>")
"""Finds the names of simple tags that open or close an element, and not both at once."""
_ID = re.compile(r"[ \n](?:id|name)=\"", re.IGNORECASE)
_BROKEN_REFERENCE = re.compile(r"&(?!(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)")
_BLANK_LINE = re.compile(r"(?:[ ]*\n){2}")
_WAYS_OF_THEIR_OWN = frozenset(
    {"script", "style", "textarea", "plaintext", "xmp", "iframe", "noembed", "noframes", "noscript"}
)
"""Elements whose text a parser reads in a way of its own."""
_SPACES = (r"(?<=\n) +\n", "\n")
"""How Markdown empties lines that hold nothing but spaces."""
_ODD_TITLE = re.compile(r"<title\b(?![^<>]*>[^<>]*</title>)", re.IGNORECASE)
"""So does a title that holds elements."""


@lru_cache(maxsize=1)
def _tags(text: str) -> frozenset[tuple[str, str]] | None:
    """Return the different tags of a text of simple tags; two readers ask for each, one by one."""
    found = _TAG.findall(text)
    tags = frozenset(found)
    return tags if len(found) == text.count("<") and _are_simple(tags, text) else None


def _are_simple(tags: frozenset[tuple[str, str]], text: str) -> bool:
    names = {name.lower() for name, _ in tags}
    return (
        names.isdisjoint(_WAYS_OF_THEIR_OWN)
        and not ("title" in names and _ODD_TITLE.search(text))
        and all(not rest or _is_simple(name, rest) for name, rest in tags)
    )


@lru_cache(maxsize=10_000)
def _is_simple(name: str, rest: str) -> bool:
    return name[0] != "/" and _REST.fullmatch(rest) is not None


def _attributes(written: str) -> list[tuple[str, str | None]]:
    return [(one[1].lower(), one[2] and unescape(one[2])) for one in _ATTRIBUTES.finditer(written)]


class _QuickIds(mkdocs.structure.pages._HTMLHandler):  # noqa: SLF001 - the version is checked
    """Collects the ids of raw HTML in Markdown."""

    def feed(self, data: str) -> None:
        tags = _tags(data)
        if tags is None:
            super().feed(data)
            return
        for name, rest in tags:
            if rest and _ID.search(rest):
                for key, value in _attributes(rest):
                    if key == "id" or (key == "name" and name.lower() == "a"):
                        self.present_anchor_ids.add(value)  # type: ignore[arg-type] # as MkDocs does


class _TagDepth:
    """Follows the tags of a block of raw HTML down into it and up again."""

    def __init__(self, empty: Collection[str]) -> None:
        self._empty = empty
        self._open: list[str] = []

    def take(self, names: list[str]) -> int:
        """Take the tags of a line; return after how many of them the block ends, or 0."""
        opened = self._open
        for number, name in enumerate(names, 1):
            if name[0] != "/":
                if name not in self._empty:
                    opened.append(name)
            elif name[1:] in opened:
                while opened.pop() != name[1:]:
                    pass
            if not opened:
                return number
        return 0


class _QuickBlocks(markdown.htmlparser.HTMLExtractor):
    """Takes blocks of raw HTML out of Markdown, each in one piece."""

    _cache: list[str]

    def feed(self, data: str) -> None:
        # Behind a reference that breaks off, the parser goes on in a cut text with lines counted
        # in the whole one; what it finds then is its own affair.
        tags = _tags(data)
        simple = tags is not None and not any("\n" in rest for _, rest in tags)
        self._length = len(data) if simple and not _BROKEN_REFERENCE.search(data) else -1
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
        first = _TAG.match(text, start)
        if not first or first[2].endswith("/") or not self.md.is_block_level(first[1].lower()):
            return 0
        descent = _TagDepth(self.empty_tags)
        at = start
        while at < len(text):
            found = text.find("\n", at)
            stop = len(text) if found < 0 else found
            names = [name.lower() for name in _NAME.findall(text, at, stop)]
            seen = descent.take(names)
            if seen and names[seen - 1][0] != "/":
                return 0
            if seen:
                return _end_of_tag(text, at, stop, seen if seen < len(names) else 0)
            at = stop + 1
        return 0

    def _take(self, start: int, end: int) -> None:
        block = self.rawdata[start:end]
        if _BLANK_LINE.match(self.rawdata, end):
            block += "\n"
        else:
            self.intail = True
        self.cleandoc += ["\n", self.md.htmlStash.store(block), "\n\n"]


def _end_of_tag(text: str, start: int, stop: int, number: int) -> int:
    """Return where that tag of a line ends which is the one of a number, or the last end tag."""
    if number:
        return next(islice(_NAME.finditer(text, start, stop), number - 1, None)).end()
    return text.index(">", text.rindex("</", start, stop)) + 1


class _QuickExpressions:
    """Stands for `re` in a module that goes letter by letter through pages that hold no match."""

    split = staticmethod(re.split)

    @staticmethod
    def sub(pattern: str, replacement: str, text: str) -> str:
        """Return what `re.sub` does."""
        if (pattern, replacement) == _SPACES and "\n " not in text:
            return text
        return re.sub(pattern, replacement, text)


@contextmanager
def quick_reading() -> Iterator[None]:
    """Let parsers and expressions look first, for as long as the context lasts."""
    places: list[tuple[Any, str, Any]] = [
        (mkdocs.structure.pages, "_HTMLHandler", _QuickIds),
        (markdown.preprocessors, "HTMLExtractor", _QuickBlocks),
        (markdown.preprocessors, "re", _QuickExpressions),
    ]
    before = [getattr(module, name) for module, name, _ in places]
    try:
        for module, name, quick in places:
            setattr(module, name, quick)
        yield
    finally:
        for (module, name, _), slow in zip(places, before, strict=True):
            setattr(module, name, slow)
