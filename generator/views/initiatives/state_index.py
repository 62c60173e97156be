"""The index of the lists of initiatives by phase, by confidence, and by last update."""

from collections.abc import Iterator

from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base.blocks import LinkTo
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import signal
from generator.views.base.table_builder import Columns, Figures, table
from generator.views.initiatives.status_axes import Axis, Value, fixed_axes
from generator.words.message import msg


def indexed_axes(snapshot: Snapshot) -> Iterator[Axis]:
    """Yield the axes whose lists have an index; those by status are listed with all initiatives."""
    return (axis for axis in fixed_axes(snapshot) if axis.name != "status")


def state_index_view(snapshot: Snapshot, axis: Axis) -> SectionsView:
    """Return the view of the values of an axis, each with how many initiatives have it."""

    def number(value: Value) -> int:
        return sum(value.state in state.states for state in snapshot.states)

    columns: Columns[Value] = {
        axis.label: lambda value: LinkTo(value.label, value.target),
        Figures(msg("initiative-initiatives")): number,
        msg("status-value-means"): lambda value: signal(value.state).means if value.state else None,
    }
    title = msg(f"status-index-{axis.name}")
    made = table("values", title, axis.values, columns)
    lede = msg("status-lists-lede", day=snapshot.as_of)
    return SectionsView(title, lede, (), (Section("values", axis.label, made),))
