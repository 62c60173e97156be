"""What became of ideas as squares, one for each, with how many are of each kind."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import IdeaState
from generator.model.statuses import Tone
from generator.words.message import Message, Text, msg
from generator.words.states import label, last_reported

MOST_SQUARES = 600
"""Squares of a page; of more ideas than that, a square stands for several."""

Age = Literal["recent", "last", "proposal"]
"""Found of late; long ago, so that it may be otherwise by now; said by the proposal alone."""

_AGES: tuple[Age, ...] = ("recent", "last", "proposal")
_BEST_FIRST = (
    IdeaState.IN_PLACE,
    IdeaState.PARTLY_DONE,
    IdeaState.UNDER_WAY,
    IdeaState.ENDED,
    IdeaState.DROPPED,
)
_TONES: dict[IdeaState | None, Tone] = {
    IdeaState.IN_PLACE: "green",
    IdeaState.PARTLY_DONE: "green",
    IdeaState.UNDER_WAY: "blue",
}


@dataclass(frozen=True, slots=True)
class IdeaKind:
    """What became of some ideas, and how old that is; no state where nothing was found."""

    state: IdeaState | None
    age: Age = "recent"

    @property
    def look(self) -> str:
        """Return how its squares look."""
        return f"{self.state.value}-{self.age}" if self.state else "none"

    @property
    def tone(self) -> Tone:
        """Return the tone of its squares."""
        return _TONES.get(self.state, "quiet")

    @property
    def label(self) -> Message:
        """Return what it is called."""
        if self.state is None:
            return msg("idea-nothing-found")
        if self.age == "proposal":
            return msg("idea-at-proposal", state=label(self.state))
        return last_reported(self.state) if self.age == "last" else label(self.state)


KINDS = (
    *(
        IdeaKind(state, age)
        for state in _BEST_FIRST
        for age in _AGES
        if age != "last" or state.may_be_outdated
    ),
    IdeaKind(None),
)
"""Every kind, in the order in which squares are shown."""


@dataclass(frozen=True, slots=True)
class SquareRun:
    """Squares that look alike, and how many ideas they stand for."""

    look: str
    tone: Tone
    label: Text
    count: int
    squares: int


def kind_of(state: InitiativeState, idea_id: str) -> IdeaKind:
    """Return what became of an idea of an initiative."""
    found = state.ideas.get(idea_id)
    if found is None:
        return IdeaKind(None)
    age = state.evidence.ideas[idea_id]
    return IdeaKind(found, "proposal" if age.at_proposal else "last" if age.outdated else "recent")


def kinds_of(states: Iterable[InitiativeState]) -> Counter[IdeaKind]:
    """Return how many ideas of some initiatives are of each kind."""
    return Counter(kind_of(state, idea.id) for state in states for idea in state.initiative.ideas)


def ideas_a_square(ideas: int) -> int:
    """Return how many ideas a square stands for where there are so many: 1, 10, 100, ..."""
    each = 1
    while ideas > MOST_SQUARES * each:
        each *= 10
    return each


def square_runs(kinds: Counter[IdeaKind], each: int) -> tuple[SquareRun, ...]:
    """Return ideas as squares, each of which stands for about `each`, the best first."""
    return tuple(
        SquareRun(kind.look, kind.tone, kind.label, count, max(1, round(count / each)))
        for kind in KINDS
        if (count := kinds[kind])
    )


def tally(kinds: Counter[IdeaKind]) -> Sequence[Message]:
    """Return in a few words how many ideas came how far, whenever that was found."""
    counts = {state: sum(kinds[IdeaKind(state, age)] for age in _AGES) for state in _BEST_FIRST}
    return [
        msg(f"idea-tally-{state.value}", count=count) for state, count in counts.items() if count
    ]
