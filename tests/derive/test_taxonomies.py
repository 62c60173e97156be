"""An organization's own groups: which there are, and which initiatives belong to each."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.taxonomies import groups, groups_of, members, ungrouped

REPORT = larkhaven()
NOW = snapshot(REPORT, REPORT.about.as_of)


def test_groups_come_in_the_order_of_the_report():
    """By taxonomy, and inside it as the organization lists them."""
    assert [group.reference for group in groups(REPORT)] == [
        *("quarter/north-shore", "quarter/old-town", "quarter/islands"),
        *("fund/harbour-fund", "fund/gifts"),
    ]


def test_an_initiative_may_belong_to_several_groups():
    """Of one taxonomy, and of several, whatever the order in which it names them."""
    gauge = next(i for i in REPORT.initiatives if i.id == "tide-gauge")
    backwards = gauge.model_copy(update={"taxonomies": gauge.taxonomies[::-1]})

    for one in (gauge, backwards):
        titles = [group.value.title for group in groups_of(REPORT, one)]
        assert titles == ["North Shore", "Old Town", "Harbour fund"]


def test_every_initiative_is_in_a_group_or_in_none():
    """The lists of a taxonomy hold all initiatives, and none of them holds one twice."""
    found = members(NOW)
    for taxonomy in REPORT.about.taxonomies:
        names = [f"{taxonomy.id}/{value.id}" for value in taxonomy.values]
        inside = {state.initiative.id for name in names for state in found.get(name, ())}
        alone = {state.initiative.id for state in ungrouped(NOW, taxonomy)}
        assert inside | alone == {state.initiative.id for state in NOW.states}
        assert not inside & alone
    for states in found.values():
        assert len({state.initiative.id for state in states}) == len(states)
