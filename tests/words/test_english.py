"""Numbers and sums in words."""

from decimal import Decimal
from itertools import product

import pytest

from generator.model.keys import Qualifier
from generator.model.records import Amount
from generator.words.english import amount_words, money_words, number_words


@pytest.mark.parametrize(
    ("value", "currency", "words"),
    [
        ("-12000", "USD", "−$12,000"),
        ("-0.50", "EUR", "−€0.50"),
        ("-1250000", "GBP", "−£1,250,000"),
        ("-300", "CHF", "−CHF 300"),
        ("12000", "USD", "$12,000"),
        ("300", "CHF", "CHF 300"),
        ("0", "USD", "$0"),
        ("-0", "USD", "$0"),
        ("-7", "", "−7"),
    ],
)
def test_the_sign_is_before_the_currency(value, currency, words):
    """A sum below zero is read as one, whatever the currency is."""
    assert money_words(Decimal(value), currency) == words
    assert amount_words(Amount(value=Decimal(value)), currency=currency) == words


def test_both_ends_of_a_range_have_their_sign():
    """A range from a loss to a gain, with what the source says of it."""
    amount = Amount(low=Decimal(-5000), high=Decimal(2500), qualifier=Qualifier.ABOUT)
    assert amount_words(amount, currency="USD") == "about −$5,000 to $2,500"


def test_no_currency_is_parted_from_its_number():
    """For every currency and sign the minus comes first, and is no hyphen."""
    for currency, number in product(("USD", "EUR", "GBP", "JPY", "ABC"), range(-1200, 1201, 100)):
        words = money_words(Decimal(number), currency)
        assert ("−" in words) == words.startswith("−") == (number < 0)
        assert words.removeprefix("−") == money_words(Decimal(abs(number)), currency)
        assert words.endswith(number_words(abs(number)))
