"""The roadmap: what comes next, drawn by topic area, now, next, later, and work plans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.responsibility.budget_cycle import beyond_calendar, has_calendar, keeps_cycles
from generator.derive.responsibility.obligations import MilestoneObligations
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import Horizon
from generator.model.measures import Area
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Signal, Table
from generator.views.base.presence import has_page
from generator.views.base.shared import legend, shown_statuses, to_initiative
from generator.views.base.table_builder import Columns, Value, table
from generator.views.charts.swimlanes import (
    Swimlane,
    SwimlaneChart,
    SwimlaneScale,
    fiscal_axis,
    swimlane_chart,
)
from generator.views.charts.time_axis import TimeAxis
from generator.views.charts.timeline import initiative_timeline, key_of
from generator.views.charts.timeline_events import (
    TimelineEvent,
    of_kind,
    one_after_another,
    timeline_events,
)
from generator.views.roadmap import tables
from generator.views.roadmap.next_steps import NextSteps, next_view
from generator.views.roadmap.stages import StageView, stages
from generator.views.roadmap.years import events_by_year, year_kind, year_links
from generator.words.message import Text, msg

LANES_A_PAGE = 60
LANES_ON_OVERVIEW = 150
"""Lanes up to which all areas are drawn on one page; of more, each has a page of its own."""
ROOMY_STRIP = 600
"""Units across of a strip on this wide page where it is beside its name."""
YEARS_AHEAD = 10
"""How far beyond the as-of date plans are drawn; later ones are counted and in the table."""


@dataclass(frozen=True, slots=True)
class AreaSwimlanes:
    """The initiatives of one area on one axis of time, and the same as a table."""

    anchor: str
    area: LinkTo
    chart: SwimlaneChart | None
    table: Table | None
    elsewhere: tuple[LinkTo, ...]
    """The pages that hold the drawing, where it is not here."""


@dataclass(frozen=True, slots=True)
class RoadmapView:
    """What comes next; the drawing by area; now, next, later, done; work plans; years."""

    next: NextSteps
    calendar_note: Text
    key: SwimlaneChart | None
    """What is drawn and what the lines mean, for all areas together; it has no lanes."""
    areas: tuple[AreaSwimlanes, ...]
    stages: tuple[StageView, ...]
    work_plans: tuple[Table, ...]
    dependencies: Table | None
    dependencies_note: Text
    year_kind: str
    years: tuple[LinkTo, ...]
    """The way to each fiscal year in which something happened, or is planned."""
    calendar: LinkTo | None
    """The way to budget cycles and milestones, where there are any."""
    legend: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class AreaRoadmapView:
    """A part of one area's drawing on a page of its own."""

    title: Text
    lanes: AreaSwimlanes
    pages: tuple[LinkTo, ...]
    """All pages of the area, if there are several."""


def roadmap_view(snapshot: Snapshot, milestones: Sequence[MilestoneObligations]) -> RoadmapView:
    """Return the view of the roadmap."""
    areas = _areas(snapshot)
    return RoadmapView(
        next=next_view(snapshot, milestones),
        calendar_note=_calendar_note(snapshot),
        key=_key(areas),
        areas=areas,
        stages=stages(snapshot),
        work_plans=tuple(
            made for horizon in Horizon if (made := tables.work_plan(snapshot, horizon))
        ),
        dependencies=tables.dependencies(snapshot),
        dependencies_note=msg("plan-waits-checked"),
        year_kind=year_kind(snapshot.report.about),
        years=year_links(snapshot, events_by_year(snapshot)),
        calendar=_calendar(snapshot),
        legend=legend(shown_statuses(snapshot), snapshot.states),
    )


def _calendar(snapshot: Snapshot) -> LinkTo | None:
    there = has_calendar(snapshot.report)
    called = msg("cycle-title" if keeps_cycles(snapshot.report) else "page-milestones")
    return LinkTo(called, addresses.CYCLES) if there else None


def _calendar_note(snapshot: Snapshot) -> Text:
    calendar = snapshot.report.calendar
    if not beyond_calendar(calendar, snapshot.day):
        return ""
    return msg("roadmap-calendar-note", day=max(c.ends for c in calendar.cycles))


def _key(areas: Sequence[AreaSwimlanes]) -> SwimlaneChart | None:
    charts = [area.chart for area in areas if area.chart]
    if not charts:
        return None
    drawings = [lane.drawing for chart in charts for lane in chart.lanes]
    return replace(charts[0], lanes=(), key=key_of(drawings))


def _by_area(snapshot: Snapshot) -> list[tuple[Area, list[InitiativeState]]]:
    return [
        (area, here)
        for area in snapshot.report.areas
        if (here := [s for s in snapshot.states if s.initiative.area == area.id])
    ]


def _on_one_page(snapshot: Snapshot) -> bool:
    largest = max((len(here) for _, here in _by_area(snapshot)), default=0)
    return largest <= LANES_A_PAGE and len(snapshot.states) <= LANES_ON_OVERVIEW


