"""The budget cycle as of a day: what is owed, answered and missed (docs/model.md, 15)."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from generator.model.cycles import Calendar, Cycle, Milestone
from generator.model.dates import PartialDate
from generator.model.fiscal_years import fiscal_start
from generator.model.report import Report
from generator.model.updates import Update

OPEN_END = date.max


def in_due_order(milestones: Sequence[Milestone]) -> list[Milestone]:
    """Return the milestones by the last day each may fall due."""
    return sorted(milestones, key=lambda m: (m.due.last(OPEN_END), m.due.first(), m.id))


def passed(calendar: Calendar, day: date) -> list[Milestone]:
    """Return the owed milestones that were certainly due by `day`, in order."""
    return [m for m in in_due_order(calendar.milestones) if m.owed and m.due.last(OPEN_END) <= day]


def owed_since(calendar: Calendar, proposed: PartialDate, day: date) -> list[Milestone]:
    """Return the owed milestones that fell due after the proposal and by `day`, in order."""
    known_by = proposed.last(day)
    return [m for m in passed(calendar, day) if m.due.last(OPEN_END) > known_by]


def answers(update: Update, milestone: Milestone, calendar: Calendar, day: date) -> bool:
    """Return whether the update answers the milestone, as known on `day`.

    It answers its own owed milestone, all before it, and all due by the time it describes; a time
    without a known end reaches to `day` (docs/model.md, 3).
    """
    due = milestone.due.last(OPEN_END)
    own = next((m for m in calendar.milestones if m.owed and m.id == update.milestone), None)
    if own is not None and due <= own.due.last(OPEN_END):
        return True
    return due <= update.as_of.last(day)


def open_window(calendar: Calendar, day: date) -> Milestone | None:
    """Return the first owed milestone whose time for posting holds `day`."""
    for milestone in in_due_order(calendar.milestones):
        begins = (milestone.opens or milestone.due).first()
        if milestone.owed and begins <= day <= milestone.due.last(OPEN_END):
            return milestone
    return None


def cycle_on(calendar: Calendar, day: date) -> Cycle | None:
    """Return the budget cycle that holds `day`, if one is listed."""
    return next((c for c in calendar.cycles if c.begins <= day <= c.ends), None)


def cycle_after(calendar: Calendar, day: date) -> Cycle | None:
    """Return the first listed cycle that begins after `day`."""
    later = [c for c in calendar.cycles if c.begins > day]
    return min(later, key=lambda c: c.begins, default=None)


def keeps_cycles(report: Report) -> bool:
    """Return whether the organization has budget cycles; where it has none, nothing names them."""
    return report.about.cycle_years is not None or bool(report.calendar.cycles)


def has_calendar(report: Report) -> bool:
    """Return whether there is anything to say of milestones or budget cycles."""
    return bool(report.calendar.milestones or report.calendar.cycles)


def beyond_calendar(calendar: Calendar, day: date) -> bool:
    """Return whether `day` lies after the end of the last listed cycle."""
    return bool(calendar.cycles) and day > max(c.ends for c in calendar.cycles)


def whole_cycles(start: date, end: date, cycle_years: int | None) -> int:
    """Return how many whole cycle lengths lie between two days.

    It is 0 where `end` is not later, and where there are no cycles.
    """
    if cycle_years is None:
        return 0
    years = end.year - start.year - ((end.month, end.day) < (start.month, start.day))
    return max(years, 0) // cycle_years


def cycle_later(day: date, cycle_years: int) -> date:
    """Return the day a whole cycle length after another; at the end of time the last there is."""
    year = day.year + cycle_years
    if year > date.max.year:
        return date.max
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def newest_full_cycle(report: Report, day: date) -> date:
    """Return the first day of the newest budget cycle that has wholly passed by `day`.

    After the last listed cycle others follow by rule. Where none is listed that has passed, it is
    as many whole fiscal years as a cycle has, up to the one that holds `day`; one of an
    organization without cycles.
    """
    years = report.about.cycle_years or 1
    ended = [c for c in report.calendar.cycles if c.ends < day]
    if not ended:
        begins = fiscal_start(report.about, day)
        return begins.replace(year=max(begins.year - years, date.min.year))
    begins = max(ended, key=lambda c: c.ends).begins
    if beyond_calendar(report.calendar, day):
        while cycle_later(begins, 2 * years) <= day:
            begins = cycle_later(begins, years)
    return begins
