"""A table is its columns: what heads each, and its value of a record."""

from types import SimpleNamespace

import pytest

from generator.views.base.blocks import Fact, LinkTo, TableColumn, Words
from generator.views.base.table_builder import MANY_ROWS, Figures, cell, facts, table, table_if_any

RECORDS = (
    SimpleNamespace(name="One", count=1, note=None),
    SimpleNamespace(name="", count=0, note=""),
)
COLUMNS = {
    "Name": lambda r: r.name,
    Figures("How many"): lambda r: r.count,
    "Note": lambda r: r.note,
}


@pytest.mark.parametrize(
    ("value", "pieces"),
    [
        (None, ()),
        ("", ()),
        ((), ()),
        ("text", (Words("text"),)),
        (0, (Words(0),)),
        (LinkTo("a", "b/"), (LinkTo("a", "b/"),)),
        ((Words("a"), Words("b")), (Words("a"), Words("b"))),
    ],
)
def test_a_value_is_written_as_it_comes(value, pieces):
    """Text, numbers and pieces become a cell; nothing becomes an empty one."""
    assert cell(value) == pieces


def test_the_first_column_names_the_row_and_empty_ones_are_left_out():
    """Figures are below each other where the heading says so."""
    made = table("t", "Things", RECORDS, COLUMNS)
    assert made.id == "t-table"
    assert made.columns == (TableColumn("Name", "head"), TableColumn("How many", "number"))
    assert made.rows == (((Words("One"),), (Words(1),)), ((), (Words(0),)))


def test_what_many_rows_all_say_is_said_once():
    """A column in which every row is alike is a sentence, be it of figures; names stay."""
    many = tuple(SimpleNamespace(name="n", count=1, note="x") for n in range(MANY_ROWS))
    made, short = (table("t", "Things", some, COLUMNS) for some in (many, many[1:]))

    # A second column stays in any case: a table of one is none.
    assert made.same == (Fact("How many", (Words(1),)),)
    assert [column.label for column in made.columns] == ["Name", "Note"]
    assert all(len(row) == len(made.columns) for row in made.rows)
    assert short.same == ()
    assert [column.label for column in short.columns] == ["Name", "How many", "Note"]


def test_one_row_that_says_something_else_keeps_the_column():
    """Also where it says nothing."""
    notes = ["x"] * MANY_ROWS + [None]
    rows = tuple(SimpleNamespace(name="n", count=n, note=note) for n, note in enumerate(notes))

    assert table("t", "Things", rows, COLUMNS).same == ()


def test_without_records_only_the_column_of_names_stands():
    """A table that is always shown has its head; one that need not be there is not."""
    assert table("t", "Things", (), COLUMNS).columns == (TableColumn("Name", "head"),)
    assert table_if_any("t", "Things", (), COLUMNS) is None


def test_facts_without_a_value_are_left_out():
    """A name alone would tell nothing; a number is told, be it none."""
    assert facts({"A": "x", "B": None, "C": 0}) == (
        Fact("A", (Words("x"),)),
        Fact("C", (Words(0),)),
    )
