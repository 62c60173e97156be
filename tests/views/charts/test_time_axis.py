"""Time runs one way, and every written year or date has room."""

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from generator.views.charts.shapes import box_of
from generator.views.charts.time_axis import (
    TimeAxis,
    date_labels,
    tick_marks,
    year_labels,
)
from tests.spoken import ENGLISH

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
axes = st.tuples(days, days).map(sorted).map(lambda ends: TimeAxis(*ends))


@given(axes, days, days)
def test_later_is_never_further_left(axis, one, other):
    """Places grow with time and stay on the axis."""
    assume(one <= other)
    assert axis.left <= axis.at(one) <= axis.at(other) <= axis.right


@given(axes)
def test_years_have_room(axis):
    """However long the axis, its years are few enough to be read."""
    boxes = [box_of(label) for label in year_labels(axis, 178, ENGLISH)]
    assert boxes
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_dates_are_written_where_they_fit():
    """Few dates are written as they are, with a stroke at each; many uneven ones give way."""
    axis = TimeAxis(date(2013, 1, 1), date(2019, 3, 5))
    few = [(13.0, "2013"), (94.0, "Mar 2019")]
    many = [(x * x / 90, f"Mar {2000 + x}") for x in range(10, 90, 2)]
    labels = date_labels(axis, few, 178, ENGLISH)
    assert [label.text for label in labels] == ["2013", "Mar 2019"]
    years = date_labels(axis, many, 178, ENGLISH)
    assert {label.text for label in years} <= {str(y) for y in range(2013, 2020)}
    assert [m.x1 for m in tick_marks(axis, few, labels, 158)] == [13, 94]


def test_dates_that_are_even_are_written_every_so_many():
    """Each label is in the middle below its own place, evenly; a wider drawing has more."""
    axis = TimeAxis(date(2021, 1, 1), date(2023, 12, 31), 13, 87)
    quarters = [(13 + 6.7 * n, f"Q{n % 4 + 1} {2021 + n // 4}") for n in range(12)]
    labels = date_labels(axis, quarters, 178, ENGLISH)
    narrow = [label.text for label in labels if not label.roomy]
    assert narrow == ["Q4 2021", "Q4 2022", "Q4 2023"]
    assert {label.text for label in labels} == {
        f"Q{q} {y}" for q in (2, 4) for y in (2021, 2022, 2023)
    }
    assert {(label.x, label.text) for label in labels} <= set(quarters)
    assert {label.anchor for label in labels} == {"middle"}
    assert len(tick_marks(axis, quarters, labels, 158)) == len(quarters)
