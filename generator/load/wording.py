"""How messages show what an editor typed."""

from generator.load.characters import HIDDEN
from generator.load.document import Value
from generator.wording import listed

_LONGEST = 60
MOST_CHOICES = 20
"""How many keys or words one message names."""


def shown(value: Value) -> str:
    """Return a value as one short line that is safe to print."""
    if isinstance(value, dict):
        names = listed([shown(name)[1:-1] if name else '""' for name in value], "and", MOST_CHOICES)
        return f"keys with values ({names if value else 'none yet'})"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    line = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(value.split()))
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1] + "…"
    return f'"{line}"' if line else "an empty text"
