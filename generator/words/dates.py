"""Partial dates as a language writes them: the parts by the CLDR, what joins them by messages."""

from babel import Locale

from generator.model.dates import PartialDate
from generator.words import formats
from generator.words.message import Text, msg


def partial_date(when: PartialDate, locale: Locale) -> Text:
    """Return a partial date, no more exact than it is; "about" where editors placed it."""
    start, _, end = when.text.replace("~", "").partition("/")
    if end in ("", start):
        said: Text = _point(start, locale)
    elif end == "..":
        said = msg("date-or-later", start=_point(start, locale))
    elif start == "..":
        said = msg("date-or-earlier", end=_point(end, locale))
    else:
        said = _between(start, end, locale)
    return msg("date-about", date=said) if when.approximate else said


def short_date(when: PartialDate, locale: Locale) -> Text:
    """Return a partial date for a narrow place: no days, months by their short names."""
    start, _, end = when.text.replace("~", "").partition("/")
    first, last = (_short_point(p, locale) if p and p != ".." else "" for p in (start, end))
    if end == "..":
        said: Text = msg("date-short-or-later", start=first)
    elif start == "..":
        said = msg("date-short-or-earlier", end=last)
    elif last and first != last:
        said = msg("date-short-interval", start=first, end=last)
    else:
        said = first
    return msg("date-short-about", date=said) if when.approximate else said


def _numbers(point: str) -> list[int]:
    return [int(part) for part in point.split("-")]


def _point(point: str, locale: Locale) -> str:
    numbers = _numbers(point)
    match len(numbers):
        case 1:
            return point
        case 2:
            return formats.month(numbers[0], numbers[1], locale)
    return formats.day(PartialDate(point).first(), locale)


def _short_point(point: str, locale: Locale) -> str:
    year, *rest = _numbers(point)
    return formats.short_month(year, rest[0], locale) if rest else point


def _between(start: str, end: str, locale: Locale) -> Text:
    """Return an interval that does not say twice what its two ends share."""
    first, last = _numbers(start), _numbers(end)
    alike = len(first) == len(last) and first[0] == last[0]
    year = end[:4]
    match len(first) if alike else 0:
        case 2:
            return msg(
                "date-months",
                first=formats.month_name(first[1], locale),
                last=formats.month_name(last[1], locale),
                year=year,
            )
        case 3 if first[1] == last[1]:
            month = formats.month_beside_day(first[1], locale)
            return msg(
                "date-days-of-month", month=month, first=str(first[2]), last=str(last[2]), year=year
            )
        case 3:
            return msg(
                "date-days-of-year",
                start=formats.day_of_year(first[1], first[2], locale),
                end=formats.day_of_year(last[1], last[2], locale),
                year=year,
            )
    return msg("date-interval", start=_point(start, locale), end=_point(end, locale))
