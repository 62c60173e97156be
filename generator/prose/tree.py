"""The tree of a prose field, and what can be read off it: words, links, images."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from generator.core.issues import Issue

CONTAINERS = frozenset({"blockquote", "ul", "ol", "table", "thead", "tbody", "tr", "div", ""})
"""Elements that hold only other elements: white space in them means nothing."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
VOID = frozenset({"br", "hr", "img"})
BLOCKS = CONTAINERS | {*HEADINGS, "p", "li", "pre", "hr", "th", "td", "notes", "note"}
_URL_SAFE = ":/?#[]@!$&'()*+,;=%-._~"


@dataclass(frozen=True, slots=True)
class Element:
    """One node of the tree.

    `tag` is an HTML name, or `noteref` (attribute `note`: the number it shows), `notes` and
    `note` for footnotes. Attributes: `href`, `src`, `alt`, `title`, `start`, `align`.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element | str", ...] = ()

    def attribute(self, name: str) -> str:
        """Return the attribute's value, or the empty string."""
        return dict(self.attributes).get(name, "")


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link or an image points at: the address as written and its line in the field."""

    address: str
    line: int

    @property
    def scheme(self) -> str:
        """The part before the first colon: `source`, `media`, `https` and so on."""
        return self.address.partition(":")[0]

    @property
    def name(self) -> str:
        """The part after the first colon: an id, a file name."""
        return self.address.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Prose:
    """One parsed field: the text as written, the tree's topmost nodes, and what was refused."""

    source: str
    children: tuple[Element | str, ...] = ()
    faults: tuple[Issue, ...] = ()


def walk(nodes: Iterable[Element | str]) -> Iterator[Element]:
    """Yield every element in reading order, parents first."""
    for node in nodes:
        if isinstance(node, Element):
            yield node
            yield from walk(node.children)


def links(prose: Prose) -> list[LinkTarget]:
    """Return what the links point at, in reading order, inside and outside the report."""
    return _targets(prose, "a", "href")


def images(prose: Prose) -> list[LinkTarget]:
    """Return what the images point at (`media:FILE`), in reading order."""
    return _targets(prose, "img", "src")


def _targets(prose: Prose, tag: str, name: str) -> list[LinkTarget]:
    lines = LineFinder(prose.source)
    found = (e.attribute(name) for e in walk(prose.children) if e.tag == tag)
    return [LinkTarget(address, lines.next(address)) for address in found if address]


def words(nodes: Iterable[Element | str]) -> str:
    """Return the nodes' words with single spaces; an image gives its alternative text."""
    return " ".join("".join(_pieces(nodes)).split())


def _pieces(nodes: Iterable[Element | str]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node.tag == "img":
            yield node.attribute("alt")
        elif node.tag != "noteref":
            gap = " " if node.tag in BLOCKS or node.tag == "br" else ""
            yield gap
            yield from _pieces(node.children)
            yield gap


class LineFinder:
    """Finds the lines of things by what the author typed, each next time further down."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.ends: dict[str, int] = {}

    def next(self, written: str) -> int:
        """Return the line of the next occurrence of `written`, or 1 where it is not found."""
        for typed in _spellings(written):
            start = self.source.find(typed, self.ends.get(typed, 0)) if typed else -1
            if start >= 0:
                self.ends[typed] = start + len(typed)
                return self.source.count("\n", 0, start) + 1
        return 1


def _spellings(written: str) -> Iterator[str]:
    """Yield how an author may have typed something; the likeliest first, as it mostly suffices."""
    yield written
    yield escape(written)
    yield quote(written, safe=_URL_SAFE)
