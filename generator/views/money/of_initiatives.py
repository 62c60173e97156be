"""Money of one initiative, of a topic area, or of a unit, as parts of their pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.money.ledger import Ledger, ledger_of
from generator.derive.money.periods import ends_of, in_order
from generator.derive.money.variance import variances
from generator.derive.responsibility.budget_cycle import keeps_cycles
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.views.base.blocks import Strong, Table
from generator.views.money.sentences import headline, variance_sentences
from generator.views.money.tables import initiative_rows, money_row, sums_table
from generator.words.message import Text, listing, msg


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """Money on the page of something else: in sentences, and as a table."""

    text: Text
    table: Table


def money_of_initiative(snapshot: Snapshot, state: InitiativeState) -> MoneyPart | None:
    """Return the sums of an initiative by period; None where it has less than two to add up."""
    report, found = snapshot.report, ledger_of(snapshot, (state,))
    if len(found.postings) < 2:  # noqa: PLR2004 - a single sum is in the list of what sources give
        return None
    ends = ends_of(report, found.postings)
    compared = variances(found.postings, ends)
    said = listing(variance_sentences(report, compared, of_one=True), "sentences")
    by_period = found.by(lambda one: one.period)
    rows = [
        money_row(
            fiscal_words(report, period) if period else msg("money-no-period"),
            by_period[period],
            ends,
        )
        for period in in_order(report, by_period)
    ]
    if len(rows) > 1:
        rows.append(money_row(Strong(msg("money-in-all")), found.postings, ends))
    by_cycles = keeps_cycles(report)
    caption = msg("money-of-initiative" if by_cycles else "money-of-initiative-years")
    period = msg("money-column-period" if by_cycles else "money-column-period-years")
    made = sums_table("sums", caption, period, rows, counted=False)
    return MoneyPart(said if compared else "", made)


def money_of(snapshot: Snapshot, states: Sequence[InitiativeState]) -> MoneyPart | None:
    """Return the money of some initiatives, a row each; None where none has any."""
    found = ledger_of(snapshot, states)
    if not found.postings and not found.unstated:
        return None
    return MoneyPart(headline(found), by_initiative(snapshot, states, found))


def by_initiative(snapshot: Snapshot, states: Sequence[InitiativeState], found: Ledger) -> Table:
    """Return a table with a row for each of some initiatives of which a sum is known."""
    rows = initiative_rows(snapshot, states, found)
    return sums_table(
        "money",
        msg("money-by-initiative"),
        msg("common-initiative"),
        rows,
        counted=False,
        unstated=msg("money-unstated-column"),
    )
