"""No rule compares each with each: what it does grows with the report and not with its square."""

import sys

import pytest
from larkhaven import larkhaven, loaded

from generator.check.rule import RuleContext
from generator.check.rules import ALL
from generator.core import naming
from generator.derive.snapshot.citations import update_key

COPIES = (4, 16)
"""How often the sample's initiatives are in the smaller and in the larger report."""

MANY = ("initiative", "update", "evaluation", "edition")


def crowd(copies, *, broken):
    """Return what rules look at: the sample's initiatives so many times, each under its own id.

    `broken` names areas, initiatives and sources that are not there, and gives all one title.
    """
    report = larkhaven()
    initiatives, updates = [], []
    for copy in range(copies):
        names = {one.id: f"{one.id}-{copy}" for one in report.initiatives}
        for one in report.initiatives:
            title = "The same title" if broken else f"{one.title} in district {copy}"
            area = f"nowhere-{copy}" if broken else one.area
            changed = {"id": names[one.id], "former_ids": (), "links": (), "title": title}
            initiatives.append(one.model_copy(update=changed | {"area": area}))
        for update in report.updates:
            name = f"{names[update.initiative]}{'-x' if broken else ''}"
            updates.append(update.model_copy(update={"initiative": name, "continues_in": None}))
    grown = report.model_copy(
        update={
            "initiatives": tuple(initiatives),
            "updates": tuple(updates),
            "evaluations": (),
            "editions": (),
        }
    )
    files = {key: path for key, path in loaded().files.items() if key[0] not in MANY}
    files |= {("initiative", i.id): f"content/initiatives/{i.id}.yml" for i in initiatives}
    files |= {("update", update_key(u)): f"content/updates/{update_key(u)}.md" for u in updates}
    return RuleContext(grown, loaded().places, loaded().media, files)


def calls(rule, subject):
    """Return how many functions a rule calls, those of Python itself as well."""
    made = 0

    def count(_, event, __):
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        list(rule.check(subject))
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("broken", [False, True], ids=["good", "broken"])
def test_four_times_the_report_is_four_times_the_work(broken, monkeypatch):
    """Every rule, on a report without faults and on one that is full of them.

    Guesses at what was meant are bounded by their number, and left out here.
    """
    monkeypatch.setattr(naming, "did_you_mean", lambda *_: "")
    subjects = [crowd(copies, broken=broken) for copies in COPIES]
    for subject in subjects:
        # What rules share is worked out before, and is no rule's own work.
        assert subject.parts
        assert subject.prose
        assert subject.updates
        assert subject.initiatives
    found = {}
    for rule in ALL:
        few, many = (calls(rule, subject) for subject in subjects)
        found[rule.code] = (few, many)
    grown = {code: made for code, made in found.items() if made[1] > 5 * made[0] + 2000}
    assert grown == {}
