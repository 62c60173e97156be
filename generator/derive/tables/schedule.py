"""Tables of plans: steps of roadmaps, and every date that a schedule or a step ever had."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.derive.tables.columns import (
    CellKind,
    Column,
    FlatTable,
    entry_columns,
    field_columns,
    keyed,
    rows,
)
from generator.model.dates import PartialDate
from generator.model.keys import MissingWhy
from generator.model.records import Dated, Missing
from generator.model.schedule import PlannedDate, RoadmapMilestone, ScheduledDate
from generator.model.statuses import RoadmapState, Timing
from generator.words.message import msg


def timing_columns() -> tuple[Column[InitiativeState], ...]:
    """Return when an initiative begins and ends, and whether that is in time."""
    return (
        *_date_columns("start", lambda s: s.timing.start),
        *_date_columns("end", lambda s: s.timing.end),
        keyed("timing", Timing, msg("dictionary-timing"), _timing),
        Column(
            "overdue_since",
            CellKind.DAY,
            msg("dictionary-overdue-since"),
            lambda s: s.timing.decides.overdue_since if s.timing.decides else None,
        ),
    )


def _timing(state: InitiativeState) -> Timing | None:
    return state.timing.timing if state.initiative.schedule else None


def _date_columns(
    which: str, of: Callable[[InitiativeState], DateTiming | None]
) -> Iterator[Column[InitiativeState]]:
    """Yield what is known of a start or an end: planned first and now, forecast, as it came."""
    parts = ("first", "planned", "forecast", "came")
    for part in parts:
        yield Column(
            f"{which}_{part}",
            CellKind.DATE,
            msg(f"dictionary-date-{part}"),
            lambda s, part=part: getattr(of(s), part) if of(s) else None,  # type: ignore[misc]
        )


@dataclass(frozen=True, slots=True)
class _Step:
    initiative: str
    record: RoadmapMilestone
    timing: DateTiming

    @property
    def gap(self) -> Missing | None:
        return self.record.set_on if isinstance(self.record.set_on, Missing) else None


_STEPS: tuple[Column[_Step], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda s: s.initiative),
    *field_columns(
        RoadmapMilestone, ("id", "title", "idea", "set_on", "original"), lambda s: s.record
    ),
    keyed(
        "set_on_missing",
        MissingWhy,
        msg("dictionary-missing-date"),
        lambda s: s.gap.missing if s.gap else None,
    ),
    Column(
        "set_on_missing_why",
        CellKind.TEXT,
        msg("dictionary-missing-why"),
        lambda s: s.gap.why if s.gap else None,
    ),
    Column("planned", CellKind.DATE, msg("dictionary-date-planned"), lambda s: s.record.planned),
    Column("forecast", CellKind.DATE, msg("dictionary-date-forecast"), lambda s: s.timing.forecast),
    keyed("state", RoadmapState, msg("dictionary-step-state"), lambda s: s.record.state),
    keyed("timing", Timing, msg("dictionary-timing"), lambda s: s.timing.timing),
    Column(
        "overdue_since",
        CellKind.DAY,
        msg("dictionary-overdue-since"),
        lambda s: s.timing.overdue_since,
    ),
    *field_columns(RoadmapMilestone, ("depends_on",), lambda s: s.record),
    *entry_columns(lambda s: s.record),
)


def step_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of steps of roadmaps, by initiative."""
    found = [
        _Step(state.initiative.id, step, state.timing.steps[step.id])
        for state in snapshot.states
        for step in state.initiative.roadmap
    ]
    return FlatTable(
        "steps",
        msg("dictionary-steps"),
        msg("dictionary-steps.means"),
        ("initiative", "id"),
        _STEPS,
        rows(_STEPS, found),
    )


class DateKind(StrEnum):
    """What one date of a schedule or a step is."""

    PLANNED = "planned"
    REVISED = "revised"
    FORECAST = "forecast"
    BEGUN = "begun"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class _Date:
    """One date that a start, an end or a step ever had."""

    initiative: str
    of: str
    step: str
    number: int
    kind: DateKind
    date: PartialDate
    record: Dated
    remark: str | None


_DATES: tuple[Column[_Date], ...] = (
    Column("initiative", CellKind.ID, msg("dictionary-initiative"), lambda d: d.initiative),
    Column("of", CellKind.ID, msg("dictionary-date-of"), lambda d: d.of),
    Column("step", CellKind.ID, msg("dictionary-date-step"), lambda d: d.step or None),
    Column("number", CellKind.WHOLE, msg("dictionary-date-number"), lambda d: d.number),
    keyed("kind", DateKind, msg("dictionary-date-kind"), lambda d: d.kind),
    Column("date", CellKind.DATE, msg("dictionary-date-date"), lambda d: d.date),
    Column(
        "said_on",
        CellKind.DATE,
        msg("dictionary-date-said-on"),
        lambda d: d.record.when if d.record.is_dated else None,
    ),
    Column("remark", CellKind.TEXT, msg("dictionary-date-remark"), lambda d: d.remark),
    *entry_columns(lambda d: d.record),
)

_Found = Iterator[tuple[DateKind, PartialDate, Dated, str | None]]


def date_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of every date that a schedule or a step ever had, in the order given."""
    found = [
        _Date(state.initiative.id, of, step, number, kind, date, record, remark)
        for state in snapshot.states
        for of, step, dates in _owners(state)
        for number, (kind, date, record, remark) in enumerate(dates, start=1)
    ]
    return FlatTable(
        "dates",
        msg("dictionary-dates"),
        msg("dictionary-dates.means"),
        ("initiative", "of", "step", "number"),
        _DATES,
        rows(_DATES, found),
    )


def _owners(state: InitiativeState) -> Iterator[tuple[str, str, _Found]]:
    schedule = state.initiative.schedule
    for name, date in (("start", schedule.start), ("end", schedule.end)) if schedule else ():
        if date:
            yield name, "", _of_schedule(date)
    for step in state.initiative.roadmap:
        yield "step", step.id, _of_step(step)


def _of_schedule(date: ScheduledDate) -> _Found:
    if date.planned:
        yield from _of_plan(date.planned)
    yield from ((DateKind.FORECAST, f.expects, f, f.reason) for f in date.forecasts)
    if date.actual:
        yield DateKind.CAME, date.actual.on, date.actual, date.actual.note


def _of_step(step: RoadmapMilestone) -> _Found:
    yield from _of_plan(step)
    yield from ((DateKind.FORECAST, f.expects, f, f.reason) for f in step.forecasts)
    if step.begun:
        yield DateKind.BEGUN, step.begun.on, step.begun, step.begun.note
    if step.outcome:
        yield DateKind.CAME, step.outcome.on, step.outcome, step.outcome.note


def _of_plan(plan: PlannedDate | RoadmapMilestone) -> _Found:
    yield DateKind.PLANNED, plan.original, plan, None
    yield from ((DateKind.REVISED, r.to, r, r.reason) for r in plan.revised)
