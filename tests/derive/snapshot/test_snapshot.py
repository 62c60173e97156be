"""A snapshot is the report as of a date; what is learned later never changes an earlier one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven
from strategies import FIRST_DAY, LAST_DAY, Longer, after, days, longer, partial_dates

from generator.derive.snapshot.snapshot import UNSEEN, Stage, holder_of, snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Role
from generator.model.keys import IdeaState, RoleKind
from generator.model.statuses import Phase, Status

THEN = date(2023, 6, 30)
NOW = larkhaven().about.as_of


def standing_on(initiative: str, day: date | PartialDate):
    """Return the state of an initiative of the sample."""
    found = snapshot(larkhaven(), day).state_of(initiative)
    assert found is not None
    return found


@given(history=longer(after(THEN), days))
def test_later_history_changes_no_earlier_snapshot(history: Longer) -> None:
    """Records of a later time leave the snapshot of an earlier day as it was, to the last value."""
    assert snapshot(history.after, THEN) == snapshot(history.before, THEN)


@given(history=longer(after(THEN), days))
def test_later_history_is_there_in_time(history: Longer) -> None:
    """The proof above is no empty one: once everything has happened, the additions show."""
    day = date(2031, 1, 1)

    assert snapshot(history.after, day) != snapshot(history.before, day)


@given(
    history=longer(
        partial_dates(FIRST_DAY, LAST_DAY), st.dates(date(2023, 7, 1), date(2026, 1, 1))
    ),
    as_of=days,
)
def test_what_is_entered_later_was_not_known(history: Longer, as_of: date) -> None:
    """Whatever its date, a record entered after `known_by` is left out."""
    assert snapshot(history.after, as_of, known_by=THEN) == snapshot(
        history.before, as_of, known_by=THEN
    )


def test_a_snapshot_of_everything_known_leaves_nothing_out() -> None:
    """`known_by` at the last day of entry is the same as no such limit."""
    free = snapshot(larkhaven(), NOW)
    bound = snapshot(larkhaven(), NOW, known_by=date(2030, 1, 1))

    assert free.states == bound.states


@given(day=days)
def test_the_same_question_has_the_same_answer(day: date) -> None:
    """A day and the partial date that means it give one snapshot; asking again changes nothing."""
    assert snapshot(larkhaven(), day) == snapshot(larkhaven(), PartialDate(day.isoformat()))


@pytest.mark.parametrize(
    ("asked", "day"),
    [
        ("2023", date(2023, 12, 31)),
        ("2023-11~", date(2023, 11, 30)),
        ("2022/..", NOW),
        ("2022-03/2022-05", date(2022, 5, 31)),
    ],
)
def test_an_edition_stands_at_its_last_day(asked: str, day: date) -> None:
    """A date no finer than its contents counts whole; an open end is the living report's day."""
    assert snapshot(larkhaven(), PartialDate(asked)).day == day


def test_initiatives_enter_when_they_are_on_the_record() -> None:
    """A snapshot counts those proposed by then, and none of the updates of the others."""
    counts = [
        len(snapshot(larkhaven(), day).states)
        for day in (date(2021, 8, 31), date(2021, 9, 30), date(2022, 9, 30), NOW)
    ]

    assert counts == [0, 9, 10, 11]
    assert snapshot(larkhaven(), date(2021, 8, 31)).report.updates == ()


def test_initiatives_follow_their_areas() -> None:
    """They come in the order of the areas, then as first named."""
    found = [(s.initiative.area, s.initiative.order) for s in snapshot(larkhaven(), NOW).states]

    order = [area.id for area in larkhaven().areas]
    assert found == sorted(found, key=lambda f: (order.index(f[0]), f[1]))


