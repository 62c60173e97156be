"""Reading plain HTML fast: where every tag is simple, one expression finds what a parser would.

Two parsers read the HTML of each page: MkDocs for ids, Python-Markdown for blocks. They go letter
by letter and took more than half of a build. Here each first looks whether the text holds nothing
but simple tags; anything else is left to the parser itself.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Any, NamedTuple

import markdown.htmlparser
import markdown.preprocessors
import mkdocs.structure.pages
from markdown.extensions import fenced_code

_ATTRIBUTE = r"[ \n]+([A-Za-z_][-A-Za-z0-9_:.]*)(?:=\"([^\"<>`]*)\")?"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_ANY_TAG = re.compile(r"<[^>]*>")
_START_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9]*)(?:{_ATTRIBUTE})*/?>")
_END_TAG = re.compile(r"<(/[a-zA-Z][a-zA-Z0-9]*)>")
_ID = re.compile(r"[ \n](?:id|name)=\"", re.IGNORECASE)
_BROKEN_REFERENCE = re.compile(r"&(?!(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);)")
_BLANK_LINE = re.compile(r"(?:[ ]*\n){2}")
_NOT_SIMPLE = ""
_WAYS_OF_THEIR_OWN = frozenset(
    {
        *("script", "style", "textarea", "plaintext", "xmp", "iframe", "noembed", "noframes"),
        *("noscript", _NOT_SIMPLE),
    }
)
"""Names of elements whose text a parser reads in a way of its own, and the lack of a name."""
_SPACES = (r"(?<=\n) +\n", "\n")
"""How Markdown empties lines that hold nothing but spaces."""
_ODD_TITLE = re.compile(r"<title\b(?![^<>]*>[^<>]*</title>)", re.IGNORECASE)
"""So does a title that holds elements."""


class _Tags(NamedTuple):
    """The tags of a text of simple tags."""

    all: list[str]
    """In their order."""
    names: Mapping[str, str]
    """The name of each different tag in small letters, with the stroke of an end tag."""


@lru_cache(maxsize=1)
def _tags(text: str) -> _Tags | None:
    """Return the tags of a text of simple tags; two readers ask for each, one by one."""
    found = _ANY_TAG.findall(text)
    if len(found) != text.count("<"):
        return None
    names = {tag: _name(tag) for tag in set(found)}
    used = set(names.values())
    if used & _WAYS_OF_THEIR_OWN or ("title" in used and _ODD_TITLE.search(text)):
        return None
    return _Tags(found, names)


@lru_cache(maxsize=10_000)
def _name(tag: str) -> str:
    """Return the name of a simple tag in small letters, of an end tag with its stroke."""
    found = _START_TAG.fullmatch(tag) or _END_TAG.fullmatch(tag)
    return found[1].lower() if found else _NOT_SIMPLE


def _attributes(written: str) -> list[tuple[str, str | None]]:
    return [(one[1].lower(), one[2] and unescape(one[2])) for one in _ATTRIBUTES.finditer(written)]


class _QuickIds(mkdocs.structure.pages._HTMLHandler):  # noqa: SLF001 - the version is checked
    """Collects the ids of raw HTML in Markdown."""

    def feed(self, data: str) -> None:
        tags = _tags(data)
        if tags is None:
            super().feed(data)
            return
        for tag, name in tags.names.items():
            if _ID.search(tag):
                for key, value in _attributes(tag):
                    if key == "id" or (key == "name" and name == "a"):
                        self.present_anchor_ids.add(value)  # type: ignore[arg-type] # as MkDocs does


class _QuickBlocks(markdown.htmlparser.HTMLExtractor):
    """Takes blocks of raw HTML out of Markdown, each in one piece."""

    _cache: list[str]

    def feed(self, data: str) -> None:
        # Behind a reference that breaks off, the parser goes on in a cut text with lines counted
        # in the whole one; what it finds then is its own affair.
        tags = _tags(data)
        simple = tags is not None and not any("\n" in tag for tag in tags.names)
        self._length = len(data) if simple and not _BROKEN_REFERENCE.search(data) else -1
        self._names = list(map(self._opening(tags).__getitem__, tags.all)) if tags else []
        self._passed = self._before = 0
        super().feed(data)

    def _opening(self, tags: _Tags) -> dict[str, str]:
        """Return the name of each different tag, empty where it opens nothing."""
        return {
            tag: "" if name in self.empty_tags or tag.endswith("/>") else name
            for tag, name in tags.names.items()
        }

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
        self._before += text.count("<", self._passed, start)
        self._passed = start
        first = self._names[self._before]
        if not first or not self.md.is_block_level(first):
            return 0
        opened = [first]
        for number, name in enumerate(islice(self._names, self._before + 1, None), 2):
            if name[:1] == "/":
                if name[1:] in opened:
                    while opened.pop() != name[1:]:
                        pass
                    if not opened:
                        return _end_of_tag(text, start, number)
            elif name:
                opened.append(name)
        return 0

    def _take(self, start: int, end: int) -> None:
        block = self.rawdata[start:end]
        if _BLANK_LINE.match(self.rawdata, end):
            block += "\n"
        else:
            self.intail = True
        self.cleandoc += ["\n", self.md.htmlStash.store(block), "\n\n"]


def _end_of_tag(text: str, start: int, number: int) -> int:
    """Return where the tag of a number ends, counted from the one that starts here."""
    stop = _end_of_line(text, start)
    while (in_line := text.count("<", start, stop)) < number:
        start, number = stop, number - in_line
        stop = _end_of_line(text, start)
    if number == in_line:
        start = text.rindex("<", start, stop)
    else:
        for _ in range(number):
            start = text.index("<", start) + 1
    return text.index(">", start) + 1


def _end_of_line(text: str, start: int) -> int:
    return text.find("\n", start) + 1 or len(text)


class _QuickFences(fenced_code.FencedBlockPreprocessor):
    """Looks for blocks of code where a line begins with a fence, and nowhere else."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with blocks of code taken out."""
        fenced = any(line.startswith(("```", "~~~")) for line in lines)
        return super().run(lines) if fenced else lines


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
        (fenced_code, "FencedBlockPreprocessor", _QuickFences),
    ]
    before = [getattr(module, name) for module, name, _ in places]
    try:
        for module, name, quick in places:
            setattr(module, name, quick)
        yield
    finally:
        for (module, name, _), slow in zip(places, before, strict=True):
            setattr(module, name, slow)
