"""A measure as a small chart: what was measured, the baseline, every target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from generator.derive.measures.comparable import (
    FEWEST,
    ComparableSeries,
    MeasurePoint,
    comparable_series,
    targets_in_force,
    targets_of,
)
from generator.model.keys import Accumulation
from generator.model.measures import Baseline, Measure, Target
from generator.model.records import Amount
from generator.model.statuses import Tone
from generator.views.charts.measure_labels import BELOW_FOOT, ChartLetterer
from generator.views.charts.measure_looks import (
    bar_look,
    drawn_targets,
    extent,
    mark_look,
    middle,
    series_look,
    target_look,
)
from generator.views.charts.measure_rows import measure_rows, needs_rows
from generator.views.charts.shapes import Bar, Drawing, KeyEntry, Line, Mark
from generator.views.charts.time_axis import TimeAxis
from generator.words.message import Period, Text, amount_text, msg

HEIGHT = 190.0
HEIGHT_OF_SERIES = 270.0
"""With several lines there are more words to find room for."""
TOP = 30.0
SHORTEST_YEAR = 364
"""Days from the first to the last of a year."""
THINNEST_BAR = 2.4
BAR_OF_ITS_TIME = 0.8
LONG_ENOUGH_TO_SHOW = 4
"""Percent of the width from which the length of a point's period is drawn."""


@dataclass(frozen=True, slots=True)
class _Scales:
    """The two scales of a chart, and what its points have in common."""

    measure: Measure
    day: date
    axis: TimeAxis
    low: Decimal
    high: Decimal

    @property
    def in_bars(self) -> bool:
        """Return whether the points are amounts of periods, drawn as bars as wide as these."""
        return self.measure.accumulation is Accumulation.FLOW and not self.measure.series

    @property
    def height(self) -> float:
        """Return how high the drawing is."""
        return HEIGHT_OF_SERIES if len(self.measure.series) > 1 else HEIGHT

    @property
    def foot(self) -> float:
        """Return how far down the lowest value is."""
        return self.height - BELOW_FOOT

    def y(self, value: Decimal) -> float:
        """Return how far down a value is."""
        share = float((value - self.low) / (self.high - self.low))
        return round(self.foot - share * (self.foot - TOP), 2)

    def x(self, point: MeasurePoint) -> float:
        """Return where a point is: a sum at its end, all else in the middle of its time."""
        if self.measure.accumulation is Accumulation.CUMULATIVE:
            return self.axis.at(point.last)
        return self.axis.middle(point.first, point.last)


def measure_chart(measure: Measure, day: date, sentences: tuple[Text, ...]) -> Drawing | None:
    """Return the chart of a measure, or None where no two of its points can be compared.

    Few figures, or such that are far apart, are in rows; others on an axis of time. An open end of
    a period is `day`; `sentences` say what the chart shows.
    """
    found = comparable_series(measure, day)
    if not any(run.tells for run in found):
        return None
    if needs_rows(measure, found):
        return measure_rows(measure, found, sentences)
    return _over_time(measure, found, day, sentences)


def _over_time(
    measure: Measure, found: tuple[ComparableSeries, ...], day: date, sentences: tuple[Text, ...]
) -> Drawing:
    frame = _scales(measure, day, found)
    bars, lines, marks = _points_of(frame, found)
    goal_lines, goal_marks = _targets(frame)
    base_lines, base_marks = _baseline(frame, found)
    every_mark = (*marks, *goal_marks, *base_marks)
    return Drawing(
        title=msg("chart-title", measure=measure.title, unit=measure.unit),
        description=(*sentences, msg("chart-scale", low=frame.low)),
        height=frame.height,
        bars=tuple(bars),
        lines=(
            Line(0, frame.y(Decimal(0)), 100, frame.y(Decimal(0)), "axis", "quiet"),
            *base_lines,
            *goal_lines,
            *lines,
        ),
        marks=every_mark,
        letterer=ChartLetterer(
            axis=frame.axis,
            height=frame.height,
            dates=[
                (frame.x(p), Period(p.record.period, short=True))
                for run in found
                for p in run.points
            ],
            names=_names(measure, found, marks),
            bars=bars,
            marks=every_mark,
        ),
        key=tuple(_key(frame, found)),
    )


