"""Cells are taken as people see them, or refused with what is seen and what is kept."""

import re
from decimal import Decimal

import pytest

from generator.editorial.sheet.book import CellStyle, escaped, unescaped
from generator.editorial.sheet.cells import CellError, cell_text
from generator.editorial.sheet.grid import Cell
from generator.editorial.sheet.number_formats import DisplayStyle, displayed, hides_text
from generator.editorial.sheet.sheet_kinds import CellContent

DOLLARS = '_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)'
MONTH = "44958"
"""1 February 2023."""


def number(text, code="General", holds=CellContent.NUMBER, **more):
    """Return what a cell with a number says."""
    return cell_text(Cell("n", text, CellStyle(code)), holds, **more)


def refused(cell, holds=CellContent.NUMBER, **more):
    """Return the words with which a cell is refused."""
    with pytest.raises(CellError) as error:
        cell_text(cell, holds, **more)
    assert error.value.wanted
    assert error.value.next_step.endswith(".")
    return f"{error.value.found} / {error.value.next_step}"


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("12", "General", "12"),
        ("1.1000000000000001", "General", "1.1"),
        ("1E-3", "General", "0.001"),
        ("-0", "General", "0"),
        ("12.50", "0.00", "12.5"),
        ("1234567", "#,##0", "1234567"),
        ("-1234.5", "#,##0.00;[Red]-#,##0.00", "-1234.5"),
        ("-5", "0_);(0)", "-5"),
        ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "0"),
        ("7", "@", "7"),
        ("7", "[Blue]General", "7"),
    ],
)
def test_a_number_that_is_shown_as_it_is_is_taken(text, code, told):
    """Separators, colors and the space of bookkeepers change no number."""
    assert number(text, code) == told


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("0.35", "0%", r"a percentage, 35%, which the workbook keeps as 0.35 / .* type 35\."),
        ("0.125", "0.0%", "12.5%"),
        ("0.35", "#,##0%;[Red]-0%", "35%"),
        ("1.005", "0.00", "1.005, shown as 1.01 / Type 1.01 if that is what you mean"),
        ("0.4", "0", "0.4, shown as 0 "),
        ("1234", '0.0,"K"', "shows differently"),
        ("1234567", "0.0,,", "shows differently"),
        ("0.5", "# ?/?", "shows differently"),
        ("12345", "0.00E+00", "shows differently"),
        ("42", "00000", "shown as 00042"),
        ("3", '0" million"', "shown with million"),
        ("35", "0\\%", "shown with %"),
        ("5", "€ 0", "shown with €"),
        ("-5", "0;[Red]0", "shows differently"),
        ("5", "[>3]0;0.0", "shows differently"),
        ("5", ";;;", "shows differently"),
        ("0", "#", "shows differently"),
        ("5", '"five"', "shows differently"),
        ("5", "[DBNum1]0", "shows differently"),
        ("5", "0" * 300, "shows differently"),
        (MONTH, "yyyy", "the date 2023-02-01"),
        ("1e15", "General", "at most 15 digits"),
        ("1_0", "General", "the number 1_0"),
        ("nan", "General", "the number nan"),
        ("1e999", "General", "the number 1e999"),
    ],
)
def test_a_number_that_is_shown_otherwise_is_refused(text, code, words):
    """What is seen and what is kept are both told; neither is taken unsaid."""
    cell = Cell("n", text, CellStyle(code))
    with pytest.raises(CellError) as error:
        cell_text(cell, CellContent.NUMBER)
    told = f"{error.value.found} / {error.value.next_step} {error.value.wanted}"
    assert re.search(words, told), told


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("yyyy", "2023"),
        ("mmm-yy", "2023-02"),
        ("mmmm yyyy", "2023-02"),
        ("[$-409]mmmm\\ yyyy;@", "2023-02"),
        ("yyyy-mm-dd", "2023-02-01"),
        ("mm-dd-yy", "2023-02-01"),
        ("[$-F800]dddd, mmmm dd, yyyy", "2023-02-01"),
        ("yyyy-mm-dd h:mm:ss", "2023-02-01"),
    ],
)
def test_a_date_is_as_exact_as_it_is_shown(code, told):
    """A cell that shows a year says a year, and one that shows a month says a month."""
    assert number(MONTH, code, CellContent.DATE) == told


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        (MONTH, "d-mmm", "only the month and day is shown"),
        (MONTH, "mmmm", "only the month is shown"),
        (MONTH, "h:mm", "the time"),
        ("0.5", "h:mm", "the time 12:00:00"),
        (f"{MONTH}.25", "yyyy-mm-dd hh:mm", "the time 2023-02-01 06:00"),
        (MONTH, "[$-411]ggge", "the number 44958"),
        (MONTH, "[h]:mm", "the number 44958"),
        (MONTH, "General", "the number 44958"),
        ("99999999", "yyyy", "as a date"),
        ("-1", "yyyy", "as a date|the date"),
        ("0.35", "0%", "a percentage, 35%"),
    ],
)
def test_a_date_that_is_not_shown_is_not_guessed(text, code, words):
    """Without its year, with a time of day, or in another calendar it is refused."""
    assert re.search(words, refused(Cell("n", text, CellStyle(code)), CellContent.DATE))


