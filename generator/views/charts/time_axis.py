"""The axis of time: where a day is, and which years are written below it."""

from dataclasses import dataclass
from datetime import date

from generator.model.dates import PartialDate
from generator.views.charts.shapes import Box, Label, Line, place
from generator.words.localization import Localization
from generator.words.message import ShortDate

STEPS = (1, 2, 5, 10, 20, 25, 50, 100)
MOST_MARKED_YEARS = 40


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
    """Return a small stroke below `y` at every labeled date; else at each turn of a year."""
    if {label.text for label in labels} == {words for _, words in dates}:
        places = [x for x, _ in dict.fromkeys(dates)]
    else:
        years = axis.years()
        places = [axis.at(d) for d in years] if len(years) <= MOST_MARKED_YEARS else []
    return tuple(Line(x, y, x, y + 4, "tick", "quiet") for x in places)


def date_labels(
    axis: TimeAxis,
    dates: list[tuple[float, str]],
    y: float,
    height: float,
    words: Localization,
) -> list[Label]:
    """Return labels of exactly the given places, or of round years where these have no room."""
    taken: list[Box] = []
    exact = []
    for x, written in dict.fromkeys(dates):
        found = place(_tick_candidates(x, written, y), taken, height)
        if found is None:
            return year_labels(axis, y, height, words)
        exact.append(found)
    return exact


def year_labels(axis: TimeAxis, y: float, height: float, words: Localization) -> list[Label]:
    """Return labels of round years in the smallest step that leaves room between them."""
    for step in STEPS:
        taken: list[Box] = []
        days = [date(year, 1, 1) for year in axis.span() if year % step == 0]
        days = [d for d in days if step == 1 or axis.holds(d, d)]
        spots = [(axis.at(d) if step > 1 else _heart(axis, d.year), str(d.year)) for d in days]
        found = [place(_tick_candidates(x, year, y), taken, height) for x, year in spots]
        made = [label for label in found if label]
        if len(made) == len(days):
            break
    return made if len(made) > 1 else _ends(axis, y, words)


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


def _tick_candidates(x: float, words: str, y: float) -> list[Label]:
    at_edge: list[Label] = [
        Label(x, y, words, "start", -8, look="tick"),
        Label(x, y, words, "end", 8, look="tick"),
    ]
    return [Label(x, y, words, look="tick"), *at_edge]
