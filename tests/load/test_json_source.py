"""JSON of frozen snapshots: read whole, or told where and what is wrong; never a traceback."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import json_source
from generator.load.json_source import LineIndex, parse_json, path_words

PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-999, 999), st.text('ab{}[]:,"\\é\n')),
    lambda below: st.one_of(
        st.lists(below, max_size=4), st.dictionaries(st.text("abc", min_size=1), below, max_size=4)
    ),
    max_leaves=12,
)


def issues(raw):
    """Return what is told of a file's bytes."""
    value, found = parse_json(raw, "a.json")
    assert (value is None) or not found
    return found


@given(PLAIN)
def test_plain_data_is_read_back(value):
    """What is written without surprises is read as it is."""
    assert parse_json(json.dumps(value, ensure_ascii=False).encode(), "a.json") == (value, [])


@given(st.binary(max_size=60))
def test_no_bytes_end_in_a_traceback(raw):
    """Whatever bytes a file has, it is read or told, with a place in it."""
    assert all(issue.location.line >= 1 and issue.next_step for issue in issues(raw))


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        (b'{\n"a": \xff}', "Y002", 2),
        (b'{\n"a": "\x01"}', "Y005", 2),
        ('{\n"a": "\u202e"}'.encode(), "Y006", 2),
        (b'{\n  "a": "\\u202e"\n}', "Y006", 2),
        (b'{\n  "a": [\n    0,\n    "\\u0000"\n  ]\n}', "Y005", 4),
        (b'{\n"a": 1,\n"a": 2}', "J002", 2),
        (b'{\n"a": NaN}', "J001", 2),
        (b'{\n"a": Infinity}', "J001", 2),
        (b'{\n  "a": 1.5\n}', "J003", 2),
        (b'{\n  "a": ' + b"9" * 20 + b"\n}", "J003", 2),
        (b'{\n  "a": ' + b"9" * 5000 + b"\n}", "J001", 2),
        (b"[" * 5000, "J001", 1),
        (b'{"a": "\\ud800"}', "J001", 1),
        (b'{"a": 1', "J001", 1),
        (b"", "J001", 1),
        (b"<<<<<<< one\n", "Y032", 1),
    ],
)
def test_what_is_wrong_is_told_at_its_place(raw, code, line):
    """The rules for content that people type hold: characters, keys, types, nesting."""
    assert [(i.code, i.location.line) for i in issues(raw)][:1] == [(code, line)]


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    """How many bytes are read is bounded, and the bound is named."""
    monkeypatch.setattr(json_source, "LARGEST_JSON", 10)
    [issue] = issues(b'{"a": "12345"}')
    assert (issue.code, issue.expected) == ("Y001", "at most 10 bytes")


def test_a_garbled_file_is_told_in_few_words():
    """However many values are wrong, the first ones are told."""
    assert len(issues(json.dumps([0.5] * 1000).encode())) == json_source.MOST_FAULTS


@given(PLAIN)
def test_lines_are_those_of_the_written_form(value):
    """Each value is found on the line on which the one form of snapshots writes it."""
    lines = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2).split("\n")

    def check(part, path):
        written = lines[LineIndex(value).of(path) - 1]
        if path and isinstance(path[-1], str):
            assert written.strip().startswith(json.dumps(path[-1], ensure_ascii=False))
        if isinstance(part, dict | list):
            for step, inner in part.items() if isinstance(part, dict) else enumerate(part):
                check(inner, (*path, step))
        else:
            assert json.dumps(part, ensure_ascii=False) in written

    check(value, ())


def test_a_path_is_told_in_words():
    """List items are called by their ids; what is not there is called as it was asked for."""
    value = {"a": [{"id": "one"}, {}]}
    assert path_words(value, ("a", 0, "id")) == "a/one/id"
    assert path_words(value, ("a", 1)) == "a/number 2"
    assert path_words(value, ("b", 7)) == "b/number 8"
    assert path_words(value, ()) == "the whole"
    assert LineIndex(value).of(("a", 7, "b")) == 2
