"""Markdown among the other keys of a record: read as other prose, told at the line of its key."""

from generator.check.rules import check_report

DESCRIBED = "initiatives/tree-map.yml"
KEY = 'summary: "A public map shows every tree and who waters it."\n'


def described(text):
    """Return the edit that gives an initiative a description."""
    return ((DESCRIBED, KEY, f'{KEY}description: "{text}"\n'),)


def test_a_fault_of_the_dialect_is_at_the_key(case):
    """However many lines the text has, they are in one place of the file."""
    context = case(edits=described(r"First.\n\nThen <b>bold</b>."))
    places = {one.location for one in check_report(context) if one.code == "R701"}

    assert {(at.path, at.line) for at in places} == {(f"content/{DESCRIBED}", 6)}


def test_a_link_is_followed(case):
    """An initiative that does not exist is named, as in the body of an update."""
    context = case(edits=described("As the [cafes](initiative:street-cafe) do."))
    [issue] = [one for one in check_report(context) if one.code == "R703"]

    assert '"street-cafes"' in issue.next_step


def test_a_time_to_come_is_told(case):
    """A description is in every edition, and may not tell what came later."""
    context = case(edits=described("It was finished in 2031."))

    assert "R308" in {issue.code for issue in check_report(context)}
