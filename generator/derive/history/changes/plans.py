"""Roles and roadmap steps: what came against what was there or was planned before."""

from collections.abc import Iterable, Iterator, Sequence

from generator.derive.history.changes.changed_records import ChangeSet, changed_addresses
from generator.derive.history.changes.names import Names
from generator.derive.history.changes.phrasing import in_sentences, stopped
from generator.derive.history.changes.record_words import described, role
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.history.punctuality import plan_in_force, punctuality
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.dates import PartialDate
from generator.model.initiative import Role
from generator.model.keys import RoleKind
from generator.model.schedule import Forecast, Occurrence, Outcome, Revision, RoadmapMilestone
from generator.model.statuses import RoadmapState
from generator.words.message import Text, msg


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
        held = [role(entry, names) for entry in entries]
        yield Sentence(
            ChangeKind.ROLES,
            in_sentences([*held, _held_before(was, until, names)]),
            sources=sources_of(entries),
            accounts=changed_addresses(units),
        )


def _held_before(was: Role | None, until: PartialDate | None, names: Names) -> Text:
    if was is None:
        return msg("change-held-by-nobody-before")
    holder = names.holder(was.holder)
    if until is None:
        return msg("change-held-before", holder=holder)
    return msg("change-held-before-until", holder=holder, until=until)


def roadmap(
    before: InitiativeState, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield what became of steps, and which were put off."""
    known = {step.id: step for step in before.initiative.roadmap}
    for step in after.initiative.roadmap:
        here = ("initiative", after.initiative.id, "record", "roadmap", step.id)
        if step.id not in known:
            continue
        lists = [*change_set.take_new(*here, "revised"), *change_set.take_new(*here, "forecasts")]
        if not (found := [*lists, *change_set.take_new(*here)]):
            continue
        outcome = next((u.after for u in found if isinstance(u.after, Outcome)), None)
        fresh = [unit.after for unit in found]
        revised = [revision for revision in step.revised if revision in fresh]
        if outcome:
            told = [*_ended(step, outcome), *(described(revision, names) for revision in revised)]
        else:
            told = [*_put_off(step, revised, known[step.id].planned)]
        told += [*_expected(step, fresh)]
        yield Sentence(
            ChangeKind.ROADMAP,
            in_sentences(told),
            sources=outcome.sources if outcome else sources_of(_reported(fresh)),
            accounts=changed_addresses(found),
        )


def _put_off(
    step: RoadmapMilestone, revised: Iterable[Revision], planned: PartialDate
) -> Iterator[Text]:
    """Yield each new date of a step with the one before it, and why."""
    for revision in revised:
        yield msg("change-step-moved", title=step.title, date=revision.to, before=planned)
        yield stopped(revision.reason)
        planned = revision.to


def _reported(fresh: Sequence[object]) -> Iterator[Forecast | Occurrence]:
    """Yield what is neither a plan nor an outcome, which have sources of their own elsewhere."""
    return (record for record in fresh if isinstance(record, Forecast | Occurrence))


def _expected(step: RoadmapMilestone, fresh: Sequence[object]) -> Iterator[Text]:
    """Yield what is newly forecast of a step, and that it has begun."""
    for forecast in step.forecasts:
        if forecast in fresh:
            date, on = forecast.expects, forecast.on
            yield msg("change-step-forecast", title=step.title, date=date, on=on)
            yield stopped(forecast.reason)
    if step.begun and step.begun in fresh:
        yield msg("change-step-begun", title=step.title, date=step.begun.on)
        yield stopped(step.begun.note)


def _ended(step: RoadmapMilestone, outcome: Outcome) -> Iterator[Text]:
    planned = plan_in_force(step, outcome.on)
    how = outcome.state.value
    if outcome.state is RoadmapState.MET:
        how = punctuality(outcome.on, planned).value
    yield msg(f"change-step-came-{how}", title=step.title, date=outcome.on, planned=planned)
    yield stopped(outcome.note)
