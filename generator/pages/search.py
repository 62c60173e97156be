"""The page of search, for reports so large that a reader should not fetch the whole index."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.snapshot import Snapshot
from generator.derive.wording import counted
from generator.pages import addresses
from generator.pages.page import Page

CHUNKED_FROM = 1_000
"""Initiatives from which on search has a page, and an index of which only parts are fetched."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """A box to search with; its script does the rest."""

    title: str
    lead: str


def search_pages(snapshot: Snapshot) -> Iterator[Page]:
    """Yield the page of search, where the report is large enough for it."""
    number = len(snapshot.standings)
    if number < CHUNKED_FROM:
        return
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
