"""Text said in a language, with marks around what is in another one, or was translated too early.

Rendering turns the marks into those of HTML or of a document. They are characters for private use,
which content cannot hold, since nothing prints them (R705).
"""

import re

from generator.words.localization import Localization
from generator.words.message import Listing, Message, Text
from generator.words.translated import Outdated, Translated

FOREIGN, OUTDATED, END = "\ue000", "\ue001", "\ue002"
"""What begins a passage in the language of the content, or one whose original was changed since it
was translated, and what ends either."""

_LETTER = re.compile(r"[^\W\d_]")


class MarkingLocalization(Localization):
    """Says texts as its like does, and marks what of them is in the language of the content."""

    def __init__(self, words: Localization, written_in: str) -> None:
        super().__init__(words.language, *words.own)
        self._plain = words
        self._is_foreign = written_in.partition("-")[0] != self.language.partition("-")[0]

    def __call__(self, text: Text) -> str:
        """Return a text in the language, as `Localization` does, with marks inside."""
        if isinstance(text, Message | Listing):
            return super().__call__(text)
        if not isinstance(text, str):
            # Its parts are texts of the language, and nothing that somebody typed.
            return self._plain(text)
        if isinstance(text, Outdated):
            return f"{OUTDATED}{text}{END}"
        foreign = self._is_foreign and not isinstance(text, Translated) and _LETTER.search(text)
        return f"{FOREIGN}{text}{END}" if foreign else text
