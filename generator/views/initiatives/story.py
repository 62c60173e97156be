"""An initiative at a glance: the events that tell its story, and its ideas as a checklist."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.history.timeline import TimelineEntry, timeline
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.initiative import Event, Proposed
from generator.model.keys import EventKind
from generator.views.base.blocks import Cell, DatedEntry, Words
from generator.views.base.shared import idea_cell, match_mark, sources
from generator.views.initiatives.history import proposal_cell
from generator.words.message import Text, msg

MOST = 6
"""Entries that the story has at most; the history has all."""

_SAYINGS = frozenset({EventKind.REPORTED, EventKind.PLANNED, EventKind.RECOGNIZED})
"""Kinds of events in which something was said, and nothing done or decided."""


def story(snapshot: Snapshot, state: InitiativeState) -> tuple[DatedEntry, ...]:
    """Return what happened to an initiative in a few entries, newest first.

    Of many events those remain in which something was done or decided, and of these the newest.
    How it began is always the last.
    """
    found = timeline(state, snapshot.day)
    events = [e for e in found if isinstance(e.what, Event)]
    kept = _kept(events, MOST - 1)
    return tuple(_entries(snapshot, state, (e for e in found if e in kept or _begins(e))))


def _begins(entry: TimelineEntry) -> bool:
    return isinstance(entry.what, Proposed)


def _kept(events: Sequence[TimelineEntry], most: int) -> Sequence[TimelineEntry]:
    if len(events) <= most:
        return events
    done = [e for e in events if isinstance(e.what, Event) and e.what.kind not in _SAYINGS]
    return (done or events)[:most]


def _entries(
    snapshot: Snapshot, state: InitiativeState, found: Iterator[TimelineEntry]
) -> Iterator[DatedEntry]:
    for entry in found:
        if isinstance(entry.what, Event):
            event = entry.what
            cited = sources(snapshot.report, event.sources)
            said: Cell = (Words(event.text), *match_mark(event.match), *cited)
            yield DatedEntry(event.on, said)
        else:
            yield DatedEntry(entry.when, proposal_cell(snapshot.report, state))


@dataclass(frozen=True, slots=True)
class CheckedIdea:
    """An idea, and whether anything was found of it since it was proposed."""

    text: str
    is_found: bool
    state: Cell
    """What became of it and when that was last found, or that nothing was found."""
    votes: int | None = None
    """How many chose it in the survey."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """The ideas of an initiative, and about how many anything was found."""

    lead: Text
    ideas: tuple[CheckedIdea, ...]


def checklist(snapshot: Snapshot, state: InitiativeState) -> Checklist | None:
    """Return the ideas with what was found of each, or None where there are none."""
    survey = snapshot.report.background.survey
    votes = {
        c.idea: c.votes
        for c in (survey.choices if survey else ())
        if c.initiative == state.initiative.id
    }
    ideas = tuple(
        CheckedIdea(
            idea.text,
            _is_found(state, idea.id),
            idea_cell(state, idea.id),
            votes.get(idea.id),
        )
        for idea in state.initiative.ideas
    )
    return Checklist(_lead(ideas), ideas) if ideas else None


def _lead(ideas: Sequence[CheckedIdea]) -> Text:
    found, count = sum(idea.is_found for idea in ideas), len(ideas)
    if found == count:
        return msg("initiative-ideas-found-all", count=count)
    if not found:
        return msg("initiative-ideas-found-none", count=count)
    return msg("initiative-ideas-found", found=found, count=count)


def _is_found(state: InitiativeState, idea: str) -> bool:
    age = state.evidence.ideas.get(idea)
    return age is not None and not age.at_proposal
