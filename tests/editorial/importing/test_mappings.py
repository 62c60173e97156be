"""What a mapping can say beyond the usual: points of measures in rows, persons, totals, places."""

from offices import OF_UNITS, make_office

WORKS = """
source: {id: plan, title: Plan, holder: Clerk}
row_key: No
scheme: Number
always: {area: Works}
"""


def clean(outcome):
    """Return the faults of an import in short."""
    return [(str(fault.location), fault.code, fault.found) for fault in outcome.faults]


def test_points_of_measures_may_be_rows(office):
    """A measure repeated in each row is one measure; fiscal quarters are read by their name."""
    office.put("plan.csv", "No,Name\n1,Trees\n")
    points = office.put(
        "points.csv",
        "No,Measure,Unit,Quarter,Value\n"
        "1,Trees planted,trees,Q1 FY2026,100\n1,Trees planted,trees,FY26 Q2,250\n",
    )
    mapping = """
source: {id: plan, title: Plan, holder: Clerk}
always: {area: Works}
tables:
  plan: {file: plan.csv, row_key: No, columns: {Name: title}}
  measures:
    file: points.csv
    one: measure
    of: plan
    by: No
    row_key: Measure
    always: {kind: output, accumulation: flow}
    columns: {Measure: title, Unit: unit}
    ignore: [Quarter, Value]
  points:
    file: points.csv
    one: measures.actuals
    of: plan
    by: [No, Measure]
    row_key: Quarter
    columns: {Quarter: period, Value: value}
    ignore: [Unit]
"""
    assert clean(office.bring(mapping, points)) == []
    (measure,) = office.initiatives["Trees"].measures
    assert [(str(a.period), str(a.value)) for a in measure.actuals] == [
        ("2025-07/2025-09", "100"),
        ("2025-10/2025-12", "250"),
    ]


def test_a_person_may_stand_beside_a_post(tmp_path):
    """What is made of a cell may be called otherwise than the cell."""
    roles = {"owner": {"asked": "true"}, "sponsor": {"asked": "false"}}
    office = make_office(tmp_path / "office", roles=roles)
    mapping = f"""{WORKS}columns:
  Name: title
  Manager:
    to: roles.holder
    also: {{role: owner}}
    create: post
    created: {{title: Project manager, person: "{{cell}}"}}
"""
    file = office.put("a.csv", "No,Name,Manager\n1,One,Jo Lund\n2,Two,Jo Lund\n")
    assert clean(office.bring(mapping, file)) == []
    (post,) = office.report.organization.posts
    assert (post.title, post.person) == ("Project manager", "Jo Lund")


def test_rows_of_totals_are_skipped_and_counted(office):
    """The preview says how many rows were none."""
    mapping = f'{WORKS}skip: {{Name: ["Total*", ""]}}\ncolumns: {{Name: title}}\n'
    file = office.put("a.csv", "No,Name\n1,One\n,TOTAL (all)\n9,\n")
    outcome = office.bring(mapping, file)
    assert clean(outcome) == []
    assert "2 rows skipped" in outcome.told[0]
    assert list(office.initiatives) == ["One"]


def test_a_title_may_come_from_the_number(office):
    """What has no name is called by what the mapping says of every row."""
    mapping = WORKS.replace("{area: Works}", '{area: Works, title: "Project {No}"}')
    mapping += "columns: {Name: title}\n"
    assert clean(office.bring(mapping, office.put("a.csv", "No,Name\n1,One\n2,\n"))) == []
    assert sorted(office.initiatives) == ["One", "Project 2"]


def test_a_place_is_where_the_export_says(office):
    """The only place of an initiative is replaced, not added to."""
    mapping = f"""{WORKS}columns:
  Name: title
  Site: {{to: places.name, item: site}}
  Lat: {{to: places.point.lat, item: site}}
  Lon: {{to: places.point.lon, item: site}}
"""
    rows = "No,Name,Site,Lat,Lon\n1,One,{},34.1,-118.3\n"
    office.bring(mapping, office.put("a.csv", rows.format("1 Main St")))
    assert clean(office.bring(mapping, office.put("b.csv", rows.format("2 Main St")))) == []
    assert [place.name for place in office.initiatives["One"].places] == ["2 Main St"]


def test_what_is_not_shown_yet_is_told(office):
    """An export of a day after that of the report would come in unseen."""
    mapping = f"{WORKS}columns: {{Name: title}}\n"
    first, both = "No,Name\n1,One\n", "No,Name\n1,One\n2,Two\n"
    office.bring(mapping, office.put("a.csv", first))
    outcome = office.bring(mapping, office.put("b.csv", both), as_of="2027-01-31")
    assert any('write as_of: "2027-01-31"' in line for line in outcome.told)


def test_a_mapping_without_initiatives_is_told(office):
    """Parts need rows to belong to."""
    mapping = """
source: {id: plan, title: Plan, holder: Clerk}
tables:
  steps: {file: a.csv, one: step, of: plan, by: No, columns: {Name: title}}
"""
    outcome = office.bring(mapping, office.put("a.csv", "No,Name\n1,One\n"))
    assert [code for _, code, _ in clean(outcome)] == ["I003"]


def test_rows_that_disagree_are_not_one(office):
    """Two rows with the same key of a part are told, unless they say the same."""
    office.put("plan.csv", "No,Name\n1,Trees\n")
    steps = office.put("steps.csv", "No,Step,Name,Due\n1,A,Dig,2026-05\n1,A,Plant,2026-06\n")
    mapping = """
source: {id: plan, title: Plan, holder: Clerk}
always: {area: Works}
tables:
  plan: {file: plan.csv, row_key: No, columns: {Name: title}}
  steps:
    file: steps.csv
    one: step
    of: plan
    by: No
    row_key: Step
    columns: {Name: title, Due: original}
"""
    outcome = office.bring(mapping, steps)
    assert [(place, code) for place, code, _ in clean(outcome)] == [("steps.csv:3:1", "I010")]


def test_departments_are_known_by_any_of_their_names(tmp_path):
    """What is in the content already is not made once more, however it is written."""
    office = make_office(tmp_path / "office", roles=OF_UNITS)
    (office.settings.content / "organization.yml").write_text(
        'units:\n  - id: "parks"\n    name: "Parks and Recreation"\n    kind: "department"\n'
        '    also_named:\n      - "Parks & Rec"\n    seen: "2025"\n'
        '    sources:\n      - "catalog"\n',
        "utf-8",
    )
    mapping = f"""{WORKS}case: title
columns:
  Name: title
  Lead: {{to: roles.holder, also: {{role: owner}}}}
"""
    file = office.put("a.csv", "No,Name,Lead\n1,One,PARKS & REC\n2,Two,Park and Recreation\n")
    (fault,) = office.bring(mapping, file).faults
    assert (str(fault.location), fault.code) == ("a.csv:3:3", "I009")
    assert 'Did you mean "parks and recreation"?' in fault.next_step
