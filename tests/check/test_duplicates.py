"""Near duplicates among titles: found without comparing every pair."""

import pytest

from generator.check.duplicates import near_duplicates
from generator.issues import Location

HERE = Location("x")


def pairs(*titles):
    """Return how many pairs of the titles are near duplicates."""
    return len(list(near_duplicates([(title, HERE) for title in titles])))


@pytest.mark.parametrize(
    "other",
    [
        *("Increase number of shared bicycles", "increase NUMBER of shared bicycles"),
        *("Increase number of shared bicyles", "Increase the number of shared bicycles"),
        "Increase number of shared bicycle",
    ],
)
def test_one_word_more_less_or_misspelt_is_a_near_duplicate(other):
    """Titles that differ in a single word or in capitals are noticed."""
    assert pairs("Increase number of shared bicycles", other) == 1


def test_titles_about_different_things_are_none():
    """Sharing words does not make a duplicate."""
    assert pairs("Plant trees", "Plant hedges", "Create a fund", "Create a map of all trees") == 0


def test_thousands_of_titles_are_compared_in_no_time():
    """The work grows with the number of titles; all pairs of these would take minutes."""
    titles = [f"Promise {n} of district {n % 97} about matter {n * 7919}" for n in range(3000)]
    assert pairs(*titles) == 0
