"""Who owes what by when: what is overdue and what comes next, each asked of somebody."""

import pytest
from larkhaven import larkhaven

from generator.core.errors import GeneratorError
from generator.derive.responsibility.obligations import ObligationState, obligations_by_milestone
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.updates.due import asked_updates, due_text, due_updates
from generator.model.dates import PartialDate


def on(day):
    """Return the sample as of a day."""
    return snapshot(larkhaven(), PartialDate(day))


def test_what_is_missing_is_overdue_and_only_that():
    """Every missing pair of the snapshot is a debt, and no other is overdue."""
    then = on("2024-02-10")
    missing = {
        (at.milestone.id, obligation.initiative_state.initiative.id)
        for at in obligations_by_milestone(then)
        for obligation in at.initiatives
        if obligation.state is ObligationState.MISSING
    }
    due = {(d.milestone.id, d.initiative): d for d in due_updates(then) if d.overdue}
    assert due.keys() == missing
    asked = {pair for pair, d in due.items() if not d.before}
    assert (
        asked
        == {(d.milestone.id, d.initiative) for d in asked_updates(then) if d.overdue}
        == {("report-2023", "one-form")}
    )


def test_what_fell_due_before_anyone_was_responsible_is_asked_of_nobody():
    """It is counted, and where it is shown is said."""
    then = on("2024-02-10")
    told = due_text(due_updates(then), then.day)
    assert "Nobody is asked for 5 updates of 2 initiatives" in told
    assert "budget-fy2023-25" not in told


def test_only_the_next_milestone_is_looked_ahead_to():
    """Without a milestone named, of those to come only the first is listed."""
    ahead = [d.milestone.id for d in due_updates(on("2022-03-01")) if not d.overdue]
    assert set(ahead) == {"mid-2022"}


def test_one_milestone_may_be_asked_for():
    """A named milestone is listed alone, also one that is further ahead."""
    assert {d.milestone.id for d in due_updates(on("2023-07-01"), "mid-2024")} == {"mid-2024"}


def test_an_unknown_milestone_is_refused_with_a_guess():
    """A slip of the hand is answered with what was probably meant."""
    with pytest.raises(GeneratorError, match='Did you mean "mid-2024"'):
        due_updates(on("2024-02-10"), "mid-2025")


def test_the_list_says_who_is_asked():
    """The Owner is asked, else the Sponsor with the reason, else it says that nobody is known."""
    then = on("2024-02-10")
    told = due_text(due_updates(then), then.day)
    assert "  Front Desk Manager, Owner\n    one-form: One form for every request\n" in told
    assert "Harbour Director (@larkhaven-harbour), Sponsor, because no Owner is known" in told
    assert "No Owner or Sponsor is known: assign both" in told
    assert "mid-2024 (Middle of the 2023 to 2025 cycle), is due June 30, 2024: 5 of 6" in told


def test_nothing_owed_is_said():
    """An empty list is a sentence, not a blank."""
    then = on("2021-10-15")
    assert due_text((), then.day) == "No update is due on October 15, 2021.\n"
