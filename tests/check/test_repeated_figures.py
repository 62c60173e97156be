"""Equal figures: one fact twice only where source, what, state, period and unit agree."""

import pytest

from generator.check.rules import check_report

FIRST = """\
funding:
  - id: "kerbs"
    what: "Lower kerbs"
    currency: "USD"
    state: "adopted"
    cycle: "fy2024-26"
    on: "2024-06-17"
    value: 12000
    recorded: "2024-06-20"
    sources:
      - "plan-2024"
"""
SECOND = FIRST.removeprefix("funding:\n").replace('"kerbs"', '"kerbs-again"')
CAFES = "initiatives/street-cafes.yml"


def faults(case, second):
    """Return the faults of two sums, of which the second is another one."""
    issues = check_report(case(edits=((CAFES, FIRST, f"{FIRST}{second}"),)))
    return [issue.code for issue in issues if issue.code in ("R506", "R102")]


def test_a_sum_that_is_entered_twice_is_told(case):
    """The same source, thing, state and cycle: one of the two is a copy."""
    assert faults(case, SECOND) == ["R506"]
    assert faults(case, SECOND.replace('"Lower kerbs"', '"lower  Kerbs"')) == ["R506"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('what: "Lower kerbs"', 'what: "Paint kerbs"'),
        ('state: "adopted"', 'state: "spent"'),
        ('cycle: "fy2024-26"', 'cycle: "fy2026-28"'),
        ('    cycle: "fy2024-26"\n', ""),
        ('currency: "USD"', 'currency: "EUR"'),
        ("value: 12000", "value: 12001"),
        ('"plan-2024"', '"gazette-2024"'),
    ],
    ids=["what", "state", "cycle", "no cycle", "currency", "value", "source"],
)
def test_two_equal_sums_are_two_facts(case, old, new):
    """Where anything else differs, nobody is told to remove one."""
    assert old in SECOND
    assert faults(case, SECOND.replace(old, new)) == []


EVENT = """\
  - id: "money"
    on: "{on}"
    kind: "approved"
    match: "named"
    text: "{text}"
    figures:
      - label: "Given"
        unit: "USD"
        value: 12000
    recorded: "2024-06-20"
    sources:
      - "plan-2024"
pictures:
"""


@pytest.mark.parametrize(
    ("on", "text", "codes"),
    [
        ("2024-06-17", "Council paid to lower kerbs.", ["R506"]),
        ("2024-06", "Council paid to lower kerbs.", ["R506"]),
        ("2024-03-01", "Council paid to lower kerbs.", []),
        ("2024-06-17", "Council paid for a map of trees.", []),
    ],
)
def test_a_sum_of_an_event_is_a_copy_only_of_what_it_is_about(case, on, text, codes):
    """Of the same time and thing it is under funding already; else it is another fact."""
    edit = (CAFES, "pictures:\n", EVENT.format(on=on, text=text))
    issues = check_report(case(edits=(edit,)))
    assert [issue.code for issue in issues if issue.code == "R506"] == codes


def test_two_measures_may_have_one_value(case):
    """A count of one thing is no copy of the count of another."""
    measure = """\
  - id: "chairs"
    title: "Chairs in parking bays"
    unit: "tables"
    kind: "output"
    direction: "increase"
    accumulation: "level"
    classified:
      basis: "compiled"
      reason: "Chairs are what is put out."
    baseline:
      period: "2023-12"
      value: 0
      recorded: "2024-06-01"
      sources:
        - "plan-2024"
    targets: []
    actuals: []
"""
    edits = ((CAFES, "measures:\n", f"measures:\n{measure}"),)
    assert [i.code for i in check_report(case(edits=edits)) if i.code == "R506"] == []
