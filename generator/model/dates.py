"""Partial dates: as exact as the source, never more.

The notation is EDTF level 0 (Library of Congress, ISO 8601-2) with the parts of levels 1 and 2 that
the sources need: `~` for a date placed by editors, `2016-21` for spring, `2016-33` for a first
quarter, `..` for an open end, and brackets for one moment of which only bounds are known. What is
dated `2016/2017` lasted from one to the other; what is dated `[2016..2017]` was once, at some time
between them. A quarter may be typed as `2016-Q1`, which is the same date.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.model.typed_days import year_first
from generator.model.values import refusal

_POINT = r"\d{4}(?:-\d{2}(?:-\d{2})?)?~?"
_SPAN = rf"{_POINT}/(?:{_POINT}|\.\.)|\.\./{_POINT}"
_MOMENT = rf"\[{_POINT}(?:\.\.|,){_POINT}\]|\[{_POINT}\.\.\]|\[\.\.{_POINT}\]"
NOTATION = rf"(?:{_POINT}|{_SPAN}|{_MOMENT})"
_MONTHS = 12
_MONTHS_OF_THREE = 3
QUARTERS = (33, 34, 35, 36)
"""What EDTF writes in place of a month for the first quarter of a year to the last."""

_FISCAL_QUARTER = r"(?:fy|FY)\d{4}(?:-\d{2})?-[qQ][1-4]"
_TYPED = NOTATION.replace(_POINT, r"\d{4}(?:-Q[1-4]|-\d{2}(?:-\d{2})?)?~?")
PATTERN = rf"(?:{_TYPED}|{_FISCAL_QUARTER})"
"""What may be typed: the notation, and quarters as people write them.

A fiscal quarter, as `fy2025-26-q1`, gets its days when a report is loaded, which alone says when
its fiscal year begins; no record of a loaded report has one.
"""

_EXPECTED = (
    'a date as exact as the source: "2016", "2016-08", "2016-08-30", or from/to "2016-03/2016-05"'
)


class Season(Enum):
    """A season; EDTF writes its number in place of a month."""

    general: int
    southern: int
    """Its numbers: where nothing is said of a hemisphere, and south of the equator."""
    begins: int
    """The month in which it begins in general, half a year before it does in the south."""

    def __init__(self, general: int, southern: int, begins: int) -> None:
        self.general, self.southern, self.begins = general, southern, begins

    SPRING = 21, 29, 3
    SUMMER = 22, 30, 6
    AUTUMN = 23, 31, 9
    WINTER = 24, 32, 12


_SEASONS = {season.general: (season, season.begins) for season in Season} | {
    season.southern: (season, (season.begins + 5) % _MONTHS + 1) for season in Season
}
"""Each number of a season, with the season and the month in which it begins.

A season that begins in December ends in the year after.
"""


_QUARTER_BEGINS = {number: 1 + place * _MONTHS_OF_THREE for place, number in enumerate(QUARTERS)}
"""Each number of a quarter, with the month in which it begins."""

_THREE_MONTHS_FROM = {n: month for n, (_, month) in _SEASONS.items()} | _QUARTER_BEGINS
"""Each number that EDTF writes in place of a month, with the month in which its three begin."""


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month, season, quarter or day: one end of a date, or all of it."""

    text: str

    @property
    def approximate(self) -> bool:
        """Return whether editors placed it."""
        return self.text.endswith("~")

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return its year, and its month and day as far as it has them."""
        return tuple(_numbers(self.text))

    @property
    def season(self) -> Season | None:
        """Return its season, if it is one."""
        found = _SEASONS.get(_month_number(self.text))
        return found[0] if found else None

    @property
    def quarter(self) -> int | None:
        """Return which quarter of its year it is, from 1, if it is one."""
        number = _month_number(self.text)
        return QUARTERS.index(number) + 1 if number in QUARTERS else None

    def first(self) -> date:
        """Return the first day that it may mean."""
        return _first_day(self.text)

    def last(self) -> date:
        """Return the last day that it may mean."""
        return _last_day(self.text)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month, season or year, what lasted from one to another, or one moment in between.

    It may be placed by editors (`~`) or open at one end (`..`).

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
        return cls(_date_text(_in_notation(value if isinstance(value, str) else str(value))))

    @property
    def approximate(self) -> bool:
        """Whether editors placed the date; the source it rests on says why."""
        return "~" in self.text

    @property
    def is_open(self) -> bool:
        """Whether the date has no known end."""
        return self.text.endswith(("..", "..]"))

    @property
    def is_moment(self) -> bool:
        """Whether it was one moment, of which only bounds are known; all else may have lasted."""
        return self.text.startswith("[")

    @property
    def is_either(self) -> bool:
        """Whether it was one of two, and nothing in between."""
        return "," in self.text

    @property
    def is_fiscal(self) -> bool:
        """Whether it is a fiscal quarter by its name, whose days only a report can tell."""
        return self.text.startswith("fy")

    @property
    def start(self) -> Point | None:
        """Return where it begins; None where nothing says so."""
        found = re.findall(_POINT, self.text)
        return None if self.text.startswith(("..", "[..")) else Point(found[0])

    @property
    def end(self) -> Point | None:
        """Return where it ends, which is where it begins if it has one part; None if unknown."""
        return None if self.is_open else Point(re.findall(_POINT, self.text)[-1])

    def first(self) -> date:
        """Return the first day that the date may mean (`date.min` where the start is open)."""
        return _outer_days(self.text)[0] or date.min

    def last(self, open_end: date) -> date:
        """Return the last day that the date may mean; `open_end` where the end is open."""
        return _outer_days(self.text)[1] or open_end

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


_QUARTER = re.compile(r"(?<![A-Za-z\d])(\d{4})-Q([1-4])(?!-?\d)", re.ASCII)


def _in_notation(typed: str) -> str:
    """Return a text with its quarters as EDTF writes them."""
    return _QUARTER.sub(lambda found: f"{found[1]}-{QUARTERS[int(found[2]) - 1]}", typed)


# A report of thousands of dates has few hundred different ones.
@lru_cache(maxsize=8192)
def _date_text(text: str) -> str:
    """Return a text that is a partial date; raise a worded refusal for any other."""
    if re.fullmatch(_FISCAL_QUARTER, text, re.ASCII):
        return text.lower()
    if not re.fullmatch(NOTATION, text, re.ASCII):
        raise refusal("not_a_date", _EXPECTED, _suggested_fix(text))
    for point in re.findall(_POINT, text):
        _check_calendar(point)
    result = PartialDate(text)
    if result.first() > result.last(date.max):
        raise refusal(
            "backward_interval", "an interval that begins before it ends", "Swap the two."
        )
    return text


# The same few hundred dates are asked for their days a hundred thousand times.
@lru_cache(maxsize=8192)
def _outer_days(text: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that a date may mean; None at an open end."""
    when = PartialDate(text)
    start, end = when.start, when.end
    return start.first() if start else None, end.last() if end else None


