"""The spreadsheet round trip: what changes is merged, what is in doubt meets a person."""

import datetime as dt
import re

import pytest
from renaming import rename

from generator.core.errors import GeneratorError
from generator.editorial.sheet.book import escaped
from generator.editorial.sheet.round_trip import export
from generator.editorial.sheet.sheet_kinds import sheet_kinds
from generator.load.formatting import format_content
from generator.load.report import load_report

from .conftest import drop_downs, saved_again

pytestmark = pytest.mark.slow

GAUGE = ("tide-gauge",)
UPDATE = ("report-2023", "night-ferry")
POINT = ("tide-gauge", "gauges", "harbour-side", "2022-07-14")

EXACT = (
    "=1+1",
    '=HYPERLINK("http://x","y")',
    "+1",
    "-1",
    "@SUM(A1)",
    "#N/A",
    "#REF!",
    "TRUE",
    "no",
    "0417",
    "12:30",
    "1_000",
    "1e5",
    "2016-08-30",
    "1/2",
    "'quoted",
    '"double"',
    "two\nlines",
    "a\n\n\nb",
    "tab\there",
    "<b>&amp;</b>",
    "]]>",
    "{{ x }} {% y %}",
    "Zoë – naïve… €5 ½",
    "שלום مرحبا",
    "🚲 bicycle",
    "non\N{NO-BREAK SPACE}breaking",
    "back\\slash \\n",
    "an _x000D_ and a _x0041_",
)
"""Strings that arrive as they are."""

REFUSED = ("line\r\nend", "an _x005F_ escape", "x" * 32_768, "bell\x07")
"""Strings that spreadsheets change or cut without a word."""


def with_ideas(town, texts):
    """Give an initiative one idea for each text, and make the workbook anew."""
    path = town.settings.content / "initiatives" / "youth-council.yml"
    words = path.read_text("utf-8")
    items = "".join(
        f'  - id: "hostile-{n}"\n    text: {_quoted(text)}\n' for n, text in enumerate(texts)
    )
    assert "\nideas:\n" in words
    path.write_text(words.replace("\nideas:\n", f"\nideas:\n{items}"), "utf-8")
    town.again()


def _quoted(text):
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(signs.get(sign, sign) for sign in text) + '"'


def told(town):
    """Return an import's merge and the files it would write."""
    imported = town.imported()
    assert imported.merged.refusals == []
    return imported.merged, sorted(imported.files)


def test_export_and_import_changes_nothing(sheet_town):
    """What nobody touched is as it was, in every kind of row."""
    merged, files = told(sheet_town)
    assert (files, merged.conflicts, merged.new, merged.missing) == ([], [], [], 0)


def test_the_same_content_gives_the_same_bytes(sheet_town, first_export):
    """No time of day gets into a workbook."""
    sheet_town.again()
    assert sheet_town.content == first_export


def test_one_cell_changes_one_line(sheet_town):
    """A changed cell changes its own line of its own file, in the normal form."""
    before = sheet_town.files()
    sheet_town.set("updates", UPDATE, "reason", "There is still no crew.")
    brought = sheet_town.apply()
    after = sheet_town.files()
    path = "updates/report-2023/night-ferry.md"
    assert [name for name in after if after[name] != before[name]] == [path]
    changed = set(after[path].splitlines()) - set(before[path].splitlines())
    assert changed == {b'reason: "There is still no crew."'}
    assert not format_content(sheet_town.settings).changed
    assert "still no crew" in brought.proposed.told


def test_importing_twice_changes_nothing_more(sheet_town):
    """The workbook that was applied finds its own words in the content."""
    sheet_town.set("initiatives", GAUGE, "note", "Another note.")
    sheet_town.add("ideas", initiative="tide-gauge", id="lights", text="Add lights.")
    sheet_town.apply()
    after = sheet_town.files()
    merged, files = told(sheet_town)
    assert (files, merged.conflicts) == ([], [])
    sheet_town.apply()
    assert sheet_town.files() == after


def test_a_preview_writes_nothing(sheet_town):
    """Without being asked to write, an import only tells."""
    before = sheet_town.files()
    sheet_town.set("initiatives", GAUGE, "summary", "Otherwise.")
    assert told(sheet_town)[1] == ["content/initiatives/tide-gauge.yml"]
    assert sheet_town.files() == before


