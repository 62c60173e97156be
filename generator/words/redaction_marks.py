"""The mark that is left in a text where personal data was removed: how it is written, and found."""

import re
from datetime import date
from functools import cache

from generator.words.localization import Localization
from generator.words.message import msg

_DATE, _REASON = "\ue000", "\ue001"
"""Stand for the parts of a mark, of which only a language knows where they are."""


def mark_text(language: Localization, day: date, reason: str) -> str:
    """Return the mark, as a language writes it."""
    return language(msg("redaction-mark", date=day, reason=reason))


@cache
def marks_of(language: str) -> "re.Pattern[str]":
    """Return what finds marks in texts of a language; what they say is no part of these texts."""
    written = Localization(language)(msg("redaction-mark", date=_DATE, reason=_REASON))
    parts = re.escape(written).replace(_DATE, r"[^\[\]]+?").replace(_REASON, r"[^\[\]]+?")
    return re.compile(parts)
