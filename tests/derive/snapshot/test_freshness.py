"""Freshness, line by line of ruling 15."""

from datetime import date

import pytest
from hypothesis import given
from larkhaven import larkhaven
from strategies import days

from generator.derive.snapshot.freshness import holds_until
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate
from generator.model.statuses import Freshness, Status

NOW = larkhaven().about.as_of

LINES = [
    ("bench-map", NOW, Freshness.NOT_DUE, "a settled initiative owes nothing more"),
    ("bench-map", date(2040, 1, 1), Freshness.NOT_DUE, "not even after the calendar's end"),
    ("youth-council", NOW, Freshness.NONE, "no update although milestones passed"),
    ("youth-council", date(2040, 1, 1), Freshness.NONE, "which time does not heal"),
    ("shade-trees", NOW, Freshness.NOT_DUE, "no update, and no milestone since the proposal"),
    ("youth-council", date(2022, 6, 29), Freshness.NOT_DUE, "the day before the first is due"),
    ("tide-gauge", NOW, Freshness.CURRENT, "the open window is answered already"),
    ("tide-gauge", date(2024, 1, 31), Freshness.CURRENT, "no window is open"),
    ("night-ferry", NOW, Freshness.DUE, "nothing is missed and the window is open"),
    ("night-ferry", date(2024, 6, 29), Freshness.DUE, "to the day before it closes"),
    ("night-ferry", date(2024, 6, 30), Freshness.LATE, "one milestone passed unanswered"),
    ("one-form", NOW, Freshness.LATE, "one milestone passed unanswered, a window is open"),
    ("open-ledger", NOW, Freshness.STALE, "two milestones passed unanswered"),
    ("tide-gauge", date(2025, 6, 30), Freshness.CURRENT, "the last day of the last cycle"),
    ("tide-gauge", date(2025, 7, 1), Freshness.NOT_MEASURABLE, "the day after it"),
    ("tide-gauge", date(2026, 2, 4), Freshness.NOT_MEASURABLE, "the day before a whole cycle"),
    ("tide-gauge", date(2026, 2, 5), Freshness.LATE, "one whole cycle since the update"),
    ("tide-gauge", date(2028, 2, 5), Freshness.STALE, "two whole cycles since the update"),
]


@pytest.mark.parametrize(("initiative", "day", "expected", "why"), LINES, ids=[c[3] for c in LINES])
def test_freshness(initiative: str, day: date, expected: Freshness, why: str) -> None:
    """Each line of the ruling decides before the ones below it."""
    found = snapshot(larkhaven(), day).state_of(initiative)

    assert found is not None
    assert found.freshness is expected, why


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NOT_REPORTED])
def test_settled_statuses_owe_nothing(status: Status) -> None:
    """Completed, ended, cancelled, merged and superseded are not due; all others can be stale."""
    report = larkhaven()
    told = [u.model_copy(update={"status": status}) for u in report.updates]
    changed = report.model_copy(update={"updates": tuple(told)})

    found = snapshot(changed, NOW).state_of("open-ledger")

    assert found is not None
    assert found.freshness is (Freshness.NOT_DUE if status.is_closed else Freshness.STALE)


def test_a_later_update_answers_for_a_gap_before_it() -> None:
    """Whoever reports at one milestone has answered those before; the gap is not compared with."""
    report = larkhaven()
    kept = [u for u in report.updates if (u.initiative, u.milestone) != ("tide-gauge", "mid-2022")]
    found = snapshot(report.model_copy(update={"updates": tuple(kept)}), NOW).state_of("tide-gauge")

    assert found is not None
    assert found.owed_milestones.missed == ()


def test_an_update_of_the_milestone_itself_counts_though_its_date_is_open() -> None:
    """An update whose as-of date is only a year answers all that fell due by that year's end."""
    report = larkhaven()
    told = [
        u.model_copy(update={"as_of": PartialDate("2023"), "milestone": "2023-12-31"})
        if u.initiative == "open-ledger"
        else u
        for u in report.updates
    ]
    found = snapshot(report.model_copy(update={"updates": tuple(told)}), NOW).state_of(
        "open-ledger"
    )

    assert found is not None
    assert found.freshness is Freshness.DUE


@given(day=days)
def test_missed_is_a_part_of_what_was_owed(day: date) -> None:
    """Nothing is missed that was not owed, and nothing is owed before it fell due."""
    for state in snapshot(larkhaven(), day).states:
        owed, missed = state.owed_milestones.owed, state.owed_milestones.missed
        assert set(missed) <= set(owed)
        assert all(m.owed and m.due.last(day) <= day for m in owed)
        assert (state.freshness is Freshness.NONE) == (not state.updates and bool(owed))


@pytest.mark.parametrize(
    ("as_of", "milestone", "until"),
    [
        ("2022-06", "mid-2022", "2023-06-20"),
        ("2022-06", "off", "2023-06-20"),
        ("2023-06-19", "off", "2023-06-20"),
        ("2023-06-20", "off", "2023-11~"),
        ("2024-06-30", "off", "2026-06-30"),
        ("2024", "off", "2026"),
        ("2024-07~", "off", "2026-07~"),
        ("2024-02-29", "mid-2024", "2026-02-28"),
        ("2023-08/2024-08", "off", "2026-08"),
        ("2024-08/..", "off", "2026-09-01"),
    ],
)
def test_an_update_holds_until_the_next_was_due(as_of: str, milestone: str, until: str) -> None:
    """That is the next owed milestone, or a whole cycle later, as exact as the record."""
    changed = {"as_of": PartialDate(as_of), "milestone": milestone}
    update = larkhaven().updates[0].model_copy(update=changed)

    assert holds_until(larkhaven(), update, date(2024, 9, 1)).text == until
