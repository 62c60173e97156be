"""English for messages to editors, which are written where they arise."""

from functools import cache

from generator.words.bundles import FIRST_LANGUAGE
from generator.words.localization import Localization
from generator.words.message import Text


def in_english(text: Text) -> str:
    """Return a date, a list or another text as the first language says it."""
    return _english()(text)


@cache
def _english() -> Localization:
    return Localization(FIRST_LANGUAGE)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 idea", "95 ideas"."""
    return f"{in_english(number)} {one if number == 1 else many or one + 's'}"
