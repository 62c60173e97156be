"""Which records a snapshot holds: rulings 2 and 3 of the content model, case by case."""

from datetime import date

import pytest
from hypothesis import given
from larkhaven import larkhaven, records_in
from strategies import FIRST_DAY, LAST_DAY, Longer, days, longer, partial_dates

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.snapshot.visibility import (
    AsOf,
    complete_from,
    counts_from,
    publication_days,
)
from generator.model.dates import PartialDate
from generator.model.initiative import Event
from generator.model.keys import EventKind, Match
from generator.model.measures import Target
from generator.model.records import Dated
from generator.model.schedule import RoadmapMilestone

PUBLISHED = {
    "report": date(2015, 8, 31),
    "article": date(2016, 3, 5),
    "later": date(2019, 12, 31),
}
AS_OF = date(2018, 6, 15)

CASES = [
    ("2015", ["report"], date(2015, 8, 31), "the report of August 2015 tells what was so by then"),
    ("2015", ["later"], date(2015, 12, 31), "a later source does not move it past its own end"),
    ("2015", ["report", "later"], date(2015, 12, 31), "the newest of several sources counts"),
    ("2015", [], date(2015, 12, 31), "without a source only the date itself is left"),
    ("2015", ["undated"], date(2015, 12, 31), "a source without a day bounds nothing"),
    ("2015", ["report", "undated"], date(2015, 12, 31), "nor does it beside one with a day"),
    ("2015-08", ["report"], date(2015, 8, 31), "a month counts from its last day"),
    ("2015~", ["report"], date(2015, 8, 31), "an approximate date is bounded alike"),
    ("2015-08-20", ["article"], date(2015, 8, 20), "a day counts from itself"),
    ("2017", ["report"], date(2017, 1, 1), "nothing counts before it can have begun"),
    ("2015/2016", ["article"], date(2016, 3, 5), "an interval is bounded within itself"),
    ("2015/2016", [], date(2016, 12, 31), "an interval counts from its end"),
    ("2015/..", [], AS_OF, "an open end is the as-of date"),
    ("2015/..", ["article"], date(2016, 3, 5), "a source bounds an open end too"),
    ("2020/..", [], date(2020, 1, 1), "an open end does not let it count before its beginning"),
    ("../2016", [], date(2016, 12, 31), "an open beginning leaves the end"),
    ("../2016", ["report"], date(2015, 8, 31), "and is bounded by its source"),
]


def event(on: str, *sources: str, recorded: date = date(2015, 1, 1)) -> Event:
    """Return an event that happened on a date."""
    return Event(
        id="it",
        on=PartialDate.parse(on),
        kind=EventKind.REPORTED,
        match=Match.NAMED,
        text="It happened.",
        sources=sources or ("none",),
        recorded=recorded,
    ).model_copy(update={"sources": sources})


@pytest.mark.parametrize(("on", "sources", "day", "why"), CASES, ids=[c[-1] for c in CASES])
def test_a_record_counts_from_the_day_it_must_have_been_true(
    on: str, sources: list[str], day: date, why: str
) -> None:
    """The last possible day counts, bounded for the past by the newest source."""
    assert counts_from(event(on, *sources), PUBLISHED, open_end=AS_OF) == day, why


def test_plans_are_not_bounded_by_their_sources() -> None:
    """A target or roadmap step set in 2015 counts from the end of 2015, whoever tells it when."""
    told = {"recorded": date(2015, 9, 1), "sources": ("report",), "set_on": PartialDate("2015")}
    target = Target(value="3", **told)
    step = RoadmapMilestone(id="a", title="A", original=PartialDate("2016"), **told)

    assert counts_from(target, PUBLISHED, open_end=AS_OF) == date(2015, 12, 31)
    assert counts_from(step, PUBLISHED, open_end=AS_OF) == date(2015, 12, 31)


def test_the_last_day_is_still_seen() -> None:
    """A record is seen from the very day it counts, and not the day before."""
    seen = [
        AsOf(day, None, PUBLISHED).sees(event("2015", "report"))
        for day in (date(2015, 8, 30), date(2015, 8, 31))
    ]

    assert seen == [False, True]


def test_what_was_entered_later_was_not_known() -> None:
    """`known_by` holds up to and with its day, whenever the thing itself happened."""
    record = event("2015", "report", recorded=date(2016, 1, 2))

    seen = [
        AsOf(AS_OF, known_by, PUBLISHED).sees(record)
        for known_by in (date(2016, 1, 1), date(2016, 1, 2), None)
    ]

    assert seen == [False, True, True]


def test_sources_without_a_day_have_no_publication_day() -> None:
    """Publication days are the last possible ones, of those sources that have any."""
    found = publication_days(larkhaven())

    assert found["budget-2021"] == date(2021, 6, 30)
    assert found["council-minutes"] == date(2023, 12, 20)
    assert "town-charter" not in found


@given(on=partial_dates(), early=days, late=days)
def test_what_was_seen_stays_seen(on: PartialDate, early: date, late: date) -> None:
    """A record once part of a snapshot is part of every later one."""
    early, late = sorted((early, late))
    record = event(str(on), "report")

    assert AsOf(early, None, PUBLISHED).sees(record) <= AsOf(late, None, PUBLISHED).sees(record)


@given(on=partial_dates(), day=days)
def test_nothing_is_seen_before_it_can_have_begun(on: PartialDate, day: date) -> None:
    """No snapshot holds a record whose first possible day is still to come."""
    if AsOf(day, None, PUBLISHED).sees(event(str(on))):
        assert on.first() <= day


@given(day=days, known_by=days)
def test_a_snapshot_holds_nothing_from_its_future(day: date, known_by: date) -> None:
    """Every dated record in a snapshot had begun by its day and was entered by `known_by`."""
    seen = snapshot(larkhaven(), day, known_by)

    dated = [r for r in records_in(seen.report) if isinstance(r, Dated)]

    assert all(r.when.first() <= day and r.recorded <= known_by for r in dated)


@pytest.mark.slow
@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_knowing_when_records_settle_shows_the_same(day: date, history: Longer) -> None:
    """Looking back with the settling days of records gives what walking through them all gives."""
    report = history.after

    assert snapshot(report, day, complete=complete_from(report)) == snapshot(report, day)
    early = snapshot(report, day, known_by=LAST_DAY, complete=complete_from(report))
    assert early == snapshot(report, day, known_by=LAST_DAY)


@pytest.mark.slow
@given(day=days)
def test_a_settled_record_is_the_very_same(day: date) -> None:
    """What nothing hides any more is not copied, so that editions can share it."""
    report = larkhaven()
    known = complete_from(report)

    seen = snapshot(report, day, complete=known)

    whole = [i for i in report.initiatives if known.days[id(i)] <= day]
    assert all(any(i is s.initiative for s in seen.states) for i in whole)
