"""Pasted text in a form that content may have: what nobody sees goes, and is counted."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from generator.core.naming import quoted
from generator.load.characters import HIDDEN

_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f"
    "-\u206f\u3000\ufeff\ufffe\uffff\ud800-\udfff\u061c]"
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060-\u2064\ufeff]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MOST_LINES = 2
"""Line breaks that may follow each other."""

INVISIBLE = "invisible character{s} removed"
MISREAD = "character{s} of Windows-1252 written as meant"
SPECIAL = "special space{s} replaced by plain ones"
CAPITALS = "text{s} in capitals written with small letters"
TAGS = "text{s} of HTML turned into prose"
LINES = "line break{s} replaced by spaces"
BRACKETS = "sign{s} of < > {{ }}, which no name may have, written as \u2039 \u203a ( )"
PICTURES = "picture{s}, film{s}, and the like left out of HTML, since no text can hold them"
TIMES = "time{s} of day left out of dates"


@dataclass(slots=True)
class Repairs:
    """What was put right in an export, counted by what it was and by column."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def count(self, what: str, column: str, number: int = 1) -> None:
        """Count something that was put right in a column."""
        if number:
            self.counts[what, column] += number

    def told(self) -> list[str]:
        """Return a line for everything that was put right, most frequent first."""
        return [
            f"{number:,} {what.format(s='' if number == 1 else 's')} in {quoted(column)}"
            for (what, column), number in sorted(
                self.counts.items(), key=lambda item: (-item[1], item[0])
            )
        ]


def repaired(text: str, column: str, repairs: Repairs) -> str:
    """Return a text without what content refuses: controls, marks of direction, special spaces.

    A character from U+0080 to U+009F is what Windows-1252 has at that place, if it has anything: a
    program that took the one encoding for another left it. White space around the text goes.
    """
    if not _SUSPECT.search(text):
        return text.strip()
    text = _BREAKS.sub("\n", text)
    text, misread = re.subn("[\x80-\x9f]", _windows, text)
    text, special = _SPACES.subn(" ", text)
    text, invisible = _INVISIBLE.subn("", text)
    text, hidden = HIDDEN.subn("", text)
    repairs.count(MISREAD, column, misread)
    repairs.count(SPECIAL, column, special)
    repairs.count(INVISIBLE, column, invisible + hidden)
    return text.strip()


def _windows(found: re.Match[str]) -> str:
    return bytes([ord(found[0])]).decode("cp1252", "ignore") or "\u200b"


def one_line(text: str, column: str, repairs: Repairs) -> str:
    """Return a text in one line, with single spaces."""
    repairs.count(LINES, column, text.count("\n"))
    return " ".join(text.split())


_IN_A_NAME = str.maketrans("<>{}", "\u2039\u203a()")


def in_a_name(text: str, column: str, repairs: Repairs) -> str:
    """Return a text for a title or name: with brackets that it may have in place of others."""
    repairs.count(BRACKETS, column, sum(map(text.count, "<>{}")))
    return text.translate(_IN_A_NAME)


def tidy_lines(text: str) -> str:
    """Return a text whose lines end in no blanks, with one empty line at most between two."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return re.sub("\n{3,}", "\n" * _MOST_LINES, "\n".join(lines)).strip()


_SMALL = frozenset(
    # Split, because a list of them is one line a word.
    "a an and as at but by for from in nor of on or the to with de del des du la las le les "  # noqa: SIM905
    "los y e et i da do dos das der die und von zu".split()
)
"""Words that stay small inside a name."""


_LONGEST_INITIALS = 4
"""Letters of a single word in capitals that are taken for initials, as in IT or NASA."""


def in_title_case(text: str, column: str, repairs: Repairs) -> str:
    """Return a text that is all capitals with a capital for each word; any other as it is."""
    letters = [c for c in text if c.isalpha()]
    is_short = len(letters) <= _LONGEST_INITIALS and len(text.split()) == 1
    if is_short or not any(c.isupper() for c in letters) or any(c.islower() for c in letters):
        return text
    repairs.count(CAPITALS, column)
    words = [_word(word, place) for place, word in enumerate(text.split())]
    return " ".join(words)


def _word(word: str, place: int) -> str:
    small = word.lower()
    if place and small in _SMALL:
        return small
    return "-".join(part[:1].upper() + part[1:] for part in small.split("-"))


def alike(text: str) -> str:
    """Return what two texts share that people take for the same words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
