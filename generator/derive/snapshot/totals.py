"""Counts: every key is there, also with none, and the parts add up to the whole."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from generator.derive.measures.comparable import targets_of
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Role
from generator.model.keys import HowProposed, IdeaState
from generator.model.records import Missing
from generator.model.references import NOT_NAMED, UNASSIGNED
from generator.model.statuses import Freshness, Status

E = TypeVar("E", bound=StrEnum)


def counts_by_key(kind: type[E], values: Iterable[E]) -> dict[E, int]:
    """Return how often each key of `kind` occurs, in the vocabulary's order, zeros included."""
    counted = Counter(values)
    return {key: counted[key] for key in kind}


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many initiatives have a holder of a role, and how many none, by kind of gap."""

    held: int
    unassigned: int
    not_named: int


def count_role(
    states: Sequence[InitiativeState], holder: Callable[[InitiativeState], Role | None]
) -> RoleCount:
    """Return how many of the initiatives have a holder; `holder` picks the role's entry."""
    holders = [role.holder if (role := holder(s)) else UNASSIGNED for s in states]
    gaps = Counter(holders)
    held = len(holders) - gaps[UNASSIGNED] - gaps[NOT_NAMED]
    return RoleCount(held, gaps[UNASSIGNED], gaps[NOT_NAMED])


@dataclass(frozen=True, slots=True)
class Totals:
    """What the front page counts."""

    initiatives: int
    first_proposed: int
    joined_later: int
    ideas: int
    ideas_by_state: dict[IdeaState, int]
    ideas_nothing_found: int
    by_status: dict[Status, int]
    by_freshness: dict[Freshness, int]
    nothing_since_proposal: int
    """Initiatives without any update although one was owed."""
    owners: RoleCount
    sponsors: RoleCount
    measures: int
    measures_without_target: int
    measures_without_baseline: int
    goals_unlinked: int
    """Goals of program and areas that no initiative is linked to."""


def totals(snapshot: Snapshot) -> Totals:
    """Return the counts of a snapshot."""
    initiative_states = snapshot.states
    states = [state for s in initiative_states for state in s.ideas.values()]
    ideas = sum(len(s.initiative.ideas) for s in initiative_states)
    measures = [m for s in initiative_states for m in s.initiative.measures]
    measures += [m for area in snapshot.report.areas for m in area.measures]
    proposed = sum(s.initiative.proposed.how is HowProposed.PROPOSED for s in initiative_states)
    return Totals(
        initiatives=len(initiative_states),
        first_proposed=proposed,
        joined_later=len(initiative_states) - proposed,
        ideas=ideas,
        ideas_by_state=counts_by_key(IdeaState, states),
        ideas_nothing_found=ideas - len(states),
        by_status=counts_by_key(Status, (s.status for s in initiative_states)),
        by_freshness=counts_by_key(Freshness, (s.freshness for s in initiative_states)),
        nothing_since_proposal=sum(s.freshness is Freshness.NONE for s in initiative_states),
        owners=count_role(initiative_states, lambda s: s.owner),
        sponsors=count_role(initiative_states, lambda s: s.sponsor),
        measures=len(measures),
        measures_without_target=sum(not targets_of(m) for m in measures),
        measures_without_baseline=sum(isinstance(m.baseline, Missing) for m in measures),
        goals_unlinked=len(_all_goals(snapshot) - _linked_goals(snapshot)),
    )


def _all_goals(snapshot: Snapshot) -> set[str]:
    of_program = {f"program/{g.id}" for g in snapshot.report.about.goals}
    return of_program | {f"{a.id}/{g.id}" for a in snapshot.report.areas for g in a.goals}


def _linked_goals(snapshot: Snapshot) -> set[str]:
    return {link.goal for s in snapshot.states for link in s.initiative.goals}
