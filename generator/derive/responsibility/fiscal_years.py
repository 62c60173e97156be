"""Fiscal years and budget cycles: when they begin, and what they are called (docs/model.md, 5)."""

from datetime import date

from generator.model.cycles import Cycle
from generator.model.fiscal_years import (
    A_YEAR,
    CENTURY,
    first_day,
    in_one_year,
    is_named_by_last,
    last_day,
    year_of,
    year_words,
)
from generator.model.report import About, Report


def whole_years(about: About, cycle: Cycle) -> int:
    """Return how many whole fiscal years a cycle has; 0 where it begins or ends inside one."""
    years = cycle.ends.year - cycle.begins.year + in_one_year(about)
    begins = first_day(about, cycle.begins.year)
    if years < 1 or cycle.begins != begins:
        return 0
    return years if cycle.ends == last_day(about, cycle.begins.year, years) else 0


def names_other_years(about: About, cycle: Cycle) -> bool:
    """Return whether an id that names years, as fy2016-18, names others than the cycle's own."""
    found = A_YEAR.fullmatch(cycle.id)
    if not found:
        return False
    last = {cycle.ends.year, cycle.ends.year + in_one_year(about)}
    named = {year % CENTURY for year in last} if found[2] else {about.cycle_years}
    first = cycle.begins.year + is_named_by_last(about)
    return int(found[1]) != first or int(found[2] or 1) not in named


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
