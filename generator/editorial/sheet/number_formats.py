"""Number formats of cells: people read the number as displayed, not as stored.

Number formats as ECMA-376, part 1, section 18.8.31 has them. None is carried out in full: those
that show a number or a date as it is are told apart from those that show something else.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache

LONGEST_CODE = 255
"""Characters of one format; more than Excel allows is not looked into."""

_GENERAL = re.compile("general", re.IGNORECASE)
_PIECE = re.compile(
    r"""(?P<word>"[^"]*"|\\.)|(?P<pad>_.|\*.)|\[(?P<bracket>[^\]]*)\]|(?P<noon>AM/PM|A/P)"""
    r"""|(?P<power>E[+-])|(?P<date>[ymdhsegb]+)|(?P<digits>[0#?]+)|(?P<sign>.)""",
    re.IGNORECASE | re.DOTALL,
)
_COLOR = re.compile("black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]+", re.IGNORECASE)
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-(?P<place>[0-9A-F]*))?", re.IGNORECASE)
_LARGEST_PLACE = 0xFFFF
"""Above it a place also asks for another calendar or other digits."""
_SYSTEM = {0xF800, 0xF400}
"""The system's own long date, and its time."""
_BARE = " -+():'~"
"""Signs around a number or inside a date that say nothing else."""


class DisplayStyle(StrEnum):
    """The ways in which a format displays a number."""

    PLAIN = "as it is"
    PERCENT = "as a percentage"
    DATE = "as a date"
    OTHER = "in another way"


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """One section of a number format, and the numbers that it applies to."""

    way: DisplayStyle
    decimals: int | None = None
    """Digits shown behind the point; None where all are."""
    digits: int = 1
    """Digits shown before the point at least."""
    sign: str = ""
    """A sign of a currency, or other words beside the number."""
    shows: frozenset[str] = frozenset()
    """Of a date: y, m, d and t for a time of day."""
    minus: bool = True
    """Whether a number below zero is seen to be one."""


def displayed(number: Decimal, code: str) -> NumberFormat:
    """Return how a format shows a number."""
    sections = _sections(code)
    place = 0
    if number < 0 and len(sections) > 1:
        place = 1
    elif number == 0 and len(sections) > 2:  # noqa: PLR2004 - the third is for zero
        place = 2
    return _format(sections[place], is_negative=place == 1, is_zero=number == 0)


@lru_cache(maxsize=1_000)
def hides_text(code: str) -> bool:
    """Return whether a format shows a text otherwise than it is, or not at all."""
    sections = _sections(code)
    if len(sections) > 3:  # noqa: PLR2004 - the fourth is for texts
        section = sections[3]
    else:
        section = next((s for s in sections if "@" in _without_words(s)), "@")
    words, _ = _words(section)
    bare = _without_words(section).strip(_BARE)
    return bool(words.strip(_BARE)) or not (bare == "@" or _GENERAL.fullmatch(bare))


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Return a number as it is shown with so many digits behind the point."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@lru_cache(maxsize=1_000)
def _sections(code: str) -> tuple[str, ...]:
    if len(code) > LONGEST_CODE:
        return ('"?"',)
    sections = [""]
    for found in _PIECE.finditer(code):
        if found["sign"] == ";":
            sections.append("")
        else:
            sections[-1] += found[0]
    return tuple(sections)


def _without_words(section: str) -> str:
    pieces = _PIECE.finditer(section)
    return "".join(p[0] for p in pieces if not (p["word"] or p["pad"] or p["bracket"] is not None))


@lru_cache(maxsize=1_000)
def _format(section: str, *, is_negative: bool, is_zero: bool) -> NumberFormat:
    words, odd = _words(section)
    bare = '"?"?' if odd else _without_words(section)
    if bare.strip(_BARE) == "@" or _GENERAL.fullmatch(bare.strip(_BARE)):
        minus = not is_negative or any(sign in bare + words for sign in "-(")
        return NumberFormat(DisplayStyle.PLAIN, sign=words.strip(_BARE), minus=minus)
    if any(p["date"] for p in _PIECE.finditer(bare)):
        return _date(bare)
    if "%" in bare:
        return NumberFormat(DisplayStyle.PERCENT, len(re.sub("[^0#?]", "", bare.partition(".")[2])))
    if is_zero and "0" not in bare:
        return _zero(bare, words)
    return _plain(bare, words, is_negative=is_negative)


def _words(section: str) -> tuple[str, bool]:
    """Return the words that a section adds, and whether it asks for what is not looked into."""
    words, odd = [], False
    for found in _PIECE.finditer(section):
        if found["word"]:
            words.append(found[0].strip('"') if found[0][0] == '"' else found[0][1])
        elif found["bracket"] is not None:
            currency = _CURRENCY.fullmatch(found["bracket"])
            if currency:
                words.append(currency["sign"])
                place = int(currency["place"] or "0", 16)
                odd |= place > _LARGEST_PLACE and place not in _SYSTEM
            else:
                odd |= not (_COLOR.fullmatch(found["bracket"]) or found["bracket"] == "ENG")
    return "".join(words), odd


def _plain(bare: str, words: str, *, is_negative: bool) -> NumberFormat:
    number = re.fullmatch(
        r"(?P<before>[^0#?]*)(?P<whole>[0#?](?:[0#?,]*[0#?])?)?(?:\.(?P<part>[0#?]*))?"
        r"(?P<after>[^0#?]*)",
        bare,
    )
    if number is None or not (number["whole"] or number["part"]):
        return NumberFormat(DisplayStyle.OTHER)
    around = number["before"] + number["after"]
    if re.search(r"[,/.@]|E[+-]", around, re.IGNORECASE):
        return NumberFormat(DisplayStyle.OTHER)
    minus = not is_negative or any(sign in bare + words for sign in "-(")
    digits = (number["whole"] or "").count("0")
    sign = (around + words).strip(_BARE)
    return NumberFormat(DisplayStyle.PLAIN, len(number["part"] or ""), digits, sign, minus=minus)


def _zero(bare: str, words: str) -> NumberFormat:
    """Return what a section without a zero in it makes of zero: a dash, as bookkeepers write it."""
    is_dash = "-" in bare + words and not bare.strip(_BARE + "?")
    return (
        NumberFormat(DisplayStyle.PLAIN, sign=words.strip(_BARE))
        if is_dash
        else NumberFormat(DisplayStyle.OTHER)
    )


def _date(bare: str) -> NumberFormat:
    """Return what a format shows of a date; m is a minute beside an hour or a second."""
    pieces = [p[0].lower() for p in _PIECE.finditer(bare) if p["date"] or p["noon"]]
    runs = [run for piece in pieces for run in re.findall(r"y+|m+|d+|h+|s+|[egb]+|a.*", piece)]
    shows = set()
    for place, run in enumerate(runs):
        if run[0] in "egb":
            return NumberFormat(DisplayStyle.OTHER)
        if run[0] in "hsa" or (run in {"m", "mm"} and _is_minute(runs, place)):
            shows.add("t")
        elif run[0] != "d" or len(run) <= 2:  # noqa: PLR2004 - ddd is the day of the week
            shows.add(run[0])
    return NumberFormat(DisplayStyle.DATE, shows=frozenset(shows))


def _is_minute(runs: list[str], place: int) -> bool:
    before = runs[place - 1][0] if place else ""
    after = runs[place + 1][0] if place + 1 < len(runs) else ""
    return before == "h" or after == "s"
