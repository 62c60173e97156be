"""A merge that was not finished is told at its place, whatever kind of file it is in."""

import pytest

from generator.load.front_matter import parse_markdown
from generator.load.unmerged import merge_faults
from generator.load.yaml.source import parse_yaml

TWO = '<<<<<<< HEAD\ntitle: "a"\n=======\ntitle: "b"\n>>>>>>> other\n'


def told(content):
    """Return the line and the lines named for every fault."""
    return [(i.location.line, i.found.partition("(")[2]) for i in merge_faults(content, "a.yml")]


@pytest.mark.parametrize("parse", [parse_yaml, parse_markdown])
def test_nothing_else_is_said_of_such_a_file(parse):
    """What the marks do to the rest of the file would only mislead."""
    document, issues = parse(f'---\nid: "x"\n{TWO}---\n'.encode(), "a.md")
    assert document is None
    assert [(issue.code, issue.location.line) for issue in issues] == [("Y032", 3)]


def test_each_pair_of_versions_is_told_once():
    """The lines from the first mark to the last are named."""
    assert told(f"a: b\n{TWO}c: d\n{TWO}") == [(2, "lines 2 to 6)"), (8, "lines 8 to 12)")]


@pytest.mark.parametrize(
    "left", ["<<<<<<< HEAD\na: b\n", "a: b\n>>>>>>> other\n", "=======\na: b\n>>>>>>> other"]
)
def test_one_mark_that_was_left_is_enough(left):
    """Somebody who deleted two of the three lines is told of the third."""
    assert len(told(left)) == 1


@pytest.mark.parametrize(
    "fine", ["Heading\n=======\n", "a: '<<<<<<< HEAD'\n", "  >>>>>>> x\n", "<<<<<<<<< x\n", ""]
)
def test_other_text_is_left_alone(fine):
    """An underlined heading, a quoted mark and longer arrows are nobody's merge."""
    assert told(fine) == []
