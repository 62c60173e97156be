"""Timelines in swimlanes: an initiative's phases, steps and events along an axis of time."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.statuses import Phase
from generator.views.charts.schedule_bar import schedule_bar, schedule_key, schedule_text
from generator.views.charts.shapes import (
    NARROWEST,
    Bar,
    Box,
    Drawing,
    KeyEntry,
    Label,
    Lettering,
    Line,
    Mark,
    on_either_side,
    placed,
)
from generator.views.charts.swimlanes import ROOMY
from generator.views.charts.time_axis import TimeAxis
from generator.views.charts.timeline_events import TimelineEvent, of_kind, one_after_another
from generator.words.localization import Localization
from generator.words.message import Message, Text, msg
from generator.words.states import label

PHASE_Y, EVENT_Y, STEP_Y = 13.0, 29.0, 44.0
PLAIN_HEIGHT, LANE_HEIGHT, LABELLED_HEIGHT = 38.0, 28.0, 52.0
STEP_HEIGHT = 15.0
MOST_STEP_ROWS = 8
"""Steps that have a row of their own in an initiative's strip; further ones share the last."""
BOX = 6.0
LONG_ENOUGH_TO_SHOW = 1.5


def initiative_timeline(
    state: InitiativeState, found: Sequence[TimelineEvent], axis: TimeAxis, day: date
) -> Drawing:
    """Return the timeline of one initiative: its phases, events and steps."""
    shown = on_axis(found, axis, day)
    bars, lines = phases(state, shown, axis, day)
    scheduled = bool(of_kind(shown, "schedule"))
    steps_from = STEP_Y + STEP_HEIGHT * scheduled
    rows = _step_rows(of_kind(shown, "step"), steps_from)
    time, plans = schedule_bar(state, axis, day, STEP_Y) if scheduled else ((), ())
    return Drawing(
        title=state.initiative.title,
        description=_sentences(state, found, shown, day),
        height=PLAIN_HEIGHT + STEP_HEIGHT * (len(rows) + scheduled),
        bars=(*bars, *time),
        lines=(*lines, *(line for y, row in rows for line in _slips(row, axis, day, y))),
        marks=(
            *_in_order(of_kind(shown, "record"), axis, day, PHASE_Y),
            *_in_order(of_kind(shown, "update"), axis, day, PHASE_Y),
            *(h.mark(axis, day, EVENT_Y) for h in of_kind(shown, "event")),
            *plans,
            *(h.mark(axis, day, y) for y, row in rows for h in row),
        ),
    )


def _step_rows(
    steps: Sequence[TimelineEvent], below: float
) -> list[tuple[float, list[TimelineEvent]]]:
    """Return the steps that are in one row, with the height of each row."""
    names = list(dict.fromkeys(h.of for h in steps))
    rows: dict[float, list[TimelineEvent]] = {}
    for number, name in enumerate(names):
        y = below + STEP_HEIGHT * min(number, MOST_STEP_ROWS - 1)
        rows.setdefault(y, []).extend(h for h in steps if h.of == name)
    return list(rows.items())


def on_axis(found: Sequence[TimelineEvent], axis: TimeAxis, day: date) -> list[TimelineEvent]:
    """Return what the axis has room for."""
    return [h for h in found if axis.holds(h.first(day), h.last(day))]


def _sentences(
    state: InitiativeState,
    found: Sequence[TimelineEvent],
    shown: Sequence[TimelineEvent],
    day: date,
) -> tuple[Message, ...]:
    """Return what a timeline shows; what lies beyond its axis is counted."""
    steps, events = of_kind(found, "step"), of_kind(found, "event")
    said = [*_entry_and_phases(found)]
    if of_kind(found, "schedule"):
        said.append(schedule_text(state))
    if steps:
        said.append(msg("timeline-steps", steps=one_after_another(steps)))
    if events:
        said.append(_events(events))
    if of_kind(found, "update") and not _is_closed(state):
        said.append(msg("timeline-no-later-update", day=day))
    if beyond := len(found) - len(shown):
        said.append(msg("timeline-beyond", count=beyond))
    return tuple(said)