def _check_calendar(point: str) -> None:
    try:
        _first_day(point), _last_day(point)
    except ValueError:
        fix = f'"{point}" is not in the calendar: correct the month or the day.'
        raise refusal("no_such_day", _EXPECTED, fix) from None


def _numbers(point: str) -> list[int]:
    return [int(part) for part in point.rstrip("~").split("-")]


def _month_number(point: str) -> int:
    """Return the number of a month, a season or a quarter; 0 of a year and of a day."""
    numbers = _numbers(point)
    return numbers[1] if len(numbers) == len(("year", "month")) else 0


def _first_day(point: str) -> date:
    numbers = _numbers(point)
    if begins := _THREE_MONTHS_FROM.get(_month_number(point)):
        numbers[1] = begins
    return date(*(*numbers, 1, 1)[:3])


def _last_day(point: str) -> date:
    match _numbers(point):
        case [year]:
            return date(year, 12, 31)
        case [year, three_months] if three_months in _THREE_MONTHS_FROM:
            months_on = _THREE_MONTHS_FROM[three_months] + _MONTHS_OF_THREE - 2
            return _end_of_month(year + months_on // _MONTHS, months_on % _MONTHS + 1)
        case [year, month]:
            return _end_of_month(year, month)
        case numbers:
            return date(*numbers)


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_OTHER_QUARTER = re.compile(r"(?i)(?:Q([1-4])[ ,/-]*(\d{4})|(\d{4})[ ,/]*Q([1-4]))", re.ASCII)
_OTHER_MONTH = re.compile(r"(0?[1-9]|1[0-2])/(\d{4})", re.ASCII)


def written_otherwise(text: str) -> str | None:
    """Return the quarter or month that a text means, as "Q4 2013" and "06/2013" do, as "2013-Q4".

    None where it means neither, or is in the notation already. A sheet takes it for the date; in a
    file, where nothing converts what is typed, it is the fix that the message offers.
    """
    if found := _OTHER_QUARTER.fullmatch(text):
        return f"{found[2] or found[3]}-Q{found[1] or found[4]}"
    if found := _OTHER_MONTH.fullmatch(text):
        return f"{found[2]}-{int(found[1]):02}"
    return None


def _suggested_fix(text: str) -> str:
    years = re.fullmatch(r"(\d{4})\s*-\s*(\d{4})", text)
    if years:
        return f'Write the interval with a slash: "{years[1]}/{years[2]}".'
    if re.match(r"(?i)fy", text):
        return (
            "Fiscal years are ids, not dates: use the field for the cycle, or the actual days. "
            'A quarter is written as "fy2016-17-q1".'
        )
    season = re.fullmatch(r"(?i)(winter|spring|summer|autumn|fall)\s+(?:of\s+)?(\d{4})", text)
    if season:
        named = Season[season[1].upper().replace("FALL", "AUTUMN")]
        written = f"{season[2]}-{named.general}"
        return f'Write the number of the season in place of the month: "{written}".'
    bound = re.fullmatch(r"(?i)(after|before|by|since)\s+(\d{4}(?:-\d{2}){0,2})", text)
    if bound:
        opened = bound[1].lower() in {"after", "since"}
        moment = f"[{bound[2]}..]" if opened else f"[..{bound[2]}]"
        return f'Write a moment of which only one bound is known as "{moment}", bound included.'
    if step := year_first(text):
        return step
    meant = written_otherwise(text)
    return (
        f'Write it with the year first: "{meant}".'
        if meant
        else "Use digits and hyphens, year first; add ~ if editors placed it."
    )
