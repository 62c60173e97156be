"""Reading plain HTML fast: where every tag is simple, one expression finds what a parser would.

Three parsers read the HTML of each page: MkDocs for ids, Python-Markdown for blocks, Material for
the search index. They go letter by letter and took three quarters of a build. Here each first
looks whether the text holds nothing but simple tags; anything else is left to the parser itself.
"""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from html import unescape
from itertools import islice
from typing import Any

import markdown.htmlparser
import markdown.preprocessors
import mkdocs.structure.pages
from material.plugins.search import plugin as material_search

from generator.publish.accelerator.quick_entries import (
    EXCLUDED,
    HEADINGS,
    SILENT,
    VOID,
    Divider,
    Kind,
    NotSilentError,
    Tag,
)

_ATTRIBUTE = r"[ \n]+([A-Za-z_][-A-Za-z0-9_:.]*)(?:=\"([^\"<>`]*)\")?"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_REST = re.compile(rf"(?:{_ATTRIBUTE})*/?")
"""What may stand in a simple start tag behind its name."""
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
_MARKS = (r"\s?data-search-\w+=\"[^\"]+\"", "")
"""What Material takes out of a page once it is in the index."""
_MARK = re.compile(r"data-search-\w+=\"[^\"]+\"")
_SPACES = (r"(?<=\n) +\n", "\n")
"""How Markdown empties lines that hold nothing but spaces."""
_ODD_TITLE = re.compile(r"<title\b(?![^<>]*>[^<>]*</title>)", re.IGNORECASE)
"""So does a title that holds elements."""


def _pieces(text: str) -> tuple[list[str], frozenset[tuple[str, str]]] | None:
    """Divide a text in which each `<` begins a simple tag; None for any other.

    The pieces are a text, a tag's name, the rest of the tag, the next text and so on; beside them
    stand the different tags.
    """
    pieces = _TAG.split(text)
    if len(pieces) // 3 != text.count("<"):
        return None
    tags = frozenset(zip(pieces[1::3], pieces[2::3], strict=True))
    return (pieces, tags) if _are_simple(tags, text) else None


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


@lru_cache(maxsize=10_000)
def _tag(name: str, rest: str) -> tuple[Kind, Tag]:
    closing = name[0] == "/"
    tag = Tag(
        name.removeprefix("/").lower(),
        dict(_attributes(rest)),
        opens=not closing,
        closes=closing or rest.endswith("/"),
    )
    return tag.kind, tag


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


class _Descent:
    """Follows the tags of a block of raw HTML down into it and up again."""

    def __init__(self, root: str, empty: Collection[str]) -> None:
        self._root, self._empty = root, empty
        self._open: list[str] = []
        self._roots = 0
        self.plain = True
        """Whether every element was closed in its turn, none was a heading or named as the root."""

    def take(self, names: list[str]) -> int:
        """Take the tags of a line; return after how many of them the block ends, or 0."""
        opened = self._open
        self._roots += names.count(self._root)
        self.plain = self.plain and self._roots == 1 and HEADINGS.isdisjoint(names)
        for number, name in enumerate(names, 1):
            if name[0] != "/":
                if name not in self._empty:
                    opened.append(name)
            elif name[1:] in opened:
                while (last := opened.pop()) != name[1:]:
                    self.plain = self.plain and last in VOID
            else:
                self.plain = False
            if not opened:
                return number
        return 0


class _QuickBlocks(markdown.htmlparser.HTMLExtractor):
    """Takes blocks of raw HTML out of Markdown, each in one piece; enters what is `silent`."""

    _cache: list[str]

    def __init__(self, silent: list[str], md: markdown.Markdown) -> None:
        self._silent = silent
        super().__init__(md)

    def feed(self, data: str) -> None:
        # Behind a reference that breaks off, the parser goes on in a cut text with lines counted
        # in the whole one; what it finds then is its own affair.
        self._silent.clear()
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
        descent = _Descent(first[1].lower(), self.empty_tags)
        at = start
        while at < len(text):
            found = text.find("\n", at)
            stop = len(text) if found < 0 else found
            names = [name.lower() for name in _NAME.findall(text, at, stop)]
            seen = descent.take(names)
            if seen and names[seen - 1][0] != "/":
                return 0
            if seen:
                end = _end_of_tag(text, at, stop, seen if seen < len(names) else 0)
                if descent.plain and EXCLUDED in _tag(first[1], first[2])[1].attributes:
                    self._silent.append(text[start:end])
                return end
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


class _QuickEntries(material_search.Parser):  # type: ignore[misc] # Material is not typed
    """Divides a page into entries of the search index, and looks into nothing that is `silent`."""

    def __init__(self, silent: list[str]) -> None:
        self._silent = silent
        super().__init__()

    def feed(self, data: str) -> None:
        for text in dict.fromkeys([self._without_silent(data), data]):
            found = _pieces(text)
            if found is None:
                continue
            with suppress(NotSilentError):
                self.data = _sections(*found)
                return
        super().feed(data)

    def _without_silent(self, data: str) -> str:
        """Leave of blocks that the index holds nothing of only their first and last tag."""
        if SILENT in data:
            return data
        for block in sorted(self._silent, key=len, reverse=True):
            name = _TAG.match(block)[1]  # type: ignore[index] # it begins with a tag
            data = data.replace(block, f'<{name} {EXCLUDED}="{SILENT}"></{name}>')
        return data


def _sections(pieces: list[str], tags: frozenset[tuple[str, str]]) -> list[Any]:
    """Return the entries of a page; raise NotSilentError where it has to be looked at whole."""
    known = {tag: _tag(*tag) for tag in tags}
    divider = Divider()
    in_order = zip(pieces[1::3], pieces[2::3], strict=True)
    divider.read(pieces[::3], map(known.__getitem__, in_order))
    if pieces[-1]:
        divider.text(unescape(pieces[-1]))
    return divider.sections


class _QuickExpressions:
    """Stands for `re` in two modules that go letter by letter through pages that hold no match."""

    split = staticmethod(re.split)

    @staticmethod
    def sub(pattern: str, replacement: str, text: str) -> str:
        """Return what `re.sub` does."""
        if (pattern, replacement) == _MARKS:
            *pieces, last = _MARK.split(text)
            return "".join(p[:-1] if p and p[-1].isspace() else p for p in pieces) + last
        if (pattern, replacement) == _SPACES and "\n " not in text:
            return text
        return re.sub(pattern, replacement, text)


@contextmanager
def quick_reading() -> Iterator[None]:
    """Let parsers and expressions look first, for as long as the context lasts."""
    # Blocks of the page that was read last, of which no more than two tags concern the index.
    silent: list[str] = []
    places: list[tuple[Any, str, Any]] = [
        (mkdocs.structure.pages, "_HTMLHandler", _QuickIds),
        (markdown.preprocessors, "HTMLExtractor", partial(_QuickBlocks, silent)),
        (material_search, "Parser", partial(_QuickEntries, silent)),
        (material_search, "re", _QuickExpressions),
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
