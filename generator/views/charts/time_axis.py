"""The axis of time: where a day is, and which years are written below it."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from operator import attrgetter

from generator.model.dates import PartialDate
from generator.views.charts.shapes import (
    CHARACTER,
    NARROWEST,
    Label,
    Line,
    box_of,
    columns,
)
from generator.words.localization import Localization
from generator.words.message import ShortDate

STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
DAYS_OF_A_YEAR = 365.25
EVERY_YEARS = (1, 2, 3, 4, 5, 10, 20, 50)
MOST_MARKED_YEARS = 40
ROOMY = 480
"""Units across that a chart has at least where roomy labels are shown."""
APART = 6
"""Units between two labels of an axis."""
FEWEST_EVEN = 2
"""Gaps from which places can be even."""
UNEVEN = 1.5
"""How many times the shortest gap between even places is the longest."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last` between two places, in percents of the width."""

    first: date
    last: date
    left: float = 6
    right: float = 94

    def at(self, day: date) -> float:
        """Return the place of a day; days outside are at the nearer end."""
        within = min(max(day, self.first), self.last)
        span = max((self.last - self.first).days, 1)
        share = (within - self.first).days / span
        return round(self.left + share * (self.right - self.left), 2)

    def share(self, days: float) -> float:
        """Return how much of the width some days take, whether or not the axis has as many."""
        return days / max((self.last - self.first).days, 1) * (self.right - self.left)

    def middle(self, first: date, last: date) -> float:
        """Return the place between two days."""
        return round((self.at(first) + self.at(last)) / 2, 2)

    def holds(self, first: date, last: date) -> bool:
        """Return whether both days lie on the axis."""
        return self.first <= first and last <= self.last

    def span(self) -> range:
        """Return the years of which the axis shows something."""
        return range(self.first.year, self.last.year + 1)

    def years(self) -> list[date]:
        """Return every first of January on the axis."""
        found = [date(year, 1, 1) for year in self.span()]
        return [day for day in found if self.first <= day <= self.last]


def tick_marks(
    axis: TimeAxis, dates: list[tuple[float, str]], labels: list[Label], y: float
) -> tuple[Line, ...]:
    """Return a small stroke below `y` at every date, if dates are labeled; else at years' turns."""
    if {label.text for label in labels} <= {words for _, words in dates}:
        places = [x for x, _ in dict.fromkeys(dates)]
    else:
        years = axis.years()
        places = [axis.at(d) for d in years] if len(years) <= MOST_MARKED_YEARS else []
    return tuple(Line(x, y, x, y + 4, "tick", "quiet") for x in places)


def date_labels(
    axis: TimeAxis,
    dates: list[tuple[float, str]],
    y: float,
    words: Localization,
) -> list[Label]:
    """Return labels of the given places: of all, or of every so many where these are even.

    They are of round years where neither has room. Labels of even places that have room only in a
    wider drawing are shown there.
    """
    spots = sorted(dict.fromkeys(dates))
    steps = _steps(axis, spots)
    for step in steps:
        if shown := _all_placed(_every(spots, step), y, NARROWEST):
            return [*shown, *_roomy(spots, step, steps, y)]
    return year_labels(axis, y, words)


def _steps(axis: TimeAxis, spots: list[tuple[float, str]]) -> list[int]:
    """Return every how many of some places may be written; all, where they are not even.

    Of quarters and months these are the same ones in each year, or in every so many years.
    """
    gaps = [after[0] - before[0] for before, after in pairwise(spots)]
    if len(gaps) < FEWEST_EVEN or max(gaps) > UNEVEN * min(gaps):
        return [1]
    a_year = axis.share(DAYS_OF_A_YEAR) * len(gaps) / sum(gaps)
    of_a_year = max(round(a_year), 1)
    parts = [step for step in range(1, of_a_year) if of_a_year % step == 0]
    steps = [*parts, *(of_a_year * years for years in EVERY_YEARS)]
    return [step for step in steps if step < len(spots)]


def _roomy(spots: list[tuple[float, str]], narrow: int, steps: list[int], y: float) -> list[Label]:
    """Return the labels between those at each `narrow` place for which a wider drawing has room."""
    for step in (step for step in steps if step < narrow and narrow % step == 0):
        if shown := _all_placed(_every(spots, step), y, ROOMY):
            kept = {words for _, words in _every(spots, narrow)}
            return [replace(label, roomy=True) for label in shown if label.text not in kept]
    return []


def _every(spots: list[tuple[float, str]], step: int) -> list[tuple[float, str]]:
    """Return every so many places, the last among them."""
    return spots[(len(spots) - 1) % step :: step]


def _all_placed(spots: list[tuple[float, str]], y: float, width: float) -> list[Label] | None:
    """Return a label in the middle below each place, if they all have room; else None.

    The first and the last are moved inside the drawing where they would reach beyond it.
    """
    labels = [_inside(Label(x, y, words, look="tick"), width) for x, words in spots]
    boxes = sorted((box_of(label, width) for label in labels), key=attrgetter("left"))
    meet = any(box.right + APART > after.left for box, after in pairwise(boxes))
    fit = all(box.left >= 0 and box.right <= width for box in boxes)
    return labels if fit and not meet else None


def _inside(label: Label, width: float) -> Label:
    """Return a label that begins or ends at the edge where its middle is too near to that."""
    at, half = label.x * width / 100, columns(label.text) * CHARACTER / 2
    if at < half:
        return replace(label, anchor="start", shift=-round(at, 2))
    if at > width - half:
        return replace(label, anchor="end", shift=round(width - at, 2))
    return label


def year_labels(axis: TimeAxis, y: float, words: Localization) -> list[Label]:
    """Return labels of round years in the smallest step that leaves room between them."""
    for step in STEPS:
        days = [date(year, 1, 1) for year in axis.span() if year % step == 0]
        days = [d for d in days if step == 1 or axis.holds(d, d)]
        spots = [(axis.at(d) if step > 1 else _heart(axis, d.year), str(d.year)) for d in days]
        if shown := _all_placed(spots, y, NARROWEST):
            return shown if len(shown) > 1 else _ends(axis, y, words)
    return _ends(axis, y, words)


def _heart(axis: TimeAxis, year: int) -> float:
    """Return the middle of what the axis shows of a year."""
    return axis.middle(max(date(year, 1, 1), axis.first), min(date(year, 12, 31), axis.last))


def _ends(axis: TimeAxis, y: float, words: Localization) -> list[Label]:
    """Return the months in which an axis begins and ends that holds no turn of a year."""
    months = [PartialDate(day.isoformat()[:7]) for day in (axis.first, axis.last)]
    first, last = (words(ShortDate(month)) for month in months)
    return [
        Label(axis.left, y, first, "start", look="tick"),
        Label(axis.right, y, last, "end", look="tick"),
    ]
