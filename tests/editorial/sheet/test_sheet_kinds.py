"""The sheets follow the model: a field that is added there does not go missing here."""

import pytest

from generator.editorial.sheet.guide_sheet import guide_lines
from generator.editorial.sheet.sheet_kinds import FILE_KEYS, CellContent, sheet_kinds
from generator.model.fields import Shape, fields_of, written_fields
from generator.model.files import FILE_KINDS
from generator.model.initiative import Initiative
from generator.model.statuses import Status
from generator.model.updates import Update


def columns_of(name):
    """Return the columns of a sheet by name."""
    return {c.name: c for kind in sheet_kinds() if kind.name == name for c in kind.columns}


def test_every_list_of_an_initiative_has_a_sheet():
    """Each list of records is a sheet, each other value a column."""
    sheets = [kind for kind in sheet_kinds() if kind.file == "initiative" and kind.lists]
    shown = {kind.lists[0].partition(".")[0] for kind in sheets}
    single = {column.path[0] for column in columns_of("initiatives").values() if column.path}
    assert {field.name for field in written_fields(Initiative)} - {"id"} == shown | single


@pytest.mark.parametrize("file", FILE_KEYS)
def test_every_kind_of_record_has_its_sheet(file):
    """No list of any file is left out, at whatever depth; what no table can hold is named."""
    kinds = [kind for kind in sheet_kinds() if kind.file == file and not kind.single]
    shown = {tuple(".".join(kind.lists).split(".")) for kind in kinds if kind.lists}
    assert set(_lists(FILE_KINDS[file].record)) == shown


def _lists(record, above=()):
    """Yield the way to every list of records or of keys below a record."""
    for field in fields_of(record).values():
        way = (*above, field.name)
        is_list = field.of and field.shape is Shape.LIST
        if is_list or (field.shape is Shape.MAPPING and not field.of):
            yield way
        is_single = field.of and field.shape is Shape.ONE and field.name not in _IN_A_ROW
        if is_list or is_single:
            yield from _lists(field.of, way)


_IN_A_ROW = {"at_proposal", "reporting_period"}
"""Single records that are cells of the row around them, or in no sheet."""


def test_what_has_no_sheet_is_told_with_the_way_to_it():
    """The first sheet names every kind of file that is none of the workbook, and every sheet."""
    told = " ".join(f"{name} {words}" for name, words in guide_lines())
    for words in ("vocabulary", "Pages", "background", "Editions", "The report itself"):
        assert words in told
    assert all(kind.name in told for kind in sheet_kinds())


def test_a_value_may_be_told_missing():
    """Baselines, days of sources and empty lists of figures can say why they are not there."""
    gaps = {(kind.name, c.name) for kind in sheet_kinds() for c in kind.columns if c.gap}
    for place in (("measures", "baseline.why"), ("sources", "published.missing")):
        assert place in gaps
    assert ("area measures", "actuals.expected_on") in gaps


def test_every_field_of_an_update_has_a_column():
    """An update can be posted whole."""
    columns = columns_of("updates").values()
    held = {column.path[0] if column.path else column.name for column in columns}
    assert {field.name for field in written_fields(Update)} - held == {"ideas"}
    assert "body" in held


def test_columns_know_what_they_hold():
    """Numbers, flags, dates and lists are told apart, and words come from the model."""
    points = columns_of("points")
    kept = {n: points[n].holds for n in ("value", "partial", "period", "sources", "note")}
    assert list(kept.values()) == [
        *(
            CellContent.NUMBER,
            CellContent.FLAG,
            CellContent.DATE,
            CellContent.MANY,
            CellContent.TEXT,
        )
    ]
    assert set(columns_of("updates")["status"].words) == {*Status} - {Status.NOT_REPORTED}


def test_every_column_explains_itself():
    """The note of a heading is never empty."""
    assert [c.name for kind in sheet_kinds() for c in kind.columns if not c.note.strip()] == []


def test_names_of_sheets_fit_every_program():
    """Excel takes at most 31 characters; no two sheets share a name."""
    names = [kind.name for kind in sheet_kinds()]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 31
