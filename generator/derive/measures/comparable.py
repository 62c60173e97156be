"""Which points of a measure may be compared: like with like only (rulings 16 to 18)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import median_low

from generator.model.dates import PartialDate
from generator.model.keys import Accumulation, Qualifier
from generator.model.measures import Actual, Baseline, Measure, Target
from generator.model.records import Amount, Missing

DAYS_OF_A_MONTH = 30.44
FEWEST = 2
"""Points from which there is something to compare."""
LONGER_THAN_USUAL = 1.5
"""How many times the usual interval is a gap over which nobody knows the course."""


@dataclass(frozen=True, slots=True)
class MeasurePoint:
    """One figure of a measure with the days it is about."""

    record: Baseline | Actual
    first: date
    last: date
    is_baseline: bool
    """Whether it is the baseline; a measured point of the same period and value stands for it."""

    @property
    def series(self) -> str | None:
        """Return the series it belongs to; a baseline belongs to none."""
        return self.record.series if isinstance(self.record, Actual) else None

    @property
    def middle(self) -> date:
        """Return the middle of its days; the last of them where their start is open."""
        if self.first == date.min:
            return self.last
        return self.first + (self.last - self.first) / 2

    @property
    def partial(self) -> bool:
        """Return whether its period is not complete."""
        return isinstance(self.record, Actual) and self.record.partial


@dataclass(frozen=True, slots=True)
class ComparableSeries:
    """The points of one series, oldest first: comparable ones and others."""

    series: str | None
    compared: tuple[MeasurePoint, ...]
    apart: tuple[MeasurePoint, ...]
    """Partial points, and points of another length or start than the compared ones."""

    @property
    def points(self) -> tuple[MeasurePoint, ...]:
        """Return all points, those that may be compared first."""
        return (*self.compared, *self.apart)

    @property
    def tells(self) -> bool:
        """Return whether there is anything to compare."""
        return len(self.compared) >= FEWEST

    @property
    def gaps(self) -> tuple[int, ...]:
        """Return how many days each comparable point is behind the one before it."""
        return tuple((other.middle - one.middle).days for one, other in pairwise(self.compared))

    @property
    def joined(self) -> tuple[tuple[MeasurePoint, MeasurePoint], ...]:
        """Return the neighbors that a line may join: no further apart than is usual here.

        The usual interval is the median of those between neighbors; two points have none.
        """
        gaps = self.gaps
        if len(gaps) < FEWEST:
            return ()
        longest = LONGER_THAN_USUAL * median_low(gaps)
        neighbors = zip(pairwise(self.compared), gaps, strict=True)
        return tuple(pair for pair, gap in neighbors if gap <= longest)


def comparable_series(
    measure: Measure, day: date, until: date | None = None
) -> tuple[ComparableSeries, ...]:
    """Return the points of every series, in the order of the series; an open end is `day`.

    With `until`, points that may be of a later time are as if they were not there. A measure
    without series has one run, in which the baseline is too.
    """
    points = [p for p in _points(measure, day) if until is None or p.last <= until]
    if not measure.series:
        return (_comparable(None, points, measure.accumulation),) if points else ()
    return tuple(
        _comparable(series.id, mine, measure.accumulation)
        for series in measure.series
        if (mine := [p for p in points if p.series == series.id])
    )


def actuals_of(measure: Measure) -> tuple[Actual, ...]:
    """Return the measured points and results without a number, none where they are missing."""
    return () if isinstance(measure.actuals, Missing) else measure.actuals


def targets_of(measure: Measure) -> tuple[Target, ...]:
    """Return the targets in the order they were set, none where they are missing."""
    return () if isinstance(measure.targets, Missing) else measure.targets


def targets_in_force(measure: Measure) -> tuple[Target, ...]:
    """Return the targets that the organization adopted and that no later one has replaced."""
    return tuple(t for t in not_replaced(targets_of(measure)) if t.standing is None)


def not_replaced(targets: Sequence[Target]) -> tuple[Target, ...]:
    """Return the targets, in the order they were set, that none behind them has replaced."""
    return tuple(
        target
        for place, target in enumerate(targets)
        if not any(replaces(later, target) for later in targets[place + 1 :])
    )


def replaces(later: Target, earlier: Target) -> bool:
    """Return whether a target set later is in place of an earlier one: a series is shared.

    Without series, a target for another due date is beside the earlier one unless it says why
    it differs from it. What is only proposed, or another body's, never replaces what was adopted.
    """
    if later.standing is not earlier.standing:
        return False
    shared = not later.series or not earlier.series or bool({*later.series} & {*earlier.series})
    return shared and (later.due == earlier.due or later.reason is not None)


def bounds(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Return the least and the greatest value a figure certainly lies between; None is no bound.

    "About" and "almost" are taken at their number, as nothing says how far off they are.
    """
    low = amount.value if amount.low is None else amount.low
    high = amount.value if amount.high is None else amount.high
    match amount.qualifier:
        case Qualifier.MORE_THAN | Qualifier.AT_LEAST:
            return low, None
        case Qualifier.AT_MOST:
            return None, high
        case _:
            return low, high


