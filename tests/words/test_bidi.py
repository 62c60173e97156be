"""Texts of two directions keep apart, and numbers keep the order of their parts."""

import pytest

from generator.words.bidi import isolated_from, numbers_in_order
from generator.words.localization import Localization
from generator.words.message import msg

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


def test_the_language_that_speaks_for_another_keeps_its_direction_and_its_plurals():
    """English sentences of an Arabic report are read as English; one idea is one idea in Thai."""
    count = msg("home-topic", count=1)
    in_arabic, in_thai = Localization("ar"), Localization("th")
    assert in_arabic(count) == f"\u2068{in_thai(count)}\u2069"
    assert in_thai(count) == Localization("en-US")(count)
