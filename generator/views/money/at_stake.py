"""The money of one initiative as a cell: its sums, or what was stated last, and what it costs."""

from collections.abc import Iterator

from generator.derive.money.at_stake import MeasuredMoney, MoneyAtStake
from generator.derive.money.entries import Entry, name_of
from generator.model.report import About
from generator.views.base.blocks import Cell, Inline, SideNote, Words
from generator.views.money.sentences import sums
from generator.words.message import Message, Period, Text, amount_text, msg


def stated_cell(about: About, money: MoneyAtStake) -> Cell:
    """Return the sums by stage; where no source states a stage, what was stated last."""
    if money.totals:
        return (Words(sums(money.totals)),)
    return tuple(
        piece
        for entry in money.stated_last
        for piece in (Words(_amount(entry)), SideNote(name_of(about, entry.funding)))
    )


def largest_cell(about: About, money: MoneyAtStake) -> Cell:
    """Return the sums by stage; where no source states a stage, the largest, and when it was given.

    Empty where no sum is known.
    """
    if money.totals:
        return (Words(sums(money.totals)),)
    return tuple(
        piece
        for entry in money.unstated[:1]
        for piece in (
            Words(_amount(entry)),
            SideNote(_named(name_of(about, entry.funding), entry.funding.on)),
        )
    )


def measured_cell(money: MoneyAtStake) -> Cell:
    """Return what it costs and what it brings in, each with its name and time."""
    return tuple(piece for one in money.measured for piece in _measured(one))


def _amount(entry: Entry) -> Text:
    return amount_text(entry.amount, currency=entry.currency, in_words=True)


def _measured(one: MeasuredMoney) -> Iterator[Inline]:
    yield Words(amount_text(one.figure, unit=one.per, currency=one.currency))
    yield SideNote(_named(one.measure.title, Period(one.figure.period)))


def _named(name: Text, date: Text) -> Message:
    return msg("money-named-on", name=name, date=date)
