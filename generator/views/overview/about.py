"""The view of the page that leads to everything told in prose, to the method and the sources."""

from dataclasses import dataclass

from generator.derive.snapshot.snapshot import Snapshot
from generator.model.records import Missing
from generator.views.base import addresses
from generator.views.base.blocks import EntryPoint, Fact
from generator.views.base.presence import present
from generator.views.overview.reference import use_facts
from generator.words.message import Text, msg


@dataclass(frozen=True, slots=True)
class AboutView:
    """The narrative pages in their order, and what the report rests on."""

    narrative: tuple[EntryPoint, ...]
    basis: tuple[EntryPoint, ...]
    disclaimer: str
    use_heading: Text
    facts: tuple[Fact, ...]
    """What others may do with the content, and where readers can write."""


def about_view(snapshot: Snapshot) -> AboutView:
    """Return the view of the page about the report."""
    report = snapshot.report
    has_contact = not isinstance(report.about.contact, Missing)
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
        use_heading=msg("about-use-heading" if has_contact else "about-use-alone-heading"),
        facts=use_facts(report),
    )


def _way(name: str, target: str) -> EntryPoint:
    return EntryPoint(msg(f"about-way-{name}"), target, msg(f"about-way-{name}.means"))
