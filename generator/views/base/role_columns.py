"""Columns of who holds each role that the organization asks for."""

from collections.abc import Callable

from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import RoleKind
from generator.model.report import Report
from generator.views.base.blocks import Cell
from generator.views.base.shared import role_cell
from generator.views.base.table_builder import Columns
from generator.words.message import msg


def role_columns(report: Report, *, in_short: bool = False) -> Columns[InitiativeState]:
    """Return a column for each role that is asked; in short it has the holder's name alone."""

    def held(kind: RoleKind) -> Callable[[InitiativeState], Cell]:
        return lambda state: role_cell(report, state.held(kind))[: 1 if in_short else None]

    return {msg(f"status-axis-{kind.value}"): held(kind) for kind in report.about.roles.asked}
