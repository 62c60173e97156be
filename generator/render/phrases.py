"""Sentences that have links and other pieces inside: which comes where, a language decides."""

import re
from collections.abc import Iterator

from generator.views.base.blocks import Inline, Phrase
from generator.words.localization import Localization
from generator.words.message import Message
from generator.words.translated import Translated

_PLACE = re.compile("(\ue000[a-z_]+\ue001)")
"""Stands for a piece while the sentence is said; letters of no script, which no text has."""


def pieces_of(phrase: Phrase, words: Localization) -> Iterator[str | Inline]:
    """Yield the text and the pieces of a sentence in the order of the language.

    Text keeps its blanks at both ends. Raises as `Localization` does.
    """
    parts = {f"\ue000{name}\ue001": piece for name, piece in phrase.parts}
    # What a language says in place of it is in no other language.
    places = tuple((name, Translated(f"\ue000{name}\ue001")) for name, _ in phrase.parts)
    said = words(Message(phrase.message.id, (*phrase.message.values, *places)))
    for found in _PLACE.split(said):
        if found:
            yield parts.get(found, found)
