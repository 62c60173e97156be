"""How messages name things: quoted, listed, and with a guess at what was meant."""

from collections.abc import Collection
from difflib import get_close_matches

_MOST_NAMES = 12
_LONGEST = 200
"""Characters of a word that a message shows, and of one that could be meant for another."""


def quoted(word: object) -> str:
    """Return a word in quotation marks, as editors see it in files; a very long one is cut."""
    text = str(word)
    return f'"{text}"' if len(text) <= _LONGEST else f'"{text[:_LONGEST]}..."'


def name_list(names: Collection[object], last: str = "or", most: int = _MOST_NAMES) -> str:
    """Return names as a list in a sentence, with a word before the last; long lists are cut."""
    words = [str(name) for name in names]
    if not words:
        return "none yet"
    if len(words) > most:
        words = [*words[:most], f"{len(words) - most} more"]
        last = "and"
    if len(words) < len(("one", "two", "three")):
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"


def now_called(former: object, present: object) -> str:
    """Return that what had one id has another now, without the period that ends the sentence."""
    return f"{quoted(former)} is now {quoted(present)}"


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """Return a question that names the nearest choice, with a space after it, or nothing.

    Capitals do not count.
    """
    near = nearest(word, choices)
    return f"Did you mean {quoted(near)}? " if near else ""


class Guesses:
    """Guesses at what was meant, for so many words only: each looks at all that may be meant.

    Whoever has more of them has one fault many times, and sees it in the first.
    """

    MOST = 100

    def __init__(self) -> None:
        self._made: dict[str, str] = {}

    def of(self, word: str, choices: Collection[str]) -> str:
        """Return what `did_you_mean` does, or nothing once there were too many."""
        if word not in self._made and len(self._made) < self.MOST:
            self._made[word] = did_you_mean(word, choices)
        return self._made.get(word, "")


def nearest(word: str, choices: Collection[str]) -> str:
    """Return the choice that is most like a word, or nothing where none is near."""
    if len(word) > _LONGEST:
        return ""
    by_folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else ""
