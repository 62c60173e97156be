"""The mappings that travel with the program: each reads an export with the columns it is for."""

import csv
import io

import pytest
from offices import OF_UNITS, make_office

from generator.commands import exports
from generator.theme import MAPS

GMPP = {
    "GMPP ID Number": "DFT_0027_1617-Q1",
    "Project Name": "Coast Road",
    "Department": "DFT",
    "Annual Report Category": "Infrastructure and Construction",
    "Description / Aims": "A road along the coast. It opens in 2031.",
    "IPA Delivery Confidence Assessment\n(A Delivery Confidence Assessment of the project at a "
    "fixed point in time, using a three-point scale)": "Amber",
    "SRO Delivery Confidence Assessment": "Green",
    "Departmental commentary on actions planned or taken on the IPA RAG rating": "A plan is made.",
    "Project - Start Date (Latest Approved Start Date)": "01/04/2019",
    "Project - End Date (Latest Approved End Date)": "31/03/2031",
    "Departmental narrative on schedule, including any deviation": "None.",
    "Financial Year Baseline (£m) (including Non-Government Costs)": "12.50",
    "Financial Year Forecast (£m) (including Non-Government Costs)": "Exempt under Section 43",
    "Financial Year Variance (%)": "4%",
    "TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)": "1,204.75",
    "TOTAL Baseline Benefits (£m)": "3",
}
DECIDIM = {
    "id": "12",
    "category/id": "3",
    "category/name/ca": "Mobilitat",
    "category/name/es": "Movilidad",
    "scope/id": "",
    "scope/name/ca": "Centre",
    "parent/id": "",
    "title/ca": "Carril bici",
    "title/es": "Carril bici",
    "description/ca": "<p>Un carril bici nou. Fins al port.</p>",
    "description/es": "",
    "start_date": "2024-01-15",
    "end_date": "",
    "status/id": "1",
    "status/key": "ongoing",
    "status/name/ca": "",
    "progress": "35.0",
    "created_at": "2024-01-01 10:00:00 UTC",
    "url": "https://decidim.example/results/12",
    "component/id": "7",
    "proposal_urls": "",
}
IT_DASHBOARD = {
    "Unique Investment Identifier": "021-488119819",
    "Business Case ID": "1",
    "Agency Code": "021",
    "Agency Name": "Department of Transportation",
    "Investment Title": "Air traffic",
    "Project ID": "77",
    "Agency Project ID": "A-7",
    "Project Name": "Radar renewal",
    "Project Description": "Renews the radars.",
    "Start Date": "10/1/2010",
    "Completion Date (B1)": "9/30/2013",
    "Planned Project Completion Date (B2)": "9/30/2013",
    "Projected/Actual Project Completion Date (B2)": "12/31/2013",
    "Lifecycle Cost": "31.5",
    "Schedule Variance (in days)": "-92",
    "Schedule Variance (%)": "-8",
    "Cost Variance ($ M)": "1",
    "Cost Variance (%)": "3",
    "Planned Cost ($ M)": "30",
    "Projected/Actual Cost ($ M)": "31",
    "Updated Date": "8/1/2013",
    "Updated Time": "10:00:00",
    "Unique Project ID": "U-77",
}


def as_csv(row):
    """Return one row with its headings as CSV."""
    file = io.StringIO(newline="")
    csv.writer(file).writerows([row.keys(), row.values()])
    return file.getvalue()


def brought(office, name, row, as_of):
    """Return the one initiative that a shipped mapping makes of a row."""
    asked = exports.ExportRequest(
        [office.put("export.csv", as_csv(row))], name, as_of, as_of, apply=True, force=True
    )
    outcome = exports.import_export(office.settings, asked)
    assert list(outcome.faults) == []
    return office.report.initiatives[0]


def test_a_department_of_the_uk_brings_its_sheet_in(tmp_path):
    """Assessments, dates, and sums in millions of pounds come in; what is exempt stays out."""
    office = make_office(tmp_path / "office", languages=["en-GB"], currency="GBP", roles=OF_UNITS)
    road = brought(office, "uk-major-projects", GMPP, "2025-03-31")
    assert [str(sum_of.value) for sum_of in road.funding] == ["12500000", "1204750000"]
    assert str(road.schedule.end.planned.original) == "2031-03-31"
    (update,) = office.report.updates
    assert (update.confidence.value, update.body.strip()) == ("amber", "A plan is made.")


def test_results_of_decidim_come_in(tmp_path):
    """Columns of the report's language are taken, those of others left out."""
    office = make_office(tmp_path / "office", languages=["ca"])
    lane = brought(office, "decidim-results", DECIDIM, "2025-01-31")
    assert (lane.title, lane.summary) == ("Carril bici", "Un carril bici nou.")
    assert str(lane.progress[0].percent) == "35"
    assert office.report.sources[-1].holder == "City of Larkspur"


def test_projects_of_the_it_dashboard_come_in(office):
    """A date that was projected is a forecast; no status is made up."""
    radar = brought(office, "us-it-dashboard-projects", IT_DASHBOARD, "2013-08-31")
    assert str(radar.schedule.end.forecasts[0].expects) == "2013-12-31"
    assert {own.scheme: own.id for own in radar.own_ids} == {
        "Unique Project ID": "U-77",
        "Unique Investment Identifier": "021-488119819",
    }
    assert office.report.updates == ()


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.yml")), ids=lambda path: path.stem)
def test_each_is_listed_with_what_it_is_for(path):
    """Whoever looks for a mapping finds it by its export."""
    assert dict(exports.shipped_mappings())[str(path)]
