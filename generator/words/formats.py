"""Dates, numbers, sums and lists as a language writes them, by the CLDR's rules through Babel."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache, reduce
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    get_currency_precision,
    get_currency_symbol,
    parse_pattern,
)

_MINUS = "\N{MINUS SIGN}"
_APART = (("¤#", "¤\N{NO-BREAK SPACE}#"), ("0¤", "0\N{NO-BREAK SPACE}¤"))
_STYLES = {"and": "standard", "or": "or"}
_LEAP_YEAR = 2000


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """Return the CLDR's locale of a language tag; where it has none, that of its language alone.

    English of the United States stands in for a language that the CLDR does not know.
    """
    for name in (language, language.partition("-")[0], "en-US"):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError


def language_name(language: str, *, exactly: bool) -> str:
    """Return what a language calls itself, as a heading; `exactly` with its script and region."""
    locale = locale_of(language)
    name = (locale.display_name if exactly else locale.language_name) or language
    return name[:1].upper() + name[1:]


def month_names(language: str) -> tuple[str, ...]:
    """Return what a language calls the months."""
    return tuple(locale_of(language).months["format"]["wide"].values())


def number(value: Decimal | int, locale: Locale) -> str:
    """Return a number with the language's separators and all the decimals that it was given."""
    return _applied(locale.decimal_formats[None].pattern, str(value), locale)


@cache
def months_by_name(locale: Locale) -> Mapping[str, int]:
    """Return the number of each month by its names in a language, long and short.

    They are in small letters, and without the period of what is cut short.
    """
    return {
        name.casefold().rstrip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[context][width].items()
    }


def money(value: Decimal, currency: str, locale: Locale) -> str:
    """Return a sum in a currency with its own decimals, its sign before all else.

    Between letters that name the currency and the figure is a space, as the CLDR has it
    (currencySpacing), which Babel leaves out.
    """
    pattern = str(locale.currency_formats["standard"].pattern)
    if get_currency_symbol(currency, locale).isalpha():
        for tight, apart in _APART:
            pattern = pattern.replace(tight, apart)
    return _applied(pattern, _whole_or_minor(value, currency), locale, currency)


def _whole_or_minor(value: Decimal, currency: str) -> str:
    """Return a sum in digits: a part of a unit has at least as many as the currency has."""
    given = max(0, -int(value.as_tuple().exponent))
    return f"{value:.{max(given, get_currency_precision(currency))}f}" if given else str(value)


_MILLION = 1_000_000
_SCALES = (_MILLION**2, 1000 * _MILLION, _MILLION)
_PARTS = 1000
"""Into how many parts a word of scale is divided at most: three decimals."""
_ANY_DECIMALS = 9


def money_in_words(value: Decimal, currency: str, locale: Locale) -> str:
    """Return a sum in a currency with a word of scale, as "$1.25 million" or "1,25 Mio. €".

    One below a million, or with more decimals than are easily read, is as `money` has it. Where the
    currency is in front, the word is written out behind the figure; where it is behind, the CLDR
    has the two together.
    """
    size = abs(value)
    scale = next((scale for scale in _SCALES if size >= scale), 0)
    if not scale or size % (scale // _PARTS):
        return money(value, currency, locale)
    before, _, _ = locale.currency_formats["standard"].pattern.partition("#")
    if "¤" in before:
        symbol = get_currency_symbol(currency, locale)
        apart = before.endswith("¤") and symbol.isalpha()
        said = before.replace("¤", symbol) + "\N{NO-BREAK SPACE}" * apart + _compact(size, locale)
    else:
        said = format_compact_currency(size, currency, locale=locale, fraction_digits=_ANY_DECIMALS)
    return f"{_MINUS if value < 0 else ''}{said}"


def _compact(value: Decimal, locale: Locale) -> str:
    """Return a number with its word of scale, written out where the language has one."""
    length: Literal["long", "short"] = (
        "long" if "long" in locale.compact_decimal_formats else "short"
    )
    return format_compact_decimal(
        value, format_type=length, locale=locale, fraction_digits=_ANY_DECIMALS
    )


# What it is asked is text: as numbers 2 and 2.0 are equal, and one would be said for the other.
@lru_cache(maxsize=8192)
def _applied(pattern: str, value: str, locale: Locale, currency: str = "") -> str:
    """Return a figure by a pattern of the CLDR, with exactly the decimals that it has."""
    exact = Decimal(value)
    decimals = max(0, -int(exact.as_tuple().exponent))
    whole, _, rest = pattern.split(";", maxsplit=1)[0].partition(".")
    tail = rest.lstrip("0#")
    parsed = parse_pattern(f"{whole}{'.' + '0' * decimals if decimals else ''}{tail}")
    said: str = parsed.apply(abs(exact), locale, currency=currency or None, currency_digits=False)
    return f"{_MINUS if exact < 0 else ''}{said}"


@lru_cache(maxsize=8192)
def day(when: date, locale: Locale) -> str:
    """Return a day in full, as "August 30, 2016"."""
    return format_date(when, "long", locale=locale)


@lru_cache(maxsize=8192)
def month(year: int, number: int, locale: Locale) -> str:
    """Return a month of a year, as "August 2016"."""
    return format_skeleton("yMMMM", date(year, number, 1), locale=locale)


@lru_cache(maxsize=8192)
def short_month(year: int, number: int, locale: Locale) -> str:
    """Return a month of a year by its short name, as "Aug 2016"."""
    return format_skeleton("yMMM", date(year, number, 1), locale=locale)


@lru_cache(maxsize=1024)
def day_of_year(month: int, day: int, locale: Locale) -> str:
    """Return a day of every year, as "July 1"."""
    return format_skeleton("MMMMd", date(_LEAP_YEAR, month, day), locale=locale)


def month_name(number: int, locale: Locale) -> str:
    """Return a month's name as it is on its own."""
    return str(locale.months["stand-alone"]["wide"][number])


def month_beside_day(number: int, locale: Locale) -> str:
    """Return a month's name as it is beside a day, where some languages decline it."""
    return str(locale.months["format"]["wide"][number])


def joined(items: list[str], style: str, locale: Locale) -> str:
    """Return texts as a list of the language; a plain one has the same mark between all."""
    if style == "plain":
        # Babel knows a part only of the patterns that many languages, as Spanish, have for it.
        between = locale.list_patterns["standard"]["middle"].format
        return reduce(between, items) if items else ""
    return format_list(items, style=_STYLES[style], locale=locale)  # type: ignore[arg-type]
