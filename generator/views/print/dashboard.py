"""The first page of the full report: all initiatives, statuses by edition, money, exceptions."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.derive.snapshot.snapshot import Snapshot
from generator.views.base import addresses
from generator.views.base.blocks import Fact, Signal, Table, Words
from generator.views.base.presence import has_page
from generator.views.base.table_builder import Columns, Figures, cell, table
from generator.views.charts.matrix import MOST_IN_ONE, Matrix, matrix
from generator.views.initiatives.rows import area_table
from generator.views.overview.glance import glance
from generator.views.print.attention import MatterView, matter_views
from generator.views.print.blocks import (
    Beside,
    Heading,
    Lede,
    MatrixBlock,
    Paragraph,
    Part,
    RecordItem,
    RecordList,
    TableBlock,
)
from generator.views.print.document import DocumentFrame
from generator.views.print.fiscal_impact import fiscal_impact
from generator.views.print.shortened import cut
from generator.words.message import msg

MOST_MATTERS = 5
"""Exceptions that there is room for beside the matrix."""


def dashboard(frame: DocumentFrame) -> Iterator[Part]:
    """Yield what became of all initiatives on one page, and what needs attention."""
    snapshot = frame.snapshot
    whole = glance(snapshot)
    yield Heading(2, msg("report-dashboard-heading"), addresses.INITIATIVES, fresh_page=True)
    yield Lede(whole.verdict or whole.headline)
    if not snapshot.states:
        return
    every = _matrix(frame)
    in_one = len(snapshot.states) < MOST_IN_ONE
    left = MatrixBlock(every) if in_one else TableBlock(area_table(snapshot))
    yield Beside((left,), (*_by_edition(every), *_money(snapshot), *_matters(snapshot)))


def _matrix(frame: DocumentFrame) -> Matrix:
    """Return the matrix of all initiatives; an edition is a time of its own, and not today."""
    earlier = tuple(e for e in frame.editions if e.edition.year != frame.year)
    every = matrix(frame.snapshot, earlier, "matrix")
    if frame.edition is None or not every.columns:
        return every
    now = replace(every.columns[-1], label=str(frame.edition.year))
    return replace(every, columns=(*every.columns[:-1], now))


def _by_edition(every: Matrix) -> Iterator[Part]:
    """Yield how many initiatives had each status in each edition, which explains the shapes."""
    if every.key:
        yield TableBlock(_statuses(every))


def _statuses(every: Matrix) -> Table:
    counted = [Counter(row.states[at] for row in every.rows) for at in range(len(every.columns))]

    def number(found: Counter[Signal | None]) -> Callable[[Signal], int | None]:
        return lambda signal: found[signal] or None

    columns: Columns[Signal] = {
        msg("status-axis-status"): lambda signal: signal,
        **{
            Figures(column.label): number(found)
            for column, found in zip(every.columns, counted, strict=True)
        },
    }
    return table("by-edition", msg("report-statuses"), (key.signal for key in every.key), columns)


def _money(snapshot: Snapshot) -> Iterator[Part]:
    if has_page(addresses.MONEY, snapshot):
        yield Heading(3, msg("fiscal-heading"), listed=False, slight=True)
        yield Paragraph((Words(fiscal_impact(snapshot, 1).sentence),))


def _matters(snapshot: Snapshot) -> Iterator[Part]:
    """Yield the gravest exceptions, each with its money, its Owner, and what is next."""
    found = matter_views(snapshot)
    if not found:
        return
    yield Heading(3, msg("report-matters-heading"), listed=False, slight=True)
    caption = cut(msg("attention-matters", count=len(found)), found, MOST_MATTERS)
    items = (RecordItem((one.initiative,), tuple(_said(one))) for one in found[:MOST_MATTERS])
    yield RecordList(caption, tuple(items), ())


def _said(one: MatterView) -> Iterator[Fact]:
    yield Fact("", one.status)
    yield Fact("", cell(one.why) or (one.sign,))
    named = {msg("attention-money"): one.money, msg("status-axis-owner"): one.owner}
    yield from (Fact(name, value) for name, value in named.items() if value)
    yield Fact(msg("attention-next"), cell(one.next_step))
