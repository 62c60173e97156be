"""How messages show what an editor typed."""

from generator.core.naming import name_list
from generator.load.characters import HIDDEN
from generator.load.source_document import Value

_LONGEST = 60
MOST_CHOICES = 20
"""How many keys or words one message names."""


def shown(value: Value) -> str:
    """Return a value as one short line that is safe to print."""
    if isinstance(value, dict):
        names = name_list(
            [shown(name)[1:-1] if name else '""' for name in value], "and", MOST_CHOICES
        )
        return f"keys with values ({names if value else 'none yet'})"
    if isinstance(value, list):
        return f"a list of {len(value)}" if value else "an empty list"
    line = HIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(value.split()))
    if not line:
        return "empty text"
    if len(line) > _LONGEST:
        line = line[: _LONGEST - 1] + "…"
    before, after = " " * value[0].isspace(), " " * value[-1].isspace()
    return f'"{before}{line}{after}"'


def blanks_around(value: Value) -> str:
    """Return in words where a text begins or ends with blanks, which nobody sees; else nothing."""
    if not isinstance(value, str) or not value.strip():
        return ""
    before, after = value[0].isspace(), value[-1].isspace()
    return " and ".join(["before it"] * before + ["after it"] * after)
