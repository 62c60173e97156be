"""Whether a measure reached its target: judged when the target fell due, by what was known of then.

The formula is that of rulings 16 to 18 and 30 (docs/model.md): like is compared with like, what
came after the due date never decides, only what the organization adopted is judged, and where the
records do not carry a verdict, the reason is given instead of a guess.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from generator.derive.measures.comparable import (
    actuals_of,
    comparable_series,
    not_replaced,
    targets_of,
)
from generator.derive.measures.reaching import DOWN, reaches, span
from generator.model.keys import Accumulation, Direction, Qualifier
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.records import Missing, RivalValue


class Verdict(StrEnum):
    """Whether something was reached."""

    MET = "met"
    PARTIALLY_MET = "partially_met"
    """Only where a source says so, and gives no number."""
    NOT_MET = "not_met"
    CANNOT_BE_TOLD = "cannot_be_told"
    NOT_JUDGED = "not_judged"


class Reason(StrEnum):
    """The reason for a verdict."""

    COMPARED = "compared"
    STATED = "stated"
    """The source says how it came out, and gives no number."""
    NO_TARGET = "no_target"
    NOT_ADOPTED = "not_adopted"
    """There are targets, and none of them is one that the organization adopted."""
    NO_DIRECTION = "no_direction"
    JOINT_TARGET = "joint_target"
    """One target stands for several lines; nothing says whether each or their sum is meant."""
    NO_NUMBER = "no_number"
    CONTRARY_TARGET = "contrary_target"
    """The target's qualifier points against the measure's direction."""
    NO_RANGE = "no_range"
    NO_START = "no_start"
    """The target comes on top of what there was, and no exact figure says how much that was."""
    NO_FIGURE = "no_figure"
    NO_FIGURE_BY_DUE = "no_figure_by_due"
    """There are figures, and all are from after the due date."""
    ONLY_PARTIAL = "only_partial"
    UNLIKE_PERIODS = "unlike_periods"
    OLDER_THAN_TARGET = "older_than_target"
    """The figure tells of a time before the target was set, wholly or, a flow, in part."""
    NOT_EXACT = "not_exact"
    RIVAL_VALUES = "rival_values"
    NOT_YET_DUE = "not_yet_due"
    BEFORE_DUE = "before_due"
    """The newest figure up to the day the target fell due is from before that day."""
    NO_DUE_DATE = "no_due_date"
    """Not reached so far, and nothing says by when it should be."""


@dataclass(frozen=True, slots=True)
class TargetResult:
    """The result of one line of a measure against its target, with all inputs of the formula."""

    measure: Measure
    series: str | None
    target: Target | None
    """The adopted target that counts for the line; see `target_in_force`."""
    newest: Actual | None
    """The newest figure of those that are alike, whether or not it decides."""
    baseline: Baseline | None
    verdict: Verdict
    why: Reason
    judged: Actual | None = None
    """The figure that decides: the newest that may be from the due date or before."""
    surely_by_due: bool = True
    """Whether the figure that decides is certainly from no later than the due date."""
    not_adopted: Target | None = None
    """Where no adopted target counts for the line: the newest other one."""
    reached_before: Actual | None = None
    """Where the target was not met: the newest earlier figure that met it."""
    reached_later: Actual | None = None
    """Where the target was not met: the first figure after its due date that meets it."""
    rival: tuple[Actual, RivalValue] | None = None
    """Where no figure met it: the newest for which another source gives a value that does."""
    later: Actual | None = None
    """The newest figure after the due date that is like the one that decides."""

    @property
    def is_told(self) -> bool:
        """Return whether it is known how far the target was met, or that it was missed."""
        return self.verdict in {Verdict.MET, Verdict.PARTIALLY_MET, Verdict.NOT_MET}


def target_results(measure: Measure, day: date) -> tuple[TargetResult, ...]:
    """Return the result of every line of the measure as of `day`; one where it has no series."""
    lines: list[str | None] = [series.id for series in measure.series]
    return tuple(_target_result(measure, line, day) for line in lines or [None])


def _target_result(measure: Measure, line: str | None, day: date) -> TargetResult:
    target = target_in_force(measure, line, day)
    points, _ = _alike(measure, line, day)
    baseline = None if isinstance(measure.baseline, Missing) else measure.baseline
    newest = points[-1] if points else None
    if target is None:
        others = [t for t in targets_of(measure) if _covers(t, line)]
        if not others and (found := _stated(measure, line, None, day)):
            verdict, by = found.verdict, found.by
            return TargetResult(
                measure, line, None, newest, baseline, verdict, Reason.STATED, judged=by
            )
        why = Reason.NOT_ADOPTED if others else Reason.NO_TARGET
        verdict = Verdict.NOT_JUDGED if others else Verdict.CANNOT_BE_TOLD
        other = others[-1] if others else None
        return TargetResult(measure, line, None, newest, baseline, verdict, why, not_adopted=other)
    judgment = _stated(measure, line, target, day) or _judged(measure, line, target, day)
    return _with_course(
        TargetResult(
            measure=measure,
            series=line,
            target=target,
            newest=newest,
            baseline=baseline,
            verdict=judgment.verdict,
            why=judgment.why,
            judged=judgment.by,
            surely_by_due=judgment.surely_by_due,
        ),
        points,
        day,
    )


def target_in_force(measure: Measure, line: str | None, day: date) -> Target | None:
    """Return the adopted target that counts for a line on `day`.

    Of the targets that no later one has replaced: the one that fell due last; else the one that
    falls due next; one without a date counts at once.
    """
    covering = [t for t in targets_of(measure) if t.standing is None and _covers(t, line)]
    in_force = not_replaced(covering)
    due = [t for t in in_force if _due(t) <= day]
    if due:
        return max(due, key=_due)
    return min(in_force, key=_due, default=None)


def wanted(measure: Measure, line: str | None, target: Target, day: date) -> Target | None:
    """Return a target with what it asks for in all, where it comes on top of what there was.

    None where no exact figure says how much there was when it was set.
    """
    if not target.more:
        return target
    points, _ = _alike(measure, line, day, target.set_on.last(day))
    start = points[-1] if points else None
    if start is None or start.value is None or start.qualifier:
        return None
    sums = {
        name: None if (given := getattr(target, name)) is None else given + start.value
        for name in ("value", "low", "high")
    }
    return target.model_copy(update={**sums, "more": None})


def _covers(target: Target, line: str | None) -> bool:
    return line is None or not target.series or line in target.series


def _due(target: Target) -> date:
    return target.due.last(date.max) if target.due else date.min


def _until(target: Target, day: date) -> date:
    """Return the last day whose figures may decide: that of the due date, once it has come."""
    return _due(target) if target.due and _due(target) <= day else date.max


def _alike(
    measure: Measure, line: str | None, day: date, until: date | None = None
) -> tuple[list[Actual], bool]:
    """Return the figures of a line, oldest first, and whether all are alike; those up to a day."""
    runs = comparable_series(measure, day, until)
    run = next((r for r in runs if r.series == line), None)
    if run is None:
        return [], True
    alike = [p.record for p in run.compared if isinstance(p.record, Actual)]
    unlike = [p for p in run.apart if isinstance(p.record, Actual) and not p.partial]
    return alike, not unlike


@dataclass(frozen=True, slots=True)
class _Judgment:
    """A verdict, why, and the figure that decides."""

    verdict: Verdict
    why: Reason
    by: Actual | None = None
    surely_by_due: bool = True


def _judged(measure: Measure, line: str | None, target: Target, day: date) -> _Judgment:
    """Return the verdict by the newest figure up to the due date, or what stands in its way."""
    asked = wanted(measure, line, target, day)
    why = _obstacle(measure, target, asked)
    if why or asked is None:
        return _Judgment(Verdict.CANNOT_BE_TOLD, why or Reason.NO_START)
    until = _until(target, day)
    points, all_alike = _alike(measure, line, day, until)
    by = points[-1] if points else None
    if by is None:
        found = _Judgment(Verdict.CANNOT_BE_TOLD, _without_figure(measure, line, until, day))
    elif obstacle := _figure_obstacle(measure, target, by, day, all_alike=all_alike):
        found = _Judgment(Verdict.CANNOT_BE_TOLD, obstacle, by)
    else:
        found = _Judgment(*_compared(measure, asked, by, day), by)
    if found.verdict is Verdict.CANNOT_BE_TOLD:
        return _by_undated_figure(measure, line, asked, day) or found
    return found


def _stated(
    measure: Measure, line: str | None, target: Target | None, day: date
) -> _Judgment | None:
    """Return the verdict that a source gives without a number, where no newer figure decides.

    As a figure does, it must be from the due date or before, and answer the target.
    """
    until = min(_until(target, day), day) if target else day
    stated = [
        actual
        for actual in actuals_of(measure)
        if actual.result
        and actual.series == line
        and actual.period.last(day) <= until
        and (not target or _must_be_set_by(measure, actual, day) >= target.set_on.first())
    ]
    newest = max(stated, key=lambda actual: actual.period.last(day), default=None)
    if newest is None or newest.result is None:
        return None
    figures, _ = _alike(measure, line, day, until)
    if figures and figures[-1].period.last(day) > newest.period.last(day):
        return None
    return _Judgment(Verdict(newest.result.value), Reason.STATED, newest)


def _by_undated_figure(
    measure: Measure, line: str | None, target: Target, day: date
) -> _Judgment | None:
    """Return that a target was met by a level that may be from its due date, or from soon after.

    A level "of 2016" met a target for spring 2016 in that year; what its date leaves open is told.
    """
    if measure.accumulation is not Accumulation.LEVEL:
        return None
    until = _until(target, day)
    points, _ = _alike(measure, line, day)
    open_dated = [p for p in points if p.period.first() <= until < p.period.last(day)]
    met = [p for p in open_dated if _surely_reaches(measure, target, p)]
    if not met or met[-1].period.last(day) < target.set_on.first():
        return None
    return _Judgment(Verdict.MET, Reason.COMPARED, met[-1], surely_by_due=False)


def _surely_reaches(measure: Measure, target: Target, point: Actual) -> bool:
    """Return whether a figure meets a target by every source that gives a number for it."""
    rivals = [reaches(measure, target, rival) for rival in point.also_stated if span(rival)]
    return bool(reaches(measure, target, point)) and all(rivals)


def _obstacle(measure: Measure, target: Target, asked: Target | None) -> Reason | None:
    """Return what prevents any comparison with a target, the most basic reason first."""
    if measure.direction is Direction.NOT_STATED:
        return Reason.NO_DIRECTION
    if len(measure.series) > 1 and len(target.series) != 1:
        return Reason.JOINT_TARGET
    asks = span(target)
    if asks is None:
        return Reason.NO_NUMBER
    if measure.direction is Direction.RANGE:
        return Reason.NO_RANGE if asks[0] == asks[1] else None
    up = measure.direction not in DOWN
    against = {Qualifier.AT_MOST} if up else {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
    if target.qualifier in against:
        return Reason.CONTRARY_TARGET
    return Reason.NO_START if asked is None else None


def _without_figure(measure: Measure, line: str | None, until: date, day: date) -> Reason:
    """Return why no figure can decide."""
    of_line = [a for a in actuals_of(measure) if a.series == line]
    if not of_line:
        return Reason.NO_FIGURE
    in_time = [a for a in of_line if a.period.last(day) <= until]
    return Reason.ONLY_PARTIAL if in_time else Reason.NO_FIGURE_BY_DUE


def _figure_obstacle(
    measure: Measure, target: Target, by: Actual, day: date, *, all_alike: bool
) -> Reason | None:
    """Return what is wrong with the figure that should decide."""
    if span(by) is None:
        return Reason.NO_NUMBER
    if not all_alike:
        return Reason.UNLIKE_PERIODS
    if _must_be_set_by(measure, by, day) < target.set_on.first():
        return Reason.OLDER_THAN_TARGET
    return None


def _must_be_set_by(measure: Measure, point: Actual, day: date) -> date:
    """Return the day from which a target must have been set for the point to answer it.

    An amount per period, and a rate, answer only a target set from the period's beginning.
    """
    of_period = measure.accumulation in {Accumulation.FLOW, Accumulation.RATE}
    return point.period.first() if of_period else point.period.last(day)


_KEPT = frozenset({Direction.MAINTAIN_AT_OR_ABOVE, Direction.MAINTAIN_AT_OR_BELOW, Direction.RANGE})
"""Directions that ask for something at all times, so that it can be missed on any day."""


def _compared(measure: Measure, target: Target, by: Actual, day: date) -> tuple[Verdict, Reason]:
    met = reaches(measure, target, by)
    rivals = {reaches(measure, target, rival) for rival in by.also_stated if span(rival)}
    if met and not rivals - {True}:
        return Verdict.MET, Reason.COMPARED
    why = _too_early(target, by, day)
    if why is None and rivals - {met}:
        why = Reason.RIVAL_VALUES
    elif why is None and met is None:
        why = Reason.NOT_EXACT
    elif why is None and target.due is None and measure.direction not in _KEPT:
        why = Reason.NO_DUE_DATE
    if why:
        return Verdict.CANNOT_BE_TOLD, why
    return Verdict.NOT_MET, Reason.COMPARED


def _too_early(target: Target, by: Actual, day: date) -> Reason | None:
    """Return that it is too early to say that a target was missed, on a day or by a figure."""
    if target.due is None:
        return None
    if _due(target) >= day:
        return Reason.NOT_YET_DUE
    return Reason.BEFORE_DUE if by.period.last(day) < _due(target) else None


def _with_course(result: TargetResult, points: Sequence[Actual], day: date) -> TargetResult:
    """Return a result with what the figures before and after the due date tell beside it."""
    target = result.target
    asked = target and wanted(result.measure, result.series, target, day)
    if target is None or asked is None or _obstacle(result.measure, target, asked):
        return result
    until = _until(target, day)
    like = result.judged is None or result.judged in points
    after = [p for p in points if like and p.period.first() > until and p is not result.judged]
    before = [p for p in points if p.period.last(day) <= until and p is not result.judged]
    missed = result.verdict is Verdict.NOT_MET
    reached = [p for p in before if missed and reaches(result.measure, asked, p)]
    regained = [p for p in after if result.verdict is not Verdict.MET]
    regained = [p for p in regained if reaches(result.measure, asked, p)]
    rivals = [
        (p, rival)
        for p in (*(before if missed else ()), *after)
        for rival in p.also_stated
        if result.verdict is not Verdict.MET and reaches(result.measure, asked, rival)
    ]
    return replace(
        result,
        reached_before=reached[-1] if reached else None,
        reached_later=regained[0] if regained else None,
        rival=rivals[-1] if rivals and not (reached or regained) else None,
        later=after[-1] if after else None,
    )
