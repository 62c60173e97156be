"""Initiatives: all of them, each one, how they are planned, paid for, and who is responsible."""

from operator import attrgetter, itemgetter

from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.responsibility.roles import register
from generator.derive.taxonomies import groups, members
from generator.model.initiative import Initiative
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_kind import AnyPageKind, Crumbs, PageKind
from generator.views.base.presence import has_page
from generator.views.base.search_entry import search_entry_of_initiative
from generator.views.base.share_card import card_of
from generator.views.base.site_context import SiteContext
from generator.views.initiatives.groups import group_view, groups_view, taxonomy_view, to_taxonomy
from generator.views.initiatives.ideas import area_ideas_view, areas_with_pages, ideas_view
from generator.views.initiatives.initiative import initiative_view, moved_view
from generator.views.initiatives.places import places_view
from generator.views.initiatives.state_index import indexed_axes, state_index_view
from generator.views.initiatives.status import (
    STATUS_SCRIPT,
    StatusView,
    in_parts,
    list_view,
    lists_view,
    moved_lists,
    open_axes,
    status_lists,
    status_parts,
    status_view,
)
from generator.views.initiatives.status_axes import Axis, values_of_fixed_axes
from generator.views.money.page import money_view
from generator.views.responsibility.everybody import partners_view, posts_view, units_view
from generator.views.responsibility.holders import partner_view, post_view, unit_view
from generator.views.responsibility.responsibility import (
    responsibility_description,
    responsibility_link,
    responsibility_view,
)
from generator.views.roadmap.next_steps import all_next_view, has_more
from generator.views.roadmap.roadmap import (
    area_parts,
    area_roadmap_view,
    roadmap_frame,
    roadmap_view,
)
from generator.views.roadmap.years import Years, events_by_year, year_view
from generator.words.message import msg

_AREAS = LinkTo(msg("page-areas"), addresses.AREAS)
_INITIATIVES = LinkTo(msg("page-initiatives"), addresses.INITIATIVES)
_GROUPS = LinkTo(msg("facts-groups"), addresses.GROUPS)
_ROADMAP = LinkTo(msg("page-roadmap"), addresses.ROADMAP)
_UNITS = LinkTo(msg("responsibility-units-heading.nav"), addresses.UNITS)
_POSTS = LinkTo(msg("responsibility-posts-heading"), addresses.POSTS)
_PARTNERS = LinkTo(msg("page-partners"), addresses.PARTNERS)


def _initiative_crumbs(site: SiteContext, initiative: Initiative) -> Crumbs:
    area = next(area for area in site.now.report.areas if area.id == initiative.area)
    return (_AREAS, LinkTo(area.short_title, addresses.area(area.id)))


def _status(site: SiteContext) -> StatusView:
    return status_view(site.now, site.once(status_lists), site.editions)


def _list_crumbs(axis: Axis) -> Crumbs:
    if axis.name == "status":
        return (_INITIATIVES,)
    return (_INITIATIVES, LinkTo(axis.label, addresses.state_index(axis.name)))


def _has_more_steps(site: SiteContext) -> bool:
    there = has_page(addresses.ROADMAP, site.now)
    return there and has_more(site.now, site.once(obligations_by_milestone))


def _years(site: SiteContext) -> Years:
    """Return what happened in each year, where there is a roadmap that leads to them."""
    return site.once(events_by_year) if has_page(addresses.ROADMAP, site.now) else {}


