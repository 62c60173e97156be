"""The first figure of a measure is news, whatever the baseline says."""

from datetime import date

import pytest
from larkhaven import larkhaven
from measures import actual, measure

from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import snapshot
from generator.model.measures import Actual
from tests.spoken import ENGLISH

END = date(2100, 1, 1)


def told(baseline: str, points: list[Actual]) -> list[str]:
    """Return what is told of the figures of a measure that had none before."""
    report = larkhaven()
    area = report.areas[0]

    def with_points(known: list[Actual]) -> object:
        followed = measure(known, baseline=(baseline, "8"))
        changed = area.model_copy(update={"measures": (followed,)})
        areas = tuple(changed if a is area else a for a in report.areas)
        return snapshot(report.model_copy(update={"areas": areas}), END)

    return [
        ENGLISH(sentence.text)
        for sentence in changes(with_points([]), with_points(points))  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("baseline", "said"),
    [
        ("2012-12", "Boats in the harbour: 8 boats (December 2012)."),
        ("2011", "Boats in the harbour: 8 boats (December 2012). Before: 8 (2011)."),
    ],
    ids=["the baseline itself", "as high as the baseline"],
)
def test_a_first_figure_is_not_told_as_unchanged(baseline: str, said: str) -> None:
    """It may be the very figure that is the baseline, or a new one of the same height."""
    assert told(baseline, [actual("2012-12", "8")]) == [said]


def test_a_second_figure_of_the_same_height_is_unchanged() -> None:
    """Then there is a first one that it is like."""
    first, second = actual("2012-12", "8"), actual("2013-12", "8")
    assert "unchanged" not in told("2012-12", [first, second])[0]
