"""The state of an initiative: new on the record, another status or phase, fresh or silent."""

from collections.abc import Iterator

from generator.derive.history.changes.changed_records import ChangeSet, changed_addresses
from generator.derive.history.changes.names import Names, joined, lower_first
from generator.derive.history.changes.record_words import described
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import HowProposed
from generator.model.statuses import Confidence, Phase, Status
from generator.model.updates import Update
from generator.words.english import counted, date_words, word_list

FOLLOWS = {
    "stage": "follows from the status and the plans, which are told themselves",
    "last_known": "follows from the newest update or the state at the proposal, which are told",
    "last_known_on": "is the date of the newest update or of the proposal, which are told",
}
"""Derived values of a standing that get no sentence of their own, and why."""

_SIGNALS = {
    "status": ChangeKind.STATUS,
    "phase": ChangeKind.PHASE,
    "confidence": ChangeKind.CONFIDENCE,
}
"""What an update says of a standing, and the kind of change that another one makes."""


def newcomer(state: InitiativeState, names: Names, change_set: ChangeSet) -> Sentence:
    """Return the one sentence about an initiative that is new on the record."""
    initiative = state.initiative
    first_seen = initiative.proposed.how is HowProposed.FIRST_SEEN
    lead = "First seen in a source" if first_seen else "Put on the record"
    pieces = [
        f"{lead}, {date_words(initiative.proposed.on)}: {initiative.summary}",
        f"With {counted(len(initiative.ideas), 'idea')}" if initiative.ideas else "",
        f"Status: {names.label(state.last_known)}, as of {date_words(state.last_known_on)}",
        (state.newest.reason or "") if state.newest else "",
    ]
    return Sentence(
        ChangeKind.NEW,
        joined(pieces),
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
    text = f"Has another id: {some_id}, before {former}. The former address leads here."
    yield Sentence(ChangeKind.WORDING, text, accounts=told)


def gone(state: InitiativeState, names: Names, change_set: ChangeSet) -> Sentence:
    """Return the one sentence about an initiative that is no longer on the record."""
    initiative = state.initiative
    text = (
        f"No longer on the record. Before: {names.label(state.last_known)}, as of "
        f"{date_words(state.last_known_on)}. {initiative.summary}"
    )
    return Sentence(
        ChangeKind.GONE,
        text,
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
    pieces = [*_movement(before, after, newest, names), *between]
    yield Sentence(
        _kind(before, after) if newest else ChangeKind.STILL,
        joined(pieces),
        folded,
        unchanged=_same_signals(before, after, names) if newest else (),
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
) -> Iterator[str]:
    """Yield what the newest update says against what was known before."""
    if newest is None:
        return
    now = names.label(after.last_known)
    same = before.last_known is after.last_known
    lead = f"still {now}" if same else _from_to(names.label(before.last_known), now)
    axes = [*_phase(before, after, names), *_confidence(before, after, newest, names)]
    ended = newest.actual_on
    when = f" on {date_words(ended)}" if ended and ended != newest.as_of else ""
    yield f"{'; '.join([lead + when, *axes])} (as of {date_words(newest.as_of)})"
    yield newest.reason or ""
    if newest.continues_in:
        yield f"It continues in {names.name('initiative', newest.continues_in)}"
    if newest.ask:
        ask = newest.ask
        yield f"Needed: {ask.of}: {ask.what}, by {date_words(ask.by)}"
    yield from _ideas(before, after, names)


def _phase(before: InitiativeState, after: InitiativeState, names: Names) -> Iterator[str]:
    if before.phase is after.phase:
        return
    now = names.label(after.phase)
    known = before.phase is not Phase.NOT_ASSESSED
    yield f"phase {_from_to(names.label(before.phase), now) if known else now}"


def _from_to(was: str, now: str) -> str:
    """Return a move in words; a label with a comma gets a second one behind it."""
    return f"from {was}{',' if ',' in was else ''} to {now}"


def _confidence(
    before: InitiativeState, after: InitiativeState, newest: Update, names: Names
) -> Iterator[str]:
    if before.confidence is after.confidence:
        return
    known = before.confidence is not Confidence.NOT_ASSESSED
    now = names.label(after.confidence)
    move = _from_to(names.label(before.confidence), now) if known else now
    by = f" by {newest.confidence_by}" if newest.confidence_by else ""
    why = f", because {lower_first(newest.confidence_reason)}" if newest.confidence_reason else ""
    yield f"delivery confidence {move}{by}{why.rstrip('.')}"


def _ideas(before: InitiativeState, after: InitiativeState, names: Names) -> Iterator[str]:
    initiative = after.initiative.id
    for idea in dict.fromkeys((*after.ideas, *before.ideas)):
        was, now = before.ideas.get(idea), after.ideas.get(idea)
        if was is not now:
            told = names.label(now) if now else "nothing found"
            held = f" (before: {names.label(was)})" if was else ""
            yield f"Idea {names.idea(initiative, idea)}: {told}{held}"


def _same_signals(before: InitiativeState, after: InitiativeState, names: Names) -> tuple[str, ...]:
    """Return the phase where it stayed while the status moved."""
    moved = before.last_known is not after.last_known
    if moved and before.phase is after.phase and after.phase is not Phase.NOT_ASSESSED:
        return (f"phase {names.label(after.phase)}",)
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
            text = f"{axis} {_from_to(names.label(was), names.label(now))}"
            yield Sentence(kind, joined([text]), accounts=unit.accounts)
    if found := change_set.take(*here, "standing", "ideas"):
        text = joined(list(_ideas(before, after, names)))
        yield Sentence(ChangeKind.IDEAS, text, accounts=changed_addresses(found))


def freshness(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield a sentence where the newest update has aged, or has been renewed."""
    here = ("initiative", after.initiative.id, "standing")
    found = [*change_set.take(*here, "freshness"), *change_set.take(*here, "missed")]
    if not found:
        return
    now = names.label(after.freshness)
    same = before.freshness is after.freshness
    lead = f"still {now}" if same else _from_to(names.label(before.freshness), now)
    pieces = [lead, _missed(before, after)]
    yield Sentence(ChangeKind.FRESHNESS, joined(pieces), accounts=changed_addresses(found))


def _missed(before: InitiativeState, after: InitiativeState) -> str:
    was = [m.title for m in before.owed_milestones.missed if m not in after.owed_milestones.missed]
    now = [m.title for m in after.owed_milestones.missed if m not in before.owed_milestones.missed]
    open_since = f"without an update: {word_list(now)}" if now else ""
    answered = f"no longer missing: {word_list(was)}" if was else ""
    return "; ".join(filter(None, (open_since, answered)))


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
    last = f"{names.label(after.last_known)}, {date_words(after.last_known_on)}"
    lead = f"{last}; nothing found since" if nothing else f"no status update since: {last}"
    yield Sentence(ChangeKind.NOTHING_SINCE, joined([lead]), accounts=changed_addresses(status))


def derived(after: InitiativeState, change_set: ChangeSet) -> None:
    """Take out what follows from other changes (`FOLLOWS`)."""
    for name in FOLLOWS:
        change_set.take("initiative", after.initiative.id, "standing", name)
