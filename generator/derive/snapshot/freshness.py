"""Freshness: how the newest update relates to the budget-cycle milestones (docs/model.md, 15)."""

from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.budget_cycle import (
    OPEN_END,
    answers,
    beyond_calendar,
    cycle_later,
    in_due_order,
    open_window,
    owed_since,
    whole_cycles,
)
from generator.model.cycles import Milestone
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.model.statuses import Freshness
from generator.model.updates import Update

STALE_AFTER = 2
"""Missed milestones from which an update counts as out of date."""


@dataclass(frozen=True, slots=True)
class OwedMilestones:
    """The milestones that were owed and those of them that were missed, oldest first."""

    owed: tuple[Milestone, ...]
    missed: tuple[Milestone, ...]


def owed_milestones(
    report: Report, proposed: PartialDate, updates: tuple[Update, ...], day: date
) -> OwedMilestones:
    """Return which milestones an initiative owed by `day` and which no update answers.

    An update answers for the milestones before its own too: only what came since can be missed.
    """
    owed = tuple(owed_since(report.calendar, proposed, day))
    missed = tuple(m for m in owed if not any(answers(u, m, report.calendar, day) for u in updates))
    return OwedMilestones(owed, missed)


def freshness(
    report: Report, obligation: OwedMilestones, newest: Update | None, day: date
) -> Freshness:
    """Return the freshness of an initiative whose newest visible update is `newest`."""
    if newest is not None and newest.status.is_closed:
        return Freshness.NOT_DUE
    if newest is None:
        return Freshness.NONE if obligation.owed else Freshness.NOT_DUE
    cycles = whole_cycles(newest.as_of.last(day), day, report.about.cycle_years)
    missed = max(len(obligation.missed), cycles)
    if missed:
        return Freshness.STALE if missed >= STALE_AFTER else Freshness.LATE
    if beyond_calendar(report.calendar, day) or not is_measured(report):
        return Freshness.NOT_MEASURABLE
    window = open_window(report.calendar, day)
    if window is not None and not answers(newest, window, report.calendar, day):
        return Freshness.DUE
    return Freshness.CURRENT


def is_measured(report: Report) -> bool:
    """Return whether anything tells when the next update should come: a milestone, or a cycle."""
    owed = any(milestone.owed for milestone in report.calendar.milestones)
    return owed or report.about.cycle_years is not None


def is_outdated(report: Report, found: PartialDate, milestone: str | None, day: date) -> bool:
    """Return whether what was last found at a time is older than two owed milestones, or cycles.

    The milestone at which an update told it is not one that has passed since.
    """
    passed = [m for m in owed_since(report.calendar, found, day) if m.id != milestone]
    cycles = whole_cycles(found.last(day), day, report.about.cycle_years)
    return max(len(passed), cycles) >= STALE_AFTER


def holds_until(report: Report, update: Update, day: date) -> PartialDate | None:
    """Return when the next update is due: after that an update says nothing of its time.

    That is the first owed milestone that it does not answer, or a whole cycle after its own time;
    None where there are neither.
    """
    due = [
        milestone.due
        for milestone in in_due_order(report.calendar.milestones)
        if milestone.owed and not answers(update, milestone, report.calendar, day)
    ]
    if years := report.about.cycle_years:
        due.append(_a_cycle_later(update.as_of, years, day))
    return min(due, key=lambda when: when.last(OPEN_END), default=None)


def _a_cycle_later(when: PartialDate, cycle_years: int, day: date) -> PartialDate:
    """Return the time a whole cycle length after the end of another, and no finer than that."""
    end = when.text.split("/")[-1]
    later = cycle_later(when.last(day), cycle_years).isoformat()
    if when.is_open:
        return PartialDate(later)
    placed = "~" if end.endswith("~") else ""
    return PartialDate(later[: len(end.rstrip("~"))] + placed)
