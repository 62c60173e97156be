"""Exports of the shapes that organizations have: what comes in, comes again, and is refused."""

import pytest
from offices import EXPORTS, OF_UNITS, make_office
from openpyxl import Workbook

from generator.commands import exports
from generator.commands.check import check
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in

CAPITAL = """
source: {id: cip, title: Program, holder: City Clerk}
row_key: No
scheme: Project number
always: {area: Works}
columns:
  Name: title
  Status: {to: status, words: {Open: under_way, Closed: completed}}
"""


def shape(name):
    """Return the path of a made-up export or its mapping."""
    return EXPORTS / name


def again(office, **otherwise):
    """Return the office with other values of its report."""
    return make_office(office.folder, **otherwise)


def request(office, file):
    """Return what is asked of an import that writes."""
    place = str(office.put("map.yml", CAPITAL))
    return exports.ExportRequest([file], place, "2026-03-31", apply=True)


def run(office, asked):
    """Return the outcome of an import."""
    return exports.import_export(office.settings, asked)


def found(outcome):
    """Return each fault as its place and what was found."""
    return [(str(fault.location), fault.found) for fault in outcome.faults]


def test_actions_of_a_plan_come_in_with_nothing_made_up(office, timings):
    """Rows in are initiatives out; without a status, a date, or an owner none is invented."""
    office = again(office, languages=["ca"])
    outcome = office.bring_shape("actions", as_of="2017-06-30")
    assert (found(outcome), errors_in(check(office.settings, timings).issues)) == ([], [])
    council = office.initiatives["Consell de la gent gran"]
    assert len(office.initiatives) == 3
    assert (council.summary, council.own_ids[0].id) == ("Crear un consell de la gent gran.", "101")
    assert council.description == "Es reunirà cada mes.\n\n- Tria dels membres\n- Primera reunió"
    assert council.taxonomies == ("tema/participacio", "districte/vila-nova")
    assert (council.schedule, council.roles, office.report.updates) == (None, (), ())
    assert str(council.measures[0].actuals[0].value) == "35"
    assert council.measures[0].targets.why == "L'exportació no ho diu."


def test_projects_without_a_number_are_known_by_their_title(office):
    """Dates with names of months, cells of several lines, and times to come are read."""
    office = again(office, languages=["en-AU"])
    assert found(office.bring_shape("major-projects", as_of="2026-05-31")) == []
    mine = office.initiatives["Fernhill Phosphate"]
    assert str(mine.approvals[0].on) == "2024-02-20"
    assert mine.summary == "The project is a two-stage development: Stage 1 proposes a mine."
    assert [str(plan) for plan in mine.plans] == ["2027-02-20", "2031"]
    before = office.bytes()
    office.bring_shape("major-projects", as_of="2026-05-31")
    assert office.bytes() == before


def test_capital_projects_have_money_by_year_and_fund(office):
    """Year columns become amounts by fiscal year; thousands, parentheses, and blanks are read."""
    office = again(office, roles=OF_UNITS)
    outcome = office.bring_shape("capital")
    assert found(outcome) == []
    bridge = office.initiatives["Main Street Bridge"]
    money = {entry.fund: entry.years for entry in bridge.funding if entry.fund}
    assert {year: str(paid) for year, paid in money["local"].items()} == {
        "fy2013": "1250000",
        "fy2014": "-200000",
    }
    assert str(bridge.schedule.end.planned.original) == "2013-09-15"
    assert bridge.roles[0].holder == "dept-of-public-works"
    assert "Library roof \N{EN DASH} phase 2" in office.initiatives
    assert any("invisible" in line for line in outcome.told)
    closed = next(u for u in office.report.updates if u.initiative == "library-roof-phase-2")
    assert (closed.status, str(closed.actual_on)) == ("completed", "[..2026-02-15]")


def test_three_tables_are_joined_by_their_key(office):
    """Steps and sums stand in the initiative to which their rows belong."""
    office = again(office, roles=OF_UNITS)
    outcome = office.bring_shape("federal", "federal-activities.csv", "federal-costs.csv")
    assert found(outcome) == []
    claims = office.initiatives["Medicare Claims Modernization"]
    assert [(step.id, step.state.value) for step in claims.roadmap] == [
        ("a1", "met"),
        ("a2", "in_progress"),
    ]
    assert str(claims.roadmap[1].begun.on) == "[..2026-03-31]"
    assert [(m.state.value, m.cycle, str(m.value)) for m in claims.funding] == [
        ("spent", "fy2025", "12500000"),
        ("planned", "fy2026", "14000000"),
    ]