def _entry_and_phases(found: Sequence[TimelineEvent]) -> Iterator[Message]:
    for event in of_kind(found, "record"):
        yield msg("timeline-entry", entry=event.says)
    if updates := of_kind(found, "update"):
        yield msg("timeline-phases", phases=one_after_another(updates))
    else:
        yield msg("timeline-no-update")


def _events(events: Sequence[TimelineEvent]) -> Message:
    return msg("timeline-events", count=len(events), events=one_after_another(events))


def _is_closed(state: InitiativeState) -> bool:
    newest = state.newest
    return newest is not None and (newest.status.is_closed or newest.phase is Phase.CLOSED)


def phases(
    state: InitiativeState, shown: Sequence[TimelineEvent], axis: TimeAxis, day: date
) -> tuple[tuple[Bar, ...], tuple[Line, ...]]:
    """Return the time for which each update gives the phase, filled by it; dots elsewhere.

    An update gives it until the next one comes, or was due. Before the first update no one does.
    """
    updates = of_kind(shown, "update")
    places = [m.x for m in _in_order(updates, axis, day, PHASE_Y)]
    bars: list[Bar] = []
    lines: list[Line] = []
    ends = places[1:] if _is_closed(state) else [*places[1:], axis.at(day)]
    for here, start, end in zip(updates, places, ends, strict=False):
        filled = next(phase.filled for phase in Phase if phase.mark == here.shape)
        known = max(start, axis.at(here.until.last(day))) if here.until and filled else start
        if filled and min(known, end) > start:
            bars += _phase_bar(filled * 2 * BOX / 4, start, min(known, end))
        if end > known:
            lines.append(_unknown(known, end))
    entry = [h.at(axis, day) for h in of_kind(shown, "record")]
    begin = entry[0] if entry else axis.left
    first = places[0] if places else axis.at(day)
    if first > begin:
        lines.append(_unknown(begin, first))
    return tuple(bars), tuple(lines)


def _phase_bar(filled: float, start: float, end: float) -> list[Bar]:
    width = round(end - start, 2)
    return [
        Bar(start, PHASE_Y - BOX, width, 2 * BOX, "phase"),
        Bar(start, PHASE_Y + BOX - filled, width, filled, "phase-fill"),
    ]


def _unknown(start: float, end: float) -> Line:
    return Line(start, PHASE_Y, end, PHASE_Y, "unknown", "quiet")


def _in_order(
    found: Sequence[TimelineEvent], axis: TimeAxis, day: date, y: float
) -> Iterator[Mark]:
    """Yield marks from left to right, though vague dates may lie the other way round."""
    reached = 0.0
    for event in found:
        reached = max(reached, event.at(axis, day))
        mark = event.mark(axis, day, y)
        yield Mark(reached, mark.y, mark.shape, mark.tone, says=mark.says)


def _slips(steps: Sequence[TimelineEvent], axis: TimeAxis, day: date, y: float) -> Iterator[Line]:
    """Yield the way of each step from its first date to its last, and how vague each date is."""
    for name in dict.fromkeys(h.of for h in steps):
        mine = [h for h in steps if h.of == name]
        places = [h.at(axis, day) for h in mine]
        if max(places) > min(places):
            yield Line(min(places), y, max(places), y, "slip", "ink")
    for h in steps:
        left, right = axis.at(h.first(day)), axis.at(h.last(day))
        if right - left > LONG_ENOUGH_TO_SHOW:
            yield Line(left, y, right, y, "reach", "quiet")


def step_timeline(name: str, steps: Sequence[TimelineEvent], axis: TimeAxis, day: date) -> Drawing:
    """Return one step of a roadmap: first planned, moved, and what came."""
    y = LANE_HEIGHT / 2
    return Drawing(
        title=name,
        description=(msg("timeline-step", dates=one_after_another(steps)),),
        height=LANE_HEIGHT,
        lines=tuple(_slips(steps, axis, day, y)),
        marks=tuple(h.mark(axis, day, y) for h in steps),
    )


