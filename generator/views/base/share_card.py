"""Pictures that go with a link where people share one: the title of a page, and its answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.views.base import addresses
from generator.views.base.search_entry import search_entry_of_initiative
from generator.views.base.site_context import SiteContext
from generator.words.message import Text

MOST_CARDS = 300
"""With more initiatives all pages have the report's picture: each takes 50 kB and 10 ms."""


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What such a picture says."""

    report: Text
    title: Text
    answer: Text


def share_cards(snapshot: Snapshot) -> Mapping[str, ShareCard]:
    """Return what each picture says, by its address: of the report, and of its initiatives."""
    about = snapshot.report.about
    report = {addresses.REPORT_CARD: ShareCard("", about.title, about.summary)}
    shown = snapshot.states if len(snapshot.states) <= MOST_CARDS else ()
    return report | {
        addresses.initiative_card(state.initiative.id): ShareCard(
            about.title,
            state.initiative.title,
            search_entry_of_initiative(snapshot, state).snippet,
        )
        for state in shown
    }


def card_of(site: SiteContext, state: InitiativeState) -> str:
    """Return the address of an initiative's picture; empty where it has none of its own.

    They are drawn where documents are printed.
    """
    drawn = site.downloads and len(site.now.states) <= MOST_CARDS
    return addresses.initiative_card(state.initiative.id) if drawn else ""
