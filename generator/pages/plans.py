"""Views of plans: the roadmap by fiscal year, stage and phase, and the list of ideas."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive.budget_cycle import beyond_calendar
from generator.derive.snapshot import Snapshot, Stage, Standing
from generator.derive.totals import totals
from generator.derive.wording import counted, date_words, day_words, fiscal_words
from generator.model.dates import PartialDate
from generator.model.initiative import Event, RoadmapMilestone
from generator.model.keys import Match, MilestoneKind
from generator.pages import addresses
from generator.pages.blocks import Cell, LinkTo, Signal, Strong, Table, Words
from generator.pages.initiative_tables import lateness
from generator.pages.shared import (
    legend,
    match_mark,
    phase_cell,
    sources,
    status_cell,
    to_initiative,
)
from generator.pages.tables import table

_STAGES = {
    Stage.NOW: ("Now", "Work was going on when it was last reported; the date says when that was."),
    Stage.NEXT: ("Next", "Planned for the current or the next budget cycle."),
    Stage.LATER: ("Later", "Put forward or decided, with no date in sight."),
    Stage.DONE: ("Done", "Finished, in operation, or stopped."),
    Stage.NOT_REPORTED: ("Not reported", "Nothing was found although updates were due."),
}


@dataclass(frozen=True, slots=True)
class StageView:
    """One column of the roadmap as a table, or why it is empty."""

    anchor: str
    title: str
    means: str
    table: Table | None


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """Now, next, later, done; then what happened in each fiscal year, and the budget cycles."""

    lead: str
    calendar_note: str
    stages: tuple[StageView, ...]
    years: tuple[tuple[str, str, Table], ...]
    """Anchor, heading and table of each fiscal year in which something happened."""
    cycles: Table
    milestones: Table
    legend: tuple[Signal, ...]
    has_matches: bool


def roadmap_view(snapshot: Snapshot) -> RoadmapView:
    """Return the view of the roadmap."""
    years = _by_year(snapshot)
    return RoadmapView(
        lead=f"What is going on, what comes next and what is done, as of "
        f"{day_words(snapshot.day)}; below it, what happened in each fiscal year.",
        calendar_note=_calendar_note(snapshot),
        stages=tuple(_stage(snapshot, stage) for stage in Stage),
        years=tuple(
            (f"fy-{y}", f"Fiscal year {y}-{(y + 1) % 100:02}", _year_table(snapshot, y, (entries)))
            for y, entries in sorted(years.items())
        ),
        cycles=_cycles(snapshot),
        milestones=_milestones(snapshot),
        legend=legend(snapshot.report, "status", (s.status for s in snapshot.standings)),
        has_matches=any(
            e.match is Match.INFERRED for s in snapshot.standings for e in s.initiative.events
        ),
    )


def _calendar_note(snapshot: Snapshot) -> str:
    calendar = snapshot.report.calendar
    if not beyond_calendar(calendar, snapshot.day):
        return ""
    end = max(c.ends for c in calendar.cycles)
    return (
        f"The last budget cycle that the sources show ended on {day_words(end)}. What was planned "
        "for later cycles is not known here, so nothing can stand under next."
    )


def _stage(snapshot: Snapshot, stage: Stage) -> StageView:
    title, means = _STAGES[stage]
    rows = [
        (
            (to_initiative(s.initiative),),
            status_cell(snapshot.report, s),
            phase_cell(snapshot.report, s),
        )
        for s in snapshot.standings
        if s.stage is stage
    ]
    anchor = f"stage-{stage.value.replace('_', '-')}"
    columns = ("Initiative:head", "Status", "Phase")
    caption = f"{title}: {counted(len(rows), 'initiative')}"
    made = table(f"{anchor}", caption, columns, rows) if rows else None
    return StageView(anchor, title, means, made)


@dataclass(frozen=True, slots=True)
class _Happening:
    """An event or a roadmap milestone's end, of one initiative."""

    when: PartialDate
    standing: Standing
    what: Event | RoadmapMilestone


def _happenings(snapshot: Snapshot) -> Iterator[_Happening]:
    for standing in snapshot.standings:
        for event in standing.initiative.events:
            yield _Happening(event.on, standing, event)
        for step in standing.initiative.roadmap:
            yield _Happening(step.outcome.on if step.outcome else step.original, standing, step)