def test_without_an_update_the_initial_state_stands_until_one_is_owed() -> None:
    """Then it is not reported, and the last that is known is still told with its date."""
    before = standing_on("youth-council", date(2022, 6, 29))
    silent = standing_on("youth-council", date(2022, 6, 30))

    assert (before.status, before.stage) == (Status.PROPOSED, Stage.LATER)
    assert (silent.status, silent.stage) == (Status.NOT_REPORTED, Stage.NOT_REPORTED)
    assert (silent.last_known, str(silent.last_known_on)) == (Status.PROPOSED, "2021-09")
    assert silent.newest is None


def test_the_newest_update_speaks() -> None:
    """Status, phase and confidence are those of the newest visible update."""
    found = [
        standing_on("tide-gauge", day).status
        for day in (date(2021, 10, 1), date(2022, 7, 1), date(2023, 7, 1), date(2024, 2, 10))
    ]

    assert found == [Status.UNDER_WAY, Status.UNDER_WAY, Status.ON_TRACK, Status.OFF_TRACK]
    assert standing_on("tide-gauge", date(2021, 10, 1)).phase is Phase.NOT_ASSESSED


def test_ideas_keep_their_state_until_another_is_told() -> None:
    """Each update adds to what the proposal and earlier updates said; the others stay absent."""
    assert standing_on("tide-gauge", date(2021, 10, 1)).ideas == {
        "first-gauges": IdeaState.UNDER_WAY
    }
    assert standing_on("tide-gauge", NOW).ideas == {
        "first-gauges": IdeaState.IN_PLACE,
        "all-gauges": IdeaState.PARTLY_DONE,
        "sirens": IdeaState.DROPPED,
    }


@pytest.mark.parametrize(
    ("day", "owner"),
    [
        (date(2021, 12, 1), "not_named"),
        (date(2022, 4, 1), "water-manager"),
        (date(2023, 9, 30), "water-manager"),
        (date(2023, 10, 1), "unassigned"),
    ],
)
def test_roles_follow_one_another(day: date, owner: str) -> None:
    """The newest entry that has begun and not ended holds the role."""
    role = standing_on("tide-gauge", day).owner

    assert role is not None
    assert role.holder == owner


def test_an_ended_role_leaves_a_vacancy() -> None:
    """After the end of the only entry nobody holds the role."""
    initiative = larkhaven().initiatives[0]
    role = Role(
        role=RoleKind.OWNER,
        holder="a",
        since=PartialDate("2022"),
        until=PartialDate("2022-06"),
        recorded=date(2022, 7, 1),
    )
    alone = initiative.model_copy(update={"roles": (role,)})

    assert holder_of(alone, RoleKind.OWNER, date(2022, 6, 30)) is role
    assert holder_of(alone, RoleKind.OWNER, date(2022, 7, 1)) is None
    assert holder_of(alone, RoleKind.SPONSOR, date(2022, 6, 30)) is None


STAGES = [
    ("tide-gauge", NOW, Stage.NOW, "off track"),
    ("night-ferry", NOW, Stage.NOW, "paused"),
    ("night-ferry", date(2022, 7, 1), Stage.NEXT, "not started, with a step in the next cycle"),
    ("open-ledger", date(2021, 12, 31), Stage.NEXT, "proposed, with a step in this cycle"),
    ("shade-trees", NOW, Stage.LATER, "proposed without any plan"),
    ("bench-map", NOW, Stage.DONE, "completed"),
    ("one-form", NOW, Stage.DONE, "in operation"),
    ("kiosk-hours", NOW, Stage.DONE, "ended"),
    ("paper-permits", NOW, Stage.DONE, "cancelled"),
    ("lamp-reports", NOW, Stage.DONE, "merged"),
    ("phone-line", NOW, Stage.DONE, "superseded"),
    ("youth-council", NOW, Stage.NOT_REPORTED, "not reported"),
]


@pytest.mark.parametrize(("initiative", "day", "stage", "why"), STAGES, ids=[s[3] for s in STAGES])
def test_now_next_later(initiative: str, day: date, stage: Stage, why: str) -> None:
    """Every status has its place on the roadmap; a plan tells next from later."""
    assert standing_on(initiative, day).stage is stage, why