def why_no_chart(measure: Measure, day: date) -> Text:
    """Return why there is no chart; empty where there is one, or nothing was measured at all."""
    found = comparable_series(measure, day)
    if not found or any(run.tells for run in found):
        return ""
    if all(len(run.points) < FEWEST for run in found):
        single = len(found) == 1
        if targets_of(measure):
            return msg(
                "chart-none-single-figure-and-target"
                if single
                else "chart-none-single-figures-and-target"
            )
        return msg("chart-none-single-figure" if single else "chart-none-single-figures")
    return msg("chart-none-unlike-periods")


def _scales(measure: Measure, day: date, found: tuple[ComparableSeries, ...]) -> _Scales:
    points = [p for run in found for p in run.points]
    targets = drawn_targets(measure)
    baseline = measure.baseline
    days = [d for p in points for d in (p.first, p.last)]
    days += [d for t in targets if t.due for d in (t.due.first(), t.due.last(day))]
    amounts: list[Amount] = [*(p.record for p in points), *targets]
    if isinstance(baseline, Baseline):
        days += [baseline.period.first(), baseline.period.last(day)]
        amounts.append(baseline)
    values = [value for amount in amounts for value in extent(amount)]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    bounded = [d for d in days if d != date.min]
    axis = TimeAxis(min(bounded), max(bounded), *_ends(points))
    return _Scales(measure, day, axis, low, high if high > low else low + 1)


def _ends(points: Sequence[MeasurePoint]) -> tuple[float, float]:
    """Return where an axis begins and ends, so that dates below its ends have room.

    The middles of years are far enough inside.
    """
    years = all((p.last - p.first).days >= SHORTEST_YEAR for p in points)
    return (6, 94) if years else (13, 87)


def _points_of(
    frame: _Scales, found: tuple[ComparableSeries, ...]
) -> tuple[list[Bar], list[Line], list[Mark]]:
    bars: list[Bar] = []
    lines: list[Line] = []
    marks: list[Mark] = []
    for run in found:
        shape, tone = series_look(frame.measure, run.series)
        if frame.in_bars:
            bars += [_bar(frame, p, bar_look(p, run)) for p in run.points]
            continue
        lines += _joined(frame, run, tone)
        for point in run.points:
            lines += _spans(frame, point, tone)
            x, y = frame.x(point), frame.y(middle(point.record))
            figure = amount_text(point.record)
            marks.append(Mark(x, y, shape, tone, mark_look(point, run), figure))
    return bars, lines, marks


def _bar(frame: _Scales, point: MeasurePoint, look: str) -> Bar:
    left, right = frame.axis.at(point.first), frame.axis.at(point.last)
    width = max(round((right - left) * BAR_OF_ITS_TIME, 2), THINNEST_BAR)
    left = min(max((left + right - width) / 2, 0), 100 - width)
    values = extent(point.record)
    top, foot = frame.y(max(*values, Decimal(0))), frame.y(min(*values, Decimal(0)))
    figure = amount_text(point.record)
    return Bar(round(left, 2), top, width, round(foot - top, 2), look, "blue", figure)


def _joined(frame: _Scales, run: ComparableSeries, tone: Tone) -> Iterator[Line]:
    for one, other in run.joined:
        at, to = frame.y(middle(one.record)), frame.y(middle(other.record))
        yield Line(frame.x(one), at, frame.x(other), to, "course", tone)


def _spans(frame: _Scales, point: MeasurePoint, tone: Tone) -> Iterator[Line]:
    """Yield how long the point's time is and, for a range, how far it reaches."""
    y = frame.y(middle(point.record))
    left, right = frame.axis.at(point.first), frame.axis.at(point.last)
    is_sum = frame.measure.accumulation is Accumulation.CUMULATIVE
    if right - left > LONG_ENOUGH_TO_SHOW and not is_sum:
        yield Line(left, y, right, y, "span", tone)
    values = extent(point.record)
    if len(values) > 1:
        x = frame.x(point)
        yield Line(x, frame.y(min(values)), x, frame.y(max(values)), "range", tone)


