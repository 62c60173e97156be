"""Now, next, later: the initiatives in each stage, those under way with steps to come in two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.snapshot.evidence import earliest
from generator.derive.snapshot.open_dates import OpenDate, open_dates_of
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot, Stage
from generator.views.base.blocks import Cell, SideNote, Strong, Table
from generator.views.base.shared import phase_cell, span_text, status_cells, to_initiative
from generator.views.base.table_builder import Columns, table_if_any
from generator.views.base.timing import timing_cell
from generator.words.message import Text, msg

MANY = 5
"""Initiatives of a stage from which its table is folded: all are drawn above it."""


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage as a table, or why it is empty."""

    anchor: str
    title: Text
    means: Text
    found: Text
    """From which years the evidence for their statuses is; empty where none is reported."""
    table: Table | None
    folded: bool


def stages(snapshot: Snapshot) -> tuple[StageView, ...]:
    """Return the stages; that nothing is reported is one where somebody was to report."""
    to_come = {state.initiative.id: _next_step(state) for state in snapshot.states}
    return tuple(_stage(snapshot, stage, to_come) for stage in _stages(snapshot))


def _stages(snapshot: Snapshot) -> Iterator[Stage]:
    unspoken = () if "status" in snapshot.axes else (Stage.NOT_REPORTED,)
    return (stage for stage in Stage if stage not in unspoken)


def _next_step(state: InitiativeState) -> OpenDate | None:
    """Return the step of an initiative that is to come first, if any is."""
    steps = (one for one in open_dates_of(state) if one.step)
    return min(steps, key=lambda one: (one.when.first(), one.when.text), default=None)


def _is_here(state: InitiativeState, stage: Stage, step: OpenDate | None) -> bool:
    """Return whether an initiative is in a stage: what is under way and has a next step is next."""
    both = stage is Stage.NEXT and state.stage is Stage.NOW and step is not None
    return both or state.stage is stage


def _stage(snapshot: Snapshot, stage: Stage, to_come: Mapping[str, OpenDate | None]) -> StageView:
    title = msg(f"roadmap-stage-{stage.value}")
    here = [s for s in snapshot.states if _is_here(s, stage, to_come[s.initiative.id])]
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("roadmap-next-step"): lambda s: _step_cell(to_come[s.initiative.id]),
        msg("status-axis-status"): status_cells(snapshot),
        msg("schedule-timing"): timing_cell,
        msg("status-axis-phase"): phase_cell,
    }
    anchor = f"stage-{stage.value.replace('_', '-')}"
    caption = msg("roadmap-initiatives", stage=title, count=len(here))
    return StageView(
        anchor,
        title,
        means=msg(f"roadmap-stage-{stage.value}.means"),
        found=_found(snapshot, here) if stage is not Stage.NOT_REPORTED else "",
        table=table_if_any(anchor, caption, here, columns),
        folded=len(here) > MANY,
    )


def _step_cell(one: OpenDate | None) -> Cell:
    if one is None or one.step is None:
        return ()
    return (Strong(one.when), SideNote(one.step.title))


def _found(snapshot: Snapshot, here: Sequence[InitiativeState]) -> Text:
    if not here or "status" not in snapshot.axes:
        return ""
    years = sorted(earliest(s.evidence.status.on, snapshot.day).year for s in here)
    return msg("roadmap-evidence", span=span_text(years))
