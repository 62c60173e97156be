"""Texts of one direction inside those of the other, kept apart by Unicode's isolates.

A title in Arabic inside an English sentence, or "Wi-Fi 6" inside an Arabic one, would else change
places with the words, numbers and full stops beside it (https://unicode.org/reports/tr9/).
"""

import re
import unicodedata

_FIRST_STRONG = "\N{FIRST STRONG ISOLATE}"
_END = "\N{POP DIRECTIONAL ISOLATE}"
_STRONG = {"ltr": frozenset({"L"}), "rtl": frozenset({"R", "AL"})}
_NEVER = re.compile(r"[\x00-\u0590]*")
"""Letters before those of the scripts from right to left, as nearly all texts have no others."""

_IN_ORDER = "\N{LEFT-TO-RIGHT ISOLATE}"
_NUMBER = re.compile(r"(?<![\w-])\+?[0-9]+(?:-[0-9]+)+(?![\w-])")
"""A number with hyphens, such as that of a telephone, a day or a range."""


def numbers_in_order(text: str) -> str:
    """Return a text from right to left whose numbers with hyphens keep the order of their parts.

    Beside Arabic letters "555-0100" would be read as "0100-555".
    """
    return _NUMBER.sub(rf"{_IN_ORDER}\g<0>{_END}", text)


def isolated_from(text: str, direction: str) -> str:
    """Return a text that is put into one of a direction: kept apart if it runs against it.

    `direction` is "ltr" or "rtl".
    """
    if direction == "ltr" and _NEVER.fullmatch(text):
        return text
    against = _STRONG["rtl" if direction == "ltr" else "ltr"]
    has_some = any(unicodedata.bidirectional(letter) in against for letter in text)
    return f"{_FIRST_STRONG}{text}{_END}" if has_some else text
