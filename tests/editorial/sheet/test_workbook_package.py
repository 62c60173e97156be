"""What a workbook may be: plain, small, without programs and without links to elsewhere."""

import io
import os
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from generator.core.errors import GeneratorError
from generator.editorial.sheet import workbook_package
from generator.editorial.sheet.workbook_package import read_package
from generator.editorial.sheet.workbook_reader import read_workbook

from . import hostile

OLD = bytes.fromhex("D0CF11E0A1B11AE1")


@pytest.fixture
def place(tmp_path, first_export):
    """Return where a good workbook is, which a test may spoil."""
    path = tmp_path / "town.xlsx"
    path.write_bytes(first_export)
    return path


def with_part(content, name, text):
    """Return a workbook with another part in it, or other text in one it has."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for part in source.namelist():
            if part != name:
                archive.writestr(part, source.read(part))
        archive.writestr(name, text)
    return made.getvalue()


def test_a_good_workbook_is_read(place, first_export):
    """What was exported may come back."""
    assert read_package(place) == first_export


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("xl/vbaProject.bin", "x", "macros"),
        ("xl/macrosheets/sheet1.xml", "<x/>", "macros"),
        ("xl/activeX/activeX1.xml", "<x/>", "macros"),
        ("xl/externalLinks/externalLink1.xml", "<x/>", "links to other files"),
        ("xl/embeddings/object.docx", "x", "links to other files"),
        ("xl/connections.xml", "<x/>", "links to other files"),
        (
            "[Content_Types].xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main",
            "macro-enabled",
        ),
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", r"OpenDocument .*\(\.ods\)"),
        ("xl/workbook.bin", "x", r"binary workbook \(\.xlsb\)"),
        ("Index/Document.iwa", "x", "Numbers"),
    ],
)
def test_a_workbook_with_more_in_it_is_refused(place, name, text, words):
    """Programs, links and other formats are refused before anything is read."""
    place.write_bytes(with_part(place.read_bytes(), name, text))
    with pytest.raises(GeneratorError, match=words):
        read_package(place)


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("LARGEST_FILE", "it is larger than 5 bytes"),
        ("MOST_PARTS", "it has more than 5 parts"),
        ("MOST_BYTES", "its sheets unpack to more than 5 bytes"),
        ("MOST_TAGS", "its sheets contain more than 5 XML tags"),
        ("MOST_CELLS", "it has more than 5 cells, including those that are only formatted"),
        ("MOST_TEXT", "its cells contain more than 5 characters"),
    ],
)
def test_the_limit_that_was_met_is_named(place, monkeypatch, limit, words):
    """Each limit has its own words; what is counted is counted before it is kept."""
    monkeypatch.setattr(workbook_package, limit, 5)
    with pytest.raises(GeneratorError, match=f"town.xlsx cannot be imported: {words}"):
        read_workbook(read_package(place), place.name)


def test_what_no_limit_knows_is_not_unpacked(place, first_export, monkeypatch):
    """Pictures, comments and other parts that nothing is read from may be as large as they like."""
    place.write_bytes(with_part(first_export, "xl/media/image1.png", b"\0" * 3_000_000))
    monkeypatch.setattr(workbook_package, "MOST_BYTES", 2_900_000)
    assert read_workbook(read_package(place), place.name).refusals == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("town.xlsm", b"PK", "ends in .xlsm"),
        ("town.csv", b"a,b", "ends in .csv"),
        ("town", b"a,b", "ends in nothing"),
        ("town.xlsx", b"a,b", "damaged or not a workbook"),
        ("town.xlsx", b"PK\3\4" + b"x" * 600, "damaged or not a workbook"),
        ("town.xlsx", b"", "it is empty"),
        ("town.xlsx", OLD + b"x" * 600, r"older \.xls format"),
        ("town.xlsx", OLD + "EncryptedPackage".encode("utf-16-le"), "it has a password"),
    ],
)
def test_another_kind_of_file_is_refused(tmp_path, name, content, words):
    """What is no plain workbook is refused in words, by what is in it and not by its name alone."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GeneratorError, match=words):
        read_package(tmp_path / name)


@pytest.mark.posix
def test_what_is_no_file_is_refused(tmp_path):
    """A folder, a pipe and a link to nowhere are named; none is waited for."""
    (tmp_path / "folder.xlsx").mkdir()
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "null.xlsx").symlink_to("/dev/zero")
    (tmp_path / "nowhere.xlsx").symlink_to("gone.xlsx")
    for name, words in [
        ("folder", "not a file"),
        ("pipe", "not a file"),
        ("null", "not a file"),
        ("nowhere", "cannot be opened"),
        ("x\0", "cannot be opened"),
        ("x" * 300, "cannot be opened"),
    ]:
        with pytest.raises(GeneratorError, match=words):
            read_package(tmp_path / f"{name}.xlsx")


def test_a_locked_archive_and_an_unknown_packing_are_refused(place, first_export):
    """Neither is a damage: each has its own words."""
    locked = first_export.replace(b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0")
    assert locked != first_export
    place.write_bytes(locked)
    with pytest.raises(GeneratorError, match="it has a password"):
        read_package(place)
    place.write_bytes(hostile.repacked(first_export, lambda parts: parts, ZIP_LZMA))
    with pytest.raises(GeneratorError, match="no spreadsheet program"):
        read_package(place)


def test_a_part_that_lies_about_its_size_is_damage(place, first_export):
    """What a part says of its size is not believed."""
    at = first_export.index(b"PK\1\2") + 24
    place.write_bytes(first_export[:at] + b"\xff\xff\xff\x7f" + first_export[at + 4 :])
    read_workbook(read_package(place), place.name)  # the first part is one that is not read
    entry = first_export.rindex(b"[Content_Types].xml")
    begin = first_export.rindex(b"PK\1\2", 0, entry) + 24
    place.write_bytes(first_export[:begin] + b"\1\0\0\0" + first_export[begin + 4 :])
    with pytest.raises(GeneratorError, match="damaged inside"):
        read_package(place)


def test_a_file_that_is_not_there_is_named(tmp_path):
    """A wrong name is no traceback."""
    with pytest.raises(GeneratorError, match="cannot be opened"):
        read_package(tmp_path / "nowhere.xlsx")


def test_a_workbook_cut_short_is_refused(place):
    """Half a workbook is none."""
    place.write_bytes(place.read_bytes()[:-400])
    with pytest.raises(GeneratorError, match="damaged"):
        read_package(place)
