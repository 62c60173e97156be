"""Reading an issue: every heading once and in order, or nothing is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editorial.forms.answers import LONGEST_BODY, read_answers
from generator.editorial.forms.form_files import FormField

FIELDS = (
    FormField("area", "Topic area", "dropdown", required=True, options=("Harbour [harbour]",)),
    FormField("why", "Why", "textarea", required=False, options=()),
    FormField("on", "On", "input", required=True, options=()),
)
GOOD = "### Topic area\n\nHarbour [harbour]\n\n### Why\n\n{}\n\n### On\n\n2026"


def test_answers_come_by_the_names_of_their_fields():
    """What was answered is returned as typed; what was left empty is not there."""
    read = read_answers(GOOD.format("Because.\n\n#### It is so"), FIELDS)
    assert (read.given["why"], read.faults) == ("Because.\n\n#### It is so", [])
    assert "why" not in read_answers(GOOD.format("_No response_"), FIELDS).given


def test_a_choice_that_was_due_now_is_the_same_later():
    """What stands before a milestone's title for a time does not tell choices apart."""
    choice = FormField("milestone", "Milestone", "dropdown", required=True, options=("Mid [m]",))
    read = read_answers("### Milestone\n\nDue now: Mid [m]", (choice,))
    assert (read.given, read.faults) == ({"milestone": "Due now: Mid [m]"}, [])


def test_line_ends_of_other_systems_are_line_ends():
    """CRLF and CR give the same answers as LF."""
    plain = read_answers(GOOD.format("One.\nTwo."), FIELDS)
    for end in ("\r\n", "\r"):
        assert read_answers(GOOD.format("One.\nTwo.").replace("\n", end), FIELDS) == plain


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (GOOD.format("### On\n\n2020"), "“### On” appears 2 times"),
        (GOOD.format("### Topic area"), "“### Topic area” appears 2 times"),
        (GOOD.format("x").replace("### On", "### When"), "“On” is missing"),
        ("Hello\n" + GOOD.format("x"), "text above the first heading"),
        ("### On\n\n2026\n\n" + GOOD.format("x").partition("\n\n### On")[0], "form's order"),
        (GOOD.format("x" * LONGEST_BODY), "longer than 60,000"),
        (GOOD.format("x" * 1_000_000), "longer than 60,000"),
        (GOOD.format("x" * 20_001), "“Why” is longer than 20,000"),
        (
            GOOD.format("x").replace("Harbour [harbour]", "../../x [harbour]"),
            "not one of the choices",
        ),
        (GOOD.format("x").replace("Harbour [harbour]", "None"), "“Topic area” has no answer"),
        ("", "“Why” is missing"),
    ],
)
def test_what_could_mislead_is_refused_in_words(body, words):
    """A spoofed, missing or misplaced heading, and too much text are told."""
    read = read_answers(body, FIELDS)
    assert any(words in fault for fault in read.faults)


@given(st.text(max_size=200))
def test_no_answer_can_pass_for_another(text):
    """Whatever a text answer holds, the other answers stay what they were, or all is refused."""
    read = read_answers(GOOD.format(text), FIELDS)
    assert read.faults or (read.given["area"], read.given["on"]) == ("Harbour [harbour]", "2026")
