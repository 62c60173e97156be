"""How wide the columns of a printed table are, reckoned from their words."""

from collections.abc import Sequence
from math import sqrt

LONGEST_RUN = 22
"""Characters of a word that may not be broken in a table; longer ones have places to break."""

_HEAVY = 1.12
"""What semibold letters take more than the mean."""
_GAP = 2.4
"""Characters that the room between two columns is wide."""

_WIDEST = 70
"""Characters of a line from which more room gains nothing."""


def widths(columns: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return the columns' shares of `room` (in characters), head and cells of each given.

    Every column has room for its longest word, as far as there is room for all; what is left goes
    to those with more to say, by the root of how much.
    """
    least = [max(map(_longest_word, texts), default=1) * _HEAVY + _GAP for texts in columns]
    if sum(least) >= room:
        return least
    most = [
        max(low, min(max(map(len, texts), default=1) * _HEAVY + _GAP, _WIDEST))
        for texts, low in zip(columns, least, strict=True)
    ]
    if sum(most) <= room:
        rest = (room - sum(most)) / len(columns)
        return [wide + rest for wide in most]
    wants = [
        sqrt(max(sum(map(len, texts)) / max(len(texts), 1), 1)) * (wide - low)
        for texts, wide, low in zip(columns, most, least, strict=True)
    ]
    rest = room - sum(least)
    whole = sum(wants) or 1
    return [low + rest * want / whole for low, want in zip(least, wants, strict=True)]


def _longest_word(text: str) -> int:
    return min(max(map(len, text.split()), default=1), LONGEST_RUN)
