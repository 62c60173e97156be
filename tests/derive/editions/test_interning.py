"""Frozen records made of today's objects: the same values, and nothing compared in vain."""

import json
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from larkhaven import larkhaven, records_in
from strategies import days, longer, points

from generator.derive.editions.frozen_part import frozen_part
from generator.derive.editions.interning import interned, interning_of, stored_form
from generator.derive.snapshot.facts import differing, differing_values, same_facts, values
from generator.derive.snapshot.snapshot import snapshot
from generator.export.snapshot_json import from_json, read_snapshot, to_json
from generator.model.dates import PartialDate
from generator.model.initiative import AtProposal
from generator.model.records import Amount

histories = longer(points().map(PartialDate), days)
few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@few
@given(histories, days, days)
def test_what_differs_is_found_in_the_parts_apart(history, one, other):
    """Leaving out what is alike never changes which values differ, nor their order."""
    before, after = snapshot(history.before, one), snapshot(history.after, other)
    old, new = differing_values(before, after)

    assert differing(old, new) == differing(values(before), values(after))
    assert list(old) == [address for address in values(before) if address in old]
    assert list(new) == [address for address in values(after) if address in new]


def test_what_is_alike_is_left_out():
    """Of two equal snapshots only what is derived is looked at."""
    now = snapshot(larkhaven(), larkhaven().about.as_of)

    old, new = differing_values(now, snapshot(larkhaven(), larkhaven().about.as_of))

    assert old == new
    assert {address[2] for address in old} == {"standing"}


@few
@given(histories, days)
def test_a_shared_snapshot_says_the_same(history, day):
    """Whatever today knows more: the bytes of an edition do not change by sharing."""
    content = to_json(frozen_part(snapshot(history.before, day)))

    shared = read_snapshot(json.loads(content), interning_of(history.after)).snapshot

    assert to_json(shared) == content
    # What the report calls things is no part of an edition: it is said in today's words.
    assert values(shared) == values(from_json(content)[0])


def test_unchanged_records_are_those_of_today():
    """What has not changed since is held once."""
    report = larkhaven()
    content = to_json(frozen_part(snapshot(report, report.about.as_of)))
    stored = read_snapshot(json.loads(content), interning_of(report)).snapshot
    today = {id(record) for record in records_in(report)}

    own = [record for record in records_in(stored.report) if id(record) not in today]

    # What holds a mapping is another record: JSON keeps its keys in another order.
    kinds = {type(record).__name__ for record in own}
    assert kinds.isdisjoint({"Event", "Role", "Source", "Area", "Milestone", "Partnership"})


def state(ideas):
    """Return the state in which an initiative with some ideas was proposed."""
    return AtProposal(status="proposed", ideas=ideas, why="So said.", sources=("report",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Amount(value=Decimal("1.0")), Amount(value=Decimal("1.00"))),
        (state({"a": "ended", "b": "ended"}), state({"b": "ended", "a": "ended"})),
    ],
    ids=["another number", "another order"],
)
def test_what_is_written_otherwise_is_not_taken(one, other):
    """Equal is not enough: what would be printed otherwise is another record."""
    assert one == other
    assert interned(stored_form(one), stored_form(other), other) == stored_form(one)
    assert interned(stored_form(one), stored_form(one), one) is one


@given(st.sampled_from([Decimal("1.0"), Decimal("1.00"), "1.0", True, 1, None]))
def test_same_is_what_prints_alike(value):
    """Two values are the same if they have one type and one text."""
    assert same_facts(value, value)
    assert not same_facts(value, (value,))
    assert not same_facts(Decimal("1.0"), Decimal("1.00"))
