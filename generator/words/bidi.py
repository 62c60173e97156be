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


def isolated(text: str) -> str:
    """Return a text that is read in its own direction wherever it is put."""
    return f"{_FIRST_STRONG}{text}{_END}"


def isolated_from(text: str, direction: str) -> str:
    """Return a text that is put into one of a direction: kept apart if it runs against it.

    `direction` is "ltr" or "rtl".
    """
    if direction == "ltr" and _NEVER.fullmatch(text):
        return text
    against = _STRONG["rtl" if direction == "ltr" else "ltr"]
    has_some = any(unicodedata.bidirectional(letter) in against for letter in text)
    return isolated(text) if has_some else text
