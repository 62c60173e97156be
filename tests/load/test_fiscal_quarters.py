"""Fiscal quarters are typed by their names, and get their days from the report's fiscal year."""

import shutil

import pytest
from larkhaven import SAMPLE, larkhaven

from generator.core.settings import Settings
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.fiscal_years import quarter_dates, quarter_words

FILE = "content/initiatives/open-ledger.yml"


def about(start: str, label: str | None = None):
    """Return the sample's report.yml with other fiscal years."""
    chosen = {"fiscal_year_start": start, "fiscal_year_label": label}
    return larkhaven().about.model_copy(update=chosen)


@pytest.mark.parametrize(
    ("start", "label", "typed", "days"),
    [
        ("07-01", None, "fy2025-26-q1", "2025-07/2025-09"),
        ("07-01", None, "fy2025-26-q4", "2026-04/2026-06"),
        ("10-01", "FY2017", "fy2026-q1", "2025-10/2025-12"),
        ("01-01", None, "fy2025-q3", "2025-35"),
        ("04-06", None, "fy2025-26-q1", "2025-04-06/2025-07-05"),
        ("07-01", None, "fy2025-q1", None),
        ("07-01", None, "fy2025-27-q1", None),
    ],
)
def test_a_fiscal_quarter_has_the_days_of_its_year(start, label, typed, days):
    """By when a fiscal year begins and what it is called; None for a year of another form."""
    found = quarter_dates(about(start, label), PartialDate.parse(typed))
    assert found == (PartialDate(days) if days else None)
    if found and "/" in found.text:
        quarter, _ = quarter_words(about(start, label), found)
        assert quarter == int(typed[-1])


def test_a_span_is_called_a_quarter_only_if_it_is_one():
    """Neither other months, nor a quarter of the calendar, which is called so by itself."""
    july = about("07-01")
    assert quarter_words(july, PartialDate("2025-07/2025-09")) == (1, "FY2025-26")
    for other in ("2025-07/2025-10", "2025-35", "2025-07", "2025-07/..", "2025-07~/2025-09"):
        assert quarter_words(july, PartialDate(other)) is None
    assert quarter_words(about("01-01"), PartialDate("2025-07/2025-09")) is None


def test_files_keep_what_was_typed_and_records_have_the_days():
    """Wherever a date may be."""
    assert "fy2022-23-q1" in (SAMPLE.root / FILE).read_text("utf-8")
    ledger = next(i for i in larkhaven().initiatives if i.id == "open-ledger")
    assert str(ledger.measures[0].actuals[0].period) == "2022-07/2022-09"


def test_a_quarter_of_no_fiscal_year_is_named_with_its_place(tmp_path):
    """And with how the report's own years are written."""
    shutil.copytree(SAMPLE.root, tmp_path, dirs_exist_ok=True)
    path = tmp_path / FILE
    path.write_text(path.read_text("utf-8").replace("fy2022-23-q1", "FY2022-Q1"), "utf-8")
    (issue,) = load_report(Settings(tmp_path)).issues
    line = next(
        n for n, t in enumerate(path.read_text("utf-8").splitlines(), 1) if "FY2022-Q1" in t
    )
    assert (issue.code, issue.location.path, issue.location.line) == ("S015", FILE, line)
    assert "fy2025-26-q1" in issue.expected
