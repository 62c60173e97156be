"""Sums keep what the sources say of each part: exact, rounded, from one side, or a range."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.money.sums import MILLION, ZERO, Sum, in_short, sum_of, sum_text
from generator.model.keys import Qualifier
from generator.model.records import Amount
from tests.spoken import ENGLISH

FIGURES = st.decimals(-(10**9), 10**9, allow_nan=False, places=2)


def amount(value=None, qualifier=None, low=None, high=None):
    """Return an amount of whole figures."""
    return Amount(
        **{
            name: Decimal(given)
            for name, given in (("value", value), ("low", low), ("high", high))
            if given is not None
        },
        qualifier=qualifier,
    )


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([amount(5), amount(7)], "$12"),
        ([amount(5), amount(-7)], "−$2"),
        ([amount(5), amount(7, Qualifier.ABOUT)], "about $12"),
        ([amount(5), amount(7, Qualifier.ALMOST)], "about $12"),
        ([amount(5), amount(7, Qualifier.MORE_THAN)], "at least $12"),
        ([amount(5), amount(7, Qualifier.AT_LEAST)], "at least $12"),
        ([amount(7, Qualifier.AT_MOST)], "at most $7"),
        ([amount(5), amount(7, Qualifier.AT_MOST)], "$5 to $12"),
        ([amount(7, Qualifier.AT_LEAST), amount(7, Qualifier.AT_MOST)], "at least $7"),
        ([amount(low=80, high=95), amount(5)], "$85 to $100"),
        ([amount(low=80, high=95, qualifier=Qualifier.ABOUT)], "about $80 to $95"),
    ],
)
def test_a_sum_says_no_more_than_its_parts(parts, said):
    """A part without an upper end leaves the sum without one; a rounded part makes it rounded."""
    assert ENGLISH(sum_text(sum(map(sum_of, parts), ZERO), "USD")) == said


@given(ones=st.lists(FIGURES, max_size=8), others=st.lists(FIGURES, max_size=8))
def test_exact_figures_add_up_exactly(ones, others):
    """In any order, with no digit lost; a difference is the sum with the sign turned."""
    one, other = (sum((Sum(value, value) for value in values), ZERO) for values in (ones, others))
    assert (one + other).figure == sum(ones) + sum(others)
    assert (one - other).figure == sum(ones) - sum(others)
    assert one - other == -(other - one)


@given(value=FIGURES.filter(lambda value: abs(value) >= MILLION))
def test_a_sum_in_a_sentence_is_near_and_says_so(value):
    """At most half a part in a thousand is left out, and then it reads as about so much."""
    said = ENGLISH(sum_text(Sum(value, value), "USD", in_words=True))
    assert abs(in_short(value) - value) <= abs(value) / 2000
    assert said.startswith("about") == (in_short(value) != value)
    assert "million" in said or "billion" in said


def test_a_table_says_figures_its_own_way():
    """As one that counts in millions, and whose heading names that and the currency."""
    found = Sum(Decimal(12345000), None)
    assert ENGLISH(sum_text(found, "USD", figure=lambda v: v / MILLION)) == "at least 12.345"
