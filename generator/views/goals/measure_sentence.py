"""What the figures of a measure say, in one or two sentences, and nothing that they do not say."""

from datetime import date

from generator.derive.measures.comparable import (
    ComparableSeries,
    MeasurePoint,
    Trend,
    comparable_series,
    targets_in_force,
    trend,
)
from generator.model.keys import Accumulation
from generator.model.measures import Measure
from generator.model.records import Amount
from generator.words.english import amount_words, date_words, sentence, word_list


def measure_sentence(measure: Measure, day: date) -> str:
    """Return the course of every line with its first and last figure; empty without figures.

    An open end of a period is `day`.
    """
    found = comparable_series(measure, day)
    labels = {series.id: series.label for series in measure.series}
    said = [sentence(f"{_named(labels, run)}{_course(measure, run)}.") for run in found]
    if not said:
        return ""
    return " ".join([*said, *_apart(found), *_targets(measure, labels)])


def _named(labels: dict[str, str], run: ComparableSeries) -> str:
    return f"{labels[run.series]}: " if run.series else ""


def _course(measure: Measure, run: ComparableSeries) -> str:
    points = run.compared or run.apart
    first, last = points[0], points[-1]
    if first is last or not run.tells:
        return " and ".join(_given(p) for p in points)
    at, to = _value(first), _value(last)
    match trend(first.record, last.record):
        case Trend.ROSE:
            grew = measure.accumulation is Accumulation.CUMULATIVE
            words = f"{'grew' if grew else 'rose'} from {at} to {to}"
        case Trend.FELL:
            words = f"fell from {at} to {to}"
        case Trend.SAME:
            words = f"was the same at the first and the last count: {at} and {to}"
        case _:
            words = f"was {at} and {to}"
    return words + _turns(points)


def _turns(points: tuple[MeasurePoint, ...]) -> str:
    """Return the extreme between the first and the last figure that lies beyond both."""
    inner = points[1:-1]
    highest = [p for p in inner if _beyond(p, points, Trend.FELL)]
    lowest = [p for p in inner if _beyond(p, points, Trend.ROSE)]
    said = []
    if highest:
        said.append(f"the highest figure between was {_value(max(highest, key=_number))}")
    if lowest:
        said.append(f"the lowest figure between was {_value(min(lowest, key=_number))}")
    return f"; {word_list(said)}" if said else ""


def _beyond(point: MeasurePoint, points: tuple[MeasurePoint, ...], back: Trend) -> bool:
    ends = (points[0], points[-1])
    return all(trend(point.record, end.record) is back for end in ends)


def _number(point: MeasurePoint) -> float:
    record = point.record
    values = [v for v in (record.value, record.low, record.high) if v is not None]
    return float(sum(values)) / max(len(values), 1)


def _value(point: MeasurePoint) -> str:
    return f"{_figure(point.record)} ({date_words(point.record.period)})"


def _given(point: MeasurePoint) -> str:
    return f"{_figure(point.record)} for {date_words(point.record.period)}"


def _figure(amount: Amount) -> str:
    words = amount_words(amount)
    return f"between {words.replace(' to ', ' and ')}" if amount.low is not None else words


def _apart(found: tuple[ComparableSeries, ...]) -> list[str]:
    points = [p for run in found if run.tells for p in run.apart]
    if not points:
        return []
    said = sentence(word_list([_value(p) for p in points]))
    verb, its = ("is", "its") if len(points) == 1 else ("are", "their")
    why = "not complete" if all(p.partial for p in points) else "not the same as that of the others"
    return [f"{said} {verb} not compared: {its} time is {why}."]


def _targets(measure: Measure, labels: dict[str, str]) -> list[str]:
    said = []
    for target in targets_in_force(measure):
        of = word_list([labels[s] for s in target.series if s in labels])
        due = f" by {date_words(target.due)}" if target.due else ""
        said.append(f"Target{f' for {of}' if of else ''}: {amount_words(target)}{due}.")
    return said
