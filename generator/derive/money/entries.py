"""Funding as single amounts: one for each period that a record gives, each in its currency."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.money import Funding
from generator.model.records import Amount
from generator.model.report import About
from generator.words.message import Text, amount_text, listing, msg


class Entry(NamedTuple):
    """One amount of one state for one period, or for no period that is stated."""

    funding: Funding
    period: str | None
    """The id of its fiscal year or budget cycle; None where no source says."""
    amount: Amount
    currency: str


def currency_of(about: About, funding: Funding) -> str:
    """Return the currency of funding: its own, else the report's, else nothing."""
    return funding.currency or about.currency or ""


def name_of(about: About, funding: Funding) -> Text:
    """Return what money is called: what it is for, else its fund, else who pays, else money."""
    fund = next((fund.title for fund in about.funds if fund.id == funding.fund), None)
    return funding.what or fund or funding.from_whom or msg("money-unnamed")


def entries_of(about: About, funding: Funding) -> Iterator[Entry]:
    """Yield each amount of a record, those by year in the order in which they are written."""
    currency = currency_of(about, funding)
    if not funding.years:
        yield Entry(funding, funding.cycle, funding, currency)
    for period, value in funding.years.items():
        # Its values were checked as those of the record, and there are many.
        amount = Amount.model_construct(
            value=value, low=None, high=None, qualifier=funding.qualifier, stated=funding.stated
        )
        yield Entry(funding, period, amount, currency)


def amounts_text(about: About, funding: Funding) -> Text:
    """Return the amounts of a record in a row, as its source gives them."""
    return listing(
        amount_text(entry.amount, currency=entry.currency) for entry in entries_of(about, funding)
    )
