"""Punctuality is said only where both dates leave no doubt of it."""

import pytest

from generator.derive.history.punctuality import Punctuality, punctuality
from generator.model.dates import PartialDate


@pytest.mark.parametrize(
    ("came", "planned", "verdict"),
    [
        ("2016-06", "2016-03/2016-05", Punctuality.LATER),
        ("2016-02", "2016-03/2016-05", Punctuality.EARLIER),
        ("2016-04-02", "2016-03/2016-05", Punctuality.AS_PLANNED),
        ("2016", "2016-03/2016-05", Punctuality.UNCERTAIN),
        ("2017", "2016/..", Punctuality.UNCERTAIN),
        ("2015", "2016/..", Punctuality.EARLIER),
    ],
)
def test_verdict_is_given_only_where_it_is_certain(came, planned, verdict):
    """A year for a plan of three months, or a plan without an end, settles nothing."""
    assert punctuality(PartialDate(came), PartialDate(planned)) is verdict
