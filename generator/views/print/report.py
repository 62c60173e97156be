"""The full report: everything the site says of where the initiatives are, bound as one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.measures import Area
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, MatchMark, Words
from generator.views.base.presence import has_page
from generator.views.base.shared import to_initiative
from generator.views.base.table_builder import table
from generator.views.changes.change_groups import lead
from generator.views.initiatives.initiative import initiative_view
from generator.views.initiatives.rows import area_table, initiative_columns, status_by_area
from generator.views.overview.area import AreaView, area_view
from generator.views.overview.audit import audit_sheet
from generator.views.overview.glance import glance
from generator.views.overview.reference import method_view, unknown_view
from generator.views.print.blocks import (
    Contents,
    Cover,
    Empty,
    FactList,
    Heading,
    Index,
    Key,
    Lede,
    Legend,
    Notice,
    Paragraph,
    Part,
    Points,
    ProseBlock,
    TableBlock,
)
from generator.views.print.document import Document, DocumentFrame, document
from generator.views.print.front_page import headline, newest_finds
from generator.views.print.initiative import initiative_parts, measure_parts
from generator.views.print.late import late_parts
from generator.views.print.optional_chapters import (
    evaluations_chapter,
    goals_chapter,
    groups_chapter,
    matches_chapter,
    money_chapter,
    places_chapter,
    responsibility_chapter,
)
from generator.views.print.record_lists import records
from generator.views.print.sections import (
    change_parts,
    differences,
    section_parts,
    swimlane_parts,
)
from generator.views.print.sources import source_parts
from generator.views.print.volumes import Volume, VolumeSection, divide
from generator.views.roadmap.roadmap import RoadmapView, roadmap_view
from generator.words.collation import alphabetical
from generator.words.localization import Localization
from generator.words.message import Message, Text, msg

Chapter: TypeAlias = Callable[[DocumentFrame], Iterable[Part]]


def report_document(frame: DocumentFrame) -> Document:
    """Return the full report of a snapshot, in one."""
    parts = tuple(part for section in report_sections(frame) for part in section.parts)
    title = _title(frame)
    description = _description(frame, frame.snapshot.report.about.summary)
    return document(frame, "report", title, description, (*_cover(frame), *parts))


def _description(frame: DocumentFrame, summary: Text) -> Message:
    return msg("print-description", summary=summary, day=frame.snapshot.as_of)


def report_documents(
    frame: DocumentFrame, sections: Sequence[VolumeSection], most: float, words: Localization
) -> tuple[Document, ...]:
    """Return the full report in volumes of at most about so many pages; one where all fit.

    How long they are in a language is estimated.
    """
    volumes = divide(sections, most, words)
    if len(volumes) == 1:
        return (report_document(frame),)
    anchors = [
        {
            part.anchor: v.name.number
            for part in v.parts
            if isinstance(part, Heading) and part.anchor
        }
        for v in volumes
    ]
    return tuple(
        _volume(frame, volumes, volume, {a: n for there in anchors for a, n in there.items()})
        for volume in volumes
    )


def report_sections(frame: DocumentFrame) -> tuple[VolumeSection, ...]:
    """Return the chapters of the full report, each topic area a section of its own."""
    areas = [
        VolumeSection(area.title, tuple(_area(frame, area))) for area in frame.snapshot.report.areas
    ]
    first = _section(msg("report-first-chapters"), FIRST, frame)
    return (first, *areas, _section(msg("report-last-chapters"), REST, frame))


def _section(title: Text, chapters: Iterable[Chapter], frame: DocumentFrame) -> VolumeSection:
    return VolumeSection(title, tuple(part for chapter in chapters for part in chapter(frame)))


def _volume(
    frame: DocumentFrame, volumes: Sequence[Volume], volume: Volume, places: Mapping[str, int]
) -> Document:
    name = volume.name
    title = msg("print-volume-title", report=_title(frame), volume=name.title)
    description = msg("print-volume-description", volume=name.title, day=frame.snapshot.as_of)
    parts = (
        *_cover(frame, name.title),
        Heading(3, msg("report-volumes-heading"), listed=False),
        Points(tuple((Words(other.name.title),) for other in volumes)),
        *volume.parts,
    )
    whole = document(frame, "report", title, description, parts)
    elsewhere = {anchor: number for anchor, number in places.items() if number != name.number}
    return replace(
        whole,
        running=msg(
            "print-volume-running",
            number=str(name.number),
            of=str(name.of),
            running=whole.running,
        ),
        volume=name,
        elsewhere=elsewhere,
    )


def _title(frame: DocumentFrame) -> str:
    return frame.edition.title if frame.edition else frame.snapshot.report.about.title


def _cover(frame: DocumentFrame, volume: Text = "") -> Iterator[Part]:
    about, whole = frame.snapshot.report.about, glance(frame.snapshot)
    subtitle = about.title if frame.edition else msg("report-full")
    yield Cover(
        organization=about.city,
        title=_title(frame),
        subtitle=volume or subtitle,
        standing=frame.standing,
        headline=whole.headline,
        age=whole.age,
        counts=whole.counts,
        notes=(*frame.notes, msg("report-digest", digest=frame.digest)),
    )
    yield Contents(msg("print-contents"), 3)


def _how_to_read(frame: DocumentFrame) -> Iterator[Part]:
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
    if has_page(addresses.MATCHES, frame.snapshot):
        yield Paragraph((MatchMark(), Words(msg("report-match-means"))))
    yield Paragraph((Words(msg("report-numbers-mean")),))
    yield FactList(method.words)
    if method.results:
        yield Heading(3, msg("report-results-heading"))
        yield Paragraph((Words(method.results),))
    yield Notice(method.disclaimer)
    yield FactList(method.use)


def _summary(frame: DocumentFrame) -> Iterator[Part]:
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
    yield from newest_finds(whole)
    yield Heading(3, msg("home-topics-heading"))
    yield TableBlock(area_table(snapshot))
    if whole.counts:
        yield TableBlock(status_by_area(snapshot))
    if whole.unknown:
        yield Heading(3, msg("report-not-known-heading"))
        yield FactList(whole.unknown)
    if whole.nothing_since:
        yield Notice(whole.nothing_since)


def _changed(frame: DocumentFrame) -> Iterator[Part]:
    if not frame.editions:
        return
    yield Heading(2, msg("report-changes-heading"), addresses.CHANGES, fresh_page=True)
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


def _roadmap(frame: DocumentFrame) -> Iterator[Part]:
    if not has_page(addresses.ROADMAP, frame.snapshot):
        return
    view = roadmap_view(frame.snapshot, obligations_by_milestone(frame.snapshot))
    yield Heading(2, msg("page-roadmap"), addresses.ROADMAP, fresh_page=True)
    yield Lede(view.next.lead)
    if view.calendar_note:
        yield Notice(view.calendar_note)
    if view.next.table:
        yield TableBlock(view.next.table)
    yield from _drawings(view)
    yield Heading(3, msg("report-stages-heading"), listed=False)
    for stage in view.stages:
        yield Heading(4, stage.title, f"{addresses.ROADMAP}#{stage.anchor}")
        yield Paragraph((Words(stage.means),))
        yield records(stage.table) if stage.table else Empty(msg("report-no-initiative"))
    if view.work_plans:
        yield Heading(3, msg("plan-work-heading"), listed=False)
    yield from (TableBlock(plan) for plan in view.work_plans)
    if view.dependencies:
        yield TableBlock(view.dependencies)
        yield Paragraph((Words(view.dependencies_note),))


def _drawings(view: RoadmapView) -> Iterator[Part]:
    """Yield the drawing of each topic area, and the same as a table."""
    if view.key:
        yield Key(view.key.key, view.key.note)
    for area in view.areas:
        yield Heading(3, area.area.text, f"{addresses.ROADMAP}#{area.anchor}", listed=False)
        if area.chart:
            title = msg("print-roadmap-of", title=area.area.text)
            yield from swimlane_parts(title, area.chart, msg("report-table-follows"))
        if area.table:
            yield TableBlock(area.table)


def _all(frame: DocumentFrame) -> Iterator[Part]:
    states = frame.snapshot.states
    caption = msg("report-all", count=len(states))
    yield Heading(2, msg("report-all-heading"), addresses.INITIATIVES, fresh_page=True)
    columns = initiative_columns(frame.snapshot, with_area=True)
    yield TableBlock(table("all", caption, states, columns))
    yield from late_parts(frame.snapshot, 3)


def _area(frame: DocumentFrame, area: Area) -> Iterator[Part]:
    snapshot = frame.snapshot
    view = area_view(snapshot, area)
    target = addresses.area(area.id)
    yield Heading(2, view.title, target, fresh_page=True)
    if view.question:
        yield Lede(view.question)
    yield Paragraph((Words(view.lead), *view.later))
    yield from _area_facts(view, target)
    for state in snapshot.states:
        if state.initiative.area == area.id:
            one = initiative_view(snapshot, state, frame.editions)
            yield from initiative_parts(one, state.initiative.id, 3)


def _area_facts(view: AreaView, target: str) -> Iterator[Part]:
    parts = tuple(_background(view, target))
    if parts:
        yield Heading(3, msg("report-area-heading"), f"{target}#goals")
    yield from parts


def _background(view: AreaView, target: str) -> Iterator[Part]:
    if view.goals:
        yield TableBlock(view.goals)
    for measure in view.measures:
        yield from measure_parts(measure, 4, target)
    if view.money:
        yield Paragraph((Words(view.money.text),))
        yield TableBlock(view.money.table)
    tables = (view.figures, view.survey, view.earlier)
    yield from (TableBlock(found) for found in tables if found)
    yield from map(records, view.doubts)
    if view.survey_facts:
        yield FactList(view.survey_facts)
    if view.questions:
        yield FactList(view.questions)


def _unknown(frame: DocumentFrame) -> Iterator[Part]:
    if not has_page(addresses.UNKNOWN, frame.snapshot):
        return
    view = unknown_view(frame.snapshot)
    yield Heading(2, msg("page-unknown"), addresses.UNKNOWN, fresh_page=True)
    yield Lede(view.lead)
    if view.gaps.rows:
        yield TableBlock(view.gaps)
    if view.silent:
        yield TableBlock(view.silent)
    if view.questions:
        yield Heading(3, msg("unknown-questions-heading"))
        yield FactList(view.questions)
    if view.doubts:
        yield Heading(3, msg("unknown-doubts-heading"))
        yield from map(records, view.doubts)


def _audit(frame: DocumentFrame) -> Iterator[Part]:
    view = audit_sheet(frame.snapshot, edition=frame.edition)
    yield from section_parts(view, 2, addresses.AUDIT)


def _index(frame: DocumentFrame) -> Iterator[Part]:
    yield Heading(2, msg("report-index-heading"), "", fresh_page=True)
    yield Index(initiative_links(frame.snapshot))


def initiative_links(snapshot: Snapshot) -> tuple[LinkTo, ...]:
    """Return all initiatives in alphabetical order."""
    found = (s.initiative for s in snapshot.states)
    in_order = sorted(
        found, key=lambda one: (alphabetical(one.title), addresses.initiative(one.id))
    )
    return tuple(map(to_initiative, in_order))


FIRST: tuple[Chapter, ...] = (
    *(_how_to_read, _summary, _changed, _roadmap, _all),
    *(groups_chapter, places_chapter),
)
"""The chapters before the topic areas."""

REST: tuple[Chapter, ...] = (
    *(goals_chapter, responsibility_chapter, money_chapter, evaluations_chapter, _unknown),
    *(matches_chapter, _audit, source_parts, _index),
)
"""The chapters after them."""
