"""The sentences above a chart say what the figures say, with the figures, and no more."""

import pytest
from measures import DAY, FULL, ONE_OFF, PER_MONTH, SUM, actual, measure, target

from generator.model.keys import Accumulation, TargetStanding
from generator.views.goals.measure_sentence import measure_sentences
from tests.spoken import spoken

LEVELS = [actual("2013", "20.5"), actual("2015", "20"), actual("2017-03-07", "26.8")]
TURNS = measure([*LEVELS, actual("2019-03-05", "21.8")])
HIGHEST = measure([LEVELS[0], LEVELS[2], actual("2019-03-05", "21.8")])
OVERLAP = measure([actual("2019", "55~60"), actual("2020", "58")])
STEADY = measure(
    [actual("2012", "10"), actual("2013", "10")], targets=[target("2012", "2014", "12")]
)
PARTIAL = measure([actual("2012", "10", partial=True), actual("2013", "about 4~5", partial=True)])
RATE = measure(PER_MONTH.actuals, Accumulation.RATE)
OTHERS = measure(
    [actual("2012", "10")],
    targets=[
        target("2012", "2017-22", "0", standing=TargetStanding.PROPOSED),
        target("[..2013-02-03]", None, "48", standing=TargetStanding.OTHER_BODY),
        target("2019-05", "2019~", "about 50", more=True),
    ],
)
UNLIKE = measure(
    [actual(year, "4") for year in ("2012", "2013")]
    + [actual(month, "1") for month in ("2014-01", "2014-02-01/2014-03-31")],
    Accumulation.FLOW,
)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            PER_MONTH,
            [
                "The figure fell from 4.4 (2013) to 2.2 (2015).",
                "2.7 (January 1 to May 15, 2016) is not compared: its period is not complete.",
            ],
        ),
        (
            RATE,
            [
                "The figure fell from 4.4 (2013) to 2.7 (January 1 to May 15, 2016).",
                "In between, the lowest figure was 2.2 (2015).",
            ],
        ),
        (
            OTHERS,
            [
                "The figure for 2012 is 10.",
                (
                    "Proposed as a target, not known to be adopted: 0 by summer 2017 (June to "
                    "August)."
                ),
                "Another body’s own target: 48.",
                "Target: about 50 more by about 2019.",
            ],
        ),
        (
            SUM,
            [
                (
                    "The total grew from 3,919 (August 30 to December 22, 2016) to almost 14,000 "
                    "(August 30, 2016 to August 2017)."
                )
            ],
        ),
        (
            TURNS,
            [
                "The figure rose from 20.5 (2013) to 21.8 (March 5, 2019).",
                (
                    "In between, the highest figure was 26.8 (March 7, 2017) and the lowest was 20 "
                    "(2015)."
                ),
            ],
        ),
        (
            HIGHEST,
            [
                "The figure rose from 20.5 (2013) to 21.8 (March 5, 2019).",
                "In between, the highest figure was 26.8 (March 7, 2017).",
            ],
        ),
        (OVERLAP, ["The first figure is between 55 and 60 (2019), and the last is 58 (2020)."]),
        (
            STEADY,
            [
                "The first and the last figure are the same: 10 (2012) and 10 (2013).",
                "Target: 12 by 2014.",
            ],
        ),
        (
            UNLIKE,
            [
                "The first and the last figure are the same: 4 (2012) and 4 (2013).",
                (
                    "1 (January 2014) and 1 (February 1 to March 31, 2014) are not compared: their "
                    "time spans differ from that of the other figures."
                ),
            ],
        ),
        (ONE_OFF, ["The figure for 2020 is 12."]),
        (PARTIAL, ["The figures are 10 (2012) and about 4 to 5 (2013)."]),
        (measure([]), []),
    ],
)
def test_sentences(told, expected):
    """First and last figure with their dates; what turns between; what is not compared."""
    assert list(spoken(measure_sentences(told, DAY))) == expected


def test_every_series_has_its_sentence():
    """Lines are told one by one, by name, with the target that is in force."""
    said = spoken(measure_sentences(FULL, DAY))
    assert "Sail: The figure rose from 10 (2019) to about 22 (June 30, 2021)." in said
    assert "Motor: The figure fell from 30 (December 31, 2019) to 18 (December 31, 2021)." in said
    assert "Target for Sail: 20 by 2022." in said
    assert not any("25" in sentence for sentence in said)
