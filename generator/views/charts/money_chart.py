"""Money by period: what is planned or adopted as wide bars, what is forecast or spent in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from generator.derive.money.sums import Sum, exactly
from generator.model.keys import FundingState
from generator.model.statuses import Tone
from generator.views.charts.shapes import (
    Bar,
    Box,
    Drawing,
    KeyEntry,
    Label,
    Lettering,
    Line,
    box_of,
    place,
)
from generator.views.charts.swimlanes import ROOMY
from generator.words.key_labels import key_label
from generator.words.localization import Localization
from generator.words.message import Text, msg

HEIGHT, TOP, FOOT, PERIODS = 190.0, 24.0, 164.0, 182.0
LEFT, RIGHT = 17.0, 99.0
"""Between them are the bars; on the left is room for the figures of the scale."""
SHARE = 0.86
"""How much of a period's room its bars take, and how much of a wide bar's a narrow one in it."""
NARROW = 0.44
MOST_STEPS = 4

_LOOKS: Mapping[FundingState, tuple[str, Tone]] = {
    FundingState.REQUESTED: ("phase", "quiet"),
    FundingState.PLANNED: ("apart", "quiet"),
    FundingState.FORECAST: ("schedule", "violet"),
    FundingState.ADOPTED: ("vague", "blue"),
    FundingState.SPENT: ("full", "ink"),
}
_SLOTS: tuple[tuple[FundingState, FundingState | None], ...] = (
    (FundingState.REQUESTED, None),
    (FundingState.PLANNED, FundingState.FORECAST),
    (FundingState.ADOPTED, FundingState.SPENT),
)
"""What is beside each other: a wide bar, and the narrow one that is measured by it."""


@dataclass(frozen=True, slots=True)
class PeriodOfMoney:
    """The sums of one period, by stage, in one currency."""

    name: str
    sums: Mapping[FundingState, Sum]


def money_chart(
    periods: Sequence[PeriodOfMoney], unit: Decimal, title: Text, sentences: tuple[Text, ...]
) -> Drawing:
    """Return sums as bars by period, on a scale that counts in `unit`.

    `sentences` say what the drawing shows. Negative sums, which correct others, have no bar.
    """
    highest = max((s.figure for p in periods for s in p.sums.values()), default=Decimal(0))
    step = _step(highest)
    top = max(step, (highest / step).to_integral_value(ROUND_CEILING) * step)
    slots = [slot for slot in _SLOTS if any(s in p.sums for p in periods for s in slot if s)]
    scale = _Scale(len(periods), len(slots), top)
    bars = [bar for n, p in enumerate(periods) for bar in _bars(scale, slots, n, p)]
    steps = [step * n for n in range(1, int(top / step) + 1)]
    return Drawing(
        title=title,
        description=sentences,
        height=HEIGHT,
        bars=tuple(bars),
        lines=(
            *(
                Line(LEFT, scale.y(value), RIGHT, scale.y(value), "rule", "quiet")
                for value in steps
            ),
            Line(LEFT, FOOT, RIGHT, FOOT, "axis", "quiet"),
        ),
        letterer=_Letterer(tuple(p.name for p in periods), scale, tuple(steps), unit),
        key=tuple(_key(periods)),
    )


def _step(highest: Decimal) -> Decimal:
    """Return the round step by which at most so many lines show how high bars are."""
    least = max(highest, Decimal(1)) / MOST_STEPS
    power = Decimal(1).scaleb(least.adjusted())
    return next(exactly(power * n) for n in (1, 2, 5, 10) if power * n >= least)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where periods, slots in them, and sums are."""

    periods: int
    slots: int
    top: Decimal

    def left(self, period: int, slot: int = 0) -> float:
        """Return where a slot of a period begins."""
        room = (RIGHT - LEFT) / self.periods
        return LEFT + room * (period + (1 - SHARE) / 2) + slot * self.width

    @property
    def width(self) -> float:
        """Return how wide a slot is."""
        return (RIGHT - LEFT) / self.periods * SHARE / max(self.slots, 1)

    def middle(self, period: int) -> float:
        """Return the middle of a period."""
        return round(LEFT + (RIGHT - LEFT) / self.periods * (period + 0.5), 2)

    def y(self, value: Decimal) -> float:
        """Return how far down a sum is."""
        return round(FOOT - float(value / self.top) * (FOOT - TOP), 2)


def _bars(
    scale: _Scale,
    slots: Sequence[tuple[FundingState, FundingState | None]],
    number: int,
    period: PeriodOfMoney,
) -> Iterator[Bar]:
    for place_in, slot in enumerate(slots):
        for state, share in zip(slot, (0.92, NARROW), strict=True):
            found = period.sums.get(state) if state else None
            if found and state and found.figure > 0:
                look, tone = _LOOKS[state]
                width = scale.width * share
                x = scale.left(number, place_in) + (scale.width - width) / 2
                y = scale.y(found.figure)
                says = found.figure
                yield Bar(round(x, 2), y, round(width, 2), round(FOOT - y, 2), look, tone, says)


def _key(periods: Sequence[PeriodOfMoney]) -> Iterator[KeyEntry]:
    """Yield what the looks of bars mean, those that occur."""
    for state, (look, tone) in _LOOKS.items():
        if any(state in period.sums for period in periods):
            narrow = state in (FundingState.SPENT, FundingState.FORECAST)
            text = msg("money-chart-key-narrow", stage=key_label(state)) if narrow else None
            yield KeyEntry(text or key_label(state), tone, bar=look)


@dataclass(frozen=True, slots=True)
class _Letterer:
    """Places the words: periods below, the figures of the scale on the left."""

    names: tuple[str, ...]
    scale: _Scale
    steps: tuple[Decimal, ...]
    unit: Decimal

    def __call__(self, words: Localization) -> Lettering:
        """Return the labels that have room; of the periods every so many, where room is scarce."""
        narrow: list[Box] = []
        figures = [
            Label(LEFT, self.scale.y(v) + 4, words(exactly(v / self.unit)), "end", -6, look="tick")
            for v in self.steps
        ]
        shown = [label for label in figures if place([label], narrow, HEIGHT)]
        wanted = [
            Label(self.scale.middle(n), PERIODS, name, look="tick")
            for n, name in enumerate(self.names)
        ]
        every = 1
        while True:
            taken = list(narrow)
            chosen = [label for label in wanted[::every] if place([label], taken, HEIGHT)]
            if len(chosen) == len(wanted[::every]) or every > len(wanted):
                break
            every += 1
        wide = [box_of(label, ROOMY) for label in (*shown, *chosen)]
        others = [replace(one, roomy=True) for one in wanted if one not in chosen]
        roomy = [label for label in others if place([label], wide, HEIGHT, ROOMY)]
        return Lettering((*shown, *chosen, *roomy))
