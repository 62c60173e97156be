"""The budget cycle as of a day: what is owed, what answers it, and where the day lies."""

from datetime import date

import pytest
from larkhaven import larkhaven

from generator.derive.responsibility.budget_cycle import (
    AnsweringDays,
    answering_days,
    answers,
    beyond_calendar,
    cycle_after,
    cycle_later,
    cycle_on,
    due_now,
    in_due_order,
    in_offered_order,
    newest_full_cycle,
    open_window,
    owed_since,
    passed,
    whole_cycles,
)
from generator.model.cycles import Calendar
from generator.model.dates import PartialDate

CALENDAR = larkhaven().calendar
MILESTONES = {milestone.id: milestone for milestone in CALENDAR.milestones}


def update(milestone: str, as_of: str):
    """Return an update of the sample, put under another milestone and date."""
    changed = {"milestone": milestone, "as_of": PartialDate(as_of)}
    return larkhaven().updates[0].model_copy(update=changed)


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2022, 6, 29), []),
        (date(2022, 6, 30), ["mid-2022"]),
        (date(2023, 11, 29), ["mid-2022", "budget-fy2023-25"]),
        (date(2023, 11, 30), ["mid-2022", "budget-fy2023-25", "report-2023"]),
        (date(2030, 1, 1), ["mid-2022", "budget-fy2023-25", "report-2023", "mid-2024"]),
    ],
)
def test_a_milestone_passes_on_the_last_day_it_may_fall_due(day: date, ids: list[str]) -> None:
    """Only owed ones count; a date placed within a month counts from its end."""
    assert [milestone.id for milestone in passed(CALENDAR, day)] == ids


@pytest.mark.parametrize(
    ("proposed", "ids"),
    [
        ("2021-09", ["mid-2022", "budget-fy2023-25", "report-2023"]),
        ("2022-06-29", ["mid-2022", "budget-fy2023-25", "report-2023"]),
        ("2022-06", ["budget-fy2023-25", "report-2023"]),
        ("2022", ["budget-fy2023-25", "report-2023"]),
        ("2023-12", []),
        ("2021-09/..", []),
    ],
)
def test_nothing_is_owed_before_the_proposal(proposed: str, ids: list[str]) -> None:
    """A milestone is owed only if the initiative was certainly proposed before it fell due."""
    owed = owed_since(CALENDAR, PartialDate(proposed), date(2024, 2, 10))

    assert [milestone.id for milestone in owed] == ids


@pytest.mark.parametrize(
    ("posted", "as_of", "milestone", "answered", "why"),
    [
        ("report-2023", "2023-11", "report-2023", True, "its own"),
        ("report-2023", "2023-11", "mid-2022", True, "one before its own"),
        ("report-2023", "2023-11", "mid-2024", False, "one after its own"),
        ("mid-2022", "2022-05", "mid-2022", True, "its own, though written before it fell due"),
        ("mid-2022", "2023-06-20", "budget-fy2023-25", True, "one due by its as-of date"),
        ("mid-2022", "2023-06-19", "budget-fy2023-25", False, "one due the day after"),
        ("2023-08-15", "2023-08-15", "budget-fy2023-25", True, "off the cycle: due by then"),
        ("2023-08-15", "2023-08-15", "report-2023", False, "off the cycle: not yet due"),
        ("review-2024", "2022-01", "mid-2022", False, "a compilation answers by its date alone"),
        ("review-2024", "2022-07", "mid-2022", True, "which may be late enough"),
    ],
)
def test_what_an_update_answers(
    posted: str, as_of: str, milestone: str, *, answered: bool, why: str
) -> None:
    """Its own owed milestone, all before it, and all due by its as-of date (ruling 15)."""
    day = date(2024, 2, 10)

    assert answers(update(posted, as_of), MILESTONES[milestone], CALENDAR, day) is answered, why


@pytest.mark.parametrize(
    ("day", "answered"), [(date(2022, 6, 29), False), (date(2022, 6, 30), True)]
)
def test_an_open_end_reaches_to_the_day_and_no_further(day: date, *, answered: bool) -> None:
    """An update of a time without a known end cannot answer what falls due later (ruling 3)."""
    posted = update("2022-01-15", "2022-01-15/..")

    assert answers(posted, MILESTONES["mid-2022"], CALENDAR, day) is answered


@pytest.mark.parametrize(
    ("day", "milestone"),
    [
        (date(2022, 5, 31), None),
        (date(2022, 6, 1), "mid-2022"),
        (date(2022, 6, 30), "mid-2022"),
        (date(2022, 7, 1), None),
        (date(2023, 11, 1), "report-2023"),
        (date(2024, 1, 31), None),
        (date(2024, 2, 10), "mid-2024"),
    ],
)
def test_updates_may_be_posted_while_a_window_is_open(day: date, milestone: str | None) -> None:
    """From `opens`, or where it is absent from the first day that `due` may mean, to the last."""
    window = open_window(CALENDAR, day)

    assert (window.id if window else None) == milestone


