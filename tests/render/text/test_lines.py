"""Markdown as lines of words: what a reader reads of it."""

import pytest

from generator.render.text.lines import TextLine, text_lines, word_count

LISTS = """
Two garages:

- Kings Road
    1. First floor
    2. Roof
- Library
"""


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("Some **bold** words.\nOne line.", [TextLine("Some bold words. One line.")]),
        ("# Top\n\nBelow.", [TextLine("Top", is_heading=True), TextLine("Below.")]),
        (
            LISTS,
            [
                TextLine("Two garages:"),
                TextLine("Kings Road", "-"),
                TextLine("First floor", "1.", 1),
                TextLine("Roof", "2.", 1),
                TextLine("Library", "-"),
            ],
        ),
        ("See [it](https://a.example/x).", [TextLine("See it (https://a.example/x).")]),
        ("By [a source](source:minutes).", [TextLine("By a source.")]),
        ("![A quay](media:quay.png)", [TextLine("[A quay]")]),
        ("|a|b|\n|-|-|\n|1|2|", [TextLine("a | b"), TextLine("1 | 2")]),
        ("Said.[^1]\n\n[^1]: Once.", [TextLine("Said.[1]"), TextLine("Once.", "[1]")]),
        ("> Quoted.", [TextLine("Quoted.")]),
        ("", []),
    ],
)
def test_markdown_becomes_what_is_read(markdown, lines):
    """Each paragraph, item and row is one line, without the marks that made it so."""
    assert text_lines(markdown, is_prose=True) == lines


def test_other_texts_are_one_line_as_typed():
    """What is no Markdown keeps its signs."""
    assert text_lines("Two\n*stars*", is_prose=False) == [TextLine("Two *stars*")]


def test_words_are_counted_without_marks():
    """A hyphen before an item is no word."""
    assert word_count(text_lines(LISTS, is_prose=True)) == 8
