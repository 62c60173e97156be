"""What is due at each milestone: every obligation is answered or missing, and nothing is lost."""

from datetime import date

import pytest
from hypothesis import given
from larkhaven import larkhaven
from strategies import days

from generator.derive.responsibility.obligations import (
    ObligationState,
    count_states,
    obligations_by_milestone,
)
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
ANSWERS = {ObligationState.CAME, ObligationState.COVERED}


@given(days)
def test_every_initiative_stands_at_every_milestone_once(day: date) -> None:
    """The counts of the states add up to all initiatives, at each milestone."""
    seen = snapshot(larkhaven(), day)

    found = obligations_by_milestone(seen)

    assert len(found) == len(seen.report.calendar.milestones)
    for milestone in found:
        assert [o.initiative_state for o in milestone.initiatives] == list(seen.states)
        assert sum(milestone.by_state.values()) == len(seen.states)


@given(days)
def test_every_obligation_is_answered_or_missing_or_ended(day: date) -> None:
    """What freshness counts as owed and missed is what the pages show as due and missing."""
    seen = snapshot(larkhaven(), day)
    found = {
        (m.milestone.id, o.initiative_state.initiative.id): o
        for m in obligations_by_milestone(seen)
        for o in m.initiatives
    }

    for state in seen.states:
        key = state.initiative.id
        missed = {m.id for m in state.owed_milestones.missed}
        for milestone in state.owed_milestones.owed:
            obligation = found[milestone.id, key]
            if milestone.id in missed:
                assert obligation.state in {ObligationState.MISSING, ObligationState.RELEASED}
            else:
                assert obligation.state in ANSWERS
                assert obligation.update is not None
        owed = {m.id for m in state.owed_milestones.owed}
        open_now = {
            m for (m, i), o in found.items() if i == key and o.state is ObligationState.MISSING
        }
        assert open_now <= owed


@given(days)
def test_only_what_is_finished_or_stopped_is_let_off(day: date) -> None:
    """Nobody is let off by silence: an update with a final status is behind it."""
    for milestone in obligations_by_milestone(snapshot(larkhaven(), day)):
        for obligation in milestone.initiatives:
            if obligation.state is ObligationState.RELEASED:
                assert obligation.update is not None
                assert obligation.update.status.is_closed


@given(days)
def test_nothing_is_missing_before_it_is_due(day: date) -> None:
    """Expected until the last day that a milestone may fall due, missing from that day on."""
    for milestone in obligations_by_milestone(snapshot(larkhaven(), day)):
        due = milestone.milestone.due.last(date.max)
        states = {o.state for o in milestone.initiatives}
        assert ObligationState.MISSING not in states or due <= day
        assert ObligationState.EXPECTED not in states or due > day


STATES = [
    ("mid-2024", "tide-gauge", ObligationState.CAME),
    ("mid-2022", "phone-line", ObligationState.COVERED),
    ("mid-2022", "youth-council", ObligationState.MISSING),
    ("mid-2024", "youth-council", ObligationState.EXPECTED),
    ("report-2023", "bench-map", ObligationState.RELEASED),
    ("mid-2022", "shade-trees", ObligationState.NOT_OWED),
    ("review-2024", "tide-gauge", ObligationState.NOT_OWED),
    ("budget-fy2021-23", "tide-gauge", ObligationState.NOT_OWED),
]


@pytest.mark.parametrize(("milestone", "initiative", "state"), STATES)
def test_states_of_the_sample(milestone: str, initiative: str, state: ObligationState) -> None:
    """One example of each state."""
    found = next(m for m in obligations_by_milestone(NOW) if m.milestone.id == milestone)

    assert next(
        o.state for o in found.initiatives if o.initiative_state.initiative.id == initiative
    ) is (state)


@pytest.mark.parametrize(
    ("since", "owing"),
    [
        ("2022-06-30", {"mid-2022", "budget-fy2023-25", "report-2023", "mid-2024"}),
        ("2022-07", {"budget-fy2023-25", "report-2023", "mid-2024"}),
        ("2023", {"mid-2024"}),
    ],
)
def test_a_post_owes_what_falls_due_in_its_time(since: str, owing: set[str]) -> None:
    """Not what fell due before it took over, nor what may have."""
    report, day = larkhaven(), date(2024, 2, 10)
    model = next(i for i in report.initiatives if i.id == "lamp-reports")
    role = model.roles[0].model_copy(
        update={"holder": "desk-manager", "since": PartialDate.parse(since)}
    )
    one = model.model_copy(update={"roles": (role,)})
    alone = report.model_copy(update={"initiatives": (one,), "updates": ()})
    due = [o for m in obligations_by_milestone(snapshot(alone, day)) for o in m.initiatives]

    found = {o.milestone.id for o in due if o.owed_by(role, day)}

    assert found == owing
    assert all(o.owed_by(role, day) in ("", "desk-manager") for o in due)


def test_a_second_entry_of_the_same_post_goes_on() -> None:
    """A role that was entered anew, without an end before, has been held all along."""
    report, day = larkhaven(), date(2024, 2, 10)
    model = next(i for i in report.initiatives if i.id == "lamp-reports")
    first, second = (
        model.roles[0].model_copy(
            update={"holder": "desk-manager", "since": PartialDate.parse(since)}
        )
        for since in ("2021-09", "2024-01")
    )
    one = model.model_copy(update={"roles": (first, second)})
    alone = report.model_copy(update={"initiatives": (one,), "updates": ()})
    due = [o for m in obligations_by_milestone(snapshot(alone, day)) for o in m.initiatives]

    assert all(o.owed_by(second, day) for o in due if o.is_open)


def test_states_are_counted_with_zeros() -> None:
    """A state that does not occur is counted as none."""
    assert count_states(()) == dict.fromkeys(ObligationState, 0)
