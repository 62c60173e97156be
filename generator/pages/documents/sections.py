"""Pages made of sections, and differences, as parts of a document."""

from collections.abc import Iterable, Iterator, Sequence

from generator.derive.changes.sentence import Kind, Sentence
from generator.pages import addresses
from generator.pages.blocks import Aside, Cell, Inline, LinkTo, Refs, Strong, Words
from generator.pages.documents.parts import (
    Empty,
    FactList,
    Grid,
    Heading,
    Lede,
    Notice,
    Paragraph,
    Part,
    Points,
)
from generator.pages.sections import SectionsView

KINDS = {
    Kind.NEW: "New on the record",
    Kind.STATUS: "Moved to another status",
    Kind.ENDED: "Finished, ended or stopped",
    Kind.DROPPED: "Dropped",
    Kind.PHASE: "Another phase",
    Kind.CONFIDENCE: "Another confidence",
    Kind.STILL: "Reported again, standing as before",
    Kind.ROLES: "Owners and Sponsors",
    Kind.PARTNERS: "Partners",
    Kind.IDEAS: "Ideas",
    Kind.ROADMAP: "Steps of roadmaps",
    Kind.TARGETS: "Targets",
    Kind.MEASURES: "Figures",
    Kind.FUNDING: "Money and staff",
    Kind.EVENTS: "Events",
    Kind.EVALUATIONS: "Evaluations",
    Kind.GONE: "No longer on the record",
    Kind.RECORD: "Other records",
    Kind.WORDING: "Wording",
    Kind.FRESHNESS: "Freshness of updates",
    Kind.NOTHING_SINCE: "Nothing found since",
}


def section_parts(view: SectionsView, level: int, target: str) -> Iterator[Part]:
    """Yield a page of sections; its title gets `level` and begins a new page."""
    yield Heading(level, view.title, target, fresh_page=True)
    yield from _body(view, level, target)


def _body(view: SectionsView, level: int, target: str) -> Iterator[Part]:
    yield Lede(view.lede)
    if view.gap:
        yield Notice(view.gap)
    if view.facts:
        yield FactList(view.facts)
    for section in view.sections:
        yield Heading(level + 1, section.heading, f"{target}#{section.anchor}")
        if section.text:
            yield Paragraph((Words(section.text),))
        if section.facts:
            yield FactList(section.facts)
        if section.table:
            yield Grid(section.table)
        elif section.why_empty:
            yield Empty(section.why_empty)


def change_parts(told: Sequence[Sentence], titles: dict[str, str], level: int) -> Iterator[Part]:
    """Yield a difference by kind; `titles` are those of the sources, by id."""
    for kind, heading in KINDS.items():
        here = [sentence for sentence in told if sentence.kind is kind]
        if here:
            yield Heading(level, f"{heading} ({len(here)})")
            yield Points(tuple(change_cell(sentence, titles) for sentence in here))


def change_cell(sentence: Sentence, titles: dict[str, str]) -> Cell:
    """Return one sentence with whom it is about, what stayed the same, and its sources."""
    same = f"Unchanged: {'; '.join(sentence.unchanged)}." if sentence.unchanged else ""
    ids = dict.fromkeys(sentence.sources)
    for event in sentence.evidence:
        ids |= dict.fromkeys(event.sources)
    refs = tuple(LinkTo(titles.get(i, i), addresses.source(i)) for i in ids)
    aside: tuple[Inline, ...] = (Aside(same),) if same else ()
    sourced: tuple[Inline, ...] = (Refs(refs),) if refs else ()
    return (_about(sentence), Words(sentence.text), *aside, *sourced)


def _about(sentence: Sentence) -> Inline:
    kind, _, name = sentence.subject.partition(":")
    makers = {"initiative": addresses.initiative, "area": addresses.area}
    maker = makers.get(kind)
    return LinkTo(sentence.title, maker(name)) if maker else Strong(sentence.title)


def of_kinds(told: Iterable[Sentence], *kinds: Kind) -> tuple[Sentence, ...]:
    """Return the sentences of some kinds, in their order."""
    return tuple(sentence for sentence in told if sentence.kind in kinds)
