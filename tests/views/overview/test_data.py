"""The page of open data: every file offered, with what it holds and how large it is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from larkhaven import larkhaven

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.tables.report import report_tables
from generator.export.data_files import data_files
from generator.views.base import addresses
from generator.views.base.blocks import Cell, Table
from generator.views.overview.data import DataView, data_view, size_text
from generator.views.print.download import Download
from tests.spoken import ENGLISH, spoken

NOW = snapshot(larkhaven(), larkhaven().about.as_of)
TABLES = report_tables(NOW)
FILES = data_files(NOW, TABLES) | {
    "data/editions/2021/snapshot.json": b"{}",
    "data/editions/2021/digest": b"sha256:0",
    "data/editions/2022/snapshot.json": b"{}",
}


def view(files: Mapping[str, bytes] = FILES) -> DataView:
    """Return the view of some files."""
    sizes = {path: len(content) for path, content in files.items()}
    return spoken(data_view(NOW, TABLES, sizes))


def targets(tables: tuple[Table | None, ...]) -> Iterator[str]:
    """Yield the address of every link in the tables."""
    for table in filter(None, tables):
        for row in table.rows:
            yield from (piece.target for cell in row for piece in cell if piece.kind == "link")


def words(cell: Cell) -> str:
    """Return the words of a cell."""
    return " ".join(piece.text for piece in cell if piece.kind in ("words", "link"))


def test_every_file_is_offered_and_every_link_is_a_file() -> None:
    """Nothing is published without being listed, and nothing listed is missing."""
    found = view()
    linked = set(targets((found.whole, found.tables, found.editions)))

    # The figures of one measure are offered with its chart.
    listed = {path for path in FILES if not path.startswith("data/measures/")}
    assert linked - listed == {addresses.columns_of(flat.name) for flat in TABLES}
    assert listed <= linked


def test_rows_and_sizes_are_those_of_the_files() -> None:
    """A reader knows before a download how much it is."""
    row = {words(cells[0]): cells for cells in view().tables.rows}["ideas.csv"]

    assert words(row[2]) == "14"
    assert words(row[3]) == ENGLISH(size_text(len(FILES["data/ideas.csv"])))


def test_the_report_in_print_is_offered_with_its_length() -> None:
    """Documents of editions are offered with the editions, and not here."""
    brief = Download("brief", None, "downloads/brief.pdf", 2, 41_738)
    offered = (brief, replace(brief, year=2021, target="downloads/2021-brief.pdf"))
    sizes = {path: len(content) for path, content in FILES.items()}

    rows = spoken(data_view(NOW, TABLES, sizes, offered)).whole.rows

    assert [words(cell) for cell in rows[0]] == [
        "brief.pdf",
        "Brief for the governing body: PDF of 2 pages.",
        "42 kB",
    ]
    assert "2021-brief.pdf" not in {words(row[0]) for row in rows}


def test_without_editions_there_is_no_table_of_them() -> None:
    """The page then says in its place that none was frozen."""
    files = {path: content for path, content in FILES.items() if "editions" not in path}

    assert view(files).editions is None
    assert view().editions is not None


def test_an_edition_says_what_it_is() -> None:
    """A reconstruction is not taken for the city's document, nor a digest for data."""
    editions = view().editions

    assert editions is not None
    said = {words(row[0]): words(row[1]) for row in editions.rows}
    assert "compiled later" in said["2022/snapshot.json"]
    assert "compiled later" not in said["2021/snapshot.json"]
    assert "SHA-256" in said["2021/digest"]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (27_199, "27 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_340_000, "1.3 MB"),
    ],
)
def test_sizes_are_said_in_thousands(size: int, said: str) -> None:
    """Sizes read as people compare them."""
    assert ENGLISH(size_text(size)) == said
