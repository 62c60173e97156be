"""The difference of two snapshots in sentences: one function for pages, reviews, briefs, feeds.

Every value that differs is told by exactly one sentence, or stands on a short list of what follows
from other values (`standing.FOLLOWS`, `TOLD_WITH`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.derive.history.changes import figures, plans
from generator.derive.history.changes import initiative_state as standing
from generator.derive.history.changes.changed_records import Ledger, Unit, units
from generator.derive.history.changes.names import Names, headline, joined, ref_at
from generator.derive.history.changes.places import kind_of, place, subject_of
from generator.derive.history.changes.records import described
from generator.derive.history.changes.sentence import Kind, Sentence
from generator.derive.history.renames import under_ids_of
from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.model.initiative import Event
from generator.model.measures import Measure
from generator.model.records import Sourced
from generator.model.values import Record

TOLD_WITH = {
    "sources": "a source that is newly cited is told with what cites it",
}
"""Parts of the report of which a new record gets no sentence of its own, and why."""


def changes(before: Snapshot, after: Snapshot) -> tuple[Sentence, ...]:
    """Return what changed from one snapshot to another, in sentences, by kind.

    An initiative that was renamed is the same one; its subject is the id that `after` gives it.
    """
    before, new_ids = under_ids_of(before, after.report)
    old_ids = {new: old for old, new in new_ids.items()}
    names = Names(before, after)
    by_initiative, rest = _by_initiative(units(before, after))
    told: list[Sentence] = []
    known = {standing.initiative.id: standing for standing in before.standings}
    for now in after.standings:
        ledger = Ledger(by_initiative.pop(now.initiative.id, ()))
        found = standing.renamed(now, old_ids.get(now.initiative.id), ledger)
        told += _about(now, found)
        told += _about(now, _of_initiative(known.get(now.initiative.id), now, names, ledger))
    for then in before.standings:
        if then.initiative.id in by_initiative:
            ledger = Ledger(by_initiative[then.initiative.id])
            told += _about(then, [standing.gone(then, names, ledger)])
    told += _of_report(before, after, names, Ledger(rest))
    order = list(Kind)
    return tuple(sorted(told, key=lambda sentence: order.index(sentence.kind)))


def _about(about: Standing, told: Iterable[Sentence]) -> Iterator[Sentence]:
    """Yield sentences as those about an initiative."""
    subject, title = f"initiative:{about.initiative.id}", about.initiative.title
    return (replace(sentence, subject=subject, title=title) for sentence in told)


def _by_initiative(found: list[Unit]) -> tuple[dict[str, list[Unit]], list[Unit]]:
    by_initiative: dict[str, list[Unit]] = {}
    rest = []
    for unit in found:
        if unit.address[0] == "initiative":
            by_initiative.setdefault(unit.address[1], []).append(unit)
        else:
            rest.append(unit)
    return by_initiative, rest


def _of_initiative(
    before: Standing | None, after: Standing, names: Names, ledger: Ledger
) -> Iterator[Sentence]:
    if before is None:
        yield standing.newcomer(after, names, ledger)
        return
    where = ("initiative", after.initiative.id, "record")
    standing.derived(after, ledger)
    yield from standing.silent(before, after, names, ledger)
    yield from standing.updated(before, after, names, ledger)
    yield from standing.moved_without_update(before, after, names, ledger)
    yield from standing.freshness(before, after, names, ledger)
    yield from plans.roles(before, after, names, ledger)
    yield from plans.roadmap(before, after, names, ledger)
    old, new = before.initiative.measures, after.initiative.measures
    yield from figures.measures(old, new, where, names, ledger)
    yield from (_plain(unit, names) for unit in ledger.take())


def _of_report(
    before: Snapshot, after: Snapshot, names: Names, ledger: Ledger
) -> Iterator[Sentence]:
    for name in TOLD_WITH:
        ledger.take_new(name)
    known = {area.id: area for area in before.report.areas}
    for area in after.report.areas:
        old: tuple[Measure, ...] = known[area.id].measures if area.id in known else ()
        found = figures.measures(old, area.measures, ("areas", area.id), names, ledger)
        yield from (replace(one, subject=f"area:{area.id}", title=area.title) for one in found)
    for unit in ledger.take():
        subject = subject_of(unit.address)
        title = names.name("subject", subject)
        yield replace(_plain(unit, names), subject=subject, title=title)


def _plain(unit: Unit, names: Names) -> Sentence:
    """Return the sentence about a unit that nothing folds into another."""
    kind = kind_of(unit.address)
    if unit.is_gone and isinstance(unit.before, Record):
        kind = Kind.GONE
        text = f"No longer on the record: {place(unit.address)}: {described(unit.before, names)}"
    elif unit.is_new and isinstance(unit.after, Record):
        kind = Kind.RECORD if kind is Kind.WORDING else kind
        text = _added(unit, unit.after, names)
    else:
        ref = ref_at(unit.address)
        old, new = (names.value(ref, value) for value in (unit.before, unit.after))
        text = f"{place(unit.address)}: before {old}, now {new}"
    new_record = unit.after if unit.is_new else None
    return Sentence(
        kind,
        joined([text]),
        (new_record,) if isinstance(new_record, Event) else (),
        sources=new_record.sources if isinstance(new_record, Sourced) else (),
        accounts=unit.accounts,
    )


def _added(unit: Unit, record: Record, names: Names) -> str:
    """Return a new record in words; where it stands, if its words alone would not tell."""
    words = described(record, names)
    return words if words != headline(record) else f"New {place(unit.address[:-1])}: {words}"
