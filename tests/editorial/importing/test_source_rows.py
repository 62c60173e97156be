"""Files of an export as rows, whatever program wrote them."""

from datetime import date

import pytest
from openpyxl import Workbook

from generator.core.errors import GeneratorError
from generator.editorial.importing.csv_rows import read_csv
from generator.editorial.importing.export_files import read_table
from generator.editorial.importing.json_rows import read_json
from generator.editorial.importing.mapping import TableMap


def cells(table):
    """Return the cells of every row."""
    return [list(row.cells) for row in table.rows]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("A,B\né,1\n".encode(), "UTF-8"),
        ("A,B\né,1\n".encode("utf-8-sig"), "byte order mark"),
        ("A,B\né,1\n".encode("utf-16"), "UTF-16"),
        ("A,B\né,1\n".encode("cp1252"), "line 2 has a byte that is not UTF-8"),
    ],
)
def test_an_encoding_is_found_and_told(raw, told):
    """Each gives the same rows, and says in words how it was read."""
    table = read_csv(raw, "a.csv")
    assert cells(table) == [["é", "1"]]
    assert told in table.notes[0]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_separator_is_found_outside_quotation_marks(sign):
    """Separators inside quotation marks tell nothing."""
    raw = f'"A, or; | more"{sign}B\n"1,2;3|4"{sign}x\n'.encode()
    assert cells(read_csv(raw, "a.csv")) == [["1,2;3|4", "x"]]


def test_cells_of_several_lines_are_one_row_as_a_spreadsheet_counts():
    """A row's number is that of the row, not of the line."""
    table = read_csv(b'A,B\n"one\ntwo",1\nx,2\n', "a.csv")
    assert [row.number for row in table.rows] == [2, 3]


def test_a_row_with_too_many_cells_is_a_fault_at_its_place():
    """Short rows are filled up; long ones are told."""
    table = read_csv(b"A,B\n1\n1,2,3\n", "a.csv")
    assert [(str(f.location), f.code) for f in table.faults] == [("a.csv:3:3", "I004")]


def test_a_declared_encoding_that_does_not_fit_is_refused():
    """The message names the line."""
    with pytest.raises(GeneratorError, match="line 2"):
        read_csv("A\né\n".encode("cp1252"), "a.csv", "utf-8")


def test_json_lines_have_a_column_for_all_that_is_inside():
    """Objects inside have a slash, lists are in one cell."""
    table = read_json(b'{"id": 1, "s": {"key": "done"}, "of": ["a", "b"]}\n\n{"id": 2.50}\n', "a")
    assert table.headings == ["id", "s/key", "of"]
    assert cells(table) == [["1", "done", "a; b"], ["2.50", "", ""]]


def test_a_line_that_is_no_json_is_a_fault_at_its_line():
    """All other lines are read."""
    table = read_json(b'{"id": 1}\n{"id": \n[1]\n', "a.jsonl")
    assert [f.location.line for f in table.faults] == [2, 3]


def test_a_workbook_gives_what_its_cells_show(tmp_path):
    """Days, percentages, and values of formulas come as they are seen; headings may be lower."""
    book = Workbook()
    book.active.append(["A plan of 2026"])
    book.active.append(["Due", "Share", "Number", "Text"])
    book.active.append([date(2026, 6, 30), 0.45, 1234.5, "a\r\nb"])
    book.active["B3"].number_format = "0%"
    book.create_sheet("Other")
    book.save(tmp_path / "a.xlsx")
    table = read_table(tmp_path / "a.xlsx", TableMap(heading_row=2, sheet="Sheet"))
    assert cells(table) == [["2026-06-30", "45%", "1234.5", "a\nb"]]
    assert str(table.place(3, 1)) == "a.xlsx [Sheet]:3:2"


def test_what_is_no_export_is_refused(tmp_path):
    """A name, an empty file, and a workbook that is none have each their own message."""
    for name, raw in (("a.pdf", b"x"), ("a.csv", b" \n"), ("a.xlsx", b"PK no")):
        (tmp_path / name).write_bytes(raw)
        with pytest.raises(GeneratorError, match=name):
            read_table(tmp_path / name)
