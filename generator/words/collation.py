"""The order of titles in a list by their letters, in any language.

Babel has no collation, and PyICU is a library of tens of megabytes that has to be compiled. So one
order serves all languages: letters by their base, whatever their case and marks, as most languages
have it. The Spanish n with a tilde is among n; the Russian yo is among ye, and the short i after i.
"""

import unicodedata

_LETTERS_OF_THEIR_OWN = frozenset("й")


def alphabetical(text: str) -> tuple[str, str]:
    """Return what a text is sorted by; texts that differ only in case and marks stay together."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return "".join(map(_base, composed)), text


def _base(letter: str) -> str:
    if letter in _LETTERS_OF_THEIR_OWN:
        return letter
    return "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
