"""Dates, amounts, and gaps as people type them into cells, read where they can mean one thing only.

What is no date and no amount comes back as it is, for the model to refuse with its own words.
"""

import calendar
import re
from datetime import date
from decimal import Decimal

from generator.model.dates import PATTERN

NO_VALUE = frozenset(
    {
        *("tbd", "tba", "tbc", "to be determined", "to be decided", "to be confirmed"),
        *("n/a", "na", "n.a.", "not applicable", "none", "nil", "unknown", "not known", "?"),
        *("-", "--", "\N{EN DASH}", "\N{EM DASH}"),
    }
)
"""What people type where they have no value."""

_MONTHS = {
    name.casefold(): number
    for names in (calendar.month_name, calendar.month_abbr, {9: "Sept"})
    for number, name in (names.items() if isinstance(names, dict) else enumerate(names))
    if name
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_BY_NAME = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -])?(?P<month>{_NAME})\.?[ -]"
    rf"(?:(?P<after>\d{{1,2}})(?:st|nd|rd|th)?,? )?(?P<year>\d{{4}})",
    re.IGNORECASE | re.ASCII,
)
_QUARTER = re.compile(r"Q([1-4])[ ,/-]*(\d{4})|(\d{4})[ ,/-]*Q([1-4])", re.IGNORECASE | re.ASCII)
_FIRST_QUARTER = 33
"""The number of the first quarter, which EDTF writes in place of a month."""
_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.](\d{4})|(\d{4})[/.](0?[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})", re.ASCII)

_AMOUNT = re.compile(
    r"(?P<minus>[-\N{MINUS SIGN}])?\s*"
    r"(?P<before>[^\W\d_]{3}|[^\w\s.,()%-]{1,3}|[^\W\d_]{1,2}\$)?\s*"
    r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*"
    r"(?P<scale>thousand|million|billion|k|mn?|bn?)?\.?\s*(?P<after>[^\W\d_]{3}|[^\w\s.,()%-])?",
    re.IGNORECASE,
)
_SCALES = {"t": 3, "k": 3, "m": 6, "b": 9}
"""Powers of ten, by the first letter of their words."""


class AmbiguousDateError(Exception):
    """A date can be read in two ways; `day` first, or `month` first."""

    def __init__(self, day: date, month: date) -> None:
        super().__init__(f"{day} or {month}")
        self.readings = day, month


def says_nothing(text: str) -> bool:
    """Return whether a text says that there is no value."""
    return text.casefold() in NO_VALUE


def date_in(text: str) -> str:
    """Return a date in the notation of content; what cannot be read as one as it is.

    Raises AmbiguousDateError where the day could be the month.
    """
    if re.fullmatch(PATTERN, text, re.ASCII):
        return text
    if found := _QUARTER.fullmatch(text):
        quarter = int(found[1] or found[4])
        return f"{found[2] or found[3]}-{_FIRST_QUARTER + quarter - 1}"
    if found := _MONTH.fullmatch(text):
        return f"{found[2] or found[3]}-{int(found[1] or found[4]):02}"
    if found := _BY_NAME.fullmatch(text):
        month = f"{found['year']}-{_MONTHS[found['month'].casefold()]:02}"
        day = found["day"] or found["after"]
        both = found["day"] and found["after"]
        return text if both else f"{month}-{int(day):02}" if day else month
    if found := _YEAR_FIRST.fullmatch(text):
        return f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}"
    found = _DAY.fullmatch(text)
    return _in_either_order(text, *map(int, found.group(1, 3, 4))) if found else text


def _in_either_order(text: str, one: int, two: int, year: int) -> str:
    day_first, month_first = _day(year, two, one), _day(year, one, two)
    if day_first and month_first and day_first != month_first:
        raise AmbiguousDateError(day_first, month_first)
    return str(day_first or month_first or text)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def amount_in(text: str) -> tuple[str, str]:
    """Return an amount in digits, and the sign or code of a currency beside it, if it has one.

    `$1.2m`, `1,200,000` and `1.2 million` are the same; what cannot be read comes back as it is.
    """
    found = _AMOUNT.fullmatch(text)
    if not found or (found["before"] and found["after"]):
        return text, ""
    power = _SCALES[found["scale"][0].lower()] if found["scale"] else 0
    number = Decimal(found["number"].replace(",", "")).scaleb(power)
    whole = number.to_integral_value()
    digits = f"{whole if number == whole else number.normalize():f}"
    sign = found["before"] or found["after"] or ""
    return f"{'-' * bool(found['minus'])}{digits}", sign.upper()
