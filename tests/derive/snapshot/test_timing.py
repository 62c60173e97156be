"""What is planned is in time, late or overdue by the dates alone, and never more certain."""

from datetime import date

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.snapshot.timing import InitiativeTiming, timing_of
from generator.model.dates import PartialDate
from generator.model.schedule import (
    Forecast,
    Occurrence,
    PlannedDate,
    Revision,
    Schedule,
    ScheduledDate,
)
from generator.model.statuses import Status, Timing

ENTERED = date(2024, 1, 1)


def planned(original: str, *revised: str) -> PlannedDate:
    """Return a plan of 2020 and its new dates, one a year."""
    return PlannedDate(
        set_on=PartialDate("2020"),
        original=PartialDate(original),
        revised=tuple(
            Revision(on=PartialDate(str(year)), to=PartialDate(to), reason="Why.", recorded=ENTERED)
            for year, to in enumerate(revised, 2021)
        ),
        recorded=ENTERED,
    )


def forecast(on: str, expects: str) -> Forecast:
    """Return a forecast."""
    return Forecast(on=PartialDate(on), expects=PartialDate(expects), recorded=ENTERED)


def came(on: str) -> Occurrence:
    """Return that something came."""
    return Occurrence(on=PartialDate(on), recorded=ENTERED)


def timing(
    day: str,
    *,
    start: ScheduledDate | None = None,
    end: ScheduledDate | None = None,
    status: Status = Status.UNDER_WAY,
) -> InitiativeTiming:
    """Return how an initiative with a schedule is in time."""
    initiative = larkhaven().initiatives[0]
    changed = initiative.model_copy(update={"schedule": Schedule(start=start, end=end)})
    return timing_of(changed, status, None, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("end", "day", "expected"),
    [
        (ScheduledDate(planned=planned("2023")), "2023-12-31", Timing.NOT_KNOWN),
        (ScheduledDate(planned=planned("2023")), "2024-01-01", Timing.OVERDUE),
        (ScheduledDate(planned=planned("2023-33")), "2023-04-01", Timing.OVERDUE),
        (ScheduledDate(planned=planned("2023/..")), "2030-01-01", Timing.NOT_KNOWN),
        (ScheduledDate(planned=planned("2022", "2024")), "2023-06-01", Timing.BEHIND),
        (ScheduledDate(planned=planned("2022", "2024")), "2025-01-01", Timing.OVERDUE),
        (
            ScheduledDate(planned=planned("2024"), forecasts=(forecast("2022", "2024-03"),)),
            *("2023-06-01", Timing.ON_TIME),
        ),
        (
            ScheduledDate(planned=planned("2024"), forecasts=(forecast("2022", "2025"),)),
            *("2023-06-01", Timing.BEHIND),
        ),
        (
            ScheduledDate(planned=planned("2024"), forecasts=(forecast("2022", "2023"),)),
            *("2022-06-01", Timing.AHEAD),
        ),
        (
            ScheduledDate(planned=planned("2024-06"), forecasts=(forecast("2022", "2024"),)),
            *("2022-06-01", Timing.NOT_KNOWN),
        ),
        (
            ScheduledDate(planned=planned("2023", "2023"), forecasts=(forecast("2020", "2025"),)),
            *("2022-06-01", Timing.ON_TIME),
        ),
        (ScheduledDate(planned=planned("2023"), actual=came("2024")), "2025-01-01", Timing.BEHIND),
        (
            ScheduledDate(planned=planned("2023"), actual=came("2023-05")),
            "2025-01-01",
            Timing.ON_TIME,
        ),
        (ScheduledDate(actual=came("2023-05")), "2025-01-01", Timing.NOT_KNOWN),
        (ScheduledDate(forecasts=(forecast("2022", "2023"),)), "2025-01-01", Timing.NOT_KNOWN),
    ],
)
def test_an_end_is_compared_with_what_was_planned_first(
    end: ScheduledDate, day: str, expected: Timing
) -> None:
    """Overdue only when the last possible day has passed; a new plan hides no delay."""
    assert timing(day, end=end).timing is expected


def test_overdue_says_since_when() -> None:
    """From the day after the last that the plan may mean."""
    found = timing("2024-05-01", end=ScheduledDate(planned=planned("2023-12")))
    assert found.decides is found.end
    assert found.end
    assert found.end.overdue_since == date(2024, 1, 1)


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.MERGED, Status.ONGOING])
def test_what_is_closed_or_in_operation_waits_for_nothing(status: Status) -> None:
    """No plan of it is overdue any more."""
    late = ScheduledDate(planned=planned("2022"))
    found = timing("2024-01-01", start=late, end=late, status=status)
    assert found.timing is Timing.NOT_KNOWN


def test_a_late_start_makes_it_late_where_the_end_does_not_tell() -> None:
    """Only while nothing was begun: work that is under way has started."""
    late, later = ScheduledDate(planned=planned("2022")), ScheduledDate(planned=planned("2026"))
    waiting = timing("2024-01-01", start=late, end=later, status=Status.NOT_STARTED)
    assert (waiting.timing, waiting.decides) == (Timing.BEHIND, waiting.start)
    assert timing("2024-01-01", start=late, end=later).timing is Timing.NOT_KNOWN


def test_steps_are_judged_alike() -> None:
    """By their outcome where they came; what was dropped is no more late."""
    seen = snapshot(larkhaven(), larkhaven().about.as_of)
    found = {
        step: one.timing
        for state in seen.states
        for step, one in state.timing.steps.items()
        if state.initiative.id in {"night-ferry", "tide-gauge"}
    }
    assert found == {
        "first-crossing": Timing.NOT_KNOWN,
        "jetty-lights": Timing.OVERDUE,
        "fare-box": Timing.NOT_KNOWN,
        "three-quays": Timing.BEHIND,
        "nine-quays": Timing.BEHIND,
        "sirens-tried": Timing.NOT_KNOWN,
    }


def test_what_nobody_planned_is_not_judged() -> None:
    """An initiative without a schedule has no timing, and no status follows from one."""
    seen = snapshot(larkhaven(), larkhaven().about.as_of)
    plain = [s for s in seen.states if s.initiative.schedule is None]
    assert {s.timing.timing for s in plain} == {Timing.NOT_KNOWN}
