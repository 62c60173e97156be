"""A finished document as pages offer it: where it is, how long and how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.views.base.blocks import Cell, EntryPoint, Fact, LinkTo, SideNote
from generator.views.print.volumes import VolumeName
from generator.words.message import Message, msg

_KILO = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """One PDF that the site offers."""

    kind: str
    year: int | None
    """The edition's year; None for the living report."""
    target: str
    pages: int
    size: int
    """Bytes."""
    volume: VolumeName | None = None
    """Which volume it is; None where the document is whole."""

    @property
    def name(self) -> Message:
        """Return what it is, and which volume of it."""
        name = msg(f"download-name-{self.kind}")
        if self.volume is None:
            return name
        number, of = str(self.volume.number), str(self.volume.of)
        return msg("download-volume", name=name, number=number, of=of, subject=self.volume.subject)

    @property
    def says(self) -> Message:
        """Return form, length and size in words."""
        kilos = round(self.size / _KILO)
        if kilos < _KILO:
            return msg("download-kilobytes", pages=self.pages, size=kilos)
        megas = Decimal(self.size) / _KILO**2
        return msg("download-megabytes", pages=self.pages, size=round(megas, 1))


def download_ways(offered: Sequence[Download], year: int | None = None) -> tuple[EntryPoint, ...]:
    """Return the documents of an edition, or of the living report, as ways on."""
    return tuple(
        EntryPoint(d.name, d.target, msg("download-sentence", says=d.says))
        for d in offered
        if d.year == year
    )


def download_facts(offered: Sequence[Download], year: int | None) -> tuple[Fact, ...]:
    """Return the documents of an edition as facts."""
    return tuple(Fact(d.name, _link(d)) for d in offered if d.year == year)


def _link(download: Download) -> Cell:
    return (LinkTo(download.target.rpartition("/")[2], download.target), SideNote(download.says))
