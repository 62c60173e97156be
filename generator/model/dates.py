"""Partial dates: as exact as the source, never more.

The notation is EDTF level 0 (Library of Congress, ISO 8601-2) with the part of level 1 that the
sources need: `~` for a date placed by editors, `..` for an open end of an interval.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.model.values import refusal

_POINT = r"\d{4}(?:-\d{2}(?:-\d{2})?)?~?"
PATTERN = rf"(?:{_POINT}|{_POINT}/(?:{_POINT}|\.\.)|\.\./{_POINT})"
_EXPECTED = (
    'a date as exact as the source: "2016", "2016-08", "2016-08-30", or from/to "2016-03/2016-05"'
)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, year or interval, possibly placed by editors (`~`) or open at one end (`..`).

    Two partial dates are equal when they are written alike.
    """

    text: str

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, value: object) -> Self:
        """Return the partial date written in `value`; raise a worded refusal for anything else."""
        if isinstance(value, cls):
            return value
        return cls(_date_text(value if isinstance(value, str) else str(value)))

    @property
    def approximate(self) -> bool:
        """Whether editors placed the date; the source it rests on says why."""
        return "~" in self.text

    @property
    def is_open(self) -> bool:
        """Whether the date has no known end."""
        return self.text.endswith("..")

    def first(self) -> date:
        """Return the first day that the date may mean (`date.min` where the start is open)."""
        start = self.text.split("/")[0]
        return date.min if start == ".." else _first_day(start)

    def last(self, open_end: date) -> date:
        """Return the last day that the date may mean; `open_end` where the end is open."""
        end = self.text.split("/")[-1]
        return open_end if end == ".." else _last_day(end)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Validate from text and write back as text."""
        return core_schema.no_info_plain_validator_function(
            cls.parse, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Return text with the notation's pattern."""
        return {"type": "string", "pattern": rf"^{PATTERN}$", "description": _EXPECTED}


# A report of thousands of dates has few hundred different ones.
@lru_cache(maxsize=8192)
def _date_text(text: str) -> str:
    """Return a text that is a partial date; raise a worded refusal for any other."""
    if not re.fullmatch(PATTERN, text, re.ASCII):
        raise refusal("not_a_date", _EXPECTED, _suggested_fix(text))
    for point in re.findall(_POINT, text):
        _first_day(point)
    result = PartialDate(text)
    if "/" in text and ".." not in text and result.first() > result.last(date.max):
        raise refusal(
            "backward_interval", "an interval that begins before it ends", "Swap the two."
        )
    return text


def _numbers(point: str) -> list[int]:
    return [int(part) for part in point.rstrip("~").split("-")]


# The same few hundred dates are asked for their days a hundred thousand times.
@lru_cache(maxsize=8192)
def _first_day(point: str) -> date:
    year, month, day = (*_numbers(point), 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError:
        fix = f'"{point}" is not in the calendar: correct the month or the day.'
        raise refusal("no_such_day", _EXPECTED, fix) from None


@lru_cache(maxsize=8192)
def _last_day(point: str) -> date:
    match _numbers(point):
        case [year]:
            return date(year, 12, 31)
        case [year, month]:
            return date(year, month, calendar.monthrange(year, month)[1])
        case numbers:
            return date(*numbers)


def _suggested_fix(text: str) -> str:
    years = re.fullmatch(r"(\d{4})\s*-\s*(\d{4})", text)
    if years:
        return f'Write the interval with a slash: "{years[1]}/{years[2]}".'
    if re.match(r"(?i)fy", text):
        return "Fiscal years are ids, not dates: use the field for the cycle, or the actual days."
    season = re.fullmatch(r"(?i)(winter|spring|summer|autumn|fall)\s+(\d{4})", text)
    if season:
        return f'Seasons are not dates: write the months, as "{season[2]}-03/{season[2]}-05".'
    american = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if american:
        year, month, day = american[3], int(american[1]), int(american[2])
        return f'Write the year first: "{year}-{month:02}-{day:02}", if the month came first.'
    return "Use digits and hyphens, year first; add ~ if editors placed it."
