"""Fiscal ids and the days of budget cycles."""

import pytest

from generator.check.fiscal_years import span
from generator.check.rules import check_report


@pytest.mark.parametrize(
    ("fiscal", "years"), [("fy2016-17", 1), ("fy2016-18", 2), ("fy1999-01", 2), ("fy2016-16", 0)]
)
def test_the_span_of_an_id_is_counted_over_the_turn_of_a_century(fiscal, years):
    """Two digits are enough to tell how many years an id goes over."""
    assert span(fiscal) == years


def test_a_day_that_only_leap_years_have_begins_no_fiscal_year(case):
    """fiscal_year_start must be a day of every year."""
    edits = (("report.yml", '"07-01"', '"02-29"'),)
    assert [(i.code, i.location.path) for i in check_report(case(edits=edits))] == [
        ("R306", "content/report.yml")
    ]


@pytest.mark.parametrize("fiscal", ["fy9999-01", "fy0000-02"])
def test_years_at_the_ends_of_time_are_faults_and_no_failure(case, fiscal):
    """An id that no calendar can follow is told like any other."""
    edits = (("cycles.yml", 'id: "fy2024-26"', f'id: "{fiscal}"'),)
    assert "R306" in {issue.code for issue in check_report(case(edits=edits))}
