"""How old what is known is: never newer than the day, and no older for anything older."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from larkhaven import larkhaven
from strategies import FIRST_DAY, LAST_DAY, Longer, days, longer, partial_dates

from generator.derive.snapshot.evidence import earliest, newest_of
from generator.derive.snapshot.snapshot import InitiativeState, snapshot
from generator.model.dates import PartialDate
from generator.model.initiative import Event
from generator.model.keys import Basis, EventKind, IdeaState, Match
from generator.model.report import Report
from generator.model.statuses import Status
from generator.model.updates import Update

NOW = larkhaven().about.as_of
LEDGER = "open-ledger"
"""Has one update, compiled as of June 2022, and two milestones have passed since."""


def event(name: str, on: str, about: tuple[str, ...] = ()) -> Event:
    """Return something that happened."""
    return Event(
        id=name,
        on=PartialDate(on),
        kind=EventKind.REPORTED,
        about=about,
        match=Match.INFERRED,
        text="Something happened.",
        sources=("town-charter",),
        recorded=NOW,
    )


def ledger(events: tuple[Event, ...] = (), day: date = NOW, **changes: object) -> InitiativeState:
    """Return the state of the ledger with other events, all cited, and a changed update."""
    report = larkhaven()
    initiatives = tuple(
        i.model_copy(update={"events": events}) if i.id == LEDGER else i for i in report.initiatives
    )
    cites = {"evidence": tuple(e.id for e in events), **changes}
    told = tuple(
        u.model_copy(update=cites) if u.initiative == LEDGER else u for u in report.updates
    )
    changed = report.model_copy(update={"initiatives": initiatives, "updates": told})
    found = snapshot(changed, day).state_of(LEDGER)
    assert found is not None
    return found


def test_a_compiled_status_is_as_old_as_its_newest_event() -> None:
    """When editors wrote it down makes it no newer."""
    found = ledger((event("one", "2021-11"), event("two", "2022-03")), as_of=PartialDate("2023"))

    assert found.evidence.status.on == PartialDate("2022-03")


def test_an_owners_word_is_as_old_as_the_time_it_speaks_of() -> None:
    """An Owner needs no event, and one that is cited makes the word no older; nor is it outdated.

    What an Owner reported is a report, whenever it came.
    """
    found = ledger(
        (event("one", "2021-11"),),
        basis=Basis.REPORTED,
        as_of=PartialDate("2022-06"),
        day=date(2030, 1, 1),
    )

    assert found.evidence.status.on == PartialDate("2022-06")
    assert not found.evidence.status.outdated


def test_without_an_event_the_time_of_the_update_counts() -> None:
    """An update that rests on a source alone is dated by itself."""
    assert ledger().evidence.status.on == PartialDate("2022-06")


@pytest.mark.parametrize(
    ("on", "day", "outdated"),
    [
        ("2023-05", date(2023, 12, 1), True),
        ("2023-05", date(2023, 11, 29), False),
        ("2023-06-20", date(2023, 12, 1), False),
        ("2024-07", date(2026, 7, 31), False),
        ("2024-07", date(2028, 7, 31), True),
    ],
    ids=[
        "two milestones have passed since",
        "the second is due tomorrow",
        "found on the day of the first",
        "after the calendar one whole cycle is not enough",
        "two are",
    ],
)
def test_outdated_is_what_is_older_than_two_milestones_or_cycles(
    on: str, day: date, *, outdated: bool
) -> None:
    """Counted from the evidence, whatever milestone the editors wrote it down for."""
    last = PartialDate(on).last(day)
    found = ledger((event("one", on),), day, as_of=PartialDate(last.isoformat()), milestone="off")

    assert found.evidence.status.outdated is outdated


def test_the_milestone_at_which_it_was_told_is_not_one_that_was_missed() -> None:
    """What was found in May and told in June is one milestone behind after the next."""
    told = {"milestone": "budget-fy2023-25", "as_of": PartialDate("2023-06-20")}

    assert not ledger(
        (event("one", "2023-06"),), date(2023, 12, 1), **told
    ).evidence.status.outdated


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NOT_REPORTED])
def test_what_is_settled_or_never_began_is_not_outdated(status: Status) -> None:
    """An end is an end for ever; that something was proposed is so too."""
    settled = status.is_closed or status is Status.PROPOSED

    assert ledger(status=status).evidence.status.outdated is not settled


def test_an_idea_is_as_old_as_the_newest_event_about_it() -> None:
    """An update may tell of several ideas; an event about another makes this one no newer."""
    idea = larkhaven_idea()
    told = {idea: IdeaState.UNDER_WAY}
    events = (event("about-it", "2022-01", (idea,)), event("about-more", "2022-05"))

    assert ledger(events, ideas=told).evidence.ideas[idea].on == PartialDate("2022-01")
    assert ledger(events[1:], ideas=told).evidence.ideas[idea].on == PartialDate("2022-05")


def larkhaven_idea() -> str:
    """Return an idea of the ledger."""
    state = snapshot(larkhaven(), NOW).state_of(LEDGER)
    assert state is not None
    return state.initiative.ideas[0].id


def test_the_state_of_an_idea_at_the_proposal_is_of_the_proposal() -> None:
    """It says so, and only an update that names the idea makes it newer."""
    idea, report = larkhaven_idea(), larkhaven()
    begun = tuple(
        i.model_copy(
            update={
                "at_proposal": i.at_proposal.model_copy(
                    update={"ideas": {idea: IdeaState.UNDER_WAY}}
                )
            }
        )
        if i.id == LEDGER
        else i
        for i in report.initiatives
    )
    told = tuple(
        u.model_copy(update={"ideas": {}}) if u.initiative == LEDGER else u for u in report.updates
    )
    seen = snapshot(report.model_copy(update={"initiatives": begun, "updates": told}), NOW)
    state = seen.state_of(LEDGER)

    assert state is not None
    age = state.evidence.ideas[idea]
    assert (age.at_proposal, age.on) == (True, state.initiative.proposed.on)


def test_nothing_is_newest_where_nothing_followed_the_proposal() -> None:
    """What happened before is no find; what may have happened after it is one."""
    proposed = ledger().initiative.proposed.on
    before = (proposed.first() - timedelta(days=40)).isoformat()

    def newest(*events: Event) -> PartialDate | None:
        report = larkhaven()
        changed = tuple(
            i.model_copy(update={"events": events, "approvals": (), "funding": (), "measures": ()})
            if i.id == LEDGER
            else i
            for i in report.initiatives
        )
        kept = tuple(u for u in report.updates if u.initiative != LEDGER)
        seen = snapshot(report.model_copy(update={"initiatives": changed, "updates": kept}), NOW)
        state = seen.state_of(LEDGER)
        assert state is not None
        return state.evidence.newest

    assert newest() is None
    assert newest(event("before", before)) is None
    assert newest(event("before", before), event("after", "2022-12")) == PartialDate("2022-12")


@given(day=days, history=longer(partial_dates(FIRST_DAY, LAST_DAY), days))
def test_nothing_was_found_after_the_day(day: date, history: Longer) -> None:
    """Whatever the history holds: no age is newer than the day from which it is looked at."""
    for state in snapshot(history.after, day).states:
        evidence = state.evidence
        ages = [evidence.status.on, *(age.on for age in evidence.ideas.values())]
        found = [*ages, *([evidence.newest] if evidence.newest else [])]
        assert all(earliest(when, day) <= day for when in found)
        assert evidence.ideas.keys() == state.ideas.keys()


def _with_older_event(report: Report, name: str, on: date) -> Report:
    """Return a report in which every update of an initiative cites one more, older event."""
    older = event("much-older", on.isoformat())
    initiatives = tuple(
        i.model_copy(update={"events": (older, *i.events)}) if i.id == name else i
        for i in report.initiatives
    )
    told: tuple[Update, ...] = tuple(
        u.model_copy(update={"evidence": (*u.evidence, older.id)})
        if u.initiative == name and u.evidence
        else u
        for u in report.updates
    )
    return report.model_copy(update={"initiatives": initiatives, "updates": told})


@given(
    day=days,
    history=longer(partial_dates(FIRST_DAY, LAST_DAY), days),
    name=st.sampled_from([i.id for i in larkhaven().initiatives]),
    on=st.dates(date(1990, 1, 1), date(2015, 12, 31)),
)
def test_an_older_event_makes_nothing_newer_or_older(
    day: date, history: Longer, name: str, on: date
) -> None:
    """A find from before all others changes no age, though it is cited as well."""
    before = snapshot(history.after, day).state_of(name)
    after = snapshot(_with_older_event(history.after, name, on), day).state_of(name)

    assert (before and before.evidence) == (after and after.evidence)


@given(dates=st.lists(partial_dates(), min_size=1, max_size=5), day=days)
def test_the_newest_is_at_least_as_recent_as_all_others(
    dates: list[PartialDate], day: date
) -> None:
    """By the first day that each may mean."""
    newest = newest_of(dates, day)

    assert newest in dates
    assert all(earliest(newest, day) >= earliest(when, day) for when in dates)
