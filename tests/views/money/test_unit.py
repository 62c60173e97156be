"""A table of sums counts in one unit that leaves each of them exact."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.money.sums import Sum
from generator.views.money.unit import MOST_DECIMALS, drawing_unit, unit_of
from tests.spoken import ENGLISH


def sums(*values, currency="USD"):
    """Return exact sums in one currency."""
    return [(currency, Sum(Decimal(value), Decimal(value))) for value in values]


@pytest.mark.parametrize(
    ("values", "caption", "said"),
    [
        ((12_000, 9_999_999), "Spent", ["$12,000", "$9,999,999"]),
        ((12_000_000, 5_000_000), "Spent, in millions of USD", ["12", "5"]),
        ((12_340_000, 5_000_000), "Spent, in millions of USD", ["12.34", "5.00"]),
        ((12_345_600, "-21.5"), "Spent", ["$12,345,600", "−$21.50"]),
        ((12_345_600, 2_000), "Spent, in thousands of USD", ["12,345.6", "2.0"]),
        ((25_000_000_000, 10_000_000), "Spent, in billions of USD", ["25.00", "0.01"]),
    ],
)
def test_figures_keep_every_digit(values, caption, said):
    """Small ones are written out; large ones are in thousands or more, if all are round enough."""
    unit = unit_of(sums(*values))
    assert ENGLISH(unit.caption("Spent")) == caption
    assert [ENGLISH(unit.sum(one, code)) for code, one in sums(*values)] == said


@given(st.lists(st.decimals(-(10**12), 10**12, allow_nan=False, places=2), min_size=1))
def test_no_sum_is_rounded(values):
    """A cell times what the column counts in is the sum."""
    unit = unit_of(sums(*values))
    assert unit.decimals <= MOST_DECIMALS
    for value in values:
        said = ENGLISH(unit.sum(Sum(value, value), "USD")).replace("−", "-")
        assert Decimal("".join(c for c in said if c not in "$,")) * unit.size == value


def test_several_currencies_are_never_put_into_one_unit():
    """Each sum then names its own."""
    unit = unit_of([*sums(25_000_000), *sums(30_000_000, currency="EUR")])
    assert ENGLISH(unit.caption("Spent")) == "Spent"
    assert ENGLISH(unit.sum(Sum(Decimal(5), Decimal(5)), "EUR")) == "€5"


def test_a_drawing_counts_in_what_its_highest_bar_is():
    """Its scale has round figures, whatever the sums are."""
    assert ENGLISH(drawing_unit("USD", Decimal(214_123_456)).text) == "millions of USD"
    assert ENGLISH(drawing_unit("USD", Decimal(900)).text) == "USD"
