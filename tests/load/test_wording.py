"""Words of messages: short, safe to print, helpful."""

import pytest

from generator.load.wording import did_you_mean, listed, shown


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("no", '"no"'),
        ("", "an empty text"),
        ("two\n  lines\x1b[31m\u202e", '"two lines\ufffd[31m\ufffd"'),
        ([], "an empty list"),
        (["a", "b"], "a list of 2"),
        ({"a": "1", "b\x07": "2"}, "keys with values (a, b\ufffd)"),
    ],
)
def test_what_was_typed_is_shown_in_one_safe_line(value, says):
    """No value can break a message's line or steer a terminal."""
    assert shown(value) == says


def test_a_long_text_is_cut():
    """A message stays readable, however long the value."""
    assert len(shown("word " * 1000)) < 70


def test_a_long_list_of_choices_is_cut_and_counted():
    """Nobody is shown a hundred words."""
    assert listed([f"k{n}" for n in range(25)]).endswith("k19 and 5 more")


@pytest.mark.parametrize(
    ("word", "says"),
    [("ower", 'Did you mean "owner"?'), ("OWNER", 'Did you mean "owner"?'), ("qqq", "")],
)
def test_the_nearest_choice_is_asked_for(word, says):
    """A slip of the finger or of the shift key is recognised; a wild guess is not made."""
    assert did_you_mean(word, ["owner", "sponsor"]) == says
