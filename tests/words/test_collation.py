"""Titles are in the order in which readers look for them."""

import pytest

from generator.words.collation import alphabetical


@pytest.mark.parametrize(
    "in_order",
    [
        ["apple", "Bicycles", "bicycles at night", "Wi-Fi"],
        ["Ágora", "arbol", "árbol", "Árboles", "cañada", "canal", "ñandú", "nube", "ojo"],
        ["алоэ", "ёлка", "енот", "иволга", "йод", "кот", "Яблоня"],
        ["Ärger", "arm", "Straße", "strasse 2", "Zebra"],
        ["ﬁnance", "finances"],
    ],
)
def test_titles_are_in_the_order_of_their_letters(in_order):
    """Neither capitals nor accents put a title at the end; letters of their own stay so."""
    shuffled = sorted(in_order, key=len)
    assert sorted(shuffled, key=alphabetical) == in_order


def test_a_letter_with_its_mark_apart_is_the_same():
    """However a keyboard writes an accent or a short i."""
    assert alphabetical("и\u0306од")[0] == alphabetical("йод")[0]
    assert alphabetical("a\u0301")[0] == alphabetical("á")[0]
