"""Lists that show only their first items, and say so."""

from collections.abc import Sequence

from generator.derive.snapshot.snapshot import InitiativeState
from generator.views.base.blocks import Cell, Phrase, SideNote, phrase
from generator.views.base.shared import to_initiative
from generator.words.message import Message, msg


def shortened(items: Sequence[Cell], most: int) -> tuple[Cell, ...]:
    """Return the first items, and how many more the full report has."""
    rest = len(items) - most
    if rest <= 0:
        return tuple(items)
    return (*items[:most], (SideNote(msg("brief-rest", count=rest)),))


def named(state: InitiativeState) -> Phrase:
    """Return an initiative's name with the mark behind it, for an item of a list."""
    return phrase(msg("common-name"), name=to_initiative(state.initiative))


def cut(caption: Message, items: Sequence[object], most: int) -> Message:
    """Return a caption that says how many of the items are shown, where that is not all."""
    return msg("brief-first", caption=caption, count=most) if len(items) > most else caption
