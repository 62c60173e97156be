"""Dates, numbers and lists in words, the same on every page and in every document."""

import calendar
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from generator.model.dates import PartialDate
from generator.model.keys import Qualifier
from generator.model.records import Amount

_MONTHS = tuple(calendar.month_name)
_MINUS = "\N{MINUS SIGN}"
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
_QUALIFIERS = {
    Qualifier.ABOUT: "about",
    Qualifier.ALMOST: "almost",
    Qualifier.MORE_THAN: "more than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
}


def day_words(day: date) -> str:
    """Return a day as "30 August 2016"."""
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


# The same few hundred dates are in tens of thousands of places.
@lru_cache(maxsize=8192)
def date_words(when: PartialDate) -> str:
    """Return a partial date in words, no more exact than it is; "about" where editors placed it."""
    words = _interval(when.text.replace("~", ""))
    return f"about {words}" if when.approximate else words


def _interval(text: str) -> str:
    start, _, end = text.partition("/")
    if not end:
        return _point(start)
    if end == "..":
        return f"{_point(start)} or later"
    if start == "..":
        return f"{_point(end)} or earlier"
    if start == end:
        return _point(start)
    return f"{_shortened(start, end)} to {_point(end)}"


def _point(text: str) -> str:
    year, *rest = text.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0])]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _shortened(start: str, end: str) -> str:
    """Return the start without what it shares with the end: "15" of "15 to 16 November 2017"."""
    first, last = start.split("-"), end.split("-")
    if len(first) != len(last) or first[0] != last[0] or len(first) == 1:
        return _point(start)
    month = _MONTHS[int(first[1])]
    if len(first) == len(("year", "month")):
        return month
    return str(int(first[2])) if first[1] == last[1] else f"{int(first[2])} {month}"


def number_words(value: Decimal | int) -> str:
    """Return a number with thousands separators and all its decimals."""
    return f"{value:,}".replace("-", _MINUS)


def money_words(value: Decimal, currency: str) -> str:
    """Return a sum in words, its sign before the currency, which goes before the number."""
    symbol = _SYMBOLS.get(currency, f"{currency} " if currency else "")
    return f"{_MINUS if value < 0 else ''}{symbol}{number_words(abs(value))}"


def amount_words(amount: Amount, unit: str = "", currency: str = "") -> str:
    """Return a figure as its source gives it: qualifier, value or range, unit or currency."""
    if amount.value is not None:
        words = money_words(amount.value, currency)
    elif amount.low is not None and amount.high is not None:
        words = f"{money_words(amount.low, currency)} to {money_words(amount.high, currency)}"
    else:
        words = amount.stated or ""
    if amount.qualifier:
        words = f"{_QUALIFIERS[amount.qualifier]} {words}"
    return f"{words} {unit}".strip()


def word_list(words: Sequence[str]) -> str:
    """Return words as "a, b and c"."""
    if len(words) < len(("one", "two")):
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 idea", "95 ideas"."""
    return f"{number_words(number)} {one if number == 1 else many or one + 's'}"


def sentence(words: str) -> str:
    """Return the words with a capital first letter."""
    return words[:1].upper() + words[1:]
