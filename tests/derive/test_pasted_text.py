"""Text of a word processor as Markdown, and what was seen in it."""

import pytest

from generator.derive.pasted_text import PastedText, as_markdown, without_bullets


@pytest.mark.parametrize(
    ("pasted", "text", "seen"),
    [
        ("• One\n• Two", "- One\n- Two", "2 bullet characters"),
        ("\uf0b7\tOne\no\tInner\n▪ Inner", "- One\n    - Inner\n- Inner", "3 bullet characters"),
        ("•One", "- One", "1 bullet character"),
        ("– One\n– Two", "- One\n- Two", "2 bullet characters"),
        ("1)\tOne\n2)\tTwo", "1. One\n2. Two", "2 typed numbers"),
        (
            "Next steps\n• Ask.\nThen we wait.\nIt takes long.",
            "Next steps\n\n- Ask.\n\nThen we wait.\n\nIt takes long.",
            "a heading and 1 bullet character",
        ),
        (
            "Done\n• One\n\nOpen\n1.\tTwo",
            "Done\n\n- One\n\nOpen\n\n1. Two",
            "2 headings, 1 bullet character, and 1 typed number",
        ),
        (
            "One is done.\nTwo is not.\nWe wait",
            "One is done.\n\nTwo is not.\n\nWe wait",
            "2 line breaks between paragraphs",
        ),
    ],
)
def test_what_was_pasted_becomes_markdown(pasted, text, seen):
    """Bullets are lists, lines are paragraphs, and all is counted."""
    made = as_markdown(pasted)
    assert (made.text, made.seen) == (text, seen)


@pytest.mark.parametrize(
    "text",
    [
        "A line that\ngoes on.",
        "One sentence. It goes\non here.",
        "- One.\n- Two.",
        "1. One\n2. Two",
        "| a |\n|---|\n| 1. |",
        "> Quoted.\n> More.",
        "Well.\n\nAnd so on.\n",
        "—and so it was",
        "2024) is no number of a list",
        "",
    ],
)
def test_what_is_markdown_stays(text):
    """Nothing is put right that was not pasted."""
    assert as_markdown(text) == PastedText(text)


def test_a_text_that_was_put_right_stays_so():
    """Sending it once more changes nothing."""
    text = as_markdown("Next steps\n• Ask.\no\tIn ink\nThen wait.").text
    assert as_markdown(text).text == text


def test_one_paragraph_has_no_bullets():
    """Where no list can be, the signs go and the words stay."""
    assert without_bullets("• One\n• Two") == PastedText("One\nTwo", "2 bullet characters")
    assert without_bullets("One") == PastedText("One")


def test_the_line_of_the_first_item_is_known():
    """Whoever looks for the signs in a file finds them."""
    assert as_markdown("Well.\n\n• One\n• Two").first_item == 3
    assert as_markdown("One.\nTwo.").first_item == 0
