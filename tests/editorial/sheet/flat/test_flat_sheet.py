"""A flat sheet as people fill it in: read right, or refused at the cell; nothing in between."""

import datetime as dt
import shutil

import pytest
import yaml
from click.testing import CliRunner
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from generator.cli.main import main
from generator.commands import importing
from generator.commands.check import check
from generator.commands.importing import FlatRequest
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.storage.sync import files_under

pytestmark = pytest.mark.slow

DAY = "2024-05-01"
BEGIN = ("init", "--no-ask", "--name", "Springfield", "--kind", "city", "--as-of", DAY)
BEGIN = (*BEGIN, "--fiscal-year-start", "07-01")


@pytest.fixture(scope="session")
def begun(tmp_path_factory):
    """Return a report that has just begun, with a currency."""
    root = tmp_path_factory.mktemp("begun") / "report"
    done = CliRunner().invoke(main, [*BEGIN, str(root)])
    assert done.exit_code == 0, done.output
    about = root / "content" / "report.yml"
    about.write_text(about.read_text("utf-8").replace("paper:", 'currency: "USD"\npaper:'), "utf-8")
    return root


class Office:
    """A project, and its flat sheet in the hands of somebody with a spreadsheet program."""

    def __init__(self, root):
        self.settings = Settings(root)
        self.place = root / "Project list.xlsx"
        importing.flat_new(self.settings, self.place, again=True)
        self._next = 3

    def edit(self, change):
        """Let somebody change the open workbook."""
        book = load_workbook(self.place)
        result = change(book)
        book.save(self.place)
        return result

    def add(self, title="Bike racks", area="Transportation", **cells):
        """Fill in a row; return the number that it has."""
        cells = {"Title": title, "Topic area": area} | {
            name.replace("_", " "): value for name, value in cells.items()
        }
        row, self._next = self._next, self._next + 1

        def fill(book):
            sheet = book.worksheets[0]
            heads = [cell.value for cell in sheet[1]]
            for name, value in cells.items():
                sheet.cell(row, heads.index(name) + 1).value = value

        self.edit(fill)
        return row

    def set(self, title, column, value):
        """Fill in a cell of the row with a title."""

        def fill(book):
            sheet = book.worksheets[0]
            heads = [cell.value for cell in sheet[1]]
            row = next(r for r in sheet.iter_rows(min_row=2) if r[0].value == title)
            row[heads.index(column)].value = value
            return row[heads.index(column)].coordinate

        return self.edit(fill)

    def export(self):
        """Take the content out as a flat sheet."""
        return importing.flat_export(self.settings, self.place, again=True)

    def bring(self, **asked):
        """Return what importing the sheet comes to."""
        return importing.flat_import(self.settings, self.place, FlatRequest(**asked))

    def apply(self, **asked):
        """Import the sheet; nothing may be refused, and the content has no fault then."""
        found, proposed = self.bring(apply=True, **asked)
        assert list(map(str, found.refusals)) == []
        assert errors_in(check(self.settings, Timings()).issues) == []
        return found, proposed

    def record(self, name):
        """Return the fields of a file of the content."""
        path = next(self.settings.content.rglob(f"{name}"))
        return yaml.load(path.read_text("utf-8").split("---\n")[-2 if path.suffix == ".md" else 0],
                         yaml.BaseLoader)  # fmt: skip  # noqa: S506 - texts as they are typed

    def files(self):
        """Return every file of the content with its bytes."""
        folder = self.settings.content
        return {path: (folder / path).read_bytes() for path in files_under(folder)}


@pytest.fixture
def office(begun, tmp_path):
    """Return an office of the test's own."""
    shutil.copytree(begun, tmp_path / "report")
    return Office(tmp_path / "report")


@pytest.fixture
def settled(office):
    """Return an office whose three rows have been imported, with the sheet taken out again."""
    office.add(Department="Public Works", Owner="Streets Manager", Status="On track",
               As_of="2024-04-15", Start="06/2022", End="Q4 2024", Budget=250_000)  # fmt: skip
    office.add("Night bus", Status="Not started", End=2026, Note="With the county.")
    office.add("Tool library", "Libraries")
    office.apply()
    office.export()
    return office


