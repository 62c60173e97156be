"""An initiative's own roadmap: steps, phases, status and events on one axis of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.views.base.blocks import Table
from generator.views.base.table_builder import Columns, table
from generator.views.charts.schedule_bar import schedule_lane
from generator.views.charts.shapes import Drawing
from generator.views.charts.swimlanes import (
    Swimlane,
    SwimlaneChart,
    SwimlaneScale,
    fiscal_axis,
    swimlane_chart,
)
from generator.views.charts.time_axis import TimeAxis
from generator.views.charts.timeline import (
    event_timeline,
    key_of,
    phase_timeline,
    status_timeline,
    step_timeline,
)
from generator.views.charts.timeline_events import TimelineEvent, of_kind, timeline_events
from generator.words.message import Text, msg
from generator.words.states import label

FEWEST = 2
"""Dates from which there is something to draw."""


@dataclass(frozen=True, slots=True)
class InitiativeRoadmap:
    """The drawing and the same as a table."""

    chart: SwimlaneChart
    table: Table
    note: Text
    """Said where no steps are known."""
    is_telling: bool
    """Whether the drawing shows more than single dates: a plan, or updates."""
    is_planned: bool
    """Whether it shows a schedule, or steps."""


def initiative_roadmap(snapshot: Snapshot, state: InitiativeState) -> InitiativeRoadmap | None:
    """Return the roadmap of one initiative, or None where only its proposal is dated."""
    report, day = snapshot.report, snapshot.day
    found = timeline_events(report, state, day)
    if len(found) < FEWEST:
        return None
    days = [d for h in found for d in (h.first(day), h.last(day))]
    axis = fiscal_axis(report, min([day, *days]), max([day, *days]))
    statuses = _statuses(state, found)
    drawings = tuple(_timelines(snapshot, state, found, statuses, axis))
    lanes = tuple(Swimlane(d.title, "", d) for d in drawings)
    chart = swimlane_chart(SwimlaneScale(report, snapshot.as_of, axis), "own-roadmap", lanes)
    return InitiativeRoadmap(
        chart=replace(chart, key=key_of(drawings)),
        table=_table(state, found, statuses),
        note="" if state.initiative.roadmap else msg("initiative-no-steps"),
        is_telling=any(of_kind(found, kind) for kind in ("schedule", "step", "update")),
        is_planned=any(of_kind(found, kind) for kind in ("schedule", "step")),
    )


Statuses = Sequence[tuple[TimelineEvent, Text]]


def _statuses(state: InitiativeState, found: Sequence[TimelineEvent]) -> Statuses:
    """Return for every update a mark of its own and the word of its status."""
    words = {u.milestone: label(u.status) for u in state.updates}
    return [
        (
            replace(
                h,
                shape="circle",
                tone="ink",
                says=msg("timeline-state", state=words[h.of], date=h.when),
            ),
            words[h.of],
        )
        for h in of_kind(found, "update")
    ]


def _timelines(
    snapshot: Snapshot,
    state: InitiativeState,
    found: Sequence[TimelineEvent],
    statuses: Statuses,
    axis: TimeAxis,
) -> Iterator[Drawing]:
    day = snapshot.day
    if of_kind(found, "schedule"):
        yield schedule_lane(state, axis, day)
    for step in state.initiative.roadmap:
        mine = [h for h in of_kind(found, "step") if h.of == step.id]
        yield step_timeline(step.title, mine, axis, day)
    yield phase_timeline(state, found, axis, day)
    if statuses:
        yield status_timeline(statuses, axis, day)
    if events := of_kind(found, "event"):
        yield event_timeline(events, axis, day)


def _table(state: InitiativeState, found: Sequence[TimelineEvent], statuses: Statuses) -> Table:
    texts = {event.id: event.text for event in state.initiative.events}
    status = {h.of: words for h, words in statuses}
    columns: Columns[TimelineEvent] = {
        msg("common-date"): lambda h: h.when,
        msg("initiative-drawn-what"): lambda h: msg(f"initiative-drawn-{h.kind}"),
        msg("initiative-drawn-words"): lambda h: _what(h, texts, status),
    }
    return table("own-roadmap", msg("initiative-drawn"), found, columns)


def _what(event: TimelineEvent, texts: dict[str, str], status: dict[str, Text]) -> Text:
    if event.kind == "event":
        return texts[event.of]
    if event.kind == "update":
        return msg("timeline-status-and-phase", status=status[event.of], phase=event.says)
    return event.says
