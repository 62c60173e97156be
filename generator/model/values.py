"""Scalar types of the model: each takes the raw text an editor typed and says what it expects.

YAML's own guesses never decide a type (`no` stays the word "no"): the field does.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from generator.model.ids import ID_PATTERN, LONGEST_ID, reserved
from generator.model.typed_days import year_first


class Record(BaseModel):
    """What every part of the report has in common: frozen, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    """The fields that tell a record from its siblings in one list."""

    @property
    def key(self) -> str:
        """Return what tells this record from its siblings, as one word."""
        values = [self.__dict__.get(name) for name in self.KEY]
        return " ".join(
            [",".join(map(str, v)) if isinstance(v, tuple) else str(v) for v in values if v]
        )


def refusal(code: str, expected: str, next_step: str) -> PydanticCustomError:
    """Return the error that a scalar type raises; the loader words and locates it."""
    return PydanticCustomError(
        code,
        "{expected}",
        {"expected": expected, "next_step": next_step},
    )


LONGEST_TITLE = 300
LONGEST_TEXT = 20_000
"""Characters in any other text, and in the body of a status update or an evaluation."""

MOST_READ = 250
"""Words of one text among many that people read to its end: what takes a minute."""

_PLAIN_TITLE = re.compile(r"[ -;=?-z|~]*")
"""Visible ASCII without `<`, `>`, `{` and `}`: nearly every title, told without a look-up."""


def _words(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise refusal("empty_text", "some text", "Fill it in, or remove the key.")
    return _short(value) if isinstance(value, str) else value


def _short(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise refusal(
            "long_text",
            f"at most {LONGEST_TEXT:,} characters, not {len(value):,}",
            "Shorten it; long text belongs on a page in content/pages.",
        )
    return value


def _title(value: str) -> str:
    if len(value) > LONGEST_TITLE:
        raise refusal("long_title", f"at most {LONGEST_TITLE} characters", "Shorten it.")
    if _PLAIN_TITLE.fullmatch(value):
        return value
    bad = sorted({c for c in value if c in "<>{}" or unicodedata.category(c) in ("Cc", "Cf")})
    if bad:
        shown = ", ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in bad)
        raise refusal(
            "title_characters",
            f"a name without < > {{ }} or invisible characters (found {shown})",
            "Write it in plain words.",
        )
    return value


def _month_day(value: str) -> str:
    try:
        date.fromisoformat(f"{_NO_LEAP_YEAR}-{value}")
    except ValueError:
        raise refusal(
            "not_a_month_day", "a day that exists every year", 'For example "07-01".'
        ) from None
    return value


_NO_LEAP_YEAR = 2001


def matches(
    pattern: str, code: str, expected: str, next_step: str, longest: int = LONGEST_TITLE
) -> Callable[[str], str]:
    """Return a check that refuses any text that is too long or not of a pattern."""
    compiled = re.compile(pattern, re.ASCII)

    # A report names the same things again and again.
    @lru_cache(maxsize=1 << 15)
    def check(value: str) -> str:
        if len(value) > longest:
            raise refusal(code, f"{expected}; at most {longest:,} characters", next_step)
        if not compiled.fullmatch(value):
            raise refusal(code, expected, next_step)
        return value

    return check


_ID_WORDS = (
    "an id: lowercase letters, digits, and single hyphens",
    'For example "shared-bicycles".',
)

Text = Annotated[str, BeforeValidator(_words)]
"""One or more words; any character."""


@dataclass(frozen=True, slots=True)
class Long:
    """Marks a text of a sentence or more, which people are given several lines for."""


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Marks a text that is a source's own words, or a name, and is the same in every language."""


@dataclass(frozen=True, slots=True)
class Markup:
    """Marks a text that is written in the report's Markdown, among the other keys of its record."""


Sentences = Annotated[Text, Long()]
"""A sentence or more; any character."""

Wording = Annotated[Text, Verbatim()]
"""A source's own word for something."""

Quotation = Annotated[Text, Long(), Verbatim()]
"""What a source says, in its own words."""

Title = Annotated[Text, AfterValidator(_title)]
"""A name or title: no `<`, `>`, `{`, `}`, control or bidi characters, at most 300 characters."""

Name = Annotated[Title, Verbatim()]
"""A name that a source gives, or that somebody bears."""

Prose = str
"""Markdown of the report's one dialect (see `generator.prose`, which also bounds it)."""

MarkdownText = Annotated[Text, Long(), Markup()]
"""Prose that stands among the other keys of its record: at most `LONGEST_TEXT` characters."""

ShortProse = Annotated[Prose, AfterValidator(_short)]
"""Prose that others read among many: at most `LONGEST_TEXT` characters."""


def _free(value: str) -> str:
    """Refuse an id that no page or no file can have."""
    if len(value) > LONGEST_ID:
        raise refusal(
            "long_id", f"an id of at most {LONGEST_ID} characters", "Shorten it to a few words."
        )
    if why := reserved(value):
        another = f'Choose another, with a second word, such as "{value}-plan".'
        raise refusal("reserved_name", f"a different id: this one {why}", another)
    return value


Id = Annotated[
    str,
    AfterValidator(matches(ID_PATTERN, "not_an_id", *_ID_WORDS)),
    AfterValidator(_free),
]
"""A permanent id, lower-case kebab, that can be a page's address and a file's name."""

_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)
_CODES = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY"}


def _currency(value: str) -> str:
    if not _CURRENCY.fullmatch(value):
        code = _CODES.get(value.strip())
        step = f"Write {code} for {value.strip()}." if code else "For example USD."
        raise refusal("not_a_currency", "a currency code of three capital letters", step)
    return value


Currency = Annotated[str, AfterValidator(_currency)]
"""A currency by its ISO 4217 code."""

MonthDay = Annotated[
    str,
    AfterValidator(
        matches(
            r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])",
            "not_a_month_day",
            'a month and day, as "07-01"',
            "Two digits for each.",
        )
    ),
    AfterValidator(_month_day),
]
"""A day of any year."""