def test_what_only_the_content_changed_stays(sheet_town):
    """A row that nobody touched in the workbook never takes a later edit back."""
    path = sheet_town.settings.content / "initiatives" / "tide-gauge.yml"
    path.write_text(path.read_text("utf-8").replace("Some sources call", "Some call"), "utf-8")
    sheet_town.set("ideas", ("tide-gauge", "sirens"), "text", "Add louder sirens.")
    sheet_town.apply()
    words = path.read_text("utf-8")
    assert ("Some call" in words, "louder sirens" in words) == (True, True)


def test_what_both_changed_meets_a_person(sheet_town):
    """A row changed in both places is listed with both values and not written; others are."""
    path = sheet_town.settings.content / "initiatives" / "tide-gauge.yml"
    path.write_text(path.read_text("utf-8").replace("Some sources call", "Some call"), "utf-8")
    place = sheet_town.set("initiatives", GAUGE, "note", "A third wording.")
    sheet_town.set("ideas", ("tide-gauge", "sirens"), "text", "Add louder sirens.")
    brought = sheet_town.apply()
    (conflict,) = brought.imported.merged.conflicts
    assert str(conflict).startswith(f"{place.split('!')[0]}!A")
    assert 'content "Some call' in str(conflict)
    assert 'workbook "A third wording."' in str(conflict)
    words = path.read_text("utf-8")
    assert ("Some call" in words, "louder sirens" in words) == (True, True)


def test_the_same_change_in_both_places_is_none(sheet_town):
    """Two people who write the same do not disagree."""
    path = sheet_town.settings.content / "initiatives" / "tide-gauge.yml"
    words = path.read_text("utf-8").replace("Add sirens.", "Add bells.")
    path.write_text(words, "utf-8")
    sheet_town.set("ideas", ("tide-gauge", "sirens"), "text", "Add bells.")
    merged, files = told(sheet_town)
    assert (files, merged.conflicts) == ([], [])


def test_a_row_changed_here_and_gone_there_is_a_conflict(sheet_town):
    """What somebody removed from the content does not come back unseen."""
    (sheet_town.settings.content / "updates/report-2023/night-ferry.md").unlink()
    sheet_town.set("updates", UPDATE, "reason", "Changed.")
    merged, files = told(sheet_town)
    assert files == []
    assert "no longer in the content" in str(merged.conflicts[0])


def test_a_missing_row_deletes_nothing(sheet_town):
    """Rows and whole sheets that are gone from the workbook stay in the content."""

    def change(book):
        book["events"].delete_rows(2, 5)
        book.remove(book["funding"])

    sheet_town.edit(change)
    merged, files = told(sheet_town)
    assert files == []
    assert merged.missing > 5


def test_a_new_row_of_updates_is_a_new_file(sheet_town):
    """An update posted in the workbook lands where updates are, with its day of entry."""
    sheet_town.add(
        "updates",
        milestone="mid-2024",
        initiative="one-form",
        as_of="2024-02-05",
        basis="reported",
        author="desk-manager",
        status="on_track",
        phase="implementation",
        confidence="not_assessed",
        body="The form is on *every* desk.\n\nAnd it works.",
    )
    brought = sheet_town.apply()
    assert not brought.proposed.errors
    path = sheet_town.settings.content / "updates" / "mid-2024" / "one-form.md"
    lines = path.read_text("utf-8").splitlines()
    assert 'recorded: "2024-02-10"' in lines
    assert lines[-3:] == ["The form is on *every* desk.", "", "And it works."]
    assert not format_content(sheet_town.settings).changed


def test_a_new_point_fills_a_gap(sheet_town):
    """The first point of a measure takes the place of the reason why there was none."""
    sheet_town.add(
        "points",
        initiative="tide-gauge",
        measure="pole-cost",
        period="2023",
        reported="2024-01-05",
        value=9500.5,
        sources="tide-data; harbour-news",
    )
    imported = sheet_town.imported()
    assert imported.merged.refusals == []
    words = imported.files["content/initiatives/tide-gauge.yml"].decode()
    assert "value: 9500.5" in words
    assert "The account closes" not in words


