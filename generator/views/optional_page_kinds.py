"""Kinds of pages that a report has only where its organization keeps such records."""

from generator.derive.taxonomies import groups, members
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_kind import AnyPageKind, PageKind
from generator.views.initiatives.groups import (
    group_view,
    groups_view,
    taxonomy_view,
    to_taxonomy,
)
from generator.views.initiatives.places import places_view
from generator.views.money.page import money_view
from generator.words.message import msg

_AREAS = LinkTo(msg("page-areas"), addresses.AREAS)
_GROUPS = LinkTo(msg("facts-groups"), addresses.GROUPS)

OPTIONAL_PAGE_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        address=addresses.GROUPS,
        template="sections",
        documents=("report",),
        title=msg("facts-groups"),
        description=msg("facts-groups.description"),
        view=lambda site, _: groups_view(site.now, site.once(members)),
        crumbs=(_AREAS,),
        wide=True,
    ),
    PageKind(
        records=lambda site: site.now.report.about.taxonomies,
        address=lambda taxonomy: addresses.taxonomy(taxonomy.id),
        template="sections",
        view=lambda site, taxonomy: taxonomy_view(site.now, site.once(members), taxonomy),
        crumbs=(_AREAS, _GROUPS),
        wide=True,
    ),
    PageKind(
        records=lambda site: groups(site.now.report),
        address=lambda group: addresses.group(group.reference),
        template="group",
        view=lambda site, group: group_view(site.now, site.once(members), group),
        crumbs=lambda _, group: (_AREAS, _GROUPS, to_taxonomy(group.taxonomy)),
    ),
    PageKind(
        address=addresses.MONEY,
        documents=("report",),
        template="sections",
        view=lambda site, _: money_view(site.now),
        wide=True,
    ),
    PageKind(
        address=addresses.PLACES,
        template="places",
        documents=("report",),
        title=msg("facts-places-title"),
        description=msg("facts-places-title.description"),
        view=lambda site, _: places_view(site.now, with_file=site.open_data is not None),
        crumbs=(_AREAS,),
    ),
)
"""Every kind of page that some reports do not have."""
