"""Days and months as people type them, and how the model has them: "Nov 20, 2026" is 2026-11-20.

The names of months are those of English, the language of messages to editors.
"""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_WITH_NAMES = tuple(
    re.compile(pattern, re.IGNORECASE | re.ASCII)
    for pattern in (
        rf"(?:\w+day,? )?{_NAME} {_DAY},? {_YEAR}",
        rf"(?:\w+day,? )?{_DAY}[ -]{_NAME}[ ,-]+{_YEAR}",
        rf"(?P<day>){_NAME},? (?:of )?{_YEAR}",
    )
)
_YEAR_FIRST = re.compile(r"(\d{4})([/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)


def meant_days(text: str) -> tuple[str, ...]:
    """Return the day or month that a text means, as the model has it.

    Two where month and day cannot be told apart, as in 2/9/2024, the month first; none where the
    text is neither.
    """
    words = " ".join(text.split())
    if named := next(filter(None, (p.fullmatch(words) for p in _WITH_NAMES)), None):
        month = _MONTHS.index(named["name"][:3].lower()) + 1
        day = int(named["day"]) if named["day"] else None
        return _days((int(named["year"]), month, day))
    if found := _YEAR_FIRST.fullmatch(words):
        year, month, day = map(int, found.group(1, 3, 4))
        return _days((year, month, day))
    if found := _YEAR_LAST.fullmatch(words):
        first, second, year = map(int, found.group(1, 3, 4))
        return _days((year, first, second), (year, second, first))
    return ()


def _days(*numbers: tuple[int, int, int | None]) -> tuple[str, ...]:
    """Return the days and months that are in the calendar, each once."""
    return tuple(dict.fromkeys(filter(None, map(_written, numbers))))


def _written(numbers: tuple[int, int, int | None]) -> str:
    year, month, day = numbers
    try:
        first = date(year, month, day or 1).isoformat()
    except ValueError:
        return ""
    return first if day else first.rpartition("-")[0]


def year_first(text: str) -> str:
    """Return what to write in place of a text that means a day or month; nothing for another."""
    match meant_days(text):
        case (one,):
            return f'Write it with the year first: "{one}".'
        case (month_first, day_first):
            otherwise = f'or "{day_first}" if the day came first'
            return f'Write it with the year first: "{month_first}", {otherwise}.'
        case _:
            return ""
