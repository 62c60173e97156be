"""How figures of measures look in a drawing: shapes, tones, and what a key says of them."""

from decimal import Decimal
from typing import Literal, TypeAlias

from generator.derive.measures.comparable import (
    ComparableSeries,
    MeasurePoint,
    targets_in_force,
    targets_of,
)
from generator.model.measures import Measure, Target
from generator.model.records import Amount
from generator.model.statuses import Tone

SERIES: tuple[tuple[str, Tone], ...] = (
    ("circle", "blue"),
    ("square", "amber"),
    ("triangle", "green"),
    ("star", "violet"),
    ("cross", "red"),
)

MarkLook: TypeAlias = Literal["hollow", "vague", "full"]


def series_look(measure: Measure, series: str | None) -> tuple[str, Tone]:
    """Return the shape and tone of a line: its series' place decides, whatever is visible."""
    names = [s.id for s in measure.series]
    return SERIES[names.index(series) % len(SERIES) if series in names else 0]


def mark_look(point: MeasurePoint, run: ComparableSeries) -> MarkLook:
    """Return how a point is filled: hollow where it is not compared, vague where it is."""
    if point in run.apart:
        return "hollow"
    return "vague" if point.record.qualifier else "full"


def bar_look(point: MeasurePoint, run: ComparableSeries) -> str:
    """Return how a bar is filled: apart where it is not compared, vague where it is no number."""
    look = mark_look(point, run)
    if look == "hollow":
        return "apart"
    return "vague" if len(extent(point.record)) > 1 else look


def extent(amount: Amount) -> tuple[Decimal, ...]:
    """Return the figures of an amount: its value, or the ends of its range."""
    return tuple(v for v in (amount.value, amount.low, amount.high) if v is not None)


def middle(amount: Amount) -> Decimal:
    """Return the middle of an amount."""
    values = extent(amount)
    return sum(values, Decimal(0)) / max(len(values), 1)


def drawn_targets(measure: Measure) -> tuple[Target, ...]:
    """Return the targets that a drawing can show: adopted ones, as a level of their own."""
    return tuple(t for t in targets_of(measure) if t.standing is None and not t.more)


def target_look(measure: Measure, target: Target) -> tuple[str, str, Tone]:
    """Return the shape, line and tone of a target: in ink or its series' tone while in force."""
    if target not in targets_in_force(measure):
        return "planned", "target-old", "quiet"
    names = {series.id for series in measure.series}
    is_of_one = len(target.series) == 1 and target.series[0] in names
    tone = series_look(measure, target.series[0])[1] if is_of_one else "ink"
    return "diamond", "target", tone
