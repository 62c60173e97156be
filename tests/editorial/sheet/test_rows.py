"""Words of one cell: told apart by what people put between them, and dates left whole."""

import pytest

from generator.editorial.sheet.rows import words_in


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("a, b;c\nd", ["a", "b", "c", "d"]),
        ("[2016-05,2016-06], 2017; 2018", ["[2016-05,2016-06]", "2017", "2018"]),
        ("2017,[2018,2019]", ["2017", "[2018,2019]"]),
        (" ; ,", []),
    ],
)
def test_words_of_a_cell(cell: str, words: list[str]) -> None:
    """A comma inside brackets belongs to a date: one of two."""
    assert words_in(cell) == words
