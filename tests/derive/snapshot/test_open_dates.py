"""What is still to come of initiatives: everything that has not come and is still waited for."""

from datetime import date

from larkhaven import larkhaven

from generator.derive.snapshot.open_dates import open_dates
from generator.derive.snapshot.snapshot import snapshot
from generator.model.statuses import Group

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


def test_nothing_is_to_come_of_what_is_done():
    """Whatever its roadmap still holds."""
    assert open_dates(NOW)
    assert all(one.state.last_known.group is not Group.DONE for one in open_dates(NOW))


def test_every_step_without_an_outcome_is_open_where_work_goes_on():
    """Each once, with the date of the newest word."""
    expected = {
        (state.initiative.id, step.id)
        for state in NOW.states
        if state.last_known.group is not Group.DONE
        for step in state.initiative.roadmap
        if not step.outcome
    }
    found = [(one.state.initiative.id, one.step.id) for one in open_dates(NOW) if one.step]
    assert sorted(found) == sorted(expected)


def test_a_forecast_says_when_and_the_plan_whether_it_is_overdue():
    """The end of the ferry was planned for 2023 and is now expected later."""
    (end,) = (one for one in open_dates(NOW) if one.what == "end")
    assert end.when.text == "2024-05"
    assert end.is_overdue


def test_what_was_to_come_first_is_first():
    """By the last day that a date may mean."""
    last = [one.when.last(date.max) for one in open_dates(NOW)]
    assert last == sorted(last)


def test_what_is_at_work_has_begun():
    """Its start is not to come any more, whether or not a source says when it came."""
    starts = [one for one in open_dates(NOW) if one.what == "start"]
    assert all(one.state.last_known.group is Group.WAITING for one in starts)
