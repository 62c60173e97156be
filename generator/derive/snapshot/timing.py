"""Whether what is planned is in time: of an initiative and of its steps, as of a day.

Everything is compared with the date that was planned first, so that no new plan hides a delay; a
date has passed when its last possible day has. What is in time says nothing of the status.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive.history.punctuality import Punctuality, punctuality
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative
from generator.model.schedule import (
    Forecast,
    PlannedDate,
    RoadmapMilestone,
    Schedule,
    ScheduledDate,
)
from generator.model.statuses import Group, Status, Timing
from generator.model.updates import Update

_A_DAY = timedelta(days=1)

_COMPARED = {
    Punctuality.EARLIER: Timing.AHEAD,
    Punctuality.AS_PLANNED: Timing.ON_TIME,
    Punctuality.LATER: Timing.BEHIND,
    Punctuality.UNCERTAIN: Timing.NOT_KNOWN,
}


@dataclass(frozen=True, slots=True)
class DateTiming:
    """How one date is in time, with all that it was compared with."""

    timing: Timing
    first: PartialDate | None
    """The date planned first."""
    planned: PartialDate | None
    """The date planned last."""
    forecast: PartialDate | None = None
    """The date of the newest forecast, where no plan was made after it."""
    came: PartialDate | None = None
    overdue_since: date | None = None
    """The day after the last possible day of the plan, where that has passed."""

    @property
    def expected(self) -> PartialDate | None:
        """Return when it came, or is to come by the newest word."""
        return self.came or self.forecast or self.planned


@dataclass(frozen=True, slots=True)
class InitiativeTiming:
    """How an initiative and its steps are in time."""

    timing: Timing
    """By its end; by its start, where that is late and the end does not tell."""
    start: DateTiming | None
    end: DateTiming | None
    steps: Mapping[str, DateTiming]
    """By the id of the step."""

    @property
    def decides(self) -> DateTiming | None:
        """Return the date by which the initiative is in time or late; None where neither tells."""
        if self.timing is Timing.NOT_KNOWN:
            return None
        return self.end if self.end and self.end.timing is self.timing else self.start


def timing_of(
    initiative: Initiative, status: Status, newest: Update | None, day: date
) -> InitiativeTiming:
    """Return how an initiative with a status, the last that is known, is in time on `day`.

    What is closed or in operation waits for nothing, and what is at work has begun.
    """
    schedule = initiative.schedule or Schedule()
    waits = status.group is not Group.DONE
    not_begun = status.group is Group.WAITING
    start = _date_timing(schedule.start, day, is_open=not_begun)
    end = _date_timing(schedule.end, day, is_open=waits, came=_completed(newest))
    steps = {step.id: _step_timing(step, day, is_open=waits) for step in initiative.roadmap}
    return InitiativeTiming(_overall(start, end, waits=waits), start, end, steps)


def _completed(newest: Update | None) -> PartialDate | None:
    """Return when all was delivered, as the newest update says it."""
    return newest.actual_on if newest and newest.status is Status.COMPLETED else None


def _overall(start: DateTiming | None, end: DateTiming | None, *, waits: bool) -> Timing:
    if end and end.timing is not Timing.NOT_KNOWN:
        return end.timing
    late = waits and start is not None and start.timing.is_late
    return Timing.BEHIND if late else Timing.NOT_KNOWN


def _date_timing(
    scheduled: ScheduledDate | None, day: date, *, is_open: bool, came: PartialDate | None = None
) -> DateTiming | None:
    if scheduled is None:
        return None
    actual = scheduled.actual.on if scheduled.actual else came
    return _timing(scheduled.planned, scheduled.forecasts, actual, day if is_open else None)


def _step_timing(step: RoadmapMilestone, day: date, *, is_open: bool) -> DateTiming:
    outcome = step.outcome
    came = outcome.on if outcome and outcome.state.is_reached else None
    return _timing(step, step.forecasts, came, day if is_open and not outcome else None)


def _timing(
    plan: PlannedDate | RoadmapMilestone | None,
    forecasts: Sequence[Forecast],
    came: PartialDate | None,
    waits_on: date | None,
) -> DateTiming:
    """Return how a date is in time; `waits_on` is the day to which it is open, if it is."""
    first, planned = (plan.original, plan.planned) if plan else (None, None)
    forecast = _newest_forecast(plan, forecasts)
    if came:
        timing = _COMPARED[punctuality(came, first)] if first else Timing.NOT_KNOWN
        return DateTiming(timing, first, planned, forecast, came)
    if waits_on is None or first is None or planned is None:
        return DateTiming(Timing.NOT_KNOWN, first, planned, forecast)
    if (last := planned.last(date.max)) < waits_on:
        return DateTiming(Timing.OVERDUE, first, planned, forecast, overdue_since=last + _A_DAY)
    told = forecast or (planned if plan and plan.revised else None)
    timing = _COMPARED[punctuality(told, first)] if told else Timing.NOT_KNOWN
    return DateTiming(timing, first, planned, forecast)


def _newest_forecast(
    plan: PlannedDate | RoadmapMilestone | None, forecasts: Sequence[Forecast]
) -> PartialDate | None:
    """Return what was forecast last, unless a plan was certainly made after it."""
    newest = max(forecasts, key=lambda f: (f.on.last(date.max), f.on.first()), default=None)
    if newest is None:
        return None
    replanned = plan.revised[-1].on.first() if plan and plan.revised else date.min
    return None if replanned > newest.on.last(date.max) else newest.expects
