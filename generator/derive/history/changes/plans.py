"""Roles and roadmap steps: what came against what was there or was planned before."""

from collections.abc import Iterator
from datetime import date

from generator.derive.history.changes.changed_records import ChangeSet, changed_addresses
from generator.derive.history.changes.names import Names, joined
from generator.derive.history.changes.record_words import described
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.history.punctuality import Punctuality, punctuality
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.dates import PartialDate
from generator.model.initiative import Outcome, RoadmapMilestone, Role
from generator.model.keys import RoleKind
from generator.model.statuses import RoadmapState
from generator.words.english import date_words, sentence

_AGAINST_PLAN = {
    Punctuality.EARLIER: "earlier than planned",
    Punctuality.AS_PLANNED: "as planned",
    Punctuality.LATER: "later than planned",
    Punctuality.UNCERTAIN: "whether as planned cannot be told",
}


def roles(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield who holds a role now, and who did before."""
    here = ("initiative", after.initiative.id, "record", "roles")
    found = change_set.take_new(*here)
    for kind in RoleKind:
        units = [u for u in found if isinstance(u.after, Role) and u.after.role is kind]
        if not units:
            continue
        was = before.owner if kind is RoleKind.OWNER else before.sponsor
        entries = [u.after for u in units if isinstance(u.after, Role)]
        units += [
            u
            for old in before.initiative.roles
            if old.role is kind
            for u in change_set.take(*here, old.key, "until")
        ]
        until = next((r.until for r in after.initiative.roles if was and r.key == was.key), None)
        yield Sentence(
            ChangeKind.ROLES,
            joined([_roles(kind, entries, was, until, names)]),
            sources=sources_of(entries),
            accounts=changed_addresses(units),
        )


def _roles(
    kind: RoleKind, new: list[Role], was: Role | None, until: PartialDate | None, names: Names
) -> str:
    held = "; then ".join(
        f"{names.name('holder', role.holder)} since {date_words(role.since)}"
        + (f" until {date_words(role.until)}" if role.until else "")
        + (f" ({role.note.rstrip('.')})" if role.note else "")
        for role in new
    )
    end = f" until {date_words(until)}" if until else ""
    before = f"{names.name('holder', was.holder)}{end}" if was else "nobody on record"
    return f"{sentence(kind.value)}: {held} (before: {before})"


def roadmap(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield what became of steps, and which were put off."""
    known = {step.id for step in before.initiative.roadmap}
    for step in after.initiative.roadmap:
        here = ("initiative", after.initiative.id, "record", "roadmap", step.id)
        if step.id not in known:
            continue
        if not (found := [*change_set.take_new(*here, "revised"), *change_set.take_new(*here)]):
            continue
        outcome = next((u.after for u in found if isinstance(u.after, Outcome)), None)
        revised = [
            described(u.after, names)
            for u in found
            if u.address[-2:-1] == ("revised",) and u.after in step.revised
        ]
        planned = _planned_before(before, step.id)
        pieces = [f"{step.title}: {'; '.join(revised)} (before: {date_words(planned)})"]
        if outcome:
            pieces = [f"{step.title}: {_ended(step, outcome, names)}", *revised]
        yield Sentence(
            ChangeKind.ROADMAP,
            joined(pieces),
            sources=outcome.sources if outcome else (),
            accounts=changed_addresses(found),
        )


def _planned_before(before: InitiativeState, step_id: str) -> PartialDate:
    return next(step.planned for step in before.initiative.roadmap if step.id == step_id)


def _ended(step: RoadmapMilestone, outcome: Outcome, names: Names) -> str:
    planned = _plan_in_force(step, outcome)
    late = f" (planned for {date_words(planned)})"
    if outcome.state is RoadmapState.MET:
        late = f", {_AGAINST_PLAN[punctuality(outcome.on, planned)]} ({date_words(planned)})"
    note = f". {outcome.note}" if outcome.note else ""
    return f"{names.label(outcome.state)} {date_words(outcome.on)}{late}{note}"


def _plan_in_force(step: RoadmapMilestone, outcome: Outcome) -> PartialDate:
    """Return the newest plan that may have been made by the time of the outcome."""
    made = [r.to for r in step.revised if r.on.first() <= outcome.on.last(date.max)]
    return made[-1] if made else step.original
