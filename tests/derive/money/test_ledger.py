"""Money is counted once: by stage and currency, what is stated last, in groups that add up."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven

from generator.derive.money.groups import Grouping, groups
from generator.derive.money.ledger import Ledger, ledger, totals_of
from generator.derive.money.periods import ends_of, in_order
from generator.derive.money.sums import ZERO, Sum
from generator.derive.money.variance import Variance, variances
from generator.derive.snapshot.snapshot import snapshot
from generator.derive.tables.money import money_table
from generator.model.keys import FundingState
from generator.model.money import Funding

DAY = larkhaven().about.as_of


def funding(number: int, state: str = "adopted", **values: object) -> Funding:
    """Return money of a stage; by default adopted for a fiscal year."""
    usual = {"cycle": None if "years" in values else "fy2022-23", "on": "2023-06-20"}
    return Funding.model_validate(
        {
            "id": f"money-{number}",
            "state": state,
            **usual,
            "recorded": "2023-07-01",
            "sources": ("council-minutes",),
            **values,
        }
    )


def ledger_with(*given_funding: Funding) -> Ledger:
    """Return the ledger of the sample whose tide gauges have only some money."""
    report = larkhaven()
    initiatives = tuple(
        one.model_copy(update={"funding": given_funding if one.id == "tide-gauge" else ()})
        for one in report.initiatives
    )
    return ledger(snapshot(report.model_copy(update={"initiatives": initiatives}), DAY))


def sums(found: Ledger) -> dict[tuple[str, str], Sum]:
    """Return the totals with stages as words."""
    return {(currency, state.value): one for (currency, state), one in found.totals.items()}


def exact(value: int) -> Sum:
    """Return an exact sum."""
    return Sum(Decimal(value), Decimal(value))


def test_stages_and_currencies_are_never_added_to_each_other():
    """Nor is money whose stage no source states added up at all."""
    found = ledger_with(
        funding(1, value="5"),
        funding(2, value="7", currency="EUR"),
        funding(3, "spent", value="4"),
        funding(4, "not_stated", value="1000"),
    )
    assert sums(found) == {
        ("LKC", "adopted"): exact(5),
        ("EUR", "adopted"): exact(7),
        ("LKC", "spent"): exact(4),
    }
    assert [entry.amount.value for entry in found.unstated["tide-gauge"]] == [1000]
    assert (found.initiatives, found.without) == (11, 10)


def test_what_is_stated_later_of_the_same_money_takes_its_place():
    """Whatever the order in the file; another purpose, fund or year is other money."""
    found = ledger_with(
        funding(1, value="9", on="2023-09"),
        funding(2, value="5"),
        funding(3, value="1", fund="harbour-fund"),
        funding(4, value="2", what="Paint"),
        funding(5, years={"fy2022-23": "3", "fy2023-24": "4"}, on="2024-01"),
    )
    assert sums(found) == {("LKC", "adopted"): exact(3 + 4 + 1 + 2)}


def test_a_correction_is_added_to_what_it_corrects():
    """A negative amount replaces nothing but an earlier correction."""
    found = ledger_with(
        funding(1, "spent", value="100"),
        funding(2, "spent", value="-12", on="2023-08"),
        funding(3, "spent", value="-15", on="2023-09"),
    )
    assert sums(found) == {("LKC", "spent"): exact(85)}


def test_what_a_source_states_anew_takes_the_place_of_its_corrections():
    """A correction is one of what was stated before it; of another source it stays one."""
    corrected = funding(1, "spent", value="-20", on="2023-07")
    anew = funding(2, "spent", value="30", on="2023-08")
    other = anew.model_copy(update={"sources": ("budget",)})
    assert sums(ledger_with(corrected, anew)) == {("LKC", "spent"): exact(30)}
    assert sums(ledger_with(corrected, other)) == {("LKC", "spent"): exact(10)}


@pytest.mark.parametrize(("before", "after"), [("-200", "300"), ("300", "-200")])
def test_an_amount_by_year_below_zero_is_what_the_year_has(before, after):
    """What the table gives later for that year takes its place, whatever its sign."""
    first = funding(1, years={"fy2022-23": before, "fy2023-24": "7"})
    second = funding(2, years={"fy2022-23": after}, on="2024-01")
    assert sums(ledger_with(first, second)) == {("LKC", "adopted"): exact(int(after) + 7)}


def test_a_part_without_an_upper_end_leaves_the_total_without_one():
    """And a rounded one makes it rounded."""
    found = ledger_with(
        funding(1, value="5", qualifier="at_least"), funding(2, value="5", what="Paint")
    )
    assert sums(found) == {("LKC", "adopted"): Sum(Decimal(10), None)}
    found = ledger_with(
        funding(1, value="5", qualifier="about"), funding(2, low="1", high="2", what="Paint")
    )
    assert sums(found) == {("LKC", "adopted"): Sum(Decimal(6), Decimal(7), about=True)}


AMOUNTS = st.lists(
    st.builds(
        funding,
        st.integers(0, 99),
        st.sampled_from(["adopted", "spent", "planned"]),
        value=st.integers(-99, 99).map(str),
        what=st.text("abc", min_size=1, max_size=2),
        fund=st.sampled_from([None, "harbour-fund", "general-fund"]),
        cycle=st.sampled_from([None, "fy2022-23", "fy2023-24", "fy2023-25"]),
        currency=st.sampled_from([None, "EUR"]),
    ),
    max_size=12,
)


@given(AMOUNTS)
def test_each_grouping_adds_up_to_the_whole(amounts: list[Funding]):
    """Every amount is in exactly one group, those without a year, fund or unit too."""
    report = larkhaven()
    initiatives = tuple(
        one.model_copy(update={"funding": tuple(amounts[place :: len(report.initiatives)])})
        for place, one in enumerate(report.initiatives)
    )
    seen = snapshot(report.model_copy(update={"initiatives": initiatives}), DAY)
    found = ledger(seen)
    for by in Grouping:
        parts = groups(seen, found, by)
        for key, total in found.totals.items():
            group_totals = (totals_of(postings).get(key, ZERO) for postings in parts.values())
            assert sum(group_totals, ZERO) == total
    rows = money_table(seen).rows
    assert len(rows) == len({row[:4] for row in rows})


def compared(*given_funding: Funding, finished: bool = True) -> list[Variance]:
    """Return how some money of the tide gauges compares in all."""
    found = ledger_with(*given_funding)
    ends = ends_of(larkhaven(), found.postings)
    return list(variances(found.postings, ends, finished=finished))


def test_like_is_compared_with_like():
    """Only periods of which both sides are known; each pair of stages by itself."""
    (spent, forecast) = compared(
        funding(1, years={"fy2021-22": "10", "fy2022-23": "20"}),
        funding(2, "spent", years={"fy2022-23": "26", "fy2023-24": "1"}, on="2024-01"),
        funding(3, "planned", value="40"),
        funding(4, "forecast", value="30", qualifier="about"),
    )
    assert (spent.state, spent.against) == (FundingState.SPENT, FundingState.ADOPTED)
    assert (spent.sum, spent.base, spent.difference) == (exact(26), exact(20), exact(6))
    assert spent.periods == ("fy2022-23",)
    assert forecast.difference == Sum(Decimal(-10), Decimal(-10), about=True)


def test_funds_are_compared_where_both_sides_name_them():
    """A side that names none is compared whole; what only one side names is left out and told."""
    (some,) = compared(
        funding(1, value="20", fund="harbour-fund"),
        funding(2, value="7", fund="general-fund"),
        funding(3, "spent", value="21", fund="harbour-fund", on="2023-08"),
    )
    assert (some.base, some.sum, some.some_funds) == (exact(20), exact(21), True)
    (whole,) = compared(
        funding(1, value="20", fund="harbour-fund"),
        funding(2, value="7", fund="general-fund"),
        funding(3, "spent", value="21", on="2023-08"),
    )
    assert (whole.base, whole.sum, whole.some_funds) == (exact(27), exact(21), False)


@pytest.mark.parametrize(
    ("period", "on", "so_far"),
    [
        ("fy2022-23", "2023-07", False),
        ("fy2022-23", "2023-06-30", False),
        ("fy2022-23", "2023-05", True),
        (None, "2023-07", True),
    ],
)
def test_spending_is_not_judged_before_its_period_is_over(period, on, so_far):
    """Nor where no period is stated: what is spent so far is less than what was adopted."""
    money = (
        funding(1, value="20", cycle=period),
        funding(2, "spent", value="5", cycle=period, on=on),
    )
    assert bool(compared(*money)) != so_far
    (one,) = compared(*money, finished=False)
    assert one.so_far == so_far


def test_periods_are_in_order():
    """By the day on which they begin; a cycle after its years, and no period last."""
    report = larkhaven()
    mixed = [None, "fy2023-25", "fy2024-25", "fy2023-24", "fy2021-23", "fy2022-23"]
    assert in_order(report, mixed) == (
        *("fy2021-23", "fy2022-23", "fy2023-24", "fy2023-25", "fy2024-25"),
        None,
    )
    assert ends_of(report, ()) == {}
    assert (
        date(2023, 6, 30) in ends_of(report, ledger_with(funding(1, value="1")).postings).values()
    )
