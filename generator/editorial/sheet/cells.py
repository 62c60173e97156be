"""Texts that a cell carries exactly, and what a cell that somebody filled in says."""

import re
from datetime import date, datetime, time
from decimal import Decimal

from generator.editorial.sheet.kinds import Holds
from generator.editorial.sheet.rows import plain

LONGEST = 32_767
"""How many UTF-16 units one cell may hold; programs cut the rest off without a word."""

_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EXACT_DIGITS = 15
"""Spreadsheets keep that many digits of a number."""
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")


class CellError(Exception):
    """A cell's content cannot be taken; in words, with what was expected and the next step."""

    def __init__(self, found: str, wanted: str, next_step: str) -> None:
        super().__init__(found)
        self.found = found
        self.wanted = wanted
        self.next_step = next_step


def unfit(text: str) -> str:
    """Return why a spreadsheet would not give a text back as it is; empty where it would."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        return f"it is longer than the {LONGEST} characters of one cell"
    if "\r" in text:
        return "it has a carriage return, which becomes another line end"
    if _FORBIDDEN.search(text):
        return "it has a control character, which no workbook can hold"
    if _ESCAPE.search(text):
        return "it has the sign _x0000_ in it, which spreadsheets read as another character"
    return ""


def number_in(text: str) -> float | int | None:
    """Return the number that a text is, if a spreadsheet shows it just as it is written."""
    digits = text.lstrip("-").replace(".", "").lstrip("0")
    if not _NUMBER.fullmatch(text) or text == "-0" or len(digits) > _EXACT_DIGITS:
        return None
    return float(text) if "." in text else int(text)


def said(value: object, data_type: str, holds: Holds) -> str:
    """Return what a cell says as text; raises CellError for what it may not hold.

    `data_type` is the one of the file format: f for a formula, e for an error, and so on.
    """
    if value is None:
        return ""
    if data_type == "f":
        raise CellError("a formula", "the value itself", "Copy the cell and paste its value only.")
    if not isinstance(value, str | int | float | bool | datetime | date | time):
        raise CellError("no plain value", "a text, a number or a date", "Type the value again.")
    if data_type == "e":
        raise CellError(f"the error {value}", "a value", "Type the value again.")
    if isinstance(value, bool):
        return _flag(value, holds)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int | float):
        return _number(value, holds)
    return _day(value, holds)


def _text(value: str) -> str:
    text = plain(value.replace("\r\n", "\n"))
    why = unfit(text)
    if why:
        raise CellError("a text that cannot be kept", "plain text", f"Type it again: {why}.")
    return text


def _flag(value: bool, holds: Holds) -> str:  # noqa: FBT001 - it is the value of a cell
    if holds is not Holds.FLAG:
        wanted = _WANTED[holds]
        raise CellError(str(value).upper(), wanted, "Format the cell as text and type it again.")
    return str(value).lower()


def _number(value: float, holds: Holds) -> str:
    if holds is not Holds.NUMBER:
        wanted = _WANTED[holds]
        raise CellError(f"the number {value}", wanted, "Format the cell as text and type it again.")
    number = Decimal(repr(value))
    if not number.is_finite():
        raise CellError(f"the number {value}", "a number in digits", "Type it again.")
    return format(number, "f").removesuffix(".0")


def _day(value: datetime | date | time, holds: Holds) -> str:
    if holds is not Holds.DATE:
        raise CellError(
            f"the date {value}", _WANTED[holds], "Format the cell as text and type it again."
        )
    if isinstance(value, datetime):
        if value.time() != time():
            raise CellError(f"the time {value}", "a day", "Type the day alone, as 2016-08-30.")
        value = value.date()
    if isinstance(value, time):
        raise CellError(f"the time {value}", "a day", "Type the day alone, as 2016-08-30.")
    return value.isoformat()


_WANTED = {
    Holds.TEXT: "a text",
    Holds.MANY: "words with ; between them",
    Holds.LINES: "texts, one to a line",
    Holds.FLAG: "true or false",
    Holds.DATE: "a date as text, as 2016 or 2016-08-30",
    Holds.NUMBER: "a number",
}
