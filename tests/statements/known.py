"""What a report knows: the ids of its records, and the days that these give."""

import re
from collections.abc import Iterator
from datetime import date

from larkhaven import records_in
from statements.situations import Situation

from generator.model.dates import PartialDate

_FULL = re.compile(r"\d{4}-\d{2}-\d{2}")


def ids(made: Situation) -> set[str]:
    """Return the ids of everything that has a title or a name."""
    report = made.frame.snapshot.report
    organization = report.organization
    named = (
        *(report.initiatives, report.areas, report.sources, report.calendar.milestones),
        *(organization.units, organization.posts, organization.partners),
    )
    return {record.id for records in named for record in records}  # type: ignore[attr-defined]


def days(made: Situation) -> set[date]:
    """Return every day that a record gives, that of the report, and those on which years begin."""
    seen = [made.frame.snapshot, *(edition.then for edition in made.editions)]
    found = {snapshot.day for snapshot in seen if _FULL.fullmatch(snapshot.as_of.text)}
    for snapshot in seen:
        found |= set(_given(snapshot.report))
    about = made.frame.snapshot.report.about
    starts = {date.fromisoformat(f"{y}-{about.fiscal_year_start}") for y in range(1990, 2050)}
    # What an update says is known up to a whole budget cycle after it.
    years = about.cycle_years
    aged = {_later(day, years) for day in found} if years else set()
    return found | starts | aged


def _later(day: date, years: int) -> date:
    return day.replace(year=min(day.year + years, date.max.year), day=min(day.day, 28))


def _given(report: object) -> Iterator[date]:
    for record in records_in(report):
        for value in record.__dict__.values():
            if isinstance(value, PartialDate):
                yield from map(date.fromisoformat, _FULL.findall(value.text))
            elif isinstance(value, date):
                yield value
