"""Texts of two directions keep apart, and numbers keep the order of their parts."""

import pytest

from generator.words.bidi import isolated_from, numbers_in_order

ARABIC = "خطة الابتكارات"


@pytest.mark.parametrize(
    ("text", "direction", "kept_apart"),
    [
        ("A plan of 2024", "ltr", False),
        ("Ёжик, ñandú", "ltr", False),
        (f"{ARABIC} 2024", "ltr", True),
        (f"{ARABIC} 2024", "rtl", False),
        ("Wi-Fi 6", "rtl", True),
        ("2024", "rtl", False),
    ],
)
def test_only_what_runs_against_a_sentence_is_kept_apart(text, direction, kept_apart):
    """Sentences of one direction get no marks, so that their letters stay as they are."""
    assert isolated_from(text, direction) == (f"\u2068{text}\u2069" if kept_apart else text)


def test_numbers_with_hyphens_are_read_from_left_to_right():
    """A telephone number between Arabic words begins with its first part; words stay unmarked."""
    marked = numbers_in_order("هاتف 555-0100، في 2024-05-20، FY2016-17")
    assert marked == "هاتف \u2066555-0100\u2069، في \u20662024-05-20\u2069، FY2016-17"
