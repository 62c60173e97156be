"""Which years, months, and days a text names, as far as a reader would take them for dates.

Numbers that only look like years are not: sums, counts, numbers of resolutions, names in quotation
marks, and what is linked to; nor is the day on which something was removed from a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from generator.model.dates import PartialDate
from generator.words.formats import months_by_name
from generator.words.redaction_marks import marks_of

_NO_PROSE = re.compile(
    r"\]\([^)]*\)|https?://\S+|[“«„][^“”«»„]*[”»“]|(?<!\w)\"[^\"]*\"|`[^`]*`", re.DOTALL
)
"""Targets of links, addresses, and titles in quotation marks."""

_YEAR = r"(?:19|20)\d\d"
_ANY = re.compile(_YEAR)
_NUMBERED = re.compile(
    r"(?:[$€£¥#§]|\b(?i:no|nos|nr|number|resolution|ordinance|bill|room|suite|section|rule)"
    r"|\b(?!FY)[A-Z]{2,4})\.?[ \u00a0]?$"
)
"""What stands before a number that is no year; the codes of currencies and laws among them."""

_CUT = 4
"""Letters to which months are cut as well, as in "Sept."."""

_SPELLED = re.compile(
    rf"(?<![\w.,:/#$€£¥-])(?P<fiscal>FY[ \u00a0]?)?(?P<year>{_YEAR})"
    r"(?:[-\u2013/](?P<to>(?:19|20)?\d\d)(?:-(?P<day>\d\d))?)?(?!\w|[.,]\d|[ \u00a0]?%|-\d)"
)


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A time that a text names: the words, and what they mean."""

    words: str
    when: PartialDate


def dates_in(text: str, language: str) -> Iterator[NamedDate]:
    """Yield the dates that a text in a language names, in no certain order."""
    if not _ANY.search(text):
        return
    # To know how a mark is written takes the whole catalog; each is in square brackets.
    told = marks_of(language).sub(_blank, text) if "[" in text else text
    plain = _NO_PROSE.sub(_blank, told)
    for pattern in _with_months(language):
        for found in pattern.finditer(plain):
            number = _months(language)[found["month"].casefold()]
            day = found.groupdict().get("day")
            point = f"{int(found['year']):04}-{number:02}" + (f"-{int(day):02}" if day else "")
            if date := _date(point):
                yield NamedDate(found.group().strip(), date)
        plain = pattern.sub(_blank, plain)
    yield from _years(plain)


def _blank(found: re.Match[str]) -> str:
    """Return blanks in the place of what was found, so that all else stays where it is."""
    return " " * len(found.group())


def _years(text: str) -> Iterator[NamedDate]:
    for found in _SPELLED.finditer(text):
        if not found["fiscal"] and _NUMBERED.search(text[: found.start()][-12:]):
            continue
        if date := _date(_point(found)):
            yield NamedDate(found.group(), date)


def _point(found: re.Match[str]) -> str:
    """Return the time that a year means; of a span, its last year."""
    year, to, day = found["year"], found["to"], found["day"]
    if not to:
        return year
    if day:
        return f"{year}-{to}-{day}"
    if len(to) == 4:  # noqa: PLR2004
        return to if not found["fiscal"] else year
    follows = int(to) == (int(year) + 1) % 100
    if found["fiscal"] or follows:
        return year
    month = "01" <= to <= "12"
    return f"{year}-{to}" if month else year[:2] + to


def _date(point: str) -> PartialDate | None:
    try:
        return PartialDate.parse(point)
    except ValueError:
        return None


@cache
def _months(language: str) -> dict[str, int]:
    """Return the number of each month by its names in a language, long and short."""
    names = dict(months_by_name(Locale.parse(language, sep="-")))
    return {name[:_CUT]: number for name, number in names.items() if len(name) > _CUT} | names


@cache
def _with_months(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what dates with a month look like in a language, the most exact first."""
    names = sorted(_months(language), key=len, reverse=True)
    month = f"(?P<month>{'|'.join(map(re.escape, names))})\\.?"
    day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?", rf"(?P<year>{_YEAR})"
    of = r"(?:de|del|of)"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"\b{month}\s+{day},?\s+{year}\b",
            rf"\b{day}\s+(?:{of}\s+)?{month},?\s+(?:{of}\s+)?{year}\b",
            rf"(?<!\w){month},?\s+(?:{of}\s+)?{year}\b",
            rf"{year}\s*年\s*{month}(?:\s*{day}\s*日)?",
        )
    )
