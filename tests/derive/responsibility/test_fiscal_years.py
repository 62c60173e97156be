"""What fiscal years and budget cycles are called, wherever they begin."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven

from generator.derive.responsibility.fiscal_years import fiscal_order, fiscal_words, whole_years
from generator.model.cycles import Cycle
from generator.model.fiscal_years import (
    first_day,
    fiscal_start,
    last_day,
    year_id,
    year_of,
    year_words,
)
from generator.model.report import FiscalLabel

STARTS = ("01-01", "04-01", "07-01", "10-01")
starts = st.sampled_from(STARTS)
labels = st.sampled_from([None, *FiscalLabel])


def about(start, label=None):
    """Return what a report says of itself, with another fiscal year."""
    given_ = {"fiscal_year_start": start, "fiscal_year_label": label}
    return larkhaven().about.model_copy(update=given_)


def report(start, cycle, label=None):
    """Return a report with one cycle."""
    calendar = larkhaven().calendar.model_copy(update={"cycles": (cycle,)})
    return larkhaven().model_copy(update={"about": about(start, label), "calendar": calendar})


def spanning(begins, ends, some_id="any-name"):
    """Return a cycle."""
    return Cycle(
        id=some_id,
        begins=date.fromisoformat(begins),
        ends=date.fromisoformat(ends),
        sources=("minutes",),
    )


@pytest.mark.parametrize(
    ("start", "label", "one", "two"),
    [
        ("07-01", None, "FY2016-17", "FY2016-18"),
        ("01-01", None, "FY2016", "FY2016-17"),
        ("07-01", "FY2017", "FY2017", "FY2017-18"),
        ("07-01", "FY2016", "FY2016", "FY2016-17"),
        ("07-01", "2016-17", "2016-17", "2016-18"),
        ("10-01", "2017", "2017", "2017-18"),
        ("01-01", "2016", "2016", "2016-17"),
        ("01-01", "FY2017", "FY2016", "FY2016-17"),
        ("01-01", "2016-17", "2016", "2016-17"),
    ],
)
def test_one_year_and_a_pair(start, label, one, two):
    """In January a year has one number, and a pair the numbers of its two years."""
    called = about(start, FiscalLabel(label) if label else None)
    assert year_words(called, 2016) == one
    assert year_words(called, 2016, 2) == two


@pytest.mark.parametrize(
    ("start", "begins", "ends", "some_id", "words"),
    [
        ("01-01", "2024-01-01", "2025-12-31", "fy2024-26", "FY2024-25"),
        ("01-01", "2024-01-01", "2024-12-31", "plan-a", "FY2024"),
        ("01-01", "1999-01-01", "2000-12-31", "plan-a", "FY1999-00"),
        ("07-01", "2024-07-01", "2026-06-30", "fy2024-26", "FY2024-26"),
        ("07-01", "2024-07-01", "2026-06-30", "third-biennium", "FY2024-26"),
        ("07-01", "2024-01-01", "2025-12-31", "bridging", "BRIDGING"),
    ],
)
def test_a_cycle_is_called_by_its_days(start, begins, ends, some_id, words):
    """What the id says does not matter where a cycle is made of whole fiscal years."""
    made = report(start, spanning(begins, ends, some_id))
    assert fiscal_words(made, some_id) == words
    assert fiscal_order(made, some_id) == (date.fromisoformat(begins), some_id)


def test_a_year_that_is_no_cycle_is_called_by_its_id():
    """A plan for one year names it as the report does; what nobody knows stays as it is."""
    made = report("01-01", spanning("2024-01-01", "2025-12-31"))
    assert fiscal_words(made, "fy2025") == "FY2025"
    assert fiscal_words(made, "fy2024-27") == "FY2024-27"
    assert fiscal_order(made, "fy2025")[0] == date(2025, 1, 1)
    assert fiscal_order(made, "fy2024-27")[0] == date.min


@given(start=starts, label=labels, year=st.integers(1900, 2099))
def test_the_id_of_a_year_is_read_as_it_is_written(start, label, year):
    """Every label has one id, and the id names its year again."""
    called = about(start, label)
    assert year_of(called, year_id(called, year)) == year


@given(start=starts, year=st.integers(1900, 2099), years=st.integers(1, 6))
def test_whole_years_are_counted(start, year, years):
    """Fiscal years are counted from their first day to their last; a day more makes none whole."""
    called = about(start)
    first, last = first_day(called, year), last_day(called, year, years)
    assert whole_years(called, spanning(first.isoformat(), last.isoformat())) == years
    later = date.fromordinal(last.toordinal() + 1)
    assert whole_years(called, spanning(first.isoformat(), later.isoformat())) == 0


@given(start=starts, day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_in_one_fiscal_year(start, day):
    """The year that holds a day begins on it or before, and the next one after it."""
    called = about(start)
    begins = fiscal_start(called, day)
    assert begins <= day <= last_day(called, begins.year, 1)
