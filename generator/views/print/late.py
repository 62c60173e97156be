"""What is overdue or behind schedule, as a list of exceptions: initiatives, then open steps."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.snapshot.timing import DateTiming
from generator.model.dates import PartialDate
from generator.model.schedule import RoadmapMilestone
from generator.model.statuses import Group, Timing
from generator.views.base.blocks import Cell, SideNote
from generator.views.base.shared import status_cells, to_initiative
from generator.views.base.table_builder import Columns, table
from generator.views.base.timing import Planned, date_timing_cell, timing_cell
from generator.views.print.blocks import Empty, Heading, Part, TableBlock
from generator.words.message import Message, listing, msg


@dataclass(frozen=True, slots=True)
class Late:
    """An initiative, or an open step of one, that is overdue or behind schedule."""

    state: InitiativeState
    timing: Timing
    found: DateTiming
    step: RoadmapMilestone | None = None

    @property
    def order(self) -> tuple[bool, bool, str]:
        """Return what they are sorted by: what is overdue first, the longest overdue above."""
        since = self.found.overdue_since
        return (self.step is not None, since is None, since.isoformat() if since else "")


def late_parts(snapshot: Snapshot, level: int) -> Iterator[Part]:
    """Yield what is late under a heading; nothing where nobody plans by dates."""
    if not plans_by_dates(snapshot):
        return
    yield Heading(level, msg("schedule-late-heading"))
    found = late(snapshot)
    if not found:
        yield Empty(msg("schedule-late-none"))
        return
    status = status_cells(snapshot)
    columns: Columns[Late] = {
        msg("common-initiative"): _name,
        msg("schedule-timing"): _timing,
        msg("status-axis-status"): lambda one: status(one.state),
    }
    yield TableBlock(table("late", _caption(found), found, columns))


def late(snapshot: Snapshot) -> list[Late]:
    """Return what is late: initiatives, then steps, what has been overdue longest first."""
    return sorted(_late(snapshot), key=lambda one: one.order)


def expected_dates(state: InitiativeState) -> Iterator[tuple[Planned, PartialDate]]:
    """Yield for when a start and an end are expected that have not come; none of what is done."""
    if state.last_known.group is Group.DONE:
        return
    dates: tuple[tuple[Planned, DateTiming | None], ...]
    dates = (("start", state.timing.start), ("end", state.timing.end))
    for which, found in dates:
        if found and not found.came and found.expected:
            yield which, found.expected


def plans_by_dates(snapshot: Snapshot) -> bool:
    """Return whether anything has a planned date, so that it can be late."""
    return any(s.initiative.schedule or any(_open_steps(s)) for s in snapshot.states)


def _open_steps(state: InitiativeState) -> Iterator[RoadmapMilestone]:
    return (step for step in state.initiative.roadmap if not step.outcome)


def _late(snapshot: Snapshot) -> Iterator[Late]:
    for state in snapshot.states:
        own = state.timing
        is_done = state.last_known.group is Group.DONE or (own.end is not None and own.end.came)
        if own.timing.is_late and own.decides and not is_done:
            yield Late(state, own.timing, own.decides)
        for step in _open_steps(state):
            timing = own.steps[step.id]
            if timing.timing.is_late:
                yield Late(state, timing.timing, timing, step)


def _name(one: Late) -> Cell:
    step = (SideNote(msg("schedule-late-step", step=one.step.title)),) if one.step else ()
    return (to_initiative(one.state.initiative), *step)


def _timing(one: Late) -> Cell:
    return date_timing_cell(one.found, "step") if one.step else timing_cell(one.state)


def _caption(found: Sequence[Late]) -> Message:
    """Return how many initiatives and how many steps are overdue, and how many behind."""
    tally = Counter((bool(one.step), one.timing) for one in found)
    counts = [
        msg(f"schedule-late-{'steps' if is_step else 'initiatives'}-{timing.value}", count=count)
        for (is_step, timing), count in tally.items()
    ]
    return msg("schedule-late", counts=listing(counts))
