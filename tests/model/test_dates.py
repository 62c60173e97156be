"""Partial dates say as much as the source and never more; whatever else is typed is explained."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError
from strategies import partial_dates

from generator.model.dates import PATTERN, PartialDate, written_otherwise

OPEN_END = date(2030, 1, 1)

SPANS = [
    ("2016", date(2016, 1, 1), date(2016, 12, 31)),
    ("2016-08", date(2016, 8, 1), date(2016, 8, 31)),
    ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
    ("2016-08-30", date(2016, 8, 30), date(2016, 8, 30)),
    ("2016~", date(2016, 1, 1), date(2016, 12, 31)),
    ("2016-08~", date(2016, 8, 1), date(2016, 8, 31)),
    ("2016-08-30~", date(2016, 8, 30), date(2016, 8, 30)),
    ("2015/2016", date(2015, 1, 1), date(2016, 12, 31)),
    ("2016-03/2016-05", date(2016, 3, 1), date(2016, 5, 31)),
    ("2016-03-02/2017", date(2016, 3, 2), date(2017, 12, 31)),
    ("2015~/2016-05~", date(2015, 1, 1), date(2016, 5, 31)),
    ("2016-03/..", date(2016, 3, 1), OPEN_END),
    ("../2016-03", date.min, date(2016, 3, 31)),
    ("2016/2016", date(2016, 1, 1), date(2016, 12, 31)),
    ("2016-21", date(2016, 3, 1), date(2016, 5, 31)),
    ("2016-23~", date(2016, 9, 1), date(2016, 11, 30)),
    ("2015-24", date(2015, 12, 1), date(2016, 2, 29)),
    ("2015-32", date(2015, 6, 1), date(2015, 8, 31)),
    ("2015-30", date(2015, 12, 1), date(2016, 2, 29)),
    ("2016-33", date(2016, 1, 1), date(2016, 3, 31)),
    ("2016-36~", date(2016, 10, 1), date(2016, 12, 31)),
    ("2016-34/2016-36", date(2016, 4, 1), date(2016, 12, 31)),
    ("2016-21/2017-22", date(2016, 3, 1), date(2017, 8, 31)),
    ("[2025-05..2026-11-23]", date(2025, 5, 1), date(2026, 11, 23)),
    ("[2016~..2017-21~]", date(2016, 1, 1), date(2017, 5, 31)),
    ("[2016-05,2016-06]", date(2016, 5, 1), date(2016, 6, 30)),
    ("[2025-05..]", date(2025, 5, 1), OPEN_END),
    ("[..2013-02-03]", date.min, date(2013, 2, 3)),
]

REFUSED = [
    ("2015-2016", 'with a slash: "2015/2016"'),
    ("2015 - 2016", 'with a slash: "2015/2016"'),
    ("winter 2018", '"2018-24"'),
    ("Fall 2018", '"2018-23"'),
    ("spring of 2016", '"2016-21"'),
    ("after 2025-04", '"[2025-04..]"'),
    ("by 2013-02-03", '"[..2013-02-03]"'),
    ("[2016]", "digits and hyphens"),
    ("[..]", "digits and hyphens"),
    ("[2016/2017]", "digits and hyphens"),
    ("[2017..2016]", "Swap the two"),
    ("[2017,2016]", "Swap the two"),
    ("Q4 2013", '"2013-Q4"'),
    ("2013 q4", '"2013-Q4"'),
    ("06/2013", '"2013-06"'),
    ("2013-Q5", "digits and hyphens"),
    ("2013-Q1-02", "digits and hyphens"),
    ("2016-37", '"2016-37" is not in the calendar'),
    ("2016-25", '"2016-25" is not in the calendar'),
    ("2016-21-03", '"2016-21-03" is not in the calendar'),
    ("9999-24", '"9999-24" is not in the calendar'),
    ("FY2016-18", "Fiscal years are ids"),
    ("fy2016-17", "Fiscal years are ids"),
    ("8/30/2016", '"2016-08-30"'),
    ("2016-8", "digits and hyphens"),
    ("August 2016", '"2016-08"'),
    ("Nov 20, 2026", '"2026-11-20"'),
    ("20 November 2026", '"2026-11-20"'),
    ("11/20/2026", '"2026-11-20"'),
    ("2/9/2026", '"2026-02-09", or "2026-09-02" if the day came first'),
    ("13/13/2026", "digits and hyphens"),
    ("November 31, 2026", "digits and hyphens"),
    ("~2016", "digits and hyphens"),
    ("٢٠١٦", "digits and hyphens"),
    ("../..", "digits and hyphens"),
    ("2015/2016/2017", "digits and hyphens"),
    ("", "digits and hyphens"),
    ("2016-08-30\n", "digits and hyphens"),
    ("2016-13", '"2016-13" is not in the calendar'),
    ("2015-02-29", '"2015-02-29" is not in the calendar'),
    ("2016/2016-06-31", '"2016-06-31" is not in the calendar'),
    ("0000", '"0000" is not in the calendar'),
    ("2017/2016", "Swap the two"),
    ("2016-05/2016-03", "Swap the two"),
]


@pytest.mark.parametrize(("text", "first", "last"), SPANS)
def test_a_date_spans_the_days_it_may_mean(text: str, first: date, last: date) -> None:
    """First and last day follow from the notation; an open end is the day that is handed in."""
    value = PartialDate.parse(text)

    assert (value.first(), value.last(OPEN_END)) == (first, last)
    assert str(value) == text


@pytest.mark.parametrize(("text", "fix"), REFUSED)
def test_other_notations_are_refused_with_the_fix(text: str, fix: str) -> None:
    """The message names what to write instead, and shows the notation."""
    with pytest.raises(PydanticCustomError) as refused:
        PartialDate.parse(text)

    assert fix in str((refused.value.context or {})["next_step"])
    assert refused.value.context


@pytest.mark.parametrize("month", range(1, 13))
def test_an_american_day_is_turned_round(month: int) -> None:
    """Month, day and year with slashes are offered year first, with two digits each."""
    with pytest.raises(PydanticCustomError) as refused:
        PartialDate.parse(f"{month}/4/2016")

    assert f'"2016-{month:02}-04"' in str((refused.value.context or {})["next_step"])


def test_what_the_editors_placed_is_marked() -> None:
    """A ~ at either end makes a date approximate; open ends are told apart."""
    assert PartialDate("2016~/2017").approximate
    assert PartialDate("2016/2017~").approximate
    assert not PartialDate("2016/2017").approximate
    texts = ("2016", "2016/..", "../2016", "[2016..]", "[..2016]")
    assert [PartialDate(t).is_open for t in texts] == [0, 1, 0, 1, 0]


def test_a_moment_between_bounds_is_no_span() -> None:
    """What lasted is told apart from what was once, and one of two from all in between."""
    texts = ("2016/2017", "[2016..2017]", "[2016,2017]", "[2016..]", "2016-21")
    assert [PartialDate(t).is_moment for t in texts] == [0, 1, 1, 1, 0]
    assert [PartialDate(t).is_either for t in texts] == [0, 0, 1, 0, 0]


def test_dates_are_equal_when_written_alike() -> None:
    """A month and its days are the same span and still two claims."""
    assert PartialDate("2016-08") == PartialDate.parse("2016-08")
    assert PartialDate("2016-08") != PartialDate("2016-08-01/2016-08-31")


@given(partial_dates())
def test_first_is_never_after_last(value: PartialDate) -> None:
    """Whatever the notation, a date that is read spans at least one day."""
    assert value.first() <= value.last(date.max)


@given(st.dates(min_value=date(1, 1, 1)))
def test_a_full_day_means_itself(day: date) -> None:
    """A day of the calendar is first and last at once and comes back as it was written."""
    value = PartialDate.parse(day.isoformat())

    assert (value.first(), value.last(OPEN_END)) == (day, day)


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 12, 31)))
def test_a_month_ends_the_day_before_the_next(day: date) -> None:
    """The last day of a month is followed by the first of another."""
    last = PartialDate.parse(f"{day:%Y-%m}".zfill(7)).last(OPEN_END)

    assert (last + timedelta(days=1)).day == 1
    assert (last.year, last.month) == (day.year, day.month)


@given(st.text(max_size=24))
def test_any_other_text_is_refused_in_words(text: str) -> None:
    """No text whatever ends in anything but a date or a worded refusal."""
    try:
        said = str(PartialDate.parse(text))
    except PydanticCustomError as refused:
        said = (refused.context or {})["next_step"]

    assert said == text or said.endswith(".")


def test_the_schema_tells_editors_the_notation() -> None:
    """The JSON Schema of a date is text of the pattern that the reader uses."""
    schema = TypeAdapter(PartialDate).json_schema()

    assert (schema["type"], schema["pattern"]) == ("string", f"^{PATTERN}$")


def test_a_date_is_written_back_as_text() -> None:
    """Read and written again a date is the same text."""
    adapter = TypeAdapter(PartialDate)

    assert adapter.dump_python(adapter.validate_python("2016-08~")) == "2016-08~"


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("2025-Q1", "2025-33"),
        ("2025-Q3~", "2025-35~"),
        ("[2024-Q1..2024-Q2]", "[2024-33..2024-34]"),
    ],
)
def test_a_quarter_may_be_typed_as_people_write_it(typed, means):
    """It is the date that EDTF writes with the number of the quarter."""
    assert PartialDate.parse(typed) == PartialDate(means)
    assert PartialDate.parse(typed).start.quarter == int(typed.partition("Q")[2][0])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(("Q4 2013", "2013-Q4"), ("q4-2013", "2013-Q4"), ("2013 Q4", "2013-Q4")),
        *(("06/2013", "2013-06"), ("6/2013", "2013-06")),
        *(("13/2013", None), ("2013-Q4", None), ("Q5 2013", None), ("June 2013", None)),
    ],
)
def test_a_quarter_or_month_written_otherwise_is_told(text, meant):
    """Sheets take it for the date, and messages offer it."""
    assert written_otherwise(text) == meant
    assert meant is None or PartialDate.parse(meant)
