"""Days, months, quarters, and years as people write them, to partial dates; nothing is guessed.

Month names are those of a language and of English, as the CLDR has them.
"""

import calendar
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale

from generator.editorial.importing.source_rows import ExactText
from generator.words.formats import months_by_name

ORDERS = {
    "day/month/year": "dmy",
    "month/day/year": "mdy",
    "year/month/day": "ymd",
    "day/month/yy": "dmY",
    "month/day/yy": "mdY",
    "yy/month/day": "Ymd",
    "serial days": "serial",
}
"""How numbers of a date may be ordered; `yy` are two digits of a year from 2000 on."""

CALENDARS = {"gregorian": 0, "buddhist": 543}
"""How many years a calendar is ahead."""

_TIME = re.compile(
    r"[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?"
    r"\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$"
)
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_YEARS = re.compile(r"(\d{4})\s*[-\u2013\u2014/]\s*(\d{4})")
_QUARTER = re.compile(
    r"(?:(?P<a>\d{4})[\s/-]*)?[QqTt]\s*(?P<q>[1-4])(?:[\s,/-]*(?P<b>\d{4}))?"
    r"|(?P<q2>[1-4])[QqTt]\s*(?P<c>\d{4})"
)
_NUMBERS = re.compile(r"(\d{1,4})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{1,4}))?\.?")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")
_LETTERS = re.compile(r"[^\W\d_]+")
_BESIDE = frozenset(
    # Split, because a list of them is one line a word.
    "d de del of the st nd rd th er º a o día dia el le den der am".split()  # noqa: SIM905
)
"""Words that may stand between the parts of a date and say nothing."""
_SERIAL_FROM = date(1899, 12, 30)
_LAST_SERIAL = 100_000
_LAST_YEAR = 2200
_CENTURY = 100
_MONTHS = 12
_IS_YEAR = 4
"""Digits of a whole year."""


class ValueFault(Exception):  # noqa: N818 - a fault of content, not of the program
    """A cell does not say what its column is declared to hold."""

    def __init__(self, expected: str, next_step: str) -> None:
        super().__init__(expected)
        self.expected = expected
        self.next_step = next_step


@dataclass(frozen=True, slots=True)
class DateForm:
    """How the dates of a column are written."""

    order: str = ""
    """One of `ORDERS`; nothing where none is declared."""
    language: str = "en"
    calendar: str = "gregorian"


def read_date(text: str, form: DateForm) -> tuple[str, bool]:
    """Return a date as the model writes it, and whether a time of day was left out.

    Raises ValueFault for what is no date, or could be two.
    """
    plain = _western_digits(text.strip())
    bare = _TIME.sub("", plain)
    return _date(bare, form, exact=isinstance(text, ExactText)), bare != plain


def _western_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _date(text: str, form: DateForm, *, exact: bool) -> str:
    if form.order == "serial days" and re.fullmatch(r"\d{1,6}(?:\.\d+)?", text):
        return _serial(text)
    if exact and re.fullmatch(r"\d+(\.\d+)?", text) and len(text) != _IS_YEAR:
        raise ValueFault(
            "a date, and not only a number",
            "If these are days as a spreadsheet counts them, declare dates: serial days.",
        )
    return _without_order(text, form) or _with_numbers(text, form) or _named(text, form)


def _without_order(text: str, form: DateForm) -> str:
    """Return a date that can be read in one way alone; nothing where it is none."""
    if re.fullmatch(r"\d{4}", text):
        return _year(text, form)
    if found := _ISO.fullmatch(text):
        return _checked([_year(found[1], form), found[2], found[3]])
    if found := _YEARS.fullmatch(text):
        return f"{_year(found[1], form)}/{_year(found[2], form)}"
    if (found := _QUARTER.fullmatch(text)) and (year := found["a"] or found["b"] or found["c"]):
        return f"{_year(year, form)}-Q{found['q'] or found['q2']}"
    return ""


def _with_numbers(text: str, form: DateForm) -> str:
    if found := _MONTH_YEAR.fullmatch(text):
        return _checked([_year(found[2], form), found[1]])
    if found := _NUMBERS.fullmatch(text):
        return _ordered([found[1], found[2], found[3]], form)
    return ""


def _serial(text: str) -> str:
    days = int(text.partition(".")[0])
    if not 0 < days < _LAST_SERIAL:
        raise ValueFault("a day as a spreadsheet counts it, from 1 to 99999", "Correct the number.")
    return (_SERIAL_FROM + timedelta(days=days)).isoformat()


def _year(text: str, form: DateForm) -> str:
    year = int(text) - CALENDARS[form.calendar]
    if not 0 < year <= _LAST_YEAR:
        raise ValueFault(
            f"a year up to {_LAST_YEAR}",
            "If years are counted from another beginning, declare it: calendar: buddhist.",
        )
    return f"{year:04}"


