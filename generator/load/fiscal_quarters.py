"""Fiscal quarters that were typed by their names: their days, by the report's own fiscal year."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar, cast

from generator.core.issues import Issue, Location
from generator.core.naming import quoted
from generator.load.source_document import Path
from generator.model.dates import PartialDate
from generator.model.fiscal_years import quarter_dates, year_id
from generator.model.report import About
from generator.model.values import Record

R = TypeVar("R", bound=Record)

_EXAMPLE_YEAR = 2025
_IN_FILE = re.compile(rb"fy\d{4}(?:-\d\d)?-q[1-4]", re.IGNORECASE)


def named_in(raw: bytes) -> bool:
    """Return whether a file may have a fiscal quarter: few do, and the others need no walk."""
    return _IN_FILE.search(raw) is not None


def with_days(
    record: R, about: About | None, places: Mapping[Path, Location]
) -> tuple[R, list[Issue]]:
    """Return a record with its fiscal quarters by their days, and a fault for each of other years.

    Without a report.yml that can be read, they stay as they are, since that is the fault.
    """
    if about is None:
        return record, []
    example = f"{year_id(about, _EXAMPLE_YEAR)}-q1"
    dated = cast("R", _dated(record, about))
    issues = [
        Issue(
            "S015",
            _place(places, at),
            f"the fiscal quarter {quoted(found)}",
            f"a quarter of a fiscal year as this report calls it, such as {quoted(example)}",
            "Correct the year, or write the months as from/to.",
        )
        for at, found in _named(dated)
    ]
    return dated, issues


def _place(places: Mapping[Path, Location], at: Path) -> Location:
    while at and at not in places:
        at = at[:-1]
    return places[at]


def _dated(value: object, about: About) -> object:
    match value:
        case PartialDate() if value.is_fiscal:
            return quarter_dates(about, value) or value
        case tuple():
            parts = tuple(_dated(part, about) for part in value)
            return parts if any(a is not b for a, b in zip(parts, value, strict=True)) else value
        case Record():
            made = {name: _dated(part, about) for name, part in value.__dict__.items()}
            changed = {
                name: part for name, part in made.items() if part is not getattr(value, name)
            }
            return value.model_copy(update=changed) if changed else value
    return value


def _named(value: object, at: Path = ()) -> Iterator[tuple[Path, PartialDate]]:
    """Yield the fiscal quarters that are still there by their names, and where each is."""
    match value:
        case PartialDate() if value.is_fiscal:
            yield at, value
        case tuple():
            for place, part in enumerate(value):
                yield from _named(part, (*at, place))
        case Record():
            for name, part in value.__dict__.items():
                yield from _named(part, (*at, name))
