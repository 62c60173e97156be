"""What is drawn of an initiative's time: the same values make the drawing and its table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.derive.snapshot.snapshot import Standing
from generator.model.dates import PartialDate
from generator.model.initiative import RoadmapMilestone
from generator.model.keys import HowProposed
from generator.model.report import Report
from generator.model.statuses import Tone
from generator.views.charts.shapes import Mark
from generator.views.charts.time_axis import TimeAxis
from generator.words.english import date_words


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing at a time, with the mark that stands for it and its words in the table."""

    kind: Literal["record", "update", "step", "event"]
    when: PartialDate
    shape: str
    tone: Tone
    says: str
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


def happenings(report: Report, standing: Standing) -> tuple[Happening, ...]:
    """Return the entry into the record, updates, steps and events of an initiative, by kind."""
    return (
        _entry(standing),
        *_updates(report, standing),
        *(h for step in standing.initiative.roadmap for h in _step(step)),
        *(
            Happening("event", event.on, "tick", "ink", date_words(event.on), event.id)
            for event in standing.initiative.events
        ),
    )


def of_kind(found: Iterable[Happening], kind: str) -> list[Happening]:
    """Return the happenings of one kind."""
    return [h for h in found if h.kind == kind]


def _entry(standing: Standing) -> Happening:
    proposed = standing.initiative.proposed
    how = "first seen" if proposed.how is HowProposed.FIRST_SEEN else "proposed"
    return Happening("record", proposed.on, "ring", "ink", f"{how} {date_words(proposed.on)}")


def _updates(report: Report, standing: Standing) -> list[Happening]:
    labels = report.vocabulary.phase
    return [
        Happening(
            "update",
            update.as_of,
            update.phase.mark,
            update.phase.tone,
            f"{labels[update.phase].label}, {date_words(update.as_of)}",
            update.milestone,
        )
        for update in standing.updates
    ]


def _step(step: RoadmapMilestone) -> list[Happening]:
    planned = f"{step.title}: first planned for {date_words(step.original)}"
    made = [Happening("step", step.original, "planned", "ink", planned, step.id)]
    made += [
        Happening("step", r.to, "moved", "ink", f"moved to {date_words(r.to)}", step.id)
        for r in step.revised
    ]
    if step.outcome:
        state, on = step.outcome.state, step.outcome.on
        says = f"{state.label.lower()}, {date_words(on)}"
        made.append(Happening("step", on, state.mark, "ink", says, step.id))
    return made
