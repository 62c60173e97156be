"""The pages on who answers, what is due, goals, measures and evaluations."""

from collections.abc import Iterator
from functools import partial

from generator.derive.measures.goals import goal_standings
from generator.derive.responsibility.obligations import owing_by_milestone
from generator.derive.responsibility.roles import register
from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.views.base.page import Page
from generator.views.base.page_groups import PageGroup
from generator.views.goals.evaluations import evaluation_view, evaluations_view
from generator.views.goals.goals import goal_view, goals_view
from generator.views.goals.measures import measures_view
from generator.views.responsibility.holders import partner_view, post_view, unit_view
from generator.views.responsibility.responsibility import responsibility_view
from generator.views.roadmap.cycles import cycles_view, milestone_view

_ANSWERS = (LinkTo("Who answers", addresses.RESPONSIBILITY),)
_GOALS = (LinkTo("Goals and measures", addresses.GOALS),)


def accountability_groups(snapshot: Snapshot) -> Iterator[PageGroup]:
    """Yield the pages on roles, milestones, goals, measures and evaluations, in groups."""
    for make in (_holders, _milestones, _goals, _evaluations):
        yield PageGroup(partial(make, snapshot), weight=1)


def _holders(snapshot: Snapshot) -> Iterator[Page]:
    found = register(snapshot)
    yield Page(
        addresses.RESPONSIBILITY,
        "sections",
        "Who answers",
        "Who owns and sponsors each initiative, what is due from whom, and which roles are vacant.",
        responsibility_view(snapshot, found),
    )
    organisation = snapshot.report.organisation
    for unit in organisation.units:
        view = unit_view(snapshot, found, unit)
        yield Page(addresses.unit(unit.id), "sections", unit.name, view.lede, view, _ANSWERS)
    for post in organisation.posts:
        view = post_view(snapshot, found, post)
        yield Page(addresses.post(post.id), "sections", post.title, view.lede, view, _ANSWERS)
    for partner in organisation.partners:
        view = partner_view(snapshot, found, partner)
        target = addresses.partner(partner.id)
        yield Page(target, "sections", partner.name, view.lede, view, _ANSWERS)


def _milestones(snapshot: Snapshot) -> Iterator[Page]:
    milestones = owing_by_milestone(snapshot)
    title = "Budget cycles and milestones"
    description = "What was due at each milestone of the budget cycle, what came, what is missing."
    view = cycles_view(snapshot, milestones)
    yield Page(addresses.CYCLES, "sections", title, description, view, _ANSWERS)
    crumbs = (*_ANSWERS, LinkTo("Milestones", addresses.CYCLES))
    for one in milestones:
        target = addresses.milestone(one.milestone.id)
        made = milestone_view(snapshot, one)
        yield Page(target, "sections", made.title, made.lede, made, crumbs)


def _goals(snapshot: Snapshot) -> Iterator[Page]:
    goals = goal_standings(snapshot)
    view = goals_view(snapshot, goals)
    yield Page(addresses.GOALS, "sections", view.title, view.lede, view)
    for goal in goals:
        made = goal_view(snapshot, goal)
        target = addresses.goal(goal.reference)
        yield Page(target, "sections", made.title, made.lede, made, _GOALS)
    measures = measures_view(snapshot)
    title, lede = measures.title, measures.lede
    yield Page(addresses.MEASURES, "sections", title, lede, measures, _GOALS, wide=True)


def _evaluations(snapshot: Snapshot) -> Iterator[Page]:
    index = evaluations_view(snapshot.report)
    yield Page(addresses.EVALUATIONS, "sections", index.title, index.lede, index, _GOALS)
    crumbs = (*_GOALS, LinkTo("Evaluations", addresses.EVALUATIONS))
    for year in sorted({e.year for e in snapshot.report.evaluations}):
        view = evaluation_view(snapshot, year)
        yield Page(addresses.evaluation(year), "evaluation", view.title, view.lede, view, crumbs)
