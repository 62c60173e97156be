"""The view of the page that leads to everything told in prose, to the method and the sources."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import Fact, Way
from generator.views.overview.reference import contact_fact, licence_fact


@dataclass(frozen=True, slots=True)
class AboutView:
    """The narrative pages in their order, and what the report rests on."""

    narrative: tuple[Way, ...]
    basis: tuple[Way, ...]
    disclaimer: str
    facts: tuple[Fact, ...]


def about_view(snapshot: Snapshot) -> AboutView:
    """Return the view of the page about the report."""
    report = snapshot.report
    told = sorted(report.pages, key=lambda page: (page.order, page.id))
    return AboutView(
        narrative=tuple(Way(p.title, addresses.narrative(p.id), p.summary) for p in told),
        basis=(
            Way("Method", addresses.METHOD, "What the words mean and how things are worked out."),
            Way("Sources", addresses.SOURCES, "Everything the report rests on."),
            Way("What we do not know", addresses.UNKNOWN, "Gaps, questions, disagreements."),
            Way("Data", addresses.DATA, "Every record, free to use."),
        ),
        disclaimer=report.about.disclaimer,
        facts=(licence_fact(report), contact_fact(report)),
    )
