"""Goals and measures."""

from generator.derive.measures.goals import goal_references, goal_states
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page_kind import AnyPageKind, PageKind
from generator.views.goals.goals import (
    goal_scopes,
    goal_view,
    goals_of_view,
    goals_view,
    scope_link,
)
from generator.views.goals.measures import measure_drawings, measures_view
from generator.words.message import msg

_GOALS = LinkTo(msg("page-goals"), addresses.GOALS)


GOALS_KINDS: tuple[AnyPageKind, ...] = (
    PageKind(
        address=addresses.GOALS,
        nav=msg("page-goals"),
        documents=("report",),
        template="sections",
        view=lambda site, _: goals_view(site.now, site.once(goal_states)),
    ),
    PageKind(
        records=lambda site: goal_scopes(site.now.report),
        address=addresses.goals_of,
        template="sections",
        view=lambda site, scope: goals_of_view(site.now, site.once(goal_states), scope),
        crumbs=(_GOALS,),
    ),
    PageKind(
        records=lambda site: goal_references(site.now.report),
        address=addresses.goal,
        template="sections",
        view=lambda site, reference: goal_view(
            site.now, next(g for g in site.once(goal_states) if g.reference == reference)
        ),
        crumbs=lambda site, reference: (_GOALS, scope_link(site.now.report, reference)),
    ),
    PageKind(
        address=addresses.MEASURES,
        nav=msg("measure-list"),
        template="sections",
        view=lambda site, _: measures_view(site.now),
        more=lambda site: measure_drawings(site.now),
        crumbs=(_GOALS,),
        wide=True,
    ),
)
