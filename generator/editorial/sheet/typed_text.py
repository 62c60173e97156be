"""Dates, amounts, and gaps as people type them into cells, read where they can mean one thing only.

What is no date and no amount comes back as it is, for the model to refuse with its own words.
"""

import re
import unicodedata

from generator.editorial.importing.dates_read import DateForm, ValueFault, read_date
from generator.editorial.importing.numbers_read import AS_WRITTEN, NumberForm, read_number
from generator.model.dates import PATTERN
from generator.model.typed_days import meant_days

NO_VALUE = frozenset(
    {
        *("tbd", "tba", "tbc", "to be determined", "to be decided", "to be confirmed"),
        *("n/a", "na", "n.a.", "not applicable", "none", "nil", "unknown", "not known", "?"),
        *("-", "--", "\N{EN DASH}", "\N{EM DASH}"),
    }
)
"""What people type where they have no value."""

_AMOUNTS = NumberForm(",", ".", AS_WRITTEN)
_CODE = re.compile(r"(?<![^\W\d_])(?:[A-Z]{1,2}\$|[A-Z]{3})(?![^\W\d_])")


class AmbiguousDateError(Exception):
    """A date can be read in two ways."""

    def __init__(self, *readings: str) -> None:
        super().__init__(" or ".join(readings))
        self.readings = readings


def says_nothing(text: str) -> bool:
    """Return whether a text says that there is no value."""
    return text.casefold() in NO_VALUE


def date_in(text: str) -> str:
    """Return a date in the notation of content; what cannot be read as one as it is.

    Raises AmbiguousDateError where the day could be the month.
    """
    if re.fullmatch(PATTERN, text, re.ASCII):
        return text
    readings = meant_days(text)
    if len(readings) > 1:
        raise AmbiguousDateError(*sorted(readings))
    if readings:
        return readings[0]
    try:
        return read_date(text, DateForm())[0]
    except ValueFault:
        return text


def amount_in(text: str) -> tuple[str, str]:
    """Return an amount in digits, and the sign or code of a currency beside it, if it has one.

    `$1.2m`, `1,200,000` and `1.2 million` are the same; what cannot be read comes back as it is.
    """
    code = _CODE.search(text)
    sign = code[0] if code else next((c for c in text if unicodedata.category(c) == "Sc"), "")
    if "%" in text or re.fullmatch(r"-?\d+(?:\.\d+)?", text, re.ASCII):
        return text, ""
    try:
        return read_number(text, _AMOUNTS), sign
    except ValueFault:
        return text, ""
