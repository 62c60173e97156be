"""Sums of amounts that are exact, rounded, or known from one side alone."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from generator.model.keys import Qualifier
from generator.model.records import Amount
from generator.words.message import Money, Text, msg, qualified

_NOTHING = Decimal(0)
_ROUNDED = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})
_AT_LEAST = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})

MILLION = Decimal(1_000_000)
SIGNIFICANT = 3
"""Digits of a sum in a sentence, where its words would be longer."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum from `low` to `high`, either of which is None where the sources leave it open."""

    low: Decimal | None
    high: Decimal | None
    about: bool = False
    """Whether a part of it is a rounded figure."""

    def __add__(self, other: Self) -> Self:
        return type(self)(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.about or other.about,
        )

    def __neg__(self) -> Self:
        low = None if self.high is None else -self.high
        return type(self)(low, None if self.low is None else -self.low, self.about)

    def __sub__(self, other: Self) -> Self:
        return self + -other

    @property
    def is_one(self) -> bool:
        """Whether it is one figure, exact or rounded."""
        return self.low is not None and self.low == self.high

    @property
    def is_known(self) -> bool:
        """Whether anything can be said of it."""
        return self.low is not None or self.high is not None

    @property
    def figure(self) -> Decimal:
        """The one figure by which it is drawn or sorted: the nearest that the sources give."""
        low, high = self.low, self.high
        if low is None or high is None:
            return low if low is not None else high if high is not None else _NOTHING
        return low if low == high else (low + high) / 2


ZERO = Sum(_NOTHING, _NOTHING)


def sum_of(amount: Amount) -> Sum:
    """Return an amount as a sum: "at least 5" has no upper end, and "about 5" is rounded."""
    low, high = amount.low, amount.high
    if amount.value is not None:
        low = high = amount.value
    if amount.qualifier in _AT_LEAST:
        high = None
    elif amount.qualifier is Qualifier.AT_MOST:
        low = _NOTHING if high is not None and high >= 0 else None
    return Sum(low, high, amount.qualifier in _ROUNDED)


def sum_text(
    found: Sum,
    currency: str,
    *,
    in_words: bool = False,
    figure: Callable[[Decimal], Text] | None = None,
) -> Text:
    """Return a sum as readers read it, as "at least $40,000"; empty where nothing is known of it.

    `in_words`, for sentences, has words of scale, and rounds what would still be long. `figure`
    says single figures, for a table whose heading has unit and currency.
    """
    said_as = figure or (lambda value: Money(value, currency, in_words=in_words))
    low, high = found.low, found.high
    about = found.about
    if in_words and found.is_one and low is not None:
        short = in_short(low)
        low, high, about = short, short, about or short != low
    if low is not None and low == high:
        said = said_as(low)
    elif low is None or (low == 0 and high is not None):
        return qualified(Qualifier.AT_MOST, said_as(high)) if high is not None else ""
    elif high is None:
        return qualified(Qualifier.AT_LEAST, said_as(low))
    else:
        said = msg("common-range", low=said_as(low), high=said_as(high))
    return qualified(Qualifier.ABOUT, said) if about else said


def in_short(value: Decimal) -> Decimal:
    """Return a sum of millions with so many digits that a sentence can carry it.

    One that has few digits in words of scale, as 1.25 million, is left as it is.
    """
    if abs(value) < MILLION:
        return value
    places = value.adjusted() - SIGNIFICANT
    step = Decimal(1).scaleb(places)
    return value if value % step == 0 else exactly(round(value / step) * step)


def exactly(value: Decimal) -> Decimal:
    """Return a number without the zeros behind its decimals, and without an exponent."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
