"""Tables of the roadmap: work plans, what waits for what, fiscal years, cycles, milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.fiscal_years import (
    fiscal_order,
    fiscal_start,
    fiscal_words,
    year_words,
)
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.cycles import Cycle, Milestone
from generator.model.dates import PartialDate
from generator.model.initiative import Event, RoadmapMilestone, WorkPlanEntry
from generator.model.keys import Horizon, LinkKind, MilestoneKind
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, SideNote, Strong, Table, Words
from generator.views.base.shared import (
    match_mark,
    organization_link,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, Value, cited, table, table_if_any
from generator.views.initiatives.tables import lateness
from generator.words.english import date_words, day_words

HORIZONS = {Horizon.SHORT_TERM: "Short-term work plan", Horizon.LONG_TERM: "Long-term work plan"}


def work_plan(snapshot: Snapshot, horizon: Horizon) -> Table | None:
    """Return every entry of the work plans of one horizon, by cycle and department, or None."""
    report = snapshot.report
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
        "Initiative": lambda e: to_initiative(e[1].initiative),
        "Cycle": lambda e: fiscal_words(report, e[0].cycle),
        "Department": lambda e: organization_link(report.organization, e[0].department),
        Figures("Priority"): lambda e: e[0].priority,
        "Status": lambda e: status_cell(report, e[1]),
        "Sources": lambda e: (*text_cell(e[0].note), *sources(report, e[0].sources)),
    }
    return table_if_any(
        f"work-plan-{horizon.value.replace('_', '-')}", HORIZONS[horizon], entries, columns
    )


@dataclass(frozen=True, slots=True)
class _Dependency:
    """An initiative or a step that waits for another."""

    waits: Cell
    for_: Cell
    stands: Value
    why: str
    sources: tuple[str, ...]


def dependencies(snapshot: Snapshot) -> Table | None:
    """Return which initiatives and steps wait for others, or None where nothing does."""
    columns: Columns[_Dependency] = {
        "What waits": lambda d: d.waits,
        "For": lambda d: d.for_,
        "How that stands": lambda d: d.stands,
        "Why": lambda d: d.why,
        "Sources": cited(snapshot.report),
    }
    return table_if_any(
        "dependencies",
        "What waits for what",
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
                    status_cell(snapshot.report, other),
                    link.reason,
                    link.sources,
                )


def _waiting_steps(snapshot: Snapshot) -> Iterator[_Dependency]:
    whose = {
        f"{s.initiative.id}.{step.id}": (s.initiative, step)
        for s in snapshot.states
        for step in s.initiative.roadmap
    }
    for initiative, step in tuple(whose.values()):
        for name in step.depends_on:
            full = name if "." in name else f"{initiative.id}.{name}"
            if full in whose:
                other, first = whose[full]
                yield _Dependency(
                    (to_initiative(initiative), SideNote(step.title)),
                    (to_initiative(other), SideNote(first.title)),
                    _reached(first),
                    "",
                    step.sources,
                )


def _reached(step: RoadmapMilestone) -> str:
    if step.outcome:
        return f"{step.outcome.state.value.replace('_', ' ')}, {date_words(step.outcome.on)}"
    return f"planned for {date_words(step.planned)}"


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


def fiscal_years(snapshot: Snapshot) -> tuple[tuple[str, str, Table], ...]:
    """Return anchor, heading and table of each fiscal year in which something falls."""
    found: dict[date, list[_YearEvent]] = {}
    day, about = snapshot.day, snapshot.report.about
    for event in sorted(_year_events(snapshot), key=lambda h: _order(h, day)):
        start = fiscal_start(about, event.first(day))
        found.setdefault(start, []).append(event)
    return tuple(
        (
            f"fy-{start.year}",
            f"Fiscal year {year_words(about, start.year).removeprefix('FY')}",
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
        "Date": lambda h: date_words(h.when),
        "Initiative": lambda h: to_initiative(h.initiative_state.initiative),
        "What happened, or is planned": lambda h: _said(snapshot, h),
        "Sources": lambda h: sources(snapshot.report, h.what.sources),
    }
    return table(
        f"fy-{start.year}", f"From {day_words(start)} on, by first possible day", entries, columns
    )


def _said(snapshot: Snapshot, event: _YearEvent) -> Cell:
    what = event.what
    if isinstance(what, Event):
        return (Words(what.text), *match_mark(what.match))
    if what.outcome:
        state = what.outcome.state.value.replace("_", " ")
        return (Strong(what.title), Words(f"{state}{lateness(what)}"))
    over = event.when.last(snapshot.day) < snapshot.day
    return (Strong(what.title), Words("planned, end not known" if over else "planned"))


def cycles(snapshot: Snapshot) -> Table:
    """Return the budget cycles."""
    columns: Columns[Cycle] = {
        "Cycle": lambda c: fiscal_words(snapshot.report, c.id),
        "Span": lambda c: f"{day_words(c.begins)} to {day_words(c.ends)}",
        "Adopted": lambda c: date_words(c.adopted) if c.adopted else "not found",
        "Note": lambda c: c.note,
        "Sources": cited(snapshot.report),
    }
    return table("cycles", "Two-year budget cycles", snapshot.report.calendar.cycles, columns)


MILESTONE_KINDS = {
    MilestoneKind.BUDGET: "Budget",
    MilestoneKind.MID_CYCLE: "Mid-cycle",
    MilestoneKind.ANNUAL_REPORT: "Annual report",
    MilestoneKind.COMPILATION: "Review by editors",
}

MILESTONE_COLUMNS: Columns[Milestone] = {
    "Milestone": lambda m: LinkTo(m.title, addresses.milestone(m.id)),
    "Kind": lambda m: MILESTONE_KINDS[m.kind],
    "Due": lambda m: date_words(m.due),
    "Update owed": lambda m: "yes" if m.owed else "no",
}


def milestones(snapshot: Snapshot) -> Table:
    """Return the milestones of the budget cycles."""
    columns: Columns[Milestone] = {
        **MILESTONE_COLUMNS,
        "What the source says": lambda m: m.stated,
        "Sources": cited(snapshot.report),
    }
    return table(
        "milestones",
        "Milestones at which updates are owed",
        snapshot.report.calendar.milestones,
        columns,
    )