@pytest.mark.parametrize(
    ("cycle", "stage"),
    [("fy2021-23", Stage.NEXT), ("fy2023-25", Stage.NEXT), ("fy2025-27", Stage.LATER)],
)
def test_a_work_plan_makes_it_next(cycle: str, stage: Stage) -> None:
    """A work plan of the current or the next cycle does; one further off does not."""
    report = larkhaven()
    tide, *others = sorted(report.initiatives, key=lambda i: i.id != "tide-gauge")
    entry = tide.work_plan[0].model_copy(update={"cycle": cycle})
    planned = [
        i.model_copy(update={"work_plan": (entry,)}) if i.id == "youth-council" else i
        for i in (tide, *others)
    ]
    changed = report.model_copy(update={"initiatives": tuple(planned)})

    found = snapshot(changed, date(2022, 1, 1)).state_of("youth-council")

    assert found is not None
    assert found.stage is stage


@pytest.mark.parametrize(
    ("planned", "stage"),
    [
        ("2020", Stage.LATER),
        ("2021-06/2021-07", Stage.NEXT),
        ("2023", Stage.NEXT),
        ("2025-06-30", Stage.NEXT),
        ("2025-07-01", Stage.LATER),
    ],
)
def test_a_roadmap_step_makes_it_next(planned: str, stage: Stage) -> None:
    """A step planned within the current or the next cycle does; one before or after does not."""
    report = larkhaven()
    change_set = next(i for i in report.initiatives if i.id == "open-ledger")
    step = change_set.roadmap[0].model_copy(update={"original": PartialDate(planned)})
    changed = report.model_copy(
        update={"initiatives": (change_set.model_copy(update={"roadmap": (step,)}),)}
    )

    found = snapshot(changed, date(2022, 1, 1)).state_of("open-ledger")

    assert found is not None
    assert found.stage is stage


def test_updates_of_what_is_not_on_the_record_are_left_out() -> None:
    """An update dated before its initiative was proposed is not part of the snapshot."""
    report = larkhaven()
    early = next(u for u in report.updates if u.initiative == "tide-gauge")
    early = early.model_copy(update={"initiative": "shade-trees"})

    seen = snapshot(report.model_copy(update={"updates": (early,)}), date(2023, 6, 30))

    assert seen.report.updates == ()


def test_a_measure_appears_with_its_first_point() -> None:
    """Before anything of it is known a measure is not there; a baseline not yet known is said."""
    early = standing_on("one-form", date(2023, 6, 1)).initiative
    late = standing_on("one-form", NOW).initiative

    assert (early.measures, len(late.measures)) == ((), 1)
    assert UNSEEN.why


def test_parts_of_a_record_appear_one_by_one() -> None:
    """A roadmap step shows its revisions and its outcome only once they were so."""
    steps = [
        {step.id: step for step in standing_on("tide-gauge", day).initiative.roadmap}
        for day in (date(2021, 10, 1), date(2022, 5, 1), date(2022, 8, 1))
    ]

    found = [(len(s["three-quays"].revised), s["three-quays"].outcome is not None) for s in steps]

    assert found == [(0, False), (1, False), (1, True)]
    assert ["nine-quays" in s for s in steps] == [False, False, True]


@pytest.mark.parametrize(
    ("day", "years"),
    [
        (date(2021, 9, 29), []),
        (date(2021, 9, 30), [2021]),
        (date(2022, 12, 30), [2021]),
        (date(2022, 12, 31), [2021, 2022]),
        (date(2024, 2, 10), [2021, 2022, 2023]),
    ],
)
def test_editions_appear_at_the_end_of_their_time(day: date, years: list[int]) -> None:
    """A snapshot knows no edition of a later time."""
    seen = snapshot(larkhaven(), day)

    assert [edition.year for edition in seen.report.editions] == years
