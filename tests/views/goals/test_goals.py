"""Goals and measures: the answer first, target beside figure, and an index of every folder."""

from dataclasses import replace

from larkhaven import larkhaven

from generator.derive.measures.goals import (
    all_measure_results,
    goal_references,
    goal_states,
    scorecard,
)
from generator.derive.measures.results import Verdict
from generator.derive.snapshot.snapshot import snapshot
from generator.views.base import addresses
from generator.views.goals.goals import goal_scopes, goals_of_view, goals_view, scope_link
from generator.views.goals.measures import measures_view
from generator.views.goals.results import has_target, lines_of
from tests.spoken import ENGLISH, spoken

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
GOALS = goal_states(NOW)


def test_the_answer_counts_every_goal_once() -> None:
    """Met, missed, and untold for whichever reason make up all goals."""
    card = scorecard(GOALS)
    parts = (card.met, card.partially_met, card.not_met, card.without_measure)
    parts = (*parts, card.without_target, card.otherwise_untold)
    said = ENGLISH(goals_view(NOW, GOALS).lede)
    assert sum(parts) == card.goals == len(GOALS)
    assert all(f"{count} " in said for count in parts if count)


def test_where_no_goal_can_be_judged_the_answer_says_so_first() -> None:
    """No number of goals that were met stands for those of which nobody knows."""
    untold = tuple(replace(goal, verdict=Verdict.CANNOT_BE_TOLD) for goal in GOALS)
    assert "None of them can be judged:" in ENGLISH(goals_view(NOW, untold).lede)
    met = tuple(replace(goal, verdict=Verdict.MET) for goal in GOALS)
    assert ENGLISH(goals_view(NOW, met).lede).endswith(f"{len(GOALS)} met.")


def test_every_folder_of_goals_has_an_index() -> None:
    """Each goal is listed at the address above its own, to which its page leads."""
    scopes = list(goal_scopes(NOW.report))
    for reference in goal_references(NOW.report):
        scope = reference.partition("/")[0]
        assert scope in scopes
        assert addresses.goal(reference).startswith(addresses.goals_of(scope))
        assert scope_link(NOW.report, reference).target == addresses.goals_of(scope)
    listed = [
        row
        for scope in scopes
        for section in goals_of_view(NOW, GOALS, scope).sections
        if section.anchor == "goals" and section.table
        for row in section.table.rows
    ]
    assert len(listed) == len(GOALS)


def test_every_line_of_a_measure_is_listed_once() -> None:
    """Those with a target by their result, the others by topic area."""
    lines = lines_of(all_measure_results(NOW))
    sections = [s for s in measures_view(NOW).sections if s.table]
    aimed = [s for s in sections if s.anchor.startswith("result-")]
    others = [s for s in sections if s.anchor.startswith("measures-")]
    assert sum(len(s.table.rows) for s in aimed if s.table) == sum(has_target(r) for _, r in lines)
    assert sum(len(s.table.rows) for s in sections if s.table) == len(lines)
    assert len(aimed) + len(others) == len(sections)


def test_the_target_is_beside_the_figure() -> None:
    """A reader compares the two at a glance, and reads why below a heading with the result."""
    aimed = [s for s in measures_view(NOW).sections if s.anchor.startswith("result-")]
    assert aimed
    for section in aimed:
        heads = [column.label for column in spoken(section).table.columns]
        assert heads[:3] == ["Measure", "Target", "Figure"]


def test_the_sentence_counts_every_line_once() -> None:
    """Results, and what has no target, make up all data series."""
    said = ENGLISH(measures_view(NOW).lede)
    lines = lines_of(all_measure_results(NOW))
    assert f"Of {len(lines)} data series" in said
    without = sum(not has_target(reading) for _, reading in lines)
    assert f"{without} has no target" in said or f"{without} have no target" in said