def _free_file(value: str) -> str:
    if why := reserved(value):
        raise refusal("not_a_media_file", f"a different name: this one {why}", "Rename the file.")
    return value


MediaFile = Annotated[
    str,
    AfterValidator(
        matches(
            r"[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:png|jpe?g|webp)",
            "not_a_media_file",
            "the name of a picture in content/media (png, jpg, or webp)",
            "Only lowercase letters, digits, and hyphens; save drawings (SVG) and pages (PDF) as "
            "PNG.",
        )
    ),
    AfterValidator(_free_file),
]
"""A picture of `content/media/`; SVG and PDF are refused, because they can carry script."""


MOST_DIGITS = 15
"""How many digits a number may have: as many as a spreadsheet keeps."""

_FEWER_DIGITS = (f"a number of at most {MOST_DIGITS} digits", "Round it, or use a larger unit.")
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_WHOLE = re.compile(r"\d+", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _decimal(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        if len(value) - value.count("-") - value.count(".") > MOST_DIGITS:
            raise refusal("not_a_number", *_FEWER_DIGITS)
        return Decimal(value)
    raise refusal(
        "not_a_number",
        "a number in digits, with a decimal point",
        "No thousands separators, units, or words: write 1400000, and put about or almost in "
        "qualifier.",
    )


def _whole(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        if len(value) > MOST_DIGITS:
            raise refusal("not_a_whole_number", *_FEWER_DIGITS)
        return int(value)
    raise refusal("not_a_whole_number", "a whole number in digits", "For example 14.")


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    raise refusal("not_a_flag", "true or false", "Write true or false, without quotes.")


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    expected = "a full day as year-month-day, in quotes"
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            fix = "This day is not in the calendar: correct the month or the day."
            raise refusal("no_such_day", expected, fix) from None
    step = year_first(value) if isinstance(value, str) else ""
    raise refusal("not_a_day", expected, step or 'For example "2016-08-30".')


def digits(value: Decimal) -> str:
    """Return a number in digits, as the model reads it: never with an exponent."""
    return format(value, "f")


Number = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    PlainSerializer(digits, return_type=str, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""An exact decimal number."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number from 0."""


def _between(least: int, most: int, example: str) -> Callable[[int], int]:
    def check(value: int) -> int:
        if not least <= value <= most:
            wanted = f"a whole number from {least} to {most}"
            raise refusal("not_a_whole_number", wanted, f"For example {example}.")
        return value

    return check


Several = Annotated[Whole, AfterValidator(_between(1, 50, "2"))]
"""A whole number from 1 to 50."""

Year = Annotated[Whole, AfterValidator(_between(1000, 9999, "2016"))]
"""A year in four digits, as the folder that is named for it has them."""

Flag = Annotated[bool, BeforeValidator(_flag)]
"""True or false."""

Day = Annotated[date, BeforeValidator(_day)]
"""A full calendar day."""


def _of_a_build(value: date) -> date:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise refusal(
            "not_a_day",
            f"a full day from {FIRST_YEAR} to {LAST_YEAR}",
            'Correct the year: for example "2026-08-30".',
        )
    return value


FIRST_YEAR, LAST_YEAR = 1980, 2100
"""Between them lie the days with which a file can be dated, in every format that is published."""

BuildDay = Annotated[Day, AfterValidator(_of_a_build)]
"""A full calendar day with which published files can be dated."""
