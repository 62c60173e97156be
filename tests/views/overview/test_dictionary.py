"""The data dictionary: every table has its page, every column its meaning."""

from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.tables.report import report_tables
from generator.views.base import addresses
from generator.views.base.blocks import Cell
from generator.views.overview.dictionary import columns_view, dictionary_view
from tests.spoken import spoken

TABLES = report_tables(snapshot(larkhaven(), larkhaven().about.as_of))
SIZES = {addresses.data(f"{flat.name}.csv"): 1_000 for flat in TABLES}


def words(cell: Cell) -> str:
    """Return the words of a cell."""
    return " ".join(piece.text for piece in cell if piece.kind in ("words", "link"))


def test_every_table_leads_to_its_columns() -> None:
    """The page names each table once, with how many columns it has."""
    rows = spoken(dictionary_view(TABLES)).tables.rows

    assert [row[0][0].target for row in rows] == [addresses.columns_of(t.name) for t in TABLES]
    assert [words(row[2]) for row in rows] == [str(len(t.columns)) for t in TABLES]


def test_every_column_is_explained() -> None:
    """The page of a table has a row for each of its columns, with what may be in it."""
    for flat in TABLES:
        (section,) = spoken(columns_view(flat, SIZES)).sections
        assert section.table
        assert [words(row[0]) for row in section.table.rows] == [c.name for c in flat.columns]
        assert all(words(cell) for row in section.table.rows for cell in row)


def test_a_table_says_how_its_rows_are_told_apart() -> None:
    """An id that is unique within an initiative only is named together with it."""
    ideas = next(flat for flat in TABLES if flat.name == "ideas")

    said = {fact.name: words(fact.value) for fact in spoken(columns_view(ideas, SIZES)).facts}

    assert said["Key"] == "initiative and id"
    assert said["File"] == "ideas.csv"
