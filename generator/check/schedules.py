"""R310-R314: schedules and steps whose dates fit each other, and the status beside them.

Partial dates leave room: only what is certainly wrong is a fault.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from generator.check.rule import Fault, RuleContext, rule
from generator.core.issues import Location, Severity
from generator.core.naming import quoted
from generator.derive.snapshot.citations import LocatedRecord
from generator.model.dates import PartialDate
from generator.model.initiative import Initiative
from generator.model.schedule import (
    Forecast,
    Occurrence,
    RoadmapMilestone,
    Schedule,
    ScheduledDate,
)
from generator.model.statuses import Group, Status
from generator.model.updates import Update


def _surely_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    return bool(one and other and one.last(date.max) < other.first())


@rule(
    "R310",
    "An initiative does not end before it begins.",
    "Nobody could say how long the work takes, and the roadmap would draw it backward.",
)
def ends_come_after_starts(context: RuleContext) -> Iterator[Fault]:
    """Yield ends that certainly lie before the start of the same kind: planned, or that came."""
    for part, schedule in context.each(Schedule):
        start, end = schedule.start, schedule.end
        for name, begins, ends in (
            ("planned", _planned(start), _planned(end)),
            ("actual", _came(start), _came(end)),
        ):
            if begins and ends and _surely_before(ends, begins):
                yield Fault(
                    context.at(part, "end", name),
                    f"an end {_HOW[name]} {ends}, before the start {_HOW[name]} {begins}",
                    "an end on or after the start",
                    "Correct whichever of the two dates is wrong.",
                )


_HOW = {"planned": "planned for", "actual": "that came on"}


def _planned(scheduled: ScheduledDate | None) -> PartialDate | None:
    return scheduled.planned.planned if scheduled and scheduled.planned else None


def _came(scheduled: ScheduledDate | None) -> PartialDate | None:
    return scheduled.actual.on if scheduled and scheduled.actual else None


@rule(
    "R311",
    "Nothing is forecast after it came.",
    "A date that is known would be shown as still expected.",
)
def forecasts_come_first(context: RuleContext) -> Iterator[Fault]:
    """Yield forecasts that were certainly made after what they forecast."""
    for part, scheduled in context.each(ScheduledDate):
        yield from _late_forecasts(context, part, scheduled.forecasts, _came(scheduled))
    for part, step in context.each(RoadmapMilestone):
        came = step.outcome.on if step.outcome else None
        yield from _late_forecasts(context, part, step.forecasts, came)


def _late_forecasts(
    context: RuleContext,
    part: LocatedRecord,
    forecasts: Sequence[Forecast],
    came: PartialDate | None,
) -> Iterator[Fault]:
    for place, forecast in enumerate(forecasts):
        if _surely_before(came, forecast.on):
            yield Fault(
                context.at(part, "forecasts", place, "on"),
                f"a forecast made on {forecast.on}, after it came on {came}",
                f"a forecast made by {came}",
                "Correct whichever of the two dates is wrong, or remove the forecast.",
            )


@rule(
    "R312",
    "A step begins before it ends, and its plans and forecasts are in the order they were made.",
    "The newest word on a date would not be the last that was said.",
)
def steps_and_plans_in_order(context: RuleContext) -> Iterator[Fault]:
    """Yield steps that begin after their outcome, and revisions and forecasts out of order."""
    for part, step in context.each(RoadmapMilestone):
        if step.begun and step.outcome and _surely_before(step.outcome.on, step.begun.on):
            yield Fault(
                context.at(part, "begun", "on"),
                f"begun on {step.begun.on}, after the outcome ({step.outcome.on})",
                "a day on or before the outcome",
                "Correct whichever of the two dates is wrong.",
            )
        yield from _out_of_order(context, part, step.forecasts)
    for part, scheduled in context.each(ScheduledDate):
        yield from _out_of_order(context, part, scheduled.forecasts)


def _out_of_order(
    context: RuleContext, part: LocatedRecord, forecasts: Sequence[Forecast]
) -> Iterator[Fault]:
    for place, (earlier, later) in enumerate(pairwise(forecasts), 1):
        if _surely_before(later.on, earlier.on):
            yield Fault(
                context.at(part, "forecasts", place, "on"),
                f"a forecast of {later.on} below one of {earlier.on}",
                "forecasts in the order in which they were made",
                "Move the newest forecast to the end of the list.",
            )


@rule(
    "R313",
    "What is completed has one day: that of the status and the end of the schedule agree.",
    "Two days for one thing would be shown beside each other.",
)
def completed_on_one_day(context: RuleContext) -> Iterator[Fault]:
    """Yield ends that certainly came on another day than a completed status says."""
    for initiative, end, update in _ended(context):
        done = update.actual_on
        if update.status is not Status.COMPLETED or done is None:
            continue
        if _surely_before(end.on, done) or _surely_before(done, end.on):
            yield Fault(
                _where(context, initiative),
                f"an end that came on {end.on}, and a status completed on {done}",
                "one day for both; or no actual end, as the status has the day",
                "Correct the wrong one, or remove the actual end.",
            )


@rule(
    "R314",
    "An initiative whose end has come is not reported as still at work.",
    "Nobody would know whether it is finished.",
    Severity.WARNING,
)
def ended_work_is_reported(context: RuleContext) -> Iterator[Fault]:
    """Yield initiatives that have ended, where an update of a later time says that work goes on."""
    for initiative, end, update in _ended(context):
        if update.status.group is not Group.DONE and _surely_before(end.on, update.as_of):
            yield Fault(
                _where(context, initiative),
                f"an end that came on {end.on}, and the status {quoted(update.status)} as of "
                f"{update.as_of}",
                "a status of what is finished, or no actual end",
                "Add an update with the status it has now, or correct the end.",
            )


def _ended(context: RuleContext) -> Iterator[tuple[Initiative, Occurrence, Update]]:
    """Yield initiatives with the end that came and their newest update, where there are both."""
    for initiative in context.report.initiatives:
        end = initiative.schedule.end if initiative.schedule else None
        updates = context.updates.get(initiative.id)
        if end and end.actual and updates:
            yield initiative, end.actual, updates[-1]


def _where(context: RuleContext, initiative: Initiative) -> Location:
    return context.places.of("initiative", initiative.id, "schedule", "end", "actual", "on")