def test_a_year_of_money_is_a_row(sheet_town):
    """One that is changed and one that is new land in the years of their record."""
    year = ("tide-gauge", "upkeep-adopted", "fy2023-24")
    sheet_town.set("funding by year", year, "value", 22500)
    sheet_town.add(
        "funding by year",
        initiative="tide-gauge",
        funding="upkeep-adopted",
        year="fy2024-25",
        value=24000,
    )
    imported = sheet_town.imported()
    assert imported.merged.refusals == []
    words = imported.files["content/initiatives/tide-gauge.yml"].decode()
    years = ["fy2022-23: 20000", "fy2023-24: 22500", "fy2024-25: 24000"]
    assert "\n".join(f"      {year}" for year in years) in words


def test_an_emptied_cell_removes_its_key(sheet_town):
    """Empty means absent, also of the last key inside another."""
    sheet_town.set("roadmap", ("tide-gauge", "three-quays"), "outcome.note", None)
    sheet_town.set("initiatives", GAUGE, "note", None)
    words = sheet_town.imported().files["content/initiatives/tide-gauge.yml"].decode()
    assert ("With music." in words, 'talking poles."' in words) == (False, False)


def test_special_spaces_at_the_ends_are_trimmed(sheet_town):
    """A space that was copied along is no change."""
    value = "\N{NO-BREAK SPACE}There is no Owner and no crew. \N{NO-BREAK SPACE}"
    sheet_town.set("updates", UPDATE, "reason", value)
    assert told(sheet_town)[1] == []


def test_a_date_that_the_program_made_of_text_is_taken(sheet_town):
    """A day is taken as year-month-day where a date belongs."""
    sheet_town.set("updates", UPDATE, "as_of", dt.datetime(2023, 11, 11))  # noqa: DTZ001
    (words,) = sheet_town.imported().files.values()
    assert b'as_of: "2023-11-11"' in words


