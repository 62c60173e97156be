"""A workbook is read piece by piece: nothing is expanded, and every fault is told once."""

import random
import re
from itertools import pairwise

import pytest
from larkhaven import SAMPLE

from generator.core.errors import GeneratorError
from generator.editorial.sheet import merging, workbook_reader, xml_parts
from generator.editorial.sheet.round_trip import read_back
from generator.editorial.sheet.sheet_kinds import sheet_kinds
from generator.editorial.sheet.workbook_package import MOST_CELLS, read_package
from generator.editorial.sheet.workbook_reader import read_workbook
from generator.load.report import load_report

from . import hostile

pytestmark = pytest.mark.slow

NUMBERS = {kind.name: number for number, kind in enumerate(sheet_kinds(), start=2)}
"""Which part holds a sheet; the first is the guide."""
SST = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


def sheet(name):
    """Return how the part of a sheet is called."""
    return f"sheet{NUMBERS[name]}"


def replaced(old, new):
    """Return a change of a part that puts one text in place of another."""

    def change(text):
        assert old.encode() in text
        return text.replace(old.encode(), new.encode(), 1)

    return change


def refusals(content):
    """Return what of a workbook cannot be taken."""
    return read_workbook(content, "town.xlsx").refusals


def texts(content, name):
    """Return the rows of a sheet."""
    return [row.cells for row in read_workbook(content, "town.xlsx").rows if row.kind.name == name]


@pytest.mark.parametrize(
    "piece",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule/></conditionalFormatting>',
        '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
        "<mergeCells>" + '<mergeCell ref="A1:Z10000"/>' * 2_000 + "</mergeCells>",
    ],
)
def test_a_range_over_a_whole_sheet_is_not_expanded(first_export, piece):
    """A range is a few signs, however many cells it names; joined cells are told, few of them."""
    change = replaced("</sheetData>", f"</sheetData>{piece}")
    found = refusals(hostile.with_parts(first_export, **{sheet("ideas"): change}))
    assert {refusal.found for refusal in found} <= {"merged cells"}
    assert len(found) <= 20


def test_a_cell_far_away_costs_one_cell(first_export):
    """What a sheet says of its size is not believed, and empty cells before one are not made."""
    row = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    change = replaced("</sheetData>", row)
    content = hostile.with_parts(first_export, **{sheet("ideas"): change})
    [refusal] = refusals(content)
    assert (refusal.place, refusal.found) == (
        "ideas!XFD1",
        "values without a heading, as in row 1048576",
    )


def test_empty_formatted_cells_count(first_export, monkeypatch):
    """Cells without a value are cells; the limit is told before more of them are read."""
    monkeypatch.setattr("generator.editorial.sheet.workbook_package.MOST_CELLS", 5_000)
    cells = "".join(f'<c r="{letter}9999" s="1"/>' for letter in "ABC")
    rows = "".join(f'<row r="{n}">{cells.replace("9999", str(n))}</row>' for n in range(5000, 9000))
    content = hostile.with_parts(
        first_export, **{sheet("ideas"): replaced("</sheetData>", f"{rows}</sheetData>")}
    )
    with pytest.raises(
        GeneratorError, match="more than 5,000 cells, including those that are only"
    ):
        read_workbook(content, "town.xlsx")
    assert MOST_CELLS >= 100 * 3_000


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>', "defines XML entities"),
        ("<a>" * 100 + "</a>" * 100, "more than 64 levels"),
        (f'<a b="{"x" * 2_000_000}"/>', "an XML tag in it is longer than"),
        (f"<!--{'x' * 2_000_000}-->", "an XML tag in it is longer than"),
        ("<a>", "damaged inside, in xl/worksheets/sheet7.xml"),
        ("&nothing;", "damaged inside"),
        ("\x00", "damaged inside"),
    ],
)
def test_xml_that_no_program_writes_is_refused(first_export, piece, words):
    """Entities, depth, endless marks and broken tags are told in words."""

    def change(text):
        head, _, rest = text.partition(b"<worksheet")
        if piece.startswith("<!DOCTYPE"):
            return head + piece.encode() + b"<worksheet" + rest
        return text.replace(b"</sheetData>", piece.encode() + b"</sheetData>")

    with pytest.raises(GeneratorError, match=words):
        read_workbook(hostile.with_parts(first_export, **{sheet("ideas"): change}), "town.xlsx")


@pytest.mark.parametrize("limit", ["MOST_FORMATS", "MOST_SHEETS"])
def test_lists_of_a_workbook_have_an_end(first_export, monkeypatch, limit):
    """Formats and sheets are counted while they are read."""
    monkeypatch.setattr(f"generator.editorial.sheet.book.{limit}", 2)
    with pytest.raises(GeneratorError, match="it has more than 2 "):
        read_workbook(first_export, "town.xlsx")


