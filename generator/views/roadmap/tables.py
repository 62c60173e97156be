"""Tables of the roadmap: work plans, what waits for what, fiscal years, cycles, milestones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.derive.responsibility.fiscal_years import (
    fiscal_order,
    fiscal_start,
    fiscal_words,
    year_words,
)
from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.model.dates import PartialDate
from generator.model.initiative import Event, Initiative, RoadmapMilestone, WorkPlanEntry
from generator.model.keys import Horizon, LinkKind, MilestoneKind
from generator.views.base import addresses
from generator.views.base.blocks import Aside, Cell, LinkTo, Strong, Table, Words
from generator.views.base.shared import (
    match_mark,
    organisation_link,
    sources,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.tables import table
from generator.views.initiatives.tables import lateness
from generator.words.english import date_words, day_words

HORIZONS = {Horizon.SHORT_TERM: "Short-term work plan", Horizon.LONG_TERM: "Long-term work plan"}


def work_plan(snapshot: Snapshot, horizon: Horizon) -> Table | None:
    """Return every entry of the work plans of one horizon, by cycle and department, or None."""
    entries = [
        (entry, standing)
        for standing in snapshot.standings
        for entry in standing.initiative.work_plan
        if entry.horizon is horizon
    ]
    report = snapshot.report
    entries.sort(
        key=lambda e: (fiscal_order(report, e[0].cycle), e[0].department, e[0].priority or 0)
    )
    rows = [_planned_work(snapshot, entry, standing) for entry, standing in entries]
    columns = ("Initiative:head", "Cycle", "Department", "Priority:number", "Status", "Sources")
    name = f"work-plan-{horizon.value.replace('_', '-')}"
    return table(name, HORIZONS[horizon], columns, rows) if rows else None


def _planned_work(snapshot: Snapshot, entry: WorkPlanEntry, standing: Standing) -> tuple[Cell, ...]:
    return (
        (to_initiative(standing.initiative),),
        (Words(fiscal_words(snapshot.report, entry.cycle)),),
        (organisation_link(snapshot.report.organisation, entry.department),),
        text_cell(str(entry.priority) if entry.priority is not None else None),
        status_cell(snapshot.report, standing),
        (*text_cell(entry.note), *sources(snapshot.report, entry.sources)),
    )


def dependencies(snapshot: Snapshot) -> Table | None:
    """Return which initiatives and steps wait for others, or None where nothing does."""
    steps = _steps(snapshot)
    rows = [
        *(row for s in snapshot.standings for row in _waiting(snapshot, s)),
        *(row for s in snapshot.standings for row in _waiting_steps(snapshot, s.initiative, steps)),
    ]
    columns = ("What waits:head", "For", "How that stands", "Why", "Sources")
    return table("dependencies", "What waits for what", columns, rows) if rows else None


def _waiting(snapshot: Snapshot, standing: Standing) -> Iterator[tuple[Cell, ...]]:
    for link in standing.initiative.links:
        other = snapshot.standing(link.to)
        if link.kind is LinkKind.DEPENDS_ON and other:
            yield (
                (to_initiative(standing.initiative),),
                (to_initiative(other.initiative),),
                status_cell(snapshot.report, other),
                (Words(link.reason),),
                sources(snapshot.report, link.sources),
            )


_Steps = Mapping[str, tuple[Initiative, RoadmapMilestone]]


def _steps(snapshot: Snapshot) -> _Steps:
    """Return every step of every roadmap, with whose it is, by the name that others may use."""
    return {
        f"{s.initiative.id}.{step.id}": (s.initiative, step)
        for s in snapshot.standings
        for step in s.initiative.roadmap
    }


def _waiting_steps(
    snapshot: Snapshot, initiative: Initiative, steps: _Steps
) -> Iterator[tuple[Cell, ...]]:
    for step in initiative.roadmap:
        for name in step.depends_on:
            full = name if "." in name else f"{initiative.id}.{name}"
            if full in steps:
                other, first = steps[full]
                yield (
                    (to_initiative(initiative), Aside(step.title)),
                    (to_initiative(other), Aside(first.title)),
                    (Words(_reached(first)),),
                    (),
                    sources(snapshot.report, step.sources),
                )


def _reached(step: RoadmapMilestone) -> str:
    if step.outcome:
        return f"{step.outcome.state.value.replace('_', ' ')}, {date_words(step.outcome.on)}"
    return f"planned for {date_words(_planned(step))}"


@dataclass(frozen=True, slots=True)
class _Happening:
    """An event, or where a step of a roadmap stands, of one initiative."""

    when: PartialDate
    standing: Standing
    what: Event | RoadmapMilestone

    def first(self, day: date) -> date:
        """Return the first day it may mean; where that is open, the last."""
        first = self.when.first()
        return self.when.last(day) if first == date.min else first


def fiscal_years(snapshot: Snapshot) -> tuple[tuple[str, str, Table], ...]:
    """Return anchor, heading and table of each fiscal year in which something falls."""
    found: dict[date, list[_Happening]] = {}
    day, about = snapshot.day, snapshot.report.about
    for happening in sorted(_happenings(snapshot), key=lambda h: _order(h, day)):
        start = fiscal_start(about, happening.first(day))
        found.setdefault(start, []).append(happening)
    return tuple(
        (
            f"fy-{start.year}",
            f"Fiscal year {year_words(about, start.year).removeprefix('FY')}",
            _year_table(snapshot, start, entries),
        )
        for start, entries in sorted(found.items())
    )


def _happenings(snapshot: Snapshot) -> Iterator[_Happening]:
    for standing in snapshot.standings:
        for event in standing.initiative.events:
            yield _Happening(event.on, standing, event)
        for step in standing.initiative.roadmap:
            yield _Happening(step.outcome.on if step.outcome else _planned(step), standing, step)


def _planned(step: RoadmapMilestone) -> PartialDate:
    return step.revised[-1].to if step.revised else step.original


def _order(happening: _Happening, day: date) -> tuple[date, date, str, str]:
    when, what = happening.when, happening.what
    return (happening.first(day), when.last(day), happening.standing.initiative.id, what.id)


def _year_table(snapshot: Snapshot, start: date, entries: list[_Happening]) -> Table:
    rows = [_happening_row(snapshot, h) for h in entries]
    caption = f"From {day_words(start)} on, by first possible day"
    columns = ("Date:head", "Initiative", "What happened, or is planned", "Sources")
    return table(f"fy-{start.year}", caption, columns, rows)


def _happening_row(snapshot: Snapshot, happening: _Happening) -> tuple[Cell, ...]:
    what = happening.what
    said: Cell
    if isinstance(what, Event):
        said = (Words(what.text), *match_mark(what.match))
    elif what.outcome:
        state = what.outcome.state.value.replace("_", " ")
        said = (Strong(what.title), Words(f"{state}{lateness(what)}"))
    else:
        over = happening.when.last(snapshot.day) < snapshot.day
        said = (Strong(what.title), Words("planned, end not known" if over else "planned"))
    return (
        (Words(date_words(happening.when)),),
        (to_initiative(happening.standing.initiative),),
        said,
        sources(snapshot.report, what.sources),
    )


def cycles(snapshot: Snapshot) -> Table:
    """Return the budget cycles."""
    rows = [
        (
            (Words(fiscal_words(snapshot.report, c.id)),),
            (Words(f"{day_words(c.begins)} to {day_words(c.ends)}"),),
            (Words(date_words(c.adopted) if c.adopted else "not found"),),
            (Words(c.note),) if c.note else (),
            sources(snapshot.report, c.sources),
        )
        for c in snapshot.report.calendar.cycles
    ]
    columns = ("Cycle:head", "Span", "Adopted", "Note", "Sources")
    return table("cycles", "Two-year budget cycles", columns, rows)


def milestones(snapshot: Snapshot) -> Table:
    """Return the milestones of the budget cycles."""
    kinds = {
        MilestoneKind.BUDGET: "Budget",
        MilestoneKind.MID_CYCLE: "Mid-cycle",
        MilestoneKind.ANNUAL_REPORT: "Annual report",
        MilestoneKind.COMPILATION: "Review by editors",
    }
    rows = [
        (
            (LinkTo(m.title, addresses.milestone(m.id)),),
            (Words(kinds[m.kind]),),
            (Words(date_words(m.due)),),
            (Words("yes" if m.owed else "no"),),
            (Words(m.stated),),
            sources(snapshot.report, m.sources),
        )
        for m in snapshot.report.calendar.milestones
    ]
    columns = ("Milestone:head", "Kind", "Due", "Update owed", "What the source says", "Sources")
    return table("milestones", "Milestones at which updates are owed", columns, rows)
