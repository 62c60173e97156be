"""How words of a page may be typed by readers whose keyboards lack some of their letters.

Search takes accents off by itself, but knows no plain letter for those that are letters of their
own: who types Lodz or Oresund means what is written with a stroke.
"""

import html
import re
import unicodedata

from anyascii import anyascii

_LATIN = (
    *range(0x80, 0x250),
    *range(0x1E00, 0x1F00),
    *range(0x2C60, 0x2C80),
    *range(0xA720, 0xA800),
)


def _stands_alone(letter: str) -> bool:
    return letter.isalpha() and unicodedata.normalize("NFKD", letter)[0] > "~"


_ALONE = "".join(filter(_stands_alone, map(chr, _LATIN)))
_LETTER = re.compile(f"[{_ALONE}]")
_WORD = re.compile(rf"[^\W_]*[{_ALONE}][^\W_]*")
_TAG = re.compile(r"<[^>]*>")
_REFERENCE = re.compile(r"&[^\s<&;]+;?")


def plain_spellings(text: str) -> str:
    """Return each word of a page's text that has such a letter as it may be typed, with blanks."""
    references = "".join(set(_REFERENCE.findall(text)))
    if not _LETTER.search(text) and not _LETTER.search(html.unescape(references)):
        # Few pages have one, and to look at every word takes long.
        return ""
    words = _WORD.findall(html.unescape(_TAG.sub(" ", text)))
    return " ".join(sorted({anyascii(word).lower() for word in words}))
