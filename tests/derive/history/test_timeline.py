"""What happened to an initiative comes in the order of time, the newest first."""

from datetime import date

from hypothesis import given
from larkhaven import larkhaven
from strategies import FIRST_DAY, LAST_DAY, Longer, days, longer, partial_dates

from generator.derive.history.timeline import timeline
from generator.derive.snapshot.snapshot import snapshot
from generator.model.initiative import Event, Proposed
from generator.model.updates import Update

NOW = larkhaven().about.as_of


def told(initiative: str, day: date = NOW) -> list[tuple[str, str]]:
    """Return kind and key of the entries of an initiative's timeline."""
    state = snapshot(larkhaven(), day).state_of(initiative)
    assert state is not None
    return [(type(e.what).__name__, e.what.key) for e in timeline(state, day)]


def test_a_rich_timeline_runs_backwards() -> None:
    """By last possible day, then first: a vague date is where it must be over."""
    assert told("tide-gauge") == [
        ("Event", "storm"),
        ("Update", "mid-2024 tide-gauge"),
        ("Event", "sirens-rejected"),
        ("Update", "report-2023 tide-gauge"),
        ("Update", "budget-fy2023-25 tide-gauge"),
        ("Event", "poles-changed"),
        ("Event", "three-stand"),
        ("Update", "mid-2022 tide-gauge"),
        ("Event", "drawings"),
        ("Event", "approved"),
        ("Proposed", ""),
        ("Event", "first-pole"),
    ]


def test_an_update_stands_above_the_events_of_its_day() -> None:
    """Where an update and an event share a date, the update is the newer word."""
    assert told("kiosk-hours")[:2] == [
        ("Update", "2023-08-15 kiosk-hours"),
        ("Event", "kiosk-shut"),
    ]


def test_a_poor_timeline_is_the_proposal() -> None:
    """Where nothing happened the proposal is still told."""
    assert told("youth-council") == [("Proposed", "")]


@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_nothing_is_left_out_or_out_of_order(day: date, history: Longer) -> None:
    """Proposal, events and updates are all there, once, none above a later one."""
    for state in snapshot(history.after, day).states:
        entries = timeline(state, day)
        kinds = [type(entry.what) for entry in entries]
        lasts = [entry.when.last(day) for entry in entries]

        assert lasts == sorted(lasts, reverse=True)
        assert kinds.count(Proposed) == 1
        assert kinds.count(Event) == len(state.initiative.events)
        assert kinds.count(Update) == len(state.updates)