def test_the_strict_form_is_named(first_export):
    """A workbook in the Strict form is told apart from damage, with how to save it."""
    main, strict = hostile.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"
    content = hostile.with_parts(first_export, workbook=replaced(main, strict))
    with pytest.raises(GeneratorError) as error:
        read_workbook(content, "town.xlsx")
    assert "Strict Open XML Spreadsheet" in error.value.message
    assert "Excel Workbook (.xlsx)" in error.value.next_step


def with_shared(content, item, cell):
    """Return a workbook with one shared text, which a cell of the sheet of ideas asks for."""

    def change(old):
        listed = old["xl/_rels/workbook.xml.rels"].decode()
        # As Google writes it: from the top of the package.
        one = f'<Relationship Id="t" Type="{SST}" Target="/xl/sharedStrings.xml"/></Rel'
        part = f"xl/worksheets/{sheet('ideas')}.xml"
        ideas = re.sub(r'<c r="C2".*?</c>', cell, old[part].decode(), count=1, flags=re.DOTALL)
        return {
            **old,
            "xl/sharedStrings.xml": f'<sst xmlns="{hostile.MAIN}">{item}</sst>'.encode(),
            "xl/_rels/workbook.xml.rels": listed.replace("</Rel", one, 1).encode(),
            part: ideas.encode(),
        }

    return hostile.repacked(content, change)


ASKS = '<c r="C2" t="s"><v>0</v></c>'
RICH = "<si><r><rPr><b/></rPr><t>two </t></r><r><t>pieces</t></r><rPh><t>aloud</t></rPh></si>"


def test_shared_and_rich_texts_are_read_whole(first_export):
    """Pieces of different looks are one text; what is read aloud beside them is none of it."""
    assert texts(with_shared(first_export, RICH, ASKS), "ideas")[0][2] == "two pieces"


def test_a_struck_piece_of_a_text_is_refused(first_export):
    """A line through words means that they are to go."""
    item = RICH.replace("<b/>", "<strike/>")
    [refusal] = refusals(with_shared(first_export, item, ASKS))
    assert (refusal.place, refusal.found) == ("ideas!C2", "words with strikethrough")


def test_a_text_that_is_not_there_is_damage(first_export):
    """A cell that asks for a shared text beyond the last is no empty cell."""
    with pytest.raises(GeneratorError, match="damaged inside"):
        read_workbook(with_shared(first_export, RICH, ASKS.replace(">0<", ">1<")), "town.xlsx")


def test_one_endless_text_is_cut_before_it_is_kept(first_export, monkeypatch):
    """A cell holds 32,767 characters; more is refused at its cell and not gathered."""
    monkeypatch.setattr(xml_parts, "LONGEST_WORDS", 40_000)
    item = f"<si>{'<r><t>' + 'x' * 30_000 + '</t></r>'}{'<r><t>y</t></r>' * 20_000}</si>"
    [refusal] = refusals(with_shared(first_export, item, ASKS))
    assert "longer than the 32767 characters" in refusal.next_step


def test_cells_without_places_follow_each_other(first_export):
    """Some programs leave out where a cell is."""

    def change(text):
        head, end, rows = re.sub(rb'<row r="\d+"', b"<row", text).partition(b"</row>")
        return re.sub(rb'<c r="\w+"', b"<c", head) + end + rows

    bare = hostile.with_parts(first_export, **{sheet("sources"): change})
    assert texts(bare, "sources") == texts(first_export, "sources")


# Sheets and columns


def column_faults(town, change):
    """Return place and found of what is wrong after somebody changed the sheet of updates."""
    town.edit(lambda book: change(book["updates"]))
    found = town.imported().merged.refusals
    assert all(refusal.next_step.endswith(".") for refusal in found)
    return [(refusal.place, refusal.found) for refusal in found]


def test_a_deleted_column_is_one_fault(sheet_town):
    """The columns that moved up are not at fault."""
    found = column_faults(sheet_town, lambda page: page.delete_cols(4))
    assert found == [("updates!D1", 'no column "basis"')]


def test_an_added_column_is_one_fault_and_is_to_be_removed(sheet_town):
    """Nobody is asked to put back what was never there."""

    def change(page):
        page.insert_cols(4)
        page["D1"] = "my notes"

    found = column_faults(sheet_town, change)
    assert found == [("updates!D1", 'the column "my notes", which is not read')]
    assert sheet_town.imported().merged.refusals[0].next_step.startswith("Remove this column")


def test_a_note_far_beside_is_one_fault(sheet_town):
    """The empty columns before it are not at fault."""
    found = column_faults(sheet_town, lambda page: page.__setitem__("BA1", "my notes"))
    assert [place for place, _ in found][-1] == "updates!BA1"
    assert len(found) <= 2


