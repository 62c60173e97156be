"""What is to be removed from a text, and the mark that is left in its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from generator.load.source_document import Path
from generator.model.fields import Field
from generator.words.localization import Localization
from generator.words.message import msg
from generator.words.redaction_marks import mark_text

_WOULD_JOIN = "([:"
"""What makes a link, with a mark before it, in prose."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The day and the reason of a removal, as readers find them."""

    day: date
    reason: str

    def text(self, language: Localization) -> str:
        """Return what is left inside a text."""
        return mark_text(language, self.day, self.reason)

    def why(self, language: Localization) -> str:
        """Return why a value is missing."""
        return language(msg("redaction-why", date=self.day, reason=self.reason))


class Removal(Protocol):
    """What is to go from the texts of one file or frozen edition."""

    def without(self, path: Path, text: str, field: Field | None) -> str:
        """Return a text without it, which is the same text where nothing is to go."""

    def lines(self, text: str) -> list[int]:
        """Return for each place in a text from which something goes how many lines are above."""

    def translated(self, text: str) -> str:
        """Return the translation of a text from which something went, without the same."""


@dataclass(frozen=True, slots=True)
class ExactTexts:
    """Certain words wherever they are, whole and with the same capitals."""

    words: "re.Pattern[str]"
    mark: str

    def without(self, path: Path, text: str, field: Field | None) -> str:  # noqa: ARG002
        """Return a text without these words."""
        return self.words.sub(self._marked, text)

    def lines(self, text: str) -> list[int]:
        """Return the line of each place in a text where they are."""
        return [text.count("\n", 0, found.start()) for found in self.words.finditer(text)]

    def translated(self, text: str) -> str:
        """Return a text without these words; how they are in another script nobody knows."""
        return self.words.sub(self._marked, text)

    def _marked(self, found: "re.Match[str]") -> str:
        behind = found.string[found.end() : found.end() + 1]
        return f"{self.mark} " if behind and behind in _WOULD_JOIN else self.mark


@dataclass(frozen=True, slots=True)
class WholeTexts:
    """Values at places in a file, or all texts of the records that are there."""

    places: tuple[Path, ...]
    mark: str

    def without(self, path: Path, text: str, field: Field | None) -> str:
        """Return the mark in place of a text that is there; ids, dates and keys stay."""
        is_there = any(path[: len(place)] == place for place in self.places)
        named = path in self.places or (field is not None and field.takes_any_words)
        return self.mark if is_there and named else text

    def lines(self, text: str) -> list[int]:  # noqa: ARG002
        """Return the first line: all of a text goes."""
        return [0]

    def translated(self, text: str) -> str:  # noqa: ARG002
        """Return the mark: all of the text went."""
        return self.mark


def whole_words(texts: Sequence[str]) -> "re.Pattern[str]":
    """Return what finds texts that are no part of a longer word, whatever blanks are in them."""
    return re.compile("|".join(_bounded(r"\s+", text) for text in _longest_first(texts)))


def similar_words(texts: Sequence[str]) -> "re.Pattern[str]":
    """Return what also finds other capitals, and what an id or a file would make of texts."""
    joined = (_bounded(r"[\s._-]+", text) for text in _longest_first(texts))
    return re.compile("|".join(joined), re.IGNORECASE)


def _longest_first(texts: Sequence[str]) -> Iterator[str]:
    yield from sorted(texts, key=len, reverse=True)


def _bounded(blank: str, text: str) -> str:
    words = blank.join(map(re.escape, text.split()))
    first, last = text.strip()[0], text.strip()[-1]
    before = r"(?<!\w)" if re.match(r"\w", first) else ""
    behind = r"(?!\w)" if re.match(r"\w", last) else ""
    return f"{before}{words}{behind}"
