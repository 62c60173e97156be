"""Long words may break on paper where no reader is misled, in any script."""

from generator.render.pdf.column_widths import LONGEST_RUN
from generator.render.pdf.text import ZERO_WIDTH_SPACE, exact

THAI = "อนุญาตให้ร้านกาแฟใช้ช่องจอดรถริมถนน"


def test_a_long_word_breaks_at_its_joints_and_every_few_letters():
    """An address breaks after its signs, a word without any where a line is full."""
    assert exact("example.org/" + "a" * 30, "en").split(ZERO_WIDTH_SPACE) == [
        "example.",
        "org/",
        "a" * LONGEST_RUN,
        "a" * (30 - LONGEST_RUN),
    ]


def test_a_script_without_spaces_is_left_to_the_typesetter():
    """Thai is no long word: the typesetter knows where its words end."""
    assert exact(THAI, "th") == THAI


def test_no_piece_begins_with_a_mark_of_the_letter_before():
    """A mark stays with its letter, though a break was due between them."""
    word = "q" * LONGEST_RUN + "\N{COMBINING TILDE}" + "q" * 5
    _, rest = str(exact(word, "en")).split(ZERO_WIDTH_SPACE)
    assert rest == "q" * 5
