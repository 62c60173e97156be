"""How far initiatives are: the newest count, which no status changes."""

from generator.derive.progress import newest_progress
from generator.model.initiative import Initiative
from generator.model.own_records import Progress


def counted(*dates: str) -> Initiative:
    """Return an initiative with counts of some dates, 1 percent, 2 percent, and so on."""
    made = tuple(
        Progress.model_validate({"on": on, "percent": str(n), "recorded": "2024-01-01"})
        for n, on in enumerate(dates, 1)
    )
    return Initiative.model_construct(progress=made)


def test_the_newest_count_is_that_of_the_latest_date():
    """Whatever the order in which counts are written; of one date, the last that is written."""
    for dates, percent in (
        (("2023-05", "2023-11", "2022"), 2),
        (("2023", "2023-12-31"), 2),
        (("2023-05", "2023-05"), 2),
    ):
        newest = newest_progress(counted(*dates))
        assert newest is not None
        assert newest.percent == percent


def test_without_a_count_there_is_none():
    """Nothing is worked out in its place."""
    assert newest_progress(counted()) is None
