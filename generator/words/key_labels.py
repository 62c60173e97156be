"""What every fixed key is called on its own, explained to readers or not."""

from enum import StrEnum

from generator.model.report import FiscalLabel
from generator.words import states
from generator.words.message import Text, msg


def key_label(key: StrEnum) -> Text:
    """Return what a key is called on its own; how fiscal years are named says so by itself."""
    if isinstance(key, FiscalLabel):
        return key.value
    if states.is_explained(type(key)):
        return states.label(key)
    return msg(f"key-{type(key).__name__.lower()}-{key.value}")
