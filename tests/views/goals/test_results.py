"""Results in words: the comparison with its figures, what came later, and whose a target is."""

import pytest
from measures import DAY, actual, measure, target

from generator.model.keys import Accumulation, TargetStanding
from generator.model.measures import Measure
from generator.views.charts.measure_chart import why_no_chart
from generator.views.goals.results import measure_result
from tests.spoken import ENGLISH, spoken

BICYCLES = measure(
    [actual("2016~", "150"), actual("2017-03", "150"), actual("2019-08-30", "0")],
    targets=[target("2015-08-17", "2016-21", "150")],
)
STATIONS = measure(
    [actual("2016-08-09", "4"), actual("2017-03", "18")],
    targets=[target("2015-08-17", "2016-21", "20")],
)
LATE = measure(
    [actual("2016", "10"), actual("2017", "20"), actual("2018", "19")],
    targets=[target("2015", "2016", "20")],
)
CAR_SHARE = measure(
    [actual("2013-02-03", "55~60")],
    targets=[target("[..2013-02-03]", None, "48", standing=TargetStanding.OTHER_BODY)],
)
BY_AGE = measure(
    [actual("2017~", "57.7", "young"), actual("2017~", "8.9", "old")],
    targets=[target("2015-01-18", "2017-22", "0", standing=TargetStanding.PROPOSED)],
    series=["young", "old"],
)
TWO_LINES = measure(
    [actual("2016", "10", "sail"), actual("2016", "30", "motor")],
    targets=[
        target("2015", "2016", "20", series=("sail",)),
        target("2015", "2016", "20", series=("motor",)),
    ],
    series=["sail", "motor"],
)
NO_DATE = measure([actual("2016", "180")], targets=[target("2015", None, "200")])


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            BICYCLES,
            [
                "Met",
                "150 (about 2016) is at or above the target of 150.",
                (
                    "The figure’s date does not show whether that was by the due date, spring 2016 "
                    "(March to May)."
                ),
                "Later, the figure fell to 0 (August 30, 2019).",
            ],
        ),
        (
            STATIONS,
            [
                "Not enough information",
                "No figure is from the due date or before.",
                "The newest figure after the due date is 18 (March 2017).",
            ],
        ),
        (
            LATE,
            [
                "Not met",
                "10 (2016) is below the target of 20.",
                "The target was reached after its due date: 20 (2017).",
                "Later, the figure fell to 19 (2018).",
            ],
        ),
        (CAR_SHARE, ["Not judged", "Only targets that the organization adopted are judged."]),
        (BY_AGE, ["Not judged", "Only targets that the organization adopted are judged."]),
        (
            TWO_LINES,
            [
                "Sail: Not met",
                "10 (2016) is below the target of 20.",
                "Motor: Met",
                "30 (2016) is at or above the target of 20.",
            ],
        ),
        (
            NO_DATE,
            [
                "Not enough information",
                "The target has not been reached, and it has no due date.",
            ],
        ),
        (measure([actual("2016", "180")]), []),
    ],
    ids=[
        "met",
        "only later",
        "too late",
        "another body",
        "all lines alike",
        "each line",
        "no date",
        "no target",
    ],
)
def test_a_result_says_what_it_rests_on(told: Measure, said: list[str]) -> None:
    """The due date decides; what came later is a sentence of its own."""
    assert [piece.text for piece in spoken(measure_result(told, DAY))] == said  # type: ignore[union-attr]


def test_a_single_figure_beside_a_target_is_not_said_to_have_nothing_to_compare() -> None:
    """It has the target."""
    assert "beside the target" in ENGLISH(why_no_chart(NO_DATE, DAY))
    assert "target" not in ENGLISH(why_no_chart(measure([actual("2016", "1")]), DAY))


def test_a_rate_is_drawn_with_all_its_figures() -> None:
    """Part of a period is no reason to leave a rate out."""
    rate = measure([actual("2015", "2"), actual("2016-01/2016-05", "3")], Accumulation.RATE)
    assert not why_no_chart(rate, DAY)
