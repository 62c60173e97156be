"""Who held a role when: partial dates leave room, and only what is certain is a fault."""

import pytest

from generator.check.rules import check_report

TREES = "initiatives/tree-map.yml"
OWNER = '  - role: "owner"\n    holder: "parks-manager"\n    since: "2024-03"\n'
REST = '    recorded: "2025-03-31"\n    sources:\n      - "plan-2024"\n'


def codes(subject):
    """Return the codes of all errors and warnings."""
    return [issue.code for issue in check_report(subject)]


def owners(*entries):
    """Return the edit that writes these Owners: holder, since, and until or None."""
    written = [
        f'  - role: "owner"\n    holder: "{holder}"\n    since: "{since}"\n'
        + (f'    until: "{until}"\n' if until else "")
        for holder, since, until in entries
    ]
    return ((TREES, OWNER, REST.join(written)),)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([("parks-manager", "2024", None)], id="year-that-may-be-before-the-proposal"),
        pytest.param(
            [("unassigned", "2024-03", None), ("parks-manager", "2024-06", None)],
            id="next-entry-ends-the-one-before",
        ),
        pytest.param(
            [("unassigned", "2024-03", "2024-06"), ("parks-manager", "2024-06", None)],
            id="end-and-begin-in-one-month",
        ),
        pytest.param(
            [("unassigned", "2024-03", "2024-05-15"), ("parks-manager", "2024-05-16", None)],
            id="the-day-after",
        ),
        pytest.param([("parks-manager", "2024-03", "2025")], id="end-that-may-be-to-come"),
    ],
)
def test_a_succession_that_may_be_whole_passes(case, entries):
    """Where the dates allow exactly one Owner on every day, nothing is reported."""
    assert codes(case(edits=owners(*entries))) == []


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([("parks-manager", "2024-04", None)], id="after-the-proposal"),
        pytest.param([("parks-manager", "2024-03", "2024-12")], id="ended-and-nobody-since"),
        pytest.param(
            [("unassigned", "2024-03", "2024-05-15"), ("parks-manager", "2024-05-17", None)],
            id="one-day-without",
        ),
        pytest.param(
            [("unassigned", "2024-03", "2024-05-17"), ("parks-manager", "2024-05-16", None)],
            id="one-day-with-two",
        ),
        pytest.param(
            [("unassigned", "2024-03", None), ("parks-manager", "2024-03", None)],
            id="since-the-same-month",
        ),
    ],
)
def test_a_day_without_or_with_two_owners_is_a_fault(case, entries):
    """Where some day certainly has no Owner or two, it is reported."""
    assert "R201" in codes(case(edits=owners(*entries)))


@pytest.mark.parametrize("gap", ["unassigned", "not_named"])
def test_a_vacancy_in_both_roles_is_not_one_post_in_two(case, gap):
    """Two vacancies are not the same holder; whoever posted an update holds none of them."""
    edits = (
        (TREES, 'holder: "parks-manager"', f'holder: "{gap}"'),
        (TREES, 'holder: "works-director"', f'holder: "{gap}"'),
    )
    assert sorted(codes(case(edits=edits))) == ["R512", "R901", "R902", "R904"]
