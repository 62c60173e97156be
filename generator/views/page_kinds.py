"""Which kinds of pages there are: for each its records, address, template and view."""

from operator import attrgetter

from generator.derive.measures.goals import goal_references, goal_states
from generator.derive.responsibility.obligations import obligations_by_milestone
from generator.derive.responsibility.roles import register
from generator.model.initiative import Initiative
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_groups import PlainFile
from generator.views.base.page_kind import AnyPageKind, Crumbs, PageKind
from generator.views.base.site_context import SiteContext
from generator.views.changes.changes import changes_view
from generator.views.changes.editions import edition_frame, edition_view, editions_view
from generator.views.goals.evaluations import evaluation_view, evaluations_view
from generator.views.goals.goals import goal_view, goals_view
from generator.views.goals.measures import measures_view
from generator.views.initiatives.ideas import ideas_view
from generator.views.initiatives.initiative import initiative_view, moved_view
from generator.views.initiatives.matches import matches_view
from generator.views.initiatives.status import (
    STATUS_SCRIPT,
    StatusView,
    in_parts,
    list_view,
    lists_view,
    moved_list_view,
    open_axes,
    status_lists,
    status_parts,
    status_view,
)
from generator.views.initiatives.status_axes import moved_values, values_of_fixed_axes
from generator.views.optional_page_kinds import OPTIONAL_PAGE_KINDS
from generator.views.overview.about import about_view
from generator.views.overview.area import area_view, areas_view
from generator.views.overview.audit import audit_view
from generator.views.overview.data import data_view
from generator.views.overview.home import home_view
from generator.views.overview.narrative import narrative_view
from generator.views.overview.reference import method_view, unknown_view
from generator.views.overview.search import search_view
from generator.views.overview.sources import source_pages, sources_view
from generator.views.print.download import download_ways
from generator.views.responsibility.holders import partner_view, post_view, unit_view
from generator.views.responsibility.responsibility import (
    responsibility_description,
    responsibility_link,
    responsibility_view,
)
from generator.views.roadmap.cycles import cycles_view, milestone_view
from generator.views.roadmap.roadmap import (
    area_parts,
    area_roadmap_view,
    roadmap_frame,
    roadmap_view,
)
from generator.words.message import msg

_AREAS = LinkTo(msg("page-areas"), addresses.AREAS)
_STATUS = LinkTo(msg("page-status.nav"), addresses.STATUS)
_ABOUT = LinkTo(msg("page-about"), addresses.ABOUT)
_GOALS = LinkTo(msg("page-goals"), addresses.GOALS)


def _initiative_crumbs(site: SiteContext, initiative: Initiative) -> Crumbs:
    area = next(area for area in site.now.report.areas if area.id == initiative.area)
    return (_AREAS, LinkTo(area.short_title, addresses.area(area.id)))


def _status(site: SiteContext) -> StatusView:
    return status_view(site.now, site.once(status_lists))


