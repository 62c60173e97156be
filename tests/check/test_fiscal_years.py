"""Fiscal ids and the days of budget cycles."""

import pytest

from generator.check.rules import check_report


@pytest.mark.parametrize("fiscal", ["fy9999-01", "fy0000-02"])
def test_years_at_the_ends_of_time_are_faults_and_no_failure(case, fiscal):
    """An id that no calendar can follow is told like any other."""
    edits = (("cycles.yml", 'id: "fy2024-26"', f'id: "{fiscal}"'),)
    assert "R306" in {issue.code for issue in check_report(case(edits=edits))}


def codes(found):
    """Return the codes of what was found."""
    return [issue.code for issue in found]


def january(**cycle):
    """Return edits that begin fiscal years in January, with one cycle of calendar years."""
    days = {"begins": "2024-01-01", "ends": "2025-12-31", **cycle}
    return (
        ("report.yml", 'fiscal_year_start: "07-01"', 'fiscal_year_start: "01-01"'),
        ("cycles.yml", '"2024-07-01"', f'"{days["begins"]}"'),
        ("cycles.yml", '"2026-06-30"', f'"{days["ends"]}"'),
        ("cycles.yml", "Budget for July 2024 to June 2026", "Budget for two years"),
    )


def test_a_fiscal_year_may_be_the_calendar_year(case):
    """Two calendar years make a cycle, whose id may name either its last year or the next."""
    assert codes(check_report(case(edits=january()))) == []


def test_a_cycle_in_calendar_years_ends_with_one(case):
    """A cycle that ends inside a fiscal year is told with the day on which it would end."""
    (fault,) = check_report(case(edits=january(ends="2026-06-30")))
    assert (fault.code, fault.expected[:10]) == ("R306", "2025-12-31")


@pytest.mark.parametrize(
    ("fiscal", "edits", "found"),
    [
        ("fy2024", january(), []),
        ("fy2025-26", january(), ["R305"]),
        ("fy2024-25", (), []),
        ("fy2024", (), ["R305"]),
        ("fy2024-27", (), ["R305"]),
        ("third-biennium", (), ["R305"]),
    ],
)
def test_a_plan_is_for_one_fiscal_year_or_a_listed_cycle(case, fiscal, edits, found):
    """What is neither is refused, with the way in which this report writes a fiscal year."""
    mine = (("initiatives/street-cafes.yml", 'cycle: "fy2024-26"', f'cycle: "{fiscal}"'),)
    issues = check_report(case(edits=(*edits, *mine)))
    assert codes(issues) == found
    for issue in issues:
        assert ("fy2025," if edits else "fy2025-26,") in issue.expected


@pytest.mark.parametrize(
    ("some_id", "found"),
    [
        ("third-biennium", []),
        ("2024-26", []),
        ("fy2024-25", ["R306"]),
        ("fy2023-25", ["R306"]),
        ("fy2024", ["R306"]),
    ],
)
def test_the_id_of_a_cycle_is_any_name_but_that_of_other_years(case, some_id, found):
    """What is typed as begins and ends counts; an id that names other years is a fault."""
    files = (*["cycles.yml"] * 3, "initiatives/street-cafes.yml")
    edits = [(file, '"fy2024-26"', f'"{some_id}"') for file in files]
    assert codes(check_report(case(edits=edits))) == found
