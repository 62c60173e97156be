"""Flows between statuses: every initiative is in one, renamed, new, gone, or as it was."""

from dataclasses import replace
from datetime import date

import pytest
from larkhaven import larkhaven

from generator.derive.history.status_flows import (
    NOT_LISTED,
    StatusFlow,
    StatusThen,
    by_status,
    status_flows,
)
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.model.statuses import Status


def on(day: date) -> Snapshot:
    """Return the sample as of a day."""
    return snapshot(larkhaven(), day)


@pytest.fixture
def now() -> Snapshot:
    """Return the living sample."""
    return on(larkhaven().about.as_of)


def test_every_initiative_is_in_one_flow(now: Snapshot) -> None:
    """Who is new comes from where nobody was listed; all others from their status before."""
    before = on(date(2022, 6, 30))
    flows = status_flows(before, now)
    ids = [state.initiative.id for flow in flows for state in flow.initiatives]
    assert sorted(ids) == sorted(state.initiative.id for state in now.states)
    new = [s.initiative.id for f in flows if f.before == NOT_LISTED for s in f.initiatives]
    assert len(new) == len(now.states) - len(before.states) > 0


def test_a_renamed_initiative_is_the_same_one(now: Snapshot) -> None:
    """It neither goes nor comes."""
    former = {s.initiative.former_ids[0]: s for s in now.states if s.initiative.former_ids}
    then = tuple(
        replace(s, initiative=s.initiative.model_copy(update={"id": old, "former_ids": ()}))
        for old, s in former.items()
    )
    assert then
    flows = status_flows(replace(now, states=then), now)
    known = [flow for flow in flows if flow.before != NOT_LISTED]
    assert sum(len(flow.initiatives) for flow in known) == len(then)
    assert not any(flow.after == NOT_LISTED for flow in flows)


def test_who_is_gone_is_told(now: Snapshot) -> None:
    """An initiative that is no longer listed flows to where nobody is."""
    flows = status_flows(now, replace(now, states=now.states[1:]))
    (gone,) = [flow for flow in flows if flow.after == NOT_LISTED]
    assert gone.initiatives == now.states[:1]
    assert flows[-1] is gone


def test_only_another_status_is_a_move() -> None:
    """Silence, old news, and going away move nobody."""
    under_way, ended = StatusThen(Status.UNDER_WAY), StatusThen(Status.ENDED)
    old, silent = StatusThen(Status.UNDER_WAY, outdated=True), StatusThen(Status.NOT_REPORTED)
    assert StatusFlow(under_way, ended, ()).is_move
    assert StatusFlow(NOT_LISTED, under_way, ()).is_move
    assert StatusFlow(silent, under_way, ()).is_move
    assert StatusFlow(under_way, silent, ()).is_silence
    assert not StatusFlow(silent, silent, ()).is_silence
    for after in (under_way, old, silent, NOT_LISTED):
        assert not StatusFlow(under_way, after, ()).is_move


def test_what_is_furthest_along_comes_first(now: Snapshot) -> None:
    """What is done, under way, waits, and is not reported, in this order."""
    groups = [then.order for then in by_status(now.states)]
    assert groups == sorted(groups)
    assert max(then.order for then in by_status(now.states)) < NOT_LISTED.order
