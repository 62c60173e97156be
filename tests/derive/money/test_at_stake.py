"""The money of one initiative in short is that of its records, and the newest of it."""

from decimal import Decimal

from larkhaven import larkhaven
from press import west_hollywood

from generator.derive.money.at_stake import MoneyAtStake, is_currency, money_at_stake
from generator.derive.money.ledger import ledger
from generator.derive.snapshot.snapshot import snapshot
from generator.model.report import Report


def money_of(report: Report, initiative: str) -> MoneyAtStake:
    """Return the money of an initiative today."""
    seen = snapshot(report, report.about.as_of)
    state = seen.state_of(initiative)
    assert state
    return money_at_stake(seen, ledger(seen), state)


def test_of_money_without_a_stage_the_newest_counts():
    """The largest that was ever stated is known too."""
    found = money_of(west_hollywood(), "weho-fiber")
    assert [e.funding.id for e in found.stated_last] == ["citywide-city-share-later"]
    assert found.size == Decimal(42_000_000)
    assert found.stated_size == Decimal(51_000_000)


def test_what_is_measured_in_money_is_cost_and_income():
    """Each with its newest figure, and with what the unit says behind the currency."""
    found = money_of(west_hollywood(), "shared-bicycles")
    told = [(m.measure.id, m.figure.value, m.currency, m.per) for m in found.measured]
    assert told == [
        ("yearly-operating-cost", Decimal(344_750), "USD", "per year"),
        ("yearly-income", Decimal(133_771), "USD", "per year"),
    ]
    assert found.size == Decimal(344_750)


def test_money_by_piece_is_no_sum():
    """What one of something costs says nothing of the whole."""
    assert money_of(larkhaven(), "tide-gauge").measured == ()


def test_where_there_is_no_money_nothing_is_at_stake():
    """Its size is none, by which it can be sorted."""
    assert money_of(larkhaven(), "youth-council").size == 0


def test_a_unit_counts_money_by_a_code():
    """The report's own, or one of ISO 4217; not any three letters."""
    about = larkhaven().about
    assert is_currency(about, "LKC")
    assert is_currency(about, "USD")
    assert not is_currency(about, "GIS")
    assert not is_currency(about, "")
