"""The events of an initiative's timeline: the same values make the drawing and its table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.derive.snapshot.freshness import holds_until
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.dates import PartialDate
from generator.model.report import Report
from generator.model.schedule import RoadmapMilestone, Schedule, ScheduledDate
from generator.model.statuses import RoadmapState, Tone
from generator.model.updates import Update
from generator.views.charts.shapes import Mark
from generator.views.charts.time_axis import TimeAxis
from generator.words.message import Text, listing, msg
from generator.words.states import label


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A dated event of a timeline, with its mark in the drawing and its words in the table."""

    kind: Literal["record", "update", "schedule", "step", "event"]
    when: PartialDate
    shape: str
    tone: Tone
    says: Text
    of: str = ""
    """The step, update or part of the schedule it belongs to."""
    until: PartialDate | None = None
    """Of an update, when the next one was due: after that it says nothing any more."""

    def first(self, day: date) -> date:
        """Return the first day it may mean; where the start is open, the last."""
        first = self.when.first()
        return self.last(day) if first == date.min else first

    def last(self, day: date) -> date:
        """Return the last day it may mean; an open end is `day`."""
        return max(self.when.last(day), self.when.first())

    def at(self, axis: TimeAxis, day: date) -> float:
        """Return its place on an axis: the middle of the days it may mean."""
        return axis.middle(self.first(day), self.last(day))

    def mark(self, axis: TimeAxis, day: date, y: float) -> Mark:
        """Return its mark."""
        return Mark(self.at(axis, day), y, self.shape, self.tone, says=self.says)


def timeline_events(report: Report, state: InitiativeState, day: date) -> tuple[TimelineEvent, ...]:
    """Return the entry into the record, updates, steps and events of an initiative, by kind."""
    return (
        _entry(state),
        *_updates(report, state, day),
        *schedule_events(state.initiative.schedule),
        *(h for step in state.initiative.roadmap for h in _step(step)),
        *(
            TimelineEvent("event", event.on, "tick", "ink", event.on, event.id)
            for event in state.initiative.events
        ),
    )


def one_after_another(found: Iterable[TimelineEvent]) -> Text:
    """Return what some events say, in their order."""
    return listing((event.says for event in found), "apart")


def of_kind(found: Iterable[TimelineEvent], kind: str) -> list[TimelineEvent]:
    """Return the timeline events of one kind."""
    return [h for h in found if h.kind == kind]


def _entry(state: InitiativeState) -> TimelineEvent:
    proposed = state.initiative.proposed
    says = msg(f"timeline-entry-{proposed.how.value}", date=proposed.on)
    return TimelineEvent("record", proposed.on, "ring", "ink", says)


def _updates(report: Report, state: InitiativeState, day: date) -> list[TimelineEvent]:
    return [
        _update(
            update,
            holds_until(report, update, day),
            following[0].as_of.first() if following else day,
        )
        for place, update in enumerate(state.updates, start=1)
        for following in (state.updates[place : place + 1],)
    ]


def _update(update: Update, until: PartialDate | None, end: date) -> TimelineEvent:
    """Return an update with its phase, and until when that is known where `end` is later."""
    said: dict[str, Text] = {"state": label(update.phase), "date": update.as_of}
    is_known = update.phase.filled is None or update.status.is_closed
    is_known = is_known or until is None or until.last(end) >= end
    return TimelineEvent(
        "update",
        update.as_of,
        update.phase.mark,
        update.phase.tone,
        msg("timeline-state", **said)
        if until is None or is_known
        else msg("timeline-state-until", until=until, **said),
        update.milestone,
        until,
    )


SCHEDULE_TONE: Tone = "violet"
_PLANNED = {"start": "onset", "end": "deadline"}
"""Marks of the dates that were planned first; the others of a schedule are parts of its bar."""


def schedule_events(schedule: Schedule | None) -> Iterator[TimelineEvent]:
    """Yield every date of a schedule: planned first and later, forecast, and as it came."""
    if schedule is None:
        return
    for what, scheduled in (("start", schedule.start), ("end", schedule.end)):
        for kind, when in _dates(scheduled) if scheduled else ():
            says = msg(f"schedule-drawn-{what}-{kind}", date=when)
            mark = _PLANNED[what]
            yield TimelineEvent("schedule", when, mark, SCHEDULE_TONE, says, f"{what}-{kind}")


def _dates(scheduled: ScheduledDate) -> Iterator[tuple[str, PartialDate]]:
    """Yield the dates of a start or an end, each with what it is."""
    if plan := scheduled.planned:
        yield "planned", plan.original
        yield from (("moved", revision.to) for revision in plan.revised)
    yield from (("forecast", forecast.expects) for forecast in scheduled.forecasts)
    if scheduled.actual:
        yield "came", scheduled.actual.on


def _step(step: RoadmapMilestone) -> list[TimelineEvent]:
    planned = msg("timeline-planned-step", step=step.title, date=step.original)
    made = [TimelineEvent("step", step.original, "planned", "ink", planned, step.id)]
    made += [
        TimelineEvent(
            "step", r.to, "moved", "ink", msg("timeline-step-scheduled", date=r.to), step.id
        )
        for r in step.revised
    ]
    made += [
        TimelineEvent(
            *("step", f.expects, "expected", "ink"),
            msg("timeline-step-forecast", date=f.expects),
            step.id,
        )
        for f in step.forecasts
    ]
    if step.begun:
        begun = msg("timeline-step-in_progress", date=step.begun.on)
        mark = RoadmapState.IN_PROGRESS.mark
        made.append(TimelineEvent("step", step.begun.on, mark, "ink", begun, step.id))
    if step.outcome:
        state, on = step.outcome.state, step.outcome.on
        says = msg(f"timeline-step-{state.value}", date=on)
        made.append(TimelineEvent("step", on, state.mark, "ink", says, step.id))
    return made
