"""The money of one initiative as a cell: its sums, or what was stated last, and what it costs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.derive.money.at_stake import MeasuredMoney, MoneyAtStake
from generator.derive.money.entries import Entry, name_of
from generator.model.keys import FundingState
from generator.model.report import About
from generator.views.base.blocks import Cell, SideNote, Strong
from generator.views.money.sentences import sums
from generator.words.message import Period, Text, amount_text, msg

DECIDED = frozenset({FundingState.ADOPTED, FundingState.SPENT})
"""Stages beside which requests, plans, and forecasts need not be told."""


@dataclass(frozen=True, slots=True)
class NamedSum:
    """A sum, and what it is for; that is empty of sums that are added up."""

    figure: Text
    name: Text


def money_cell(about: About, money: MoneyAtStake) -> Cell:
    """Return what is at stake now: the sums, or what was stated last; and what it costs."""
    if money.totals:
        stated = [_added_up(money)]
    else:
        stated = [_stated(about, entry) for entry in money.stated_last]
    return _in_a_row([*stated, *map(_measured, money.measured)])


def whole_money_cell(about: About, money: MoneyAtStake) -> Cell:
    """Return every stage and every sum that is stated, and what it costs."""
    added = [NamedSum(sums(money.totals), "")] if money.totals else []
    stated = [_stated(about, entry) for entry in money.unstated]
    return _in_a_row([*added, *stated, *map(_measured, money.measured)])


def measured_cell(money: MoneyAtStake) -> Cell:
    """Return what it costs and what it brings in, each with its name and time."""
    dated = (
        NamedSum(one.figure, msg("money-named-on", name=one.name, date=Period(m.figure.period)))
        for m in money.measured
        for one in (_measured(m),)
    )
    return _in_a_row(list(dated))


def largest_sum(about: About, money: MoneyAtStake) -> NamedSum:
    """Return the sums by stage; where no source states a stage, the largest sum. There is one."""
    if money.totals:
        return _added_up(money)
    return _stated(about, money.unstated[0])


def _added_up(money: MoneyAtStake) -> NamedSum:
    """Return what was adopted and spent; where neither is known, the other stages."""
    decided = {key: found for key, found in money.totals.items() if key[1] in DECIDED}
    return NamedSum(sums(decided or money.totals), "")


def _stated(about: About, entry: Entry) -> NamedSum:
    figure = amount_text(entry.amount, currency=entry.currency, in_words=True)
    return NamedSum(figure, name_of(about, entry.funding))


def _measured(one: MeasuredMoney) -> NamedSum:
    figure = amount_text(one.figure, unit=one.per, currency=one.currency)
    return NamedSum(figure, one.measure.title)


def _in_a_row(figures: Sequence[NamedSum]) -> Cell:
    """Return figures one after the other, each with its name behind it."""
    pieces: list[Strong | SideNote] = []
    for place, one in enumerate(figures, start=1):
        pieces.append(Strong(one.figure))
        if one.name:
            pieces.append(SideNote(one.name))
        if place < len(figures):
            last = pieces.pop()
            pieces.append(replace(last, text=msg("money-and-more", name=last.text)))
    return tuple(pieces)