PAGE_KINDS: tuple[AnyPageKind, ...] = (
    # What takes longest comes first, so that no core waits for it at the end.
    PageKind(
        address=addresses.CHANGES,
        documents=("report",),
        nav=(msg("page-reports"), msg("page-changes")),
        template="changes",
        title=msg("page-changes"),
        description=msg("page-changes.description"),
        view=lambda site, _: changes_view(site.now, site.editions),
    ),
    PageKind(
        records=lambda site: zip((None, *site.editions), site.editions, strict=False),
        address=lambda pair: addresses.edition(pair[1].edition.year),
        template="edition",
        view=lambda site, pair: edition_view(pair[1], pair[0], site.downloads),
        crumbs=(LinkTo(msg("page-editions"), addresses.EDITIONS),),
        frame=lambda pair: edition_frame(pair[1]),
    ),
    PageKind(
        records=lambda site: (None,) if site.open_data else (),
        address=addresses.DATA,
        nav=(msg("page-reports"), msg("page-data")),
        template="data",
        title=msg("page-data"),
        description=msg("page-data.description"),
        view=lambda site, _: data_view(site.now, site.data.tables, site.data.sizes, site.downloads),
        more=lambda site: (
            PlainFile(path, content.decode()) for path, content in site.data.files.items()
        ),
    ),
    PageKind(
        address=addresses.HOME,
        nav=(msg("home-title"),),
        template="home",
        title=msg("home-title"),
        description=msg("home-description"),
        view=lambda site, _: home_view(site.now, site.editions, download_ways(site.downloads)),
        wide=True,
    ),
    PageKind(
        address=addresses.IDEAS,
        nav=(msg("page-ideas"),),
        template="ideas",
        title=msg("page-ideas"),
        description=msg("page-ideas.description"),
        view=lambda site, _: ideas_view(site.now),
    ),
    PageKind(
        address=addresses.UNKNOWN,
        documents=("report",),
        nav=(msg("page-unknown"),),
        template="unknown",
        title=msg("page-unknown"),
        description=msg("page-unknown.description"),
        view=lambda site, _: unknown_view(site.now),
    ),
    PageKind(
        address=addresses.METHOD,
        documents=("report",),
        template="method",
        title=msg("page-method"),
        description=msg("page-method.description"),
        view=lambda site, _: method_view(site.now, site.counts),
    ),
    PageKind(
        address=addresses.SOURCES,
        documents=("report",),
        template="sources",
        title=msg("page-sources"),
        description=msg("page-sources.description"),
        view=lambda site, _: sources_view(site.now),
        more=lambda site: source_pages(site.now),
    ),
    PageKind(
        address=addresses.ABOUT,
        nav=(msg("page-about.nav"),),
        template="about",
        title=msg("page-about"),
        description=msg("page-about.description"),
        view=lambda site, _: about_view(site.now),
    ),
    PageKind(
        address=addresses.AREAS,
        nav=(msg("page-areas"),),
        template="areas",
        title=msg("page-areas"),
        description=msg("page-areas.description"),
        view=lambda site, _: areas_view(site.now),
    ),
    PageKind(
        address=addresses.STATUS,
        documents=("report",),
        nav=(msg("page-status.nav"),),
        template="status",
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
        crumbs=(_STATUS,),
        searchable=False,
        wide=True,
    ),
    PageKind(
        records=lambda site: open_axes(site.now.report),
        address=addresses.holder_lists,
        template="status-lists",
        view=lambda site, axis: lists_view(site.now, axis, site.once(status_lists)),
        crumbs=(_STATUS,),
        searchable=False,
        wide=True,
    ),
    PageKind(
        address=addresses.ROADMAP,
        documents=("report",),
        nav=(msg("page-roadmap"),),
        template="roadmap",
        title=msg("page-roadmap"),
        description=msg("page-roadmap.description"),
        view=lambda site, _: roadmap_view(site.now),
        wide=True,
    ),
    PageKind(
        records=lambda site: area_parts(site.now),
        address=lambda part: part.link.target,
        template="roadmap_area",
        description=msg("page-roadmap.area-description"),
        view=lambda site, part: area_roadmap_view(site.once(roadmap_frame), part),
        crumbs=(LinkTo(msg("page-roadmap"), addresses.ROADMAP),),
        searchable=False,
        wide=True,
    ),
    PageKind(
        records=lambda site: site.now.report.areas,
        address=lambda area: addresses.area(area.id),
        template="area",
        documents=("report",),
        description=attrgetter("question"),
        view=lambda site, area: area_view(site.now, area),
        crumbs=(_AREAS,),
    ),
    *OPTIONAL_PAGE_KINDS,
    PageKind(
        records=lambda site: site.now.states,
        address=lambda standing: addresses.initiative(standing.initiative.id),
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
        records=lambda site: moved_values(site.now),
        address=lambda found: addresses.former_state_list(found[1].state),
        template="moved",
        title=lambda view: msg("page-moved", title=view.title),
        description=msg("page-moved-list-to.description"),
        view=lambda _, found: moved_list_view(found[0], found[1]),
        crumbs=(_STATUS,),
        searchable=False,
    ),
    PageKind(
        address=addresses.RESPONSIBILITY,
        documents=("report",),
        nav=(msg("page-responsibility"),),
        template="sections",
        description=responsibility_description,
        view=lambda site, _: responsibility_view(site.now, site.once(register)),
    ),
    PageKind(
        records=lambda site: site.now.report.organization.units,
        address=lambda unit: addresses.unit(unit.id),
        template="sections",
        view=lambda site, unit: unit_view(site.now, site.once(register), unit),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        records=lambda site: site.now.report.organization.posts,
        address=lambda post: addresses.post(post.id),
        template="sections",
        view=lambda site, post: post_view(site.now, site.once(register), post),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        records=lambda site: site.now.report.organization.partners,
        address=lambda partner: addresses.partner(partner.id),
        template="sections",
        view=lambda site, partner: partner_view(site.now, site.once(register), partner),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        address=addresses.CYCLES,
        documents=("report",),
        nav=(msg("page-reports"), msg("page-cycles")),
        template="sections",
        description=msg("page-cycles.description"),
        view=lambda site, _: cycles_view(site.now, site.once(obligations_by_milestone)),
        crumbs=lambda site, _: (responsibility_link(site.now),),
    ),
    PageKind(
        records=lambda site: site.once(obligations_by_milestone),
        address=lambda found: addresses.milestone(found.milestone.id),
        template="sections",
        view=lambda site, found: milestone_view(site.now, found),
        crumbs=lambda site, _: (
            responsibility_link(site.now),
            LinkTo(msg("page-milestones"), addresses.CYCLES),
        ),
    ),
    PageKind(
        address=addresses.GOALS,
        documents=("report",),
        nav=(msg("page-goals"),),
        template="sections",
        view=lambda site, _: goals_view(site.now, site.once(goal_states)),
    ),
    PageKind(
        records=lambda site: goal_references(site.now.report),
        address=addresses.goal,
        template="sections",
        view=lambda site, reference: goal_view(
            site.now, next(g for g in site.once(goal_states) if g.reference == reference)
        ),
        crumbs=(_GOALS,),
    ),
    PageKind(
        address=addresses.MEASURES,
        template="sections",
        view=lambda site, _: measures_view(site.now),
        crumbs=(_GOALS,),
        wide=True,
    ),
    PageKind(
        address=addresses.EVALUATIONS,
        documents=("report",),
        nav=(msg("page-reports"), msg("page-evaluations")),
        template="sections",
        view=lambda site, _: evaluations_view(site.now.report),
        crumbs=(_GOALS,),
    ),
    PageKind(
        records=lambda site: sorted({e.year for e in site.now.report.evaluations}),
        address=addresses.evaluation,
        template="evaluation",
        documents=("report",),
        view=lambda site, year: evaluation_view(site.now, year),
        crumbs=(_GOALS, LinkTo(msg("page-evaluations"), addresses.EVALUATIONS)),
    ),
    PageKind(
        address=addresses.MATCHES,
        documents=("report",),
        template="sections",
        title=msg("page-matches"),
        description=msg("page-matches.description"),
        view=lambda site, _: matches_view(site.now),
        crumbs=(_ABOUT,),
        wide=True,
    ),
    PageKind(
        address=addresses.AUDIT,
        documents=("report",),
        template="sections",
        title=msg("page-audit"),
        description=msg("page-audit.description"),
        view=lambda site, _: audit_view(site.now),
        crumbs=(_ABOUT,),
        searchable=False,
        wide=True,
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
        address=addresses.EDITIONS,
        nav=(msg("page-reports"), msg("page-editions")),
        template="editions",
        title=msg("page-editions"),
        description=msg("page-editions.description"),
        view=lambda site, _: editions_view(site.editions),
    ),
    PageKind(
        address=addresses.SEARCH,
        template="search",
        description=msg("page-search.description"),
        view=lambda site, _: search_view(site.now),
        searchable=False,
        wide=True,
        script="assets/js/search.js",
    ),
)
"""Every kind of page."""