INITIATIVES_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        address=addresses.IDEAS,
        nav=msg("page-ideas"),
        template="ideas",
        title=msg("page-ideas"),
        description=msg("page-ideas.description"),
        view=lambda site, _: ideas_view(site.now),
    ),
    PageKind(
        records=lambda site: areas_with_pages(site.now),
        address=lambda area: addresses.ideas_of(area.id),
        template="ideas_area",
        view=lambda site, area: area_ideas_view(site.now, area),
        crumbs=(LinkTo(msg("page-ideas"), addresses.IDEAS),),
    ),
    PageKind(
        address=addresses.INITIATIVES,
        nav=msg("page-initiatives"),
        documents=("report",),
        template="initiatives",
        description=attrgetter("description"),
        view=lambda site, _: in_parts(_status(site))[0],
        more=lambda site: status_parts(_status(site)),
        wide=True,
        script=STATUS_SCRIPT,
    ),
    PageKind(
        records=lambda site: values_of_fixed_axes(site.now),
        address=lambda found: found[1].target,
        template="status-list",
        description=attrgetter("lead"),
        view=lambda site, found: list_view(found[0], found[1], site.once(status_lists)),
        crumbs=lambda _, found: _list_crumbs(found[0]),
        searchable=False,
        wide=True,
    ),
    PageKind(
        records=lambda site: indexed_axes(site.now),
        address=lambda axis: addresses.state_index(axis.name),
        template="sections",
        view=lambda site, axis: state_index_view(site.now, axis),
        crumbs=(_INITIATIVES,),
        searchable=False,
    ),
    PageKind(
        records=lambda site: open_axes(site.now.report),
        address=addresses.holder_lists,
        template="status-lists",
        view=lambda site, axis: lists_view(site.now, axis, site.once(status_lists)),
        crumbs=(_INITIATIVES,),
        searchable=False,
        wide=True,
    ),
    PageKind(
        address=addresses.ROADMAP,
        nav=msg("page-roadmap"),
        documents=("report",),
        template="roadmap",
        title=msg("page-roadmap"),
        description=msg("page-roadmap.description"),
        view=lambda site, _: roadmap_view(site.now, site.once(obligations_by_milestone)),
        wide=True,
    ),
    PageKind(
        records=lambda site: (None,) if _has_more_steps(site) else (),
        address=addresses.NEXT_STEPS,
        template="sections",
        view=lambda site, _: all_next_view(site.now, site.once(obligations_by_milestone)),
        crumbs=(_ROADMAP,),
        searchable=False,
        wide=True,
    ),
    PageKind(
        records=_years,
        address=lambda start: addresses.roadmap_year(start.year),
        template="sections",
        view=lambda site, start: year_view(site.now, site.once(events_by_year), start),
        crumbs=(_ROADMAP,),
        searchable=False,
        wide=True,
    ),
    PageKind(
        records=lambda site: area_parts(site.now),
        address=lambda part: part.link.target,
        template="roadmap_area",
        description=msg("page-roadmap.area-description"),
        view=lambda site, part: area_roadmap_view(site.once(roadmap_frame), part),
        crumbs=(_ROADMAP,),
        searchable=False,
        wide=True,
    ),
    PageKind(
        records=lambda site: site.now.states,
        address=lambda standing: addresses.initiative(standing.initiative.id),
        search=lambda site, standing: search_entry_of_initiative(site.now, standing),
        picture=card_of,
        schema_type="Project",
        template="initiative",
        documents=("report", "department", "sheet"),
        description=attrgetter("summary"),
        view=lambda site, standing: initiative_view(site.now, standing, site.editions),
        crumbs=lambda site, standing: _initiative_crumbs(site, standing.initiative),
    ),
    PageKind(
        records=lambda site: (
            (former, s.initiative) for s in site.now.states for former in s.initiative.former_ids
        ),
        address=lambda moved: addresses.initiative(moved[0]),
        template="moved",
        title=lambda view: msg("page-moved", title=view.title),
        description=msg("page-moved.description"),
        view=lambda _, moved: moved_view(moved[1]),
        crumbs=lambda site, moved: _initiative_crumbs(site, moved[1]),
        searchable=False,
    ),
    PageKind(
        records=lambda site: moved_lists(site.now).items(),
        address=itemgetter(0),
        template="moved",
        title=lambda view: msg("page-moved", title=view.title),
        description=msg("page-moved-list-to.description"),
        view=lambda _, found: found[1],
        crumbs=(_INITIATIVES,),
        searchable=False,
        script="assets/js/moved.js",
    ),
    PageKind(
        address=addresses.RESPONSIBILITY,
        nav=msg("page-responsibility"),
        documents=("report",),
        template="sections",
        description=responsibility_description,
        view=lambda site, _: responsibility_view(site.now, site.once(register)),
    ),
    PageKind(
        address=addresses.UNITS,
        documents=("report",),
        template="sections",
        view=lambda site, _: units_view(site.now, site.once(register)),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        records=lambda site: site.now.report.organization.units,
        address=lambda unit: addresses.unit(unit.id),
        template="sections",
        view=lambda site, unit: unit_view(site.now, site.once(register), unit),
        crumbs=lambda site, _: (responsibility_link(site.now), _UNITS),
    ),
    PageKind(
        address=addresses.POSTS,
        documents=("report",),
        template="sections",
        view=lambda site, _: posts_view(site.now, site.once(register)),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        records=lambda site: site.now.report.organization.posts,
        address=lambda post: addresses.post(post.id),
        template="sections",
        view=lambda site, post: post_view(site.now, site.once(register), post),
        crumbs=lambda site, _: (responsibility_link(site.now), _POSTS),
    ),
    PageKind(
        address=addresses.PARTNERS,
        documents=("report",),
        template="sections",
        view=lambda site, _: partners_view(site.now, site.once(register)),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        records=lambda site: site.now.report.organization.partners,
        address=lambda partner: addresses.partner(partner.id),
        template="sections",
        view=lambda site, partner: partner_view(site.now, site.once(register), partner),
        crumbs=lambda site, _: (responsibility_link(site.now), _PARTNERS),
    ),
    PageKind(
        address=addresses.GROUPS,
        nav=msg("facts-groups.nav"),
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
        nav=msg("page-money"),
        documents=("report",),
        template="sections",
        view=lambda site, _: money_view(site.now),
        wide=True,
    ),
    PageKind(
        address=addresses.PLACES,
        nav=msg("facts-places-title"),
        template="places",
        documents=("report",),
        title=msg("facts-places-title"),
        description=msg("facts-places-title.description"),
        view=lambda site, _: places_view(site.now, with_file=site.open_data is not None),
        crumbs=(_AREAS,),
    ),
)
