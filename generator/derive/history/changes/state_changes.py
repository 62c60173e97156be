"""The state of an initiative: newly listed, another status or phase, updated or silent."""

from collections.abc import Iterator

from generator.derive.history.changes.changed_records import ChangeSet, changed_addresses
from generator.derive.history.changes.names import Names
from generator.derive.history.changes.phrasing import in_sentences, stopped
from generator.derive.history.changes.record_words import described
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.snapshot.evidence import StateAge
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import IdeaState
from generator.model.statuses import Confidence, Phase, State, Status
from generator.model.updates import Update
from generator.words.key_labels import key_label
from generator.words.message import Message, Text, listing, msg
from generator.words.states import last_reported

FOLLOWS = ("stage", "last_known", "last_known_on")
"""Derived values of a standing that get no sentence of their own.

The stage follows from the status and the plans, what is last known from the newest update or the
state at the proposal; all of these are told themselves.
"""

_SIGNALS = {
    "status": ChangeKind.STATUS,
    "phase": ChangeKind.PHASE,
    "confidence": ChangeKind.CONFIDENCE,
}
"""What an update says of a standing, and the kind of change that another one makes."""


def newcomer(state: InitiativeState, change_set: ChangeSet) -> Sentence:
    """Return the one sentence about an initiative that is newly listed."""
    initiative, proposed = state.initiative, state.initiative.proposed
    ideas = len(initiative.ideas)
    said = [
        msg(
            f"change-new-{proposed.how.value}",
            date=proposed.on,
            summary=stopped(initiative.summary),
        ),
        msg("change-newcomer-ideas", count=ideas) if ideas else "",
        msg("change-status", status=_reported(state), date=state.evidence.status.on),
        stopped(state.newest.reason) if state.newest else "",
    ]
    return Sentence(
        ChangeKind.NEW,
        in_sentences(said),
        initiative.events,
        sources=initiative.proposed.sources,
        accounts=changed_addresses(change_set.take("initiative", initiative.id)),
    )


