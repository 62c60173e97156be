"""Tables of the roadmap: work plans, what waits for what, fiscal years, cycles, milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_order, fiscal_words
from generator.derive.snapshot.known_calendar import is_by_name
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.model.cycles import Cycle, Milestone
from generator.model.dates import PartialDate
from generator.model.fiscal_years import fiscal_start, year_words
from generator.model.initiative import Event, WorkPlanEntry
from generator.model.keys import Horizon, LinkKind
from generator.model.schedule import RoadmapMilestone
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.shared import (
    cycle_heading,
    match_mark,
    organization_link,
    remarks,
    sources,
    status_cell,
    status_cells,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, cited, table, table_if_any
from generator.views.base.timing import date_timing_cell
from generator.views.initiatives.schedule_tables import came
from generator.words.key_labels import key_label
from generator.words.message import Text, msg


def work_plan(snapshot: Snapshot, horizon: Horizon) -> Table | None:
    """Return every entry of the work plans of one horizon, by cycle and department, or None."""
    report, status = snapshot.report, status_cells(snapshot)
    entries = [
        (entry, state)
        for state in snapshot.states
        for entry in state.initiative.work_plan
        if entry.horizon is horizon
    ]
    entries.sort(
        key=lambda e: (fiscal_order(report, e[0].cycle), e[0].department, e[0].priority or 0)
    )
    columns: Columns[tuple[WorkPlanEntry, InitiativeState]] = {
        msg("common-initiative"): lambda e: to_initiative(e[1].initiative),
        cycle_heading(report): lambda e: fiscal_words(report, e[0].cycle),
        msg("plan-department"): lambda e: organization_link(report.organization, e[0].department),
        Figures(msg("plan-priority")): lambda e: e[0].priority,
        msg("status-axis-status"): lambda e: status(e[1]),
        msg("common-sources"): lambda e: (*text_cell(e[0].note), *sources(report, e[0].sources)),
    }
    anchor = f"work-plan-{horizon.value.replace('_', '-')}"
    return table_if_any(anchor, msg(f"plan-work-{horizon.value}"), entries, columns)


@dataclass(frozen=True, slots=True)
class _Dependency:
    """An initiative or a step that waits for another."""

    waits: Cell
    for_: Cell
    state: Value
    why: str
    sources: tuple[str, ...]


def dependencies(snapshot: Snapshot) -> Table | None:
    """Return which initiatives and steps wait for others, or None where nothing does."""
    columns: Columns[_Dependency] = {
        msg("plan-waiting"): lambda d: d.waits,
        msg("plan-waiting-for"): lambda d: d.for_,
        msg("plan-waiting-state"): lambda d: d.state,
        msg("plan-waiting-why"): lambda d: d.why,
        msg("common-sources"): cited(snapshot.report),
    }
    return table_if_any(
        "dependencies",
        msg("plan-waits"),
        (*_waiting(snapshot), *_waiting_steps(snapshot)),
        columns,
    )


def _waiting(snapshot: Snapshot) -> Iterator[_Dependency]:
    for state in snapshot.states:
        for link in state.initiative.links:
            other = snapshot.state_of(link.to)
            if link.kind is LinkKind.DEPENDS_ON and other:
                yield _Dependency(
                    (to_initiative(state.initiative),),
                    (to_initiative(other.initiative),),
                    status_cell(other),
                    link.reason or "",
                    link.sources,
                )


def _waiting_steps(snapshot: Snapshot) -> Iterator[_Dependency]:
    whose = {
        f"{s.initiative.id}.{step.id}": (s, step)
        for s in snapshot.states
        for step in s.initiative.roadmap
    }
    for state, step in tuple(whose.values()):
        initiative = state.initiative
        for name in step.depends_on:
            full = name if "." in name else f"{initiative.id}.{name}"
            if full in whose:
                other, first = whose[full]
                yield _Dependency(
                    (to_initiative(initiative), SideNote(step.title)),
                    (to_initiative(other.initiative), SideNote(first.title)),
                    _reached(first, other.timing.steps[first.id]),
                    "",
                    step.sources,
                )


def _reached(step: RoadmapMilestone, timing: DateTiming) -> Cell:
    if step.outcome:
        said = msg("plan-outcome-on", came=came(step, step.outcome), date=step.outcome.on)
        return (Words(said),)
    planned = Words(msg("plan-planned-for", date=step.planned))
    return (planned, *date_timing_cell(timing, "step"))


@dataclass(frozen=True, slots=True)
class _YearEvent:
    """An event, or where a step of a roadmap is, of one initiative."""

    when: PartialDate
    initiative_state: InitiativeState
    what: Event | RoadmapMilestone

    def first(self, day: date) -> date:
        """Return the first day it may mean; where that is open, the last."""
        first = self.when.first()
        return self.when.last(day) if first == date.min else first


def fiscal_years(snapshot: Snapshot) -> tuple[tuple[str, Text, Table], ...]:
    """Return anchor, heading and table of each fiscal year in which something falls."""
    found: dict[date, list[_YearEvent]] = {}
    day, about = snapshot.day, snapshot.report.about
    for event in sorted(_year_events(snapshot), key=lambda h: _order(h, day)):
        start = fiscal_start(about, event.first(day))
        found.setdefault(start, []).append(event)
    return tuple(
        (
            f"fy-{start.year}",
            msg("roadmap-year", year=year_words(about, start.year).removeprefix("FY")),
            _year_table(snapshot, start, entries),
        )
        for start, entries in sorted(found.items())
    )


def _year_events(snapshot: Snapshot) -> Iterator[_YearEvent]:
    for state in snapshot.states:
        for event in state.initiative.events:
            yield _YearEvent(event.on, state, event)
        for step in state.initiative.roadmap:
            yield _YearEvent(step.outcome.on if step.outcome else step.planned, state, step)


def _order(event: _YearEvent, day: date) -> tuple[date, date, str, str]:
    when, what = event.when, event.what
    return (event.first(day), when.last(day), event.initiative_state.initiative.id, what.id)


def _year_table(snapshot: Snapshot, start: date, entries: list[_YearEvent]) -> Table:
    columns: Columns[_YearEvent] = {
        msg("common-date"): lambda h: h.when,
        msg("common-initiative"): lambda h: to_initiative(h.initiative_state.initiative),
        msg("roadmap-year-what"): lambda h: _said(snapshot, h),
        msg("common-sources"): lambda h: sources(snapshot.report, h.what.sources),
    }
    return table(f"fy-{start.year}", msg("roadmap-year-from", day=start), entries, columns)


def _said(snapshot: Snapshot, event: _YearEvent) -> Cell:
    what = event.what
    if isinstance(what, Event):
        return (Words(what.text), *match_mark(what.match))
    if what.outcome:
        return (Strong(what.title), Words(came(what, what.outcome)))
    timing = event.initiative_state.timing.steps[what.id]
    if late := date_timing_cell(timing, "step"):
        said = msg("plan-planned-begun" if what.begun else "plan-planned")
    else:
        # What was closed meanwhile waits for no step any more.
        has_passed = event.when.last(snapshot.day) < snapshot.day
        said = msg("plan-planned-not-known" if has_passed else "plan-planned")
    return (Strong(what.title), Words(said), *late)


def cycles(snapshot: Snapshot) -> Table | None:
    """Return the budget cycles, if there are any."""
    columns: Columns[Cycle] = {
        msg("cycle-cycle"): lambda c: fiscal_words(snapshot.report, c.id),
        msg("cycle-span"): cycle_span,
        msg("cycle-adopted"): cycle_adopted,
        msg("common-note"): lambda c: remarks(snapshot.report, c, c.note),
        msg("common-sources"): cited(snapshot.report),
    }
    found = snapshot.report.calendar.cycles
    return table_if_any("cycles", msg("cycle-caption"), found, columns)


def cycle_span(cycle: Cycle) -> Text:
    """Return from when to when a budget cycle is."""
    return msg("cycle-from-to", begins=cycle.begins, ends=cycle.ends)


def cycle_adopted(cycle: Cycle) -> Text | None:
    """Return when a budget cycle was adopted, or that it was not found; nothing of a mere name."""
    if is_by_name(cycle):
        return None
    return cycle.adopted or msg("cycle-adopted-not-found")


MILESTONE_COLUMNS: Columns[Milestone] = {
    msg("milestone-milestone"): lambda m: LinkTo(m.title, addresses.milestone(m.id)),
    msg("milestone-kind"): lambda m: key_label(m.kind),
    msg("milestone-due"): lambda m: m.due,
    msg("milestone-owed"): lambda m: msg("milestone-owed-yes" if m.owed else "milestone-owed-no"),
}


def milestones(snapshot: Snapshot) -> Table | None:
    """Return the milestones of the budget cycles, if there are any."""
    by_cycles = keeps_cycles(snapshot.report)
    columns: Columns[Milestone] = {
        **MILESTONE_COLUMNS,
        msg("milestone-stated"): lambda m: remarks(snapshot.report, m, m.stated),
        msg("common-sources"): cited(snapshot.report),
    }
    return table_if_any(
        "milestones",
        msg("milestone-caption" if by_cycles else "milestone-caption-alone"),
        snapshot.report.calendar.milestones,
        columns,
    )
