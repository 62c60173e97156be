"""Updates that are valid and probably a slip, in each way of slipping; and what is none."""

import pytest

from generator.check.plausibility import doubts

UPDATE = "updates/budget-fy2024-26/tree-map.md"
DAY = 'as_of: "2024-06-10"'
ENTERED = 'recorded: "2024-06-10"'
UNDER = 'milestone: "budget-fy2024-26"'
AUTHOR = 'author: "parks-manager"'


def found(case, *edits):
    """Return which fields of which update are doubted in the base with some words changed."""
    report = case("", tuple((UPDATE, *edit) for edit in edits)).report
    return [(doubt.update.initiative, doubt.field) for doubt in doubts(report)]


def test_an_update_in_time_by_the_owner_is_plausible(case):
    """Nothing is said of an update as it should be."""
    assert found(case) == []


@pytest.mark.parametrize("as_of", ["2024-05-01", "2024-05", "2024-06-17", "2024-10-01", "2024"])
def test_a_time_from_the_opening_to_soon_after_is_plausible(case, as_of):
    """A late update, and a date that may mean such a day, are no slips."""
    edit = (ENTERED, 'recorded: "2025-01-01"')
    assert found(case, (DAY, f'as_of: "{as_of}"'), edit) == []


@pytest.mark.parametrize("as_of", ["2024-04-30", "2024-04"])
def test_a_time_before_the_milestone_opened_is_doubted(case, as_of):
    """The day is what is doubted, as the update was entered while the milestone was open."""
    assert found(case, (DAY, f'as_of: "{as_of}"')) == [("tree-map", "as_of")]


def test_a_time_of_the_next_milestone_is_doubted_as_the_milestone(case):
    """An update of the next year belongs to the milestone of that year."""
    edits = (DAY, 'as_of: "2025-03-01"'), (ENTERED, 'recorded: "2025-03-02"')
    assert found(case, *edits) == [("tree-map", "milestone")]


def test_what_belongs_to_no_milestone_is_doubted_as_the_day(case):
    """Long after the last milestone there is none to choose instead."""
    edits = (DAY, 'as_of: "2027-03-01"'), (ENTERED, 'recorded: "2027-03-02"')
    assert found(case, *edits) == [("tree-map", "as_of")]


def test_what_editors_compiled_is_left_alone(case):
    """Editors write years later, under any milestone."""
    edits = (
        (DAY, 'as_of: "2030"'),
        (ENTERED, 'recorded: "2031-01-01"'),
        ('basis: "reported"', 'basis: "compiled"'),
        (AUTHOR, 'reason: "A source says so."'),
    )
    assert found(case, *edits) == []


def test_a_report_between_milestones_while_one_is_open_is_doubted(case):
    """The open milestone would stay without an update."""
    assert found(case, (UNDER, 'milestone: "2024-06-10"')) == [("tree-map", "milestone")]


def test_a_report_between_milestones_is_plausible_at_any_other_time(case):
    """News that cannot wait has a day of its own."""
    edits = (UNDER, 'milestone: "2024-09-10"'), (DAY, 'as_of: "2024-09-10"')
    assert found(case, *edits, (ENTERED, 'recorded: "2024-09-11"')) == []


def test_a_milestone_of_the_editors_is_not_one_to_report_at(case):
    """Nobody owes an update where editors looked back."""
    path = "cycles.yml"
    edits = (path, 'kind: "budget"', 'kind: "compilation"'), (path, "owed: true", "owed: false")
    (doubt,) = doubts(case("", edits).report)
    assert (doubt.field, doubt.next_step) == ("milestone", "Choose the milestone that it answers.")


def test_the_sponsor_may_report_too(case):
    """Either role speaks for the initiative."""
    assert found(case, (AUTHOR, 'author: "works-director"')) == []


def owner_since(day):
    """Return the edit by which the Owner came to the role only on a day."""
    former = 'holder: "parks-manager"\n    since: "2024-03"'
    vacant = 'holder: "unassigned"\n    since: "2024-03"\n    recorded: "2024-06-01"\n'
    then = f'  - role: "owner"\n    holder: "parks-manager"\n    since: "{day}"'
    return "initiatives/tree-map.yml", former, vacant + then


@pytest.mark.parametrize("since", ["2024-06-11", "2025-01-01"])
def test_who_held_a_role_only_later_is_doubted(case, since):
    """The day of the update counts, and the day of entry."""
    (doubt,) = doubts(case("", (owner_since(since),)).report)
    assert doubt.field == "author"
    assert doubt.expected == "works-director (Sponsor) on that day"


def test_the_holder_of_the_day_of_entry_may_report_what_was_so_before(case):
    """A new Owner posts what was so on the last day of the former one."""
    entered = (UPDATE, ENTERED, 'recorded: "2024-06-11"')
    assert list(doubts(case("", (owner_since("2024-06-11"), entered)).report)) == []


def test_where_no_role_is_asked_anyone_may_report(case):
    """An organization that names no holders has none to compare with."""
    roles = "".join(f"  {role}:\n    asked: false\n" for role in ("owner", "sponsor"))
    policy = ("report.yml", "goals:\n", f"roles:\n{roles}goals:\n")
    clerk = '  - id: "clerk"\n    title: "Clerk"\n    unit: "parks"\n    seen: "2024"\npartners:\n'
    edits = (
        policy,
        ("organization.yml", "partners:\n", clerk),
        (UPDATE, AUTHOR, 'author: "clerk"'),
    )
    assert list(doubts(case("", edits).report)) == []
