"""What a workbook may be: plain, small, without programs and without links to elsewhere."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from generator.editorial.sheet import package
from generator.editorial.sheet.package import read_package
from generator.errors import GeneratorError


@pytest.fixture
def place(tmp_path, first_export):
    """Return where a good workbook stands, which a test may spoil."""
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
        ("[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main", "macros"),
        ("xl/more.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "entities"),
        ("xl/more.xml", '<!DOCTYPE x [<!ENTITY a "b">]>'.encode("utf-16"), "entities"),
        ("xl/more.xml", " " * 3_000_000, "far more than it is"),
    ],
)
def test_a_workbook_with_more_in_it_is_refused(place, name, text, words):
    """Programs, links, entities and swollen parts are refused before anything is read."""
    place.write_bytes(with_part(place.read_bytes(), name, text))
    with pytest.raises(GeneratorError, match=words):
        read_package(place)


def test_too_many_parts_and_too_large_a_file_are_refused(place, monkeypatch):
    """The limits hold for the file, its parts and what it unpacks to."""
    for limit, words in [
        ("LARGEST_FILE", "larger than"),
        ("MOST_PARTS", "parts"),
        ("LARGEST_UNPACKED", "unpacks to more"),
    ]:
        with monkeypatch.context() as context:
            context.setattr(package, limit, 5)
            with pytest.raises(GeneratorError, match=words):
                read_package(place)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("town.xlsm", b"PK", "ends in .xlsm"),
        ("town.csv", b"a,b", "ends in .csv"),
        ("town.xlsx", b"a,b", "damaged or no workbook"),
        ("town.xlsx", b"", "damaged or no workbook"),
        ("town.xlsx", bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600, "password"),
    ],
)
def test_another_kind_of_file_is_refused(tmp_path, name, content, words):
    """What is no plain workbook is refused in words."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GeneratorError, match=words):
        read_package(tmp_path / name)


def test_a_file_that_is_not_there_is_named(tmp_path):
    """A wrong name is no traceback."""
    with pytest.raises(GeneratorError, match="cannot be opened"):
        read_package(tmp_path / "nowhere.xlsx")


def test_a_workbook_cut_short_is_refused(place):
    """Half a workbook is none."""
    place.write_bytes(place.read_bytes()[:-400])
    with pytest.raises(GeneratorError, match="damaged"):
        read_package(place)
