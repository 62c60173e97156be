"""The sheets follow the model: a field that is added there does not go missing here."""

from generator.editorial.sheet.kinds import Holds, kinds
from generator.load.shape_paths import written_fields
from generator.model.initiative import Initiative
from generator.model.keys import Status
from generator.model.updates import Update

NOT_HERE = {"also_titled", "pictures"}
"""Lists of an initiative that editors change in the file or by the form."""


def columns_of(name):
    """Return the columns of a sheet by name."""
    return {c.name: c for kind in kinds() if kind.name == name for c in kind.columns}


def test_every_list_of_an_initiative_has_a_sheet():
    """Each list of records is a sheet, or is named here as one that is none."""
    shown = {kind.lists[0] for kind in kinds() if kind.file == "initiative" and kind.lists}
    single = {column.path[0] for column in columns_of("initiatives").values() if column.path}
    assert {*written_fields(Initiative)} - {"id"} == shown | single | NOT_HERE


def test_every_field_of_an_update_has_a_column():
    """An update can be posted whole."""
    columns = columns_of("updates").values()
    held = {column.path[0] if column.path else column.name for column in columns}
    assert {*written_fields(Update)} - held == {"ideas"}
    assert "body" in held


def test_columns_know_what_they_hold():
    """Numbers, flags, dates and lists are told apart, and words come from the model."""
    points = columns_of("points")
    kept = {n: points[n].holds for n in ("value", "partial", "period", "sources", "note")}
    assert list(kept.values()) == [*(Holds.NUMBER, Holds.FLAG, Holds.DATE, Holds.MANY, Holds.TEXT)]
    assert set(columns_of("updates")["status"].words) == {*Status} - {Status.NOT_REPORTED}


def test_every_column_explains_itself():
    """The note of a heading is never empty."""
    assert [c.name for kind in kinds() for c in kind.columns if not c.note.strip()] == []


def test_names_of_sheets_fit_every_program():
    """Excel takes at most 31 characters; no two sheets share a name."""
    names = [kind.name for kind in kinds()]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 31