def _ordered(parts: list[str | None], form: DateForm) -> str:
    """Return a date of numbers, in the order that is declared."""
    first, second, third = parts
    if third is None:
        raise ValueFault("a whole date", "Write the year as four digits.")
    if len(first or "") == _IS_YEAR:
        return _checked([_year(first or "", form), second, third])
    order = ORDERS.get(form.order, "")
    if not order or order == "serial":
        raise ValueFault(
            "a date whose parts have a declared order",
            "Add dates: day/month/year or dates: month/day/year to the mapping.",
        )
    by = dict(zip(order, parts, strict=True))
    return _checked([_whole_year(by.get("y") or by.get("Y"), form), by["m"], by["d"]])


def _whole_year(text: str | None, form: DateForm) -> str:
    is_short = text is not None and len(text) == len("yy")
    if text is None or not (len(text) == _IS_YEAR or is_short):
        raise ValueFault("a date with its year", "Correct it in the export.")
    if is_short and not form.order.replace("year", "").count("yy"):
        raise ValueFault(
            "a year of four digits",
            "If two digits stand for a year from 2000 on, declare it: dates: day/month/yy.",
        )
    return f"20{text}" if is_short else _year(text, form)


def _checked(parts: list[str | None]) -> str:
    """Return year, month, and day as a date; raises ValueFault for none of the calendar."""
    numbers = [int(part) for part in parts if part is not None]
    year, month, day = (*numbers, 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        raise ValueFault(
            "a date of the calendar",
            "Check the order that the mapping declares in dates, and the date itself.",
        ) from None
    return "-".join([f"{year:04}", *(f"{number:02}" for number in numbers[1:])])


def _named(text: str, form: DateForm) -> str:
    """Return a date whose month has a name."""
    folded = text.casefold()
    pattern, months = _months(form.language)
    found = pattern.search(folded)
    if not found:
        raise ValueFault(
            "a date, such as 2024-05-20, 20 May 2024, May 2024, Q2 2024, or 2024",
            "Correct it, say under words what it means, or list it under missing.",
        )
    rest = folded[: found.start()] + " " + folded[found.end() :]
    strange = [w for w in _LETTERS.findall(rest) if w not in _BESIDE | _weekdays(form.language)]
    numbers = re.findall(r"\d+", rest)
    if strange or len(numbers) not in (1, 2):
        raise ValueFault(
            "a date and nothing else",
            "Correct it, or say under words what it means.",
        )
    month = str(months[found[0].rstrip(".")])
    long = [n for n in numbers if len(n) == _IS_YEAR]
    if len(numbers) == 1:
        return _checked([_whole_year(numbers[0], form), month])
    if len(long) == 1:
        day = next(n for n in numbers if n is not long[0])
        return _checked([_year(long[0], form), month, day])
    first, second = numbers
    if form.order.startswith("yy"):
        first, second = second, first
    return _checked([_whole_year(second, form), month, first])


@cache
def _months(language: str) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """Return what finds a month by its name, and the number of each."""
    own, english = (months_by_name(Locale.parse(tag, sep="-")) for tag in (language, "en"))
    known = {_bare_name(name): number for name, number in {**own, **english}.items()} | {"sept": 9}
    names = {name: number for name, number in known.items() if not name.isdecimal()}
    longest_first = sorted(names, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![^\W\d_])(?:{either})\.?(?![^\W\d_])"), names


def _bare_name(name: str) -> str:
    """Return the name of a month without what stands before it in a date, as in Catalan."""
    return re.sub(r"^(?:de |d\u2019|d')", "", name)


@cache
def _weekdays(language: str) -> frozenset[str]:
    names = {
        word
        for locale in dict.fromkeys(("en", language.replace("-", "_")))
        for context in Locale.parse(locale).days.values()
        for width in ("wide", "abbreviated")
        for name in context.get(width, {}).values()
        for word in _LETTERS.findall(name.casefold())
    }
    return frozenset(names)


UNITS = ("days", "weeks", "months", "years")
"""What a duration may be counted in."""


def after(start: str, number: int, unit: str) -> str:
    """Return the date so many units after another, no more exact than that.

    Raises ValueFault where a year is to be moved by less than a year, or a month by days.
    """
    parts = [int(part) for part in start.split("-") if part.isdecimal()]
    exact = len(parts)
    if "/" in start or "Q" in start or not parts or exact < {"years": 1, "months": 2}.get(unit, 3):
        raise ValueFault(
            f"a start that is exact enough to count {unit} from it",
            "Leave the duration out, or count it in a longer unit.",
        )
    if unit in ("days", "weeks"):
        begun = date(*parts)
        return (begun + timedelta(days=number * (7 if unit == "weeks" else 1))).isoformat()
    months = parts[0] * _MONTHS + (parts[1] - 1 if exact > 1 else 0)
    months += number * (_MONTHS if unit == "years" else 1)
    year, month = divmod(months, _MONTHS)
    moved = [year, month + 1][: max(1, min(exact, 2))]
    if exact > len(moved):
        moved.append(min(parts[2], calendar.monthrange(year, month + 1)[1]))
    return "-".join([f"{moved[0]:04}", *(f"{part:02}" for part in moved[1:])])
