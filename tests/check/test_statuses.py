"""Which status may follow which: the design's sentences, checked over all pairs."""

import pytest

from generator.check.rules import check_report
from generator.check.statuses import ACTIVE, CLOSING, FINAL, next_statuses
from generator.model.keys import Status

UPDATE = "updates/budget-fy2024-26/tree-map.md"
TYPED = [status for status in Status if status is not Status.NOT_REPORTED]


@pytest.mark.parametrize("status", TYPED)
def test_a_status_may_stay_as_it_is(status):
    """No change is never a fault."""
    assert status in next_statuses(status)


@pytest.mark.parametrize("status", sorted(ACTIVE))
def test_work_may_turn_to_anything_but_a_proposal(status):
    """Active statuses follow one another and may close, but nothing is proposed again."""
    assert next_statuses(status) == {*TYPED} - {Status.PROPOSED}


def test_a_proposal_may_turn_to_anything():
    """Nothing is ruled out for what has only been proposed."""
    assert next_statuses(Status.PROPOSED) == {*TYPED}


def test_what_is_completed_may_only_go_on_or_end():
    """A whole promise that was delivered cannot become a plan again."""
    allowed = {Status.COMPLETED, Status.ONGOING, Status.ENDED}
    assert next_statuses(Status.COMPLETED) == allowed


@pytest.mark.parametrize("status", sorted(FINAL))
def test_a_final_status_is_left_for_no_other(status):
    """Ended, cancelled, merged and superseded are final."""
    assert next_statuses(status) == {status}


def test_every_status_is_proposed_active_or_closing():
    """The two groups and the proposal share out the vocabulary without a rest."""
    assert {*ACTIVE, *CLOSING, Status.PROPOSED} == {*TYPED}
    assert not ACTIVE & CLOSING


@pytest.mark.parametrize("status", ["at_risk", "off_track", "paused", "cancelled", "ended"])
def test_every_status_of_concern_needs_a_reason(case, status):
    """Each of the five asks for its reason, also where the Owner reports."""
    subject = case(edits=((UPDATE, '"not_started"', f'"{status}"'),))
    assert "R401" in {issue.code for issue in check_report(subject)}


@pytest.mark.parametrize("colour", ["amber", "red"])
def test_every_confidence_of_concern_needs_who_and_why(case, colour):
    """Amber and red need a reason; red needs an ask as well."""
    edit = (UPDATE, 'confidence: "not_assessed"', f'confidence: "{colour}"')
    codes = {issue.code for issue in check_report(case(edits=(edit,)))}
    assert codes == ({"R402", "R403"} if colour == "red" else {"R402"})


def test_a_final_status_is_not_left_by_a_reason_alone(case):
    """Taking a closed promise up again needs a source besides the reason."""
    again = "updates/2025-01-15/tree-map.md"
    subject = case("R406/good", edits=((again, 'sources:\n  - "plan-2024"\n', ""),))
    assert [issue.code for issue in check_report(subject)] == ["R406"]
