"""Words as readers type them who do not have all of their letters."""

import pytest

from generator.render.html.spellings import plain_spellings


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("The twin town \u0141\u00f3d\u017a", "lodz"),
        ("<p>&#272;&#7863;ng and &#216;resund</p>", "dang oresund"),
        ("Stra\u00dfe, \u00e6on, \u0130zmir and d\u0131\u015f", "aeon dis strasse"),
    ],
)
def test_letters_of_their_own_get_a_plain_spelling(text, typed):
    """Also where the page's Markdown holds a letter by its number."""
    assert plain_spellings(text) == typed


@pytest.mark.parametrize(
    "text", ["caf\u00e9 na\u00efve", "\u043a\u0430\u0444\u0435", "<a title='\u0141'>x</a>", "plain"]
)
def test_other_words_need_none(text):
    """Accents come off by themselves, and other scripts are typed as they are written."""
    assert plain_spellings(text) == ""
