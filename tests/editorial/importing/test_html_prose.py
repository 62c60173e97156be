"""HTML and pasted text as Markdown, and where the first sentence of a text ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.importing.html_prose import (
    escaped,
    first_sentence,
    html_to_markdown,
    html_to_words,
)
from generator.editorial.importing.repairs import Repairs, in_title_case, repaired
from generator.prose.parser import parse_prose
from generator.prose.tree import words


def test_html_becomes_paragraphs_lists_emphasis_and_links():
    """What readers saw stays, what no prose of the report may have goes."""
    html = (
        "<div>Revisió <b>del pla</b> de <a href='https://a.example/c_d'>x*y</a>.</div>"
        "<ul><li>un</li><li>dos &amp; tres</li></ul><script>alert(1)</script>"
        "<a href='javascript:x'>res</a>"
    )
    assert html_to_markdown(html) == (
        "Revisió **del pla** de [x\\*y](<https://a.example/c_d>).\n\n- un\n- dos &amp; tres\n\nres"
    )


@given(st.text(alphabet="<>&/abp ul-li*_[]()`#1.\n\\!'\"=", max_size=80))
def test_any_text_becomes_prose_without_a_fault(text):
    """Neither HTML nor plain text can bring in anything that the check refuses."""
    for made in (escaped(text), html_to_markdown(text)):
        assert parse_prose(made).faults == ()


@given(st.text(alphabet="ab*_[]()`#1.-+<>&|!\\~: ", min_size=1, max_size=60))
def test_plain_words_are_shown_as_they_are(text):
    """Signs that mean something in Markdown are signs again for readers."""
    line = " ".join(text.split())
    assert words(parse_prose(escaped(line)).children) == line


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One thing. Another thing.", "One thing.", "Another thing."),
        ("It is approx. 3 m. wide. Then more.", "It is approx. 3 m. wide.", "Then more."),
        ("No end\nSecond line", "No end", "Second line"),
        ("ปลูกต้นไม้ทั่วกรุงเทพฯ เพื่อลดฝุ่น", "ปลูกต้นไม้ทั่วกรุงเทพฯ เพื่อลดฝุ่น", ""),
        ("Quina és? És gran.", "Quina és?", "És gran."),
    ],
)
def test_the_first_sentence_ends_at_its_sign(text, first, rest):
    """Abbreviations do not end one, and a script without such signs has one to a paragraph."""
    assert first_sentence(text) == (first, rest)


def test_pasted_text_is_repaired_and_counted():
    """What nobody sees goes, and what was misread is what it was."""
    repairs = Repairs()
    pasted = "\ufeffRoof\u200b \u0096\u00a0phase\u00a02\x00"
    assert repaired(pasted, "Name", repairs) == "Roof \N{EN DASH} phase 2"
    assert sorted(line.split(" ", 1)[0] for line in repairs.told()) == ["1", "2", "3"]


def test_words_of_html_are_one_paragraph_to_a_line():
    """Tags are no words."""
    assert html_to_words("<p>One <b>two</b></p><p>three</p>") == "One two\nthree"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("DEPT OF PUBLIC WORKS", "Dept of Public Works"),
        ("PARKS & REC", "Parks & Rec"),
        ("IT", "IT"),
        ("Fire Department", "Fire Department"),
    ],
)
def test_only_names_in_capitals_get_small_letters(text, title):
    """Initials, and names that are written as they are meant, stay."""
    assert in_title_case(text, "Department", Repairs()) == title
