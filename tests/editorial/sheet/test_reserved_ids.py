"""An id that no page and no file can have is refused in a workbook as it is in a file."""

import pytest


@pytest.mark.parametrize("name", ["index", "con", "lpt1"])
def test_a_reserved_id_is_refused_at_its_cell(sheet_town, name):
    """The message names the cell, why, and a way out; nothing is written."""
    before = sheet_town.files()
    place = sheet_town.add("ideas", initiative="tide-gauge", id=name, text="Add bells.")
    (refusal,) = sheet_town.imported().merged.refusals
    assert refusal.place.split("!")[0] == place.split("!")[0]
    assert "a different id" in str(refusal)
    assert sheet_town.apply().proposed.files == {}
    assert sheet_town.files() == before
