"""The schedule of an initiative in its timeline: a bar from start to end, and the first plans."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.derive.snapshot.snapshot import InitiativeState
from generator.derive.snapshot.timing import DateTiming
from generator.model.statuses import Tone
from generator.views.charts.shapes import Bar, Drawing, KeyEntry, Mark
from generator.views.charts.time_axis import TimeAxis
from generator.views.charts.timeline_events import SCHEDULE_TONE, one_after_another, schedule_events
from generator.words.message import Message, msg

HEIGHT = 8.0
LANE = 28.0
OVERDUE = "apart"
"""How time that is overdue looks: its edge is broken, for color alone tells nothing in print."""


def schedule_lane(state: InitiativeState, axis: TimeAxis, day: date) -> Drawing:
    """Return the schedule of an initiative as a timeline of its own."""
    bars, marks = schedule_bar(state, axis, day, LANE / 2)
    return Drawing(
        title=msg("schedule-lane"),
        description=(schedule_text(state),),
        height=LANE,
        bars=bars,
        marks=marks,
    )


def schedule_text(state: InitiativeState) -> Message:
    """Return every date of a schedule in one sentence."""
    found = schedule_events(state.initiative.schedule)
    return msg("schedule-dates", dates=one_after_another(found))


def schedule_bar(
    state: InitiativeState, axis: TimeAxis, day: date, y: float
) -> tuple[tuple[Bar, ...], tuple[Mark, ...]]:
    """Return the time from start to end, filled as far as it has passed, and the first plans.

    What is overdue goes on with a broken edge, from the end planned last to the day.
    """
    start, end = state.timing.start, state.timing.end
    left, right = _ends(start, end, axis, day)
    begun = start.came if start else None
    passed = min(max(axis.at(day), left), right) if begun else left
    bars = [Bar(left, y - HEIGHT / 2, round(right - left, 2), HEIGHT, "schedule", SCHEDULE_TONE)]
    if passed > left:
        bars.append(_part(left, passed, y, "schedule-fill", SCHEDULE_TONE))
    if end and end.overdue_since and end.overdue_since <= day:
        bars.append(_part(axis.at(end.overdue_since), axis.at(day), y, OVERDUE, "red"))
    marks = tuple(
        event.mark(axis, day, y)
        for event in schedule_events(state.initiative.schedule)
        if event.of.endswith("-planned") and axis.holds(event.first(day), event.last(day))
    )
    return tuple(bars), marks


def _part(left: float, right: float, y: float, look: str, tone: Tone) -> Bar:
    return Bar(left, y - HEIGHT / 2, round(right - left, 2), HEIGHT, look, tone)


def _ends(
    start: DateTiming | None, end: DateTiming | None, axis: TimeAxis, day: date
) -> tuple[float, float]:
    """Return where the bar begins and ends; where one of both is not known, by the other alone."""
    begins, ends = (found.expected if found else None for found in (start, end))
    left = axis.middle(begins.first(), begins.last(day)) if begins else None
    right = axis.middle(ends.first(), max(ends.first(), ends.last(day))) if ends else None
    if left is None and right is None:
        return axis.left, axis.left
    if left is None:
        assert ends  # noqa: S101  # one of both is there
        return axis.at(ends.first()), axis.at(max(ends.first(), ends.last(day)))
    if right is None:
        right = max(left, axis.at(day)) if start and start.came else left
    return left, max(left, right)


def schedule_key(drawings: Sequence[Drawing]) -> Iterator[KeyEntry]:
    """Yield what the bars of schedules mean, as far as they occur."""
    looks = {(bar.look, bar.tone) for drawing in drawings for bar in drawing.bars}
    if ("schedule", SCHEDULE_TONE) in looks:
        yield KeyEntry(msg("schedule-key-planned"), SCHEDULE_TONE, bar="schedule")
    if ("schedule-fill", SCHEDULE_TONE) in looks:
        yield KeyEntry(msg("schedule-key-taken"), SCHEDULE_TONE, bar="schedule-fill")
    if (OVERDUE, "red") in looks:
        yield KeyEntry(msg("schedule-key-overdue"), "red", bar=OVERDUE)