@pytest.mark.parametrize(
    ("cell", "value", "data_type"),
    [
        (("updates", UPDATE, "reason"), "=1+1", "f"),
        (("updates", UPDATE, "body"), "=cmd|'/c calc'!A1", "f"),
        (("updates", UPDATE, "reason"), "#N/A", "e"),
        (("updates", UPDATE, "reason"), True, None),
        (("updates", UPDATE, "reason"), dt.datetime(2023, 11, 11), None),  # noqa: DTZ001
        (("updates", UPDATE, "as_of"), dt.datetime(2023, 11, 11, 9, 30), None),  # noqa: DTZ001
        (("updates", UPDATE, "as_of"), dt.time(9, 30), None),
        (("updates", UPDATE, "as_of"), "3/11/2023", None),
        (("updates", UPDATE, "as_of"), "TBD", None),
        (("updates", UPDATE, "status"), "going well", None),
        (("points", POINT, "value"), "1400 or so", None),
        (("points", POINT, "value"), "N/A", None),
        (("points", POINT, "value"), "$1,400", None),
        (("points", POINT, "value"), True, None),
        (("updates", UPDATE, "reason"), "a bell _x0007_ inside", None),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(sheet_town, cell, value, data_type):
    """Formulas, errors and values of another kind are refused at their cell; nothing is written."""
    before = sheet_town.files()
    place = sheet_town.set(*cell, value, data_type)
    named = sheet_town.refusals()
    assert named == [place]
    assert sheet_town.apply().proposed.files == {}
    assert sheet_town.files() == before


def test_a_refusal_says_what_to_do(sheet_town):
    """Each refusal says what was found, what is expected and what to do."""
    sheet_town.set("updates", UPDATE, "reason", "=A1", "f")
    (refusal,) = sheet_town.imported().merged.refusals
    assert "found a formula" in str(refusal)
    assert "expected: the value itself" in str(refusal)
    assert "next step: Copy the cell" in str(refusal)


def test_an_emptied_cell_that_must_be_filled_in_is_refused(sheet_town):
    """An update without a status is none; the message names the cell and its column."""
    place = sheet_town.set("updates", UPDATE, "status", None)
    (refusal,) = sheet_town.imported().merged.refusals
    assert refusal.place == place
    assert refusal.found == "an empty cell under status"
    assert refusal.next_step == "Choose one from the list of the cell."


@pytest.mark.parametrize(
    ("sheet", "values"),
    [
        ("updates", {"milestone": "mid-2024", "initiative": "nobody", "status": "on_track"}),
        ("updates", {"milestone": "../../x", "initiative": "tide-gauge", "status": "on_track"}),
        ("updates", {"initiative": "tide-gauge", "status": "on_track"}),
        ("initiatives", {"initiative": "../../../etc/passwd", "title": "New"}),
        ("points", {"initiative": "tide-gauge", "measure": "nothing", "period": "2023"}),
        ("update ideas", {"milestone": "mid-2024", "initiative": "one-form", "idea": "x"}),
        ("funding by year", {"initiative": "tide-gauge", "funding": "x", "year": "fy2023-24"}),
        ("area points", {"area": "moon", "measure": "x", "period": "2023"}),
    ],
)
def test_an_unknown_id_is_refused(sheet_town, sheet, values):
    """A row about nothing that is there makes nothing, least of all a path."""
    place = sheet_town.add(sheet, **values)
    (named,) = sheet_town.refusals()
    assert named.split("!")[0] == sheet
    assert re.findall(r"\d+$", named) == re.findall(r"\d+$", place)


def test_a_duplicate_row_is_refused(sheet_town):
    """Of two rows with one key nobody knows which is meant."""
    place = sheet_town.add("ideas", initiative="tide-gauge", id="sirens", text="Add bells.")
    assert sheet_town.refusals() == [place]


def _insert(book):
    book["updates"].insert_cols(4)


def _swap(book):
    page = book["updates"]
    page["C1"].value, page["D1"].value = page["D1"].value, page["C1"].value


def _rename(book):
    book["updates"]["F1"].value = "state"


def _beside(book):
    page = book["updates"]
    page.cell(1, page.max_column + 1).value = "my notes"


@pytest.mark.parametrize("change", [_insert, _swap, _rename, _beside])
def test_a_moved_or_unknown_column_is_refused(sheet_town, change):
    """Values under other headings than they were made for are never taken."""
    sheet_town.edit(change)
    named = sheet_town.refusals()
    assert named
    assert all(place.startswith("updates!") and place.endswith("1") for place in named)


def test_a_sheet_of_ones_own_is_refused_and_joined_cells_too(sheet_town):
    """What would be ignored is said instead."""

    def change(book):
        book.create_sheet("mine")["A2"] = "hello"
        book["ideas"].merge_cells("A2:B2")

    sheet_town.edit(change)
    assert {"mine!A1", "ideas!A2:B2"} <= set(sheet_town.refusals())


def _no_base(book):
    book.remove(book["_base"])


def _other_format(book):
    book["_base"]["B1"] = "annual-report workbook 0"


def _changed_base(book):
    book["_base"]["C5"] = "0" * 64


@pytest.mark.parametrize("change", [_no_base, _other_format, _changed_base])
def test_a_workbook_without_its_base_is_refused(sheet_town, change):
    """What cannot be merged with what it was made from is not guessed at."""
    sheet_town.edit(change)
    with pytest.raises(GeneratorError, match="which content it was made from"):
        sheet_town.imported()


def test_a_stale_base_cannot_overwrite(sheet_town):
    """A workbook of an older content never takes newer words back, however old it is."""
    path = sheet_town.settings.content / "updates" / "report-2023" / "night-ferry.md"
    newer = path.read_text("utf-8").replace("no crew", "no boat")
    path.write_text(newer, "utf-8")
    sheet_town.set("updates", UPDATE, "reason", "An old view.")
    assert len(sheet_town.apply().imported.merged.conflicts) == 1
    assert path.read_text("utf-8") == newer


def test_rules_between_records_hold_before_anything_is_written(sheet_town):
    """A value that its cell may have and the report may not is an error, and nothing is written."""
    before = sheet_town.files()
    cell = sheet_town.set("updates", UPDATE, "sources", "no-such-source")
    sheet_town.set("initiatives", GAUGE, "note", "Fine in itself.")
    brought = sheet_town.apply()
    [refusal] = brought.imported.merged.refusals
    assert (refusal.place, brought.proposed.errors) == (cell, [])
    assert refusal.found == 'sources "no-such-source", which does not exist (R601)'
    assert sheet_town.files() == before


def test_a_fault_of_the_text_is_told_at_its_cell(sheet_town):
    """What the rules hold against the words of an update is at the cell of the words."""
    cell = sheet_town.set("updates", UPDATE, "body", "See [it](initiative:no-such-thing).")
    assert sheet_town.apply().imported.merged.refusals[0].place == cell


def test_a_fault_that_no_cell_makes_is_told_at_its_file(sheet_town):
    """Where the content was at fault before, the workbook is not blamed for it."""
    path = sheet_town.settings.content / "updates" / "report-2023" / "tide-gauge.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n---\nTwo", '\nsources:\n  - "gone"\n---\nTwo'), "utf-8")
    sheet_town.set("updates", UPDATE, "reason", "A new one.")
    brought = sheet_town.apply()
    assert brought.imported.merged.refusals == []
    assert [i.location.path for i in brought.proposed.errors] == [
        "content/updates/report-2023/tide-gauge.md"
    ]


