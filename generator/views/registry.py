"""Which pages there are: a path, a template and a view for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.derive.editions.editions import EditionThen
from generator.derive.measures.goals import PROGRAMME
from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.model.background import Page as NarrativePage
from generator.model.measures import Area
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page import Page
from generator.views.base.page_groups import PageGroup
from generator.views.changes.editions import edition_groups
from generator.views.initiatives.ideas import ideas_view
from generator.views.initiatives.initiative import initiative_view
from generator.views.initiatives.status import status_pages
from generator.views.overview.about import about_view
from generator.views.overview.area import area_view, areas_view
from generator.views.overview.home import home_view
from generator.views.overview.narrative import narrative_view
from generator.views.overview.reference import method_view, source_pages, sources_view, unknown_view
from generator.views.overview.search import search_pages
from generator.views.print.download import Download, download_ways
from generator.views.responsibility.accountability import accountability_groups
from generator.views.roadmap.roadmap import roadmap_pages


@dataclass(frozen=True, slots=True)
class MovedView:
    """A page at an address that an initiative once had."""

    title: str
    to: LinkTo


def page_groups(
    snapshot: Snapshot,
    editions: tuple[EditionThen, ...] = (),
    downloads: tuple[Download, ...] = (),
) -> Iterator[PageGroup]:
    """Yield every page of the site in groups that can be made apart, in a stable order.

    First the living report, then its editions. What prose can lead to is in `prose_targets`.
    """
    yield PageGroup(partial(_home, snapshot, editions, downloads), weight=1)
    for overview in _OVERVIEWS:
        yield PageGroup(partial(_overview, snapshot, overview), weight=1)
    for many in (source_pages, status_pages, roadmap_pages):
        yield PageGroup(partial(many, snapshot), weight=1)
    areas = {area.id: area for area in snapshot.report.areas}
    for area in areas.values():
        yield PageGroup(partial(_area, snapshot, area))
    for standing in snapshot.standings:
        area = areas[standing.initiative.area]
        yield PageGroup(partial(_initiative, snapshot, standing, area, editions))
    yield from accountability_groups(snapshot)
    for page in sorted(snapshot.report.pages, key=lambda p: (p.order, p.id)):
        yield PageGroup(partial(_narrative, snapshot, page))
    yield from edition_groups(snapshot, editions, downloads)
    yield PageGroup(partial(search_pages, snapshot))


def pages(
    snapshot: Snapshot,
    editions: tuple[EditionThen, ...] = (),
    downloads: tuple[Download, ...] = (),
) -> Iterator[Page]:
    """Yield every page of the site, in the same order."""
    for group in page_groups(snapshot, editions, downloads):
        yield from (page for page in group.pages() if isinstance(page, Page))


def prose_targets(snapshot: Snapshot) -> frozenset[str]:
    """Return the addresses of all pages to which a link of prose can lead.

    They are known before any page is made: see `addresses.of_prose_link` for what links may name.
    """
    report = snapshot.report
    initiatives = [standing.initiative for standing in snapshot.standings]
    goals = [f"{PROGRAMME}/{goal.id}" for goal in report.about.goals]
    goals += [f"{area.id}/{goal.id}" for area in report.areas for goal in area.goals]
    return frozenset(
        (
            addresses.SOURCES,
            *(addresses.area(area.id) for area in report.areas),
            *(addresses.initiative(i) for one in initiatives for i in (one.id, *one.former_ids)),
            *(addresses.narrative(page.id) for page in report.pages),
            *(addresses.goal(reference) for reference in goals),
        )
    )


def _home(
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


_Overview = tuple[str, str, str, str, Callable[[Snapshot], object]]

_OVERVIEWS: tuple[_Overview, ...] = (
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


def _overview(snapshot: Snapshot, overview: _Overview) -> Iterator[Page]:
    target, template, title, description, view = overview
    yield Page(target, template, title, description, view(snapshot))


def _area(snapshot: Snapshot, area: Area) -> Iterator[Page]:
    yield Page(
        addresses.area(area.id),
        "area",
        area.title,
        area.question,
        area_view(snapshot, area),
        (LinkTo("Topic areas", addresses.AREAS),),
    )


def _initiative(
    snapshot: Snapshot, standing: Standing, area: Area, editions: tuple[EditionThen, ...]
) -> Iterator[Page]:
    initiative = standing.initiative
    crumbs = (
        LinkTo("Topic areas", addresses.AREAS),
        LinkTo(area.short_title, addresses.area(area.id)),
    )
    target = addresses.initiative(initiative.id)
    view = initiative_view(snapshot, standing, editions)
    yield Page(target, "initiative", initiative.title, initiative.summary, view, crumbs)
    for former in initiative.former_ids:
        moved = MovedView(initiative.title, LinkTo(initiative.title, target))
        yield Page(
            addresses.initiative(former),
            "moved",
            f"Moved: {initiative.title}",
            "This initiative has a new address.",
            moved,
            crumbs,
            searchable=False,
        )


def _narrative(snapshot: Snapshot, page: NarrativePage) -> Iterator[Page]:
    view = narrative_view(snapshot, page)
    crumbs = (LinkTo("About this report", addresses.ABOUT),)
    target = addresses.narrative(page.id)
    yield Page(target, "narrative", page.title, page.summary, view, crumbs)
