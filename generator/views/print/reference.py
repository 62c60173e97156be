"""What the full report has at its end: what is not known, and how to read it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.views.base import addresses
from generator.views.base.blocks import Fact, Words
from generator.views.base.presence import has_page
from generator.views.initiatives.initiative import doubt_table, question_fact
from generator.views.overview.audit import audit_sheet
from generator.views.overview.reference import method_view, unknown_view
from generator.views.print.blocks import (
    FactList,
    Heading,
    Lede,
    Legend,
    Notice,
    Paragraph,
    Part,
    RecordItem,
    RecordList,
    TableBlock,
)
from generator.views.print.counted import is_zero
from generator.views.print.document import DocumentFrame
from generator.views.print.record_lists import records
from generator.views.print.sections import section_parts_of
from generator.words.message import msg

_COUNT = 1
"""Where a row of gaps has how many there are."""


def unknown_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what is not known of the report as a whole; topics and initiatives have their own."""
    if not has_page(addresses.UNKNOWN, frame.snapshot):
        return
    background = frame.snapshot.report.background
    view = unknown_view(frame.snapshot)
    yield Heading(2, msg("page-unknown"), addresses.UNKNOWN)
    yield Lede(view.lead)
    found = tuple(row for row in view.gaps.rows if not is_zero(row[_COUNT]))
    if found:
        yield TableBlock(replace(view.gaps, rows=found))
    questions = tuple(question_fact(q) for q in background.questions if not _has_place(q.about))
    if questions:
        yield Heading(3, msg("unknown-questions-heading"))
        yield FactList(questions)
    doubts = [d for d in background.discrepancies if not _has_place(d.about)]
    if doubts:
        yield Heading(3, msg("unknown-doubts-heading"))
        yield from (records(doubt_table(frame.snapshot.report, doubt)) for doubt in doubts)


def _has_place(about: Sequence[str]) -> bool:
    """Return whether what is about some records is told where they are."""
    return any(name.startswith(("initiative:", "area:")) for name in about)


def how_to_read_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what words, shapes, and marks mean, and what others may do with the report."""
    method = method_view(frame.snapshot)
    yield Heading(2, msg("report-how-to-read-heading"), addresses.METHOD, fresh_page=True)
    axes = frame.snapshot.axes
    if {"status", "phase", "confidence"} <= axes:
        four = "freshness" in axes
        yield Lede(msg("report-how-to-read" if four else "report-how-to-read-three"))
    for key, label, signals in method.axes:
        yield Heading(3, label, f"{addresses.METHOD}#{key}", listed=False)
        yield Legend(signals)
    yield Heading(3, msg("report-words-heading"))
    yield Paragraph((Words(msg("report-numbers-mean")),))
    yield FactList(method.words, dense=True)
    if method.results:
        yield Heading(3, msg("report-results-heading"))
        yield Paragraph((Words(method.results),))
    yield Notice(method.disclaimer)
    yield FactList(method.use)
    yield Paragraph((Words(msg("report-digest", digest=frame.digest)),))


def audit_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield a sample of claims, each with its record and sources, for a clerk to check."""
    view = audit_sheet(frame.snapshot, edition=frame.edition)
    yield Heading(2, view.title, addresses.AUDIT)
    yield Lede(view.lede)
    drawn = [one for one in view.sections if one.anchor.startswith("claim-")]
    for one in view.sections:
        if one not in drawn:
            yield from section_parts_of(one, 3, addresses.AUDIT)
    items = (RecordItem((Words(one.heading),), _without_blank(one.facts)) for one in drawn)
    if drawn:
        yield RecordList("", tuple(items), ())


def _without_blank(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return facts without the room for a finding, which the margin has."""
    return tuple(fact for fact in facts if fact.name != msg("audit-finding"))