def test_hostile_texts_arrive_exactly(sheet_town):
    """Strings that spreadsheets love to turn into something else come back as they went."""
    with_ideas(sheet_town, EXACT)
    merged, files = told(sheet_town)
    assert (files, merged.conflicts) == ([], [])


def test_hostile_texts_typed_into_cells_are_kept_exactly(sheet_town):
    """What somebody writes as text is text in the file, character by character."""

    def type_in(book):
        for number, text in enumerate(EXACT):
            row = book["ideas"].max_row + 1
            for place, word in enumerate(("youth-council", f"hostile-{number}", text), start=1):
                book["ideas"].cell(row, place).value = escaped(word)
                book["ideas"].cell(row, place).data_type = "s"

    sheet_town.edit(type_in)
    for path, content in sheet_town.imported().files.items():
        (sheet_town.settings.root / path).write_bytes(content)
    report = load_report(sheet_town.settings).report
    ideas = next(i for i in report.initiatives if i.id == "youth-council").ideas
    assert tuple(idea.text for idea in ideas if idea.id.startswith("hostile-")) == EXACT


@pytest.mark.parametrize("text", REFUSED, ids=["crlf", "escape", "long", "control"])
def test_texts_that_a_spreadsheet_changes_are_refused_at_export(sheet_town, text):
    """Rather no workbook than one that gives something else back; the place is named."""
    report = load_report(sheet_town.settings).report
    path = sheet_town.settings.content / "initiatives" / "tide-gauge.yml"
    words = path.read_text("utf-8")
    escaped = text.replace("\r", "\\r").replace("\n", "\\n").replace("\x07", "\\a")
    path.write_text(words.replace("Add sirens.", escaped), "utf-8")
    with pytest.raises(GeneratorError) as refused:
        export(sheet_town.settings, report)
    if text in REFUSED[1:3]:
        assert "ideas, tide-gauge sirens, text" in refused.value.message


def test_libreoffice_saves_it_again_without_a_difference(sheet_town, tmp_path):
    """After another program has written the workbook anew, importing it changes nothing.

    It still offers the same words at the same columns, and the other columns still offer none.
    """
    with_ideas(sheet_town, EXACT)
    again = saved_again(sheet_town.content, tmp_path)
    assert again != sheet_town.content
    assert drop_downs(again) == drop_downs(sheet_town.content)
    sheet_town.content = again
    merged, files = told(sheet_town)
    assert (files, merged.conflicts, merged.new, merged.missing) == ([], [], [], 0)


def test_every_kind_has_its_sheet(sheet_town):
    """A workbook has one sheet for each kind, its keys locked, its first row and keys frozen."""

    def look(book):
        for kind in sheet_kinds():
            page = book[kind.name]
            assert [cell.value for cell in page[1]] == [column.name for column in kind.columns]
            assert all(cell.comment for cell in page[1])
            assert page.protection.sheet
            assert page.freeze_panes == f"{chr(65 + len(kind.keys))}2"
            for cell, column in zip(page[2], kind.columns, strict=True):
                assert cell.protection.locked == column.is_key or cell.value is None
            # Cells that are empty are not in the file and follow their column.
            assert not any(below.protection.locked for below in page.column_dimensions.values())
        assert [book[name].sheet_state for name in ("lists", "_base")] == ["hidden"] * 2

    sheet_town.edit(look)


