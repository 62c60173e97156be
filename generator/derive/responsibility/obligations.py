"""What is due from every initiative at each milestone of the budget cycle, and what came."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.responsibility.budget_cycle import OPEN_END, answers, in_due_order
from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.model.cycles import Milestone
from generator.model.updates import Update


class Owed(StrEnum):
    """How an initiative stands to one milestone."""

    CAME = "came"
    """An update was given for this milestone."""
    COVERED = "covered"
    """No update of its own, but another one answers for it (docs/model.md, 15)."""
    MISSING = "missing"
    EXPECTED = "expected"
    """Owed, and not yet due."""
    RELEASED = "released"
    """Finished, stopped or replaced before it fell due."""
    NOT_OWED = "not_owed"
    """Nobody owes an update, or the initiative was not yet on the record."""


@dataclass(frozen=True, slots=True)
class Owing:
    """One initiative at one milestone."""

    standing: Standing
    milestone: Milestone
    state: Owed
    update: Update | None
    """What came, or what answers for it."""


@dataclass(frozen=True, slots=True)
class MilestoneOwing:
    """One milestone with every initiative, in the snapshot's order."""

    milestone: Milestone
    initiatives: tuple[Owing, ...]

    @property
    def by_state(self) -> dict[Owed, int]:
        """Return how many initiatives stand in each state, zeros included."""
        return count_states(self.initiatives)


def count_states(owings: Iterable[Owing]) -> dict[Owed, int]:
    """Return how often each state occurs, in its order, zeros included."""
    counted = Counter(o.state for o in owings)
    return {state: counted[state] for state in Owed}


def owing_by_milestone(snapshot: Snapshot) -> tuple[MilestoneOwing, ...]:
    """Return every milestone, by the day it falls due, with what came and what is missing."""
    return tuple(
        MilestoneOwing(m, tuple(_owing(snapshot, m, s) for s in snapshot.standings))
        for m in in_due_order(snapshot.report.calendar.milestones)
    )


def _owing(snapshot: Snapshot, milestone: Milestone, standing: Standing) -> Owing:
    own = [u for u in standing.updates if u.milestone == milestone.id]
    if own:
        return Owing(standing, milestone, Owed.CAME, own[-1])
    due = milestone.due.last(OPEN_END)
    if not milestone.owed or due <= standing.initiative.proposed.on.last(snapshot.day):
        return Owing(standing, milestone, Owed.NOT_OWED, None)
    calendar = snapshot.report.calendar
    covering = next(
        (u for u in standing.updates if answers(u, milestone, calendar, snapshot.day)), None
    )
    if covering:
        return Owing(standing, milestone, Owed.COVERED, covering)
    before = [u for u in standing.updates if u.as_of.last(snapshot.day) <= due]
    if before and before[-1].status.is_closed:
        return Owing(standing, milestone, Owed.RELEASED, before[-1])
    state = Owed.MISSING if due <= snapshot.day else Owed.EXPECTED
    return Owing(standing, milestone, state, None)
