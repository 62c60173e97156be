"""A first mapping by guessing: a line for every column, and a mark where nobody can tell."""

import pytest
from offices import EXPORTS, make_office

from generator.commands import exports
from generator.core.errors import GeneratorError
from generator.editorial.importing.csv_rows import read_csv
from generator.editorial.importing.guessing import guessed
from generator.editorial.importing.mapping_file import read_mapping


def lines_of(text):
    """Return the lines of columns of a guessed mapping, by what is before the colon."""
    body = text.partition("columns:\n")[2]
    return [line.strip() for line in body.splitlines() if line.startswith("  ")]


def guess(office, raw):
    """Return the mapping that is guessed for a CSV file."""
    table = read_csv(raw.encode(), "plan.csv")
    return guessed(table, "plan.csv", office.report.about, "map.yml")


def test_every_column_has_a_line(office):
    """Names, values, and the order of dates tell what a column is; examples stand beside a mark."""
    text = exports.guess_mapping(office.settings, EXPORTS / "capital.csv", "map.yml")
    lines = lines_of(text)
    assert 'row_key: "Project No."' in text
    assert "dates: month/day/year" in text
    assert '"PROJECT NAME": title' in lines
    assert '"% Complete": progress.percent' in lines
    assert any(line.startswith('"Local FY{year}": {to: funding.years') for line in lines)
    place = lines.index('"Duration (months)": "?"')
    assert lines[place - 1] == '# for example: "18" | "12" | "24"'


def test_a_guess_is_a_mapping_that_can_be_read(office):
    """What cannot be told is left to people: a mark is a fault of the import, not of the file."""
    read = read_mapping(guess(office, "No,Name,Odd\n1,One,x\n2,Two,\n").encode(), "map.yml")
    assert read.issues == []


def test_marks_that_are_left_are_faults(office):
    """Nothing is brought in while a column, a word, or what holds for all rows is still to say."""
    file = office.put("plan.csv", "No,Name,Status,Odd\n1,One,Strange,x\n")
    text = exports.guess_mapping(office.settings, file, "map.yml")
    faults = office.bring(text, file).faults
    assert sorted(fault.code for fault in faults) == ["I002", "I003", "I008"]


def test_a_filled_in_guess_comes_in(office):
    """What a person adds to a guess is little."""
    file = office.put("plan.csv", "No,Name,Status,Odd\n1,One,Strange,x\n")
    text = exports.guess_mapping(office.settings, file, "map.yml")
    text = text.replace('"Strange": "?"', '"Strange": under_way')
    text = text.replace('"Odd": "?"', '"Odd": ignore').replace('area: "?"', "area: Works")
    assert list(office.bring(text, file).faults) == []


def test_thai_is_guessed_as_well(tmp_path):
    """The calendar of the language is declared, where the report is in that language."""
    office = make_office(tmp_path / "office", languages=["th"])
    text = exports.guess_mapping(office.settings, EXPORTS / "promises.csv", "map.yml")
    assert "calendar: buddhist" in text
    assert '"วันเริ่มต้น": schedule.start.planned.original' in lines_of(text)


def test_what_cannot_be_read_is_not_guessed(office):
    """The same message as for an import."""
    with pytest.raises(GeneratorError, match="empty"):
        exports.guess_mapping(office.settings, office.put("a.csv", ""), "map.yml")


def test_figures_and_dates_with_some_words_among_them_are_no_groups(office):
    """What would be wrong in a report is not guessed; only one column is the title."""
    rows = "".join(
        f"{n % 3}.1,{n} Do,{('12%', '13', 'met')[n % 3]},{('80%', '100', '>= 50')[n % 3]},"
        f"{('12/31/2026', 'Summer 2027', 'FY2027')[n % 3]},G,34.1\n"
        for n in range(30)
    )
    lines = lines_of(
        guess(office, f"Objective,Action,Q1 2025,Target,Est. Completion,RAG,Latitude\n{rows}")
    )
    assert '"Objective": "?"' in lines
    assert {'"Q1 2025": "?"', '"Target": "?"', '"Est. Completion": "?"'} <= set(lines)
    assert {'"RAG": confidence', '"Latitude": {to: places.point.lat, item: site}'} <= set(lines)
    assert '"Action": title' in lines


def test_a_key_that_several_rows_share_is_named(office):
    """Whoever has a row for each fund learns how such a file is read."""
    text = guess(office, "No,Name,Fund\n1,One,Gas\n1,One,Fees\n2,Two,Gas\n")
    assert 'if rows of one "No" are one initiative, name the file in two tables' in text
