"""Who answers: every role, partnership and obligation is with exactly those it belongs to."""

from datetime import date

from hypothesis import given
from larkhaven import larkhaven
from strategies import days

from generator.derive.responsibility.obligations import ObligationState, obligations_by_milestone
from generator.derive.responsibility.participation import participations, with_units_above
from generator.derive.responsibility.roles import register, tenures
from generator.derive.snapshot.snapshot import snapshot
from generator.model.initiative import Partnership
from generator.model.keys import RoleKind
from generator.model.organization import Organization, Unit

NOW = snapshot(larkhaven(), larkhaven().about.as_of)


@given(days)
def test_every_entry_of_a_role_is_with_its_post_or_among_the_gaps(day: date) -> None:
    """No entry is lost and none is twice, whoever holds the role."""
    seen = snapshot(larkhaven(), day)
    found = register(seen)
    entries = [r for s in seen.states for r in s.initiative.roles]

    shown = [t.role for responsibility in found.posts.values() for t in responsibility.tenures]
    shown += [t.role for t in found.gaps]

    assert sorted(map(repr, shown)) == sorted(map(repr, entries))


@given(days)
def test_one_entry_of_each_role_holds_today(day: date) -> None:
    """The entry marked as today's is the one that the initiative's page names."""
    seen = snapshot(larkhaven(), day)

    for state in seen.states:
        mine = [t for t in tenures(seen) if t.initiative_state is state and t.now]
        assert [t.role for t in mine] == [r for r in (state.owner, state.sponsor) if r]


@given(days)
def test_everything_due_has_somebody_or_a_gap(day: date) -> None:
    """Missing and expected updates of all Owners, and of initiatives without one, are all."""
    seen = snapshot(larkhaven(), day)
    found = register(seen)
    due = [
        o
        for m in obligations_by_milestone(seen)
        for o in m.initiatives
        if o.state in (ObligationState.MISSING, ObligationState.EXPECTED)
    ]

    owed = sum(len(c.owing) for c in found.posts.values())
    assert len(due) == owed + len(found.unowned) + len(found.before_owners)


@given(days)
def test_partners_support_and_plans_are_complete(day: date) -> None:
    """Each partnership, each help and each entry of a work plan is with its organization."""
    seen = snapshot(larkhaven(), day)
    found = register(seen)
    charges = {**found.units, **found.partners}

    for initiative in (s.initiative for s in seen.states):
        for partnership in initiative.partners:
            parts = [p for s, p in charges[partnership.org].participations]
            assert any(partnership in part.entries for part in parts)
        for support in initiative.support:
            assert support in [entry for _, entry in charges[support.by].support]
        for entry in initiative.work_plan:
            assert entry in [known for _, known in charges[entry.department].work_plan]


def test_a_partner_has_one_part_in_an_initiative() -> None:
    """Suggested first and confirmed later, it is one partner, confirmed, with all its sources."""
    suggested, confirmed = (
        Partnership.model_validate(
            {
                "org": "tide-lab",
                "standing": standing,
                "role": "performer",
                "since": since,
                "recorded": "2024-02-10",
                "sources": [source],
            }
        )
        for standing, since, source in (
            ("confirmed", "2023", "harbour-minutes"),
            ("possible", "2021-09", "town-charter"),
        )
    )
    initiative = larkhaven().initiatives[0].model_copy(update={"partners": (suggested, confirmed)})

    (part,) = participations(initiative, date(2024, 2, 10))

    assert part.now is suggested
    assert part.sources == ("town-charter", "harbour-minutes")
    assert not part.is_possible


def test_a_department_takes_part_where_its_divisions_do() -> None:
    """It has their parts, their help, and their plans, as the lists by department have them."""
    found = register(NOW)
    below = [unit for unit in NOW.report.organization.units if unit.part_of]

    for unit in below:
        above, own = found.units[unit.part_of or ""], found.units[unit.id]
        assert own.takes_part_in <= above.takes_part_in
        assert own.planned <= above.planned


def test_a_department_answers_for_its_divisions_too() -> None:
    """What a post of a division holds is with the division and with the department above."""
    found = register(NOW)
    of_division = {id(t.role) for t in found.units["water-division"].tenures}

    assert of_division
    assert of_division <= {id(t.role) for t in found.units["harbour-office"].tenures}


def test_an_entry_lasts_to_its_end_or_to_the_next() -> None:
    """The history of a role leaves no open end behind but today's."""
    owners = [
        (t.role.holder, str(t.until) if t.until else None, t.now)
        for t in tenures(NOW)
        if t.initiative_state.initiative.id == "tide-gauge" and t.role.role is RoleKind.OWNER
    ]

    assert owners == [
        ("not_named", "2022-03", False),
        ("water-manager", "2023-09-30", False),
        ("unassigned", None, True),
    ]


def test_a_request_stands_with_whom_it_names() -> None:
    """The newest update of the tide gauges asks the Town Council for something."""
    found = register(NOW)

    assert [s.initiative.id for s, _ in found.units["council"].asked] == ["tide-gauge"]


def test_units_that_contain_each_other_do_not_hang() -> None:
    """A circle, which a rule refuses, is walked once."""
    units = tuple(
        Unit.model_validate({"id": a, "name": a, "kind": "division", "part_of": b, "seen": "2021"})
        for a, b in (("one", "two"), ("two", "one"))
    )
    assert with_units_above(Organization(units=units), ["one"]) == ("one", "two")
