"""Texts as lines of plain words: what a reader reads, without the marks of Markdown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.prose.link_addresses import EXTERNAL_SCHEMES
from generator.prose.parser import parse_prose
from generator.prose.tree import BLOCKS, HEADINGS, Element, words


@dataclass(frozen=True, slots=True)
class TextLine:
    """A paragraph, an item of a list, a heading or a row of a table, in one line."""

    text: str
    mark: str = ""
    """What is before an item of a list: a hyphen, or its number."""
    depth: int = 0
    """How many lists it is inside."""
    is_heading: bool = False


def text_lines(text: str, *, is_prose: bool) -> list[TextLine]:
    """Return a text as its lines; of Markdown, what is read of it."""
    if not is_prose:
        return [TextLine(" ".join(text.split()))]
    return [line for line in _blocks(parse_prose(text).children) if line.text]


def word_count(lines: Iterable[TextLine]) -> int:
    """Return how many words lines have."""
    return sum(len(line.text.split()) for line in lines)


def _blocks(nodes: Iterable[Element | str]) -> Iterator[TextLine]:
    """Yield the lines of blocks; what stands between them is a line of its own."""
    loose: list[Element | str] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag in BLOCKS:
            yield TextLine(_said(loose))
            loose = []
            yield from _block(node)
        else:
            loose.append(node)
    yield TextLine(_said(loose))


def _block(node: Element) -> Iterator[TextLine]:
    match node.tag:
        case "ul" | "ol":
            start = int(node.attribute("start") or 1)
            items = [n for n in node.children if isinstance(n, Element)]
            for number, item in enumerate(items, start):
                yield from _item(item, f"{number}." if node.tag == "ol" else "-")
        case "notes":
            notes = [n for n in node.children if isinstance(n, Element)]
            for number, note in enumerate(notes, 1):
                yield from _item(note, f"[{number}]")
        case "tr":
            cells = (n for n in node.children if isinstance(n, Element))
            yield TextLine(" | ".join(_said(cell.children) for cell in cells))
        case tag if tag in HEADINGS:
            yield TextLine(_said(node.children), is_heading=True)
        case "pre":
            yield TextLine(words(node.children))
        case _:
            yield from _blocks(node.children)


def _item(item: Element, mark: str) -> Iterator[TextLine]:
    """Yield an item with its mark, and what else is in it further in."""
    lines = [line for line in _blocks(item.children) if line.text]
    for place, line in enumerate(lines):
        own = place == 0 and not line.mark
        yield replace(line, mark=mark) if own else replace(line, depth=line.depth + 1)


def _said(nodes: Iterable[Element | str]) -> str:
    return " ".join("".join(map(_piece, nodes)).split())


def _piece(node: Element | str) -> str:
    if isinstance(node, str):
        return node
    match node.tag:
        case "img":
            return f"[{node.attribute('alt')}]"
        case "noteref":
            return f"[{node.attribute('note')}]"
        case "a":
            said, address = _said(node.children), node.attribute("href")
            leads_out = address.partition(":")[0].lower() in EXTERNAL_SCHEMES
            return f"{said} ({address})" if leads_out and address != said else said
        case "br":
            return " "
    return "".join(map(_piece, node.children))
