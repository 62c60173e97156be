"""Views of the state of every initiative: the status page and the ready-made lists."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.derive.responsibility.participation import involved_units
from generator.derive.snapshot.evidence import earliest
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.measures import Area
from generator.model.report import Report
from generator.model.statuses import REPORTED, SIGNALS, Status
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    Count,
    Fact,
    LinkTo,
    Pager,
    Phrase,
    SideNote,
    Signal,
    Table,
    TableColumn,
    phrase,
)
from generator.views.base.page import Page
from generator.views.base.pagination import ROWS_A_PART, RowRange, row_ranges
from generator.views.base.role_columns import role_columns
from generator.views.base.sections import Section, SectionsView
from generator.views.base.shared import (
    area_link,
    counts,
    freshness_signal,
    legend,
    links,
    organization_link,
    phase_signal,
    shown_statuses,
    signal,
    span_text,
    status_cell,
    text_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, Figures, table
from generator.views.base.table_builder import Value as CellValue
from generator.views.base.timing import timing_cell
from generator.views.initiatives.initiative import MovedView
from generator.views.initiatives.status_axes import DEPARTMENT, Axis, Keys, Value, axes, keys
from generator.words.message import Message, Text, msg
from generator.words.states import label

STATUS_SCRIPT = "assets/js/status.js"
"""What works the filter."""


def open_axes(report: Report) -> tuple[str, ...]:
    """Return the axes whose values share one page: units, and each role that is asked."""
    units = (DEPARTMENT,) if report.organization.units else ()
    return (*units, *(kind.value for kind in report.about.roles.asked))


_SIGNALS: Mapping[str, Callable[[InitiativeState], CellValue]] = {
    "status": status_cell,
    "timing": timing_cell,
    "phase": phase_signal,
    "confidence": lambda s: signal(s.confidence),
    "freshness": freshness_signal,
}
"""What the table of all says of each axis, in its order."""


def _columns(snapshot: Snapshot) -> Columns[InitiativeState]:
    report = snapshot.report
    departments: Columns[InitiativeState] = {
        msg("status-departments"): lambda s: (
            links(
                organization_link(report.organization, unit)
                for unit in involved_units(report.organization, s)
            )
            or SideNote(msg("status-departments-none"))
        )
    }
    return {
        msg("common-initiative"): lambda s: to_initiative(s.initiative),
        msg("status-axis-area"): lambda s: area_link(report, s.initiative),
        **{
            msg(f"status-axis-{axis}"): shown
            for axis, shown in _SIGNALS.items()
            if axis == "timing" or axis in snapshot.axes
        },
        **(departments if report.organization.units else {}),
        **role_columns(report, in_short=True),
    }


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One initiative in the table of all, with the values that the filter looks at."""

    keys: Keys
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StatusTable:
    """Rows of the table of all initiatives, and the filter for them."""

    filters: tuple[Axis, ...]
    """Axes with the values that occur."""
    caption: Text
    columns: tuple[TableColumn, ...]
    rows: tuple[StatusRow, ...]
    same: tuple[Fact, ...] = ()
    """What every row says, in place of columns."""
    parts: Pager | None = None
    """The way to the other rows, where there are too many for one page."""
    part_note: Phrase | None = None
    """Said where it goes on at other addresses: the filter sees one part alone."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """Every initiative: counts by status and area, one table, lists by value, legends."""

    title: Text
    description: Text
    lead: Text
    note: Text
    counts: tuple[Count, ...]
    by_area: Table
    all: StatusTable
    lists: tuple[Fact, ...]
    legends: tuple[tuple[Text, tuple[Signal, ...]], ...]


@dataclass(frozen=True, slots=True)
class StatusPartView:
    """A further part of the table of all initiatives."""

    title: Text
    note: Text
    all: StatusTable


@dataclass(frozen=True, slots=True)
class ListView:
    """The initiatives that share one value of an axis."""

    title: Text
    lead: Text
    signal: Signal
    table: Table | None


@dataclass(frozen=True, slots=True)
class StatusLists:
    """The table of all initiatives, its rows, and those that share a value of an axis."""

    table: Table
    rows: tuple[StatusRow, ...]
    by_value: Mapping[tuple[str, str], Sequence[StatusRow]]
    """By axis and key of the value."""


def status_view(snapshot: Snapshot, lists: StatusLists) -> StatusView:
    """Return the view of the status page."""
    report, states = snapshot.report, snapshot.states
    all_axes = axes(snapshot, (row.keys for row in lists.rows))
    numbers = Counter(found for row in lists.rows for found in _pairs(row))
    spoken_of = "status" in snapshot.axes
    return StatusView(
        title=msg("page-status" if spoken_of else "page-initiatives"),
        description=msg("page-status.description" if spoken_of else "page-initiatives.description"),
        lead=msg(
            "status-lead" if spoken_of else "status-lead-listed",
            count=len(states),
            day=snapshot.as_of,
        ),
        note=_departments_note(report) if report.organization.units else "",
        counts=counts(snapshot, states),
        by_area=status_by_area(snapshot),
        all=StatusTable(
            filters=tuple(_occurring(axis, numbers) for axis in all_axes),
            caption=msg("status-all", count=len(states)),
            columns=lists.table.columns,
            rows=lists.rows,
            same=lists.table.same,
        ),
        lists=tuple(_lists_fact(axis, numbers) for axis in all_axes),
        legends=_legends(snapshot),
    )


def in_parts(view: StatusView) -> tuple[StatusView, list[tuple[str, StatusPartView]]]:
    """Return the status page with as many rows as it holds, and its further parts by address."""
    first, *others = row_ranges(
        len(view.all.rows), ROWS_A_PART, addresses.STATUS, "all", f"{addresses.STATUS}all/"
    )
    if not others:
        return view, []
    made = [
        (
            p.target,
            StatusPartView(
                msg("part-caption", name=msg("status-all-heading"), rows=p.shown),
                view.note,
                _part(view.all, p),
            ),
        )
        for p in others
    ]
    return replace(view, all=_part(view.all, first)), made


def status_parts(whole: StatusView) -> Iterator[Page]:
    """Yield the further pages of the table of all initiatives."""
    for target, part in in_parts(whole)[1]:
        description = msg("status-part-description")
        crumbs = (LinkTo(msg("page-initiatives"), addresses.STATUS),)
        yield Page(
            target,
            "status-part",
            part.title,
            description,
            part,
            crumbs,
            searchable=False,
            wide=True,
            script=STATUS_SCRIPT,
        )


def _part(whole: StatusTable, portion: RowRange) -> StatusTable:
    rows = whole.rows[portion.start : portion.end]
    numbers = Counter(found for row in rows for found in _pairs(row))
    return StatusTable(
        filters=tuple(_occurring(axis, numbers) for axis in whole.filters),
        caption=msg("part-caption", name=msg("status-rows"), rows=portion.shown),
        columns=whole.columns,
        rows=rows,
        same=whole.same,
        parts=portion.parts,
        part_note=phrase(msg("status-part-note"), lists=_to_lists()),
    )


def _to_lists() -> LinkTo:
    return LinkTo(msg("status-part-note.lists"), f"{addresses.STATUS}#lists")


def status_lists(snapshot: Snapshot) -> StatusLists:
    """Return what every page of ready-made lists takes its rows from."""
    whole = table("all", "", snapshot.states, _columns(snapshot), dense=True)
    rows = tuple(
        StatusRow(keys(snapshot, state), cells)
        for state, cells in zip(snapshot.states, whole.rows, strict=True)
    )
    lists: dict[tuple[str, str], list[StatusRow]] = {}
    for row in rows:
        for pair in _pairs(row):
            lists.setdefault(pair, []).append(row)
    return StatusLists(whole, rows, lists)


def _pairs(row: StatusRow) -> Iterator[tuple[str, str]]:
    """Yield axis and key of every value of a row."""
    return ((name, key) for name, found in row.keys.items() for key in found)


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
    return table("status-by-area", caption, snapshot.report.areas, columns, stacked=False)


def _aged_number(status: Status, states: Sequence[InitiativeState], snapshot: Snapshot) -> Cell:
    """Return how many have a status, and in which years that was last found of them."""
    found = [state.evidence.status.on for state in states if state.status is status]
    years = sorted(earliest(when, snapshot.day).year for when in found)
    return text_cell(len(found), span_text(years) if status in REPORTED else None)


def _occurring(axis: Axis, numbers: Counter[tuple[str, str]]) -> Axis:
    values = tuple(value for value in axis.values if numbers[axis.name, value.key])
    return Axis(axis.name, axis.label, values)


def _lists_fact(axis: Axis, numbers: Counter[tuple[str, str]]) -> Fact:
    return Fact(
        axis.label,
        tuple(
            LinkTo(
                msg("status-list-link", value=value.label, count=numbers[axis.name, value.key]),
                value.target,
            )
            for value in axis.values
        ),
    )


def _legends(snapshot: Snapshot) -> tuple[tuple[Text, tuple[Signal, ...]], ...]:
    axes = snapshot.axes
    shown = [state for s in snapshot.states for state in s.states if state.axis in axes]
    shown += [s.timing.timing for s in snapshot.states if s.timing.decides]
    found = (
        (axis, legend((state for state in shown if state.axis == axis), snapshot.states))
        for axis in SIGNALS
    )
    return tuple((msg(f"status-axis-{axis}"), signals) for axis, signals in found if signals)


def list_view(axis: Axis, value: Value, lists: StatusLists) -> ListView:
    """Return the view of the initiatives with one value of a fixed axis, which may be none."""
    rows = lists.by_value.get((axis.name, value.key), ())
    assert value.state is not None  # noqa: S101 - a fixed axis has states alone
    shown = signal(value.state)
    title = msg("status-list-title", axis=axis.label, value=value.label)
    listed = _list(lists, "initiatives", title, rows) if rows else None
    return ListView(title, shown.means, shown, listed)


def moved_list_view(axis: Axis, value: Value) -> MovedView:
    """Return what is at a former address of the list of a state."""
    title = msg("status-list-title", axis=axis.label, value=value.label)
    return MovedView(title, msg("page-moved-list-to"), LinkTo(title, value.target))


def _departments_note(report: Report) -> Message:
    return msg(f"status-departments-note-{report.about.roles.which}")


def lists_view(snapshot: Snapshot, name: str, lists: StatusLists) -> SectionsView:
    """Return the view of the lists of an open axis, one for each value that occurs."""
    found = axes(snapshot, (row.keys for row in lists.rows))
    axis = next(axis for axis in found if axis.name == name)
    anchors = {value: value.target.partition("#")[2] for value in axis.values}
    note = _departments_note(snapshot.report)
    once = replace(lists, table=replace(lists.table, same=()))
    return SectionsView(
        title=msg(f"status-lists-by-{name}"),
        lede=msg("status-lists-lede-department", day=snapshot.as_of, note=note)
        if name == DEPARTMENT
        else msg("status-lists-lede", day=snapshot.as_of),
        facts=tuple(
            Fact(msg("status-of-every", name=fact.name), fact.value) for fact in lists.table.same
        ),
        sections=tuple(
            Section(anchor, v.label, _list(once, anchor, v.label, lists.by_value[name, v.key]))
            for v, anchor in anchors.items()
        ),
    )


def _list(lists: StatusLists, table_id: str, title: Text, rows: Sequence[StatusRow]) -> Table:
    return replace(
        lists.table,
        id=f"{table_id}-table",
        caption=msg("status-list-caption", title=title, count=len(rows)),
        rows=tuple(row.cells for row in rows),
    )