def phase_timeline(
    state: InitiativeState, found: Sequence[TimelineEvent], axis: TimeAxis, day: date
) -> Drawing:
    """Return the entry into the record and the phases, from update to update."""
    bars, lines = phases(state, found, axis, day)
    return Drawing(
        title=msg("timeline-phase-title"),
        description=tuple(_entry_and_phases(found)),
        height=LANE_HEIGHT,
        bars=bars,
        lines=lines,
        marks=(
            *_in_order(of_kind(found, "record"), axis, day, PHASE_Y),
            *_in_order(of_kind(found, "update"), axis, day, PHASE_Y),
        ),
    )


def status_timeline(
    statuses: Sequence[tuple[TimelineEvent, Text]], axis: TimeAxis, day: date
) -> Drawing:
    """Return the status each update gives, its word beside it where there is room."""
    y = 11.0
    events = [event for event, _ in statuses]
    marks = tuple(_in_order(events, axis, day, y))
    labels = tuple(label for _, label in statuses)
    return Drawing(
        title=msg("timeline-status-title"),
        description=(msg("timeline-statuses", statuses=one_after_another(events)),),
        height=LABELLED_HEIGHT,
        marks=marks,
        letterer=partial(_status_lettering, marks, labels),
    )


def _status_lettering(
    marks: Sequence[Mark], labels: Sequence[Text], words: Localization
) -> Lettering:
    """Return the labels that have room, the newest first; more of them where it is wider."""
    named = zip(reversed(marks), reversed(labels), strict=True)
    wanted = [_below(mark, words(label)) for mark, label in named]
    narrow, wide = ([_room(mark, width) for mark in marks] for width in (NARROWEST, ROOMY))
    return Lettering(tuple(placed(wanted, narrow, wide, LABELLED_HEIGHT, ROOMY)))


def _room(mark: Mark, width: float) -> Box:
    x = mark.x * width / 100
    return Box(x - 6, mark.y - 6, x + 6, mark.y + 6)


def _below(mark: Mark, words: str) -> list[Label]:
    rows = (Label(mark.x, mark.y + down, words) for down in (20, 35))
    return [label for row in rows for label in on_either_side(row, 7)]


def event_timeline(found: Sequence[TimelineEvent], axis: TimeAxis, day: date) -> Drawing:
    """Return a stroke for every event."""
    return Drawing(
        title=msg("timeline-events-title"),
        description=(_events(found),),
        height=LANE_HEIGHT,
        marks=tuple(h.mark(axis, day, LANE_HEIGHT / 2) for h in found),
    )


_EXPLAINED = (
    *("ring", "circle", "tick", "onset", "deadline"),
    *("planned", "moved", "expected", "begun", "reached", "part", "missed", "dropped"),
)
"""Marks that the key explains beside those of phases, in its order."""


def key_of(drawings: Sequence[Drawing]) -> tuple[KeyEntry, ...]:
    """Return the key of some timelines: the meaning of each shape that occurs."""
    shapes = {mark.shape for d in drawings for mark in d.marks}
    entries = [
        KeyEntry(
            label(phase),
            phase.tone,
            Mark(50, 8, phase.mark, phase.tone),
        )
        for phase in Phase
        if phase.mark in shapes
    ]
    if any(line.look == "unknown" for d in drawings for line in d.lines):
        entries.append(KeyEntry(msg("timeline-key-unknown"), "quiet", line="unknown"))
    entries += schedule_key(drawings)
    entries += [
        KeyEntry(msg(f"timeline-key-{shape}"), "ink", Mark(50, 8, shape, "ink"))
        for shape in _EXPLAINED
        if shape in shapes
    ]
    return tuple(entries)
