"""Refusals of a workbook speak of sheets, rows and columns, and never of files, keys and lines."""

import re

import pytest

from generator.commands import importing
from generator.core.issues import Issue, Location
from generator.editorial.sheet.cell_words import in_sheet_words, refusal_of

OF_FILES = re.compile(
    r"\.(?:yml|md)\b|content/|\bkeys?\b|\bquotes\b|\blines?\b|front matter|YAML|\bno key\b"
)


@pytest.mark.slow
@pytest.mark.parametrize("typed", [None, "x y!", "https://a.example/x", "zz"])
def test_whatever_is_typed_into_any_sheet_is_refused_in_words_of_sheets(
    sheet_town, tmp_path, typed
):
    """One wrong cell in each row of every sheet, in every column by turns."""

    def spoil(book):
        for sheet in (one for one in book.worksheets if one.sheet_state == "visible"):
            if sheet is not book.worksheets[0]:
                for row in range(2, sheet.max_row + 1):
                    sheet.cell(row, row % sheet.max_column + 1).value = typed

    sheet_town.edit(spoil)
    place = tmp_path / "filled.xlsx"
    place.write_bytes(sheet_town.content)
    found = importing.sheet_import(sheet_town.settings, place, apply=False)
    refusals = found.imported.merged.refusals
    said = [f"{one.found} | {one.wanted} | {one.next_step}" for one in refusals]
    assert said
    assert [words for words in said if OF_FILES.search(words)] == []


def test_what_is_missing_is_an_empty_cell():
    """Its column is named where the row has one, and a sheet of its own where it has not."""
    issue = Issue("S001", Location("ideas!A3"), 'no key "text"', 'the key "text": Its words.', "x")
    refusal = refusal_of(issue, "ideas!A3")
    assert (refusal.found, refusal.wanted) == ("nothing for text", "its words")
    assert "sheet" in refusal.next_step


@pytest.mark.parametrize(
    ("of_files", "of_sheets"),
    [
        ("a full day as year-month-day, in quotes", "a full day as year-month-day"),
        ("the id of a source in sources.yml", 'the id of a source in the sheet "sources"'),
        (
            "Fill in reason; in a text file it is a separate line below status.",
            "Fill in reason.",
        ),
        (
            "Add content/updates/mid-2024/one-form.md, if there is evidence.",
            'Add the row mid-2024 one-form of "updates", if there is evidence.',
        ),
        ("Write currency into report.yml", "Write currency into the settings of the report"),
    ],
)
def test_files_have_names_in_a_workbook(of_files, of_sheets):
    """What the model and the rules call a file is a sheet or a row of it."""
    assert in_sheet_words(of_files) == of_sheets