@pytest.mark.parametrize(
    ("day", "on", "following"),
    [
        (date(2021, 6, 30), None, "fy2021-23"),
        (date(2021, 7, 1), "fy2021-23", "fy2023-25"),
        (date(2023, 6, 30), "fy2021-23", "fy2023-25"),
        (date(2023, 7, 1), "fy2023-25", None),
        (date(2025, 7, 1), None, None),
    ],
)
def test_a_day_lies_in_a_cycle(day: date, on: str | None, following: str | None) -> None:
    """Cycles hold their first and last day; the next is the first that begins later."""
    cycles = (cycle_on(CALENDAR, day), cycle_after(CALENDAR, day))

    assert tuple(cycle.id if cycle else None for cycle in cycles) == (on, following)


def test_the_calendar_ends_with_its_last_cycle() -> None:
    """The last day of the last cycle still lies within; without cycles there is no end."""
    assert not beyond_calendar(CALENDAR, date(2025, 6, 30))
    assert beyond_calendar(CALENDAR, date(2025, 7, 1))
    assert not beyond_calendar(Calendar(), date(2025, 7, 1))


@pytest.mark.parametrize(
    ("start", "end", "cycles"),
    [
        (date(2022, 3, 10), date(2024, 3, 9), 0),
        (date(2022, 3, 10), date(2024, 3, 10), 1),
        (date(2022, 3, 10), date(2026, 3, 10), 2),
        (date(2024, 2, 29), date(2026, 2, 28), 0),
        (date(2024, 2, 29), date(2026, 3, 1), 1),
        (date(2024, 1, 1), date(2022, 1, 1), 0),
    ],
)
def test_whole_cycles_are_counted_by_birthdays(start: date, end: date, cycles: int) -> None:
    """A cycle of two years has passed on the same day two years later, never before."""
    assert whole_cycles(start, end, 2) == cycles


def test_milestones_stand_in_the_order_in_which_they_fall_due() -> None:
    """The order in the file does not matter."""
    backwards = in_due_order(CALENDAR.milestones[::-1])

    assert backwards == in_due_order(CALENDAR.milestones)
    assert [m.id for m in backwards][:2] == ["budget-fy2021-23", "mid-2022"]


@pytest.mark.parametrize(
    ("day", "begins"),
    [
        (date(2024, 1, 1), date(2021, 7, 1)),
        (date(2025, 6, 30), date(2021, 7, 1)),
        (date(2025, 7, 1), date(2023, 7, 1)),
        (date(2027, 6, 30), date(2023, 7, 1)),
        (date(2027, 7, 1), date(2025, 7, 1)),
        (date(2032, 1, 1), date(2029, 7, 1)),
        (date(2022, 1, 1), date(2019, 7, 1)),
    ],
    ids=[
        "the one before the cycle of the day",
        "to its last day",
        "then that one",
        "after the calendar until a whole cycle has passed",
        "then those that follow by rule",
        "however long after",
        "before the first has passed, as many fiscal years",
    ],
)
def test_the_newest_full_cycle_has_wholly_passed(day: date, begins: date) -> None:
    """It is listed, or follows from those that are."""
    assert newest_full_cycle(larkhaven(), day) == begins


def test_a_cycle_later_than_a_leap_day_is_in_the_calendar() -> None:
    """The end of time is no fault either."""
    assert cycle_later(date(2024, 2, 29), 2) == date(2026, 2, 28)
    assert cycle_later(date(9999, 1, 1), 2) == date.max


def test_each_milestone_has_days_of_which_its_updates_speak():
    """They begin where it opens, else halfway from the one before, and end where the next begin."""
    spans = answering_days(CALENDAR)
    assert {name: spans[name] for name in ("mid-2022", "budget-fy2023-25", "report-2023")} == {
        "mid-2022": AnsweringDays(date(2022, 6, 1), date(2022, 12, 29)),
        "budget-fy2023-25": AnsweringDays(date(2023, 5, 1), date(2023, 8, 25)),
        "report-2023": AnsweringDays(date(2023, 8, 26), date(2024, 1, 31)),
    }


def test_days_of_milestones_end_with_time():
    """A milestone at the end of the calendar is no fault of the program."""
    for due in ("0001-01-01", "9999-12-31", "../9999", "2024/.."):
        last = MILESTONES["mid-2024"].model_copy(update={"due": PartialDate(due), "opens": None})
        assert answering_days(Calendar(milestones=(MILESTONES["mid-2022"], last)))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2022, 5, 31), None),
        (date(2022, 6, 1), "mid-2022"),
        (date(2022, 7, 30), "mid-2022"),
        (date(2023, 1, 1), None),
        (date(2023, 6, 20), "budget-fy2023-25"),
        (date(2023, 9, 1), None),
        (date(2023, 11, 30), "report-2023"),
        (date(2024, 2, 10), "mid-2024"),
    ],
)
def test_what_is_due_now_is_open_or_past_due_and_not_followed(day, name):
    """An update may be late, until the next milestone asks for one."""
    found = due_now(CALENDAR, day)
    assert (found.id if found else None) == name


def test_lists_offer_first_what_is_due_now_and_then_the_newest():
    """Whoever posts finds the right one without reading on."""
    ids = [milestone.id for milestone in in_offered_order(CALENDAR, date(2023, 6, 10))]
    assert ids == [
        *("budget-fy2023-25", "mid-2024", "review-2024", "report-2023"),
        *("mid-2022", "budget-fy2021-23"),
    ]
