"""The fiscal impact in short: totals by stage and cycle, the largest sums, and what ended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.derive.money.at_stake import MoneyAtStake, money_at_stake
from generator.derive.money.groups import Grouping, groups
from generator.derive.money.ledger import Ledger, ledger
from generator.derive.money.periods import ends_of
from generator.derive.money.variance import variances
from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.views.base.blocks import Table, Words
from generator.views.base.shared import status_cells, to_initiative
from generator.views.base.table_builder import Columns, table, table_if_any
from generator.views.money.at_stake import largest_sum, measured_cell, money_cell
from generator.views.money.sentences import headline, variance_sentences
from generator.views.money.tables import money_row, sums_table
from generator.views.print.blocks import Heading, Paragraph, Part, TableBlock
from generator.views.print.shortened import cut
from generator.words.message import Text, listing, msg

FEWEST_ROWS = 2
"""Rows from which on sums by period are worth a table: one row says the same as the sentence."""

_Row = tuple[InitiativeState, MoneyAtStake]


@dataclass(frozen=True, slots=True)
class FiscalImpact:
    """What is known of the money of a report, in short."""

    sentence: Text
    """The sums by stage, for how many initiatives none is known, and how they compare in all.

    Where there is a table of totals, it compares them.
    """
    totals: Table | None
    """Sums by budget cycle, or by fiscal year; None where all are of one."""
    largest: Table | None
    """The initiatives with the largest sums; None where none is known."""
    ended: Table | None
    """Of what ended or was canceled: the money, and the cost and income as measured."""


def fiscal_impact(snapshot: Snapshot, most: int) -> FiscalImpact:
    """Return what is known of the money of a snapshot; its lists have `most` rows at most."""
    found = ledger(snapshot)
    rows = [(state, money_at_stake(snapshot, found, state)) for state in snapshot.states]
    totals = _totals(snapshot, found)
    return FiscalImpact(
        sentence=headline(found) if totals else _sentence(snapshot, found),
        totals=totals,
        largest=_largest(snapshot, rows, most),
        ended=_ended(snapshot, rows, most),
    )


def fiscal_parts(impact: FiscalImpact, level: int) -> Iterator[Part]:
    """Yield the fiscal impact under its heading: the sentence, then the tables that there are."""
    yield Heading(level, msg("fiscal-heading"))
    yield Paragraph((Words(impact.sentence),))
    tables = (impact.totals, impact.largest, impact.ended)
    yield from (TableBlock(found) for found in tables if found)


def _sentence(snapshot: Snapshot, found: Ledger) -> Text:
    compared = variances(found.postings, ends_of(snapshot.report, found.postings))
    said = variance_sentences(snapshot.report, compared, of_one=False)
    return listing((headline(found), *said), "sentences")


def _totals(snapshot: Snapshot, found: Ledger) -> Table | None:
    by_cycle = keeps_cycles(snapshot.report)
    by = Grouping.CYCLE if by_cycle else Grouping.PERIOD
    grouped = groups(snapshot, found, by)
    if len(grouped) < FEWEST_ROWS:
        return None
    ends = ends_of(snapshot.report, found.postings)
    rows = [
        money_row(
            fiscal_words(snapshot.report, one) if one else msg(f"money-no-{by.value}"),
            postings,
            ends,
        )
        for one, postings in grouped.items()
    ]
    name = "cycle" if by_cycle else "period-years"
    return sums_table(
        "fiscal-totals", msg(f"money-by-{name}"), msg(f"money-column-{name}"), rows, counted=False
    )


def _largest(snapshot: Snapshot, rows: Sequence[_Row], most: int) -> Table | None:
    about = snapshot.report.about
    found = sorted((row for row in rows if row[1].stated_size), key=lambda row: -row[1].stated_size)
    columns: Columns[_Row] = {
        msg("common-initiative"): lambda row: to_initiative(row[0].initiative),
        msg("fiscal-sum"): lambda row: largest_sum(about, row[1]).figure,
        msg("fiscal-for"): lambda row: largest_sum(about, row[1]).name,
        msg("fiscal-stated"): lambda row: None if row[1].totals else row[1].unstated[0].funding.on,
    }
    caption = cut(msg("fiscal-largest"), found, most)
    return table_if_any("fiscal-largest", caption, found[:most], columns)


def _ended(snapshot: Snapshot, rows: Sequence[_Row], most: int) -> Table | None:
    about, status = snapshot.report.about, status_cells(snapshot)
    found = [row for row in rows if row[0].status.has_stopped and row[1].size]
    found.sort(key=lambda row: -row[1].size)
    columns: Columns[_Row] = {
        msg("common-initiative"): lambda row: to_initiative(row[0].initiative),
        msg("status-axis-status"): lambda row: status(row[0]),
        msg("fiscal-money"): lambda row: money_cell(about, replace(row[1], measured=())),
        msg("fiscal-measured"): lambda row: measured_cell(row[1]),
    }
    if not found:
        return None
    caption = cut(msg("fiscal-ended"), found, most)
    return table("fiscal-ended", caption, found[:most], columns)
