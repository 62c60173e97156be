"""Counts: every key is there, also with none, and the parts add up to the whole."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from generator.derive.measures.comparable import targets_of
from generator.derive.responsibility.budget_cycle import newest_full_cycle
from generator.derive.snapshot.evidence import StateAge, earliest
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Role
from generator.model.keys import HowProposed, IdeaState, RoleKind
from generator.model.records import Missing
from generator.model.references import NOT_NAMED, UNASSIGNED
from generator.model.statuses import REPORTED, Freshness, Status

E = TypeVar("E", bound=StrEnum)
C = TypeVar("C", Status, IdeaState)


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

    @property
    def open(self) -> int:
        """Return how many have no known holder."""
        return self.unassigned + self.not_named


def count_role(entries: Iterable[Role | None]) -> RoleCount:
    """Return how many initiatives have a holder, by the entry of each for one role."""
    holders = [role.holder if role else UNASSIGNED for role in entries]
    gaps = Counter(holders)
    held = len(holders) - gaps[UNASSIGNED] - gaps[NOT_NAMED]
    return RoleCount(held, gaps[UNASSIGNED], gaps[NOT_NAMED])


@dataclass(frozen=True, slots=True)
class YearOfFinds:
    """The initiatives about which something was found in a year for the last time."""

    year: int
    with_update: int
    """Those of which an update says how they stood."""
    only_related: int
    """Those about which only something related was found, and no update."""


def finds_by_year(snapshot: Snapshot) -> tuple[YearOfFinds, ...]:
    """Return every year from the first proposal on, with the newest finds that are of it."""
    day = snapshot.day
    found = Counter(
        (earliest(newest, day).year, bool(s.updates))
        for s in snapshot.states
        if (newest := s.evidence.newest)
    )
    years = [earliest(s.initiative.proposed.on, day).year for s in snapshot.states]
    first = min([*years, *(year for year, _ in found)], default=day.year)
    return tuple(
        YearOfFinds(year, found[year, True], found[year, False])
        for year in range(first, day.year + 1)
    )


@dataclass(frozen=True, slots=True)
class AgeCount:
    """How many of some things are in a state, by when that was last found."""

    recent: tuple[int, ...]
    """The year in which each was last found that was so in the newest full budget cycle, or since.

    The oldest is first, here and below.
    """
    earlier: tuple[int, ...]
    """The year in which each of the others was last found."""


def count_ages(dates: Iterable[PartialDate], since: date, day: date) -> AgeCount:
    """Return the years of the dates that are surely `since` a day or later, and of the others."""
    found = sorted(earliest(when, day) for when in dates)
    return AgeCount(
        tuple(when.year for when in found if when >= since),
        tuple(when.year for when in found if when < since),
    )


@dataclass(frozen=True, slots=True)
class Totals:
    """What the front page counts."""

    initiatives: int
    first_proposed: int
    joined_later: int
    areas: int
    """Topic areas that have an initiative."""
    ideas: int
    ideas_by_state: dict[IdeaState, int]
    ideas_at_proposal: int
    """Ideas of which the proposal says something, and nothing later does."""
    ideas_nothing_found: int
    """Ideas about which nothing at all says anything."""
    by_status: dict[Status, int]
    recent_since: date
    """The first day of the newest full budget cycle: what was found since then is recent."""
    idea_ages: dict[IdeaState, AgeCount]
    newest_finds: AgeCount
    """Of the initiatives about which anything was found after they were proposed."""
    nothing_since_proposal: int
    """Initiatives without any update, although one was owed, and without anything else."""
    only_related: int
    """Initiatives without any update, although one was owed, but with something related."""
    roles: Mapping[RoleKind, RoleCount]
    """Of each role that the organization asks for."""
    measures: int
    measures_without_target: int
    measures_without_baseline: int

    @property
    def ideas_without_later(self) -> int:
        """Return about how many ideas nothing was found after they were proposed."""
        return self.ideas_at_proposal + self.ideas_nothing_found

    @property
    def without_update(self) -> int:
        """Return how many initiatives have no update at all, although one was owed."""
        return self.nothing_since_proposal + self.only_related


def status_ages(
    states: Iterable[InitiativeState], since: date, day: date
) -> dict[Status, AgeCount]:
    """Return how old each status is; one that nobody reported has no age."""
    found = [(state.status, state.evidence.status) for state in states if state.status in REPORTED]
    return _ages_by_state(Status, found, since, day)


def totals(snapshot: Snapshot) -> Totals:
    """Return the counts of a snapshot."""
    initiative_states = snapshot.states
    states = [state for s in initiative_states for state in s.ideas.values()]
    since = newest_full_cycle(snapshot.report, snapshot.day)
    ideas = sum(len(s.initiative.ideas) for s in initiative_states)
    newest = [s.evidence.newest for s in initiative_states]
    silent = [s.evidence for s in initiative_states if s.freshness is Freshness.NONE]
    nothing = sum(evidence.newest is None for evidence in silent)
    measures = [m for s in initiative_states for m in s.initiative.measures]
    measures += [m for area in snapshot.report.areas for m in area.measures]
    proposed = sum(s.initiative.proposed.how is HowProposed.PROPOSED for s in initiative_states)
    return Totals(
        initiatives=len(initiative_states),
        first_proposed=proposed,
        joined_later=len(initiative_states) - proposed,
        areas=len({s.initiative.area for s in initiative_states}),
        ideas=ideas,
        ideas_by_state=counts_by_key(IdeaState, states),
        ideas_at_proposal=sum(age.at_proposal for _, age in _idea_ages(snapshot)),
        ideas_nothing_found=ideas - len(states),
        by_status=counts_by_key(Status, (s.status for s in initiative_states)),
        recent_since=since,
        idea_ages=_ages_by_state(IdeaState, _idea_ages(snapshot), since, snapshot.day),
        newest_finds=count_ages(filter(None, newest), since, snapshot.day),
        nothing_since_proposal=nothing,
        only_related=len(silent) - nothing,
        roles={
            kind: count_role(s.held(kind) for s in initiative_states)
            for kind in snapshot.report.about.roles.asked
        },
        measures=len(measures),
        measures_without_target=sum(not targets_of(m) for m in measures),
        measures_without_baseline=sum(isinstance(m.baseline, Missing) for m in measures),
    )


def _idea_ages(snapshot: Snapshot) -> list[tuple[IdeaState, StateAge]]:
    return [
        (state, s.evidence.ideas[idea]) for s in snapshot.states for idea, state in s.ideas.items()
    ]


def _ages_by_state(
    kind: type[C], found: Sequence[tuple[C, StateAge]], since: date, day: date
) -> dict[C, AgeCount]:
    """Return the ages of each state that occurs, in the vocabulary's order."""
    seen = {state for state, _ in found}
    return {
        key: count_ages((age.on for state, age in found if state is key), since, day)
        for key in kind
        if key in seen
    }
