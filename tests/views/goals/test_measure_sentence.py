"""The sentence above a chart says what the figures say, with the figures, and no more."""

import pytest
from measures import DAY, FULL, ONE_OFF, PER_MONTH, SUM, actual, measure, target

from generator.views.goals.measure_sentence import measure_sentence

LEVELS = [actual("2013", "20.5"), actual("2015", "20"), actual("2017-03-07", "26.8")]
TURNS = measure([*LEVELS, actual("2019-03-05", "21.8")])
OVERLAP = measure([actual("2019", "55~60"), actual("2020", "58")])
STEADY = measure(
    [actual("2012", "10"), actual("2013", "10")], targets=[target("2012", "2014", "12")]
)


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (
            PER_MONTH,
            (
                "Fell from 4.4 (2013) to 2.2 (2015). 2.7 (1 January to 15 May 2016) is not "
                "compared: its time is not complete."
            ),
        ),
        (
            SUM,
            (
                "Grew from 3,919 (30 August to 22 December 2016) to almost 14,000 (30 August 2016 "
                "to August 2017)."
            ),
        ),
        (
            TURNS,
            (
                "Rose from 20.5 (2013) to 21.8 (5 March 2019); the highest figure between was 26.8 "
                "(7 March 2017) and the lowest figure between was 20 (2015)."
            ),
        ),
        (OVERLAP, "Was between 55 and 60 (2019) and 58 (2020)."),
        (
            STEADY,
            (
                "Was the same at the first and the last count: 10 (2012) and 10 (2013). Target: 12 "
                "by 2014."
            ),
        ),
        (ONE_OFF, "12 for 2020."),
        (measure([]), ""),
    ],
)
def test_sentence(drawn, expected):
    """First and last figure with their dates; what turns between; what is not compared."""
    assert measure_sentence(drawn, DAY) == expected


def test_every_series_has_its_clause():
    """Lines are told one by one, by name, with the target that is in force."""
    said = measure_sentence(FULL, DAY)
    assert "Sail: rose from 10 (2019) to about 22 (30 June 2021)." in said
    assert "Motor: fell from 30 (31 December 2019) to 18 (31 December 2021)." in said
    assert "Target for Sail: 20 by 2022." in said
    assert "25" not in said
