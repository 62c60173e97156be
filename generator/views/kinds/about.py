"""About the report: how it is made, its narrative pages, and search."""

from operator import attrgetter

from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_kind import AnyPageKind, PageKind
from generator.views.overview.about import about_view
from generator.views.overview.accessibility import accessibility_view
from generator.views.overview.narrative import narrative_view
from generator.views.overview.reference import method_view
from generator.views.overview.search import search_view
from generator.words.message import msg

_ABOUT = LinkTo(msg("page-about"), addresses.ABOUT)


ABOUT_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        address=addresses.METHOD,
        nav=msg("page-method"),
        documents=("report",),
        template="method",
        title=msg("page-method"),
        description=msg("page-method.description"),
        view=lambda site, _: method_view(site.now, site.counts),
    ),
    PageKind(
        address=addresses.ABOUT,
        nav=msg("page-about"),
        template="about",
        title=msg("page-about"),
        description=msg("page-about.description"),
        view=lambda site, _: about_view(site.now),
    ),
    PageKind(
        records=lambda site: sorted(site.now.report.pages, key=lambda p: (p.order, p.id)),
        address=lambda page: addresses.narrative(page.id),
        template="narrative",
        description=attrgetter("summary"),
        view=lambda site, page: narrative_view(site.now, page),
        crumbs=(_ABOUT,),
    ),
    PageKind(
        records=lambda site: (site.access_results,) if site.access_results else (),
        address=addresses.ACCESSIBILITY,
        nav=msg("page-accessibility"),
        template="accessibility",
        title=msg("page-accessibility"),
        description=msg("page-accessibility.description"),
        view=lambda site, results: accessibility_view(site.now.report, results),
    ),
    PageKind(
        address=addresses.SEARCH,
        template="search",
        description=msg("page-search.description"),
        view=lambda site, _: search_view(site.now),
        searchable=False,
        wide=True,
    ),
)
