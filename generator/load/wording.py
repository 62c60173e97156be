"""How messages show what an editor typed, and guess what was meant."""

import difflib
from collections.abc import Collection

from generator.load.characters import HIDDEN
from generator.load.document import Value

_LONGEST = 60
_MOST_CHOICES = 20


def shown(value: Value) -> str:
    """Return a value as one short line that is safe to print."""
    if isinstance(value, dict):
        return f"keys with values ({listed(value)})" if value else "keys with values (none yet)"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    line = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(value.split()))
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1] + "…"
    return f'"{line}"' if line else "an empty text"


def listed(names: Collection[str]) -> str:
    """Return names as a list in a sentence, cut when there are very many."""
    kept = [shown(name)[1:-1] if name else '""' for name in names][:_MOST_CHOICES]
    more = len(names) - len(kept)
    return ", ".join(kept) + (f" and {more} more" if more else "")


def did_you_mean(word: str, choices: Collection[str]) -> str:
    """Return a question that names the nearest choice, or nothing when none is near."""
    by_folded = {choice.casefold(): choice for choice in choices}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return f'Did you mean "{by_folded[near[0]]}"?' if near else ""
