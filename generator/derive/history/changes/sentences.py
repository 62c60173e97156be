"""The difference of two snapshots in sentences: one function for pages, reviews, briefs, feeds.

Every value that differs is told by exactly one sentence, or is on a short list of what follows
from other values (`state_changes.FOLLOWS`, `TOLD_WITH`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.derive.history.changes import measure_changes, money_changes, plans, schedule_changes
from generator.derive.history.changes import state_changes as standing
from generator.derive.history.changes.address_words import change_kind, location, subject_of
from generator.derive.history.changes.changed_records import (
    ChangedRecord,
    ChangeSet,
    changed_records,
)
from generator.derive.history.changes.names import Names, field_at
from generator.derive.history.changes.phrasing import is_stopped
from generator.derive.history.changes.record_words import described, has_words
from generator.derive.history.changes.sentence import ChangeKind, Sentence
from generator.derive.history.renames import under_ids_of
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.known_calendar import is_by_name
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.measures import Measure
from generator.model.records import Sourced
from generator.model.values import Record
from generator.words.message import Text, msg

TOLD_WITH = ("sources",)
"""Parts of the report of which a new record is told with what cites it, and not by itself."""


def changes(before: Snapshot, after: Snapshot) -> tuple[Sentence, ...]:
    """Return what changed from one snapshot to another, in sentences, by kind.

    An initiative that was renamed is the same one; its subject is the id that `after` gives it.
    """
    before, new_ids = under_ids_of(before, after.report)
    old_ids = {new: old for old, new in new_ids.items()}
    names = Names(before, after)
    by_initiative, rest = _by_initiative(changed_records(before, after))
    told: list[Sentence] = []
    known = {state.initiative.id: state for state in before.states}
    for now in after.states:
        change_set = ChangeSet(by_initiative.pop(now.initiative.id, ()))
        found = standing.renamed(now, old_ids.get(now.initiative.id), change_set)
        told += _about(now, found)
        told += _about(now, _of_initiative(known.get(now.initiative.id), now, names, change_set))
    for then in before.states:
        if then.initiative.id in by_initiative:
            change_set = ChangeSet(by_initiative[then.initiative.id])
            told += _about(then, [standing.gone(then, change_set)])
    told += _of_report(before, after, names, ChangeSet(rest))
    order = list(ChangeKind)
    return tuple(sorted(told, key=lambda sentence: order.index(sentence.kind)))


def _about(about: InitiativeState, told: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield sentences as those about an initiative."""
    subject, title = f"initiative:{about.initiative.id}", about.initiative.title
    return (replace(sentence, subject=subject, title=title) for sentence in told)


def _by_initiative(
    found: list[ChangedRecord],
) -> tuple[dict[str, list[ChangedRecord]], list[ChangedRecord]]:
    by_initiative: dict[str, list[ChangedRecord]] = {}
    rest = []
    for unit in found:
        if unit.address[0] == "initiative":
            by_initiative.setdefault(unit.address[1], []).append(unit)
        else:
            rest.append(unit)
    return by_initiative, rest


def _of_initiative(
    before: InitiativeState | None, after: InitiativeState, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    if before is None:
        yield standing.newcomer(after, change_set)
        return
    where = ("initiative", after.initiative.id, "record")
    standing.derived(after, change_set)
    yield from standing.silent(before, after, names, change_set)
    yield from standing.updated(before, after, names, change_set)
    yield from standing.moved_without_update(before, after, names, change_set)
    yield from standing.freshness(before, after, change_set)
    yield from plans.roles(before, after, names, change_set)
    yield from schedule_changes.schedule(before, after, change_set)
    yield from plans.roadmap(before, after, names, change_set)
    yield from money_changes.money(before, after, where, names, change_set)
    old, new = before.initiative.measures, after.initiative.measures
    yield from measure_changes.measures(old, new, where, change_set)
    yield from (_plain(unit, names) for unit in change_set.take())


def _of_report(
    before: Snapshot, after: Snapshot, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    for name in TOLD_WITH:
        change_set.take_new(name)
    if before.day < after.day:
        change_set.take_seen()
    yield from _now_known(before, after, names, change_set)
    known = {area.id: area for area in before.report.areas}
    for area in after.report.areas:
        old: tuple[Measure, ...] = known[area.id].measures if area.id in known else ()
        found = measure_changes.measures(old, area.measures, ("areas", area.id), change_set)
        yield from (replace(one, subject=f"area:{area.id}", title=area.title) for one in found)
    for unit in change_set.take():
        subject = subject_of(unit.address)
        title = names.name("subject", subject)
        yield replace(_plain(unit, names), subject=subject, title=title)


def _now_known(
    before: Snapshot, after: Snapshot, names: Names, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield the cycles of which only the name was there before, each as one that is new."""
    known = {cycle.id for cycle in before.report.calendar.cycles if is_by_name(cycle)}
    for cycle in after.report.calendar.cycles:
        if cycle.id in known and not is_by_name(cycle):
            units = change_set.take("calendar", "cycles", cycle.id)
            accounts = tuple(address for unit in units for address in unit.accounts)
            title = names.name("subject", "program")
            told = described(cycle, names)
            yield Sentence(
                ChangeKind.RECORD,
                told,
                sources=cycle.sources,
                accounts=accounts,
                subject="program",
                title=title,
            )


def _plain(unit: ChangedRecord, names: Names) -> Sentence:
    """Return the sentence about a unit that nothing folds into another."""
    kind = change_kind(unit.address)
    if unit.is_gone and isinstance(unit.before, Record):
        kind, text = ChangeKind.GONE, _removed(unit.address, unit.before, names)
    elif unit.is_new and isinstance(unit.after, Record):
        kind = ChangeKind.RECORD if kind is ChangeKind.WORDING else kind
        text = _added(unit.address, unit.after, names)
    else:
        text = _value(unit, names)
    new_record = unit.after if unit.is_new else None
    return Sentence(
        kind,
        text,
        sources=new_record.sources if isinstance(new_record, Sourced) else (),
        accounts=unit.accounts,
    )


def _removed(address: Address, record: Record, names: Names) -> Text:
    where, what = location(address, names), described(record, names)
    if not what:
        return msg("change-removed-unnamed", where=where)
    return msg("change-removed", where=where, what=what)


def _added(address: Address, record: Record, names: Names) -> Text:
    """Return a new record in words; where it is, if its words alone would not tell."""
    what = described(record, names)
    if not what:
        return msg("change-added-unnamed", where=location(address, names))
    if has_words(record):
        return what
    return msg("change-added", where=location(address[:-1], names), what=what)


def _value(unit: ChangedRecord, names: Names) -> Text:
    """Return a value with the one before; a sentence ends where its own text does not."""
    where = location(unit.address, names)
    if isinstance(unit.before, Record) and isinstance(unit.after, Record):
        old, new = described(unit.before, names), described(unit.after, names)
        return msg("change-value-records", where=where, was=old, now=new)
    field, currency = field_at(unit.address), names.currency(unit.address)
    was, now = (names.value(field, value, currency) for value in (unit.before, unit.after))
    text = msg("change-value", where=where, was=was, now=now)
    ends = isinstance(unit.after, str) and is_stopped(unit.after)
    return text if ends else msg("change-stopped", text=text)
