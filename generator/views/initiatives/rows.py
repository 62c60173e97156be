"""Initiatives and areas as rows of tables."""

from collections.abc import Callable, Sequence

from generator.derive.snapshot.evidence import earliest
from generator.derive.snapshot.filled import has_ideas
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import RoleKind
from generator.model.measures import Area
from generator.model.statuses import REPORTED, Phase, Status
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Table
from generator.views.base.shared import (
    area_link,
    freshness_cell,
    phase_cell,
    role_cell,
    shown_statuses,
    span_text,
    status_cells,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, table
from generator.views.base.timing import timing_cell
from generator.words.message import msg
from generator.words.states import label


def area_table(snapshot: Snapshot) -> Table:
    """Return the topic areas with their counts."""

    def here(area: Area) -> list[InitiativeState]:
        return [s for s in snapshot.states if s.initiative.area == area.id]

    def silent(area: Area, *, related: bool) -> int:
        silent = (s for s in here(area) if s.status is Status.NOT_REPORTED)
        return sum(bool(s.evidence.newest) is related for s in silent)

    columns: Columns[Area] = {
        msg("common-area"): lambda a: LinkTo(a.title, addresses.area(a.id)),
        Figures(msg("initiative-initiatives")): lambda a: len(here(a)),
    }
    if has_ideas(snapshot):
        columns = {
            **columns,
            Figures(msg("idea-title")): lambda a: sum(len(s.initiative.ideas) for s in here(a)),
        }
    if "status" in snapshot.axes:
        columns = {
            **columns,
            Figures(msg("initiative-with-update")): lambda a: sum(bool(s.updates) for s in here(a)),
            Figures(msg("initiative-only-related")): lambda a: silent(a, related=True),
            Figures(msg("initiative-nothing-found")): lambda a: silent(a, related=False),
        }
    return table("areas", msg("initiative-areas"), snapshot.report.areas, columns)


def status_by_area(snapshot: Snapshot) -> Table:
    """Return how many initiatives of each topic area have each status that occurs."""
    by_area = {
        area.id: [s for s in snapshot.states if s.initiative.area == area.id]
        for area in snapshot.report.areas
    }

    def number(status: Status) -> Callable[[Area], Cell]:
        return lambda area: _aged_number(status, by_area[area.id], snapshot)

    columns: Columns[Area] = {
        msg("status-axis-area"): lambda area: LinkTo(area.short_title, addresses.area(area.id)),
        **{Figures(label(s)): number(s) for s in shown_statuses(snapshot)},
        Figures(msg("status-by-area-all")): lambda area: len(by_area[area.id]),
    }
    caption = msg("status-by-area" if "status" in snapshot.axes else "status-by-area-alone")
    return table("status-by-area", caption, snapshot.report.areas, columns)


def _aged_number(status: Status, states: Sequence[InitiativeState], snapshot: Snapshot) -> Cell:
    """Return how many have a status, and in which years that was last found of them."""
    found = [state.evidence.status.on for state in states if state.status is status]
    years = sorted(earliest(when, snapshot.day).year for when in found)
    return text_cell(len(found), span_text(years) if status in REPORTED else None)


def initiative_columns(snapshot: Snapshot, *, with_area: bool = False) -> Columns[InitiativeState]:
    """Return what tables say of each initiative, its topic area where it is not the table's."""
    report, axes = snapshot.report, snapshot.axes
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("status-axis-status"): status_cells(snapshot),
        msg("schedule-timing"): timing_cell,
    }
    if "phase" in axes:
        columns = {
            **columns,
            msg("status-axis-phase"): lambda s: phase_cell(s) or label(Phase.NOT_ASSESSED),
        }
    if "freshness" in axes:
        columns = {**columns, msg("status-axis-freshness"): lambda s: freshness_cell(s)[:1]}
    if RoleKind.OWNER in report.about.roles.asked:
        columns = {
            **columns,
            msg("status-axis-owner"): lambda s: role_cell(report, s.owner)[:1],
        }
    if with_area:
        return {**columns, msg("common-area"): lambda s: area_link(report, s.initiative)}
    return columns