def test_a_new_sheet_is_one_table_in_the_organizations_own_words(office):
    """Fourteen columns with notes, words to choose from, and an example that is told as such."""
    about = office.settings.content / "report.yml"
    terms = 'terms:\n  en-US:\n    area:\n      one: "goal area"\n      other: "goal areas"\n'
    terms += '      indefinite: "a goal area"\n'
    about.write_text(about.read_text("utf-8").replace("summary:", f"{terms}summary:"), "utf-8")
    importing.flat_new(office.settings, office.place, again=True)
    before = office.place.read_bytes()
    book = load_workbook(office.place)
    (sheet,) = [page for page in book.worksheets if page.sheet_state == "visible"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:3] == ["Title", "Goal area", "Department"]
    assert (len(heads) - 1, heads[-1]) == (14, "id")
    assert sheet.column_dimensions["O"].hidden
    assert all(cell.comment for cell in sheet[1])
    assert "On track" in [cell.value for cell in book["lists"]["F"]]
    assert sheet["A2"].value.startswith("Example: ")
    assert "not read" in sheet["A2"].comment.text
    importing.flat_new(office.settings, office.place, again=True)
    assert office.place.read_bytes() == before
    found, proposed = office.bring()
    assert found.told[0] == "Row 2 is the example, and was left out."
    assert proposed.files == {}


def test_a_role_that_is_not_asked_has_no_column(office):
    """An organization without Sponsors is not asked for any."""
    about = office.settings.content / "report.yml"
    roles = "roles:\n  sponsor:\n    asked: false\n"
    about.write_text(about.read_text("utf-8").replace("summary:", f"{roles}summary:"), "utf-8")
    importing.flat_new(office.settings, office.place, again=True)
    heads = [cell.value for cell in load_workbook(office.place).worksheets[0][1]]
    assert "Sponsor" not in heads
    office.add(Owner="Streets Manager")
    office.apply()
    assert [r["role"] for r in office.record("bike-racks.yml")["roles"]] == ["owner"]


def test_departments_answer_where_the_organization_lets_them(office):
    """Without an Owner a department owns; beside another Owner it carries the initiative out."""
    about = office.settings.content / "report.yml"
    roles = 'roles:\n  owner:\n    asked: true\n    held_by: "unit"\n  sponsor:\n    asked: false\n'
    about.write_text(about.read_text("utf-8").replace("summary:", f"{roles}summary:"), "utf-8")
    importing.flat_new(office.settings, office.place, again=True)
    office.add(Department="Public Works")
    office.add("Trees", Department="Public Works", Owner="Office of Parks")
    office.apply()
    assert office.record("bike-racks.yml")["roles"][0]["holder"] == "public-works"
    trees = office.record("trees.yml")
    assert trees["roles"][0]["holder"] == "office-of-parks"
    assert trees["partners"][0]["org"] == "public-works"
    found, proposed = office.apply()
    assert "Rows: 2, of which 2 say what the content says." in found.told
    assert not any("Emptied" in line for line in found.told)
    assert proposed.files == {}


