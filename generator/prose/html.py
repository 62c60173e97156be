"""The tree as finished HTML, for a page whose own Markdown must not touch it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.prose.escaping import as_references, collapsed
from generator.prose.link_addresses import EXTERNAL_SCHEMES
from generator.prose.tree import HEADINGS, VOID, Element, Prose, walk, words

_ALIGNMENTS = ("left", "center", "right")
_IN_ADDRESS = re.compile(r"[^A-Za-z0-9:/.?#=%_~-]")


@dataclass(frozen=True, slots=True)
class NoteLabels:
    """What footnotes are called where they are read out."""

    notes: str
    """All that are below a text."""
    back: Callable[[int], str]
    """The link from the footnote with a number back to its mark in the text."""


def to_html(
    prose: Prose,
    *,
    resolve: Callable[[str], str],
    id_prefix: str,
    labels: NoteLabels,
    first_level: int = 3,
) -> str:
    """Return one `<div class="prose">` that can be used as a raw HTML block in Markdown.

    `resolve` turns an internal address (`source:ID`, `media:FILE`) into a URL, or into nothing
    where no such page is: then only the words of the link are. `id_prefix` keeps the footnotes
    of two fields on one page apart; two hyphens behind it keep them from every id of the content.
    The highest heading becomes h`first_level`. Aligned table cells have the class `r-left`,
    `r-center` or `r-right`.
    """
    levels = [int(e.tag[1]) for e in walk(prose.children) if e.tag in HEADINGS]
    printer = _Printer(resolve, id_prefix, labels, first_level - min(levels, default=1))
    return printer.division(prose.children) or '<div class="prose">\n</div>'


@dataclass(frozen=True, slots=True)
class ProseSection:
    """A part of a text under one of its highest headings, as finished HTML."""

    heading: str
    """Inline HTML."""
    words: str
    """The heading's words alone."""
    html: str


@dataclass(frozen=True, slots=True)
class SplitProse:
    """A text cut at its highest headings."""

    before: str
    """What is before the first of them."""
    sections: tuple[ProseSection, ...]
    notes: str
    """The footnotes of all sections; empty where there are none."""


def to_sections(
    prose: Prose,
    *,
    resolve: Callable[[str], str],
    id_prefix: str,
    labels: NoteLabels,
) -> SplitProse:
    """Return a text as `to_html` does, cut at its highest headings, which become h2.

    Each part is a `<div class="prose">`; its headings begin with h3.
    """
    levels = [int(e.tag[1]) for e in walk(prose.children) if e.tag in HEADINGS]
    highest = f"h{min(levels, default=1)}"
    printer = _Printer(resolve, id_prefix, labels, 2 - min(levels, default=1))
    parts: list[tuple[Element | None, list[Element | str]]] = [(None, [])]
    notes: list[Element | str] = []
    for node in prose.children:
        if isinstance(node, Element) and node.tag == highest:
            parts.append((node, []))
        elif isinstance(node, Element) and node.tag == "notes":
            notes.append(node)
        else:
            parts[-1][1].append(node)
    (_, before), *cut = parts
    return SplitProse(
        printer.division(before),
        tuple(
            ProseSection(
                printer.inside(heading.children),
                words(heading.children),
                printer.division(nodes),
            )
            for heading, nodes in cut
            if heading
        ),
        printer.division(notes),
    )


@dataclass(frozen=True, slots=True)
class _Printer:
    resolve: Callable[[str], str]
    prefix: str
    labels: NoteLabels
    shift: int
    marks: Counter[str] = field(default_factory=Counter)

    def division(self, nodes: Iterable[Element | str]) -> str:
        """Return blocks in one `<div class="prose">`; nothing for none."""
        blocks = [self.node(node) for node in nodes]
        return "\n".join(['<div class="prose">', *blocks, "</div>"]) if blocks else ""

    def node(self, node: Element | str, *, exact: bool = False) -> str:
        if isinstance(node, str):
            return as_references(node if exact else collapsed(node))
        if special := _SPECIAL.get(node.tag):
            return special(self, node)
        tag = self._heading(node.tag) if node.tag in HEADINGS else node.tag
        opening = f"<{tag}{_attributes(node)}>"
        if node.tag in VOID:
            return opening
        return f"{opening}{self.inside(node.children, exact=exact or tag == 'pre')}</{tag}>"

    def inside(self, nodes: Iterable[Element | str], *, exact: bool = False) -> str:
        return "".join(self.node(node, exact=exact) for node in nodes)

    def link(self, node: Element) -> str:
        address = node.attribute("href")
        scheme = address.partition(":")[0].lower()
        outside = scheme in EXTERNAL_SCHEMES
        target = address if outside else self.resolve(address)
        if not target:
            return self.inside(node.children)
        url = _address(target)
        rel = ' rel="noopener noreferrer"' if scheme in {"http", "https"} else ""
        return f'<a href="{url}"{_attributes(node)}{rel}>{self.inside(node.children)}</a>'

    def image(self, node: Element) -> str:
        url = _address(self.resolve(node.attribute("src")))
        alt = as_references(collapsed(node.attribute("alt")))
        return f'<img src="{url}" alt="{alt}"{_attributes(node)} loading="lazy">'

    def mark(self, node: Element) -> str:
        number = node.attribute("note")
        self.marks[number] += 1
        again = f"-{self.marks[number]}" if self.marks[number] > 1 else ""
        name = _address(f"{self.prefix}--mark-{number}{again}")
        target = _address(f"{self.prefix}--note-{number}")
        return f'<sup id="{name}"><a href="#{target}" role="doc-noteref">{number}</a></sup>'

    def notes(self, node: Element) -> str:
        items = "".join(
            self._note(note, number)
            for number, note in enumerate(node.children, start=1)
            if isinstance(note, Element)
        )
        label = as_references(self.labels.notes)
        return f'<section role="doc-endnotes" aria-label="{label}"><ol>{items}</ol></section>'

    def _note(self, note: Element, number: int) -> str:
        name = _address(f"{self.prefix}--note-{number}")
        mark = _address(f"{self.prefix}--mark-{number}")
        label = as_references(self.labels.back(number))
        back = f'<a href="#{mark}" role="doc-backlink" aria-label="{label}">&#8617;</a>'
        text = self.inside(note.children)
        if not self.marks[str(number)]:
            return f'<li id="{name}">{text}</li>'
        joined = f"{text[:-4]} {back}</p>" if text.endswith("</p>") else f"{text} {back}"
        return f'<li id="{name}">{joined}</li>'

    def _heading(self, tag: str) -> str:
        return f"h{max(1, min(6, int(tag[1]) + self.shift))}"


_SPECIAL: dict[str, Callable[[_Printer, Element], str]] = {
    "a": _Printer.link,
    "img": _Printer.image,
    "noteref": _Printer.mark,
    "notes": _Printer.notes,
}


def _attributes(node: Element) -> str:
    """Return the few attributes that are printed, each with a space before it."""
    printed = ' scope="col"' if node.tag == "th" else ""
    if title := node.attribute("title"):
        printed += f' title="{as_references(collapsed(title))}"'
    if node.attribute("start").isdecimal():
        printed += f' start="{int(node.attribute("start"))}"'
    if node.attribute("align") in _ALIGNMENTS:
        printed += f' class="r-{node.attribute("align")}"'
    return printed


def _address(address: str) -> str:
    """Return a URL or an id that can be between double quotes, safe from any extension."""
    return _IN_ADDRESS.sub(lambda found: as_references(found[0]), address)
