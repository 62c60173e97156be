"""Labels of the fixed keys that a report's vocabulary does not name."""

from enum import StrEnum

from generator.model.report import FiscalLabel
from generator.words.message import Text, msg


def key_label(key: StrEnum) -> Text:
    """Return what a key is called on its own; how fiscal years are named says so by itself."""
    if isinstance(key, FiscalLabel):
        return key.value
    return msg(f"key-{type(key).__name__.lower()}-{key.value}")
