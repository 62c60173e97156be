"""One document: what it is called, as of when it speaks, and its parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Literal

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.keys import EditionKind
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Refs
from generator.views.charts.shapes import Drawing
from generator.views.charts.swimlanes import SwimlaneChart
from generator.views.print.blocks import Part, SourceList
from generator.words.english import day_words
from generator.words.message import Text, Unsaid

DocumentKind = Literal["brief", "report", "department", "sheet"]

DIGITS_SHOWN = 12
"""How much of a digest the foot of a page shows."""


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
    def name(self) -> str:
        """Return which report it is, in a few words."""
        return self.edition.title if self.edition else "Living report"

    @property
    def year(self) -> int | None:
        """Return the edition's year; None for the living report."""
        return self.edition.year if self.edition else None

    @property
    def standing(self) -> str:
        """Return as of when it speaks."""
        return f"As things stood on {day_words(self.snapshot.day)}"

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what must be on the first page: whose words these are."""
        about = self.snapshot.report.about
        if self.edition and self.edition.kind is EditionKind.RECONSTRUCTED:
            made = self.edition.frozen_on or about.as_of
            reconstructed = (
                f"Reconstructed in {made.year} from public sources as things stood on "
                f"{day_words(self.snapshot.day)}; this is not the {self.edition.year} report of "
                f"the {about.city}."
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
    """Where each source itself is found, in the same order."""
    volume: str = ""
    """Which volume of the report it is; empty where it is whole."""
    number: int = 1
    """The volume's number."""
    elsewhere: Mapping[str, int] = field(default_factory=dict)
    """The numbers of the other volumes by the anchors of their headings."""


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
        running=f"{frame.name}, {day_words(frame.snapshot.day)}",
        foot=f"{about.title}. Data {frame.digest[:DIGITS_SHOWN]}",
        day=frame.snapshot.day,
        site=site if not site or site.endswith("/") else f"{site}/",
        parts=parts,
        initiatives=frozenset(
            addresses.initiative(name)
            for s in frame.snapshot.states
            for name in (s.initiative.id, *s.initiative.former_ids)
        ),
        source_numbers=tuple(addresses.source(s.id) for s in frame.snapshot.report.sources),
        source_addresses=tuple(s.address for s in frame.snapshot.report.sources),
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
