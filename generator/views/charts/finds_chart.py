"""How old what is known is, as a small drawing: the newest find of each initiative, by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.snapshot.totals import YearOfFinds
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
    on_either_side,
    place,
)
from generator.views.charts.swimlanes import ROOMY
from generator.views.charts.time_axis import STEPS, TimeAxis
from generator.words.localization import Localization
from generator.words.message import Text, msg

HEIGHT, TOP, FOOT, YEARS = 140.0, 22.0, 112.0, 130.0
RIGHT_OF_YEARS, NEVER = 85.0, (90.0, 98.0)
"""Where the years end, and where the bar is of those about which nothing was found."""
BAR_OF_A_YEAR = 0.7


@dataclass(frozen=True, slots=True)
class _Column:
    """One pile of initiatives: how many of each look there are, from its foot up."""

    year: int | None
    """None for those about which nothing was found."""
    left: float
    right: float
    piles: tuple[tuple[str, Tone, int], ...]

    @property
    def total(self) -> int:
        """Return how many initiatives it has."""
        return sum(count for _, _, count in self.piles)

    @property
    def middle(self) -> float:
        """Return where its middle is."""
        return round((self.left + self.right) / 2, 2)


def finds_chart(years: Sequence[YearOfFinds], never: int, sentences: tuple[Text, ...]) -> Drawing:
    """Return the newest finds as bars by year; `never` initiatives have none.

    `sentences` say what the drawing shows.
    """
    right = RIGHT_OF_YEARS if never else NEVER[1]
    axis = TimeAxis(date(years[0].year, 1, 1), date(years[-1].year, 12, 31), 2, right)
    columns = [_year(axis, year) for year in years]
    if never:
        columns.append(_Column(None, *NEVER, (("vague", "quiet", never),)))
    highest = max(column.total for column in columns) or 1
    return Drawing(
        title=msg("age-chart-title"),
        description=sentences,
        height=HEIGHT,
        bars=tuple(bar for column in columns for bar in _bars(column, highest)),
        lines=(Line(0, FOOT, 100, FOOT, "axis", "quiet"),),
        letterer=_Letterer(tuple(columns), highest),
        key=tuple(_key(columns)),
    )


def _year(axis: TimeAxis, finds: YearOfFinds) -> _Column:
    left, right = axis.at(date(finds.year, 1, 1)), axis.at(date(finds.year, 12, 31))
    margin = (right - left) * (1 - BAR_OF_A_YEAR) / 2
    piles: tuple[tuple[str, Tone, int], ...] = (
        ("full", "blue", finds.with_update),
        ("apart", "blue", finds.only_related),
    )
    return _Column(finds.year, round(left + margin, 2), round(right - margin, 2), piles)


def _bars(column: _Column, highest: int) -> Iterator[Bar]:
    foot = FOOT
    for look, tone, count in column.piles:
        if count:
            height = round(_height(count, highest), 2)
            foot = round(foot - height, 2)
            width = round(column.right - column.left, 2)
            yield Bar(column.left, foot, width, height, look, tone, count)


def _height(count: int, highest: int) -> float:
    return count / highest * (FOOT - TOP)


def _key(columns: Sequence[_Column]) -> Iterator[KeyEntry]:
    """Yield what the looks of bars mean, those that occur."""
    seen = {(look, tone) for column in columns for look, tone, count in column.piles if count}
    looks: tuple[tuple[str, Tone], ...] = (("full", "blue"), ("apart", "blue"), ("vague", "quiet"))
    for look, tone in looks:
        if (look, tone) in seen:
            yield KeyEntry(msg(f"age-chart-key-{look}"), tone, bar=look)


@dataclass(frozen=True, slots=True)
class _Letterer:
    """Places the words: years below, how many initiatives above each bar."""

    columns: tuple[_Column, ...]
    highest: int

    def __call__(self, words: Localization) -> Lettering:
        """Return the labels that have room; of the years every so many, and more where it is wider.

        The years are in the smallest step that leaves room between them.
        """
        narrow: list[Box] = []
        always = [found for label in self._always(words) if (found := place(label, narrow, HEIGHT))]
        for step in STEPS:
            taken = list(narrow)
            wanted = [_year_label(c) for c in self.columns if c.year and c.year % step == 0]
            years = [found for label in wanted if (found := place([label], taken, HEIGHT))]
            if len(years) == len(wanted):
                break
        wide = [box_of(label, ROOMY) for label in (*always, *years)]
        others = (replace(_year_label(c), roomy=True) for c in self.columns if c.year)
        roomy = [found for label in others if (found := place([label], wide, HEIGHT, ROOMY))]
        return Lettering((*always, *years, *roomy))

    def _always(self, words: Localization) -> Iterator[list[Label]]:
        """Yield how many initiatives each bar has, and what the last one is called."""
        for column in self.columns:
            if column.total:
                y = FOOT - _height(column.total, self.highest) - 5
                yield [Label(column.middle, round(y, 2), words(column.total))]
            if column.year is None:
                name = Label(column.middle, YEARS, words(msg("age-chart-never")), look="tick")
                yield on_either_side(name, 10)


def _year_label(column: _Column) -> Label:
    return Label(column.middle, YEARS, str(column.year), look="tick")
