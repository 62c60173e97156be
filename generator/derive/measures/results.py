"""Whether a measure reached its target: newest comparable figure against the target in force.

The formula is that of content-model rulings 16 to 18: like is compared with like, and where the
records do not carry a verdict, the reason is given instead of a guess.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.derive.measures.comparable import (
    actuals_of,
    comparable_series,
    not_replaced,
    targets_of,
)
from generator.model.keys import Accumulation, Direction, Qualifier
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.records import Amount, Missing, RivalValue


class Verdict(StrEnum):
    """Whether something was reached."""

    MET = "met"
    NOT_MET = "not_met"
    CANNOT_BE_TOLD = "cannot_be_told"


class Reason(StrEnum):
    """The reason for a verdict."""

    COMPARED = "compared"
    NO_TARGET = "no_target"
    NO_DIRECTION = "no_direction"
    JOINT_TARGET = "joint_target"
    """One target stands for several lines; nothing says whether each or their sum is meant."""
    NO_NUMBER = "no_number"
    CONTRARY_TARGET = "contrary_target"
    """The target's qualifier points against the measure's direction."""
    NO_RANGE = "no_range"
    NO_FIGURE = "no_figure"
    ONLY_PARTIAL = "only_partial"
    UNLIKE_PERIODS = "unlike_periods"
    OLDER_THAN_TARGET = "older_than_target"
    """The newest figure tells of a time before the target was set, wholly or, a flow, in part."""
    NOT_EXACT = "not_exact"
    RIVAL_VALUES = "rival_values"
    NOT_YET_DUE = "not_yet_due"
    BEFORE_DUE = "before_due"
    """The newest figure is from before the day the target fell due."""


@dataclass(frozen=True, slots=True)
class TargetResult:
    """The result of one line of a measure against its target, with all inputs of the formula."""

    measure: Measure
    series: str | None
    target: Target | None
    """The target that counts for the line; see `target_in_force`."""
    newest: Actual | None
    """The newest figure of a whole period, of those that are alike."""
    baseline: Baseline | None
    verdict: Verdict
    why: Reason
    reached_before: Actual | None = None
    """Where the newest figure misses the target: the newest earlier one that met it."""
    rival_before: tuple[Actual, RivalValue] | None = None
    """Where none did: the newest earlier one for which another source gives a value that does."""


def target_results(measure: Measure, day: date) -> tuple[TargetResult, ...]:
    """Return the result of every line of the measure as of `day`; one where it has no series."""
    lines: list[str | None] = [series.id for series in measure.series]
    return tuple(_target_result(measure, line, day) for line in lines or [None])


def _target_result(measure: Measure, line: str | None, day: date) -> TargetResult:
    target = target_in_force(measure, line, day)
    points, _ = _whole(measure, line, day)
    newest = points[-1] if points else None
    why = _obstacle(measure, line, target, day)
    verdict = Verdict.CANNOT_BE_TOLD
    if why is Reason.COMPARED and target and newest:
        verdict, why = _compared(measure, target, newest, day)
    missed = verdict is Verdict.NOT_MET and target is not None
    earlier = points[:-1] if missed and target else []
    reached = [p for p in earlier if target and _met(measure, target, p)]
    rivals = [(p, r) for p in earlier for r in p.also_stated if target and _met(measure, target, r)]
    return TargetResult(
        measure=measure,
        series=line,
        target=target,
        newest=newest,
        baseline=None if isinstance(measure.baseline, Missing) else measure.baseline,
        verdict=verdict,
        why=why,
        reached_before=reached[-1] if reached else None,
        rival_before=rivals[-1] if rivals and not reached else None,
    )


def target_in_force(measure: Measure, line: str | None, day: date) -> Target | None:
    """Return the target that counts for a line on `day`.

    Of the targets that no later one has replaced: the one that fell due last; else the one that
    falls due next; one without a date counts at once.
    """
    covering = [t for t in targets_of(measure) if line is None or not t.series or line in t.series]
    in_force = not_replaced(covering)
    due = [t for t in in_force if _due(t) <= day]
    if due:
        return max(due, key=_due)
    return min(in_force, key=_due, default=None)


def _due(target: Target) -> date:
    return target.due.last(date.max) if target.due else date.min


def _whole(measure: Measure, line: str | None, day: date) -> tuple[list[Actual], bool]:
    """Return the figures of whole periods of one line, oldest first, and whether all are alike."""
    run = next((r for r in comparable_series(measure, day) if r.series == line), None)
    if run is None:
        return [], True
    alike = [p.record for p in run.compared if isinstance(p.record, Actual)]
    unlike = [p for p in run.apart if isinstance(p.record, Actual) and not p.partial]
    return alike, not unlike


def _obstacle(measure: Measure, line: str | None, target: Target | None, day: date) -> Reason:
    """Return what prevents a comparison, the most basic reason first."""
    if target is None:
        return Reason.NO_TARGET
    if measure.direction is Direction.NOT_STATED:
        return Reason.NO_DIRECTION
    if len(measure.series) > 1 and len(target.series) != 1:
        return Reason.JOINT_TARGET
    return (
        _target_obstacle(measure, target) or _figures(measure, line, target, day) or Reason.COMPARED
    )


def _target_obstacle(measure: Measure, target: Target) -> Reason | None:
    """Return what is wrong with a target as such."""
    span = _span(target)
    if span is None:
        return Reason.NO_NUMBER
    if measure.direction is Direction.RANGE:
        return Reason.NO_RANGE if span[0] == span[1] else None
    up = measure.direction not in _DOWN
    against = {Qualifier.AT_MOST} if up else {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
    return Reason.CONTRARY_TARGET if target.qualifier in against else None


def _figures(measure: Measure, line: str | None, target: Target, day: date) -> Reason | None:
    """Return what is wrong with the figures for a comparison with the target."""
    points, all_alike = _whole(measure, line, day)
    if not points:
        partial = any(a.series == line for a in actuals_of(measure))
        return Reason.ONLY_PARTIAL if partial else Reason.NO_FIGURE
    if _span(points[-1]) is None:
        return Reason.NO_NUMBER
    if not all_alike:
        return Reason.UNLIKE_PERIODS
    if _must_be_set_by(measure, points[-1], day) < target.set_on.first():
        return Reason.OLDER_THAN_TARGET
    return None


def _must_be_set_by(measure: Measure, point: Actual, day: date) -> date:
    """Return the day from which a target must have been set for the point to answer it.

    An amount per period answers only a target that was set from the period's beginning.
    """
    flow = measure.accumulation is Accumulation.FLOW
    return point.period.first() if flow else point.period.last(day)


def _compared(
    measure: Measure, target: Target, newest: Actual, day: date
) -> tuple[Verdict, Reason]:
    met = _met(measure, target, newest)
    rivals = {_met(measure, target, rival) for rival in newest.also_stated if _span(rival)}
    if met and not rivals - {True}:
        return Verdict.MET, Reason.COMPARED
    if target.due is not None and target.due.last(date.max) >= day:
        return Verdict.CANNOT_BE_TOLD, Reason.NOT_YET_DUE
    if target.due is not None and newest.period.last(day) < target.due.last(date.max):
        return Verdict.CANNOT_BE_TOLD, Reason.BEFORE_DUE
    if rivals - {met}:
        return Verdict.CANNOT_BE_TOLD, Reason.RIVAL_VALUES
    if met is None:
        return Verdict.CANNOT_BE_TOLD, Reason.NOT_EXACT
    return Verdict.NOT_MET, Reason.COMPARED


_DOWN = frozenset({Direction.DECREASE, Direction.MAINTAIN_AT_OR_BELOW})


def _met(measure: Measure, target: Target, figure: Amount) -> bool | None:
    """Return whether a figure meets a target; None where either is not exact enough to tell.

    A target that is a range is met from its nearer end on; one that is only about a number is met
    at that number, and not certainly missed short of it.
    """
    wanted, found = _span(target), _span(figure)
    if wanted is None or found is None:
        return None
    low, high = _extremes(figure, found)
    if measure.direction is Direction.RANGE:
        passes, fails = wanted[0] <= low and high <= wanted[1], high < wanted[0] or low > wanted[1]
    elif measure.direction in _DOWN:
        passes, fails = high <= wanted[1], low > wanted[1]
    elif target.qualifier is Qualifier.MORE_THAN:
        passes, fails = low > wanted[0], high <= wanted[0]
    else:
        passes, fails = low >= wanted[0], high < wanted[0]
    if passes:
        return True
    return False if fails and target.qualifier not in _LOOSE else None


_LOOSE = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})
_FAR = Decimal("1e30")
_NEAR = Decimal("1e-9")


def _extremes(figure: Amount, found: tuple[Decimal, Decimal]) -> tuple[Decimal, Decimal]:
    """Return the least and the greatest value that a figure may mean.

    About: a little to either side. Almost: a little less. At least and more than: anything
    higher. At most: anything lower.
    """
    low, high = found
    match figure.qualifier:
        case Qualifier.ABOUT:
            return low - _NEAR, high + _NEAR
        case Qualifier.ALMOST:
            return low - _NEAR, high - _NEAR
        case Qualifier.AT_LEAST:
            return low, _FAR
        case Qualifier.MORE_THAN:
            return low + _NEAR, _FAR
        case Qualifier.AT_MOST:
            return -_FAR, high
        case _:
            return low, high


def _span(amount: Amount) -> tuple[Decimal, Decimal] | None:
    if amount.value is not None:
        return amount.value, amount.value
    if amount.low is not None and amount.high is not None:
        return amount.low, amount.high
    return None