def _targets(frame: _Scales) -> tuple[list[Line], list[Mark]]:
    lines: list[Line] = []
    marks: list[Mark] = []
    for target in drawn_targets(frame.measure):
        shape, look, tone = target_look(frame.measure, target)
        left, right = _reach(frame, target)
        lines += [Line(left, frame.y(v), right, frame.y(v), look, tone) for v in extent(target)]
        y = frame.y(middle(target))
        marks.append(Mark(right, y, shape, tone, says=amount_text(target)))
    return lines, marks


def _reach(frame: _Scales, target: Target) -> tuple[float, float]:
    """Return from where to where a target's line goes: from its setting to its due date."""
    left = frame.axis.at(target.set_on.first())
    right = frame.axis.at(target.due.last(frame.day)) if target.due else frame.axis.right
    return (left, right) if right - left >= LONG_ENOUGH_TO_SHOW else (0, right)


def _baseline(frame: _Scales, found: tuple[ComparableSeries, ...]) -> tuple[list[Line], list[Mark]]:
    baseline = frame.measure.baseline
    if not isinstance(baseline, Baseline):
        return [], []
    x = frame.axis.middle(baseline.period.first(), baseline.period.last(frame.day))
    lines = [
        Line(x, frame.y(v), frame.axis.right, frame.y(v), "baseline", "quiet")
        for v in extent(baseline)
    ]
    if not frame.measure.series and any(p.is_baseline for run in found for p in run.points):
        return lines, []
    figure = amount_text(baseline)
    return lines, [Mark(x, frame.y(middle(baseline)), "ring", "quiet", says=figure)]


def _names(
    measure: Measure, found: tuple[ComparableSeries, ...], marks: list[Mark]
) -> list[tuple[list[Mark], str]]:
    """Return the points of every line, the last first, with the name of its series."""
    labels = {series.id: series.label for series in measure.series}
    lines = [
        ([m for m in marks if m.tone == series_look(measure, run.series)[1]], run.series)
        for run in found
    ]
    return [(sorted(mine, key=lambda m: -m.x), labels[series]) for mine, series in lines if series]


def _key(frame: _Scales, found: tuple[ComparableSeries, ...]) -> Iterator[KeyEntry]:
    """Yield what the shapes and lines mean, those that occur."""
    measure = frame.measure
    yield from _key_of_series(frame, found)
    if any(run.apart for run in found):
        yield _entry(frame, "hollow", msg("chart-key-not-compared"))
    if any(point.record.qualifier for run in found for point in run.points):
        yield _entry(frame, "vague", msg("chart-key-vague"))
    if isinstance(measure.baseline, Baseline):
        yield KeyEntry(msg("chart-key-baseline"), "quiet", line="baseline")
    drawn, valid = drawn_targets(measure), targets_in_force(measure)
    if any(target in valid for target in drawn):
        yield _target_entry("diamond", msg("chart-key-target"), "ink")
    if any(target not in valid for target in drawn):
        yield _target_entry("planned", msg("chart-key-earlier-target"), "quiet")


def _target_entry(shape: str, text: Text, tone: Tone) -> KeyEntry:
    line = "target" if tone == "ink" else "target-old"
    return KeyEntry(text, tone, Mark(50, 8, shape, tone), line)


def _entry(frame: _Scales, look: Literal["hollow", "vague"], text: Text) -> KeyEntry:
    if frame.in_bars:
        return KeyEntry(text, "blue", bar="apart" if look == "hollow" else look)
    return KeyEntry(text, "blue", Mark(50, 8, "circle", "blue", look))


def _key_of_series(frame: _Scales, found: tuple[ComparableSeries, ...]) -> Iterator[KeyEntry]:
    if frame.in_bars:
        yield KeyEntry(msg("chart-key-measured-in-period"), "blue", bar="full")
        return
    labels: dict[str | None, Text] = {s.id: s.label for s in frame.measure.series}
    for run in found:
        shape, tone = series_look(frame.measure, run.series)
        text = labels.get(run.series) or msg("chart-key-measured")
        yield KeyEntry(text, tone, Mark(50, 8, shape, tone), "course" if run.joined else "")
