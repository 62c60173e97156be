"""How messages name things: quoted, listed, and with a guess at what was meant."""

from collections.abc import Collection
from difflib import get_close_matches

_MOST_NAMES = 12


def quoted(word: object) -> str:
    """Return a word in quotation marks, as editors see it in files."""
    return f'"{word}"'


def listed(names: Collection[object], last: str = "or") -> str:
    """Return names as a list in a sentence, the last joined by a word; long lists are cut."""
    words = [str(name) for name in names]
    if not words:
        return "none so far"
    if len(words) > _MOST_NAMES:
        return f"{', '.join(words[:_MOST_NAMES])} and {len(words) - _MOST_NAMES} more"
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """Return a question that names the nearest choice, with a space after it, or nothing."""
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    return f"Did you mean {quoted(near[0])}? " if near else ""
