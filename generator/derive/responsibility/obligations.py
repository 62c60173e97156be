"""What is due from every initiative at each milestone of the budget cycle, and what came."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.derive.responsibility.budget_cycle import OPEN_END, answers, in_due_order
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.cycles import Milestone
from generator.model.initiative import Initiative, Role
from generator.model.references import NO_HOLDER
from generator.model.updates import Update


class ObligationState(StrEnum):
    """Whether an initiative has answered one milestone."""

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
class Obligation:
    """What one initiative owes at one milestone, and what it gave."""

    initiative_state: InitiativeState
    milestone: Milestone
    state: ObligationState
    update: Update | None
    """What came, or what answers for it."""

    @property
    def is_open(self) -> bool:
        """Return whether an update is still to come, in time or late."""
        return self.state in (ObligationState.MISSING, ObligationState.EXPECTED)

    def owed_by(self, role: Role | None, day: date) -> str:
        """Return who owes it: today's holder of a role, if it fell due in its time.

        What fell due before is owed by nobody who holds the role today, and what may have fallen
        due before is not told of anybody either. Empty where nobody owes it.
        """
        if not self.is_open or role is None or role.holder in NO_HOLDER:
            return ""
        due = self.milestone.due.last(OPEN_END)
        begun = _held_since(self.initiative_state.initiative, role, day) <= due
        return "" if not begun or (role.until and role.until.last(day) < due) else role.holder


@dataclass(frozen=True, slots=True)
class MilestoneObligations:
    """One milestone with the obligation of every initiative, in the snapshot's order."""

    milestone: Milestone
    initiatives: tuple[Obligation, ...]

    @property
    def by_state(self) -> dict[ObligationState, int]:
        """Return how many initiatives are in each state, zeros included."""
        return count_states(self.initiatives)

    @property
    def owed(self) -> int:
        """How many updates are owed in all, whether they have come or not."""
        freed = (ObligationState.NOT_OWED, ObligationState.RELEASED)
        return sum(one.state not in freed for one in self.initiatives)

    @property
    def still_open(self) -> int:
        """How many updates have not come yet."""
        return sum(one.is_open for one in self.initiatives)


def count_states(obligations: Iterable[Obligation]) -> dict[ObligationState, int]:
    """Return how often each state occurs, in its order, zeros included."""
    counted = Counter(o.state for o in obligations)
    return {state: counted[state] for state in ObligationState}


def _held_since(initiative: Initiative, role: Role, day: date) -> date:
    """Return the last day on which a holder may have come to a role that it holds.

    An entry without an end lasts until the next one: both may name the same holder.
    """
    entries = [r for r in initiative.roles if r.role is role.role]
    entries.sort(key=lambda r: (r.since.last(day), r.since.first()))
    place = entries.index(role)
    while place and entries[place - 1].holder == role.holder and not entries[place - 1].until:
        place -= 1
    return entries[place].since.last(day)


def obligations_by_milestone(snapshot: Snapshot) -> tuple[MilestoneObligations, ...]:
    """Return every milestone, by the day it falls due, with what came and what is missing."""
    return tuple(
        obligations_at(snapshot, m) for m in in_due_order(snapshot.report.calendar.milestones)
    )


def obligations_at(snapshot: Snapshot, milestone: Milestone) -> MilestoneObligations:
    """Return what came, and what is missing, at one milestone."""
    found = tuple(_obligation(snapshot, milestone, state) for state in snapshot.states)
    return MilestoneObligations(milestone, found)


def _obligation(
    snapshot: Snapshot, milestone: Milestone, initiative_state: InitiativeState
) -> Obligation:
    own = [u for u in initiative_state.updates if u.milestone == milestone.id]
    if own:
        return Obligation(initiative_state, milestone, ObligationState.CAME, own[-1])
    due = milestone.due.last(OPEN_END)
    if not milestone.owed or due <= initiative_state.initiative.proposed.on.last(snapshot.day):
        return Obligation(initiative_state, milestone, ObligationState.NOT_OWED, None)
    calendar = snapshot.report.calendar
    covering = next(
        (u for u in initiative_state.updates if answers(u, milestone, calendar, snapshot.day)), None
    )
    if covering:
        return Obligation(initiative_state, milestone, ObligationState.COVERED, covering)
    before = [u for u in initiative_state.updates if u.as_of.last(snapshot.day) <= due]
    if before and before[-1].status.is_closed:
        return Obligation(initiative_state, milestone, ObligationState.RELEASED, before[-1])
    state = ObligationState.MISSING if due <= snapshot.day else ObligationState.EXPECTED
    return Obligation(initiative_state, milestone, state, None)
