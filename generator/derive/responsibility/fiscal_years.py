"""Fiscal years and budget cycles: when they begin, and what they are called (docs/model.md, 5)."""

import re
from datetime import date, timedelta

from generator.model.cycles import Cycle
from generator.model.report import About, FiscalLabel, Report

CENTURY = 100
_FY = "FY"
_A_YEAR = re.compile(r"fy(\d{4})(?:-(\d{2}))?")
_BOTH = {FiscalLabel.FY_BOTH, FiscalLabel.BOTH}
_LAST = {FiscalLabel.FY_LAST, FiscalLabel.LAST}


def first_day(about: About, year: int) -> date:
    """Return when the fiscal year of a year begins; at the ends of time the nearest there is."""
    month, day = map(int, about.fiscal_year_start.split("-"))
    return date(min(max(year, date.min.year), date.max.year), month, day)


def fiscal_start(about: About, day: date) -> date:
    """Return the first day of the fiscal year that holds `day`."""
    begins = first_day(about, day.year)
    return begins if begins <= day else first_day(about, day.year - 1)


def form(about: About) -> FiscalLabel:
    """Return how fiscal years are called: as the report says, else by the years they lie in."""
    chosen = about.fiscal_year_label or FiscalLabel.FY_BOTH
    if not _in_one_year(about):
        return chosen
    return FiscalLabel.FY_FIRST if chosen.startswith(_FY) else FiscalLabel.FIRST


def _in_one_year(about: About) -> bool:
    return about.fiscal_year_start == "01-01"


def year_words(about: About, year: int, years: int = 1) -> str:
    """Return what the fiscal years from the one that begins in `year` on are called together."""
    named = form(about)
    first = year + 1 if named in _LAST else year
    last = first + years - (named not in _BOTH)
    until = f"-{last % CENTURY:02}" if last > first else ""
    return f"{_FY if named.startswith(_FY) else ''}{first:04}{until}"


def year_of(about: About, written: str) -> int | None:
    """Return in which year the fiscal year of an id begins; None where it is no fiscal year's id.

    The id is the label in small letters behind "fy": fy2016-17, fy2016 or fy2017 (FiscalLabel).
    """
    found = _A_YEAR.fullmatch(written)
    if not found:
        return None
    named, year = form(about), int(found[1])
    if named in _BOTH:
        return year if found[2] and (int(found[2]) - year) % CENTURY == 1 else None
    return None if found[2] else year - (named in _LAST)


def year_id(about: About, year: int, years: int = 1) -> str:
    """Return the id of the fiscal years from the one that begins in `year` on, as "fy2016-18"."""
    return f"fy{year_words(about, year, years).removeprefix(_FY)}"


def whole_years(about: About, cycle: Cycle) -> int:
    """Return how many whole fiscal years a cycle has; 0 where it begins or ends inside one."""
    years = cycle.ends.year - cycle.begins.year + _in_one_year(about)
    begins = first_day(about, cycle.begins.year)
    if years < 1 or cycle.begins != begins:
        return 0
    return years if cycle.ends == last_day(about, cycle.begins.year, years) else 0


def names_other_years(about: About, cycle: Cycle) -> bool:
    """Return whether an id that names years, as fy2016-18, names others than the cycle's own."""
    found = _A_YEAR.fullmatch(cycle.id)
    if not found:
        return False
    last = {cycle.ends.year, cycle.ends.year + _in_one_year(about)}
    named = {year % CENTURY for year in last} if found[2] else {about.cycle_years}
    first = cycle.begins.year + (form(about) in _LAST)
    return int(found[1]) != first or int(found[2] or 1) not in named


def last_day(about: About, year: int, years: int) -> date:
    """Return the last day of the fiscal years from the one that begins in `year` on."""
    after = first_day(about, year + years)
    return after - timedelta(days=after > date.min)


def fiscal_words(report: Report, written: str) -> str:
    """Return what a budget cycle or fiscal year is called, as "FY2016-18", by its id."""
    cycle = _listed(report, written)
    if cycle and (years := whole_years(report.about, cycle)):
        return year_words(report.about, cycle.begins.year, years)
    year = year_of(report.about, written)
    return written.upper() if year is None else year_words(report.about, year)


def fiscal_order(report: Report, written: str) -> tuple[date, str]:
    """Return what budget cycles and fiscal years are sorted by: the day on which they begin."""
    cycle, year = _listed(report, written), year_of(report.about, written)
    if cycle:
        return cycle.begins, written
    return (date.min if year is None else first_day(report.about, year)), written


def _listed(report: Report, written: str) -> Cycle | None:
    return next((c for c in report.calendar.cycles if c.id == written), None)
