"""What editors matched: records whose source does not name the initiative; what rests on them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Event, OtherTitle
from generator.model.keys import Basis, Match
from generator.model.links import GoalLink
from generator.model.updates import Update

Matched: TypeAlias = Event | GoalLink | OtherTitle
"""Every record that says whether its source names the initiative."""


class MatchedKind(StrEnum):
    """What was matched."""

    EVENT = "event"
    GOAL = "goal"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class EditorsMatch:
    """A record that editors matched, with what, and which updates cite it."""

    state: InitiativeState | None
    """The initiative with which it was matched; None where it is the whole program."""
    record: Matched

    @property
    def kind(self) -> MatchedKind:
        """What was matched."""
        if isinstance(self.record, Event):
            return MatchedKind.EVENT
        return MatchedKind.GOAL if isinstance(self.record, GoalLink) else MatchedKind.TITLE

    @property
    def when(self) -> PartialDate | None:
        """When it was true; another title has no date."""
        return None if isinstance(self.record, OtherTitle) else self.record.when

    @property
    def why(self) -> str | None:
        """The editors' reason or remark, where they gave one."""
        if isinstance(self.record, GoalLink):
            return self.record.reason
        return self.record.note if isinstance(self.record, Event) else None

    @property
    def updates(self) -> tuple[Update, ...]:
        """Updates that give it as evidence, oldest first."""
        if self.state is None or not isinstance(self.record, Event):
            return ()
        return tuple(u for u in self.state.updates if self.record.id in u.evidence)

    @property
    def carries_status(self) -> bool:
        """Whether the status rests on this and other matches alone."""
        state = self.state
        return state is not None and state.newest in self.updates and rests_on_matches(state)


@dataclass(frozen=True, slots=True)
class MatchTotals:
    """How much of a report rests on matches."""

    matches: int
    """Records that editors matched."""
    records: int
    """Records that say whether their source names the initiative: these, and the others."""
    alone: int
    """Statuses that rest on matches alone."""
    statuses: int
    """Statuses that an update gives."""


def editors_matches(snapshot: Snapshot) -> tuple[EditorsMatch, ...]:
    """Return every record that editors matched: of the program, then by initiative."""
    return tuple(one for one in _all(snapshot) if one.record.match is Match.INFERRED)


def match_totals(snapshot: Snapshot) -> MatchTotals:
    """Return how many records were matched, and how many statuses rest on these alone."""
    return MatchTotals(
        matches=len(editors_matches(snapshot)),
        records=sum(1 for _ in _all(snapshot)),
        alone=sum(map(rests_on_matches, snapshot.states)),
        statuses=sum(state.newest is not None for state in snapshot.states),
    )


def rests_on_matches(state: InitiativeState) -> bool:
    """Return whether the newest update has no other evidence than events that editors matched.

    What the Owner reports rests on the Owner's word, and an update may cite sources itself.
    """
    update = state.newest
    if update is None or update.basis is Basis.REPORTED or update.sources:
        return False
    cited = [event for event in state.initiative.events if event.id in update.evidence]
    return bool(cited) and all(event.match is Match.INFERRED for event in cited)


def _all(snapshot: Snapshot) -> Iterator[EditorsMatch]:
    yield from (EditorsMatch(None, event) for event in snapshot.report.about.events)
    for state in snapshot.states:
        one = state.initiative
        found: tuple[Matched, ...] = (*one.also_titled, *one.goals, *one.events)
        yield from (EditorsMatch(state, record) for record in found)
