"""The drawing of money by year: bars as high as their sums, narrow ones inside, words with room."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken import ENGLISH

from generator.derive.money.ledger import ADDED_UP
from generator.derive.money.sums import Sum
from generator.model.keys import FundingState
from generator.views.charts.money_chart import (
    FOOT,
    HEIGHT,
    TOP,
    PeriodOfMoney,
    money_chart,
)
from generator.views.charts.shapes import NARROWEST, Drawing, box_of
from generator.views.charts.swimlanes import ROOMY


@st.composite
def periods(draw: st.DrawFn) -> list[PeriodOfMoney]:
    """Draw years in a row with sums of some stages."""
    first = draw(st.integers(1990, 2020))
    sums = st.dictionaries(
        st.sampled_from(ADDED_UP),
        st.integers(1, 10**12).map(lambda n: Sum(Decimal(n), Decimal(n))),
        min_size=1,
    )
    found = draw(st.lists(sums, min_size=2, max_size=25))
    return [PeriodOfMoney(f"FY{first + n}-{n:02}", one) for n, one in enumerate(found)]


def drawn(found: list[PeriodOfMoney]) -> Drawing:
    """Return the drawing of some years, in ones."""
    return money_chart(found, Decimal(1_000_000), "Money", ())


@given(found=periods())
def test_bars_are_as_high_as_their_sums(found: list[PeriodOfMoney]) -> None:
    """Each sum has a bar that is inside, all on one scale; what is spent is in what is adopted."""
    bars = drawn(found).bars
    assert sorted(bar.says for bar in bars) == sorted(  # type: ignore[type-var]
        one.figure for period in found for one in period.sums.values()
    )
    tallest = max(bars, key=lambda bar: bar.height)
    assert tallest.height >= (FOOT - TOP) / 2
    for bar in bars:
        assert isinstance(bar.says, Decimal)
        assert isinstance(tallest.says, Decimal)
        wanted = float(bar.says / tallest.says) * tallest.height
        assert bar.height == pytest.approx(wanted, abs=0.02)
        assert 0 <= bar.x <= bar.x + bar.width <= 100
        assert TOP - 1 <= bar.y <= bar.y + bar.height <= FOOT + 0.1


def test_a_narrow_bar_is_in_front_of_the_one_that_it_is_measured_by() -> None:
    """So that neither needs its color to be told from the other."""
    ten, five = (Sum(Decimal(n), Decimal(n)) for n in (10, 5))
    sums = {FundingState.ADOPTED: ten, FundingState.SPENT: five}
    wide, narrow, *_ = drawn([PeriodOfMoney("FY2022", sums)] * 2).bars
    assert wide.x < narrow.x < narrow.x + narrow.width < wide.x + wide.width
    assert wide.look != narrow.look


@given(found=periods())
def test_words_do_not_meet(found: list[PeriodOfMoney]) -> None:
    """At the narrowest width and at the one from which more is shown."""
    labels = drawn(found).letterer(ENGLISH).labels
    for width, shown in (
        (NARROWEST, [label for label in labels if not label.roomy]),
        (ROOMY, labels),
    ):
        boxes = [box_of(label, width) for label in shown]
        assert all(box.left >= 0 and box.right <= width and box.bottom <= HEIGHT for box in boxes)
        assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_the_key_explains_what_occurs() -> None:
    """No more, and no less."""
    one = Sum(Decimal(1), Decimal(1))
    sums = {FundingState.PLANNED: one, FundingState.SPENT: one}
    key = drawn([PeriodOfMoney("FY2022", sums)] * 2).key
    assert [ENGLISH(entry.text) for entry in key] == ["Planned", "Spent (narrow bar)"]
    assert len({(entry.bar, entry.tone) for entry in key}) == len(key)
