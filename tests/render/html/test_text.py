"""Plain text arrives on the page exactly as typed, wherever it is."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from nasty import EXTENSIONS, PLAIN, rendered

from generator.render.html.text import text

PLACES = {
    "heading": ("## {}", "h2"),
    "paragraph": ("{}", "p"),
    "list item": ("- {}", "li"),
    "table cell": ("| a | b |\n| - | - |\n| {} | end |", "td"),
    "raw HTML": ('<div class="block">\n<span>{}</span>\n</div>', "span"),
}
CARRIED = st.text(
    st.characters(exclude_categories=("Cs", "Cc")),
    max_size=40,
)


def _expected(value: str) -> str:
    return re.sub(r"[\t-\r\x1c-\x20\x85\u2028\u2029]+", " ", value).strip()


def test_the_proof_is_as_hard_as_promised() -> None:
    """At least 40 nasty strings meet at least 22 extensions."""
    assert len(PLAIN) >= 40
    assert len(EXTENSIONS) >= 22


@pytest.mark.parametrize("place", PLACES)
def test_nasty_strings_arrive(place: str) -> None:
    """The element holds the typed characters and no markup made of them."""
    markdown, tag = PLACES[place]
    arrived = {}
    for value in PLAIN:
        page = rendered("before\n\n" + markdown.format(text(value)) + "\n\nafter")
        element = page.find(tag) if tag != "p" else page.find_all("p")[1]
        arrived[value] = (element.get_text(), element.find())

    assert arrived == {value: (_expected(value), None) for value in PLAIN}


def test_nasty_strings_arrive_in_attributes() -> None:
    """Between double quotes the text is the attribute's value and ends nothing."""
    arrived = {}
    for value in PLAIN:
        page = rendered(f'<div title="{text(value)}">\n<span>x</span>\n</div>')
        arrived[value] = (page.find("div")["title"], page.find("span").get_text())

    assert arrived == {value: (_expected(value), "x") for value in PLAIN}


@given(value=CARRIED)
@example("1.")
@example("&#")
@example("\N{NO-BREAK SPACE}")
@example("\N{IDEOGRAPHIC SPACE}a\N{EM SPACE}")
def test_any_text_arrives(value: str) -> None:
    """Whatever HTML can carry arrives in a heading, in a table cell and in a raw HTML block."""
    safe = text(value)

    page = rendered(
        f"## x{safe}\n\n| a | b |\n| - | - |\n| {safe} | end |\n\n"
        f'<div title="{safe}">\n<b>{safe}</b>\n</div>'
    )

    assert page.find("h2").get_text() == "x" + _expected(value)
    assert page.find("td").get_text() == _expected(value)
    assert page.find("b").get_text() == _expected(value)
    assert page.find("div")["title"] == _expected(value)


def test_white_space_runs_become_one_space() -> None:
    """Line breaks, tabs and runs of spaces become one space; those at the ends go."""
    assert text("  two\n\n words\t\u2028here ") == "two words here"


def test_what_html_cannot_carry_leaves_a_visible_mark() -> None:
    """Controls and lone surrogates do not vanish: each becomes a replacement character."""
    assert text("a\x00b\x02c\ud800d\x85e\x9b") == "a\ufffdb\ufffdc\ufffdd e\ufffd"
