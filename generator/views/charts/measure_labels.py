"""Where the words of a measure's chart are: beside what they name, never over one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from generator.views.charts.shapes import (
    NARROWEST,
    Bar,
    Box,
    Label,
    Lettering,
    Mark,
    box_of,
    on_either_side,
    placed,
)
from generator.views.charts.time_axis import ROOMY, TimeAxis, date_labels, tick_marks
from generator.words.localization import Localization
from generator.words.message import Period, Text, msg

RADIUS = 6
MOST_LABELLED = 12
"""Points up to which every one has its figure beside it; of more, the outstanding ones."""
BELOW_FOOT, BELOW_YEARS = 32.0, 12.0
"""How far above the end of a chart its foot is, and the words of its axis."""


@dataclass(frozen=True, slots=True)
class ChartLetterer:
    """Places the words of a measure's chart: dates below it, names of lines, figures.

    The dates come first: they say when. What has room only in a wider drawing is shown there.
    """

    axis: TimeAxis
    height: float
    dates: Sequence[tuple[float, Period]]
    """When the points are, each with its place."""
    names: Sequence[tuple[Sequence[Mark], str]]
    """The points of each line with its name."""
    bars: Sequence[Bar]
    marks: Sequence[Mark]

    def __call__(self, words: Localization) -> Lettering:
        """Return the labels that have room, and the strokes at the dates."""
        written = [(x, words(_short(date))) for x, date in self.dates]
        dates = date_labels(self.axis, written, self.height - BELOW_YEARS, words)
        narrow, wide = (self._taken(dates, width) for width in (NARROWEST, ROOMY))
        labels = placed(self._wanted(words), narrow, wide, self.height, ROOMY)
        strokes = tick_marks(self.axis, written, dates, self.height - BELOW_FOOT)
        return Lettering((*dates, *labels), strokes)

    def _wanted(self, words: Localization) -> list[list[Label]]:
        """Return the places each label may take, the best first, the most telling label first."""
        return [
            *(
                [label for mark in mine for label in _beside(mark, name)]
                for mine, name in self.names
            ),
            *(_around(mark, words(_named(mark))) for mark in self._by_weight()),
        ]

    def _taken(self, dates: Sequence[Label], width: float) -> list[Box]:
        """Return the room that is taken in a drawing of `width` units."""
        share = width / 100
        return [
            *(
                Box(m.x * share - RADIUS, m.y - RADIUS, m.x * share + RADIUS, m.y + RADIUS)
                for m in self.marks
            ),
            *(Box(b.x * share, b.y, (b.x + b.width) * share, b.y + b.height) for b in self.bars),
            *(box_of(label, width) for label in dates),
        ]

    def _by_weight(self) -> list[Mark]:
        """Return what gets a figure, the most telling first: targets, the ends, the extremes."""
        tops = [
            Mark(round(b.x + b.width / 2, 2), b.y, "circle", b.tone, says=b.says) for b in self.bars
        ]
        points = [*tops, *(m for m in self.marks if m.shape not in {"diamond", "planned"})]
        targets = [m for m in self.marks if m.shape in {"diamond", "planned"}]
        if not points:
            return targets
        height = attrgetter("y")
        in_time = sorted(points, key=lambda m: (m.x, m.y))
        changed = [in_time[-1], in_time[0], min(points, key=height), max(points, key=height)]
        rest = in_time if len(points) <= MOST_LABELLED else []
        return list(dict.fromkeys([*targets, *changed, *rest]))


def _short(period: Period) -> Text:
    """Return a period for an axis; a year that is in two calendar years by both."""
    when = period.date
    first, last = when.first(), when.last(date.min)
    is_whole = not when.approximate and first.day == 1 and (last + timedelta(1)).day == 1
    if is_whole and (last.year, last.month) == (first.year + 1, first.month - 1):
        return msg("chart-two-years", first=str(first.year), last=f"{last.year % 100:02}")
    return period


def _named(mark: Mark) -> Text:
    """Return the figure of a mark, with what it is where that is no point."""
    match mark.shape:
        case "diamond":
            return msg("chart-label-target", figure=mark.says)
        case "planned":
            return msg("chart-label-earlier-target", figure=mark.says)
        case "ring":
            return msg("chart-label-baseline", figure=mark.says)
    return mark.says


def _around(mark: Mark, words: str) -> list[Label]:
    above, below = mark.y - 10, mark.y + 19
    return [
        *on_either_side(Label(mark.x, above, words, tone=mark.tone), 8),
        Label(mark.x, mark.y + 4, words, "end", -10, tone=mark.tone),
        Label(mark.x, mark.y + 4, words, "start", 10, tone=mark.tone),
        *on_either_side(Label(mark.x, below, words, tone=mark.tone), 8),
        Label(mark.x, below + 15, words, "end", 8, tone=mark.tone),
    ]


def _beside(mark: Mark, name: str) -> list[Label]:
    rows = (mark.y - 25, mark.y + 34, mark.y - 10, mark.y + 19)
    named = (Label(mark.x, y, name, look="name", tone=mark.tone) for y in rows)
    return [label for one in named for label in on_either_side(one, 8)]