def renamed(
    state: InitiativeState, former: str | None, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield the sentence about an initiative that had another id before."""
    if former is None:
        return
    some_id = state.initiative.id
    told = changed_addresses(change_set.take("initiative", some_id, "record", "former_ids"))
    text = msg("change-renamed", now=some_id, former=former)
    yield Sentence(ChangeKind.WORDING, text, accounts=told)


def gone(state: InitiativeState, change_set: ChangeSet) -> Sentence:
    """Return the one sentence about an initiative that is no longer listed."""
    initiative = state.initiative
    return Sentence(
        ChangeKind.GONE,
        msg(
            "change-gone",
            status=key_label(state.last_known),
            date=state.last_known_on,
            summary=stopped(initiative.summary),
        ),
        accounts=changed_addresses(change_set.take("initiative", initiative.id)),
    )


def updated(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield the sentence about new status updates, with the events they cite folded in."""
    here = ("initiative", after.initiative.id)
    found = change_set.take_new(*here, "updates")
    new = [unit.after for unit in found if isinstance(unit.after, Update)]
    if not new:
        return
    newest = after.newest if after.newest in new else None
    told = list(found)
    for signal in (*_SIGNALS, "ideas") if newest else ():
        told += change_set.take(*here, "standing", signal)
    cited = {event for update in new for event in update.evidence}
    folded = tuple(event for event in after.initiative.events if event.id in cited)
    for event in folded:
        told += change_set.take(*here, "record", "events", event.id)
    between = [described(u, names) for u in after.updates if u in new and u is not newest]
    yield Sentence(
        _kind(before, after) if newest else ChangeKind.STILL,
        in_sentences([*_movement(before, after, newest, names), *between]),
        folded,
        unchanged=_same_signals(before, after) if newest else (),
        sources=sources_of(update for update in after.updates if update in new),
        accounts=changed_addresses(told),
    )


def _kind(before: InitiativeState, after: InitiativeState) -> ChangeKind:
    if before.last_known is not after.last_known:
        if after.last_known is Status.ENDED:
            return ChangeKind.ENDED
        return ChangeKind.DROPPED if after.last_known.is_final else ChangeKind.STATUS
    if before.phase is not after.phase:
        return ChangeKind.PHASE
    return ChangeKind.CONFIDENCE if before.confidence is not after.confidence else ChangeKind.STILL


def _movement(
    before: InitiativeState, after: InitiativeState, newest: Update | None, names: Names
) -> Iterator[Text]:
    """Yield what the newest update says against what was known before."""
    if newest is None:
        return
    yield _status(before, after)
    if newest.actual_on and newest.actual_on != newest.as_of:
        yield msg("change-status-on", date=newest.actual_on)
    yield stopped(newest.reason)
    if before.phase is not after.phase:
        yield _move("phase", before.phase, after.phase)
    if before.confidence is not after.confidence:
        yield from _confidence(before, after, newest)
    if newest.continues_in:
        yield msg("change-continues", other=names.name("initiative", newest.continues_in))
    if newest.ask:
        ask = newest.ask
        yield msg("change-needed", of=ask.of, date=ask.by, what=stopped(ask.what))
    yield from _ideas(before, after, names)


def _reported(state: InitiativeState) -> Text:
    """Return the status that was given last; that it was so then, where the evidence is old."""
    outdated = state.evidence.status.outdated
    return last_reported(state.last_known) if outdated else key_label(state.last_known)


def _status(before: InitiativeState, after: InitiativeState) -> Message:
    now, date = _reported(after), after.evidence.status.on
    if before.last_known is after.last_known:
        return msg("change-status-same", now=now, date=date)
    return msg("change-status-moved", was=key_label(before.last_known), now=now, date=date)


def _move(axis: str, was: State, now: State) -> Message:
    """Return a move of phase or confidence; the state alone where none was assessed before."""
    if was in (Phase.NOT_ASSESSED, Confidence.NOT_ASSESSED):
        return msg(f"change-axis-{axis}-first", now=key_label(now))
    return msg(f"change-axis-{axis}-moved", was=key_label(was), now=key_label(now))


def _confidence(before: InitiativeState, after: InitiativeState, newest: Update) -> Iterator[Text]:
    yield _move("confidence", before.confidence, after.confidence)
    if newest.confidence_by:
        yield msg("change-confidence-by", who=newest.confidence_by)
    if newest.confidence_reason:
        yield msg("change-confidence-reason", reason=stopped(newest.confidence_reason))


def _ideas(before: InitiativeState, after: InitiativeState, names: Names) -> Iterator[Text]:
    initiative, nothing = after.initiative.id, msg("change-idea-nothing")
    for idea_id in dict.fromkeys((*after.ideas, *before.ideas)):
        was, now = before.ideas.get(idea_id), after.ideas.get(idea_id)
        if was is now:
            continue
        idea = names.idea(initiative, idea_id)
        found = _idea_reported(now, after.evidence.ideas[idea_id]) if now else nothing
        if was:
            yield msg("change-idea-moved", idea=idea, now=found, was=key_label(was))
        else:
            yield msg("change-idea-found", idea=idea, now=found)


def _idea_reported(state: IdeaState, age: StateAge) -> Text:
    return last_reported(state) if age.outdated else key_label(state)


def _same_signals(before: InitiativeState, after: InitiativeState) -> tuple[Text, ...]:
    """Return the phase where it stayed while the status moved."""
    moved = before.last_known is not after.last_known
    if moved and before.phase is after.phase and after.phase is not Phase.NOT_ASSESSED:
        return (msg("change-phase-same", now=key_label(after.phase)),)
    return ()


def moved_without_update(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield a sentence for each signal that is another although no update is new."""
    here = ("initiative", after.initiative.id)
    for axis, kind in _SIGNALS.items():
        if axis == "status" and after.status is Status.NOT_REPORTED:
            continue
        for unit in change_set.take(*here, "standing", axis):
            was, now = getattr(before, axis), getattr(after, axis)
            text = msg(f"change-axis-{axis}-only", was=key_label(was), now=key_label(now))
            yield Sentence(kind, text, accounts=unit.accounts)
    if found := change_set.take(*here, "standing", "ideas"):
        said = in_sentences(list(_ideas(before, after, names)))
        yield Sentence(ChangeKind.IDEAS, said, accounts=changed_addresses(found))


def freshness(
    before: InitiativeState, after: InitiativeState, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield a sentence where the newest update has aged, or has been renewed."""
    here = ("initiative", after.initiative.id, "standing")
    found = [*change_set.take(*here, "freshness"), *change_set.take(*here, "missed")]
    if not found:
        return
    now = key_label(after.freshness)
    moved = before.freshness is not after.freshness
    said = [
        msg("change-freshness-moved", was=key_label(before.freshness), now=now)
        if moved
        else msg("change-freshness-same", now=now),
        *_missed(before, after),
    ]
    yield Sentence(ChangeKind.FRESHNESS, in_sentences(said), accounts=changed_addresses(found))


def _missed(before: InitiativeState, after: InitiativeState) -> Iterator[Text]:
    earlier, later = before.owed_milestones.missed, after.owed_milestones.missed
    if now := [m.title for m in later if m not in earlier]:
        yield msg("change-missed", milestones=listing(now))
    if was := [m.title for m in earlier if m not in later]:
        yield msg("change-no-longer-missed", milestones=listing(was))


def silent(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield a sentence where no update is new although time passed and the promise is open.

    To be asked before anything else of the initiative is told: it says whether nothing at all was
    found, or only no update.
    """
    here = ("initiative", after.initiative.id)
    known = {update.key for update in before.updates}
    if after.last_known.is_closed or any(u.key not in known for u in after.updates):
        return
    fell_silent = after.status is Status.NOT_REPORTED
    status = change_set.take(*here, "standing", "status") if fell_silent else ()
    if not status and names.after.day <= names.before.day:
        return
    events = {event.id for event in before.initiative.events}
    found = any(event.id not in events for event in after.initiative.events)
    nothing = not found and not change_set.has_new_dated(*here, "record")
    text = msg(
        "change-silent" if nothing else "change-silent-no-update",
        status=key_label(after.last_known),
        date=after.last_known_on,
    )
    yield Sentence(ChangeKind.NOTHING_SINCE, text, accounts=changed_addresses(status))


def derived(after: InitiativeState, change_set: ChangeSet) -> None:
    """Take out what follows from other changes (`FOLLOWS`)."""
    for name in FOLLOWS:
        change_set.take("initiative", after.initiative.id, "standing", name)
