"""Markdown files: front matter and body, each at its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.front_matter import parse_markdown

GOOD = b'---\nid: "a"\nn: 1\n---\n\nBody with\ttab.\n\n---\n\nMore.\n'


def test_front_matter_and_body_come_apart():
    """The body is what follows the second fence, tabs, later fences and blank lines included."""
    document, issues = parse_markdown(GOOD, "u.md")
    assert issues == []
    assert document.front.data == {"id": "a", "n": "1"}
    assert document.body == "\nBody with\ttab.\n\n---\n\nMore.\n"
    assert document.body_line == 5


def test_lines_of_the_front_matter_are_lines_of_the_file():
    """A fault in the first key is in line 2."""
    _, issues = parse_markdown(b"---\na: 1\na: 2\n---\n", "u.md")
    assert [(issue.code, issue.location.line) for issue in issues] == [("Y009", 3)]


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b"", "Y030", 1),
        (b"Just text\n", "Y030", 1),
        (b"---\na: 1\n", "Y031", 2),
        (b"---\na: 1\nb: 2\n\nText: more.\n", "Y031", 3),
        (b"---\n", "Y031", 1),
        (b"a: 1\n---\nText.\n", "Y030", 1),
        (b"---\n---\n", "Y018", 2),
        ("---\na: 1\n---\none\ntw\u202eo\n".encode(), "Y006", 5),
        (b"---\na: 1\n---\none\ntw\x07o\n", "Y005", 5),
        (b"---\n\ta: 1\n---\n", "Y003", 2),
    ],
)
def test_a_faulty_file_is_told_at_its_line(raw, code, line):
    """Missing or open front matter and hidden characters in the body have a code and a line."""
    _, issues = parse_markdown(raw, "u.md")
    assert [(issue.code, issue.location.line) for issue in issues] == [(code, line)]


@given(st.binary(max_size=100), st.integers(0, len(GOOD)))
def test_no_bytes_give_a_traceback(junk, position):
    """Random bytes, alone or inside a good file, give a document or located issues."""
    for raw in (junk, GOOD[:position] + junk + GOOD[position:]):
        document, issues = parse_markdown(raw, "u.md")
        assert document is not None or issues