def test_a_day_that_shows_no_time_has_none():
    """Only what is seen is taken."""
    assert number(f"{MONTH}.25", "d mmm yyyy", CellContent.DATE) == "2023-02-01"


def test_the_days_of_a_workbook_may_count_from_1904():
    """The same number is four years later where a workbook says so."""
    assert number("43496", "yyyy-mm-dd", CellContent.DATE, counts_from_1904=True) == "2023-02-01"


def test_a_year_as_a_number_is_a_year():
    """2013 typed into a date column is read as it is seen."""
    assert number("2013", holds=CellContent.DATE) == "2013"


def test_a_currency_is_taken_where_its_row_says_the_same():
    """A sign that contradicts the row is no decoration."""
    assert number("1250.5", DOLLARS, currency="USD") == "1250.5"
    assert number("0", DOLLARS, currency="USD") == "0"
    assert number("9", "[$EUR] 0", currency="EUR") == "9"
    assert "shown with $" in refused(Cell("n", "12.5", CellStyle(DOLLARS)), currency="EUR")
    assert "shown with €" in refused(Cell("n", "5", CellStyle("[$€-407]0")))


@pytest.mark.parametrize(
    "holds", [CellContent.TEXT, CellContent.MANY, CellContent.LINES, CellContent.FLAG]
)
def test_a_number_is_no_text(holds):
    """Long ids and those that begin with 0 have lost digits by then; the way out is told."""
    assert "Format the cell as text" in refused(Cell("n", "4.17E+15", CellStyle()), holds)
    assert "Format the cell as text" in refused(Cell("n", "417", CellStyle("0000")), holds)


def test_texts_are_cleaned_at_their_ends_only():
    """Spaces of every kind, and signs without width, fall off; line ends become one kind."""
    text = "\N{NO-BREAK SPACE}\u200b a\r\nb\rc\u00a0d \ufeff\n"
    assert cell_text(Cell("s", text, CellStyle()), CellContent.TEXT) == "a\nb\nc\u00a0d"


@pytest.mark.parametrize("sign", ["\x96", "\u202e", "\x07"])
def test_a_hidden_character_is_told_at_its_cell(sign):
    """What no file of content may hold is found before a file is made of it."""
    told = refused(Cell("s", f"some words{sign}more", CellStyle()), CellContent.TEXT)
    assert f"U+{ord(sign):04X} behind 'some words'" in told


@pytest.mark.parametrize("text", ["a; b", "a, b", "a\nb", "a;b,", " a ,\u00a0b\r\n"])
def test_ids_may_have_anything_usual_between_them(text):
    """People part ids by what they are used to."""
    assert cell_text(Cell("s", text, CellStyle()), CellContent.MANY) == "a; b"


def test_flags_are_taken_in_capitals():
    """A program's own word for it, and a typed one."""
    assert cell_text(Cell("b", "1", CellStyle()), CellContent.FLAG) == "true"
    assert cell_text(Cell("s", "FALSE", CellStyle()), CellContent.FLAG) == "false"
    assert "TRUE" in refused(Cell("b", "1", CellStyle()), CellContent.NUMBER)


def test_what_is_no_value_is_refused():
    """Formulas, errors, and words with a line through them."""
    assert "a formula that shows 3" in refused(Cell("f", "3", CellStyle()))
    assert "a formula /" in refused(Cell("f", "", CellStyle()))
    assert "the error #REF!" in refused(Cell("e", "#REF!", CellStyle()))
    assert "strikethrough" in refused(Cell("s", "x", CellStyle(), is_struck=True), CellContent.TEXT)
    assert "shows differently" in refused(Cell("s", "x", CellStyle(";;;")), CellContent.TEXT)


def test_days_in_iso_8601_are_taken():
    """Some programs write dates as they are read."""
    assert (
        cell_text(Cell("d", "2023-02-01T00:00:00", CellStyle()), CellContent.DATE) == "2023-02-01"
    )
    assert "the date soon" in refused(Cell("d", "soon", CellStyle()), CellContent.DATE)


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041_", "_x0041_"),
        ("_x005F_", "_x005F_"),
        ("_x0007_", "\x07"),
        ("_xD800_", "_xD800_"),
    ],
)
def test_what_programs_escape_is_read_and_what_people_type_stays(stored, seen):
    """Only signs that XML cannot hold, and the sign that protects typed ones, are replaced."""
    assert unescaped(stored) == seen
    assert unescaped(escaped(seen)) == seen


@pytest.mark.parametrize(
    ("code", "hides"),
    [("General", False), ("@", False), (DOLLARS, False), ("0;0;0", False), ('"x"@', True)],
)
def test_a_text_in_a_format_of_numbers_is_shown(code, hides):
    """Most formats leave texts alone."""
    assert hides_text(code) is hides


def test_a_minute_is_no_month():
    """M beside an hour or a second is a minute."""
    assert displayed(Decimal(1), "mm:ss").shows == {"t"}
    assert displayed(Decimal(1), "h:mm AM/PM").shows == {"t"}
    assert displayed(Decimal(1), "m/d/yy h:mm").shows == {"m", "d", "y", "t"}
    assert displayed(Decimal(1), "0.00").way is DisplayStyle.PLAIN
