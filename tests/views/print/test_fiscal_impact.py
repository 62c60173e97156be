"""The fiscal impact in short: what the sums are, the largest of them, and what ended."""

from larkhaven import larkhaven
from press import living

from generator.derive.snapshot.snapshot import snapshot
from generator.views.print.blocks import Heading, Paragraph, TableBlock
from generator.views.print.fiscal_impact import fiscal_impact, fiscal_parts
from tests.spoken import spoken
from tests.views.print.test_attention import words


def test_the_largest_sums_come_first():
    """One for each initiative: where no stage is stated, the largest and when it was given."""
    found = spoken(fiscal_impact(living("west-hollywood").snapshot, 3))
    assert found.largest
    assert [words(row[1]) for row in found.largest.rows] == [
        "$45 million to $51 million",
        "$16 million",
        "$9.5 million",
    ]
    assert found.largest.caption == "The largest sums; the first 3"
    assert found.totals is None


def test_what_ended_is_told_with_cost_and_income():
    """As they were measured last."""
    found = spoken(fiscal_impact(living("west-hollywood").snapshot, 3))
    assert found.ended
    ((*_, measured),) = found.ended.rows
    assert "$344,750 per year" in words(measured)
    assert "$133,771 per year" in words(measured)


def test_sums_are_told_by_cycle():
    """With what is in no listed cycle."""
    found = spoken(fiscal_impact(living("larkhaven").snapshot, 3))
    assert found.totals
    assert [words(row[0]) for row in found.totals.rows] == [
        "FY2021-23",
        "FY2023-25",
        "In no listed cycle",
    ]
    assert found.ended is None


def test_without_money_the_impact_is_one_sentence():
    """A staff report has the heading all the same."""
    report = larkhaven()
    bare = tuple(i.model_copy(update={"funding": (), "measures": ()}) for i in report.initiatives)
    seen = snapshot(report.model_copy(update={"initiatives": bare}), report.about.as_of)
    parts = spoken(tuple(fiscal_parts(fiscal_impact(seen, 3), 2)))
    assert [type(part) for part in parts] == [Heading, Paragraph]
    assert "No sum is known for 11 initiatives." in words(parts[1].value)


def test_its_tables_are_parts_of_a_document():
    """In the order of a reader's questions: how much in all, for what, and what is over."""
    parts = fiscal_parts(fiscal_impact(living("west-hollywood").snapshot, 3), 2)
    tables = [part.table.id for part in parts if isinstance(part, TableBlock)]
    assert tables == ["fiscal-largest-table", "fiscal-ended-table"]
