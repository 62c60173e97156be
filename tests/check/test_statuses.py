"""What statuses and confidences ask of an update."""

import pytest

from generator.check.rules import check_report

UPDATE = "updates/budget-fy2024-26/tree-map.md"


@pytest.mark.parametrize("status", ["at_risk", "off_track", "paused", "cancelled", "ended"])
def test_every_status_of_concern_needs_a_reason(case, status):
    """Each of the five asks for its reason, also where the Owner reports."""
    subject = case(edits=((UPDATE, '"not_started"', f'"{status}"'),))
    assert "R401" in {issue.code for issue in check_report(subject)}


@pytest.mark.parametrize("color", ["amber", "red"])
def test_every_confidence_of_concern_needs_who_and_why(case, color):
    """Amber and red need a reason; red needs an ask as well."""
    edit = (UPDATE, 'confidence: "not_assessed"', f'confidence: "{color}"')
    codes = {issue.code for issue in check_report(case(edits=(edit,)))}
    assert codes == ({"R402", "R403"} if color == "red" else {"R402"})


def test_a_final_status_is_not_left_by_a_reason_alone(case):
    """Taking a closed promise up again needs a source besides the reason."""
    again = "updates/2025-01-15/tree-map.md"
    subject = case("R406/good", edits=((again, 'sources:\n  - "plan-2024"\n', ""),))
    assert [issue.code for issue in check_report(subject)] == ["R406"]
