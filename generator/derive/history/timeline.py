"""What happened to an initiative, in the order of time."""

from dataclasses import dataclass
from datetime import date

from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.dates import PartialDate
from generator.model.initiative import Event, Proposed
from generator.model.updates import Update


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry of an initiative's timeline: the proposal, an event or an update."""

    when: PartialDate
    what: Proposed | Event | Update


def timeline(state: InitiativeState, day: date) -> tuple[TimelineEntry, ...]:
    """Return proposal, events and updates, newest first.

    Order is by the last day each may mean, then the first, then the kind; an update is above
    the events it rests on.
    """
    initiative = state.initiative
    entries = [TimelineEntry(initiative.proposed.on, initiative.proposed)]
    entries += [TimelineEntry(event.on, event) for event in initiative.events]
    entries += [TimelineEntry(update.as_of, update) for update in state.updates]
    return tuple(sorted(entries, key=lambda e: _order(e, day), reverse=True))


def _order(entry: TimelineEntry, day: date) -> tuple[date, date, int, str]:
    rank = {Proposed: 0, Event: 1, Update: 2}[type(entry.what)]
    name = entry.what.key if not isinstance(entry.what, Proposed) else ""
    return (entry.when.last(day), entry.when.first(), rank, name)