def test_a_plan_with_quarters_comes_from_a_workbook(office):
    """Each quarter is a period of one measure; percentages are as they are shown."""
    office = again(office, roles=OF_UNITS)
    book = Workbook()
    book.active.append(["Plan 2026"])
    book.active.append([])
    book.active.append(
        ["Ref", "Objective", "Goal Area", "Lead", "Due", "Measure", "Target"]
        + [f"Q{quarter} 2025" for quarter in range(1, 5)]
        + ["RAG", "Notes"]
    )
    row = [2.1, "Broadband for all", "Infrastructure", "IT", "Q4 2026", "Homes connected (%)"]
    book.active.append([*row, 0.95, 0.4, "TBD", 0.55, 0.6, "Amber", "Late"])
    for column in "GHIJK":
        book.active[f"{column}4"].number_format = "0%"
    book.save(office.folder / "county.xlsx")
    outcome = office.bring(str(shape("county.yml")), office.folder / "county.xlsx")
    assert found(outcome) == []
    measure = office.initiatives["Broadband for all"].measures[0]
    assert [(str(a.period), str(a.value)) for a in measure.actuals] == [
        ("2025-33", "40"),
        ("2025-35", "55"),
        ("2025-36", "60"),
    ]


def test_promises_in_thai_have_thai_dates_and_digits(office):
    """Years of the Buddhist calendar, names of months, and digits of the script are read."""
    thai = {"languages": ["th"], "typefaces": ["fontpkg-noto-sans-thai"]}
    office = again(office, roles=OF_UNITS, **thai)
    assert found(office.bring_shape("promises")) == []
    trees = office.initiatives["ปลูกต้นไม้ล้านต้น"]
    planned = trees.schedule
    assert (str(planned.start.planned.original), str(planned.end.planned.original)) == (
        "2022-06-01",
        "2026-12-31",
    )
    assert str(trees.funding[0].value) == "1200000"


def test_the_same_export_changes_no_byte(office):
    """Neither on the same day nor, as nothing changed, a month later."""
    office = again(office, roles=OF_UNITS)
    office.bring_shape("capital")
    before = office.bytes()
    assert not office.bring_shape("capital").proposed.files
    assert not office.bring_shape("capital", as_of="2026-04-30").proposed.files
    assert office.bytes() == before


@pytest.mark.slow
def test_changed_rows_become_status_updates(office):
    """Fifty changed rows make fifty updates, each told in a sentence, and nothing else changes."""
    rows = [f"{n},Thing {n},Open" for n in range(120)]
    first = office.put("a.csv", "\n".join(["No,Name,Status", *rows]))
    assert len(office.bring(CAPITAL, first).proposed.files) == 242
    changed = [row.replace("Open", "Closed") if n < 50 else row for n, row in enumerate(rows)]
    second = office.put("b.csv", "\n".join(["No,Name,Status", *changed]))
    outcome = office.bring(CAPITAL, second, as_of="2026-04-30")
    assert sorted(outcome.proposed.files) == sorted(
        f"content/updates/2026-04-30/thing-{n}.md" for n in range(50)
    )
    assert outcome.proposed.told.count("Status changed from") == 50
    ended = next(u for u in office.report.updates if str(u.as_of) == "2026-04-30")
    assert str(ended.actual_on) == "[2026-03-31..2026-04-30]"


def test_what_was_so_before_stays_on_the_record(office):
    """A new holder, a new sum, and a new date are added beside the ones before."""
    mapping = """
source: {id: cip, title: Program, holder: City Clerk}
row_key: No
scheme: Project number
always: {area: Works}
columns:
  Name: title
  Lead: {to: roles.holder, also: {role: owner}, create: unit, created: {kind: office}}
  Budget: {to: funding.value, also: {state: planned}}
  End: schedule.end.planned.original
"""
    office = again(office, roles=OF_UNITS)
    first = office.put("a.csv", "No,Name,Lead,Budget,End\n1,Thing,Parks,100,2027-06\n")
    second = office.put("b.csv", "No,Name,Lead,Budget,End\n1,Thing,Roads,120,2028-06\n")
    assert found(office.bring(mapping, first)) == []
    assert found(office.bring(mapping, second, as_of="2026-04-30")) == []
    thing = office.initiatives["Thing"]
    assert [role.holder for role in thing.roles] == ["parks", "roads"]
    assert [str(entry.value) for entry in thing.funding] == ["100", "120"]
    planned = thing.schedule.end.planned
    assert (str(planned.original), str(planned.revised[0].to)) == ("2027-06", "2028-06")


