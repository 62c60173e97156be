"""Money in sentences: what the sums are, and how what was spent compares with what was adopted."""

from collections.abc import Iterable, Iterator

from generator.derive.money.ledger import ADDED_UP, Ledger, Totals
from generator.derive.money.sums import Sum, sum_text
from generator.derive.money.variance import Variance
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.model.report import Report
from generator.views.money.unit import MoneyUnit
from generator.words.message import Message, Text, listing, msg

MOST_NAMED = 3
"""Periods that a sentence names one by one."""


def headline(found: Ledger) -> Text:
    """Return what is planned, adopted, and spent in all, and of how many initiatives nothing is."""
    values = {"all": found.initiatives}
    known, unstated = len(found.by_initiative), len(found.unstated.keys() - found.by_initiative)
    said = []
    if found.postings:
        said.append(msg("money-headline", sums=sums(found.totals), known=known, **values))
    if unstated:
        said.append(msg("money-unstated", count=unstated, added=known, **values))
    if neither := found.initiatives - known - unstated:
        said.append(msg("money-none-known", count=neither, **values))
    return listing(said, "sentences")


def sums(totals: Totals) -> Text:
    """Return sums by stage in a row, as "$40,000 adopted and $12,000 spent"."""
    stages = [stage for stage in ADDED_UP if any(state is stage for _, state in totals)]
    return listing(
        msg(
            f"money-sum-{stage.value}",
            sum=listing(
                sum_text(found, currency, in_words=True)
                for (currency, state), found in totals.items()
                if state is stage
            ),
        )
        for stage in stages
    )


def variance_sentences(
    report: Report, found: Iterable[Variance], *, of_one: bool
) -> Iterator[Message]:
    """Yield a sentence about each comparison; `of_one` initiative, or of several together."""
    for one in found:
        yield msg(
            f"money-compared-{one.state.value}{'-so-far' if one.so_far else ''}",
            sum=sum_text(one.sum, one.currency, in_words=True),
            base=sum_text(one.base, one.currency, in_words=True),
            difference=difference_text(one),
            periods=_periods(report, one),
            initiatives=0 if of_one else one.initiatives,
        )


def _periods(report: Report, one: Variance) -> Text:
    """Return over which periods something is compared; by number where they are many."""
    named = [fiscal_words(report, period) for period in one.periods if period]
    if len(named) != len(one.periods):
        return msg("money-periods-some-unnamed") if named else msg("money-periods-none")
    if len(named) > MOST_NAMED:
        return msg("money-periods-many", count=len(named))
    return listing(named)


def difference_text(one: Variance, unit: MoneyUnit | None = None) -> Text:
    """Return how much more or less something is than what it is compared with.

    It is for a sentence, or for a table that counts in a unit.
    """
    found = one.difference

    def said(by: Sum) -> Text:
        return unit.sum(by, one.currency) if unit else sum_text(by, one.currency, in_words=True)

    if found.low == found.high == 0:
        return msg("money-difference-none")
    if found.low is not None and found.low >= 0:
        return msg("money-difference-more", sum=said(found))
    if found.high is not None and found.high <= 0:
        return msg("money-difference-less", sum=said(-found))
    return msg("money-difference-unclear")
