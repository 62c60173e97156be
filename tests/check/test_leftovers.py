"""Leftovers are found as such, and ordinary words are left alone."""

import pytest

from generator.check.leftovers import DEBRIS
from generator.check.rules import check_report


@pytest.mark.parametrize(
    "text",
    [
        *("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!"),
        *("Date TBD", "tables (TBC)", "n/a", "N/A", "Lorem ipsum dolor", "TODO: ask", "why???"),
    ],
)
def test_each_kind_of_leftover_is_found(text):
    """What spreadsheets and drafts leave behind is recognized inside a text."""
    assert DEBRIS.search(text)


@pytest.mark.parametrize(
    "text",
    ["Room #3", "Why? Because.", "on/a", "stbd", "the todo list", "https://x.org/n/a/b", "#1 of 2"],
)
def test_ordinary_words_are_left_alone(text):
    """What merely looks alike is no leftover."""
    assert not DEBRIS.search(text)


def test_a_leftover_in_a_body_is_shown_at_its_own_line(case):
    """In a text of several lines the place is the line, not the start of the text."""
    edits = (("pages/introduction.md", "Lindon wrote", "One line.\n\nTBD. Lindon wrote"),)
    (issue,) = check_report(case(edits=edits))
    assert (issue.code, issue.location.line) == ("R801", 11)


def test_the_words_of_others_may_hold_anything(case):
    """What a source says is quoted as it is."""
    edits = (("sources.yml", 'stated: "March 2024"', 'stated: "date TBD"'),)
    assert check_report(case(edits=edits)) == []
