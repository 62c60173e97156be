"""A finished document as pages offer it: where it is, how long and how large it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.views.base.blocks import Cell, EntryPoint, Fact, LinkTo, SideNote
from generator.words.english import counted

_NAMES = {"brief": "Council brief", "report": "Full report"}
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
    volume: str = ""
    """Which volume it is, as its cover says it; empty where the document is whole."""

    @property
    def name(self) -> str:
        """Return what it is, in two words and those of its volume."""
        volume = f", {self.volume[0].lower()}{self.volume[1:]}" if self.volume else ""
        return f"{_NAMES[self.kind]}{volume}"

    @property
    def says(self) -> str:
        """Return form, length and size in words."""
        kilos = round(self.size / _KILO)
        size = f"{kilos} kB" if kilos < _KILO else f"{self.size / _KILO**2:.1f} MB"
        return f"PDF, {counted(self.pages, 'page')}, {size}"


def download_ways(offered: Sequence[Download], year: int | None = None) -> tuple[EntryPoint, ...]:
    """Return the documents of an edition, or of the living report, as ways on."""
    return tuple(EntryPoint(d.name, d.target, f"{d.says}.") for d in offered if d.year == year)


def download_facts(offered: Sequence[Download], year: int | None) -> tuple[Fact, ...]:
    """Return the documents of an edition as facts."""
    return tuple(Fact(d.name, _link(d)) for d in offered if d.year == year)


def _link(download: Download) -> Cell:
    return (LinkTo(download.target.rpartition("/")[2], download.target), SideNote(download.says))
