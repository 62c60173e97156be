"""What words become an id, and which names nothing may have."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.ids import FREE_ID, ID_PATTERN, folded, free_id_from, id_from, reserved
from generator.model.values import Id

PORTS = [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
DEVICES = ["con", "prn", "aux", "nul", *PORTS]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Łódź", "lodz"),
        ("Straße der Künste", "strasse-der-kunste"),
        ("Парк у реки", "park-u-reki"),
        ("Ελευθερία", "eleytheria"),
        ("Ærø", "aero"),
        ("Đà Nẵng", "da-nang"),
        ("東京", "dongjing"),
        ("../../etc/passwd", "etc-passwd"),
        ("  -- A & B -- ", "a-b"),
        ("🚲 bikes ☂", "bikes"),
        ("x" * 200, "x" * 60),
        ("word " * 40, "-".join(["word"] * 12)),
        ("☂", ""),
        ("", ""),
    ],
)
def test_words_of_any_script_become_an_id(words: str, expected: str) -> None:
    """Letters are written in Latin ones; signs only part words."""
    assert id_from(words) == expected


def test_a_letter_put_together_otherwise_makes_no_other_id() -> None:
    """Typed on another computer, the same title has the same address."""
    for title in ("Zoë’s café in Łódź", "Ångström", "Việt"):
        assert id_from(unicodedata.normalize("NFD", title)) == id_from(title)


@given(st.text(max_size=80))
def test_what_comes_of_words_is_an_id_or_nothing(words: str) -> None:
    """No title breaks the form of an id."""
    made = id_from(words)
    assert not made or re.fullmatch(ID_PATTERN, made)
    free = free_id_from(words, {made}, 40, "thing")
    assert TypeAdapter(Id).validate_python(free) == free != made


@pytest.mark.parametrize("name", ["index", "INDEX.html", *DEVICES, "nul.tar.png", "Com3.yml"])
def test_names_that_stand_for_something_else_are_refused(name: str) -> None:
    """A web server's first page, and what Windows takes for a device with any ending."""
    assert reserved(name)


@pytest.mark.parametrize("name", ["indexes", "console", "com", "com10", "lpt-1", "nulls", "x.con"])
def test_names_that_only_look_like_them_are_free(name: str) -> None:
    """Only the very names are refused."""
    assert reserved(name) == ""


@given(st.one_of(st.sampled_from(["index", *DEVICES]), st.from_regex(ID_PATTERN, fullmatch=True)))
def test_the_form_editor_takes_what_the_check_takes(name: str) -> None:
    """The pattern for fields and the model refuse the same ids."""
    if len(name) > 80:
        return
    try:
        TypeAdapter(Id).validate_python(name)
    except ValidationError:
        assert not re.fullmatch(FREE_ID, name)
    else:
        assert re.fullmatch(FREE_ID, name)


def test_names_that_some_computer_takes_for_one_are_one() -> None:
    """Capitals and the way a letter is put together do not tell two names apart."""
    assert folded("Caf\u00e9.PNG") == folded("cafe\u0301.png")
    assert folded("a.png") != folded("b.png")
