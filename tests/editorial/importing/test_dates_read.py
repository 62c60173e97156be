"""Dates as people write them: each is read in one way, or refused with what to declare."""

import pytest

from generator.editorial.importing.dates_read import DateForm, ValueFault, after, read_date
from generator.editorial.importing.source_rows import ExactText

ENGLISH = DateForm()
DAY_FIRST = DateForm("day/month/year")
MONTH_FIRST = DateForm("month/day/year")
THAI = DateForm("day/month/year", "th", "buddhist")


@pytest.mark.parametrize(
    ("text", "form", "date"),
    [
        ("20 Feb 2024", ENGLISH, "2024-02-20"),
        ("11 June 2025", ENGLISH, "2025-06-11"),
        ("March 3rd, 2021", ENGLISH, "2021-03-03"),
        ("Monday, 3 March 2021", ENGLISH, "2021-03-03"),
        ("Sept. 2021", ENGLISH, "2021-09"),
        ("2013", ENGLISH, "2013"),
        ("06/2013", ENGLISH, "2013-06"),
        ("Q4 2013", ENGLISH, "2013-Q4"),
        ("2025-Q1", ENGLISH, "2025-Q1"),
        ("4Q2013", ENGLISH, "2013-Q4"),
        ("2016-2019", ENGLISH, "2016/2019"),
        ("2024-05-20T10:33:00Z", ENGLISH, "2024-05-20"),
        ("2024/05/20", ENGLISH, "2024-05-20"),
        ("05/20/2024 12:00:00 AM", MONTH_FIRST, "2024-05-20"),
        ("3/4/2024", DAY_FIRST, "2024-04-03"),
        ("3/4/2024", MONTH_FIRST, "2024-03-04"),
        ("20-Feb-24", DateForm("day/month/yy"), "2024-02-20"),
        ("20 de febrer de 2024", DateForm(language="ca"), "2024-02-20"),
        ("1 d\u2019abril de 2020", DateForm(language="ca"), "2020-04-01"),
        ("1 มกราคม 2566", THAI, "2023-01-01"),
        ("20 ก.พ. ๒๕๖๗", THAI, "2024-02-20"),
        ("15/07/2565", THAI, "2022-07-15"),
        ("43000", DateForm("serial days"), "2017-09-22"),
        (ExactText("2024-05-20"), ENGLISH, "2024-05-20"),
        (ExactText("2024"), ENGLISH, "2024"),
    ],
)
def test_a_date_is_read_as_exactly_as_it_is_written(text, form, date):
    """Words, numbers in a declared order, quarters, and days that a spreadsheet counts are read."""
    assert read_date(text, form)[0] == date


@pytest.mark.parametrize(
    ("text", "form", "advice"),
    [
        ("3/4/2024", ENGLISH, "dates: day/month/year"),
        ("31/12/2024", MONTH_FIRST, "the order"),
        ("20-Feb-24", ENGLISH, "day/month/yy"),
        ("early 2024", ENGLISH, "under words"),
        ("2566", ENGLISH, "calendar: buddhist"),
        ("TBD", ENGLISH, "under missing"),
        (ExactText("45000"), ENGLISH, "serial days"),
        ("30 February 2024", ENGLISH, "the order"),
    ],
)
def test_what_could_be_another_date_is_refused(text, form, advice):
    """Nothing is guessed: the message says what to declare."""
    with pytest.raises(ValueFault) as refused:
        read_date(text, form)
    assert advice in refused.value.next_step


@pytest.mark.parametrize(
    ("start", "number", "unit", "end"),
    [
        ("2012-03-15", 18, "months", "2013-09-15"),
        ("2013-01-31", 1, "months", "2013-02-28"),
        ("2013-06", 12, "months", "2014-06"),
        ("2013", 2, "years", "2015"),
        ("2013-12-20", 2, "weeks", "2014-01-03"),
    ],
)
def test_a_duration_ends_as_exactly_as_it_began(start, number, unit, end):
    """A start and a duration give an end that is no more exact than the start."""
    assert after(start, number, unit) == end


def test_months_from_a_bare_year_are_refused():
    """Nobody knows which month is 18 months after 2013."""
    with pytest.raises(ValueFault):
        after("2013", 18, "months")
