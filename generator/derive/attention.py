"""Which initiatives need attention, and why: ranked by what the records say, by nothing else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from generator.derive.measures.results import TargetResult, Verdict, target_results
from generator.derive.money.at_stake import MoneyAtStake, money_at_stake
from generator.derive.money.ledger import Ledger, ledger
from generator.derive.money.periods import ends_of
from generator.derive.money.variance import Variance, variances
from generator.derive.responsibility.budget_cycle import newest_full_cycle
from generator.derive.snapshot.evidence import earliest
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.model.initiative import Event
from generator.model.keys import EventKind
from generator.model.schedule import RoadmapMilestone
from generator.model.statuses import Confidence, Group, Status, Timing, Trait

STOPPED_BY = frozenset(
    {EventKind.REJECTED, EventKind.DECIDED_TO_END, EventKind.DROPPED, EventKind.ENDED}
)
"""Events with which something stops."""


class Concern(StrEnum):
    """Why an initiative needs attention; the first ranks highest."""

    ASKED = "asked"
    """Its newest update asks somebody to do something."""
    IN_TROUBLE = "in_trouble"
    """It is off track or at risk, or its forecast is low."""
    STOPPED = "stopped"
    """It, or a part of it, was dropped or ended, and money is known of it."""
    OVERDUE = "overdue"
    OVERSPENT = "overspent"
    """More was spent than was adopted, or more is forecast than was planned."""
    MISSED = "missed"
    """A target that it had was missed."""
    PAUSED = "paused"
    DECIDED = "decided"
    """It was decided on, and nothing found since shows that this is carried out."""
    SILENT = "silent"
    """Money is known of it, and nothing about it was found of late."""


NEEDS_MONEY = frozenset({Concern.STOPPED, Concern.SILENT})
"""What is a concern only where money is known of the initiative."""


@dataclass(frozen=True, slots=True)
class OverdueDate:
    """A date that has passed: of a step, or of the initiative itself."""

    timing: DateTiming
    step: RoadmapMilestone | None = None


Shown: TypeAlias = InitiativeState | Event | OverdueDate | Variance | TargetResult
"""What shows a concern: a record or comparison, or the state of the initiative itself."""


@dataclass(frozen=True, slots=True)
class Matter:
    """An initiative that needs attention, with the first of its concerns."""

    state: InitiativeState
    concern: Concern
    shown: Shown
    money: MoneyAtStake

    @property
    def is_of_part(self) -> bool:
        """Whether not the initiative stopped, but a part of it."""
        return self.concern is Concern.STOPPED and isinstance(self.shown, Event)

    def order(self, day: date) -> tuple[int, date, Decimal, str]:
        """Return what matters are sorted by: concern, then day of a request, then money."""
        ask = self.state.newest.ask if self.state.newest else None
        by = ask.by.last(day) if ask and self.concern is Concern.ASKED else date.max
        place = list(Concern).index(self.concern)
        return place, by, -self.money.size, self.state.initiative.id


def matters(snapshot: Snapshot, since: date | None = None) -> tuple[Matter, ...]:
    """Return every initiative that needs attention, ranked.

    What was dropped or ended by the day `since`, that of the report before, needs none any more.
    """
    found = ledger(snapshot)
    look = _Look(
        snapshot=snapshot,
        since=since,
        recent=newest_full_cycle(snapshot.report, snapshot.day),
        ledger=found,
        ends=ends_of(snapshot.report, found.postings),
    )
    ranked = (matter for state in snapshot.states if (matter := look.matter(state)))
    return tuple(sorted(ranked, key=lambda matter: matter.order(snapshot.day)))


@dataclass(frozen=True, slots=True)
class _Look:
    """One look at a snapshot, with what all initiatives are judged by."""

    snapshot: Snapshot
    since: date | None
    recent: date
    """The first day of the newest full budget cycle."""
    ledger: Ledger
    ends: Mapping[str, date]

    @property
    def day(self) -> date:
        """Return the day of the snapshot."""
        return self.snapshot.day

    def matter(self, state: InitiativeState) -> Matter | None:
        """Return why an initiative needs attention, by its first concern; None without one."""
        money = money_at_stake(self.snapshot, self.ledger, state)
        for concern in Concern:
            if concern in NEEDS_MONEY and not money.size:
                continue
            shown = next(iter(_SHOWN_BY[concern](self, state)), None)
            if shown is not None:
                return Matter(state, concern, shown, money)
        return None


def _asked(_: _Look, state: InitiativeState) -> Iterator[Shown]:
    if state.newest and state.newest.ask:
        yield state


def _in_trouble(_: _Look, state: InitiativeState) -> Iterator[Shown]:
    if Trait.TROUBLE in state.status.traits or state.confidence is Confidence.RED:
        yield state


def _stopped(look: _Look, state: InitiativeState) -> Iterator[Shown]:
    """Yield the state of what stopped as a whole, or the event with which a part of it did."""
    events = _events(look, state)
    if state.status.has_stopped:
        shown: Shown = state
        on = state.last_known_on
    elif events and events[-1].kind in STOPPED_BY:
        shown, on = events[-1], events[-1].on
    else:
        return
    if look.since is None or on.last(look.day) > look.since:
        yield shown


def _overdue(_: _Look, state: InitiativeState) -> Iterator[Shown]:
    """Yield what is overdue, the longest first."""
    if _is_over(state):
        return
    own = state.timing
    found = [OverdueDate(own.decides)] if own.decides else []
    open_steps = (step for step in state.initiative.roadmap if step.outcome is None)
    found += [OverdueDate(own.steps[step.id], step) for step in open_steps]
    late = [one for one in found if one.timing.timing is Timing.OVERDUE]
    yield from sorted(late, key=lambda one: one.timing.overdue_since or date.max)


def _overspent(look: _Look, state: InitiativeState) -> Iterator[Shown]:
    postings = look.ledger.by_initiative.get(state.initiative.id, ())
    for one in variances(postings, look.ends):
        if one.difference.low is not None and one.difference.low > 0:
            yield one


def _missed(look: _Look, state: InitiativeState) -> Iterator[Shown]:
    measures = () if _is_over(state) else state.initiative.measures
    for measure in measures:
        results = target_results(measure, look.day)
        yield from (one for one in results if one.verdict is Verdict.NOT_MET)


def _paused(_: _Look, state: InitiativeState) -> Iterator[Shown]:
    if state.status is Status.PAUSED:
        yield state


def _decided(look: _Look, state: InitiativeState) -> Iterator[Shown]:
    """Yield the decision after which nothing was found, where that is long ago."""
    events, newest = _events(look, state), state.evidence.newest
    if _is_over(state) or newest is None or not events:
        return
    decision = events[-1]
    is_newest = newest.last(look.day) <= decision.on.last(look.day) < look.recent
    if decision.kind is EventKind.APPROVED and is_newest:
        yield decision


def _silent(look: _Look, state: InitiativeState) -> Iterator[Shown]:
    newest = state.evidence.newest or state.initiative.proposed.on
    if not _is_over(state) and earliest(newest, look.day) < look.recent:
        yield state


def _is_over(state: InitiativeState) -> bool:
    return state.last_known.group is Group.DONE


def _events(look: _Look, state: InitiativeState) -> Sequence[Event]:
    """Return what happened to an initiative, the newest last; not what is only related."""
    own = [event for event in state.initiative.events if event.about]
    return sorted(own, key=lambda e: (e.on.last(look.day), earliest(e.on, look.day)))


_SHOWN_BY: Mapping[Concern, Callable[[_Look, InitiativeState], Iterator[Shown]]] = {
    Concern.ASKED: _asked,
    Concern.IN_TROUBLE: _in_trouble,
    Concern.STOPPED: _stopped,
    Concern.OVERDUE: _overdue,
    Concern.OVERSPENT: _overspent,
    Concern.MISSED: _missed,
    Concern.PAUSED: _paused,
    Concern.DECIDED: _decided,
    Concern.SILENT: _silent,
}
