"""A measure with few figures, or such that are far apart: a row for each, and no axis of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.measures.comparable import ComparableSeries, MeasurePoint
from generator.model.keys import Accumulation
from generator.model.measures import Baseline, Measure, Target
from generator.model.records import Amount
from generator.model.statuses import Tone
from generator.views.charts.measure_looks import (
    MarkLook,
    bar_look,
    drawn_targets,
    extent,
    mark_look,
    middle,
    series_look,
    target_look,
)
from generator.views.charts.shapes import (
    NARROWEST,
    Bar,
    Drawing,
    KeyEntry,
    Label,
    Lettering,
    Line,
    Mark,
    box_of,
)
from generator.words.localization import Localization
from generator.words.message import Message, Period, ShortDate, Text, amount_text, msg

MOST_ROWS = 8
ROW, WORDS, MIDDLE = 36.0, 13.0, 25.0
"""How high a row is, and how far down its words and its mark are."""
HALF_BAR, HALF_STROKE = 5.0, 8.0
"""Half the height of a bar, and of the strokes where zero and aims are."""
LEFT, RIGHT = 3.0, 97.0
FEW = 3
"""Comparable points below which there is no course to draw."""
EMPTY = 2 / 3
"""The share of the whole time that one gap may take on an axis of time."""


def needs_rows(measure: Measure, found: Sequence[ComparableSeries]) -> bool:
    """Return whether an axis of time would be nearly empty, and rows show the figures better."""
    if len([p for run in found for p in run.points]) + len(_aims(measure, found)) > MOST_ROWS:
        return False
    gaps = [gap for run in found for gap in run.gaps]
    points = [p for run in found for p in run.compared]
    whole = (max(p.middle for p in points) - min(p.middle for p in points)).days
    return max(len(run.compared) for run in found) < FEW or max(gaps) > EMPTY * whole


@dataclass(frozen=True, slots=True)
class _Row:
    """One figure: what is written above it, how it is drawn, and who else has a line at it."""

    words: tuple[Message, ...]
    """The best first; a shorter one where that has no room."""
    amount: Amount
    shape: str
    tone: Tone
    look: MarkLook = "full"
    bar: str = ""
    """How its bar is filled, where it is drawn as one."""
    line: str = ""
    """The look of the line that leads through all rows at this figure; of an aim or a baseline."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where figures are across."""

    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> float:
        """Return the place of a figure."""
        share = float((value - self.low) / (self.high - self.low))
        return round(LEFT + share * (RIGHT - LEFT), 2)


def measure_rows(
    measure: Measure, found: Sequence[ComparableSeries], sentences: tuple[Text, ...]
) -> Drawing:
    """Return the figures of a measure in rows: those measured by time, then baseline and targets.

    `sentences` say what the drawing shows.
    """
    rows = [*_points(measure, found), *_aims(measure, found)]
    values = [Decimal(0), *(value for row in rows for value in extent(row.amount))]
    low, high = min(values), max(values)
    scale = _Scale(low, high if high > low else low + 1)
    return Drawing(
        title=msg("chart-title", measure=measure.title, unit=measure.unit),
        description=(*sentences, msg("chart-scale", low=low)),
        height=len(rows) * ROW,
        bars=tuple(_bars(scale, rows)),
        lines=tuple(_lines(scale, rows)),
        marks=tuple(_marks(scale, rows)),
        letterer=_Letterer(tuple(row.words for row in rows)),
        key=tuple(_key(rows)),
    )


def _points(measure: Measure, found: Sequence[ComparableSeries]) -> Iterator[_Row]:
    labels = {series.id: series.label for series in measure.series}
    points = [(point, run) for run in found for point in run.points]
    points.sort(key=lambda one: (one[0].last, one[0].first))
    in_bars = measure.accumulation is Accumulation.FLOW and not measure.series
    for point, run in points:
        shape, tone = series_look(measure, run.series)
        yield _Row(
            words=tuple(_words_of_point(point, labels.get(run.series or ""))),
            amount=point.record,
            shape=shape,
            tone=tone,
            look=mark_look(point, run),
            bar=bar_look(point, run) if in_bars else "",
        )


def _words_of_point(point: MeasurePoint, series: str | None) -> Iterator[Message]:
    said = {"date": Period(point.record.period, short=True), "figure": amount_text(point.record)}
    if series:
        yield msg("chart-row-of-series", series=series, **said)
    yield msg("chart-row", **said)


