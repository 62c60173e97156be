"""The view of the page that leads to everything told in prose, to the method and the sources."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import EntryPoint, Fact
from generator.views.base.presence import present
from generator.views.overview.reference import contact_fact, license_fact
from generator.words.message import msg


@dataclass(frozen=True, slots=True)
class AboutView:
    """The narrative pages in their order, and what the report rests on."""

    narrative: tuple[EntryPoint, ...]
    basis: tuple[EntryPoint, ...]
    disclaimer: str
    facts: tuple[Fact, ...]


def about_view(snapshot: Snapshot) -> AboutView:
    """Return the view of the page about the report."""
    report = snapshot.report
    told = sorted(report.pages, key=lambda page: (page.order, page.id))
    return AboutView(
        narrative=tuple(EntryPoint(p.title, addresses.narrative(p.id), p.summary) for p in told),
        basis=present(
            (
                _way("method", addresses.METHOD),
                _way("sources", addresses.SOURCES),
                _way("matches", addresses.MATCHES),
                _way("audit", addresses.AUDIT),
                _way("unknown", addresses.UNKNOWN),
                _way("data", addresses.DATA),
            ),
            snapshot,
        ),
        disclaimer=report.about.disclaimer,
        facts=(license_fact(report), contact_fact(report)),
    )


def _way(name: str, target: str) -> EntryPoint:
    return EntryPoint(msg(f"about-way-{name}"), target, msg(f"about-way-{name}.means"))
