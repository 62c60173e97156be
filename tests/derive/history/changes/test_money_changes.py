"""Money that is another than before is told with its stage, its year, and what it was."""

from decimal import Decimal

from larkhaven import larkhaven
from spoken import ENGLISH

from generator.derive.history.changes.sentences import changes
from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate

YEARS = {"fy2022-23": Decimal(20000), "fy2023-24": Decimal(22000)}
OF = "(Upkeep of the gauges; from: Harbour Fund)"


def told(change):
    """Return the sentences about a change of the tide gauges' funding, given as a function."""
    report = larkhaven()
    one = next(i for i in report.initiatives if i.id == "tide-gauge")
    other = one.model_copy(update={"funding": tuple(change(one.funding))})
    initiatives = tuple(other if i.id == one.id else i for i in report.initiatives)
    after = report.model_copy(update={"initiatives": initiatives})
    day = report.about.as_of
    found = changes(snapshot(report, day), snapshot(after, day))
    return [ENGLISH(s.text).replace("\N{NO-BREAK SPACE}", " ") for s in found]


def with_values(some_id, **values):
    """Return a change of the values of one record."""
    return lambda funding: (f.model_copy(update=values) if f.id == some_id else f for f in funding)


def and_later(some_id, **values):
    """Return a change that adds what was stated later of the money of one record."""
    later = {"id": "later", "on": PartialDate("2024-01"), **values}
    return lambda funding: (
        *funding,
        *(f.model_copy(update=later) for f in funding if f.id == some_id),
    )


def test_a_year_is_told_with_what_it_was():
    """Only the years that differ; one that is new, or gone, as such."""
    changed = {"fy2022-23": Decimal(20000), "fy2023-24": Decimal(1250000)}
    assert told(with_values("upkeep-adopted", years=changed)) == [
        f"Adopted for FY2023-24 {OF}: LKC 1.25 million, was LKC 22,000."
    ]
    assert told(with_values("upkeep-adopted", years={**YEARS, "fy2024-25": Decimal(1)})) == [
        f"Adopted for FY2024-25 {OF}: LKC 1, not given before."
    ]
    assert told(with_values("upkeep-adopted", years={"fy2022-23": Decimal(20000)})) == [
        f"Adopted for FY2023-24 {OF}: no longer given, was LKC 22,000."
    ]


def test_what_is_stated_later_is_told_beside_what_was_stated_before():
    """A new record of the same money is no money more."""
    assert told(and_later("upkeep-spent", value=Decimal(22000))) == [
        f"Spent in FY2022-23 {OF}: LKC 22,000, was LKC 21,300."
    ]
    assert told(and_later("upkeep-spent", what="Paint", value=Decimal(5))) == [
        "Paint: LKC 5 (January 2024; spent; for FY2022-23; from: Harbour Fund)."
    ]