def test_drop_downs_offer_the_words_of_the_model_and_the_ids_of_the_content(sheet_town):
    """A status is chosen from the statuses, an Owner from the posts."""
    offered = {place: words for place, (words, _) in drop_downs(sheet_town.content).items()}
    assert "on_track" in offered["updates", "status"]
    assert "not_reported" not in offered["updates", "status"]
    assert offered["roles", "holder"][-2:] == ("unassigned", "not_named")
    assert "water-manager" in offered["roles", "holder"]
    assert "harbour/dry-feet" in offered["goals", "goal"]
    assert "initiative:tide-gauge" in offered["evaluations", "subject"]
    assert "not_found" in offered["sources", "published.missing"]
    assert "water-division" in offered["posts", "unit"]
    assert ("measures", "unit") not in offered


def test_a_workbook_from_before_a_rename_comes_back_under_the_new_id(sheet_town):
    """What was changed in it goes to the renamed initiative; nothing else is new or in doubt."""
    rename(sheet_town.settings.content, "tide-gauge", "water-gauge")
    assert told(sheet_town)[1] == []
    sheet_town.set("initiatives", GAUGE, "title", "Gauges everywhere")
    sheet_town.set("points", POINT, "note", "Read by hand.")
    merged, files = told(sheet_town)
    assert (len(merged.changed), merged.conflicts, merged.new) == (2, [], [])
    assert files == ["content/initiatives/water-gauge.yml"]
    made = sheet_town.imported().files[files[0]].decode()
    assert made.startswith('id: "water-gauge"\nformer_ids:\n  - "tide-gauge"\n')
    assert 'title: "Gauges everywhere"' in made


def test_a_new_row_that_names_a_former_id_is_about_what_it_is_now(sheet_town):
    """Whoever fills in an update by the old name posts it for the initiative of the new one."""
    rename(sheet_town.settings.content, "tide-gauge", "water-gauge")
    sheet_town.add(
        "updates",
        milestone="2024-01-05",
        initiative="tide-gauge",
        as_of="2024-02-01",
        basis="reported",
        author="harbour-director",
        status="on_track",
        phase="implementation",
        confidence="not_assessed",
    )
    assert told(sheet_town)[1] == ["content/updates/2024-01-05/water-gauge.md"]


def test_a_schedule_is_in_sheets_of_its_own(sheet_town):
    """Starts and ends are rows, and a new one makes its schedule."""
    sheet_town.add(
        "ends",
        initiative="bench-map",
        **{"planned.set_on": "2022-03", "planned.original": "Q4 2023"},
        **{"planned.sources": "council-minutes"},
    )
    sheet_town.add(
        "end forecasts",
        initiative="bench-map",
        on="2023-02",
        expects="2023-11",
        sources="tide-data",
    )
    sheet_town.set("starts", ("night-ferry",), "actual.note", None)
    imported = sheet_town.imported()
    assert imported.merged.refusals == []
    words = imported.files["content/initiatives/bench-map.yml"].decode()
    assert 'original: "2023-Q4"' in words or 'original: "2023-36"' in words
    assert 'expects: "2023-11"' in words
    assert b"The jetty was measured" not in imported.files["content/initiatives/night-ferry.yml"]


def test_the_milestone_that_is_due_now_comes_first_and_is_named(sheet_town):
    """Whoever adds an update finds it at the head of the list, and in the note of the column."""

    def look(book):
        updates = book["updates"]
        due = "Due now: mid-2024 (Middle of the 2023 to 2025 cycle)."
        assert updates["A1"].comment.text.splitlines()[-1] == due
        (rule,) = (r for r in updates.data_validations.dataValidation if "A2" in str(r.sqref))
        sheet, _, cells = rule.formula1.partition("!")
        assert book[sheet][cells.partition(":")[0].replace("$", "")].value == "mid-2024"

    sheet_town.edit(look)
