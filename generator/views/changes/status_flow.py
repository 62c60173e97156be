"""How statuses moved from edition to edition and up to today: a drawing, a table, and lists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.derive.history.status_flows import (
    NOT_LISTED,
    StatusFlow,
    StatusThen,
    by_status,
    status_flows,
)
from generator.derive.snapshot.snapshot import InitiativeState
from generator.model.statuses import Status
from generator.views.base.blocks import Cell, Inline, LinkTo, Table, Words, phrase
from generator.views.base.shared import outdated, signal, to_initiative
from generator.views.base.table_builder import Columns, Figures, table
from generator.views.changes.times import Interval, ReportTime
from generator.views.charts.flow_chart import (
    FlowChart,
    FlowColumn,
    FlowInput,
    FlowPart,
    flow_chart,
)
from generator.words.message import Text, listing, msg

MOST_DRAWN = 5
"""Times that a drawing on a phone has room for."""

MOST_NAMED = 5
"""Initiatives that moved to one status whose names the page of all intervals gives."""


@dataclass(frozen=True, slots=True)
class StatusList:
    """The initiatives with one status, or that went from one to another, folded below a line."""

    anchor: str
    summary: Cell
    table: Table


@dataclass(frozen=True, slots=True)
class StatusFlowView:
    """How statuses moved through all times, and where each flow is listed."""

    chart: FlowChart
    table: Table
    note: Text
    """That the drawing does not have all times; else empty."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved to one status in an interval: the first by name, and the way to all."""

    status: Inline
    names: tuple[LinkTo, ...]


Flows = Sequence[tuple[Interval, tuple[StatusFlow, ...]]]
"""Every interval with what flowed in it, oldest first."""


def flows_of(intervals: Iterable[Interval]) -> Flows:
    """Return the flows of each interval."""
    return [(one, status_flows(one.before.then, one.after.then)) for one in intervals]


def status_name(then: StatusThen) -> Inline:
    """Return a status as a signal; in words that an initiative was not listed."""
    if then.status is None:
        return Words(msg("flow-not-listed"))
    mark = signal(then.status)
    return outdated(mark) if then.outdated else mark


def status_words(then: StatusThen) -> Text:
    """Return the label of a status."""
    name = status_name(then)
    return name.text if isinstance(name, Words) else name.label  # type: ignore[union-attr]


def slug(then: StatusThen) -> str:
    """Return what stands for a status in the anchors of lists."""
    if then.status is None:
        return "not-listed"
    return f"last-reported-{then.status.slug}" if then.outdated else then.status.slug


def flow_anchor(flow: StatusFlow) -> str:
    """Return the anchor of a flow's list on the page of its interval."""
    return f"from-{slug(flow.before)}-to-{slug(flow.after)}"


def flow_view(flows: Flows) -> StatusFlowView | None:
    """Return the drawing and the table of all flows; None where statuses are not spoken of."""
    if not any(found for _, found in flows):
        return None
    drawn = flows[-(MOST_DRAWN - 1) :]
    return StatusFlowView(
        chart=_chart(drawn),
        table=_table(flows),
        note=msg("flow-newest", count=len(drawn)) if len(drawn) < len(flows) else "",
    )


def _chart(flows: Flows) -> FlowChart:
    """Return the drawing of some intervals that follow each other."""
    times = [flows[0][0].before, *(interval.after for interval, _ in flows)]
    found = [(), *(told for _, told in flows), ()]
    parts = [_parts(time, *around) for time, around in zip(times, pairwise(found), strict=True)]
    return flow_chart(
        msg("flow-title"),
        [
            FlowColumn(time.name, tuple(_part(then, n) for then, n in counted.items()))
            for time, counted in zip(times, parts, strict=True)
        ],
        [
            [_input(interval, flow, *map(list, ends)) for flow in told]
            for (interval, told), ends in zip(flows, pairwise(parts), strict=True)
        ],
    )


def _parts(
    time: ReportTime, arriving: Iterable[StatusFlow], leaving: Iterable[StatusFlow]
) -> dict[StatusThen, int]:
    """Return how many had each status at a time; last, who was not listed then but is beside."""
    found = {then: len(states) for then, states in by_status(time.then.states).items()}
    gone = sum(len(flow.initiatives) for flow in arriving if flow.after == NOT_LISTED)
    new = sum(len(flow.initiatives) for flow in leaving if flow.before == NOT_LISTED)
    return {**found, NOT_LISTED: max(gone, new)} if gone or new else found


