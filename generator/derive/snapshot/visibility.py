"""Which dated records a snapshot holds (docs/model.md, rulings 2 and 3).

A record counts once it must have been true: from the last possible day of its date. For records of
the past that day is bounded by the day their newest source appeared: what a document of August
2015 tells about "2015" was true by August 2015.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model.fields import with_records
from generator.model.measures import Actual
from generator.model.records import Dated, KnownSince, Missing
from generator.model.report import Report
from generator.model.values import Record

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CompleteDates:
    """From which day on each record of a report is complete: nothing inside it is hidden.

    Whoever looks back at several dates walks the report once, and then only what a date cuts.
    """

    report: Report
    """Kept beside the days, which tell its records by their identity."""
    days: Mapping[int, date]
    entered: Mapping[int, date]
    """The newest day of entry inside each record."""


@dataclass(frozen=True, slots=True)
class AsOf:
    """The two dates of a snapshot: true on `as_of`, and entered by `known_by`."""

    as_of: date
    known_by: date | None
    published: Mapping[str, date]
    """Last possible day of publication by source id; sources without one are absent."""
    complete: CompleteDates | None = None

    def hides(self, record: object) -> bool:
        """Return whether something is a record that is not part of the snapshot."""
        if isinstance(record, Dated):
            return not self.sees(record)
        return isinstance(record, KnownSince) and known_from(record) > self.as_of

    def sees(self, record: Dated) -> bool:
        """Return whether the record is part of the snapshot."""
        if self.known_by is not None and record.recorded > self.known_by:
            return False
        return counts_from(record, self.published, open_end=self.as_of) <= self.as_of

    def sees_whole(self, record: Record) -> bool:
        """Return whether certainly nothing inside the record is hidden."""
        if self.complete is None:
            return False
        since = self.complete.days.get(id(record))
        if since is None or since > self.as_of:
            return False
        return self.known_by is None or self.complete.entered[id(record)] <= self.known_by


def complete_from(report: Report) -> CompleteDates:
    """Return from which day each record of a report is complete."""
    days: dict[int, date] = {}
    entered: dict[int, date] = {}
    published = publication_days(report)

    def settle(record: Record) -> None:
        """Note from when a record is seen with all inside, and when the newest of it was entered.

        An open end hides nothing: what goes on is seen from its beginning.
        """
        since = newest = date.min
        if isinstance(record, Dated):
            since = counts_from(record, published, open_end=date.min)
            newest = record.recorded
        elif isinstance(record, KnownSince):
            since = known_from(record)
        for name in with_records(type(record)):
            value = record.__dict__[name]
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Record):
                    settle(part)
                    since, newest = max(since, days[id(part)]), max(newest, entered[id(part)])
        days[id(record)], entered[id(record)] = since, newest

    settle(report)
    return CompleteDates(report, days, entered)


def counts_from(record: Dated, published: Mapping[str, date], *, open_end: date) -> date:
    """Return the day from which the record counts: never before it can have begun.

    An open end is taken as `open_end`.
    """
    when = record.when
    first = when.first()
    last = max(first, when.last(open_end))
    if isinstance(record, Actual) and last < record.reported.first():
        # What was counted until a day was known the day after it, at the earliest.
        last = min(last, date.max - _A_DAY) + _A_DAY
    days = [published[s] for s in record.sources if s in published]
    if not days or len(days) < len(record.sources) or (record.PLAN and record.is_dated):
        return last
    return max(first, min(last, max(days)))


def known_from(record: KnownSince) -> date:
    """Return the day from which a record was certainly known; the first of all if it is absent."""
    known = record.known_since
    return max(known.first(), known.last(date.min)) if known else date.min


def publication_days(report: Report) -> dict[str, date]:
    """Return the last possible day of publication of every source that has one."""
    return {
        source.id: source.published.last(date.max)
        for source in report.sources
        if not isinstance(source.published, Missing)
    }
