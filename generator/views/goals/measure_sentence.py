"""What the figures of a measure say, in a few sentences, and nothing that they do not say."""

from collections.abc import Iterator, Mapping
from datetime import date

from generator.derive.measures.comparable import (
    ComparableSeries,
    MeasurePoint,
    Trend,
    comparable_series,
    not_replaced,
    targets_of,
    trend,
)
from generator.model.keys import Accumulation
from generator.model.measures import Measure
from generator.model.records import Amount
from generator.words.message import Message, Period, Text, amount_text, listing, msg


def measure_sentences(measure: Measure, day: date) -> tuple[Message, ...]:
    """Return the course of every line with its first and last figure; empty without figures.

    An open end of a period is `day`.
    """
    found = comparable_series(measure, day)
    labels = {series.id: series.label for series in measure.series}
    said = [sentence for run in found for sentence in _course(measure, labels, run)]
    return (*said, *_not_compared(found), *_targets(measure, labels)) if said else ()


def _course(
    measure: Measure, labels: Mapping[str, str], run: ComparableSeries
) -> Iterator[Message]:
    points = run.compared or run.apart
    course = _first_to_last(measure, points) if run.tells else _given(points)
    yield msg("measure-of-series", series=labels[run.series], said=course) if run.series else course
    if run.tells:
        yield from _turns(points)


def _given(points: tuple[MeasurePoint, ...]) -> Message:
    if len(points) > 1:
        return msg("measure-several", figures=listing(map(_at, points)))
    record = points[0].record
    return msg("measure-single", figure=_figure(record), date=Period(record.period))


def _first_to_last(measure: Measure, points: tuple[MeasurePoint, ...]) -> Message:
    first, last = _at(points[0]), _at(points[-1])
    found = trend(points[0].record, points[-1].record)
    if found is Trend.ROSE and measure.accumulation is Accumulation.CUMULATIVE:
        return msg("measure-grew", first=first, last=last)
    return msg(f"measure-trend-{found.value}", first=first, last=last)


def _turns(points: tuple[MeasurePoint, ...]) -> Iterator[Message]:
    """Yield the extremes between the first and the last figure that lie beyond both."""
    inner = points[1:-1]
    highest = max((p for p in inner if _beyond(p, points, Trend.FELL)), key=_number, default=None)
    lowest = min((p for p in inner if _beyond(p, points, Trend.ROSE)), key=_number, default=None)
    if highest and lowest:
        yield msg("measure-highest-and-lowest-between", highest=_at(highest), lowest=_at(lowest))
    elif highest:
        yield msg("measure-highest-between", highest=_at(highest))
    elif lowest:
        yield msg("measure-lowest-between", lowest=_at(lowest))


def _beyond(point: MeasurePoint, points: tuple[MeasurePoint, ...], back: Trend) -> bool:
    ends = (points[0], points[-1])
    return all(trend(point.record, end.record) is back for end in ends)


def _number(point: MeasurePoint) -> float:
    record = point.record
    values = [v for v in (record.value, record.low, record.high) if v is not None]
    return float(sum(values)) / max(len(values), 1)


def _at(point: MeasurePoint) -> Message:
    return msg("measure-at", figure=_figure(point.record), date=Period(point.record.period))


def _figure(amount: Amount) -> Text:
    """Return a figure that a sentence may have after "from" and "to"."""
    if amount.low is None or amount.high is None or amount.qualifier:
        return amount_text(amount)
    return msg("measure-between", low=amount.low, high=amount.high)


def _not_compared(found: tuple[ComparableSeries, ...]) -> Iterator[Message]:
    points = [p for run in found if run.tells for p in run.apart]
    if points:
        partial = all(p.partial for p in points)
        yield msg(
            "measure-partial-not-compared" if partial else "measure-unlike-not-compared",
            count=len(points),
            figures=listing(map(_at, points)),
        )


def _targets(measure: Measure, labels: Mapping[str, str]) -> Iterator[Message]:
    for target in not_replaced(targets_of(measure)):
        figure = amount_text(target)
        if target.due:
            figure = msg("measure-target-due", figure=figure, date=target.due)
        named = [labels[s] for s in target.series if s in labels]
        if target.standing:
            said = msg(f"measure-not-adopted-{target.standing.value}", figure=figure)
            series = listing(named)
            yield msg("measure-of-series", series=series, said=said) if named else said
        elif named:
            yield msg("measure-target-of-series", series=listing(named), figure=figure)
        else:
            yield msg("measure-target", figure=figure)
