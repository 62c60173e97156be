"""The budget cycle as of a day: what is owed, answered and missed (docs/model.md, 15)."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
        if milestone.owed and _opens(milestone) <= day <= milestone.due.last(OPEN_END):
            return milestone
    return None


HALF_A_YEAR = timedelta(days=182)
"""How far from the day it is due a milestone may be spoken of, where nothing else bounds it."""


@dataclass(frozen=True, slots=True)
class AnsweringDays:
    """The days of which an update that answers a milestone may well speak."""

    first: date
    last: date

    def meet(self, when: PartialDate) -> bool:
        """Return whether a date may mean one of them."""
        return when.first() <= self.last and self.first <= when.last(OPEN_END)


def answering_days(calendar: Calendar) -> dict[str, AnsweringDays]:
    """Return by milestone the days of which its updates may well speak, in the order of due days.

    They begin where the milestone opens; without that word halfway from the owed one before, half
    a year ahead at most. They end where those of the next owed one begin, half a year after it was
    due at the latest.
    """
    found: dict[str, AnsweringDays] = {}
    before: Milestone | None = None
    for milestone in in_due_order(calendar.milestones):
        first = _speaks_from(milestone, before if milestone.owed else None)
        found[milestone.id] = AnsweringDays(first, _later(milestone.due.last(OPEN_END)))
        if milestone.owed:
            if before:
                found[before.id] = _until(found[before.id], before, first)
            before = milestone
    return found


def _speaks_from(milestone: Milestone, before: Milestone | None) -> date:
    if milestone.opens:
        return milestone.opens.first()
    due = milestone.due.first()
    ahead = min(due - date.min, HALF_A_YEAR)
    if before:
        ahead = min(ahead, max(due - before.due.last(OPEN_END), timedelta()) / 2)
    return due - ahead


def _until(days: AnsweringDays, milestone: Milestone, following: date) -> AnsweringDays:
    """Return the days up to those of the next milestone; none before it was due are lost."""
    due = milestone.due.last(OPEN_END)
    last = due if following <= due else min(days.last, following - timedelta(days=1))
    return AnsweringDays(days.first, last)


def _later(day: date) -> date:
    return day + min(date.max - day, HALF_A_YEAR)


def due_now(calendar: Calendar, day: date) -> Milestone | None:
    """Return the milestone that an update of `day` answers: open, or past due and not yet followed.

    None between milestones, where there is nothing to answer.
    """
    spans = answering_days(calendar)
    begun = [m for m in in_due_order(calendar.milestones) if m.owed and _opens(m) <= day]
    return begun[-1] if begun and day <= spans[begun[-1].id].last else None


def _opens(milestone: Milestone) -> date:
    return (milestone.opens or milestone.due).first()


def in_offered_order(calendar: Calendar, day: date) -> list[Milestone]:
    """Return the milestones as lists offer them: the one that is due now, then the newest first."""
    now = due_now(calendar, day)
    newest_first = in_due_order(calendar.milestones)[::-1]
    return sorted(newest_first, key=lambda milestone: milestone is not now)


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
