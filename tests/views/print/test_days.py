"""No document names a day that no record names: a date is as exact as it was found."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest
from larkhaven import larkhaven
from press import DIGEST, living

from generator.derive.snapshot.snapshot import snapshot
from generator.model.dates import PartialDate
from generator.model.fiscal_years import fiscal_start
from generator.model.report import Report
from generator.model.values import Record
from generator.views.charts.matrix import MatrixRow
from generator.views.charts.time_axis import TimeAxis
from generator.views.print.brief import brief_document
from generator.views.print.document import Document, DocumentFrame
from generator.views.print.report import report_document
from tests.spoken import spoken

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_DAY = re.compile(rf"({'|'.join(MONTHS)}) (\d{{1,2}}), \d{{4}}")


UNPRINTED = {Document: "day", MatrixRow: "found"}
"""Days that are no words of a document: a file's own, and what rows of a matrix are sorted by."""


def values_of(value: object, kinds: type | tuple[type, ...]) -> Iterator[object]:
    """Yield every value of a kind at or below a value; axes and a file's own day are not read."""
    if isinstance(value, kinds):
        yield value
    elif isinstance(value, TimeAxis):
        return
    elif isinstance(value, Record):
        yield from values_of(tuple(value.__dict__.values()), kinds)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from values_of(part, kinds)
    elif is_dataclass(value) and not isinstance(value, type):
        parts = {f.name: getattr(value, f.name) for f in fields(value)}
        for unprinted in [name for kind, name in UNPRINTED.items() if isinstance(value, kind)]:
            del parts[unprinted]
        yield from values_of(tuple(parts.values()), kinds)


def days_of(report: Report) -> Iterator[date]:
    """Yield every full day of the content, and the one before, on which a former state ended."""
    for value in values_of(report, (date, PartialDate)):
        points = (value.start, value.end) if isinstance(value, PartialDate) else ()
        days = [p.first() for p in points if p and p.first() == p.last()]
        for day in days if isinstance(value, PartialDate) else [value]:
            assert isinstance(day, date)
            yield from (day, day - timedelta(days=1))


def made_up(frame: DocumentFrame, whole: Report) -> set[str]:
    """Return the days that documents name, and that no date and no text of the content has.

    Fiscal years begin, and updates answer for whole cycles from, the same day of other years.
    """
    made = (brief_document(frame, None, 5), report_document(frame))
    said = " ".join(str(text) for text in values_of(spoken(made), str))
    known = {(day.month, day.day) for day in days_of(whole)}
    start = fiscal_start(whole.about, frame.snapshot.day)
    known |= {(day.month, day.day) for day in (start, start - timedelta(days=1))}
    typed = " ".join(str(text) for text in values_of(whole, str))
    return {
        found[0]
        for found in _DAY.finditer(said)
        if (MONTHS[found[1]], int(found[2])) not in known and found[0] not in typed
    }


@pytest.mark.parametrize(
    "when", ["2021-09", "2022~", "2023-11~", "2024-02-10", "2023-24", "2022/.."]
)
def test_documents_as_of_part_of_a_date_name_no_day(when: str) -> None:
    """A report of about 2022 is nowhere a report of December 31, 2022."""
    frame = DocumentFrame(snapshot(larkhaven(), PartialDate(when)), DIGEST, None, ())
    assert made_up(frame, larkhaven()) == set()


def test_documents_of_the_living_report_name_no_day_of_their_own() -> None:
    """All days of the real report were found."""
    frame = living("west-hollywood")
    assert made_up(frame, frame.snapshot.report) == set()
