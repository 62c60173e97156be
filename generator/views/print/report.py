"""The full report: everything the site says of where the initiatives are, bound as one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.derive.responsibility.roles import register
from generator.views.base.blocks import Words
from generator.views.overview.glance import glance
from generator.views.print.blocks import Contents, Cover, Heading, Index, Lede, Part, Points
from generator.views.print.dashboard import dashboard
from generator.views.print.document import Document, DocumentFrame, document
from generator.views.print.key_words import names, titles
from generator.views.print.optional_chapters import (
    evaluations_chapter,
    goals_chapter,
    groups_chapter,
    matches_section,
    money_chapter,
    places_chapter,
    responsibility_chapter,
)
from generator.views.print.reference import audit_chapter, how_to_read_chapter, unknown_chapter
from generator.views.print.roadmap import all_initiatives_chapter, roadmap_chapter
from generator.views.print.sources import source_parts
from generator.views.print.summary import changes_chapter, summary_chapter
from generator.views.print.topics import topic_parts
from generator.views.print.volumes import Volume, VolumeSection, divide
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
    topics = frame.snapshot.report.areas
    areas = [VolumeSection(area.title, tuple(topic_parts(frame, area))) for area in topics]
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
        *_cover(frame, name.title, name.number),
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


def _cover(frame: DocumentFrame, volume: Text = "", number: int = 1) -> Iterator[Part]:
    """Yield the cover, the dashboard where it is the first volume, and the contents."""
    about, whole = frame.snapshot.report.about, glance(frame.snapshot)
    subtitle = about.title if frame.edition else msg("report-full")
    yield Cover(
        organization=about.city,
        title=_title(frame),
        subtitle=volume or subtitle,
        unofficial=frame.unofficial,
        standing=frame.standing,
        headline=whole.headline,
        age=whole.age,
        counts=whole.counts,
        notes=frame.notes,
    )
    if number == 1:
        yield from dashboard(frame)
    yield Contents(msg("print-contents"), 3)


def _index(frame: DocumentFrame) -> Iterator[Part]:
    yield Heading(2, msg("report-index-heading"), fresh_page=True)
    yield Lede(msg("report-index-lede"))
    yield Index(titles(frame.snapshot), names(frame.snapshot, register(frame.snapshot)))


FIRST: tuple[Chapter, ...] = (
    *(summary_chapter, changes_chapter, roadmap_chapter, all_initiatives_chapter),
    *(groups_chapter, places_chapter),
)
"""The chapters before the topic areas."""

REST: tuple[Chapter, ...] = (
    *(goals_chapter, evaluations_chapter, responsibility_chapter, money_chapter),
    *(unknown_chapter, how_to_read_chapter, matches_section, audit_chapter, source_parts, _index),
)
"""The chapters after them."""