def _part(then: StatusThen, count: int) -> FlowPart:
    label, status = status_words(then), then.status
    if status is None:
        return FlowPart(label, count, "box", "quiet", "apart")
    if status is Status.NOT_REPORTED:
        return FlowPart(label, count, status.shape, status.tone, "apart")
    return FlowPart(label, count, status.shape, status.tone, "vague" if then.outdated else "full")


def _input(
    interval: Interval, flow: StatusFlow, before: list[StatusThen], after: list[StatusThen]
) -> FlowInput:
    count = len(flow.initiatives)
    was, now = status_words(flow.before), status_words(flow.after)
    return FlowInput(
        before.index(flow.before),
        after.index(flow.after),
        count,
        f"{interval.address}#{flow_anchor(flow)}",
        msg("flow-band", count=count, was=was, now=now),
    )


def _table(flows: Flows) -> Table:
    """Return every flow as a row, the newest interval first."""
    rows = [(interval, flow) for interval, found in reversed(flows) for flow in found]
    columns: Columns[tuple[Interval, StatusFlow]] = {
        msg("flow-from"): lambda row: row[0].before.name,
        msg("flow-to"): lambda row: row[0].after.name,
        msg("flow-status-before"): lambda row: status_name(row[1].before),
        msg("flow-status-after"): lambda row: status_name(row[1].after),
        Figures(msg("flow-initiatives")): lambda row: LinkTo(
            len(row[1].initiatives), f"{row[0].address}#{flow_anchor(row[1])}"
        ),
    }
    return table("flow", msg("flow-table"), rows, columns)


def flow_lede(first: ReportTime, last: ReportTime) -> Text:
    """Return how many had each status in the first edition, and how many have it today."""
    return msg(
        "flow-lede",
        year=first.key,
        day=last.then.as_of,
        were=_counts(first.then.states),
        now=_counts(last.then.states),
    )


def _counts(states: Iterable[InitiativeState]) -> Text:
    found = by_status(states).items()
    return listing(
        [
            msg("flow-count", count=len(same), status=status_words(then))
            for then, same in sorted(found, key=lambda item: (-len(item[1]), item[0].order))
        ]
    )


def moved(interval: Interval, flows: Iterable[StatusFlow]) -> tuple[Moved, ...]:
    """Return what moved to another status in an interval, or fell silent, by that status."""
    found: dict[StatusThen, list[InitiativeState]] = {}
    for flow in flows:
        if flow.is_move or flow.is_silence:
            found.setdefault(flow.after, []).extend(flow.initiatives)
    every = f"{interval.address}#statuses"
    return tuple(Moved(status_name(then), _names(states, every)) for then, states in found.items())


def _names(states: Sequence[InitiativeState], target: str) -> tuple[LinkTo, ...]:
    names = tuple(to_initiative(state.initiative) for state in states[:MOST_NAMED])
    rest = len(states) - len(names)
    return (*names, LinkTo(msg("flow-more", count=rest), target)) if rest else names


def flow_lists(interval: Interval, flows: Iterable[StatusFlow]) -> tuple[StatusList, ...]:
    """Return each flow of an interval with its initiatives: moves first, then what stayed."""
    in_order = sorted(
        flows, key=lambda flow: (not flow.is_move, not flow.is_silence, flow.before == flow.after)
    )
    return tuple(_flow_list(interval, flow) for flow in in_order)


def _flow_list(interval: Interval, flow: StatusFlow) -> StatusList:
    """Return the list of one flow; who is gone is in the report of the time before."""
    time = interval.before if flow.after == NOT_LISTED else interval.after
    report, count = time.then.report, len(flow.initiatives)
    was, now = status_words(flow.before), status_words(flow.after)
    columns: Columns[InitiativeState] = {
        msg("common-initiative"): lambda s: (
            Words(s.initiative.title) if flow.after == NOT_LISTED else to_initiative(s.initiative)
        ),
        msg("common-area"): lambda s: next(
            (a.short_title for a in report.areas if a.id == s.initiative.area), None
        ),
    }
    anchor = flow_anchor(flow)
    summary = phrase(
        msg("flow-went", count=count), was=status_name(flow.before), now=status_name(flow.after)
    )
    caption = msg("flow-list", count=count, was=was, now=now)
    return StatusList(anchor, (summary,), table(anchor, caption, flow.initiatives, columns))
