"""The tree of a prose field as plain data that one print function sets."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.prose.escaping import collapsed
from generator.prose.link_addresses import EXTERNAL_SCHEMES
from generator.prose.parser import parse_prose
from generator.prose.tree import BLOCKS, HEADINGS, Element, walk, words
from generator.render.pdf.column_widths import widths
from generator.render.pdf.text import exact, in_language
from generator.views.base import addresses
from generator.words.localization import Localization
from generator.words.marking import other_language
from generator.words.message import msg

DEEPEST_HEADING = 6

Data = dict[str, Any]
"""What JSON can hold."""


@dataclass(slots=True)
class ProseSetter:
    """Turns Markdown into data; `link` says where an address leads in the document."""

    link: Callable[[str], Data]
    """From an address of the site, or of the web, to a link's place."""
    words: Localization
    written_in: str
    """The language of the content."""
    room: float
    """Characters in a line of a table."""
    media: set[str] = field(default_factory=set)
    """Files of content/media that were met."""
    notes: int = 0
    """Footnotes so far, so that their labels differ."""

    def blocks(self, markdown: str, level: int) -> list[Data]:
        """Return the blocks of a field whose highest heading gets `level`."""
        prose = parse_prose(markdown)
        levels = [int(e.tag[1]) for e in walk(prose.children) if e.tag in HEADINGS]
        language = other_language(markdown, self.words, self.written_in)
        shift = level - min(levels, default=1)
        return _FieldSetter(self, prose.children, shift, language).all()


class _FieldSetter:
    """One field while it is being set."""

    def __init__(
        self, setter: ProseSetter, nodes: Sequence[Element | str], shift: int, language: str
    ) -> None:
        self.setter, self.nodes, self.shift, self.language = setter, nodes, shift, language
        found = next((n for n in nodes if isinstance(n, Element) and n.tag == "notes"), None)
        self.notes = [n for n in found.children if isinstance(n, Element)] if found else []
        self.labels: dict[str, str] = {}

    def all(self) -> list[Data]:
        return self.flow(n for n in self.nodes if not (isinstance(n, Element) and n.tag == "notes"))

    def flow(self, nodes: Iterable[Element | str]) -> list[Data]:
        """Return blocks; inline pieces between them become one block of their own."""
        made: list[Data] = []
        loose: list[Element | str] = []
        for node in nodes:
            if isinstance(node, Element) and node.tag in BLOCKS:
                made += self.loose(loose)
                loose = []
                made.append(self.block(node))
            else:
                loose.append(node)
        return made + self.loose(loose)

    def loose(self, nodes: list[Element | str]) -> list[Data]:
        there = any(isinstance(n, Element) or n.strip() for n in nodes)
        return [{"k": "run", "c": self.inside(nodes)}] if there else []

    def block(self, node: Element) -> Data:
        match node.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                level = max(1, min(DEEPEST_HEADING, int(node.tag[1]) + self.shift))
                made: Data = {"k": "heading", "level": level, "c": self.inside(node.children)}
            case "ul" | "ol":
                made = self.listing(node)
            case "table":
                made = self.table(node)
            case "pre":
                made = {"k": "pre", "t": "".join(_texts(node.children)).rstrip("\n")}
            case "p":
                made = {"k": "p", "c": self.inside(node.children)}
            case "hr":
                made = {"k": "hr"}
            case _:
                made = {"k": node.tag or "div", "c": self.flow(node.children)}
        return made

    def listing(self, node: Element) -> Data:
        items = [self.flow(li.children) for li in node.children if isinstance(li, Element)]
        start = node.attribute("start")
        loose = any(len(item) > 1 and item[0]["k"] == "p" for item in items)
        first = int(start) if start.isdecimal() else 1
        return {"k": node.tag, "items": items, "start": first, "tight": not loose}

    def table(self, node: Element) -> Data:
        rows = [row for row in walk([node]) if row.tag == "tr"]
        cells = [[c for c in row.children if isinstance(c, Element)] for row in rows]
        head, body = cells[0], cells[1:]
        columns = [
            [words(row[place].children) for row in cells if place < len(row)]
            for place in range(len(head))
        ]
        return {
            "k": "table",
            "widths": widths(columns, self.setter.room),
            "align": [cell.attribute("align") or "start" for cell in head],
            "head": [self.inside(cell.children) for cell in head],
            "rows": [
                [self.inside(row[at].children) if at < len(row) else [] for at in range(len(head))]
                for row in body
            ],
        }

    def inside(self, nodes: Iterable[Element | str]) -> list[Any]:
        return [self.inline(node) for node in nodes]

    def inline(self, node: Element | str) -> Any:  # noqa: ANN401 - text, pieces or data
        if isinstance(node, str):
            text, around = collapsed(node), self.setter.words.locale.language
            other = self.language
            return in_language(text, other, around) if other else exact(text, around)
        match node.tag:
            case "a":
                made = self.anchor(node)
            case "img":
                made = self.image(node)
            case "noteref":
                made = self.note(node.attribute("note"))
            case "code":
                made = {"k": "code", "t": "".join(_texts(node.children))}
            case "br":
                made = {"k": "br"}
            case _:
                made = {"k": node.tag, "c": self.inside(node.children)}
        return made

    def anchor(self, node: Element) -> Data:
        place = self.link(node.attribute("href"))
        volume = place.pop("volume", None)
        named = (
            [f" {self.setter.words(msg('print-see-volume', number=str(volume)))}"] if volume else []
        )
        return {"k": "a", "c": [*self.inside(node.children), *named], **place}

    def link(self, address: str) -> Data:
        outside = address.partition(":")[0].lower() in EXTERNAL_SCHEMES
        return self.setter.link(address if outside else addresses.of_prose_link(address))

    def image(self, node: Element) -> Data:
        file = node.attribute("src").partition(":")[2]
        self.setter.media.add(file)
        return {"k": "img", "file": file, "alt": collapsed(node.attribute("alt"))}

    def note(self, number: str) -> Data:
        if number in self.labels:
            return {"k": "again", "to": self.labels[number]}
        self.setter.notes += 1
        self.labels[number] = f"note-{self.setter.notes}"
        note = self.notes[int(number) - 1]
        paragraphs = [c for c in note.children if isinstance(c, Element) and c.tag == "p"]
        single = len(note.children) == 1 and len(paragraphs) == 1
        inside = self.loose(list(paragraphs[0].children)) if single else self.flow(note.children)
        return {"k": "note", "label": self.labels[number], "c": inside}


def _texts(nodes: Iterable[Element | str]) -> Iterable[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _texts(node.children)
