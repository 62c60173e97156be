"""What is still to come: open steps, starts, and ends of initiatives, the soonest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.model.dates import PartialDate
from generator.model.schedule import RoadmapMilestone
from generator.model.statuses import Group


@dataclass(frozen=True, slots=True)
class OpenDate:
    """A step, start, or end that has not come, with when it is expected by the newest word."""

    state: InitiativeState
    what: Literal["start", "end", "step"]
    when: PartialDate
    timing: DateTiming
    step: RoadmapMilestone | None = None

    @property
    def is_overdue(self) -> bool:
        """Return whether the time that was planned last has passed."""
        return self.timing.overdue_since is not None


def open_dates(snapshot: Snapshot) -> tuple[OpenDate, ...]:
    """Return everything that is still to come, what was to come first above."""
    found = (one for state in snapshot.states for one in open_dates_of(state))
    return tuple(sorted(found, key=_order))


def open_dates_of(state: InitiativeState) -> Iterator[OpenDate]:
    """Yield what is still to come of one initiative; nothing of one that is done.

    What is at work has begun, whether or not a source says when.
    """
    group, timing = state.last_known.group, state.timing
    if group is Group.DONE:
        return
    if group is Group.WAITING and timing.start:
        yield from _expected(state, "start", timing.start)
    for step in state.initiative.roadmap:
        if not step.outcome:
            yield from _expected(state, "step", timing.steps[step.id], step)
    if timing.end:
        yield from _expected(state, "end", timing.end)


def _expected(
    state: InitiativeState,
    what: Literal["start", "end", "step"],
    timing: DateTiming,
    step: RoadmapMilestone | None = None,
) -> Iterator[OpenDate]:
    if not timing.came and timing.expected:
        yield OpenDate(state, what, timing.expected, timing, step)


def _order(one: OpenDate) -> tuple[date, date, str]:
    last = one.when.last(date.max)
    return (last, one.when.first(), one.state.initiative.id)
