"""Text said in a language, with marks around what is in another one, or was translated too early.

Rendering turns the marks into those of HTML or of a document. They are characters for private use,
which content cannot hold, since nothing prints them (R705).
"""

import re

from fluent.runtime import FluentBundle

from generator.words.bundles import FIRST_LANGUAGE
from generator.words.localization import Localization
from generator.words.message import Listing, Message, Text, Translatable
from generator.words.translated import Outdated, Translated

FOREIGN, NAMED, END = "\ue010", "\ue011", "\ue012"
"""Around a passage in another language: the tag of the language is between the first two."""

OUTDATED, OUTDATED_END = "\ue013", "\ue014"
"""Around a passage whose original was changed since it was translated."""

_LETTER = re.compile(r"[^\W\d_]")


class MarkingLocalization(Localization):
    """Says texts as its like does, and marks what of them is in another language than it speaks."""

    def __init__(self, words: Localization, written_in: str) -> None:
        super().__init__(words.language, *words.own)
        self._plain = words
        self._written_in = written_in

    @property
    def _bundle(self) -> FluentBundle:
        return self._plain._bundle  # noqa: SLF001 - that of its like, which takes long to read

    def __call__(self, text: Text) -> str:
        """Return a text in the language, as `Localization` does, with marks inside."""
        if isinstance(text, Message | Listing):
            return super().__call__(text)
        said = self._plain(text)
        if isinstance(text, Translatable):
            is_other = not self._has(text.id) and differ(FIRST_LANGUAGE, self.speaks)
            return self._marked(said, FIRST_LANGUAGE) if is_other else said
        if not isinstance(text, str):
            # Its parts are texts of the language, and nothing that somebody typed.
            return said
        if language := other_language(text, self, self._written_in):
            said = self._marked(said, language)
        return f"{OUTDATED}{said}{OUTDATED_END}" if isinstance(text, Outdated) else said

    @staticmethod
    def _marked(said: str, language: str) -> str:
        return f"{FOREIGN}{language}{NAMED}{said}{END}" if _LETTER.search(said) else said


def other_language(text: Text, words: Localization, written_in: str) -> str:
    """Return the language of a text that somebody typed, if `words` speak another one; else "".

    `written_in` is the language in which the content was written.
    """
    if not isinstance(text, str):
        return ""
    language = words.language if isinstance(text, Translated) else written_in
    return language if differ(language, words.speaks) else ""


def differ(one: str, other: str) -> bool:
    """Return whether two languages are more than regional variants of one."""
    return one.partition("-")[0] != other.partition("-")[0]
