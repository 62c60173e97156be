"""Ids: what words become one, and which names nothing may have, because they stand for another."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from itertools import chain, count

from anyascii import anyascii

ID_PATTERN = r"[a-z0-9]+(?:-[a-z0-9]+)*"

LONGEST_ID = 80
"""How many characters an id may have: with folder and ending it is a file's name everywhere."""

LONGEST_MADE = 60
"""How many characters an id has that is made from a title."""

_HOME = "index"
"""The page that a web server shows for a folder: `areas/index/` would be `areas/`."""

_DEVICE = "con|prn|aux|nul|com[0-9]|lpt[0-9]"
_DEVICES = re.compile(rf"(?:{_DEVICE})(?:\..*)?", re.IGNORECASE)
"""What Windows takes for a device, with any ending: no such file can be saved or fetched there."""

FREE_ID = rf"(?!(?:{_HOME}|{_DEVICE})$){ID_PATTERN}"
"""An id that something may have, as a pattern for a whole text."""


@lru_cache(maxsize=1 << 15)
def reserved(name: str) -> str:
    """Return why neither an id nor a file may have a name, in words after "which"; else nothing.

    Capitals do not count.
    """
    if name.partition(".")[0].casefold() == _HOME:
        return "is what web servers call the first page of a folder"
    if _DEVICES.fullmatch(name):
        return "is a device to Windows, where no file can have this name"
    return ""


def folded(name: str) -> str:
    """Return what two names or addresses share that some computer takes for one and the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def id_from(words: str, most: int = LONGEST_MADE) -> str:
    """Return an id for words: small letters, digits, single hyphens, whole words; or nothing.

    Letters of any script are written in Latin ones. What comes back may still be `reserved`.
    """
    parts = re.findall(r"[a-z0-9]+", _latin(words))
    made = ""
    for part in parts:
        longer = f"{made}-{part}".strip("-")
        if len(longer) > most:
            break
        made = longer
    return made or "".join(parts)[:most]


def free_id_from(words: str, taken: Container[str], most: int, otherwise: str) -> str:
    """Return an id for words that nothing has or stands for; `otherwise` where they give none."""
    made = id_from(words, most) or otherwise
    numbered = (f"{made}-{number}" for number in count(2))
    return next(one for one in chain((made,), numbered) if not (one in taken or reserved(one)))


def _latin(words: str) -> str:
    """Return words in small Latin letters; signs and pictures part words, and have no name."""
    composed = unicodedata.normalize("NFC", words)
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in composed)
    return anyascii("".join(kept)).lower()
