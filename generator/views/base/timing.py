"""Whether something is in time, for pages and documents: a signal and the dates behind it."""

from typing import Literal, TypeAlias

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.model.dates import PartialDate
from generator.model.statuses import State, Timing
from generator.views.base.blocks import Cell, SideNote
from generator.views.base.shared import signal
from generator.words.message import Message, Text, msg

Planned: TypeAlias = Literal["start", "end", "step"]
"""What was planned for a date."""


def timing_cell(state: InitiativeState) -> Cell:
    """Return whether an initiative is in time, and why; nothing where that is not known."""
    found = state.timing
    if found.decides is None:
        return ()
    what: Planned = "end" if found.decides is found.end else "start"
    return (signal(found.timing), SideNote(timing_text(found.decides, what)))


def is_timed(state: InitiativeState) -> bool:
    """Return whether a page shows if an initiative, or a step of it, is in time."""
    return bool(_timings(state))


def shown_states(snapshot: Snapshot, state: InitiativeState) -> tuple[State, ...]:
    """Return every state that a page of an initiative shows by a signal."""
    spoken_of = (one for one in state.states if one.axis in snapshot.axes)
    return (*spoken_of, *_timings(state))


def _timings(state: InitiativeState) -> set[Timing]:
    own = state.timing
    # Of a step that is over, the outcome says how it came.
    steps = (own.steps[step.id] for step in state.initiative.roadmap if not step.outcome)
    found = (own, *steps, own.start, own.end)
    return {one.timing for one in found if one and one.timing is not Timing.NOT_KNOWN}


def date_timing_cell(found: DateTiming | None, what: Planned) -> Cell:
    """Return whether one date is in time, and why; nothing where that is not known."""
    if found is None or found.timing is Timing.NOT_KNOWN:
        return ()
    return (signal(found.timing), SideNote(timing_text(found, what)))


def timing_text(found: DateTiming, what: Planned) -> Message:
    """Return the dates by which something is in time or late."""
    first, planned, forecast = found.first, found.planned, found.forecast
    assert first and planned  # noqa: S101, PT018  # nothing is in time or late without a plan
    if found.timing is Timing.OVERDUE:
        passed: dict[str, Text] = {"planned": planned, "since": _passed(planned)}
        if forecast:
            return msg(f"schedule-reforecast-{what}", expected=forecast, **passed)
        return msg(f"schedule-overdue-{what}", **passed)
    if found.came:
        return msg(f"schedule-came-{what}", came=found.came, first=first)
    if forecast:
        return msg(f"schedule-forecast-{what}", expected=forecast, first=first)
    return msg(f"schedule-moved-{what}", planned=planned, first=first)


def _passed(planned: PartialDate) -> Text:
    """Return since when a date has passed: a day, or the end of what is less exact than a day."""
    end = planned.end
    assert end  # noqa: S101  # an open end never passes
    last = PartialDate(end.text)
    return last if end.first() == end.last() else msg("schedule-end-of", date=last)
