"""What an update may say: the statuses that somebody reports."""

import pytest

from generator.load.binding import bind
from generator.load.yaml.source import parse_yaml
from generator.model.initiative import AtProposal
from generator.model.statuses import Status
from generator.model.updates import Update


def status_fault(model, word):
    """Return the one fault of a status, out of all that a record with nothing else has."""
    document, _ = parse_yaml(f'status: "{word}"\n'.encode(), "t.yml")
    _, issues = bind(model, document)
    return next((issue for issue in issues if '"status"' in issue.found), None)


@pytest.mark.parametrize("model", [Update, AtProposal])
def test_a_wrong_status_is_answered_with_the_words_that_may_be_typed(model):
    """The word that is worked out is not offered, and a slip is recognized."""
    fault = status_fault(model, "on track")
    assert (fault.code, fault.next_step) == ("S004", 'Did you mean "on_track"?')
    assert "superseded" in fault.expected
    assert "not_reported" not in fault.expected


def test_the_status_that_is_worked_out_is_refused_for_its_own_reason():
    """Whoever types it learns why nobody may; every other status is taken."""
    assert status_fault(Update, "not_reported").code == "S028"
    assert [s for s in Status if status_fault(Update, s)] == [Status.NOT_REPORTED]
