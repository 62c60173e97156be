"""One document: what it is called, as of when it speaks, and its parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Literal

from generator.derive.editions.editions import EditionSnapshot, is_reconstruction
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.source_links import gone_addresses, reader_address
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.keys import EditionKind
from generator.model.report import Report
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Refs
from generator.views.charts.shapes import Drawing
from generator.views.charts.swimlanes import SwimlaneChart
from generator.views.print.blocks import Part, SourceList
from generator.views.print.volumes import VolumeName
from generator.words.message import Message, Text, Unsaid, msg

DocumentKind = Literal["brief", "report", "department", "sheet", "staff-report"]


@dataclass(frozen=True, slots=True)
class DocumentFrame:
    """What every document of a snapshot says of itself."""

    snapshot: Snapshot
    digest: str
    """SHA-256 of the snapshot's canonical JSON, in hexadecimal digits."""
    edition: Edition | None = None
    """The edition that the snapshot is; None for the living report."""
    editions: tuple[EditionSnapshot, ...] = ()
    """Every edition up to this report, oldest first; this one too, where it is an edition."""

    @property
    def before(self) -> EditionSnapshot | None:
        """Return the report before this one; None for the first."""
        earlier = [e for e in self.editions if e.edition.year != self.year]
        return earlier[-1] if earlier else None

    @property
    def name(self) -> Text:
        """Return which report it is, in a few words."""
        return self.edition.title if self.edition else msg("print-living-report")

    @property
    def year(self) -> int | None:
        """Return the edition's year; None for the living report."""
        return self.edition.year if self.edition else None

    @property
    def standing(self) -> Message:
        """Return as of when it speaks."""
        return msg("print-standing", day=self.snapshot.as_of)

    @property
    def masthead(self) -> Message:
        """Return which report it is, and as of when it speaks, in one line."""
        return msg("print-masthead", name=self.name, day=self.snapshot.as_of)

    @property
    def unofficial(self) -> Text:
        """Return that it is an unofficial reconstruction, where it is one; else nothing."""
        if self.edition:
            reconstructed = self.edition.kind is EditionKind.RECONSTRUCTED
        else:
            reconstructed = is_reconstruction(self.snapshot, self.editions)
        return msg("print-unofficial") if reconstructed else ""

    @property
    def author(self) -> Text:
        """Return whose work it is: the organization's, or that of those who compiled it."""
        organization = self.snapshot.report.about.city
        if self.unofficial:
            return msg("print-author-unofficial", organization=organization)
        return organization

    @property
    def notes(self) -> tuple[Text, ...]:
        """Return what must be on the first page: whose words these are."""
        about = self.snapshot.report.about
        if self.edition and self.edition.kind is EditionKind.RECONSTRUCTED:
            made = self.edition.frozen_on or about.as_of
            reconstructed = msg(
                "print-reconstructed",
                made=str(made.year),
                day=self.snapshot.as_of,
                year=str(self.edition.year),
            )
            return (reconstructed, about.disclaimer)
        return (about.disclaimer,)


@dataclass(frozen=True, slots=True)
class Document:
    """One document, whole."""

    kind: DocumentKind
    title: Text
    """As the file's properties and the running head name it."""
    description: Text
    author: Text
    running: Text
    """At the right of the running head."""
    foot: Text
    day: date
    site: str
    """Where the site is published, with a slash at its end; empty where it is not."""
    parts: tuple[Part, ...]
    initiatives: frozenset[str]
    """Addresses of the initiatives that are on its record."""
    source_numbers: tuple[str, ...]
    """Addresses of the report's sources; a source's number is its place, from 1."""
    source_addresses: tuple[str, ...]
    """Where each source itself is found, in the same order; else where it says who holds it."""
    volume: VolumeName | None = None
    """Which volume of the report it is; None where it is whole."""
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    """The numbers of the other volumes by the anchors of their headings."""

    @property
    def is_first(self) -> bool:
        """Return whether it is whole, or the first of its volumes."""
        return self.volume is None or self.volume.number == 1


def document(
    frame: DocumentFrame,
    kind: DocumentKind,
    title: Text,
    description: Text,
    parts: tuple[Part, ...],
) -> Document:
    """Return a document of a snapshot."""
    about = frame.snapshot.report.about
    site = about.site or ""
    return Document(
        kind=kind,
        title=title,
        description=description,
        author=frame.author,
        running=msg("print-running", name=frame.name, day=frame.snapshot.as_of),
        foot=about.title,
        day=frame.snapshot.day,
        site=site if not site or site.endswith("/") else f"{site}/",
        parts=parts,
        initiatives=frozenset(
            addresses.initiative(name)
            for s in frame.snapshot.states
            for name in (s.initiative.id, *s.initiative.former_ids)
        ),
        source_numbers=tuple(addresses.source(s.id) for s in frame.snapshot.report.sources),
        source_addresses=_source_addresses(frame.snapshot.report),
    )


def _source_addresses(report: Report) -> tuple[str, ...]:
    gone = gone_addresses(report)
    return tuple(
        reader_address(source, gone) or addresses.source(source.id) for source in report.sources
    )


def cited(parts: tuple[Part, ...]) -> SourceList | None:
    """Return the sources that parts cite, in the order of their first mention, or None."""
    found = dict.fromkeys(
        ref
        for refs in _refs(parts)
        for ref in refs.refs
        if ref.target.startswith(addresses.SOURCES)
    )
    return SourceList(tuple(found)) if found else None


WITHOUT_REFS = (str, int, date, PartialDate, Unsaid, LinkTo, Drawing, SwimlaneChart)
"""What cites nothing, so that it need not be searched."""


def _refs(value: object) -> Iterator[Refs]:
    if isinstance(value, Refs):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _refs(item)
    elif not isinstance(value, WITHOUT_REFS) and is_dataclass(value):
        for one in fields(value):
            yield from _refs(getattr(value, one.name))