def test_only_the_years_that_changed_are_told_again(office):
    """A sum of one year that is another now is one new amount, and the same export is no news."""
    mapping = """
source: {id: cip, title: Program, holder: City Clerk}
row_key: No
scheme: Project number
always: {area: Works}
columns:
  Name: title
  "Budget FY{year}": {to: funding.years, also: {state: adopted}}
"""
    first = office.put("a.csv", "No,Name,Budget FY26,Budget FY27\n1,Thing,100,200\n")
    second = office.put("b.csv", "No,Name,Budget FY26,Budget FY27\n1,Thing,100,250\n")
    assert found(office.bring(mapping, first)) == []
    assert found(office.bring(mapping, second, as_of="2026-04-30")) == []
    before, after = office.initiatives["Thing"].funding
    assert {year: str(paid) for year, paid in after.years.items()} == {"fy2027": "250"}
    assert str(before.years["fy2027"]) == "200"
    assert not office.bring(mapping, second, as_of="2026-05-31").proposed.files


def test_a_row_that_is_gone_is_told_and_stays(office):
    """An import never deletes anything."""
    office.bring(CAPITAL, office.put("a.csv", "No,Name,Status\n1,One,Open\n2,Two,Open\n"))
    outcome = office.bring(CAPITAL, office.put("b.csv", "No,Name,Status\n1,One,Open\n"))
    assert any("No longer in the export" in line and "two" in line for line in outcome.told)
    assert set(office.initiatives) == {"One", "Two"}


def test_every_fault_is_told_at_its_cell_and_nothing_is_written(office):
    """Rows, words, columns, and names that nobody has said anything of come all at once."""
    before = office.bytes()
    rows = "No,Name,Status,Extra,Due\n1,One,Open,x,3/4/2026\n1,Two,Odd,,\n,Three,Open,,1/2/2026\n"
    mapping = f"{CAPITAL}  Due: schedule.end.planned.original\n  Nome: note\n"
    outcome = office.bring(mapping, office.put("a.csv", rows))
    places = [place for place, _ in found(outcome)]
    assert places == [
        "a.csv:1:4",
        "a.csv:2:5",
        "a.csv:3:1",
        "a.csv:3:3",
        "a.csv:4:1",
        "map.yml:10:3",
    ]
    assert office.bytes() == before


def test_a_word_without_a_meaning_is_one_fault_for_all_rows(office):
    """The message counts the rows and lists what may be said."""
    rows = "".join(f"{n},Thing {n},Deferred\n" for n in range(30))
    outcome = office.bring(CAPITAL, office.put("a.csv", f"No,Name,Status\n{rows}"))
    (fault,) = outcome.faults
    assert (str(fault.location), fault.code) == ("a.csv:2:3", "I008")
    assert '"Deferred" in "Status" (and the like in 29 more rows)' in fault.found


def test_what_a_rule_finds_is_told_at_the_cell(office):
    """People who import see their own file, not one that is not there yet."""
    rows = "No,Name,Status\n1,One,Open\n2,สวน,Open\n"
    outcome = office.bring(CAPITAL, office.put("a.csv", rows))
    assert [(str(f.location), f.code) for f in outcome.faults] == [("a.csv:3:2", "R705")]


def test_an_older_export_is_refused(office):
    """What was reported later would be overwritten by what was so before."""
    file = office.put("a.csv", "No,Name,Status\n1,One,Open\n")
    office.bring(CAPITAL, file)
    with pytest.raises(GeneratorError, match="later than 2026-01-31"):
        office.bring(CAPITAL, file, as_of="2026-01-31")