def _by_year(snapshot: Snapshot) -> dict[int, list[_Happening]]:
    """Return what happened, by the calendar year in which its fiscal year began."""
    found: dict[int, list[_Happening]] = {}
    starts = snapshot.report.about.fiscal_year_start
    for happening in sorted(_happenings(snapshot), key=lambda h: _order(h, snapshot.day)):
        first = _fiscal_year(happening.when.first(), starts)
        found.setdefault(first, []).append(happening)
    return found


def _order(happening: _Happening, day: date) -> tuple[date, date, str, str]:
    when, what = happening.when, happening.what
    return (when.first(), when.last(day), happening.standing.initiative.id, what.id)


def _fiscal_year(day: date, starts: str) -> int:
    month, day_of_month = map(int, starts.split("-"))
    return day.year if (day.month, day.day) >= (month, day_of_month) else day.year - 1


def _year_table(snapshot: Snapshot, year: int, entries: list[_Happening]) -> Table:
    rows = [_happening_row(snapshot, h) for h in entries]
    caption = f"What happened from {day_words(_start(snapshot, year))} on, by first possible day"
    columns = ("Date:head", "Initiative", "What happened", "Sources")
    return table(f"fy-{year}", caption, columns, rows)


def _start(snapshot: Snapshot, year: int) -> date:
    month, day = map(int, snapshot.report.about.fiscal_year_start.split("-"))
    return date(year, month, day)


def _happening_row(snapshot: Snapshot, happening: _Happening) -> tuple[Cell, ...]:
    what = happening.what
    said: Cell
    if isinstance(what, Event):
        said = (Words(what.text), *match_mark(what.match))
    else:
        end = "reached" if what.outcome else "planned, end not known"
        said = (Strong(what.title), Words(f"{end}{lateness(what)}"))
    return (
        (Words(date_words(happening.when)),),
        (to_initiative(happening.standing.initiative),),
        said,
        sources(snapshot.report, what.sources),
    )


def _cycles(snapshot: Snapshot) -> Table:
    rows = [
        (
            (Words(fiscal_words(c.id)),),
            (Words(f"{day_words(c.begins)} to {day_words(c.ends)}"),),
            (Words(date_words(c.adopted) if c.adopted else "not found"),),
            (Words(c.note),) if c.note else (),
            sources(snapshot.report, c.sources),
        )
        for c in snapshot.report.calendar.cycles
    ]
    columns = ("Cycle:head", "Span", "Adopted", "Note", "Sources")
    return table("cycles", "Two-year budget cycles", columns, rows)


def _milestones(snapshot: Snapshot) -> Table:
    kinds = {
        MilestoneKind.BUDGET: "Budget",
        MilestoneKind.MID_CYCLE: "Mid-cycle",
        MilestoneKind.ANNUAL_REPORT: "Annual report",
        MilestoneKind.COMPILATION: "Review by editors",
    }
    rows = [
        (
            (Words(m.title),),
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


@dataclass(frozen=True, slots=True)
class IdeasView:
    """All ideas, by topic area."""

    lead: str
    areas: tuple[tuple[str, str, Table], ...]
    """Anchor, heading and table of each area."""
    states: tuple[tuple[str, str], ...]
    """Label and meaning of each state."""


def ideas_view(snapshot: Snapshot) -> IdeasView:
    """Return the view of the ideas page."""
    found = totals(snapshot)
    vocabulary = snapshot.report.vocabulary.idea_state
    known = found.ideas - found.ideas_nothing_found
    return IdeasView(
        lead=f"{counted(found.ideas, 'idea')} for putting the initiatives into practice. "
        f"Something was found of {known}; of {found.ideas_nothing_found} nothing.",
        areas=tuple(
            (f"ideas-{area.id}", area.title, _ideas_of(snapshot, area.id))
            for area in snapshot.report.areas
        ),
        states=tuple((t.label, t.means) for t in vocabulary.values()),
    )


def _ideas_of(snapshot: Snapshot, area_id: str) -> Table:
    states = snapshot.report.vocabulary.idea_state
    rows: list[tuple[Cell, ...]] = []
    for standing in snapshot.standings:
        if standing.initiative.area != area_id:
            continue
        for idea in standing.initiative.ideas:
            state = standing.ideas.get(idea.id)
            what: Cell = (Strong(states[state].label),) if state else (Words("Nothing found"),)
            link = LinkTo(
                standing.initiative.title, (f"{addresses.initiative(standing.initiative.id)}#ideas")
            )
            rows.append(((Words(idea.text),), (link,), what))
    caption = counted(len(rows), "idea")
    columns = ("Idea:head", "Initiative", "What was found")
    return table(f"ideas-{area_id}", caption, columns, rows)
