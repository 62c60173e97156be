"""Initiatives and areas as rows of tables."""

from generator.derive.snapshot.filled import has_ideas
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import RoleKind
from generator.model.measures import Area
from generator.model.statuses import Phase, Status
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, Table
from generator.views.base.shared import (
    area_link,
    freshness_cell,
    phase_cell,
    role_cell,
    status_cells,
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