def test_writing_asks_for_a_clean_folder(office):
    """An import that is not alone in git could not be undone alone."""
    file = office.put("a.csv", "No,Name,Status\n1,One,Open\n")
    asked = request(office, file)
    with pytest.raises(GeneratorError, match="not kept by git"):
        run(office, asked)
    office.git("init", "-q")
    with pytest.raises(GeneratorError, match="not committed"):
        run(office, asked)
    office.git("add", "-A")
    office.git("commit", "-qm", "Begin")
    assert run(office, asked).proposed.made
    office.git("restore", "content")
    office.git("clean", "-fdq", "content")
    assert office.git("status", "--porcelain") == ""


def test_a_mapping_says_what_is_wrong_with_it(office):
    """Fields, words, and forms that do not exist are told at their lines."""
    mapping = """
source: {id: cip, title: Program, holder: Clerk}
row_key: No
dates: day-month-year
columns:
  Name: titel
"""
    (first,) = office.bring(mapping, office.put("a.csv", "No,Name\n1,One\n")).faults
    assert (first.location.line, first.location.path) == (4, "map.yml")
    fixed = mapping.replace("day-month-year", "day/month/year")
    (second,) = office.bring(fixed, office.put("a.csv", "No,Name\n1,One\n")).faults
    assert (second.code, second.location.line) == ("I003", 6)
    assert 'Did you mean "title"?' in second.next_step


BY_FUND = """
source: {id: cip, title: Program, holder: City Clerk}
always: {area: Works}
tables:
  projects:
    file: a.csv
    row_key: No
    columns: {Name: title}
  money:
    file: a.csv
    one: funding
    of: projects
    by: No
    row_key: Fund
    columns: {Fund: {to: fund, create: fund}, "FY{year}": years}
    always: {state: adopted}
"""


def test_rows_for_the_funds_of_one_project_are_one_project(office):
    """One file is two tables: no column is named twice, and a row without a sum says none."""
    rows = "No,Name,Fund,FY2026\n1,One,Gas tax,100\n1,One,Fees,50\n2,Two,Fees,\n"
    outcome = office.bring(BY_FUND, office.put("a.csv", rows))
    assert found(outcome) == []
    funding = {title: len(one.funding) for title, one in office.initiatives.items()}
    assert funding == {"One": 2, "Two": 0}
    assert any("1 row without an amount left out" in line for line in outcome.told)


def test_a_second_row_that_says_otherwise_names_its_columns(office):
    """Whoever has several rows for one project learns which columns differ, and what to do."""
    rows = "No,Name,Fund,FY2026\n1,One,Gas tax,100\n1,Uno,Fees,50\n"
    (fault,) = office.bring(BY_FUND, office.put("a.csv", rows)).faults
    assert (str(fault.location), fault.found) == (
        "a.csv:3:1",
        'a second row for "1", with another "Name"',
    )
    assert "two tables" in fault.next_step


def test_a_word_may_mean_nothing(office):
    """What stands for no value is none, and no fault."""
    mapping = CAPITAL.replace("Open: under_way", "Open: under_way, Unknown: nothing")
    file = office.put("a.csv", "No,Name,Status\n1,One,Open\n2,Two,Unknown\n")
    assert found(office.bring(mapping, file)) == []
    assert [update.initiative for update in office.report.updates] == ["one"]


def test_names_with_angle_brackets_come_in(office):
    """No name of the content may have them: others stand in their place, and are counted."""
    outcome = office.bring(
        CAPITAL, office.put("a.csv", "No,Name,Status\n1,Claims <Modernize>,Open\n")
    )
    assert found(outcome) == []
    assert list(office.initiatives) == ["Claims \u2039Modernize\u203a"]
    assert any("2 signs of < > { }" in line for line in outcome.told)


def test_a_fiscal_year_is_a_time(office):
    """An end that is planned for a fiscal year is planned for its days."""
    mapping = f"{CAPITAL}  Due: schedule.end.planned.original\n"
    file = office.put("a.csv", "No,Name,Status,Due\n1,One,Open,FY2027\n")
    assert found(office.bring(mapping, file)) == []
    planned = office.initiatives["One"].schedule.end.planned
    assert str(planned.original) == "2026-07/2027-06"


