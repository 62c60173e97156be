"""The tables of an initiative's schedule, and of the steps of its roadmap."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.history.punctuality import punctuality
from generator.derive.snapshot.snapshot import InitiativeState
from generator.derive.snapshot.timing import DateTiming
from generator.model.initiative import Initiative
from generator.model.records import Missing
from generator.model.report import Report
from generator.model.schedule import (
    Forecast,
    Outcome,
    PlannedDate,
    Revision,
    RoadmapMilestone,
    ScheduledDate,
)
from generator.views.base.blocks import Cell, SideNote, Table, Words
from generator.views.base.shared import gap_text, sources, text_cell
from generator.views.base.table_builder import Columns, cited, table_if_any
from generator.views.base.timing import Planned, date_timing_cell
from generator.words.message import Message, Text, msg


@dataclass(frozen=True, slots=True)
class _Row:
    """The start or the end of an initiative."""

    what: Planned
    date: ScheduledDate
    timing: DateTiming | None


def schedule(report: Report, state: InitiativeState) -> Table | None:
    """Return when an initiative begins and ends, or None where no source says."""
    given = state.initiative.schedule
    if given is None:
        return None
    parts: tuple[tuple[Planned, ScheduledDate | None, DateTiming | None], ...] = (
        ("start", given.start, state.timing.start),
        ("end", given.end, state.timing.end),
    )
    columns: Columns[_Row] = {
        msg("schedule-what"): lambda r: msg(f"schedule-part-{r.what}"),
        msg("plan-first"): lambda r: _first(report, r.date.planned),
        msg("plan-revised"): lambda r: _revised(report, r.date.planned),
        msg("schedule-forecasts"): lambda r: _forecasts(report, r.date.forecasts),
        msg("schedule-actual"): lambda r: _actual(report, r.date),
        msg("schedule-timing"): lambda r: date_timing_cell(r.timing, r.what),
    }
    found = (_Row(what, date, timing) for what, date, timing in parts if date)
    return table_if_any("schedule", msg("schedule-caption"), found, columns)


def steps(report: Report, state: InitiativeState) -> Table | None:
    """Return the steps of a roadmap, or None where there are none."""
    initiative, timings = state.initiative, state.timing.steps
    columns: Columns[RoadmapMilestone] = {
        msg("plan-step"): lambda s: text_cell(s.title, _idea_of(initiative, s)),
        msg("plan-first"): lambda s: text_cell(s.original, planned_on(s)),
        msg("plan-revised"): lambda s: _revised(report, s),
        msg("schedule-forecasts"): lambda s: _forecasts(report, s.forecasts),
        msg("plan-outcome"): lambda s: _outcome(report, s),
        msg("schedule-timing"): lambda s: _open_timing(s, timings[s.id]),
        msg("common-sources"): cited(report),
    }
    return table_if_any("roadmap", msg("plan-steps"), initiative.roadmap, columns)


def _open_timing(step: RoadmapMilestone, timing: DateTiming) -> Cell:
    """Return whether a step is in time; of one that is over, its outcome says so."""
    return () if step.outcome else date_timing_cell(timing, "step")


def planned_on(plan: RoadmapMilestone | PlannedDate) -> Text:
    """Return when a plan was made, or why nobody says so."""
    if isinstance(plan.set_on, Missing):
        return msg("plan-set-gap", gap=gap_text(plan.set_on))
    return msg("plan-set", date=plan.set_on)


def _first(report: Report, plan: PlannedDate | None) -> Cell:
    if plan is None:
        return ()
    return (*text_cell(plan.original, planned_on(plan)), *sources(report, plan.sources))


def _idea_of(initiative: Initiative, step: RoadmapMilestone) -> Text | None:
    idea = next((i for i in initiative.ideas if i.id == step.idea), None)
    return msg("history-idea", idea=idea.text) if idea else None


def _revised(report: Report, plan: RoadmapMilestone | PlannedDate | None) -> Cell:
    revised: Iterable[Revision] = plan.revised if plan else ()
    return tuple(
        piece
        for r in revised
        for piece in (
            Words(r.to),
            *sources(report, r.sources),
            SideNote(msg("plan-set", date=r.on)),
            SideNote(r.reason),
        )
    )


def _forecasts(report: Report, forecasts: Iterable[Forecast]) -> Cell:
    return tuple(
        piece
        for f in forecasts
        for piece in (
            Words(f.expects),
            *sources(report, f.sources),
            *text_cell(None, msg("schedule-said-on", date=f.on), f.reason),
        )
    )


def _actual(report: Report, date: ScheduledDate) -> Cell:
    if date.actual is None:
        return ()
    return (*text_cell(date.actual.on, date.actual.note), *sources(report, date.actual.sources))


def _outcome(report: Report, step: RoadmapMilestone) -> Cell:
    if step.outcome is None:
        return _begun(report, step)
    said = msg("plan-outcome-on", came=came(step, step.outcome), date=step.outcome.on)
    return (*text_cell(said, step.outcome.note), *sources(report, step.outcome.sources))


def _begun(report: Report, step: RoadmapMilestone) -> Cell:
    if step.begun is None:
        return (Words(msg("plan-nothing-found")),)
    said = msg("schedule-begun", date=step.begun.on)
    return (*text_cell(said, step.begun.note), *sources(report, step.begun.sources))


def came(step: RoadmapMilestone, outcome: Outcome) -> Message:
    """Return how a step came out, beside its first plan where that can be told."""
    beside_plan = punctuality(outcome.on, step.original)
    return msg(f"plan-came-{outcome.state.value}", punctuality=beside_plan.value)
