"""The facts of two snapshots account for every change."""

from datetime import date

import pytest
from differences import difference, facts
from hypothesis import given
from larkhaven import larkhaven
from strategies import (
    FIRST_DAY,
    LAST_DAY,
    Longer,
    another,
    days,
    longer,
    partial_dates,
    replaced,
    value_paths,
)

from generator.derive.snapshot.facts import NO_FACTS, differing
from generator.derive.snapshot.snapshot import Snapshot, snapshot

FULL = date(2031, 1, 1)
"""A day by which everything in the sample has happened."""

HISTORIES = longer(partial_dates(FIRST_DAY, LAST_DAY), days)


def one_path_for_every_field() -> list:
    """Return the path of the first value under every field of every type of record."""
    paths: dict[tuple, tuple] = {}
    for path, _ in value_paths(larkhaven()):
        names = tuple(step for step in path if isinstance(step, str))
        paths.setdefault((path[0], *names[-2:]), path)
    # The date on which a report is is what snapshots are asked for, not what they tell.
    return [path for path in paths.values() if path != ("about", "as_of")]


@given(day=days)
def test_a_snapshot_does_not_differ_from_itself(day: date) -> None:
    """Nothing changes where nothing has changed."""
    assert difference(snapshot(larkhaven(), day), snapshot(larkhaven(), day)) == ()


@given(early=days, late=days)
def test_every_change_is_one(early: date, late: date) -> None:
    """No change is listed twice or says the same before and after; they come in one order."""
    changes = difference(snapshot(larkhaven(), early), snapshot(larkhaven(), late))

    addresses = [change.address for change in changes]
    assert addresses == sorted(set(addresses))
    assert all(change.before != change.after for change in changes)


@pytest.mark.slow
def test_no_value_changes_unnoticed() -> None:
    """Another value in any field of any record is a change, but for what is of today only."""
    report = larkhaven()
    known = facts(snapshot(report, FULL))
    values = dict(value_paths(report))

    unnoticed = [
        path
        for path in one_path_for_every_field()
        if facts(snapshot(replaced(report, path, another(values[path])), FULL)) == known
    ]

    unnoticed = [
        path
        for path in unnoticed
        if path[0] not in ("vocabulary", "links") and NO_FACTS.isdisjoint(path)
    ]
    today = {"kind", "languages", "look", "paper", "terms", "typefaces"}
    assert {path[:2] for path in unnoticed if path[0] != "sources"} == {
        ("about", name) for name in today
    }
    assert {path[2] for path in unnoticed if path[0] == "sources"} == {"archived"}


def test_the_proof_above_looks_at_every_kind_of_field() -> None:
    """It is no empty one: hundreds of fields are changed, in every part of the report."""
    paths = one_path_for_every_field()

    assert len(paths) > 300
    assert {path[0] for path in paths} == set(type(larkhaven()).model_fields)


def _with_polls(order: tuple[str, ...]) -> Snapshot:
    """Return the sample with one poll in another order."""
    return snapshot(
        replaced(larkhaven(), ("background", "survey", "polls", 0, "order"), order), FULL
    )


def test_two_items_are_not_one_with_a_comma_in_it() -> None:
    """A list that is parted otherwise is a change, as is the order inside one field."""
    one, two = _with_polls(("a, b",)), _with_polls(("a", "b"))
    assert len(difference(one, two)) == 1
    assert len(difference(two, _with_polls(("b", "a")))) == 1


def test_the_order_of_records_is_no_fact() -> None:
    """Records sorted anew in their file are the same records (docs/model.md, 25)."""
    report = larkhaven()
    place = next(n for n, one in enumerate(report.initiatives) if len(one.ideas) > 1)
    ideas = report.initiatives[place].ideas
    sorted_anew = replaced(report, ("initiatives", place, "ideas"), ideas[::-1])
    assert difference(snapshot(report, FULL), snapshot(sorted_anew, FULL)) == ()


@given(history=HISTORIES)
def test_every_addition_is_noticed(history: Longer) -> None:
    """As many changes at least as records were added."""
    before, after = snapshot(history.before, FULL), snapshot(history.after, FULL)

    assert len(difference(before, after)) >= history.added


def test_new_gone_and_other_values_are_told_and_others_are_not() -> None:
    """What stays is not listed."""
    before = {("a",): "1", ("b",): "2", ("c",): "3"}
    after = {("b",): "2", ("c",): "4", ("d",): "5"}

    assert differing(before, after) == [("a",), ("c",), ("d",)]


def test_a_missed_milestone_is_a_change() -> None:
    """What only time brings about, as freshness and what was missed, is a change like others."""
    before = snapshot(larkhaven(), date(2023, 11, 29))
    after = snapshot(larkhaven(), date(2023, 11, 30))

    found = {c.address[1:]: (c.before, c.after) for c in difference(before, after)}

    assert found["one-form", "standing", "freshness"] == ("due", "late")
    assert found["one-form", "standing", "missed"] == (None, "report-2023")
