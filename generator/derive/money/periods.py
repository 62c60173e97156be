"""The fiscal years and budget cycles for which money is: their order, ends, and cycles."""

from collections.abc import Iterable, Mapping
from datetime import date

from generator.derive.money.ledger import Posting
from generator.derive.responsibility.fiscal_years import fiscal_order
from generator.model.fiscal_years import first_day, last_day, year_of
from generator.model.report import Report


def spans(report: Report, periods: Iterable[str]) -> Mapping[str, tuple[date, date]]:
    """Return the first and last day of each period that is a listed cycle or a fiscal year."""
    about = report.about
    cycles = {cycle.id: (cycle.begins, cycle.ends) for cycle in report.calendar.cycles}
    found = {}
    for period in dict.fromkeys(periods):
        year = year_of(about, period)
        if period in cycles:
            found[period] = cycles[period]
        elif year is not None:
            found[period] = first_day(about, year), last_day(about, year, 1)
    return found


def ends_of(report: Report, postings: Iterable[Posting]) -> Mapping[str, date]:
    """Return the last day of each period of some postings."""
    return {period: end for period, (_, end) in spans(report, _named(postings)).items()}


def in_order(report: Report, periods: Iterable[str | None]) -> tuple[str | None, ...]:
    """Return periods by the day on which they begin, a whole cycle after its years, none last."""
    named = {period for period in periods if period}
    found = spans(report, named)

    def place(period: str) -> tuple[date, date, str]:
        begins, _ = fiscal_order(report, period)
        return begins, found[period][1] if period in found else begins, period

    last: tuple[str | None, ...] = (None,) if None in set(periods) else ()
    return (*sorted(named, key=place), *last)


def cycle_of(report: Report, postings: Iterable[Posting]) -> Mapping[str, str]:
    """Return for each period the listed budget cycle of several years that holds all of it."""
    cycles = report.calendar.cycles
    return {
        period: cycle.id
        for period, (begins, ends) in spans(report, _named(postings)).items()
        for cycle in cycles
        if cycle.begins <= begins and ends <= cycle.ends
    }


def _named(postings: Iterable[Posting]) -> Iterable[str]:
    return (one.period for one in postings if one.period)