class Trend(StrEnum):
    """The direction from one figure to another."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"
    UNTOLD = "untold"
    """The figures are too vague to say."""


def trend(earlier: Amount, later: Amount) -> Trend:
    """Return the trend from the earlier figure to the later, only where it is certain."""
    (low, high), (new_low, new_high) = bounds(earlier), bounds(later)
    if high is not None and new_low is not None and new_low > high:
        return Trend.ROSE
    if low is not None and new_high is not None and new_high < low:
        return Trend.FELL
    exact = earlier.qualifier is None and later.qualifier is None
    if exact and (low, high) == (new_low, new_high):
        return Trend.SAME
    return Trend.UNTOLD


def _points(measure: Measure, day: date) -> list[MeasurePoint]:
    actuals = actuals_of(measure)
    baseline = measure.baseline
    points = []
    if isinstance(baseline, Baseline) and not any(_represents(a, baseline) for a in actuals):
        points.append(
            MeasurePoint(
                baseline, baseline.period.first(), baseline.period.last(day), is_baseline=True
            )
        )
    for actual in (actual for actual in actuals if not actual.result):
        marked = isinstance(baseline, Baseline) and _represents(actual, baseline)
        points.append(
            MeasurePoint(actual, actual.period.first(), actual.period.last(day), is_baseline=marked)
        )
    return sorted(points, key=lambda p: (p.last, p.first, p.record.period.text))


def results_without_number(measure: Measure, day: date) -> list[MeasurePoint]:
    """Return what sources say of how a measure came out without a number, which is no point."""
    return [
        MeasurePoint(actual, actual.period.first(), actual.period.last(day), is_baseline=False)
        for actual in actuals_of(measure)
        if actual.result
    ]


def _represents(actual: Actual, baseline: Baseline) -> bool:
    same = (actual.value, actual.low, actual.high) == (baseline.value, baseline.low, baseline.high)
    return same and actual.period == baseline.period


def _comparable(
    series: str | None, points: list[MeasurePoint], accumulation: Accumulation
) -> ComparableSeries:
    # A rate says as much of part of a period as of all of it.
    whole = [p for p in points if not p.partial or accumulation is Accumulation.RATE]
    likes = Counter(_like(p, accumulation) for p in whole)
    # Of equally many, the ones with the newest point.
    newest = {_like(p, accumulation): place for place, p in enumerate(whole)}
    best = max(likes, key=lambda like: (likes[like], newest[like]), default=None)
    compared = tuple(p for p in whole if _like(p, accumulation) == best)
    return ComparableSeries(series, compared, tuple(p for p in points if p not in compared))


def _like(point: MeasurePoint, accumulation: Accumulation) -> str | int:
    """Return what must be alike in points that are compared."""
    period: PartialDate = point.record.period
    match accumulation:
        case Accumulation.LEVEL | Accumulation.RATE:
            return accumulation.value
        case Accumulation.FLOW:
            return round(((point.last - point.first).days + 1) / DAYS_OF_A_MONTH)
        case Accumulation.CUMULATIVE:
            return period.first().isoformat()
