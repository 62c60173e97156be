"""Counts: each is the sum of its parts, and every key is counted, also with none."""

from datetime import date

from hypothesis import given
from larkhaven import larkhaven
from strategies import FIRST_DAY, LAST_DAY, Longer, days, longer, partial_dates

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.snapshot.totals import (
    AgeCount,
    RoleCount,
    count_role,
    counts_by_key,
    finds_by_year,
    status_ages,
    totals,
)
from generator.model.keys import HowProposed, IdeaState, RoleKind
from generator.model.statuses import REPORTED, Freshness, Status

NOW = larkhaven().about.as_of


@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_totals_are_the_sums_of_their_parts(day: date, history: Longer) -> None:
    """By status, freshness, idea state, role, and how they joined: nothing is lost or doubled."""
    seen = snapshot(history.after, day)
    found = totals(seen)

    assert found.initiatives == len(seen.states)
    assert sum(found.by_status.values()) == found.initiatives
    assert found.first_proposed + found.joined_later == found.initiatives
    assert sum(found.ideas_by_state.values()) + found.ideas_nothing_found == found.ideas
    assert found.without_update <= found.initiatives
    for roles in found.roles.values():
        assert roles.held + roles.unassigned + roles.not_named == found.initiatives
    assert max(found.measures_without_target, found.measures_without_baseline) <= found.measures


@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_ages_add_up_to_what_they_are_of(day: date, history: Longer) -> None:
    """Each reported status, each idea with a state, each initiative with a find is in one age."""
    seen = snapshot(history.after, day)
    found = totals(seen)

    def size(ages: AgeCount) -> int:
        return len(ages.recent) + len(ages.earlier)

    by_status = status_ages(seen.states, found.recent_since, day)
    assert {k: size(a) for k, a in by_status.items()} == {
        key: number for key, number in found.by_status.items() if number and key in REPORTED
    }
    assert {k: size(a) for k, a in found.idea_ages.items()} == {
        key: number for key, number in found.ideas_by_state.items() if number
    }
    finds = finds_by_year(seen)
    with_find = sum(bool(state.evidence.newest) for state in seen.states)
    assert sum(year.with_update + year.only_related for year in finds) == with_find
    assert size(found.newest_finds) == with_find
    assert [year.year for year in finds] == list(range(finds[0].year, day.year + 1))
    assert all(year <= day.year for ages in by_status.values() for year in ages.earlier)


@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_nothing_found_is_said_only_where_nothing_was_found(day: date, history: Longer) -> None:
    """An initiative with an event or an update after its proposal is never among them."""
    seen = snapshot(history.after, day)
    nothing = [s for s in seen.states if s.freshness is Freshness.NONE and not s.evidence.newest]

    assert totals(seen).nothing_since_proposal == len(nothing)
    for state in nothing:
        proposed = state.initiative.proposed.on.last(day)
        assert not state.updates
        assert all(event.on.first() <= proposed for event in state.initiative.events)


@given(day=days)
def test_areas_add_up_to_the_whole(day: date) -> None:
    """Every initiative and idea is counted in exactly one area."""
    seen = snapshot(larkhaven(), day)
    areas = [[s for s in seen.states if s.initiative.area == a.id] for a in larkhaven().areas]

    assert sum(map(len, areas)) == totals(seen).initiatives
    assert sum(len(s.initiative.ideas) for area in areas for s in area) == totals(seen).ideas


def test_the_sample_counts_what_it_holds() -> None:
    """The counts of the sample, added up by hand."""
    found = totals(snapshot(larkhaven(), NOW))

    assert (found.initiatives, found.first_proposed, found.joined_later) == (11, 10, 1)
    assert (found.ideas, found.ideas_nothing_found) == (14, 6)
    assert found.ideas_by_state == {
        IdeaState.UNDER_WAY: 0,
        IdeaState.PARTLY_DONE: 2,
        IdeaState.IN_PLACE: 3,
        IdeaState.ENDED: 1,
        IdeaState.DROPPED: 2,
    }
    assert found.roles == {
        RoleKind.OWNER: RoleCount(held=3, unassigned=2, not_named=6),
        RoleKind.SPONSOR: RoleCount(held=5, unassigned=0, not_named=6),
    }
    assert (found.measures, found.measures_without_target, found.measures_without_baseline) == (
        *(10, 6, 8),
    )


def test_an_initiative_without_any_role_counts_as_unassigned() -> None:
    """No entry at all is a vacancy and not left out of the count."""
    report = larkhaven()
    bare = tuple(i.model_copy(update={"roles": ()}) for i in report.initiatives)
    seen = snapshot(report.model_copy(update={"initiatives": bare}), NOW)

    assert count_role(state.owner for state in seen.states) == RoleCount(0, 11, 0)


def test_every_key_is_there_in_the_order_of_the_vocabulary() -> None:
    """A tally names the keys that do not occur, with zero."""
    assert list(counts_by_key(Status, [Status.PAUSED]).items()) == [
        (key, int(key is Status.PAUSED)) for key in Status
    ]
    assert counts_by_key(HowProposed, []) == {HowProposed.PROPOSED: 0, HowProposed.FIRST_SEEN: 0}
    assert list(counts_by_key(RoleKind, [RoleKind.SPONSOR])) == [RoleKind.OWNER, RoleKind.SPONSOR]


def test_an_empty_report_counts_nothing() -> None:
    """Before the first proposal all counts are zero, and none is missing."""
    found = totals(snapshot(larkhaven(), date(2020, 1, 1)))

    assert (found.initiatives, found.ideas) == (0, 0)
    assert set(found.by_status.values()) == {0}
    assert set(found.by_status) == set(Status)
