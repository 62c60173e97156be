"""What check counts is what the site counts."""

from generator.check.rules import check_report
from generator.derive.snapshot.totals import totals
from generator.editorial.host.codeowners import code_owners
from generator.model.keys import RoleKind

from .conftest import subject_in


def number_of(code, issues):
    """Return how many issues have the code."""
    return sum(issue.code == code for issue in issues)


def test_the_real_content_passes_and_its_vacancies_are_those_of_the_totals(root):
    """Every vacancy that the front page counts is a warning; besides, nobody can be written to."""
    subject = subject_in(root)
    issues = check_report(subject)
    counts = totals(subject.now)
    owed = sum(bool(state.owed_milestones.owed) for state in subject.now.states)
    assert owed == counts.initiatives
    assert number_of("R901", issues) == counts.roles[RoleKind.OWNER].open
    assert number_of("R902", issues) == counts.roles[RoleKind.SPONSOR].open
    assert {issue.code for issue in issues} <= {"R130", "R901", "R902", "R903", "R904"}


def test_missing_updates_are_those_of_the_standings(root):
    """One warning for every initiative that owes and has not answered, unless it is settled."""
    subject = subject_in(root)
    late = [s for s in subject.now.states if s.owed_milestones.missed and s.freshness != "not_due"]
    assert number_of("R903", check_report(subject)) == len(late)


def test_nothing_is_owed_after_an_initiative_has_ended(case):
    """A settled initiative owes no further update."""
    edits = (
        ("updates/budget-fy2024-26/tree-map.md", '"not_started"', '"cancelled"'),
        ("updates/budget-fy2024-26/tree-map.md", "phase:", 'reason: "No money."\nphase:'),
        ("updates/budget-fy2024-26/tree-map.md", "phase:", 'actual_on: "2024-06"\nphase:'),
        ("report.yml", 'as_of: "2025-03-31"', 'as_of: "2025-07-31"'),
    )
    issues = check_report(case(edits=edits))
    assert [(i.code, i.location.path) for i in issues] == [
        ("R903", "content/initiatives/street-cafes.yml")
    ]


def test_sponsors_that_no_review_reaches_are_one_count(root):
    """However many there are, one line says how many, the number that CODEOWNERS gives."""
    subject = subject_in(root)
    (told,) = [issue for issue in check_report(subject) if issue.code == "R904"]
    assert f" {len(code_owners(subject.now).unnamed)} initiatives" in told.found
