"""Words of messages: lists that end, and guesses that help."""

import pytest

from generator.core import naming
from generator.core.naming import did_you_mean, name_list, nearest


def test_a_long_list_of_choices_is_cut_and_counted():
    """Nobody is shown a hundred words."""
    names = [f"k{n}" for n in range(25)]
    assert name_list(names).endswith("k11, and 13 more")
    assert name_list(names, most=20).endswith("k19, and 5 more")


@pytest.mark.parametrize(
    ("names", "says"),
    [([], "none yet"), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b, or c")],
)
def test_the_last_name_is_joined_by_a_word(names, says):
    """A list reads as a sentence does."""
    assert name_list(names) == says


@pytest.mark.parametrize(
    ("word", "says"),
    [("ower", 'Did you mean "owner"? '), ("OWNER", 'Did you mean "owner"? '), ("qqq", "")],
)
def test_the_nearest_choice_is_asked_for(word, says):
    """A slip of the finger or of the shift key is recognized; a wild guess is not made."""
    assert did_you_mean(word, ["owner", "sponsor"]) == says


POSTS = {
    "city-manager-post": "City Manager",
    "information-technology-manager": "Information Technology Manager",
    "live-chat": "Introduce Live Chat on the website",
    "report-2017": "Innovations Annual Report 2017",
    "report-2016": "Innovations Annual Report 2016",
}


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("it-manager", "information-technology-manager"),
        ("live chat", "live-chat"),
        ("City Manager", "city-manager-post"),
        ("Annual Report 2016", "report-2016"),
        ("Annual Report", ""),
        ("Inovations Annual Report 2017", "report-2017"),
        ("", ""),
    ],
)
def test_what_was_meant_is_known_by_its_name_as_well(word, meant):
    """People write titles, parts of them, and initials; what several could mean is not guessed."""
    assert nearest(word, POSTS) == meant


def test_guesses_are_made_for_some_words_only(monkeypatch):
    """Each guess looks at all choices, so that of thousands of words only some get one."""
    made = []
    monkeypatch.setattr(naming, "did_you_mean", lambda word, _: made.append(word) or f"{word}?")
    guesses = naming.Guesses()
    told = [guesses.of(f"word-{number % 500}", ["one"]) for number in range(3000)]
    assert len(made) == naming.Guesses.MOST
    assert sum(map(bool, told)) == 6 * naming.Guesses.MOST
