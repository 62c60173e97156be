"""Who answers: every role, partnership and obligation is with exactly those it belongs to."""

from datetime import date

from hypothesis import given
from larkhaven import larkhaven
from strategies import days

from generator.derive.responsibility.obligations import ObligationState, obligations_by_milestone
from generator.derive.responsibility.roles import register, tenures, units_of
from generator.derive.snapshot.snapshot import snapshot
from generator.model.keys import RoleKind
from generator.model.organization import Organization, Post, Unit

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

    assert len(due) == len(found.unowned) + sum(len(c.owing) for c in found.posts.values())


@given(days)
def test_partners_support_and_plans_are_complete(day: date) -> None:
    """Each partnership, each help and each entry of a work plan is with its organization."""
    seen = snapshot(larkhaven(), day)
    found = register(seen)
    charges = [*found.units.values(), *found.partners.values()]
    initiatives = [s.initiative for s in seen.states]

    assert sum(len(c.partnerships) for c in charges) == sum(len(i.partners) for i in initiatives)
    assert sum(len(c.support) for c in charges) == sum(len(i.support) for i in initiatives)
    assert sum(len(c.work_plan) for c in charges) == sum(len(i.work_plan) for i in initiatives)


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
    post = Post.model_validate({"id": "head", "title": "Head", "unit": "one", "seen": "2021"})

    assert list(units_of(Organization(units=units, posts=(post,)), post)) == ["one", "two"]
