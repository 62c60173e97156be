"""Whatever loads can be checked: rules find faults, they never fail."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.rules import check_report
from generator.core.settings import Settings
from generator.load.report import load_report

from .conftest import RULES, subject_in

FILES = sorted(
    path.relative_to(RULES / "base")
    for path in (RULES / "base" / "content").rglob("*")
    if path.suffix in {".yml", ".md"}
)
WORDS = [
    *('"x"', '"2024"', '"2024-03/.."', '"../2020"', '"9999-12-31"', '"0001-01-01"', '"fy0000-01"'),
    *('"street-cafes"', '"tree-map"', '"program"', '"initiative:x/y"', '"ended"', '"merged"'),
    *("[]", "7"),
]


@st.composite
def changed_lines(draw):
    """Draw a file of the base, one of its lines, and what is there instead."""
    path = draw(st.sampled_from(FILES))
    lines = (RULES / "base" / path).read_text("utf-8").split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    key, colon, _ = lines[number].partition(": ")
    dash = lines[number].partition("- ")[0] + "- "
    begin = key + colon if colon else dash
    return path, number, draw(st.sampled_from([None, *(f"{begin}{word}" for word in WORDS)]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a copy of the base that examples change and fix in turn."""
    place = tmp_path_factory.mktemp("changed")
    shutil.copytree(RULES / "base", place, dirs_exist_ok=True)
    return place


@settings(max_examples=150)
@given(change=changed_lines())
def test_any_line_may_be_wrong_or_gone(folder: Path, change):
    """With any line of any file taken out or replaced, checking ends in issues."""
    path, number, instead = change
    whole = (folder / path).read_text("utf-8")
    lines = whole.split("\n")
    lines[number : number + 1] = [] if instead is None else [instead]
    (folder / path).write_text("\n".join(lines), "utf-8")
    try:
        if load_report(Settings(root=folder)).report is not None:
            for issue in check_report(subject_in(folder)):
                assert issue.found
                assert issue.location.line >= 1
    finally:
        (folder / path).write_text(whole, "utf-8")