def test_columns_in_another_order_are_one_fault(sheet_town):
    """Where they are is told, and in which order they belong."""

    def change(page):
        for row in page.iter_rows():
            row[5].value, row[6].value = row[6].value, row[5].value

    [(place, found)] = column_faults(sheet_town, change)
    assert place == "updates!F1"
    assert "a different order" in found


def test_a_renamed_heading_is_one_fault(sheet_town):
    """The heading that belongs there is told."""
    found = column_faults(sheet_town, lambda page: page.__setitem__("F1", "state"))
    assert found == [("updates!F1", 'the heading "state"')]
    assert sheet_town.imported().merged.refusals[0].next_step == "Change it back to status."


def test_a_heading_that_is_there_twice_is_one_fault(sheet_town):
    """Of two columns with one name nobody knows which is meant."""

    def change(page):
        page.insert_cols(7)
        page["G1"] = page["F1"].value

    assert [found for _, found in column_faults(sheet_town, change)] == [
        'the heading "status" twice'
    ]


def test_a_deleted_first_row_is_one_fault(sheet_town):
    """A sheet without headings is not told column by column."""
    found = column_faults(sheet_town, lambda page: page.delete_rows(1))
    assert found == [("updates!A1", "no heading row")]


def test_a_renamed_sheet_is_named_and_a_copy_too(sheet_town):
    """Both are told by what they hold; the sheets that are gone are listed."""

    def change(book):
        book["ideas"].title = "Ideas 2024"
        book.copy_worksheet(book["roles"]).title = "roles (2)"
        book.remove(book["funding"])

    sheet_town.edit(change)
    merged = sheet_town.imported().merged
    assert [(r.place, r.next_step) for r in merged.refusals] == [
        ("Ideas 2024!A1", "Change the name back to ideas."),
        ("roles (2)!A1", "Move the rows you need to roles and remove this sheet."),
    ]
    assert merged.absent == ["ideas", "funding"]


def test_two_sheets_of_one_name_are_told(first_export):
    """No program makes them, but an archive can hold them."""
    change = replaced('name="roles"', 'name="ideas"')
    found = refusals(hostile.with_parts(first_export, workbook=change))
    assert [refusal.place for refusal in found] == ["ideas!A1"]


def test_what_is_hidden_is_read_and_told(sheet_town):
    """A change that nobody sees in the workbook is written, but not unsaid."""

    def change(book):
        book["ideas"]["C2"] = "Another text."
        book["ideas"].row_dimensions[2].hidden = True
        page = book["sources"]
        page["B2"] = "Another title."
        page.column_dimensions["B"].hidden = True
        book["updates"].column_dimensions["B"].hidden = True

    sheet_town.edit(change)
    assert sheet_town.imported().merged.unseen == [
        "ideas!A2: its row is hidden",
        "sources!B2: the column title is hidden",
    ]


# Limits of the merge


def test_faults_are_told_up_to_a_number(first_export, monkeypatch):
    """A workbook full of faults is not told whole."""
    monkeypatch.setattr(workbook_reader, "MOST_REFUSALS", 3)

    def change(text):
        return re.sub(rb't="inlineStr"><is><t>\d{4}.*?</is>', b't="e"><v>#N/A</v>', text)

    found = refusals(hostile.with_parts(first_export, **{sheet("sources"): change}))
    assert [refusal.found for refusal in found][3:] == ["more than 3 faults"]


def test_more_rows_than_people_can_look_at_are_refused(sheet_town, monkeypatch):
    """The rest is not even looked up."""
    monkeypatch.setattr(merging, "MOST_CHANGED", 2)
    for number in range(4):
        sheet_town.add("ideas", initiative="tide-gauge", id=f"n-{number}", text="More.")
    merged = sheet_town.imported().merged
    assert len(merged.new) == 3
    assert [refusal.found for refusal in merged.refusals] == ["more than 2 new or changed rows"]


def test_short_fuzzing_gives_no_traceback(first_export, tmp_path):
    """Whatever was done to a workbook, it is read or refused in words, at any seed."""
    report = load_report(SAMPLE).report
    place = tmp_path / "town.xlsx"
    outcomes = set()
    unmade = (
        "town.xlsx does not say which content it was made from: its hidden sheet _base is "
        "missing, changed, or from another version of this program."
    )
    for seed in range(40):
        place.write_bytes(hostile.spoiled(first_export, random.Random(seed)))  # noqa: S311
        try:
            merged = read_back(SAMPLE, report, read_package(place), place.name).merged
            assert all(map(str, merged.refusals))
            outcomes.add("read")
        except GeneratorError as error:
            outcomes.add(error.message.partition(" cannot be imported")[0])
    assert outcomes - {unmade} == {"read", "town.xlsx"}


def test_rows_keep_the_order_of_the_workbook(first_export):
    """Rows come as they are, each with its number."""
    rows = [row.number for row in read_workbook(first_export, "x").rows if row.kind.name == "ideas"]
    assert all(first < second for first, second in pairwise(rows))
