"""The state of one initiative in each edition of the report."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.history.renames import state_under
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.keys import RoleKind
from generator.model.statuses import Phase
from generator.views.base import addresses
from generator.views.base.blocks import LinkTo, SideNote, Table
from generator.views.base.shared import phase_cell, role_cell, status_cell
from generator.views.base.table_builder import Columns, Value, table_if_any
from generator.words.message import msg
from generator.words.states import label

_Value: TypeAlias = Callable[[tuple[EditionSnapshot, InitiativeState | None]], Value]


def in_each_edition(
    editions: Sequence[EditionSnapshot], initiative_ids: Sequence[str]
) -> Table | None:
    """Return the state of an initiative in each edition, under any id that it has had."""
    found = [(edition, state_under(edition.then, initiative_ids)) for edition in editions]

    def then(value: Callable[[InitiativeState], Value], absent: Value = None) -> _Value:
        return lambda f: value(f[1]) if f[1] else absent

    columns: Columns[tuple[EditionSnapshot, InitiativeState | None]] = {
        msg("initiative-edition"): lambda f: (
            LinkTo(str(f[0].edition.year), addresses.edition(f[0].edition.year)),
            SideNote(f[0].edition.as_of),
        ),
        msg("status-axis-status"): then(status_cell, msg("initiative-edition-absent")),
        msg("status-axis-phase"): then(lambda s: phase_cell(s) or label(Phase.NOT_ASSESSED)),
    }
    if any(RoleKind.OWNER in edition.then.report.about.roles.asked for edition in editions):
        columns = {
            **columns,
            msg("status-axis-owner"): lambda f: (
                role_cell(f[0].then.report, f[1].owner)[:1] if f[1] else None
            ),
        }
    return table_if_any("in-editions", msg("initiative-editions"), found, columns)
