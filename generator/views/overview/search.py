"""The page of search, which a reader is led to from every page."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.page import Page
from generator.words.english import counted


@dataclass(frozen=True, slots=True)
class SearchView:
    """A box to search with; its script does the rest."""

    title: str
    lead: str


def search_pages(snapshot: Snapshot) -> Iterator[Page]:
    """Yield the page of search."""
    number = len(snapshot.standings)
    yield Page(
        addresses.SEARCH,
        "search",
        "Search",
        "Find initiatives, ideas and all else that this report says.",
        SearchView("Search", f"Find any of {counted(number, 'initiative')}, and all else here."),
        searchable=False,
        wide=True,
        script="assets/js/search.js",
    )
