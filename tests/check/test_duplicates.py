"""Near duplicates among titles: found in clusters, without comparing every pair."""

import pytest

from generator.check.duplicates import near_duplicates, ratio

HERE = ("initiative", "x", ())
LATIN, CYRILLIC = "abcdefghij", "абвгдежзик"


def clusters(*titles):
    """Return how many titles each cluster of near duplicates has."""
    found = near_duplicates([(title, HERE) for title in titles])
    return [len(cluster) for cluster in found]


@pytest.mark.parametrize(
    "other",
    [
        *("Increase number of shared bicycles", "increase NUMBER of shared bicycles"),
        *("Increase number of shared bicyles", "Increase the number of shared bicycles"),
        "Increase number of shared bicycle",
        "Of shared bicycles increase number",
    ],
)
def test_one_word_more_less_or_misspelt_is_a_near_duplicate(other):
    """Titles that differ in a single word, in their order or in capitals are noticed."""
    assert clusters("Increase number of shared bicycles", other) == [2]


def test_titles_about_different_things_are_none():
    """Sharing words does not make a duplicate."""
    assert not clusters("Plant trees", "Plant hedges", "Create a fund", "Create a map of all trees")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rebuild Market Street, phase 1", "Rebuild Market Street, phase 2"),
        ("Rebuild Market Street, phase 1", "Rebuild Market Street, phase"),
        ("Repair the roof of Fire Station 12", "Repair the roof of Fire Station 14"),
        ("Widen the harbor road, part II", "Widen the harbor road, part III"),
        ("Light the courts of Playground A", "Light the courts of Playground B"),
        ("Street repaving program FY2025", "Street repaving program FY2026"),
        ("Replace the boiler of Lincoln School", "Replace the boiler of Adams School"),
    ],
)
def test_parts_of_a_series_are_no_duplicates(one, other):
    """What differs by a number, a letter or a name is told apart already."""
    assert not clusters(one, other)


def test_many_alike_are_one_cluster():
    """Of forty titles that repeat one another one warning is given, and not one for each pair."""
    assert clusters(*["Safe ways to school"] * 40, "Safe way to school") == [41]


@pytest.mark.parametrize("number", [250, 500, 1000, 2000])
@pytest.mark.parametrize(
    "title",
    [
        lambda n: f"Promise {n} of district {n % 97} about matter {n * 7919}",
        lambda n: f"Replace the roof of {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{n % 7}x School",
        lambda n: f"Plant {LATIN[n % 10]}{LATIN[n // 10 % 10]}word{'uvwxyz' * (n % 3)} trees",
        lambda _: "The same title again",
        lambda n: f"{'тест' * (n % 5)}{CYRILLIC[n % 10]}{CYRILLIC[n // 10 % 10]}",
    ],
    ids=["numbers", "series", "words", "the same", "one word"],
)
def test_comparisons_grow_with_the_titles_and_not_with_their_square(number, title):
    """Each title takes part in a few comparisons for each of its words, however many there are."""
    titles = [(title(n), HERE) for n in range(number)]
    compared = []

    def counting(one, other):
        compared.append((one, other))
        return ratio(one, other)

    list(near_duplicates(titles, counting))
    words = sum(len(text.split()) for text, _ in titles)
    assert len(compared) <= 4 * words


def test_a_text_of_a_megabyte_is_not_taken_apart():
    """A long text meets only its like; a long word is compared with none."""
    text, word = "word after word " * 60_000, "w" * 1_000_000
    assert clusters(text, text, f"{text} more", word, f"{word}x") == [2]