def roadmap_frame(snapshot: Snapshot) -> SwimlaneScale:
    """Return what all drawings of the roadmap have in common, its axis of time above all."""
    return SwimlaneScale(snapshot.report, snapshot.as_of, roadmap_axis(snapshot), ROOMY_STRIP)


def _areas(snapshot: Snapshot) -> tuple[AreaSwimlanes, ...]:
    """Return the areas with their drawings, or with the pages that hold them."""
    if _on_one_page(snapshot):
        frame = roadmap_frame(snapshot)
        return tuple(_drawn(frame, area, here) for area, here in _by_area(snapshot))
    return tuple(
        AreaSwimlanes(f"area-{area.id}", _link(area), None, None, _links(area, len(here)))
        for area, here in _by_area(snapshot)
    )


def _link(area: Area) -> LinkTo:
    return LinkTo(area.title, addresses.area(area.id))


def _links(area: Area, lanes: int) -> tuple[LinkTo, ...]:
    starts = range(0, lanes, LANES_A_PAGE)
    return tuple(
        LinkTo(
            msg(
                "roadmap-part",
                area=area.title,
                first=start + 1,
                last=min(start + LANES_A_PAGE, lanes),
                count=lanes,
            ),
            addresses.roadmap_of(area.id, number),
        )
        for number, start in enumerate(starts, 1)
    )


@dataclass(frozen=True, slots=True)
class AreaPart:
    """Initiatives of one area whose drawing has a page of its own."""

    area: Area
    states: Sequence[InitiativeState]
    link: LinkTo
    others: tuple[LinkTo, ...]
    """All pages of the area, this one included."""


def area_parts(snapshot: Snapshot) -> Iterator[AreaPart]:
    """Yield the parts of the roadmap that have a page each; none where all fits on one page."""
    if _on_one_page(snapshot) or not has_page(addresses.ROADMAP, snapshot):
        return
    for area, here in _by_area(snapshot):
        links = _links(area, len(here))
        for number, link in enumerate(links):
            part = here[number * LANES_A_PAGE : (number + 1) * LANES_A_PAGE]
            yield AreaPart(area, part, link, links)


def area_roadmap_view(frame: SwimlaneScale, part: AreaPart) -> AreaRoadmapView:
    """Return the view of one part of the roadmap."""
    drawn = _drawn(frame, part.area, part.states)
    others = part.others if len(part.others) > 1 else ()
    return AreaRoadmapView(msg("roadmap-part-title", part=part.link.text), drawn, others)


def _drawn(frame: SwimlaneScale, area: Area, here: Sequence[InitiativeState]) -> AreaSwimlanes:
    found = [(s, timeline_events(frame.report, s, frame.day)) for s in here]
    anchor = f"area-{area.id}"
    return AreaSwimlanes(
        anchor, _link(area), _chart(frame, anchor, found), _table(anchor, area.title, found), ()
    )


Found = Sequence[tuple[InitiativeState, Sequence[TimelineEvent]]]


def _chart(frame: SwimlaneScale, anchor: str, found: Found) -> SwimlaneChart:
    lanes = tuple(
        Swimlane(
            state.initiative.title,
            addresses.initiative(state.initiative.id),
            initiative_timeline(state, mine, frame.axis, frame.day),
        )
        for state, mine in found
    )
    chart = swimlane_chart(frame, anchor, lanes)
    return replace(chart, key=key_of([lane.drawing for lane in lanes]))


def roadmap_axis(snapshot: Snapshot) -> TimeAxis:
    """Return the one axis of all areas.

    It begins with the first budget cycle or proposal and ends with the last cycle, plan or the
    as-of date; single events from long before, and plans for long after, do not stretch it.
    """
    report, day = snapshot.report, snapshot.day
    drawn = [
        event
        for state in snapshot.states
        for event in timeline_events(report, state, day)
        if event.kind != "event"
    ]
    ahead = date(day.year + YEARS_AHEAD, 12, 31)
    first = [h.first(day) for h in drawn] + [c.begins for c in report.calendar.cycles]
    last = [h.last(day) for h in drawn] + [c.ends for c in report.calendar.cycles]
    return fiscal_axis(report, min([day, *first]), max([day, *(d for d in last if d <= ahead)]))


def _table(anchor: str, title: str, found: Found) -> Table:
    columns: Columns[tuple[InitiativeState, Sequence[TimelineEvent]]] = {
        msg("common-initiative"): lambda f: to_initiative(f[0].initiative),
        msg("roadmap-drawn-listed"): lambda f: _said(f[1], "record"),
        msg("roadmap-drawn-phases"): lambda f: _said(f[1], "update"),
        msg("roadmap-drawn-schedule"): lambda f: _said(f[1], "schedule"),
        msg("roadmap-drawn-steps"): lambda f: _said(f[1], "step"),
        msg("roadmap-drawn-events"): lambda f: _said(f[1], "event"),
    }
    return table(f"{anchor}-lanes", msg("roadmap-drawn", area=title), found, columns)


def _said(found: Sequence[TimelineEvent], kind: str) -> Value:
    events = of_kind(found, kind)
    return one_after_another(events) if events else None
