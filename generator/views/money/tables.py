"""Tables of sums: a row for each area, period, unit, fund or initiative; stages as columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.derive.money.entries import Entry, name_of
from generator.derive.money.ledger import ADDED_UP, Ledger, Posting, Totals, totals_of
from generator.derive.money.periods import ends_of
from generator.derive.money.variance import PAIRS, Variance, variances
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import FundingState
from generator.model.report import Report
from generator.views.base.blocks import Cell, SideNote, Table, Words
from generator.views.base.shared import text_cell, to_initiative
from generator.views.base.table_builder import Figures, Value, table
from generator.views.money.sentences import difference_text
from generator.views.money.unit import MoneyUnit, sums_text, unit_of
from generator.words.key_labels import key_label
from generator.words.message import Text, amount_text, msg

FEW_COLUMNS = 6
"""More are closer together."""


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """What one row of a table of sums is of."""

    name: Value
    totals: Totals
    variances: tuple[Variance, ...]
    initiatives: int
    unstated: Value = None
    """What is known of money whose stage no source states."""


def money_row(
    name: Value, postings: Sequence[Posting], ends: Mapping[str, date], unstated: Value = None
) -> MoneyRow:
    """Return the row of some postings; `ends` is the last day of each period."""
    initiatives = len({one.initiative for one in postings})
    found = variances(postings, ends)
    return MoneyRow(name, totals_of(postings), found, initiatives, unstated)


def sums_table(  # noqa: PLR0913 - the last two are keywords with a default
    table_id: str,
    caption: Text,
    head: Text,
    rows: Iterable[MoneyRow],
    *,
    counted: bool = True,
    unstated: Text = "",
) -> Table:
    """Return a table of sums.

    `counted` has a column of how many initiatives a row is of; `unstated` heads that of what is not
    added up.
    """
    found = tuple(rows)
    unit = unit_of((currency, s) for row in found for (currency, _), s in row.totals.items())
    stages = {state for row in found for _, state in row.totals}
    columns: dict[Text | Figures, Callable[[MoneyRow], Value]] = {head: lambda row: row.name}
    if counted:
        columns[Figures(msg("money-initiatives"))] = lambda row: row.initiatives
    for stage in ADDED_UP:
        if stage in stages:
            columns[Figures(key_label(stage))] = partial(_sums, unit, stage)
    for state, against in PAIRS:
        if {state, against} <= stages:
            columns[Figures(msg(f"money-against-{state.value}"))] = partial(
                _differences, unit, state
            )
    if unstated:
        columns[unstated] = lambda row: row.unstated
    dense = len(columns) > FEW_COLUMNS
    return table(table_id, unit.caption(caption), found, columns, dense=dense)


def _sums(unit: MoneyUnit, stage: FundingState, row: MoneyRow) -> Text:
    found = ((currency, s) for (currency, state), s in row.totals.items() if state is stage)
    return sums_text(unit, found)


def _differences(unit: MoneyUnit, stage: FundingState, row: MoneyRow) -> Cell:
    return tuple(
        piece
        for one in row.variances
        if one.state is stage
        for piece in text_cell(
            difference_text(one, unit), msg("money-same-funds") if one.some_funds else None
        )
    )


def initiative_rows(
    snapshot: Snapshot, states: Iterable[InitiativeState], found: Ledger
) -> Iterable[MoneyRow]:
    """Yield a row for each initiative of which a sum is known, in the report's order."""
    report = snapshot.report
    ends = ends_of(report, found.postings)
    for state in states:
        initiative = state.initiative
        postings = found.by_initiative.get(initiative.id, ())
        unstated = found.unstated.get(initiative.id, ())
        if postings or unstated:
            name = to_initiative(initiative)
            yield money_row(name, postings, ends, _unstated(report, unstated))


def _unstated(report: Report, entries: Iterable[Entry]) -> Cell:
    return tuple(
        piece
        for entry in entries
        for piece in (
            Words(amount_text(entry.amount, currency=entry.currency)),
            SideNote(name_of(report.about, entry.funding)),
        )
    )
