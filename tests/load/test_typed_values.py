"""What an editor typed, in messages: short and safe to print."""

import pytest

from generator.load.typed_values import shown


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("no", '"no"'),
        ("", "empty text"),
        (" \n", "empty text"),
        (" x ", '" x "'),
        ("\n\nx", '" x"'),
        ("two\n  lines\x1b[31m\u202e", '"two lines\ufffd[31m\ufffd"'),
        ([], "an empty list"),
        (["a", "b"], "a list of 2"),
        ({"a": "1", "b\x07": "2"}, "keys with values (a and b\ufffd)"),
        ({}, "keys with values (none yet)"),
        ({"": "1"}, 'keys with values ("")'),
    ],
)
def test_what_was_typed_is_shown_in_one_safe_line(value, says):
    """No value can break a message's line or steer a terminal."""
    assert shown(value) == says


def test_a_long_text_is_cut():
    """A message stays readable, however long the value."""
    assert len(shown("word " * 1000)) < 70
