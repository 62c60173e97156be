"""Whether something is in time, for pages and documents: a signal and the dates behind it."""

from typing import Literal, TypeAlias

from generator.derive.snapshot.snapshot import InitiativeState
from generator.derive.snapshot.timing import DateTiming
from generator.model.statuses import State, Timing
from generator.views.base.blocks import Cell, SideNote
from generator.views.base.shared import signal
from generator.words.message import Message, msg

Planned: TypeAlias = Literal["start", "end", "step"]
"""What was planned for a date."""


def timing_cell(state: InitiativeState) -> Cell:
    """Return whether an initiative is in time, and why; nothing where that is not known."""
    found = state.timing
    if found.decides is None:
        return ()
    what: Planned = "end" if found.decides is found.end else "start"
    return (signal(found.timing), SideNote(timing_text(found.decides, what)))


def shown_states(state: InitiativeState) -> tuple[State, ...]:
    """Return every state that a page of an initiative shows by a signal."""
    found = (state.timing, *state.timing.steps.values(), state.timing.start, state.timing.end)
    timings = {one.timing for one in found if one and one.timing is not Timing.NOT_KNOWN}
    return (*state.states, *timings)


def date_timing_cell(found: DateTiming | None, what: Planned) -> Cell:
    """Return whether one date is in time, and why; nothing where that is not known."""
    if found is None or found.timing is Timing.NOT_KNOWN:
        return ()
    return (signal(found.timing), SideNote(timing_text(found, what)))


def timing_text(found: DateTiming, what: Planned) -> Message:
    """Return the dates by which something is in time or late."""
    first, planned, forecast = found.first, found.planned, found.forecast
    if found.overdue_since and planned:
        if forecast:
            return msg(
                f"schedule-reforecast-{what}",
                since=found.overdue_since,
                planned=planned,
                expected=forecast,
            )
        return msg(f"schedule-overdue-{what}", since=found.overdue_since, planned=planned)
    assert first  # noqa: S101  # nothing is in time or late without a plan
    if found.came:
        return msg(f"schedule-came-{what}", came=found.came, first=first)
    if forecast or planned is None:
        return msg(f"schedule-forecast-{what}", expected=forecast or "", first=first)
    return msg(f"schedule-moved-{what}", planned=planned, first=first)
