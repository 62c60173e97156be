"""What a table counts none of is named once, and takes no row and no column."""

from generator.views.base.table_builder import Figures, table
from generator.views.print.blocks import RecordList, TableBlock
from generator.views.print.counted import counted_in_one, counted_parts
from tests.spoken import ENGLISH, spoken

COLUMNS = {
    "Unit": lambda row: row[0],
    "Kind": lambda row: row[1],
    Figures("Owns"): lambda row: row[2],
    Figures("Takes part"): lambda row: row[3],
}


def parts(*rows):
    """Return the parts of a table of rows."""
    return [spoken(part) for part in counted_parts(table("t", "Units", rows, COLUMNS))]


def test_rows_of_zeros_are_one_paragraph_with_all_else_that_they_say():
    """The kind of a unit is not lost with the row."""
    whole, rest = parts(("Harbor", "Department", 2, 0), ("Quay", "Division", 0, 0))
    assert isinstance(whole, TableBlock)
    assert [row[0][0].text for row in whole.table.rows] == ["Harbor"]
    assert isinstance(rest, RecordList)
    assert rest.run_in
    assert [item.head[0].text for item in rest.items] == ["Quay"]
    assert [fact.value[0].text for item in rest.items for fact in item.values] == ["Division"]


def test_a_column_of_zeros_is_left_out():
    """Nobody takes part, so that no column says so of each."""
    (whole,) = parts(("Harbor", "Department", 2, 0), ("Quay", "Division", 1, 0))
    assert [column.label for column in whole.table.columns] == ["Unit", "Kind", "Owns"]


def test_what_is_blank_is_not_zero():
    """A row without figures stays: nothing was counted there."""
    (whole,) = parts(("Harbor", "Department", None, None), ("Quay", "Division", 1, 1))
    assert len(whole.table.rows) == 2


def test_nothing_counted_leaves_no_table():
    """A table of zeros alone is the paragraph alone."""
    (rest,) = parts(("Harbor", "Department", 0, 0), ("Quay", "Division", 0, 0))
    assert len(rest.items) == 2


def test_a_table_in_one_paragraph_has_its_figures_without_zeros():
    """Each name has what it counts, and no zero."""
    made = table("t", "Units", [("Harbor", "Department", 2, 0)], COLUMNS)
    (item,) = spoken(counted_in_one("All", made)).items
    said = [(ENGLISH(fact.name), [ENGLISH(p.text) for p in fact.value]) for fact in item.values]
    assert said == [("", ["Department"]), ("Owns", ["2"])]
