"""The faults of a prose field: markup that is refused, lost, or inaccessible."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from generator.core.issues import Issue, Location
from generator.prose.link_addresses import fault_of_link, is_media
from generator.prose.tree import HEADINGS, Element, LineFinder, Prose, walk, words

_LIBRARY_MARK = "\x02"
"""Begins what Python-Markdown puts in place of text while it works; no text of ours holds it."""


@dataclass(frozen=True, slots=True)
class ReadingNotes:
    """Notes taken while parsing one field, from which its faults are derived."""

    refused: Sequence[tuple[str, str]]
    """What the author wrote and the reader refused, as written, each with the fault's code."""
    definitions: Mapping[str, str]
    """Addresses defined apart, by their label."""
    made: Sequence[Element | str]
    """The tree before cleaning."""
    kept: Sequence[Element | str]
    """The tree after cleaning."""
    too_deep: bool


def faults_of(source: str, noticed: ReadingNotes, tree: Sequence[Element | str]) -> Iterator[Issue]:
    """Yield what is wrong with a field, with lines counted from its own first."""
    lines = LineFinder(source)
    for code, worded in _REFUSALS.items():
        yield from (worded(text, lines) for found, text in noticed.refused if found == code)
    yield from _leaks(noticed.made, lines)
    yield from _target_faults(noticed.made, lines)
    yield from _unused_definitions(noticed, lines)
    yield from _unused_notes(tree)
    yield from _heading_faults(tree, lines)
    yield from _depth_faults(too_deep=noticed.too_deep)
    yield from _loss_faults(noticed)


def faults_in(prose: Prose, path: str = "", first_line: int = 1) -> list[Issue]:
    """Return the faults of a field, located in `path` where the field begins."""
    return [
        replace(fault, location=Location(path, first_line + fault.location.line - 1))
        for fault in prose.faults
    ]


def _fault(code: str, line: int, found: str, expected: str, next_step: str) -> Issue:
    return Issue(code, Location("", line), found, expected, next_step)


def _raw_html(tag: str, lines: LineFinder) -> Issue:
    return _fault(
        "P001",
        lines.next(tag),
        f"The text contains HTML: {tag}",
        "Markdown only; HTML is not interpreted, and would be shown as typed.",
        "Write it in Markdown, or put `backquotes` around it if readers should see it.",
    )


def _lost_cells(row: str, lines: LineFinder) -> Issue:
    return _fault(
        "P010",
        lines.next(row),
        f"A table row has more cells than the table's header: {row.strip()}",
        "The same number of cells in each row as in the header.",
        "Remove the extra cell, or write a | that belongs to the text as \\|.",
    )


def _mixed_signs(text: str, lines: LineFinder) -> Issue:
    shown = text if text.isprintable() else "* or _"
    return _fault(
        "P013",
        lines.next(text),
        f"Emphasis marks that do not match: {shown}",
        "The same marks after the words as before them, like *this* or **this**.",
        "Remove a mark, or write \\* or \\_ for a literal one.",
    )


_REFUSALS = {"P001": _raw_html, "P010": _lost_cells, "P013": _mixed_signs}


def _leaks(nodes: Iterable[Element | str], lines: LineFinder) -> Iterator[Issue]:
    """Yield where signs cross so that marks of the library's own are left in the text."""
    for node in nodes:
        if isinstance(node, Element):
            yield from _leaks(node.children, lines)
        elif _LIBRARY_MARK in node:
            before = node.partition(_LIBRARY_MARK)[0].split()
            yield _mixed_signs(before[-1] if before else "* or _", lines)


def _target_faults(nodes: Iterable[Element | str], lines: LineFinder) -> Iterator[Issue]:
    for element in walk(nodes):
        if element.tag == "a" and not element.attribute("class"):
            yield from _link_faults(element, lines)
        elif element.tag == "img":
            yield from _image_faults(element, lines)


def _link_faults(element: Element, lines: LineFinder) -> Iterator[Issue]:
    address = element.attribute("href")
    line = lines.next(address)
    if fault := fault_of_link(address):
        code, expected = fault
        yield _fault(
            code,
            line,
            f"A link points to {address!r}.",
            expected,
            "Correct the address, or remove the link and keep its words.",
        )
    if not words(element.children):
        yield _fault(
            "P008",
            line,
            f"The link to {address!r} has no words.",
            "Words that say where the link leads.",
            "Write [words](address).",
        )


def _image_faults(element: Element, lines: LineFinder) -> Iterator[Issue]:
    address = element.attribute("src")
    line = lines.next(address)
    if not element.attribute("alt").strip():
        yield _fault(
            "P005",
            line,
            f"The image {address!r} has no text for people who cannot see it.",
            "A sentence that says what the image shows.",
            f"Write ![what it shows]({address}).",
        )
    if not is_media(address):
        yield _fault(
            "P006",
            line,
            f"The image comes from {address!r}.",
            "An image from the folder content/media: media:FILE.",
            "Put the file in content/media and write ![what it shows](media:FILE).",
        )


def _unused_definitions(noticed: ReadingNotes, lines: LineFinder) -> Iterator[Issue]:
    elements = list(walk(noticed.made))
    used = {unescape(e.attribute("href") or e.attribute("src")) for e in elements}
    for label, address in noticed.definitions.items():
        if unescape(address) not in used:
            yield _unused(f"The link address [{label}] is defined", lines.next(address))


def _unused_notes(nodes: Iterable[Element | str]) -> Iterator[Issue]:
    elements = list(walk(nodes))
    marks = {element.attribute("note") for element in elements if element.tag == "noteref"}
    notes = sum(element.tag == "note" for element in elements)
    for number in range(1, notes + 1):
        if str(number) not in marks:
            yield _unused(f"Footnote {number} is written", 1)


def _unused(what: str, line: int) -> Issue:
    return _fault(
        "P011",
        line,
        f"{what}, but nothing in the text refers to it.",
        "Every footnote and every link address is referred to.",
        "Refer to it, or remove it.",
    )


def _heading_faults(nodes: Iterable[Element | str], lines: LineFinder) -> Iterator[Issue]:
    headings = [element for element in walk(nodes) if element.tag in HEADINGS]
    levels = [int(heading.tag[1]) for heading in headings]
    before = min(levels, default=1) - 1
    for heading, level in zip(headings, levels, strict=True):
        title = words(heading.children)
        line = lines.next(title)
        if level > before + 1:
            yield _fault(
                "P007",
                line,
                f"The heading {title!r} is {level - before} levels below the one before it.",
                "Headings that go down one level at a time, starting with the highest.",
                f"Start its line with {'#' * (before + 1)}.",
            )
        before = level


def _depth_faults(*, too_deep: bool) -> Iterator[Issue]:
    if too_deep:
        yield _fault(
            "P009",
            1,
            "Lists, quotations, or brackets are nested too deeply.",
            "Text that a reader can follow.",
            "Remove levels.",
        )


def _loss_faults(noticed: ReadingNotes) -> Iterator[Issue]:
    """Yield a fault where the cleaner took something that no other fault speaks of."""
    if noticed.kept is noticed.made:
        return
    lost = _tags(noticed.made) - _tags(noticed.kept)
    missing = Counter(words(noticed.made).split()) - Counter(words(noticed.kept).split())
    if lost or missing:
        yield _fault(
            "P012",
            1,
            f"For safety, something would be removed: {', '.join([*lost, *missing])}.",
            "Plain Markdown: headings, lists, tables, links, images, and footnotes.",
            "Write this part more simply.",
        )


def _tags(nodes: Iterable[Element | str]) -> Counter[str]:
    return Counter(element.tag for element in walk(nodes))
