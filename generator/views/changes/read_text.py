"""A text as whoever approves a change reads it."""

from dataclasses import dataclass

from generator.words.message import Text


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text that is new or reworded, whole."""

    name: Text
    """Where in the record it is."""
    before: str
    """Nothing where it is new."""
    after: str
    is_prose: bool
    is_page: bool
    """Whether it is a page of its own, which may be long."""
