"""Goals: what serves and measures each, a verdict only where all is told, counts that add up."""

from datetime import date

import pytest
from hypothesis import given
from larkhaven import larkhaven
from strategies import days

from generator.derive.measures.goals import (
    GoalReason,
    all_measure_results,
    goal_states,
    goal_verdict,
    scorecard,
)
from generator.derive.measures.results import Reason, TargetResult, Verdict
from generator.derive.snapshot.snapshot import snapshot

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


def reading(verdict: Verdict, why: Reason = Reason.COMPARED) -> TargetResult:
    """Return a line with a verdict; what was measured does not matter here."""
    measure = all_measure_results(NOW)[0].measure
    return TargetResult(measure, None, None, None, None, verdict, why)


MET, MISSED = reading(Verdict.MET), reading(Verdict.NOT_MET)
UNTOLD = reading(Verdict.CANNOT_BE_TOLD, Reason.NO_FIGURE)
NO_TARGET = reading(Verdict.CANNOT_BE_TOLD, Reason.NO_TARGET)
NOT_ADOPTED = reading(Verdict.NOT_JUDGED, Reason.NOT_ADOPTED)

VERDICTS = [
    ([], Verdict.CANNOT_BE_TOLD, GoalReason.NO_MEASURE),
    ([NO_TARGET, NO_TARGET], Verdict.CANNOT_BE_TOLD, GoalReason.NO_TARGET),
    ([NOT_ADOPTED, NO_TARGET], Verdict.CANNOT_BE_TOLD, GoalReason.NO_TARGET),
    ([MET, NOT_ADOPTED], Verdict.CANNOT_BE_TOLD, GoalReason.NOT_ALL_TOLD),
    ([MET], Verdict.MET, GoalReason.COMPARED),
    ([MET, MET], Verdict.MET, GoalReason.COMPARED),
    ([MET, MISSED], Verdict.NOT_MET, GoalReason.COMPARED),
    ([MET, UNTOLD], Verdict.CANNOT_BE_TOLD, GoalReason.NOT_ALL_TOLD),
    ([MISSED, NO_TARGET], Verdict.CANNOT_BE_TOLD, GoalReason.NOT_ALL_TOLD),
    ([UNTOLD, NO_TARGET], Verdict.CANNOT_BE_TOLD, GoalReason.NOT_ALL_TOLD),
]


@pytest.mark.parametrize(
    ("lines", "verdict", "why"), VERDICTS, ids=[f"case-{n}" for n, _ in enumerate(VERDICTS)]
)
def test_a_goal_is_judged_only_where_everything_is_told(
    lines: list[TargetResult], verdict: Verdict, why: GoalReason
) -> None:
    """One measured line never speaks for the others."""
    assert goal_verdict(lines) == (verdict, why)


@given(days)
def test_the_scorecard_adds_up(day: date) -> None:
    """Met, not met and cannot be told are all goals; so are the reasons."""
    goals = goal_states(snapshot(larkhaven(), day))
    card = scorecard(goals)

    untold = card.without_measure + card.without_target + card.otherwise_untold
    assert card.met + card.not_met + untold == card.goals == len(goals)
    assert card.unserved == sum(not goal.serving for goal in goals)


@given(days)
def test_every_link_to_a_goal_is_shown_once(day: date) -> None:
    """No initiative that serves a goal, and no measure that tells about one, is lost."""
    seen = snapshot(larkhaven(), day)
    goals = goal_states(seen)
    links = [(link.goal, s.initiative.id) for s in seen.states for link in s.initiative.goals]
    told = [(ref, m.reference) for m in all_measure_results(seen) for ref in m.measure.goals]

    assert sorted(links) == sorted(
        (g.reference, s.initiative.id) for g in goals for s, _ in g.serving
    )
    assert sorted(told) == sorted((g.reference, m.reference) for g in goals for m in g.telling)


def test_every_measure_is_read_line_by_line() -> None:
    """All measures of areas and initiatives are there, each series once."""
    report = NOW.report
    measures = [m for a in report.areas for m in a.measures]
    measures += [m for s in NOW.states for m in s.initiative.measures]
    found = all_measure_results(NOW)

    assert sorted(m.title for m in measures) == sorted(m.measure.title for m in found)
    for one in found:
        series: list[str | None] = [s.id for s in one.measure.series]
        assert [r.series for r in one.readings] == (series or [None])


def test_goals_of_the_sample() -> None:
    """Program first, then the areas in their order; findings of evaluations are with them."""
    goals = {goal.reference: goal for goal in goal_states(NOW)}

    assert list(goals) == [
        "program/trust",
        "program/safety",
        "harbour/dry-feet",
        "harbour/quiet-quays",
        "town-hall/one-door",
    ]
    dry = goals["harbour/dry-feet"]
    assert [m.reference for m in dry.telling] == ["harbour/warned-homes", "tide-gauge/gauges"]
    assert dry.why is GoalReason.NOT_ALL_TOLD
    assert [e.year for e, _ in dry.findings] == sorted((e.year for e, _ in dry.findings))[::-1]
    assert dry.findings
