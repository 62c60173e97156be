"""Which pages there are: a path, a template and a view for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.derive.editions import EditionThen
from generator.derive.snapshot import Snapshot
from generator.pages import addresses
from generator.pages.about import about_view
from generator.pages.accountability import accountability_pages
from generator.pages.area import area_view, areas_view
from generator.pages.blocks import LinkTo
from generator.pages.documents.download import Download, download_ways
from generator.pages.editions import edition_pages
from generator.pages.home import home_view
from generator.pages.ideas import ideas_view
from generator.pages.initiative import initiative_view
from generator.pages.narrative import narrative_view
from generator.pages.page import Page
from generator.pages.parts import in_parts
from generator.pages.reference import (
    method_view,
    source_pages,
    sources_view,
    unknown_view,
)
from generator.pages.roadmap import roadmap_pages
from generator.pages.search import search_pages
from generator.pages.status import status_pages


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page at an address that an initiative once had."""

    title: str
    to: LinkTo


def pages(
    snapshot: Snapshot,
    editions: tuple[EditionThen, ...] = (),
    downloads: tuple[Download, ...] = (),
) -> Iterator[Page]:
    """Yield every page of the site, in a stable order: the living report, then its editions."""
    for page in _whole_pages(snapshot, editions, downloads):
        yield from in_parts(page)


def _whole_pages(
    snapshot: Snapshot, editions: tuple[EditionThen, ...], downloads: tuple[Download, ...]
) -> Iterator[Page]:
    yield Page(
        addresses.HOME,
        "home",
        "Home",
        "What the city promised, and what became of it.",
        home_view(snapshot, editions, download_ways(downloads)),
        wide=True,
    )
    yield from _overviews(snapshot)
    yield from source_pages(snapshot)
    yield from status_pages(snapshot)
    yield from roadmap_pages(snapshot)
    yield from _areas(snapshot)
    yield from _initiatives(snapshot, editions)
    yield from accountability_pages(snapshot)
    yield from _narratives(snapshot)
    yield from edition_pages(snapshot, editions, downloads)
    yield from search_pages(snapshot)


_OVERVIEWS: tuple[tuple[str, str, str, str, Callable[[Snapshot], object]], ...] = (
    (
        addresses.IDEAS,
        "ideas",
        "Ideas",
        "Every idea for putting the initiatives into practice, and what was found of each.",
        ideas_view,
    ),
    (
        addresses.UNKNOWN,
        "unknown",
        "What we do not know",
        "Gaps, open questions, and points on which sources differ.",
        unknown_view,
    ),
    (
        addresses.METHOD,
        "method",
        "Method",
        "What the words mean, and how status, freshness and counts are worked out.",
        method_view,
    ),
    (addresses.SOURCES, "sources", "Sources", "Every source the report rests on.", sources_view),
    (
        addresses.ABOUT,
        "about",
        "About this report",
        "Why it exists, how it is made, and who may use it.",
        about_view,
    ),
    (addresses.AREAS, "areas", "Topic areas", "The fields the report covers.", areas_view),
)


def _overviews(snapshot: Snapshot) -> Iterator[Page]:
    for target, template, title, description, view in _OVERVIEWS:
        yield Page(target, template, title, description, view(snapshot))


def _areas(snapshot: Snapshot) -> Iterator[Page]:
    for area in snapshot.report.areas:
        yield Page(
            addresses.area(area.id),
            "area",
            area.title,
            area.question,
            area_view(snapshot, area),
            (LinkTo("Topic areas", addresses.AREAS),),
        )


def _initiatives(snapshot: Snapshot, editions: tuple[EditionThen, ...]) -> Iterator[Page]:
    areas = {area.id: area for area in snapshot.report.areas}
    for standing in snapshot.standings:
        initiative = standing.initiative
        area = areas[initiative.area]
        crumbs = (
            LinkTo("Topic areas", addresses.AREAS),
            LinkTo(area.short_title, addresses.area(area.id)),
        )
        target = addresses.initiative(initiative.id)
        view = initiative_view(snapshot, standing, editions)
        yield Page(target, "initiative", initiative.title, initiative.summary, view, crumbs)
        for former in initiative.former_ids:
            moved = MovedView(initiative.title, LinkTo(initiative.title, target))
            title = f"Moved: {initiative.title}"
            yield Page(
                addresses.initiative(former),
                "moved",
                title,
                ("This initiative has a new address."),
                moved,
                crumbs,
                searchable=False,
            )


def _narratives(snapshot: Snapshot) -> Iterator[Page]:
    for page in sorted(snapshot.report.pages, key=lambda p: (p.order, p.id)):
        view = narrative_view(snapshot, page)
        crumbs = (LinkTo("About this report", addresses.ABOUT),)
        target = addresses.narrative(page.id)
        yield Page(target, "narrative", page.title, page.summary, view, crumbs)
