"""What is drawn of an initiative's time: the same values make the drawing and its table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.derive.snapshot.snapshot import Standing
from generator.model.dates import PartialDate
from generator.model.initiative import RoadmapMilestone
from generator.model.keys import HowProposed, Phase, RoadmapState
from generator.model.report import Report
from generator.views.charts.shapes import Mark, Shape, Tone
from generator.views.charts.time_axis import TimeAxis
from generator.words.english import date_words

OUTCOMES: dict[RoadmapState, tuple[Shape, str]] = {
    RoadmapState.SCHEDULED: ("moved", "scheduled"),
    RoadmapState.MET: ("reached", "met"),
    RoadmapState.PARTIALLY_MET: ("part", "partly met"),
    RoadmapState.NOT_MET: ("missed", "not met"),
}
PHASES: dict[Phase, Shape] = {
    Phase.INVESTIGATION: "phase-investigation",
    Phase.DISCOVERY: "phase-discovery",
    Phase.IMPLEMENTATION: "phase-implementation",
    Phase.ADAPTATION: "phase-adaptation",
    Phase.CLOSED: "phase-closed",
    Phase.NOT_ASSESSED: "phase-not_assessed",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing at a time, with the mark that stands for it and its words in the table."""

    kind: Literal["record", "update", "step", "event"]
    when: PartialDate
    shape: Shape
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


def phase_tone(phase: Phase) -> Tone:
    """Return the tone of a phase's mark: quiet where nothing is done, or nothing is known."""
    return "quiet" if phase in {Phase.CLOSED, Phase.NOT_ASSESSED} else "blue"


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
            PHASES[update.phase],
            phase_tone(update.phase),
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
        shape, word = OUTCOMES[step.outcome.state]
        says = f"{word}, {date_words(step.outcome.on)}"
        made.append(Happening("step", step.outcome.on, shape, "ink", says, step.id))
    return made
