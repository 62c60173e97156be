"""Swimlanes: timelines below one axis of time, each with its name beside or above it.

Years of the calendar begin with a line through all lanes; every other fiscal year is shaded, and
budget cycles and the day as of which all holds are lines as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial

from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.model.cycles import Cycle
from generator.model.dates import PartialDate
from generator.model.fiscal_years import fiscal_start, in_one_year, last_day
from generator.model.report import Report
from generator.views.charts.shapes import (
    Box,
    Drawing,
    KeyEntry,
    Label,
    Letterer,
    Lettering,
    on_either_side,
    place,
)
from generator.views.charts.time_axis import STEPS, TimeAxis
from generator.words.localization import Localization
from generator.words.message import DayOfYear, Text, msg

ROOMY = 480
"""Units across from which the roomy labels are shown."""

LEFT, RIGHT = 2.5, 97.5
CYCLES, AS_OF, YEARS, AXIS_HEIGHT = 12.0, 28.0, 44.0, 52.0


@dataclass(frozen=True, slots=True)
class VerticalLine:
    """A line down through the axis and every lane."""

    x: float
    look: str
    """`cycle`, `year` or `as-of`."""


@dataclass(frozen=True, slots=True)
class Band:
    """A fiscal year that is shaded through the axis and every lane."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Swimlane:
    """One timeline with its name; `target` is the page it leads to, if any."""

    name: Text
    target: str
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class SwimlaneScale:
    """The axis and the report that all lanes of a chart share."""

    report: Report
    as_of: PartialDate
    axis: TimeAxis
    roomy: float = ROOMY
    """Units across that a strip has at least where roomy labels are shown."""

    @property
    def day(self) -> date:
        """Return the last day that is shown."""
        return self.as_of.last(self.report.about.as_of)


@dataclass(frozen=True, slots=True)
class SwimlaneChart:
    """Lanes below an axis."""

    id: str
    note: Text
    """What the lines mean."""
    axis_height: float
    axis_letterer: Letterer = field(compare=False)
    bands: tuple[Band, ...]
    rules: tuple[VerticalLine, ...]
    lanes: tuple[Swimlane, ...]
    key: tuple[KeyEntry, ...]


def fiscal_axis(report: Report, first: date, last: date) -> TimeAxis:
    """Return the axis of whole fiscal years that holds both days."""
    start = fiscal_start(report.about, first)
    end = last_day(report.about, fiscal_start(report.about, last).year, 1)
    return TimeAxis(start, end, LEFT, RIGHT)


def swimlane_chart(
    frame: SwimlaneScale, chart_id: str, lanes: tuple[Swimlane, ...]
) -> SwimlaneChart:
    """Return lanes below their axis; the key is added by whoever knows what is drawn."""
    report, axis, day = frame.report, frame.axis, frame.day
    cycles = [c.begins for c in report.calendar.cycles if axis.holds(c.begins, c.begins)]
    return SwimlaneChart(
        id=chart_id,
        note=_note(frame, with_cycles=bool(cycles)),
        axis_height=AXIS_HEIGHT,
        axis_letterer=partial(
            _axis_lettering, axis, (day, frame.as_of), frame.roomy, _named_cycles(report)
        ),
        bands=() if in_one_year(report.about) else _bands(axis),
        rules=(
            *(VerticalLine(axis.at(begins), "year") for begins in axis.years()),
            *(VerticalLine(axis.at(begins), "cycle") for begins in cycles),
            VerticalLine(axis.at(day), "as-of"),
        ),
        lanes=lanes,
        key=(),
    )


def _note(frame: SwimlaneScale, *, with_cycles: bool) -> Text:
    """Return what lines and shades mean."""
    years = "calendar" if in_one_year(frame.report.about) else "fiscal"
    begins = DayOfYear(frame.axis.first.month, frame.axis.first.day)
    which = f"{years}-cycles" if with_cycles else years
    return msg(f"timeline-note-{which}", start=begins, day=frame.as_of)


def _bands(axis: TimeAxis) -> tuple[Band, ...]:
    """Return every other fiscal year, of which the axis holds whole ones."""
    starts = _year_starts(axis)
    ends = [*starts[1:], axis.last]
    spans = [(axis.at(start), axis.at(end)) for start, end in zip(starts, ends, strict=True)]
    return tuple(Band(left, round(right - left, 2)) for left, right in spans[::2])


NamedCycles = tuple[tuple[Cycle, Text], ...]


def _named_cycles(report: Report) -> NamedCycles:
    """Return every budget cycle with what it is called."""
    return tuple((cycle, fiscal_words(report, cycle.id)) for cycle in report.calendar.cycles)


def _year_starts(axis: TimeAxis) -> list[date]:
    """Return the first day of every fiscal year on an axis, which begins with one."""
    years = range(axis.first.year, axis.last.year + 1)
    starts = [axis.first.replace(year=year) for year in years]
    return [start for start in starts if start <= axis.last]


# Hundreds of initiatives have a roadmap of the same years.
@lru_cache(maxsize=256)
def _axis_lettering(
    axis: TimeAxis,
    as_of: tuple[date, PartialDate],
    roomy: float,
    cycles: NamedCycles,
    words: Localization,
) -> Lettering:
    day, said = as_of
    held = words(msg("common-as-of", date=said))
    label = place(on_either_side(Label(axis.at(day), AS_OF, held), 4), [], AXIS_HEIGHT)
    return Lettering(
        (
            *((label,) if label else ()),
            *_year_labels(axis, roomy),
            *_cycle_labels(axis, roomy, [(cycle, words(name)) for cycle, name in cycles]),
        )
    )


def _year_labels(axis: TimeAxis, roomy: float) -> list[Label]:
    """Return the years that fit a narrow drawing, and those for which a wider one has room too."""
    starts = axis.years()
    for step in STEPS:
        taken: list[Box] = []
        wanted = [s for s in starts if s.year % step == 0]
        always = [place(_year(axis, s), taken, AXIS_HEIGHT) for s in wanted]
        if all(always):
            break
    shown = [label for label in always if label]
    wider: list[Box] = []
    for label in shown:
        place([label], wider, AXIS_HEIGHT, roomy)
    others = [
        place(_year(axis, s, roomy=True), wider, AXIS_HEIGHT, roomy)
        for s in starts
        if s not in wanted
    ]
    return [*shown, *(label for label in others if label)]


def _year(axis: TimeAxis, start: date, *, roomy: bool = False) -> list[Label]:
    x, words = axis.at(start), str(start.year)
    return [
        Label(x, YEARS, words, look="tick", roomy=roomy),
        Label(x, YEARS, words, "start", -6, look="tick", roomy=roomy),
        Label(x, YEARS, words, "end", 6, look="tick", roomy=roomy),
    ]


def _cycle_labels(axis: TimeAxis, roomy: float, cycles: Sequence[tuple[Cycle, str]]) -> list[Label]:
    taken: list[Box] = []
    labels = [
        Label(axis.middle(cycle.begins, cycle.ends), CYCLES, words, roomy=True)
        for cycle, words in cycles
        if axis.holds(cycle.begins, cycle.ends)
    ]
    found = [place([label], taken, AXIS_HEIGHT, roomy) for label in labels]
    return [label for label in found if label]
