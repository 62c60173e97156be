"""Pages made of sections, and differences, as parts of a document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.derive.editions.frozen_part import frozen_part
from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.history.changes.sentences import changes
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Inline, LinkTo, Refs, SideNote, Strong, Words, phrase
from generator.views.base.sections import Section, SectionsView
from generator.views.changes.change_groups import HEADINGS, LISTED, unchanged
from generator.views.charts.swimlanes import SwimlaneChart
from generator.views.print.blocks import (
    DrawingBlock,
    Empty,
    FactList,
    Heading,
    Lede,
    Notice,
    Paragraph,
    Part,
    Points,
    SwimlaneBlock,
)
from generator.views.print.counted import counted_parts
from generator.views.print.document import DocumentFrame
from generator.words.message import Text, msg

LANES_A_FIGURE = 16
"""Lanes of a drawing that are on one page together."""


def section_parts(
    view: SectionsView, level: int, target: str, *, fresh_page: bool = True
) -> Iterator[Part]:
    """Yield a page of sections; its title gets `level`, and begins a new page unless it may not."""
    yield Heading(level, view.title, target, fresh_page)
    yield from _body(view, level, target)


def _body(view: SectionsView, level: int, target: str) -> Iterator[Part]:
    yield Lede(view.lede)
    if view.gap:
        yield Notice(view.gap)
    if view.facts:
        yield FactList(view.facts)
    for section in view.sections:
        yield from section_parts_of(section, level + 1, target)


def section_parts_of(section: Section, level: int, target: str) -> Iterator[Part]:
    """Yield one section of a page under its heading; `target` is the address of the page."""
    yield Heading(level, section.heading, f"{target}#{section.anchor}", listed=False)
    if section.text:
        yield Paragraph((Words(section.text),))
    if section.facts:
        yield FactList(section.facts)
    if section.drawing:
        yield DrawingBlock(section.drawing, section.drawing_unit)
    if section.table:
        yield from counted_parts(section.table)
    elif section.why_empty:
        yield Empty(section.why_empty)


def change_parts(told: Sequence[Sentence], titles: dict[str, str], level: int) -> Iterator[Part]:
    """Yield a difference by kind; `titles` are those of the sources, by id.

    Kinds in which every initiative may be are left out: nothing is news to all of them.
    """
    for kind, heading in HEADINGS.items():
        here = [sentence for sentence in told if sentence.kind is kind]
        if here and kind not in LISTED:
            yield Heading(
                level,
                msg("print-counted-heading", heading=heading, count=len(here)),
                listed=False,
            )
            yield Points(tuple(change_cell(sentence, titles) for sentence in here))


def change_cell(sentence: Sentence, titles: dict[str, str]) -> Cell:
    """Return one sentence with whom it is about, what stayed the same, and its sources."""
    same = unchanged(sentence.unchanged)
    ids = dict.fromkeys(sentence.sources)
    for event in sentence.evidence:
        ids |= dict.fromkeys(event.sources)
    refs = tuple(LinkTo(titles.get(i, i), addresses.source(i)) for i in ids)
    aside: tuple[Inline, ...] = (SideNote(same),) if same else ()
    sourced: tuple[Inline, ...] = (Refs(refs),) if refs else ()
    return (about(sentence), Words(sentence.text), *aside, *sourced)


def about(sentence: Sentence) -> Inline:
    """Return the words that say whom a sentence is about, to print in front of it."""
    kind, _, name = sentence.subject.partition(":")
    makers = {"initiative": addresses.initiative, "area": addresses.area}
    maker = makers.get(kind)
    who = LinkTo(sentence.title, maker(name)) if maker else Strong(sentence.title)
    return phrase(msg("common-name"), name=who)


def of_kinds(told: Iterable[Sentence], *kinds: ChangeKind) -> tuple[Sentence, ...]:
    """Return the sentences of some kinds, in their order."""
    return tuple(sentence for sentence in told if sentence.kind in kinds)


def differences(frame: DocumentFrame) -> tuple[Sentence, ...]:
    """Return what changed since the report before, of what editions hold; empty for the first."""
    if frame.before is None:
        return ()
    return changes(frame.before.then, frozen_part(frame.snapshot))


def swimlane_parts(title: Text, chart: SwimlaneChart, words: Text) -> Iterator[Part]:
    """Yield a drawing of lanes, over as many figures as its lanes need.

    `words` tells who cannot see it where the same is said.
    """
    lanes = chart.lanes
    for start in range(0, len(lanes), LANES_A_FIGURE):
        shown = lanes[start : start + LANES_A_FIGURE]
        whole = len(shown) == len(lanes)
        some = msg("print-lanes-title", title=title, first=start + 1, last=start + len(shown))
        yield SwimlaneBlock(title if whole else some, replace(chart, lanes=shown), words)
