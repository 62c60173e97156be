"""The page of search, which a reader is led to from every page."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import Inline, LinkTo, phrase
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class SearchView:
    """A box to search with; its script does the rest."""

    title: Text
    lead: Text
    lists: Inline
    """Where a reader finds every initiative without searching."""


def search_view(snapshot: Snapshot) -> SearchView:
    """Return the view of the page of search."""
    return SearchView(
        title=msg("page-search"),
        lead=msg("search-lead", count=len(snapshot.states)),
        lists=phrase(
            msg("search-lists"),
            status=LinkTo(msg("search-lists.status"), addresses.INITIATIVES),
            area=LinkTo(msg("search-lists.area"), addresses.AREAS),
        ),
    )
