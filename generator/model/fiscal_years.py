"""Fiscal years: when they begin, and what they are called (docs/model.md, 5)."""

import calendar
import re
from datetime import date, timedelta

from generator.model.dates import QUARTERS, PartialDate
from generator.model.report import About, FiscalLabel

CENTURY = 100
_FY = "FY"
A_YEAR = re.compile(r"fy(\d{4})(?:-(\d{2}))?")
_A_QUARTER = re.compile(r"(?P<year>fy\d{4}(?:-\d{2})?)-q(?P<quarter>[1-4])")
_MONTHS = 12
_BOTH = {FiscalLabel.FY_BOTH, FiscalLabel.BOTH}
_LAST = {FiscalLabel.FY_LAST, FiscalLabel.LAST}


def first_day(about: About, year: int) -> date:
    """Return when the fiscal year of a year begins; at the ends of time the nearest there is."""
    month, day = map(int, about.fiscal_year_start.split("-"))
    return date(min(max(year, date.min.year), date.max.year), month, day)


def last_day(about: About, year: int, years: int) -> date:
    """Return the last day of the fiscal years from the one that begins in `year` on."""
    after = first_day(about, year + years)
    return after - timedelta(days=after > date.min)


def fiscal_start(about: About, day: date) -> date:
    """Return the first day of the fiscal year that holds `day`."""
    begins = first_day(about, day.year)
    return begins if begins <= day else first_day(about, day.year - 1)


def form(about: About) -> FiscalLabel:
    """Return how fiscal years are called: as the report says, else by the years they lie in."""
    chosen = about.fiscal_year_label or FiscalLabel.FY_BOTH
    if not in_one_year(about):
        return chosen
    return FiscalLabel.FY_FIRST if chosen.startswith(_FY) else FiscalLabel.FIRST


def in_one_year(about: About) -> bool:
    """Return whether a fiscal year is a year of the calendar."""
    return about.fiscal_year_start == "01-01"


def is_named_by_last(about: About) -> bool:
    """Return whether fiscal years are called by the year in which they end."""
    return form(about) in _LAST


def year_words(about: About, year: int, years: int = 1) -> str:
    """Return what the fiscal years from the one that begins in `year` on are called together."""
    named = form(about)
    first = year + is_named_by_last(about)
    last = first + years - (named not in _BOTH)
    until = f"-{last % CENTURY:02}" if last > first else ""
    return f"{_FY if named.startswith(_FY) else ''}{first:04}{until}"


def year_of(about: About, written: str) -> int | None:
    """Return in which year the fiscal year of an id begins; None where it is no fiscal year's id.

    The id is the label in small letters behind "fy": fy2016-17, fy2016 or fy2017 (FiscalLabel).
    """
    found = A_YEAR.fullmatch(written)
    if not found:
        return None
    named, year = form(about), int(found[1])
    if named in _BOTH:
        return year if found[2] and (int(found[2]) - year) % CENTURY == 1 else None
    return None if found[2] else year - is_named_by_last(about)


def year_id(about: About, year: int, years: int = 1) -> str:
    """Return the id of the fiscal years from the one that begins in `year` on, as "fy2016-18"."""
    return f"fy{year_words(about, year, years).removeprefix(_FY)}"


def quarter_days(about: About, year: int, quarter: int) -> tuple[date, date]:
    """Return the first and the last day of a quarter of the fiscal year that begins in `year`."""
    begins = first_day(about, year)
    return _months_on(begins, 3 * (quarter - 1)), _months_on(begins, 3 * quarter) - timedelta(1)


def _months_on(day: date, months: int) -> date:
    """Return the day some months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def quarter_dates(about: About, typed: PartialDate) -> PartialDate | None:
    """Return the days of a fiscal quarter that was typed by its name, as "fy2025-26-q1".

    In months where it is of whole ones, and as the quarter of a year that is the calendar's own.
    None where the name is not that of a fiscal year of this report.
    """
    found = _A_QUARTER.fullmatch(typed.text)
    year = year_of(about, found["year"]) if found else None
    if found is None or year is None:
        return None
    quarter = int(found["quarter"])
    if in_one_year(about):
        return PartialDate(f"{year:04}-{QUARTERS[quarter - 1]}")
    return _dates(*quarter_days(about, year, quarter))


def year_dates(about: About, year: int) -> PartialDate:
    """Return the days of the fiscal year that begins in `year`, as `quarter_dates` does."""
    if in_one_year(about):
        return PartialDate(f"{year:04}")
    return _dates(first_day(about, year), last_day(about, year, 1))


def _dates(first: date, last: date) -> PartialDate:
    exact = len("2025-07") if first.day == 1 else len("2025-07-01")
    return PartialDate(f"{first.isoformat()[:exact]}/{last.isoformat()[:exact]}")


def quarter_words(about: About, when: PartialDate) -> tuple[int, str] | None:
    """Return which quarter of a fiscal year a span of days is, and what that year is called.

    None where it is none, or is a quarter of the calendar, which is called so by itself.
    """
    if "/" not in when.text or when.is_open or when.approximate or in_one_year(about):
        return None
    span = (when.first(), when.last(date.max))
    year = fiscal_start(about, span[0]).year
    found = [quarter for quarter in (1, 2, 3, 4) if quarter_days(about, year, quarter) == span]
    return (found[0], year_words(about, year)) if found else None