def test_rows_make_a_report(office):
    """Areas, units, posts, and initiatives are made of words; the sheet is their source."""
    office.add(
        "  Bike racks at the “Quay” ", Department="Public Works", Owner="Streets Manager",
        Sponsor="City Engineer", Status="ON TRACK", As_of="04/2024", Reason="Ten are up.",
        Phase="implementation", Start=2022, End="Q4 2026", Budget="$1.2m",
        Link="springfield.example/racks", Note="With the county’s help.",
    )  # fmt: skip
    office.add("Night bus", "transportation", Department="PUBLIC WORKS", Owner="streets manager")
    found, _ = office.apply()
    one = office.record("bike-racks-at-the-quay.yml")
    assert one["title"] == "Bike racks at the “Quay”"
    assert (one["area"], one["note"]) == ("transportation", "With the county’s help.")
    holders = {role["role"]: role["holder"] for role in one["roles"]}
    assert holders == {"owner": "streets-manager", "sponsor": "city-engineer"}
    assert one["schedule"]["start"]["actual"]["on"] == "2022"
    assert one["schedule"]["end"]["planned"]["original"] == "2026-36"
    assert (one["funding"][0]["value"], one["funding"][0]["state"]) == ("1200000", "planned")
    assert one["documents"][0]["address"] == "https://springfield.example/racks"
    assert (one["proposed"]["on"], one["proposed"]["how"]) == ("[..2024-05-01]", "first_seen")
    update = office.record("updates/2024-04-30/bike-racks-at-the-quay.md")
    assert (update["status"], update["as_of"]) == ("on_track", "2024-04")
    assert (update["basis"], update["phase"]) == ("official", "implementation")
    organization = office.record("organization.yml")
    assert [unit["name"] for unit in organization["units"]] == ["Public Works"]
    posts = {post["id"]: post["unit"] for post in organization["posts"]}
    assert posts == {"streets-manager": "public-works", "city-engineer": "public-works"}
    source = office.record("sources.yml")["sources"][-1]
    assert (source["title"], source["holder"]) == ("Project list", "Springfield")
    assert source["id"] in one["sources"]
    assert "Initiatives: 2 new" in " ".join(found.told)
    assert "Made as unit: 1: Public Works." in found.told


def test_ids_meet_no_other_and_no_reserved_name(office):
    """Titles that make the same id, or one that means something else, get another."""
    for title in ("Con", "Bike-racks", "Bike racks", "Program", "Transportation"):
        office.add(title)
    office.apply()
    folder = office.settings.content / "initiatives"
    made = sorted(path.stem for path in folder.glob("*.yml"))
    assert {"bike-racks", "bike-racks-2"} <= set(made)
    assert not {"con", "program", "transportation"} & set(made)
    assert len(made) == 5


@pytest.mark.parametrize(
    ("column", "value", "at", "expected"),
    [
        ("End", 2025, ("schedule", "end", "planned", "original"), "2025"),
        ("End", "06/2025", ("schedule", "end", "planned", "original"), "2025-06"),
        ("End", "q4 2025", ("schedule", "end", "planned", "original"), "2025-36"),
        ("End", "June 2025", ("schedule", "end", "planned", "original"), "2025-06"),
        ("End", "30.6.2025", ("schedule", "end", "planned", "original"), "2025-06-30"),
        ("End", dt.date(2025, 6, 30), ("schedule", "end", "planned", "original"), "2025-06-30"),
        ("Budget", "1,200,000", ("funding", 0, "value"), "1200000"),
        ("Budget", "USD 450k", ("funding", 0, "value"), "450000"),
        ("Budget", 75000.5, ("funding", 0, "value"), "75000.5"),
        ("Link", "City Clerk, file 12", ("documents", 0, "holder"), "City Clerk, file 12"),
        ("Note", 311, ("note",), "311"),
        ("Owner", "vacant", ("roles", 0, "holder"), "unassigned"),
        ("Owner", "TBD", ("roles", 0, "holder"), "not_named"),
        ("Department", "Water Division", ("partners", 0, "org"), "water-division"),
    ],
)
def test_a_cell_is_read_as_it_was_meant(office, column, value, at, expected):
    """Dates, amounts, gaps, and addresses as people type them."""
    office.add(**{column: value})
    office.apply()
    found = office.record("bike-racks.yml")
    for step in at:
        found = found[step]
    assert found == expected


def test_days_are_counted_from_1904_where_the_workbook_does(office):
    """A workbook of an old Mac has other numbers for the same days."""

    def fill(book):
        book.epoch = CALENDAR_MAC_1904
        sheet = book.worksheets[0]
        sheet["A3"], sheet["B3"] = "Bike racks", "Transportation"
        sheet["K3"] = dt.date(2025, 6, 30)

    office.edit(fill)
    office.apply()
    end = office.record("bike-racks.yml")["schedule"]["end"]
    assert end["planned"]["original"] == "2025-06-30"


