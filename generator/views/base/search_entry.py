"""How search finds pages: by which words that are not on them, and before or after which others."""

from collections.abc import Mapping

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.measures import Area
from generator.model.statuses import Status
from generator.views.base import addresses
from generator.views.base.page import SearchEntry
from generator.views.base.shared import found_text, status_signal
from generator.words.message import Text, msg
from generator.words.states import label

_WORDS: Mapping[str, Text] = {
    addresses.ABOUT: msg("search-words-about"),
    addresses.CHANGES: msg("search-words-changes"),
    addresses.DATA: msg("search-words-data"),
    addresses.IDEAS: msg("search-words-ideas"),
    addresses.MONEY: msg("search-words-money"),
    addresses.RESPONSIBILITY: msg("search-words-responsibility"),
    addresses.METHOD: msg("search-words-method"),
    addresses.ROADMAP: msg("search-words-roadmap"),
    addresses.SOURCES: msg("search-words-sources"),
    addresses.INITIATIVES: msg("search-words-initiatives"),
    addresses.UNKNOWN: msg("search-words-unknown"),
}
"""What people call pages that every report has, where their titles do not."""

_REFERENCE = (
    *(addresses.SOURCES, addresses.MATCHES, addresses.UNKNOWN),
    *(addresses.EDITIONS, addresses.EVALUATIONS, addresses.CYCLES),
)
"""Pages, and those below them, that name everything and are about none of it."""


def search_entry_at(address: str) -> SearchEntry:
    """Return how search finds a page of which no record says more."""
    words = _WORDS.get(address)
    return SearchEntry(
        group="reference" if address.startswith(_REFERENCE) else "",
        words=(words,) if words else (),
    )


def search_entry_of_area(area: Area) -> SearchEntry:
    """Return how search finds the page of a topic area."""
    return SearchEntry(words=area.also_called)


def search_entry_of_initiative(snapshot: Snapshot, state: InitiativeState) -> SearchEntry:
    """Return how search finds an initiative, and its status with its age as what it shows."""
    initiative = state.initiative
    return SearchEntry(
        group="initiative",
        words=initiative.also_called,
        subjects=(msg("search-subjects-money"),) if initiative.funding else (),
        snippet=_status_text(snapshot, state),
    )


def _status_text(snapshot: Snapshot, state: InitiativeState) -> Text:
    """Return the status and how old it is; empty where the report speaks of none."""
    if "status" not in snapshot.axes:
        return ""
    status = status_signal(state).label
    if state.status is not Status.NOT_REPORTED:
        return msg("search-status", status=status, found=found_text(state.evidence.status))
    if state.last_known is Status.NOT_REPORTED:
        return status
    last = msg("common-last-known", status=label(state.last_known), date=state.last_known_on)
    return msg("search-status", status=status, found=last)