def _aims(measure: Measure, found: Sequence[ComparableSeries]) -> list[_Row]:
    """Return the rows of the baseline, where it is no point, and of the targets."""
    rows = [_aim(measure, target) for target in drawn_targets(measure)]
    baseline = measure.baseline
    is_drawn = any(point.is_baseline for run in found for point in run.points)
    if not isinstance(baseline, Baseline) or is_drawn:
        return rows
    said = msg(
        "chart-row-baseline",
        date=Period(baseline.period, short=True),
        figure=amount_text(baseline),
    )
    return [_Row((said,), baseline, "ring", "quiet", line="baseline"), *rows]


def _aim(measure: Measure, target: Target) -> _Row:
    shape, line, tone = target_look(measure, target)
    which = "target" if shape == "diamond" else "earlier-target"
    figure = amount_text(target)
    said = msg(f"chart-label-{which}", figure=figure)
    words = [said]
    if target.due:
        words.insert(0, msg(f"chart-row-{which}-due", date=ShortDate(target.due), figure=figure))
    return _Row(tuple(words), target, shape, tone, line=line)


def _bars(scale: _Scale, rows: Sequence[_Row]) -> Iterator[Bar]:
    for place, row in enumerate(rows):
        if row.bar:
            ends = [scale.at(value) for value in (Decimal(0), *extent(row.amount))]
            left, width = min(ends), round(max(ends) - min(ends), 2)
            top, says = place * ROW + MIDDLE - HALF_BAR, amount_text(row.amount)
            yield Bar(left, top, width, 2 * HALF_BAR, row.bar, row.tone, says)


def _marks(scale: _Scale, rows: Sequence[_Row]) -> Iterator[Mark]:
    for place, row in enumerate(rows):
        if not row.bar:
            x, y = scale.at(middle(row.amount)), place * ROW + MIDDLE
            yield Mark(x, y, row.shape, row.tone, row.look, amount_text(row.amount))


def _lines(scale: _Scale, rows: Sequence[_Row]) -> Iterator[Line]:
    """Yield the stem of each figure and what it spans, and through all rows zero and the aims."""
    zero = scale.at(Decimal(0))
    for place, row in enumerate(rows):
        y = place * ROW + MIDDLE
        yield Line(zero, y - HALF_STROKE, zero, y + HALF_STROKE, "axis", "quiet")
        if row.bar:
            continue
        yield Line(zero, y, scale.at(middle(row.amount)), y, "span", row.tone)
        values = [scale.at(value) for value in extent(row.amount)]
        if len(values) > 1:
            yield Line(min(values), y, max(values), y, "range", row.tone)
    for aim in (row for row in rows if row.line):
        for value in extent(aim.amount):
            x = scale.at(value)
            for place in range(len(rows)):
                y = place * ROW + MIDDLE
                yield Line(x, y - HALF_STROKE, x, y + HALF_STROKE, aim.line, aim.tone)


def _key(rows: Sequence[_Row]) -> Iterator[KeyEntry]:
    """Yield what fillings mean; all else is named in its row."""
    for row in {row.bar or row.look: row for row in rows}.values():
        is_apart = row.look == "hollow"
        if not is_apart and "vague" not in (row.look, row.bar):
            continue
        text = msg("chart-key-not-compared" if is_apart else "chart-key-vague")
        mark = None if row.bar else Mark(50, 8, row.shape, row.tone, row.look)
        yield KeyEntry(text, row.tone, mark, bar=row.bar)


@dataclass(frozen=True, slots=True)
class _Letterer:
    """Writes above each figure when it was measured, and how much it is."""

    rows: tuple[tuple[Message, ...], ...]

    def __call__(self, words: Localization) -> Lettering:
        """Return the words of each row, the first of them that are short enough."""
        return Lettering(
            tuple(
                _fitting([words(message) for message in row], place * ROW + WORDS)
                for place, row in enumerate(self.rows)
            )
        )


def _fitting(texts: Sequence[str], y: float) -> Label:
    """Return the first text that fits into the narrowest drawing; else the last."""
    labels = [Label(0, y, text, "start") for text in texts]
    return next((one for one in labels if box_of(one).right <= NARROWEST), labels[-1])
