"""The full report in short, and what changed since the report before."""

from collections.abc import Iterator

from generator.views.base import addresses
from generator.views.changes.change_groups import lead
from generator.views.initiatives.rows import area_table, status_by_area
from generator.views.overview.glance import glance
from generator.views.print.blocks import (
    Empty,
    FactList,
    Heading,
    Lede,
    Notice,
    Paragraph,
    Part,
    ProseBlock,
    TableBlock,
)
from generator.views.print.counted import counted_parts
from generator.views.print.document import DocumentFrame
from generator.views.print.front_page import headline, newest_finds
from generator.views.print.sections import change_parts, differences
from generator.words.message import msg


def summary_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what became of all initiatives in a few paragraphs and counts."""
    snapshot = frame.snapshot
    whole = glance(snapshot)
    yield Heading(2, msg("report-summary-heading"), addresses.HOME, fresh_page=True)
    yield Lede(snapshot.report.about.summary)
    yield from headline(whole)
    if whole.matches:
        yield Paragraph((whole.matches,))
    if frame.edition and frame.edition.introduction.strip():
        yield Heading(3, msg("report-edition-heading"))
        yield ProseBlock(frame.edition.introduction, 4)
        for claim in frame.edition.claims:
            values = {"text": claim.text, "scope": claim.scope}
            said = (
                msg("report-claim-note", **values, note=claim.note)
                if claim.note
                else msg("report-claim", **values)
            )
            yield Notice(said, msg("report-claim-heading"))
    for part in newest_finds(whole):
        yield from counted_parts(part.table) if isinstance(part, TableBlock) else (part,)
    yield Heading(3, msg("home-topics-heading"))
    yield TableBlock(area_table(snapshot))
    if whole.counts:
        yield from counted_parts(status_by_area(snapshot))
    if whole.unknown:
        yield Heading(3, msg("report-not-known-heading"))
        yield FactList(whole.unknown)
    if whole.nothing_since:
        yield Notice(whole.nothing_since)


def changes_chapter(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what changed since the report before, where there are editions."""
    if not frame.editions:
        return
    yield Heading(2, msg("report-changes-heading"), addresses.CHANGES)
    before = frame.before
    if before is None:
        yield Empty(msg("report-first"))
        return
    told = differences(frame)
    titles = {source.id: source.title for source in frame.snapshot.report.sources}
    yield Lede(
        msg(
            "report-changes",
            before=before.edition.title,
            start=before.then.as_of,
            end=frame.snapshot.as_of,
            said=lead(told),
        )
    )
    yield from change_parts(told, titles, 3)
