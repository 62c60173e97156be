"""Like is compared with like: levels any, amounts of the same length, sums from the same start."""

import pytest
from measures import DAY, ONE_OFF, PER_MONTH, SUM, actual, amount, measure, target

from generator.derive.measures.comparable import Trend, comparable_series, targets_in_force, trend
from generator.model.keys import Accumulation
from generator.model.records import Amount


def periods(points):
    """Return the periods of points as written."""
    return [point.record.period.text for point in points]


def test_levels_of_any_date_are_compared():
    """A level of a day and one of a year are on one line."""
    run = comparable_series(measure([actual("2013", "20.5"), actual("2017-03-07", "26.8")]), DAY)[0]
    assert periods(run.compared) == ["2013", "2017-03-07"]
    assert run.tells


def test_a_part_of_a_period_is_never_compared():
    """Five months do not be in one line with years."""
    run = comparable_series(PER_MONTH, DAY)[0]
    assert periods(run.compared) == ["2013", "2014", "2015"]
    assert periods(run.apart) == ["2016-01-01/2016-05-15"]


def test_amounts_of_another_length_stand_apart():
    """Of amounts per period, the length that most points share is compared."""
    mixed = [actual("2013", "5"), actual("2014", "6"), actual("2015-01/2015-03", "2")]
    run = comparable_series(measure(mixed, Accumulation.FLOW), DAY)[0]
    assert periods(run.apart) == ["2015-01/2015-03"]


def test_sums_are_compared_from_one_start():
    """A sum that began to be counted on another day is another sum."""
    other = actual("2017-01-01/2017-12", "9000")
    run = comparable_series(measure([*SUM.actuals, other], Accumulation.CUMULATIVE), DAY)[0]
    assert periods(run.apart) == ["2017-01-01/2017-12"]


def test_a_baseline_that_was_measured_is_one_point():
    """A baseline of the same period and value as a measured point does not be there twice."""
    run = comparable_series(PER_MONTH, DAY)[0]
    assert [p.record.period.text for p in run.compared if p.is_baseline] == ["2014"]


def test_a_baseline_of_its_own_is_compared():
    """A baseline and one measured point are two points."""
    run = comparable_series(measure([actual("2020", "5")], baseline=("2018", "3")), DAY)[0]
    assert run.tells


def test_one_point_tells_nothing():
    """A single figure has nothing to be compared with."""
    assert not comparable_series(ONE_OFF, DAY)[0].tells


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("4.4", "2.2", Trend.FELL),
        ("3919", "almost 14000", Trend.ROSE),
        ("10", "10", Trend.SAME),
        ("about 10", "10", Trend.UNTOLD),
        ("55~60", "58", Trend.UNTOLD),
        ("55~60", "61", Trend.ROSE),
        ("more_than 500", "600", Trend.UNTOLD),
        ("at_most 5", "9", Trend.ROSE),
    ],
)
def test_a_course_is_told_only_where_it_is_certain(earlier, later, expected):
    """Ranges that overlap and bounds that are open let nothing be said."""
    assert trend(Amount(**amount(earlier)), Amount(**amount(later))) is expected


def test_a_changed_target_replaces_the_one_before():
    """A new target with a reason takes the place of the earlier one; both stay on the record."""
    first, second = target("2019", "2021", "25"), target("2020", "2022", "20", reason="Smaller.")
    assert targets_in_force(measure([], targets=[first, second])) == (second,)


def test_targets_for_other_years_stand_beside_one_another():
    """A target for a later year does not replace one for an earlier."""
    first, second = target("2019", "2021", "25"), target("2019", "2023", "30")
    assert targets_in_force(measure([], targets=[first, second])) == (first, second)
