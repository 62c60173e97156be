"""Which address readers get of a source, and what was last found at the addresses of sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.model.link_checks import GoneAddress
from generator.model.report import Report, Source


def gone_addresses(report: Report) -> Mapping[str, GoneAddress]:
    """Return what was last found at each address at which there is nothing any more."""
    return {one.address: one for one in report.links.gone}


def reader_address(source: Source, gone: Mapping[str, GoneAddress]) -> str | None:
    """Return where readers are led: to the copy of an archive where the first address is gone.

    None for a source that has no address, only somebody who holds it.
    """
    return source.archived.address if source.archived and source.address in gone else source.address


@dataclass(frozen=True, slots=True)
class SourcesSeen:
    """How many sources with an address were found there, on the day of the last check."""

    day: date
    answered: int
    gone: int
    unchecked: int
    """Those that refuse programs, could not be reached, or were added since."""


def sources_seen(report: Report) -> SourcesSeen | None:
    """Return how many sources were last found at their addresses; None if nobody checked."""
    if report.links.checked is None:
        return None
    answered, gone = frozenset(report.links.answered), gone_addresses(report)
    given = [source.address for source in report.sources if source.address]
    found = sum(address in answered for address in given)
    lost = sum(address in gone for address in given)
    rest = len(given) - found - lost
    return SourcesSeen(report.links.checked, found, lost, rest)
