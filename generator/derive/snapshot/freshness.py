"""Freshness: how the newest update relates to the budget-cycle milestones (docs/model.md, 15)."""

from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.budget_cycle import (
    answers,
    beyond_calendar,
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
    if beyond_calendar(report.calendar, day):
        return Freshness.NOT_MEASURABLE
    window = open_window(report.calendar, day)
    if window is not None and not answers(newest, window, report.calendar, day):
        return Freshness.DUE
    return Freshness.CURRENT