def test_what_is_said_beside_a_value_holds_without_a_list(office):
    """`also` speaks of the record of a row as well as of that of a column."""
    mapping = CAPITAL.replace(
        "columns:",
        """columns:
  Confidence: {to: confidence, also: {confidence_by: Clerk, confidence_reason: "{cell}"}}""",
    )
    file = office.put("a.csv", "No,Name,Status,Confidence\n1,One,Open,Green\n")
    assert found(office.bring(mapping, file)) == []
    assert office.report.updates[0].confidence_by == "Clerk"


def test_a_target_without_a_time_says_that_the_export_has_none(office):
    """Whoever has only a figure to be reached need not write a reason for each."""
    mapping = f"""{CAPITAL}
  KPI: {{to: measures.title, item: kpi, also: {{unit: people, accumulation: level}}}}
  Target: {{to: measures.targets.value, item: kpi}}
"""
    file = office.put("a.csv", "No,Name,Status,KPI,Target\n1,One,Open,Visits,80\n")
    assert found(office.bring(mapping, file)) == []
    (target,) = office.initiatives["One"].measures[0].targets
    assert target.why_no_due == "The export does not give it."


def test_where_roles_are_asked_and_the_export_has_none_the_line_to_copy_is_told(office):
    """What is true of every row is said once, in the mapping; the line that is told comes in."""
    office = again(office, roles=OF_UNITS)
    file = office.put("a.csv", "No,Name,Status\n1,One,Open\n2,Two,Open\n")
    faults = office.bring(CAPITAL, file).faults
    assert {fault.code for fault in faults} == {"R201"}
    line = 'always: {"roles.role": owner, "roles.holder": not_named, '
    assert 'always: {"roles.role": owner, "roles.holder": not_named}' in faults[0].next_step
    assert found(office.bring(CAPITAL.replace("always: {", line), file)) == []


def test_a_key_of_a_column_that_does_not_exist_is_told_with_those_that_do(office):
    """Also where a column has its meaning in a list."""
    mapping = CAPITAL.replace("Name: title", "Name: [{to: title, wrods: {}}]")
    (fault,) = office.bring(mapping, office.put("a.csv", "No,Name\n1,One\n")).faults
    assert (fault.found, fault.next_step) == ('the unknown key "wrods"', 'Did you mean "words"?')
    assert "take, split" in fault.expected


def test_a_share_that_could_be_a_percentage_or_a_fraction_is_refused(office):
    """What stands in the export as 0.45 may mean either; with its sign it means one."""
    mapping = f"{CAPITAL}  Done: progress.percent\n"
    rows = "No,Name,Status,Done\n1,One,Open,0.45\n2,Two,Open,0.4%\n3,Three,Open,0\n"
    (fault,) = office.bring(mapping, office.put("a.csv", rows)).faults
    assert (str(fault.location), fault.code) == ("a.csv:2:4", "I007")
    assert "0.45% or 45%" in fault.next_step


def test_pictures_that_are_left_out_of_html_are_counted(office):
    """Nothing is dropped without a word."""
    mapping = f"{CAPITAL}  Text: {{to: description, text: html}}\n"
    rows = 'No,Name,Status,Text\n1,One,Open,"<p>See <img src=a.png> and <IMG src=b.png></p>"\n'
    outcome = office.bring(mapping, office.put("a.csv", rows))
    assert found(outcome) == []
    assert any(line.startswith("Put right: 2 pictures") for line in outcome.told)


def test_a_cell_that_is_blank_now_is_told_and_takes_nothing_away(office):
    """Of every column, in its own words; one that was blank before is no news."""
    mapping = f"""{CAPITAL}
  Sure: confidence
  End: schedule.end.planned.original
  District: {{to: taxonomies, taxonomy: district, create: group}}
  "FY{{year}}": {{to: funding.years, item: all, also: {{state: adopted}}}}
"""
    head = "No,Name,Status,Sure,End,District,FY2026\n"
    first = office.put("a.csv", f"{head}1,One,Open,,2027,North,5\n2,Two,Open,,,,\n")
    second = office.put("b.csv", f"{head}1,One,,,,,\n2,Two,Open,,,,\n")
    assert found(office.bring(mapping, first)) == []
    before = office.bytes()
    outcome = office.bring(mapping, second, as_of="2026-04-30")
    assert office.bytes() == before
    assert (
        'Blank now, and left as they were: cells of "Status" (1), "End" (1), "District" (1), and '
        '"FY2026" (1). To take a value away, change it in the content.'
    ) in outcome.told
