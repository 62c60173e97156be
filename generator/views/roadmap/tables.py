"""Tables of the roadmap: work plans, what waits for what, fiscal years, cycles, milestones."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.responsibility.fiscal_years import fiscal_order, fiscal_words
from generator.derive.snapshot.known_calendar import is_by_name
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.model.cycles import Cycle, Milestone
from generator.model.initiative import WorkPlanEntry
from generator.model.keys import Horizon, LinkKind
from generator.model.schedule import RoadmapMilestone
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Table, Words
from generator.views.base.shared import (
    cycle_heading,
    organization_link,
    sources,
    status_cell,
    status_cells,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, cited, table_if_any
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