@pytest.mark.parametrize("word", ["TBD", "n/a", "-", "Unknown", "tbc"])
def test_words_for_no_value_are_none_and_are_told(office, word):
    """What stands for nothing is read as nothing, never as a text, and said so."""
    office.add(Budget=word, Start=word, Reason=word, Link=word, Department=word)
    found, _ = office.apply()
    assert any(line.startswith("5 cells say TBD") for line in found.told)
    assert (
        not {"funding", "schedule", "documents", "partners"}
        & office.record("bike-racks.yml").keys()
    )


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"End": "3/4/2025"}, "K", "2025-03-04 or 2025-04-03"),
        ({"End": "soon"}, "K", '"soon"'),
        ({"Budget": "€5"}, "L", "an amount in USD"),
        ({"Budget": "a lot"}, "L", "a number in digits"),
        ({"Budget": "35%"}, "L", "35%"),
        ({"Status": "Going well"}, "F", "one of: Proposed"),
        ({"Status": "on trak"}, "F", 'Did you mean "On track"?'),
        ({"Status": "superseded"}, "F", "sheet export FILE"),
        ({"Status": "On track", "As of": "2025"}, "G", "a date up to 2024-05-01"),
        ({"Reason": "Crews wait."}, "H", "a reason without a status"),
        ({"Link": "=A1"}, "M", "a formula"),
        ({"Title": "Bike <racks>"}, "A", "a name without < >"),
        ({"Title": ""}, "A", "a row without a title"),
        ({"Topic area": ""}, "B", "no area"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_cell(office, cells, column, words):
    """Sheet, row, and column, what was found, what was expected, and the next step."""
    before = office.files()
    row = office.add(**{"Title": "Bike racks", "Owner": "Streets Manager"} | cells)
    found, _ = office.bring(apply=True)
    told = "".join(str(refusal) for refusal in found.refusals)
    assert words in told
    assert f"Initiatives!{column}{row}" in [refusal.place for refusal in found.refusals], told
    assert all(refusal.next_step.endswith((".", "?")) for refusal in found.refusals)
    assert office.files() == before


def test_every_fault_is_told_at_once_and_the_same_one_once(office):
    """An unknown word in a hundred rows is one fault, with its other cells."""
    rows = [office.add(f"Rack {n}", Status="Going well", End="3/4/2025") for n in range(4)]
    found, _ = office.bring(apply=True)
    assert [refusal.place for refusal in found.refusals] == [
        f"Initiatives!F{rows[0]}",
        f"Initiatives!K{rows[0]}",
    ]
    assert f"also in F{rows[1]}, F{rows[2]}, and F{rows[3]}" in found.refusals[0].found


def test_a_slip_in_a_name_is_asked_about_unless_it_is_said_to_be_new(office):
    """Nothing new is made of what is nearly a name that is there."""
    office.add(Department="Public Works")
    row = office.add("Night bus", Department="Public Wroks")
    found, _ = office.bring()
    (refusal,) = found.refusals
    assert refusal.place == f"Initiatives!C{row}"
    assert 'Did you mean "Public Works"?' in refusal.next_step
    office.apply(confirmed=["Public Wroks"])
    names = [unit["name"] for unit in office.record("organization.yml")["units"]]
    assert names == ["Public Works", "Public Wroks"]


def test_the_same_post_in_two_departments_is_two_posts(office):
    """Each department has its manager; without a department nobody knows which is meant."""
    for department in ("Parks", "Police"):
        office.add(f"{department} radio", Department=department, Owner="Division Manager")
    office.apply()
    posts = office.record("organization.yml")["posts"]
    assert [(p["id"], p["unit"]) for p in posts] == [
        ("division-manager", "parks"),
        ("division-manager-2", "police"),
    ]
    row = office.add("Radio tower", Owner="Division Manager")
    (refusal,) = office.bring()[0].refusals
    assert refusal.place == f"Initiatives!D{row}"
    assert '"Parks" or "Police"' in refusal.wanted


def test_two_rows_with_one_title_are_refused(office):
    """Nobody could tell later which of them a change is about."""
    first, second = office.add(), office.add("bike  RACKS")
    (refusal,) = office.bring()[0].refusals
    assert refusal.place == f"Initiatives!A{second}"
    assert f"row {first}" in refusal.wanted


def test_a_sheet_that_somebody_arranged_is_read_all_the_same(office):
    """A title above, columns in another order, a merged area, headings again, a hidden row."""

    def arrange(book):
        sheet = book.worksheets[0]
        sheet.delete_rows(2)
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Projects of 2024"
        sheet.merge_cells("A1:F1")
        for place in range(1, 16):
            sheet.cell(3, place).value = None
        heads = ["Topic Area", "PROJECT", "Status", "Cost center", "Owner"]
        rows = [["Transportation", "Bike racks", "On track", "77", "Streets Manager"],
                [None, "Night bus", "Not started", None, None], heads,
                ["Libraries", "Tool library", None, None, None]]  # fmt: skip
        for number, row in enumerate([heads, *rows], start=3):
            for place, value in enumerate(row, start=1):
                sheet.cell(number, place).value = value
        sheet.merge_cells("A4:A5")
        sheet.row_dimensions[7].hidden = True
        book.create_sheet("Notes")["A1"] = "Mine."

    office.edit(arrange)
    found, _ = office.apply()
    told = "\n".join(found.told)
    assert office.record("night-bus.yml")["area"] == "transportation"
    assert 'Columns that are not read: "Cost center".' in told
    assert "Row 6 repeats the headings" in told
    assert "Hidden rows are read like any other: 7." in told
    assert 'which are not read: "Notes"' in told


def test_what_hides_more_than_it_shows_is_refused(office):
    """Cells merged over columns, and words that are struck through, could mean anything."""
    row = office.add(Note="Old words")

    def spoil(book):
        sheet = book.worksheets[0]
        sheet.cell(row, 14).font = Font(strike=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=4)

    office.edit(spoil)
    places = [refusal.place for refusal in office.bring()[0].refusals]
    assert places == [f"Initiatives!C{row}:D{row}", f"Initiatives!N{row}"]


def test_a_workbook_without_headings_is_refused(office):
    """Somebody else's table is not guessed at."""
    office.edit(lambda book: book.worksheets[0].delete_rows(1))
    (refusal,) = office.bring()[0].refusals
    assert refusal.found == "no sheet with headings"
    assert "sheet new" in refusal.next_step


def test_what_is_exported_and_not_touched_changes_no_byte(settled):
    """A sheet carries the current state, and is the same bytes each time it is made."""
    before, sheet = settled.files(), settled.place.read_bytes()
    found, proposed = settled.apply()
    assert "Rows: 3, of which 3 say what the content says." in found.told
    assert proposed.files == {}
    settled.export()
    assert (settled.files(), settled.place.read_bytes()) == (before, sheet)


def test_a_changed_row_becomes_an_update_and_what_was_so_stays(settled):
    """Status, plan, money, and Owner since then; the row's other cells are as they were."""
    before = settled.files()
    settled.set("Bike racks", "Status", "Paused")
    settled.set("Bike racks", "As of", "6/2024")
    settled.set("Bike racks", "Reason", "The steel is late.")
    settled.set("Bike racks", "End", "Q2 2025")
    settled.set("Bike racks", "Budget", "300,000")
    settled.set("Bike racks", "Owner", "Traffic Engineer")
    found, _ = settled.apply(as_of="2024-07-01")
    changed = {path for path, raw in settled.files().items() if before.get(path) != raw}
    assert changed == {
        "initiatives/bike-racks.yml", "organization.yml", "sources.yml",
        "updates/2024-06-30/bike-racks.md",
    }  # fmt: skip
    one = settled.record("bike-racks.yml")
    plan = one["schedule"]["end"]["planned"]
    assert (plan["original"], plan["revised"][0]["to"]) == ("2024-36", "2025-34")
    assert [money["value"] for money in one["funding"]] == ["250000", "300000"]
    owners = [role["holder"] for role in one["roles"] if role["role"] == "owner"]
    assert owners == ["streets-manager", "traffic-engineer"]
    assert any("once as_of in content/report.yml is moved" in line for line in found.told)
    again, proposed = settled.apply(as_of="2024-07-01")
    assert "Rows: 3, of which 3 say what the content says." in again.told
    assert proposed.files == {}


def test_a_new_status_needs_a_new_date(settled):
    """What was reported for a day is not rewritten by a sheet made later."""
    cell = settled.set("Bike racks", "Status", "Completed")
    (refusal,) = settled.bring(as_of="2024-07-01")[0].refusals
    assert refusal.place == f"Initiatives!{cell}"
    assert "a date after 2024-04-15" in refusal.wanted
    settled.set("Bike racks", "As of", None)
    settled.set("Bike racks", "End", "06/2024")
    settled.apply(as_of="2024-07-01")
    update = settled.record("updates/2024-07-01/bike-racks.md")
    assert (update["status"], update["actual_on"]) == ("completed", "2024-06")


def test_a_title_may_change_and_keeps_its_page(settled):
    """The hidden id tells what a row is about, whatever it is called now."""
    settled.set("Night bus", "Title", "Night buses")
    settled.apply()
    assert settled.record("night-bus.yml")["title"] == "Night buses"


def test_a_row_that_is_gone_and_a_cell_that_was_emptied_delete_nothing(settled):
    """Both are told; the content stays as it is."""
    before = settled.files()

    def remove(book):
        sheet = book.worksheets[0]
        row = next(r for r in sheet.iter_rows(min_row=2) if r[0].value == "Tool library")
        sheet.delete_rows(row[0].row)

    settled.edit(remove)
    cell = settled.set("Night bus", "Note", None)
    found, _ = settled.apply()
    assert "No longer in the sheet, and left as they are: Tool library." in found.told
    assert f"Emptied cells change nothing: Initiatives!{cell}." in found.told
    assert settled.files() == before


def test_a_row_changed_in_both_places_meets_a_person(settled):
    """What somebody else wrote meanwhile is not taken back."""
    path = settled.settings.content / "initiatives" / "night-bus.yml"
    path.write_text(path.read_text("utf-8").replace("With the county.", "Alone."), "utf-8")
    settled.set("Bike racks", "Note", "Near the school.")
    settled.apply()
    settled.set("Night bus", "Note", "With the state.")
    (refusal,) = settled.bring()[0].refusals
    assert "since the sheet was made, in the content" in refusal.found


def test_the_command_tells_and_writes(office):
    """`sheet new`, `sheet import`, and `sheet export --flat` on the command line."""

    def run(*words):
        done = CliRunner().invoke(main, ["--project", str(office.settings.root), *words])
        return done.exit_code, done.output

    place = str(office.place)
    assert run("sheet", "new", place)[0] == 2
    office.add(Owner="Streets Manager", Status="On track")
    code, told = run("sheet", "import", place)
    assert (code, "Nothing was written; use --apply to write it." in told) == (0, True)
    assert "Bike racks" in told
    code, told = run("sheet", "import", place, "--apply")
    assert (code, "Written: 5 files." in told) == (0, True), told
    assert run("sheet", "import", place)[1].endswith("Nothing changes.\n")
    code, told = run("sheet", "export", "--flat", place, "--replace")
    assert (code, "(1 initiative)" in told) == (0, True)
    office.set("Bike racks", "Status", "Going well")
    code, told = run("sheet", "import", place, "--apply")
    assert (code, "1 cell cannot be imported; nothing was written." in told) == (1, True)


def test_a_full_workbook_is_no_flat_sheet(settled, tmp_path):
    """Each is recognized by what it is, not by its name."""
    importing.sheet_export(settled.settings, tmp_path / "full.xlsx", again=False)
    assert not importing.is_flat_sheet(tmp_path / "full.xlsx")
    assert importing.is_flat_sheet(settled.place)
