"""Money by fiscal year as a drawing, and what it shows in a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.derive.money.ledger import ADDED_UP, Ledger, totals_of
from generator.derive.money.periods import in_order
from generator.derive.money.sums import sum_text
from generator.derive.responsibility.fiscal_years import fiscal_words
from generator.model.fiscal_years import year_of
from generator.model.report import Report
from generator.views.charts.money_chart import PeriodOfMoney, money_chart
from generator.views.charts.shapes import Drawing
from generator.views.money.unit import drawing_unit
from generator.words.message import Message, Text, listing, msg

FEWEST = 2
"""Years from which on there is something to draw."""


@dataclass(frozen=True, slots=True)
class MoneyByYear:
    """Money by fiscal year: drawn, in a sentence, and what the drawing counts."""

    drawing: Drawing
    sentence: Text
    unit: Text


def chart_by_year(report: Report, found: Ledger) -> MoneyByYear | None:
    """Return the sums of fiscal years in the currency of most; None where there are too few."""
    currency = found.currencies[0]
    by_year = {
        period: postings
        for period, postings in found.by(lambda one: one.period).items()
        if period and year_of(report.about, period) is not None
    }
    totals = {year: totals_of(by_year[year]) for year in in_order(report, by_year) if year}
    years = [
        PeriodOfMoney(
            fiscal_words(report, year),
            {state: s for (code, state), s in totals[year].items() if code == currency},
        )
        for year in totals
    ]
    years = [year for year in years if year.sums]
    if len(years) < FEWEST:
        return None
    unit = drawing_unit(currency, max(s.figure for year in years for s in year.sums.values()))
    rest = len(found.postings) - sum(
        one.currency == currency for y in by_year for one in by_year[y]
    )
    said = listing((*_most(years, currency), *_left_out(rest)), "sentences")
    drawing = money_chart(years, unit.size, msg("money-chart-title"), (said,))
    return MoneyByYear(drawing, said, msg("money-chart-unit", unit=unit.text))


def _most(years: Sequence[PeriodOfMoney], currency: str) -> Iterator[Message]:
    """Yield for each stage in which year it is most, where it has several."""
    for state in ADDED_UP:
        known = [year for year in years if state in year.sums]
        if len(known) >= FEWEST:
            top = max(known, key=lambda year: year.sums[state].figure)
            said = sum_text(top.sums[state], currency, in_words=True)
            yield msg(f"money-most-{state.value}", period=top.name, sum=said)


def _left_out(count: int) -> Iterator[Message]:
    if count:
        yield msg("money-chart-left-out", count=count)
