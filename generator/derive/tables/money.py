"""The table of sums of money: in all, and by period, topic area, budget cycle, unit, and fund."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.money.groups import Grouping, groups
from generator.derive.money.ledger import Posting, ledger, totals_of
from generator.derive.money.sums import Sum
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.columns import CellKind, Column, FlatTable, keyed, rows
from generator.model.keys import FundingState
from generator.words.message import msg


@dataclass(frozen=True, slots=True)
class _Row:
    """The sum of one stage in one currency, of a group."""

    by: Grouping
    group: str | None
    state: FundingState
    currency: str
    sum: Sum
    initiatives: int


_MONEY: tuple[Column[_Row], ...] = (
    keyed("by", Grouping, msg("dictionary-money-by"), lambda row: row.by),
    Column("group", CellKind.ID, msg("dictionary-money-group"), lambda row: row.group),
    keyed("state", FundingState, msg("dictionary-money-state"), lambda row: row.state),
    Column("currency", CellKind.ID, msg("dictionary-money-currency"), lambda row: row.currency),
    Column("low", CellKind.NUMBER, msg("dictionary-money-low"), lambda row: row.sum.low),
    Column("high", CellKind.NUMBER, msg("dictionary-money-high"), lambda row: row.sum.high),
    Column("rounded", CellKind.FLAG, msg("dictionary-money-rounded"), lambda row: row.sum.about),
    Column(
        "initiatives",
        CellKind.WHOLE,
        msg("dictionary-money-initiatives"),
        lambda row: row.initiatives,
    ),
)


def money_table(snapshot: Snapshot) -> FlatTable:
    """Return the table of sums, as the page of money has them."""
    found = ledger(snapshot)
    made = [
        _Row(by, group, state, currency, total, len(within[currency, state]))
        for by in Grouping
        for group, postings in groups(snapshot, found, by).items()
        for within in [_initiatives(postings)]
        for (currency, state), total in totals_of(postings).items()
    ]
    key = ("by", "group", "state", "currency")
    means = msg("dictionary-money.means")
    return FlatTable("money", msg("dictionary-money"), means, key, _MONEY, rows(_MONEY, made))


def _initiatives(postings: Iterable[Posting]) -> dict[tuple[str, FundingState], set[str]]:
    """Return of which initiatives there are sums, by currency and stage."""
    found: dict[tuple[str, FundingState], set[str]] = {}
    for one in postings:
        found.setdefault((one.currency, one.state), set()).add(one.initiative)
    return found
