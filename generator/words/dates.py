"""Partial dates as a language writes them: the parts by the CLDR, what joins them by messages.

Each says what the record knows and no more: what lasted from one date to another reads otherwise
than one moment of which only bounds are known.
"""

from datetime import date, timedelta

from babel import Locale

from generator.model.dates import PartialDate, Point
from generator.words import formats
from generator.words.message import Text, msg

_MONTHS = 12


def partial_date(when: PartialDate, locale: Locale) -> Text:
    """Return a partial date, no more exact than it is; "about" where editors placed it."""
    start, end = when.start, when.end
    if when.is_moment:
        return _moment(when, locale)
    if start and end:
        return _span(start, end, locale)
    if start:
        return msg("date-or-later", start=_about(start, _point(start, locale)))
    assert end  # noqa: S101  # no date is open at both ends
    return msg("date-or-earlier", end=_about(end, _point(end, locale)))


def short_date(when: PartialDate, locale: Locale) -> Text:
    """Return a partial date for a narrow place: no days, months by their short names."""
    first, last = (_short_point(p, locale) if p else "" for p in (when.start, when.end))
    kind = "moment" if when.is_moment else "interval"
    if not last:
        said: Text = msg(f"date-short-{kind}-or-later", start=first)
    elif not first:
        said = msg(f"date-short-{kind}-or-earlier", end=last)
    elif first == last:
        said = first
    elif when.is_either:
        said = msg("date-either", first=first, second=last)
    else:
        said = msg(f"date-short-{kind}", start=first, end=last)
    return msg("date-about-short", date=said) if when.approximate else said


def _moment(when: PartialDate, locale: Locale) -> Text:
    """Return a moment of which only bounds are known."""
    start, end = when.start, when.end
    if start and end:
        if when.is_either and not when.approximate and _months_of_a_year(start, end):
            names = _month_names(start, end, locale)
            return msg("date-either-month", first=names[0], second=names[1], year=_digits(end))
        first, second = (_about(point, _brief(point, locale)) for point in (start, end))
        if when.is_either:
            return msg("date-either", first=first, second=second)
        return msg("date-sometime-between", start=first, end=second)
    if start:
        is_several = start.season or start.quarter
        before = None if start.approximate or is_several else _before(start)
        if before:
            return msg("date-sometime-after", date=_point(before, locale))
        return msg("date-sometime-from", start=_about(start, _brief(start, locale)))
    assert end  # noqa: S101  # no date is open at both ends
    return msg("date-no-later", end=_about(end, _brief(end, locale)))


def _before(point: Point) -> Point | None:
    """Return the year, month or day before one; None before the first of the calendar."""
    if point.first() == date.min:
        return None
    day = (point.first() - timedelta(days=1)).isoformat()
    return Point(day[: len(point.text)])


def _span(start: Point, end: Point, locale: Locale) -> Text:
    """Return what lasted from one date to another, or one date alone."""
    if start.approximate is end.approximate:
        alike = start.numbers == end.numbers
        said = _point(start, locale) if alike else _with_year_once(start, end, locale)
        if said:
            return _about(start, said)
    first, last = (_about(point, _brief(point, locale)) for point in (start, end))
    return msg("date-interval", start=first, end=last)


def _about(point: Point, said: Text) -> Text:
    return msg("date-about", date=said) if point.approximate else said


def _point(point: Point, locale: Locale) -> Text:
    """Return a year, month, season, quarter or day; a season with its months.

    On those not all agree.
    """
    if point.season is None:
        return _brief(point, locale)
    first, last = point.first(), point.last()
    if first.year == last.year:
        names = [formats.month_name(day.month, locale) for day in (first, last)]
    else:
        names = [formats.month(day.year, day.month, locale) for day in (first, last)]
    season = _brief(point, locale)
    return msg("date-in-season", season=season, first=names[0], last=names[1])


def _brief(point: Point, locale: Locale) -> Text:
    """Return a year, month, season, quarter or day; a season by its name alone."""
    year, *rest = point.numbers
    if point.quarter:
        return msg("date-quarter", quarter=point.quarter, year=_digits(point))
    if point.season:
        return msg(f"date-season-{point.season.name.lower()}", year=_digits(point))
    match rest:
        case []:
            return _digits(point)
        case [month]:
            return formats.month(year, month, locale)
    return formats.day(point.first(), locale)


def _short_point(point: Point, locale: Locale) -> Text:
    year, *rest = point.numbers
    if point.quarter:
        return msg("date-quarter-short", quarter=point.quarter, year=_digits(point))
    if rest and not point.season:
        return formats.short_month(year, rest[0], locale)
    return _brief(point, locale)


def _digits(point: Point) -> str:
    """Return the year as it is written, which is no quantity."""
    return point.text[:4]


def _months_of_a_year(first: Point, last: Point) -> bool:
    days = (first.numbers[2:], last.numbers[2:])
    months = [point.numbers[1:2] for point in (first, last)]
    named = all(month and month[0] <= _MONTHS for month in months)
    return named and days == ((), ()) and first.numbers[0] == last.numbers[0]


def _month_names(first: Point, last: Point, locale: Locale) -> tuple[str, str]:
    return (
        formats.month_name(first.numbers[1], locale),
        formats.month_name(last.numbers[1], locale),
    )


def _with_year_once(start: Point, end: Point, locale: Locale) -> Text | None:
    """Return an interval that does not say twice what its two ends share, if they share it."""
    first, last = start.numbers, end.numbers
    year = _digits(end)
    if _months_of_a_year(start, end):
        names = _month_names(start, end, locale)
        return msg("date-months", first=names[0], last=names[1], year=year)
    match len(first) if len(first) == len(last) and first[0] == last[0] else 0:
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
    return None
