"""An initiative's own roadmap: steps, phases, status and events on one axis of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.derive.snapshot.snapshot import Snapshot, Standing
from generator.views.base.blocks import Table
from generator.views.base.tables import Columns, table
from generator.views.charts.shapes import Drawing
from generator.views.charts.swimlanes import Lane, LaneChart, LaneFrame, fiscal_axis, lane_chart
from generator.views.charts.time_axis import TimeAxis
from generator.views.charts.timeline import (
    event_strip,
    key_of,
    phase_strip,
    status_strip,
    step_strip,
)
from generator.views.charts.timeline_events import Happening, happenings, of_kind
from generator.words.english import date_words

FEWEST = 2
"""Dates from which there is something to draw."""


@dataclass(frozen=True, slots=True)
class OwnRoadmap:
    """The drawing and the same as a table."""

    chart: LaneChart
    table: Table
    note: str
    """Said where no steps are known."""


def initiative_roadmap(snapshot: Snapshot, standing: Standing) -> OwnRoadmap | None:
    """Return the roadmap of one initiative, or None where only its proposal is dated."""
    found = happenings(snapshot.report, standing)
    if len(found) < FEWEST:
        return None
    report, day = snapshot.report, snapshot.day
    days = [d for h in found for d in (h.first(day), h.last(day))]
    axis = fiscal_axis(report, min([day, *days]), max([day, *days]))
    statuses = _statuses(snapshot, standing, found)
    drawings = tuple(_strips(snapshot, standing, found, statuses, axis))
    lanes = tuple(Lane(d.title, "", d) for d in drawings)
    chart = lane_chart(LaneFrame(report, day, axis), "own-roadmap", lanes)
    return OwnRoadmap(
        chart=replace(chart, key=key_of(report, drawings)),
        table=_table(standing, found, statuses),
        note=""
        if standing.initiative.roadmap
        else "No source gives dated steps for it; the drawing shows updates and events alone.",
    )


Statuses = Sequence[tuple[Happening, str]]


def _statuses(snapshot: Snapshot, standing: Standing, found: Sequence[Happening]) -> Statuses:
    """Return for every update a mark of its own and the word of its status."""
    labels = snapshot.report.vocabulary.status
    words = {u.milestone: labels[u.status].label for u in standing.updates}
    return [
        (
            replace(h, shape="circle", tone="ink", says=f"{words[h.of]}, {date_words(h.when)}"),
            words[h.of],
        )
        for h in of_kind(found, "update")
    ]


def _strips(
    snapshot: Snapshot,
    standing: Standing,
    found: Sequence[Happening],
    statuses: Statuses,
    axis: TimeAxis,
) -> Iterator[Drawing]:
    day = snapshot.day
    for step in standing.initiative.roadmap:
        mine = [h for h in of_kind(found, "step") if h.of == step.id]
        yield step_strip(step.title, mine, axis, day)
    yield phase_strip(standing, found, axis, day)
    if statuses:
        yield status_strip(statuses, axis, day)
    if events := of_kind(found, "event"):
        yield event_strip(events, axis, day)


def _table(standing: Standing, found: Sequence[Happening], statuses: Statuses) -> Table:
    texts = {event.id: event.text for event in standing.initiative.events}
    status = {h.of: words for h, words in statuses}
    columns: Columns[Happening] = {
        "Date": lambda h: date_words(h.when),
        "What": lambda h: _NAMES[h.kind],
        "In words": lambda h: _what(h, texts, status),
    }
    return table("own-roadmap", "What the drawing shows", found, columns)


_NAMES = {"record": "On the record", "update": "Update", "step": "Step", "event": "Event"}


def _what(happening: Happening, texts: dict[str, str], status: dict[str, str]) -> str:
    if happening.kind == "event":
        return texts[happening.of]
    if happening.kind == "update":
        return f"{status[happening.of]}; phase: {happening.says}"
    return happening.says
