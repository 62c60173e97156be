"""Numbers and sums of money as people write them, to digits; nothing is guessed."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from babel import Locale

from generator.editorial.importing.dates_read import ValueFault
from generator.editorial.importing.source_rows import ExactText

FORMS = {
    "1,234.56": (",", "."),
    "1.234,56": (".", ","),
    "1 234,56": (" ", ","),
    "1 234.56": (" ", "."),
    "1'234.56": ("'", "."),
}
"""Ways of writing a number: what parts thousands, and what parts the whole from the rest."""

SCALES = {"one": 0, "thousand": 3, "million": 6, "billion": 9}
"""What the numbers of a column may be counted in, as a power of ten."""

AS_WRITTEN = "as written"
"""Says that cells may have the words of a scale behind the number."""

_WORDS = {
    "k": 3, "thousand": 3, "thousands": 3,
    "m": 6, "mn": 6, "mil": 6, "million": 6, "millions": 6, "mio": 6,
    "b": 9, "bn": 9, "billion": 9, "billions": 9,
}  # fmt: skip
_CODE = re.compile(r"^[A-Z]{2,3}\$?\s*|\s*[A-Z]{3}$")
_SIGNED = re.compile(r"^\((?P<a>.*)\)$|^(?P<b>.*)-$")
_LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class NumberForm:
    """How the numbers of a column are written."""

    thousands: str = ","
    point: str = "."
    scale: str = "one"


def form_of(language: str) -> tuple[str, str]:
    """Return how a language writes numbers: what parts thousands, and what the rest."""
    symbols = Locale.parse(language.replace("-", "_")).number_symbols
    latin = symbols.get("latn", symbols)
    return str(latin.get("group", ",")), str(latin.get("decimal", "."))


def read_number(text: str, form: NumberForm) -> str:
    """Return a number in digits; in parentheses, or with its minus behind, it is below zero.

    Signs and codes of a currency, a percent sign, and spaces around the digits are passed over.
    Raises ValueFault for what is no number in the declared form.
    """
    plain = "".join(_western(c) for c in text.strip())
    found = _SIGNED.match(plain)
    minus, plain = bool(found), (found["a"] or found["b"] or "") if found else plain
    plain = _CODE.sub("", "".join(c for c in plain if unicodedata.category(c) != "Sc").strip())
    plain = plain.strip().removesuffix("%").strip()
    if plain.startswith("-"):
        minus, plain = not minus, plain[1:].strip()
    plain, power = _scaled(plain.removeprefix("+"), form)
    digits = _digits(plain, form, exact=isinstance(text, ExactText))
    number = Decimal(digits).scaleb(power)
    number = -number if minus else number
    if abs(number) >= _LARGEST:
        raise ValueFault("a number of at most 15 digits", "Correct it in the export.")
    whole = number.to_integral_value()
    return f"{whole + 0 if number == whole else number.normalize():f}"


def _western(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    if sign in "\N{MINUS SIGN}\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}":
        return "-"
    return "'" if sign == "\N{RIGHT SINGLE QUOTATION MARK}" else sign


def _scaled(plain: str, form: NumberForm) -> tuple[str, int]:
    if form.scale != AS_WRITTEN:
        return plain, SCALES[form.scale]
    found = re.fullmatch(r"(.*?\d)\s*([A-Za-z]+)\.?", plain)
    if not found:
        return plain, 0
    if found[2].lower() not in _WORDS:
        raise ValueFault(
            "a number with thousand, million, billion, k, m, or bn behind it",
            "Correct it, or say under words what it means.",
        )
    return found[1], _WORDS[found[2].lower()]


def _digits(plain: str, form: NumberForm, *, exact: bool) -> str:
    group, point = ("", ".") if exact else (form.thousands, form.point)
    space = r"\s" if group.isspace() or group == "\u00a0" else re.escape(group)
    whole = rf"\d{{1,3}}(?:{space}\d{{2,3}})*{space}\d{{3}}|\d+" if group else r"\d+"
    found = re.fullmatch(rf"({whole})?(?:{re.escape(point)}(\d*))?", plain)
    if not found or not (found[1] or found[2]):
        sample = next((s for s, way in FORMS.items() if way == (group, point)), "1234.56")
        raise ValueFault(
            f"a number written as {sample}",
            _next_step(plain),
        )
    return f"{re.sub(r'[^0-9]', '', found[1] or '0')}.{found[2] or '0'}"


def _next_step(plain: str) -> str:
    if re.search(r"\d\s*(?:k|m|mn|bn?|million|billion|thousand)\b", plain, re.IGNORECASE):
        return "If the word behind the number counts, declare it: scale: as written."
    if re.fullmatch(r"[\d.,' \u00a0]+", plain):
        return 'If numbers are written differently here, declare it: numbers: "1.234,56".'
    return "Correct it, say under words what it means, or list it under missing."
