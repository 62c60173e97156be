"""Topic areas."""

from operator import attrgetter

from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_kind import AnyPageKind, PageKind
from generator.views.base.search_entry import search_entry_of_area
from generator.views.overview.area import area_view, areas_view
from generator.words.message import msg

_AREAS = LinkTo(msg("page-areas"), addresses.AREAS)


TOPICS_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        address=addresses.AREAS,
        nav=msg("page-areas"),
        template="areas",
        title=msg("page-areas"),
        description=msg("page-areas.description"),
        view=lambda site, _: areas_view(site.now),
    ),
    PageKind(
        records=lambda site: site.now.report.areas,
        address=lambda area: addresses.area(area.id),
        search=lambda _, area: search_entry_of_area(area),
        template="area",
        documents=("report",),
        description=attrgetter("question"),
        view=lambda site, area: area_view(site.now, area, site.editions),
        crumbs=(_AREAS,),
    ),
)
