"""The page of search, which a reader is led to from every page."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.words.english import counted


@dataclass(frozen=True, slots=True)
class SearchView:
    """A box to search with; its script does the rest."""

    title: str
    lead: str


def search_view(snapshot: Snapshot) -> SearchView:
    """Return the view of the page of search."""
    number = len(snapshot.states)
    return SearchView("Search", f"Find any of {counted(number, 'initiative')}, and all else here.")
