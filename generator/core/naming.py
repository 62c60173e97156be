"""How messages name things: quoted, listed, and with a guess at what was meant."""

import re
from collections.abc import Collection, Mapping, Sequence
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
    """Return a question that names the nearest choice, with a space after it, or nothing."""
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
    """Return the choice that was most likely meant by a word, or nothing where none is near.

    Where `choices` gives each a name, as titles by ids, a name is as good as the choice itself.
    Capitals and what is between words do not count.
    """
    if len(word) > _LONGEST:
        return ""
    names = choices if isinstance(choices, Mapping) else {}
    asked = _words_of(word)
    called = [(one, _words_of(text)) for one in choices for text in (one, str(names.get(one, "")))]
    among = dict.fromkeys(one for one, words in called if _are_among(asked, words))
    return (
        _only(dict.fromkeys(one for one, words in called if asked and words == asked))
        or _only(dict.fromkeys(one for one, words in called if _shortened(asked, words)))
        or _alike(word, {one: one for one in choices})
        or _only(among)
        or _alike(word, {} if among else {str(name): one for one, name in names.items()})
    )


def _words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _only(found: Collection[str]) -> str:
    """Return the one thing that was found; nothing where there are more."""
    return next(iter(found)) if len(found) == 1 else ""


def _shortened(asked: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether words are what was asked for with initials written out, as "IT" may be."""
    if not asked or not words:
        return not asked and not words
    first, rest = asked[0], asked[1:]
    if first == words[0]:
        return _shortened(rest, words[1:])
    initials = "".join(word[0] for word in words[: len(first)])
    return len(first) > 1 and initials == first and _shortened(rest, words[len(first) :])


def _are_among(asked: Collection[str], words: Collection[str]) -> bool:
    """Return whether two words or more are all among others."""
    return len(asked) > 1 and set(asked) <= set(words)


def _alike(word: str, choices: Mapping[str, str]) -> str:
    by_folded = {text.casefold(): one for text, one in choices.items()}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else ""
