"""Texts that a cell carries exactly, and what a cell that somebody filled in says."""

import re
from datetime import datetime, time
from decimal import Decimal

from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH, from_excel

from generator.editorial.sheet.grid import Cell
from generator.editorial.sheet.number_formats import (
    DisplayStyle,
    NumberFormat,
    displayed,
    hides_text,
    rounded,
)
from generator.editorial.sheet.rows import SEPARATOR, plain, words_in
from generator.editorial.sheet.sheet_kinds import CellContent
from generator.editorial.sheet.typed_text import (
    AmbiguousDateError,
    amount_in,
    date_in,
    says_nothing,
)
from generator.load.characters import HIDDEN

LONGEST = 32_767
"""How many UTF-16 units one cell may hold; programs cut the rest off without a word."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EXACT_DIGITS = 15
"""Spreadsheets keep that many digits of a number."""
_LARGEST = Decimal(10) ** _EXACT_DIGITS
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
_FLOAT = re.compile(r"[+-]?(?:[0-9]{1,400}\.?[0-9]{0,400}|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,4})?")
_YEAR = re.compile("[12][0-9]{3}")


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
        return "it has a carriage return, which becomes a different line ending"
    if _FORBIDDEN.search(text):
        return "it has a control character, which no workbook can hold"
    if "_x005F_" in text:
        return "it contains _x005F_, which spreadsheets read as another character"
    return ""


def number_in(text: str) -> float | int | None:
    """Return the number that a text is, if a spreadsheet shows it just as it is written."""
    digits = text.lstrip("-").replace(".", "").lstrip("0")
    if not _NUMBER.fullmatch(text) or text == "-0" or len(digits) > _EXACT_DIGITS:
        return None
    return float(text) if "." in text else int(text)


def cell_text(
    cell: Cell, holds: CellContent, *, counts_from_1904: bool = False, currency: str = ""
) -> str:
    """Return what a cell says as people see it; raises CellError for what it may not hold.

    `currency` is that of its row, whose sign the cell may show.
    """
    if cell.kind == "f":
        found = f"a formula that shows {cell.text[:60]}" if cell.text else "a formula"
        raise CellError(found, "the value itself", "Copy the cell and paste only its value.")
    if not cell.text:
        return ""
    if cell.is_struck:
        step = "Delete it if it should go, or remove the strikethrough."
        raise CellError("words with strikethrough", "only what should be read", step)
    if cell.kind == "e":
        raise CellError(f"the error {cell.text[:60]}", "a value", "Type the value again.")
    if cell.kind == "b":
        return _flag(cell.text, holds)
    if cell.kind == "s":
        text = _text(cell, holds)
        return _typed(text, holds, currency) if text else ""
    if cell.kind == "d":
        return _day(_iso(cell.text), frozenset("ymd"), holds)
    return _number(cell, holds, counts_from_1904=counts_from_1904, currency=currency)


def _text(cell: Cell, holds: CellContent) -> str:
    text = plain(cell.text.replace("\r\n", "\n").replace("\r", "\n"))
    if text and hides_text(cell.style.code):
        raise CellError(
            "text that its format shows differently", "what you see", "Format the cell as Text."
        )
    hidden = HIDDEN.search(text)
    if hidden:
        found = (
            f"the hidden character U+{ord(hidden[0]):04X} behind {text[: hidden.start()][-20:]!r}"
        )
        step = "Delete it and type the words around it again."
        raise CellError(found, "text in which every character is visible", step)
    why = unfit(text)
    if why:
        raise CellError("text that cannot be kept", "plain text", f"Type it again: {why}.")
    if holds is CellContent.MANY:
        return f"{SEPARATOR} ".join(words_in(text))
    return text.lower() if holds is CellContent.FLAG and text.lower() in _FLAGS.values() else text


def _typed(text: str, holds: CellContent, currency: str) -> str:
    """Return a date or an amount that somebody typed as a text; all else as it is."""
    if holds is CellContent.DATE:
        return _typed_date(text)
    if holds is not CellContent.NUMBER:
        return text
    if says_nothing(text):
        step = "Clear the cell; where a source says why there is no value, use the columns for it."
        raise CellError(f'"{text[:40]}"', "a number, or nothing", step)
    digits, sign = amount_in(text)
    _refuse_currency(f"{text[:40]}, with {sign}", sign, currency)
    return digits


def _typed_date(text: str) -> str:
    if says_nothing(text):
        step = "Clear the cell; where a source says why there is no date, use the columns for it."
        raise CellError(f'"{text[:40]}"', "a date, or nothing", step)
    try:
        return date_in(text)
    except AmbiguousDateError as error:
        either = " or ".join(error.readings)
        raise CellError(
            f"the date {text[:40]}, which could be {either}",
            "a date that can be read in only one way",
            f"Type {either}, with the year first.",
        ) from error


def _flag(text: str, holds: CellContent) -> str:
    said = _FLAGS.get(text)
    if said is None or holds is not CellContent.FLAG:
        raise _other(str(said or text).upper(), holds)
    return said


def _other(found: str, holds: CellContent) -> CellError:
    return CellError(found, _WANTED[holds], "Format the cell as text and type it again.")


def _number(cell: Cell, holds: CellContent, *, counts_from_1904: bool, currency: str) -> str:
    number = _stored(cell.text)
    look = displayed(number, cell.style.code)
    if look.way is DisplayStyle.DATE:
        return _day(_when(number, counts_from_1904=counts_from_1904), look.shows, holds)
    told = f"{number:f}"
    if look.way is DisplayStyle.PERCENT:
        raise _percentage(number, look, holds)
    if holds is CellContent.DATE and _is_bare(look) and _YEAR.fullmatch(told):
        return told
    if holds is CellContent.TEXT and look == NumberFormat(DisplayStyle.PLAIN):
        # What is typed into a cell without a format is shown as it is.
        return told
    if holds is not CellContent.NUMBER:
        raise _other(f"the number {told}", holds)
    _refuse_unseen(number, look, currency)
    return told


def _is_bare(look: NumberFormat) -> bool:
    """Return whether a format shows nothing but the digits of a whole number."""
    return look.way is DisplayStyle.PLAIN and not (look.decimals or look.sign) and look.digits == 1


def _stored(text: str) -> Decimal:
    """Return a number as it was typed: a program that stores 1.1000000000000001 shows 1.1."""
    number = Decimal(repr(float(text))) if _FLOAT.fullmatch(text) else Decimal("nan")
    if not number.is_finite() or abs(number) >= _LARGEST:
        step = "Format the cell as text and type it again."
        raise CellError(f"the number {text[:40]}", f"at most {_EXACT_DIGITS} digits", step)
    return number.to_integral_value() + 0 if number == number.to_integral_value() else number


def _percentage(number: Decimal, look: NumberFormat, holds: CellContent) -> CellError:
    percent = rounded(number * 100, look.decimals or 0)
    found = f"a percentage, {percent:f}%, which the workbook keeps as {number:f}"
    if holds is not CellContent.NUMBER:
        return _other(found, holds)
    step = f"If percent is the unit, format the cell as Number and type {percent:f}."
    return CellError(found, "a number without a percent sign", step)


def _refuse_unseen(number: Decimal, look: NumberFormat, currency: str) -> None:
    """Refuse a number that the cell shows otherwise than it is."""
    told = f"{number:f}"
    as_number = "Format the cell as General and type the number you mean."
    wanted = "a number that is shown as it is stored"
    if look.way is not DisplayStyle.PLAIN or not look.minus:
        raise CellError(f"the number {told}, which its format shows differently", wanted, as_number)
    if look.decimals is not None and rounded(number, look.decimals) != number:
        seen = f"{rounded(number, look.decimals):f}"
        step = f"Type {seen} if that is what you mean, or let the cell show all digits."
        raise CellError(f"the number {told}, shown as {seen}", wanted, step)
    if look.digits > max(1, len(str(abs(int(number))))):
        seen = str(abs(int(number))).zfill(look.digits)
        raise CellError(f"the number {told}, shown as {seen}", wanted, as_number)
    _refuse_currency(f"the number {told}, shown with {look.sign[:20]}", look.sign, currency)


def _refuse_currency(found: str, sign: str, currency: str) -> None:
    """Refuse an amount with the sign of a currency that is not that of its row."""
    if sign and currency not in _SIGNS.get(sign, (sign,)):
        wanted = f"an amount in {currency}" if currency else "only a number"
        step = "Type the number without a sign; the currency has its own column or is the report's."
        raise CellError(found, wanted, step)


def _when(number: Decimal, *, counts_from_1904: bool) -> datetime | time:
    if not 0 <= number < _LAST_DAY:
        raise CellError(f"the number {number:f} as a date", "a day", _TYPE_DAY)
    when = from_excel(float(number), CALENDAR_MAC_1904 if counts_from_1904 else WINDOWS_EPOCH)
    return when if isinstance(when, datetime | time) else time()


def _iso(text: str) -> datetime | time:
    for read in (datetime.fromisoformat, time.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    raise CellError(f"the date {text[:40]}", "a day", _TYPE_DAY)


def _day(when: datetime | time, shows: frozenset[str], holds: CellContent) -> str:
    """Return a date as exact as the cell shows it."""
    if isinstance(when, time) or not shows - {"t"}:
        raise CellError(f"the time {when}", _WANTED[holds], _TYPE_DAY)
    day = when.date().isoformat()
    if holds is not CellContent.DATE:
        raise _other(f"the date {day}", holds)
    if "t" in shows and when.time() != time():
        raise CellError(f"the time {when}", "a day", _TYPE_DAY)
    seen = _PARTS.get(shows - {"t"})
    if seen is None:
        parts = " and ".join(_SHOWN[part] for part in "ymd" if part in shows)
        raise CellError(
            f"the date {day}, which shows only the {parts} is shown", "a date", _TYPE_DAY
        )
    return day[:seen]


_LAST_DAY = 2_950_000
"""A day shortly before the last that there is, in either way of counting."""
_TYPE_DAY = "Format the cell as text and type the date, such as 2016, 2016-08, or 2016-08-30."
_FLAGS = {"1": "true", "0": "false", "true": "true", "false": "false"}
_PARTS = {frozenset("ymd"): 10, frozenset("ym"): 7, frozenset("y"): 4}
"""How much of a day is seen."""
_SHOWN = {"y": "year", "m": "month", "d": "day"}
_SIGNS = {
    "": ("",),
    "$": ("USD", "CAD", "AUD", "NZD", "MXN", "SGD"),
    "€": ("EUR",),
    "£": ("GBP",),
    "¥": ("JPY", "CNY"),
}
"""Which currencies a sign may stand for; a code stands for itself."""
_WANTED = {
    CellContent.TEXT: "a text",
    CellContent.MANY: "ids with ; or , between them",
    CellContent.LINES: "texts, one per line",
    CellContent.FLAG: "true or false",
    CellContent.DATE: "a date as text, such as 2016 or 2016-08-30",
    CellContent.NUMBER: "a number",
}
