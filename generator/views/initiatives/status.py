"""Views of all initiatives: their matrix with a filter, and the ready-made lists."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.responsibility.participation import involved_units
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.report import Report
from generator.model.statuses import SIGNALS
from generator.views.base import addresses
from generator.views.base.blocks import (
    Cell,
    Count,
    Fact,
    LinkTo,
    Phrase,
    SideNote,
    Signal,
    Table,
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
    signal,
    status_cell,
    to_initiative,
)
from generator.views.base.table_builder import Columns, table
from generator.views.base.table_builder import Value as CellValue
from generator.views.base.timing import timing_cell
from generator.views.charts.matrix import MOST_IN_ONE, Matrix, matrix, part_of
from generator.views.initiatives.initiative import MovedView
from generator.views.initiatives.rows import status_by_area
from generator.views.initiatives.status_axes import (
    DEPARTMENT,
    Axis,
    Keys,
    Value,
    axes,
    keys,
    values_of_fixed_axes,
)
from generator.views.overview.age import AgeView, age_view
from generator.words.message import Message, Text, msg

MANY = 25
"""Rows from which a list beside others is folded."""

STATUS_SCRIPT = "assets/js/filter.js"
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
class FilteredMatrix:
    """A matrix of initiatives, and the filter for its rows."""

    filters: tuple[Axis, ...]
    """Axes with the values that occur, by more than one of which rows can be told apart."""
    keys: Mapping[str, Keys]
    """What the filter looks at, by the id of each initiative."""
    matrix: Matrix
    part_note: Phrase | None = None
    """Said where it goes on at other addresses: the filter sees one part alone."""


@dataclass(frozen=True, slots=True)
class StatusView:
    """Every initiative: counts by status, the matrix of all, lists by value, legends."""

    title: Text
    description: Text
    lead: Text
    note: Text
    counts: tuple[Count, ...]
    finds: AgeView | None
    """How old what is known is; None where no update has been due."""
    by_area: Table | None
    """Counts by topic area, where initiatives are too many for one picture."""
    all: FilteredMatrix
    lists: tuple[Fact, ...]
    legends: tuple[tuple[Text, tuple[Signal, ...]], ...]


@dataclass(frozen=True, slots=True)
class StatusPartView:
    """A further part of the matrix of all initiatives."""

    title: Text
    all: FilteredMatrix


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


def status_view(
    snapshot: Snapshot, lists: StatusLists, editions: Sequence[EditionSnapshot] = ()
) -> StatusView:
    """Return the view of all initiatives."""
    report, states = snapshot.report, snapshot.states
    all_axes = axes(snapshot, (row.keys for row in lists.rows))
    numbers = Counter(found for row in lists.rows for found in _pairs(row.keys))
    spoken_of = "status" in snapshot.axes
    return StatusView(
        title=msg("page-initiatives"),
        description=msg(
            "page-initiatives.description" if spoken_of else "page-initiatives.listed-description"
        ),
        lead=msg("status-lead", count=len(states), day=snapshot.as_of),
        note=_departments_note(report) if report.organization.units else "",
        counts=counts(snapshot, states),
        finds=age_view(snapshot),
        by_area=status_by_area(snapshot) if len(states) >= MOST_IN_ONE else None,
        all=FilteredMatrix(
            filters=tuple(_occurring(all_axes, numbers)),
            keys={s.initiative.id: r.keys for s, r in zip(states, lists.rows, strict=True)},
            matrix=matrix(snapshot, editions, "all"),
        ),
        lists=tuple(_lists_fact(axis, numbers) for axis in all_axes),
        legends=_legends(snapshot),
    )


def in_parts(view: StatusView) -> tuple[StatusView, list[tuple[str, StatusPartView]]]:
    """Return the page with as many rows as it holds, and its further parts by address."""
    first, *others = _row_ranges(len(view.all.matrix.rows), addresses.INITIATIVES)
    if not others:
        return view, []
    made = [
        (
            p.target,
            StatusPartView(
                msg("part-caption", name=msg("status-all-heading"), rows=p.shown),
                _part(view.all, p),
            ),
        )
        for p in others
    ]
    return replace(view, all=_part(view.all, first)), made


def _row_ranges(rows: int, page: str) -> tuple[RowRange, ...]:
    return row_ranges(rows, ROWS_A_PART, page, "all", f"{page}all/")


def status_parts(whole: StatusView) -> Iterator[Page]:
    """Yield the further pages of the matrix of all initiatives."""
    for target, part in in_parts(whole)[1]:
        description = msg("status-part-description")
        crumbs = (LinkTo(msg("page-initiatives"), addresses.INITIATIVES),)
        yield Page(
            target,
            "initiatives-part",
            part.title,
            description,
            part,
            crumbs,
            searchable=False,
            wide=True,
            script=STATUS_SCRIPT,
        )


def _part(whole: FilteredMatrix, portion: RowRange) -> FilteredMatrix:
    shown = part_of(whole.matrix, portion.start, portion.end, portion.parts)
    keys = {row.id: whole.keys[row.id] for row in shown.rows}
    numbers = Counter(found for some in keys.values() for found in _pairs(some))
    return FilteredMatrix(
        filters=tuple(_occurring(whole.filters, numbers)),
        keys=keys,
        matrix=shown,
        part_note=phrase(msg("status-part-note"), lists=_to_lists()),
    )


def _to_lists() -> LinkTo:
    return LinkTo(msg("status-part-note.lists"), f"{addresses.INITIATIVES}#lists")


def status_lists(snapshot: Snapshot) -> StatusLists:
    """Return what every page of ready-made lists takes its rows from."""
    whole = table("all", "", snapshot.states, _columns(snapshot), dense=True)
    rows = tuple(
        StatusRow(keys(snapshot, state), cells)
        for state, cells in zip(snapshot.states, whole.rows, strict=True)
    )
    lists: dict[tuple[str, str], list[StatusRow]] = {}
    for row in rows:
        for pair in _pairs(row.keys):
            lists.setdefault(pair, []).append(row)
    return StatusLists(whole, rows, lists)


def _pairs(keys_of_one: Keys) -> Iterator[tuple[str, str]]:
    """Yield axis and key of every value of an initiative."""
    return ((name, key) for name, found in keys_of_one.items() for key in found)


def _occurring(found: Iterable[Axis], numbers: Counter[tuple[str, str]]) -> Iterator[Axis]:
    """Yield the axes with the values that occur; those with only one leave nothing to choose."""
    for axis in found:
        values = tuple(value for value in axis.values if numbers[axis.name, value.key])
        if len(values) > 1:
            yield replace(axis, values=values)


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


def moved_lists(snapshot: Snapshot) -> dict[str, MovedView]:
    """Return what is at each former address: of all initiatives, part by part, and of lists."""
    number = len(snapshot.states)
    every, led_on = msg("home-all", count=number), msg("page-moved-list-to")
    ranges = (_row_ranges(number, page) for page in (addresses.STATUS, addresses.INITIATIVES))
    found = {
        former.target.partition("#")[0]: MovedView(every, led_on, LinkTo(every, new.target))
        for former, new in zip(*ranges, strict=True)
    }
    for axis, value in values_of_fixed_axes(snapshot):
        if value.state and (address := addresses.former_state_list(value.state)):
            title = msg("status-list-title", axis=axis.label, value=value.label)
            to = LinkTo(title, value.target)
            found[address] = MovedView(title, led_on, to)
    return found


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
            _section(anchor, v.label, _list(once, anchor, v.label, lists.by_value[name, v.key]))
            for v, anchor in anchors.items()
        ),
    )


def _section(anchor: str, title: Text, made: Table) -> Section:
    """Return a list of an open axis, folded where it is long: its caption says how long."""
    return Section(anchor, title, made, folded=made.caption if len(made.rows) > MANY else "")


def _list(lists: StatusLists, table_id: str, title: Text, rows: Sequence[StatusRow]) -> Table:
    return replace(
        lists.table,
        id=f"{table_id}-table",
        caption=msg("status-list-caption", title=title, count=len(rows)),
        rows=tuple(row.cells for row in rows),
    )
