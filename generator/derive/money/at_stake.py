"""The money of one initiative, in short: its sums, or what was stated last, and what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import list_currencies

from generator.derive.measures.comparable import actuals_of
from generator.derive.money.entries import Entry
from generator.derive.money.ledger import Ledger, Totals, totals_of
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.model.keys import MeasureKind
from generator.model.measures import Actual, Measure
from generator.model.records import Amount
from generator.model.report import About

_NOTHING = Decimal(0)

COSTS_AND_INCOME = frozenset({MeasureKind.INPUT, MeasureKind.OUTPUT})
"""What goes in and what comes out; money by piece is neither."""


@dataclass(frozen=True, slots=True)
class MeasuredMoney:
    """The newest figure of a measure that counts money."""

    measure: Measure
    figure: Actual
    currency: str
    per: str
    """What of its unit follows the currency, as "per year"."""


@dataclass(frozen=True, slots=True)
class MoneyAtStake:
    """What is known of the money of an initiative."""

    totals: Totals
    """What sources say is requested, planned, adopted, forecast, or spent."""
    unstated: tuple[Entry, ...]
    """Money whose stage no source states, the largest amount first."""
    stated_last: tuple[Entry, ...]
    """Of these, the amounts of the newest date."""
    measured: tuple[MeasuredMoney, ...]
    """What it costs and what it brings in, where that is measured."""

    @property
    def stated_size(self) -> Decimal:
        """Return the largest sum that sources state."""
        stated = [_largest(entry.amount) for entry in self.unstated[:1]]
        return max([*_ends(self.totals), *stated], default=_NOTHING)

    @property
    def size(self) -> Decimal:
        """Return the largest figure that holds today, by which what needs attention is sorted."""
        last = [_largest(entry.amount) for entry in self.stated_last]
        measured = [_largest(one.figure) for one in self.measured]
        return max([*_ends(self.totals), *last, *measured], default=_NOTHING)


def _ends(totals: Totals) -> list[Decimal]:
    return [end for found in totals.values() for end in (found.low, found.high) if end]


def money_at_stake(snapshot: Snapshot, found: Ledger, state: InitiativeState) -> MoneyAtStake:
    """Return what is known of the money of an initiative; `found` is the ledger of its snapshot."""
    name = state.initiative.id
    unstated = found.unstated.get(name, ())
    unstated = tuple(sorted(unstated, key=lambda entry: -_largest(entry.amount)))
    newest = max((entry.funding.on.last(snapshot.day) for entry in unstated), default=None)
    return MoneyAtStake(
        totals=totals_of(found.by_initiative.get(name, ())),
        unstated=unstated,
        stated_last=tuple(e for e in unstated if e.funding.on.last(snapshot.day) == newest),
        measured=tuple(_measured(snapshot, state)),
    )


def _measured(snapshot: Snapshot, state: InitiativeState) -> Iterator[MeasuredMoney]:
    for measure in state.initiative.measures:
        currency, _, per = measure.unit.partition(" ")
        counts = measure.kind in COSTS_AND_INCOME and is_currency(snapshot.report.about, currency)
        figures = [a for a in actuals_of(measure) if counts and not a.series and _has_figure(a)]
        if figures:
            newest = max(figures, key=lambda a: a.period.last(snapshot.day))
            yield MeasuredMoney(measure, newest, currency, per)


def is_currency(about: About, code: str) -> bool:
    """Return whether a word is the code of a currency: the report's own, or one of ISO 4217."""
    return bool(code) and (code == about.currency or code in list_currencies())


def _has_figure(amount: Amount) -> bool:
    return amount.value is not None or amount.high is not None


def _largest(amount: Amount) -> Decimal:
    found = [n for n in (amount.value, amount.low, amount.high) if n is not None]
    return max(found, default=_NOTHING)
