"""Which pages a report has: one that its organization fills with nothing is not there.

What leads to a page asks here first: the navigation, other pages, and chapters of documents.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot import filled
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import EntryPoint

_FILLED: Mapping[str, Callable[[Snapshot], bool]] = {
    addresses.CYCLES: filled.has_calendar,
    addresses.EVALUATIONS: filled.has_evaluations,
    addresses.GOALS: filled.has_measures_or_goals,
    addresses.GROUPS: filled.has_groups,
    addresses.IDEAS: filled.has_ideas,
    addresses.MATCHES: filled.has_matches,
    addresses.MEASURES: filled.has_measures,
    addresses.MEETINGS: filled.has_presented,
    addresses.MONEY: filled.has_money,
    addresses.PARTNERS: filled.has_partners,
    addresses.PLACES: filled.has_places,
    addresses.POSTS: filled.has_posts,
    addresses.RESPONSIBILITY: filled.names_anybody,
    addresses.ROADMAP: filled.has_roadmap,
    addresses.UNITS: filled.has_units,
    addresses.UNKNOWN: filled.has_gaps,
}
"""What pages are filled with; every report has those that are not named here."""

_OF_EDITIONS = (addresses.CHANGES, addresses.EDITIONS)
"""The pages that a report has once an edition was frozen."""


def has_page(target: str, snapshot: Snapshot, editions: Sequence[EditionSnapshot] = ()) -> bool:
    """Return whether the page that a link leads to is there, of the pages that are there once."""
    address = target.partition("#")[0]
    if address in _OF_EDITIONS:
        return bool(editions)
    is_filled = _FILLED.get(address)
    return is_filled is None or is_filled(snapshot)


def absent_pages(snapshot: Snapshot, editions: Sequence[EditionSnapshot]) -> tuple[str, ...]:
    """Return the addresses of the pages that a report does not have."""
    known = (*_FILLED, *_OF_EDITIONS)
    return tuple(address for address in known if not has_page(address, snapshot, editions))


def present(
    ways: Iterable[EntryPoint], snapshot: Snapshot, editions: Sequence[EditionSnapshot] = ()
) -> tuple[EntryPoint, ...]:
    """Return those of some ways on that lead somewhere."""
    return tuple(way for way in ways if has_page(way.target, snapshot, editions))
