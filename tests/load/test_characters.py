"""Characters: UTF-8 only, nothing hidden."""

import pytest

from generator.load.characters import LARGEST, read_text
from generator.load.yaml.source import parse_yaml


@pytest.mark.parametrize(
    ("raw", "code", "line", "column"),
    [
        (b"a: 1\n" + b"#" * LARGEST, "Y001", 1, 1),
        ("a: 1\nb: é".encode("latin-1"), "Y002", 2, 4),
        (b"a: 1\n\tb: 2\n", "Y003", 2, 1),
        (b"a: 1\t\n", "Y003", 1, 5),
        ("a:\n\u00a0 b: 2\n".encode(), "Y004", 2, 1),
        ("a:\u00a0b\n".encode(), "Y004", 1, 3),
        ("-\u00a0b\n".encode(), "Y004", 1, 2),
        (b"a: x\x00y\n", "Y005", 1, 5),
        (b"a: x\x1b[31m\n", "Y005", 1, 5),
        ("a: x\u2028y\n".encode(), "Y005", 1, 5),
        (b"a: x\ry\n", "Y005", 1, 5),
        (b'a: "x\\0y"\n', "Y005", 1, 4),
        ("a: x\u202ey\n".encode(), "Y006", 1, 5),
        (b'a: "\\u202e"\n', "Y006", 1, 4),
        (b'a: "\\ud83d"\n', "Y007", 1, 4),
        ("a: x\ufeffy\n".encode(), "Y008", 1, 5),
    ],
)
def test_what_cannot_be_seen_is_told(raw, code, line, column):
    """Each kind of unseen character has its own code and its place, escaped or not."""
    _, issues = parse_yaml(raw, "a.yml")
    assert len(issues) == 1, issues
    place = issues[0].location
    assert (issues[0].code, place.line, place.column) == (code, line, column)


def test_a_byte_order_mark_at_the_start_is_skipped():
    """Files of Windows editors are read; columns count from the first real character."""
    document, issues = parse_yaml(b"\xef\xbb\xbfa: 1\n", "a.yml")
    assert issues == []
    assert document.data == {"a": "1"}
    assert document.places[("a",)].column == 1


def test_windows_line_ends_become_line_feeds():
    """A file saved on Windows holds the same as one saved elsewhere."""
    assert read_text(b"a: 1\r\nb: 2\r\n", "a.yml").content == "a: 1\nb: 2\n"


def test_every_bad_line_of_a_file_in_another_encoding_is_told():
    """An editor sees each line to look at, once."""
    issues = read_text("é\nok\nüü\n".encode("latin-1"), "a.yml").issues
    assert [issue.location.line for issue in issues] == [1, 3]
