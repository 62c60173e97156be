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


def test_states_are_counted_with_zeros() -> None:
    """A state that does not occur is counted as none."""
    assert count_states(()) == dict.fromkeys(ObligationState, 0)
