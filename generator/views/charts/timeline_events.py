"""The events of an initiative's timeline: the same values make the drawing and its table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.dates import PartialDate
from generator.model.initiative import RoadmapMilestone
from generator.model.statuses import Tone
from generator.views.charts.shapes import Mark
from generator.views.charts.time_axis import TimeAxis
from generator.words.message import Text, msg
from generator.words.states import label


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """A dated event of a timeline, with its mark in the drawing and its words in the table."""

    kind: Literal["record", "update", "step", "event"]
    when: PartialDate
    shape: str
    tone: Tone
    says: Text
    of: str = ""
    """The step or update it belongs to."""

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


def timeline_events(state: InitiativeState) -> tuple[TimelineEvent, ...]:
    """Return the entry into the record, updates, steps and events of an initiative, by kind."""
    return (
        _entry(state),
        *_updates(state),
        *(h for step in state.initiative.roadmap for h in _step(step)),
        *(
            TimelineEvent("event", event.on, "tick", "ink", event.on, event.id)
            for event in state.initiative.events
        ),
    )


def of_kind(found: Iterable[TimelineEvent], kind: str) -> list[TimelineEvent]:
    """Return the timeline events of one kind."""
    return [h for h in found if h.kind == kind]


def _entry(state: InitiativeState) -> TimelineEvent:
    proposed = state.initiative.proposed
    says = msg(f"timeline-entry-{proposed.how.value}", date=proposed.on)
    return TimelineEvent("record", proposed.on, "ring", "ink", says)


def _updates(state: InitiativeState) -> list[TimelineEvent]:
    return [
        TimelineEvent(
            "update",
            update.as_of,
            update.phase.mark,
            update.phase.tone,
            msg("timeline-state", state=label(update.phase), date=update.as_of),
            update.milestone,
        )
        for update in state.updates
    ]


def _step(step: RoadmapMilestone) -> list[TimelineEvent]:
    planned = msg("timeline-planned-step", step=step.title, date=step.original)
    made = [TimelineEvent("step", step.original, "planned", "ink", planned, step.id)]
    made += [
        TimelineEvent(
            "step", r.to, "moved", "ink", msg("timeline-step-scheduled", date=r.to), step.id
        )
        for r in step.revised
    ]
    if step.outcome:
        state, on = step.outcome.state, step.outcome.on
        says = msg(f"timeline-step-{state.value}", date=on)
        made.append(TimelineEvent("step", on, state.mark, "ink", says, step.id))
    return made
