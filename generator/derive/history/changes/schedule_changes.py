"""The schedule of an initiative: planned, put off, forecast, begun and finished, in sentences."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from generator.derive.history.changes.changed_records import (
    ChangedRecord,
    ChangeSet,
    changed_addresses,
)
from generator.derive.history.changes.phrasing import in_sentences, stopped
from generator.derive.history.changes.sentence import ChangeKind, Sentence, sources_of
from generator.derive.history.punctuality import plan_in_force, punctuality
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.records import Dated
from generator.model.schedule import (
    Forecast,
    Occurrence,
    PlannedDate,
    Revision,
    Schedule,
    ScheduledDate,
)
from generator.words.message import Text, msg

Which: TypeAlias = Literal["start", "end"]
WHICH: tuple[Which, ...] = ("start", "end")


def schedule(
    before: InitiativeState, after: InitiativeState, change_set: ChangeSet
) -> Iterator[Sentence]:
    """Yield what is new about when an initiative begins, and about when it ends.

    A schedule that is new altogether gets one sentence.
    """
    here = ("initiative", after.initiative.id, "record", "schedule")
    old, now = before.initiative.schedule, after.initiative.schedule
    if now is None:
        return
    if old is None:
        yield from _sentence(now, Schedule(), WHICH, change_set.take(*here))
        return
    for which in WHICH:
        there = (*here, which)
        found = (
            change_set.take(*there)
            if _one(old, which) is None
            else (
                *change_set.take_new(*there),
                *change_set.take_new(*there, "planned", "revised"),
                *change_set.take_new(*there, "forecasts"),
            )
        )
        yield from _sentence(now, old, (which,), found)


def _sentence(
    now: Schedule, old: Schedule, parts: Iterable[Which], found: Iterable[ChangedRecord]
) -> Iterator[Sentence]:
    units = tuple(found)
    if not units:
        return
    told: list[Text] = []
    new: list[Dated] = []
    for which in parts:
        known = _records(_one(old, which))
        planned = any(isinstance(record, PlannedDate) for record in known)
        fresh = [
            record
            for record in _records(_one(now, which))
            # A plan with another date is the same plan, and the date is a record of its own.
            if record not in known and not (planned and isinstance(record, PlannedDate))
        ]
        told += _told(which, _one(now, which), fresh)
        new += fresh
    yield Sentence(
        ChangeKind.ROADMAP,
        in_sentences(told),
        sources=sources_of(new),
        accounts=changed_addresses(units),
    )


def _one(schedule: Schedule, which: Which) -> ScheduledDate | None:
    return schedule.start if which == "start" else schedule.end


def _records(scheduled: ScheduledDate | None) -> list[Dated]:
    """Return what a start or an end is known by, in the order in which it is told."""
    if scheduled is None:
        return []
    plan = scheduled.planned
    found: list[Dated | None] = [plan, *(plan.revised if plan else ())]
    found += [*scheduled.forecasts, scheduled.actual]
    return [record for record in found if record]


def _told(which: Which, now: ScheduledDate | None, new: list[Dated]) -> Iterator[Text]:
    """Yield a sentence for each new record of a start or an end."""
    plan = now.planned if now else None
    planned = plan.original if plan else None
    for record in _records(now):
        is_new = record in new
        match record:
            case PlannedDate():
                if is_new:
                    yield msg(f"change-schedule-planned-{which}", date=record.original)
            case Revision():
                if is_new and planned:
                    yield msg(f"change-schedule-moved-{which}", date=record.to, before=planned)
                    yield stopped(record.reason)
                planned = record.to
            case Forecast():
                if is_new:
                    yield msg(
                        f"change-schedule-forecast-{which}", date=record.expects, on=record.on
                    )
                    yield stopped(record.reason)
            case Occurrence():
                if is_new:
                    yield from _came(which, record, plan)


def _came(which: Which, record: Occurrence, plan: PlannedDate | None) -> Iterator[Text]:
    """Yield when it came, beside the newest plan that may have been made by then."""
    if plan is None:
        yield msg(f"change-schedule-done-{which}", date=record.on)
    else:
        planned = plan_in_force(plan, record.on)
        how = punctuality(record.on, planned).value
        yield msg(f"change-schedule-came-{which}-{how}", date=record.on, planned=planned)
    yield stopped(record.note)
