"""Text for paper: where it may break, and in which language it is."""

import re
import unicodedata
from collections.abc import Iterator

from generator.prose.escaping import collapsed
from generator.render.pdf.column_widths import LONGEST_RUN
from generator.words.bidi import isolated_from
from generator.words.formats import locale_of
from generator.words.marking import END, FOREIGN, NAMED, OUTDATED, OUTDATED_END

ZERO_WIDTH_SPACE = "\u200b"

_FOREIGN = re.compile(
    r"[\u0400-\u04ff](?:[\u0400-\u04ff\u0300-\u036f\s,;:.!?«»\-\u2013\u2014]*[\u0400-\u04ff])?"
    r"|¿[^?]*\?|¡[^!]*!|\w*ñ\w*",
    re.IGNORECASE,
)
"""Cyrillic letters; a Spanish question or exclamation; a word with a Spanish letter."""

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_LONG = re.compile(
    rf"[^\s\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uac00-\ud7af\uff00-\uffef]"
    rf"{{{LONGEST_RUN + 1},}}"
)
"""A long word of a script that has spaces between words; Typst knows where the others may break."""
_JOINT = re.compile(r"(?<=[/?&=_.\-])(?=\w)")

_PASSAGE = re.compile(f"{FOREIGN}([^{NAMED}]*){NAMED}([^{END}]*){END}")
_NO_MARKS = str.maketrans("", "", f"{OUTDATED}{OUTDATED_END}")
"""Takes away the marks of what was translated too early, which only pages explain."""

PrintedText = str | list[str | list[str]]
"""Text, or pieces of it of which some are [text, language]."""


def printed(text: str, language: str) -> PrintedText:
    """Return plain text with single spaces, as `exact` does."""
    return exact(collapsed(text).strip(" "), language)


def exact(text: str, language: str) -> PrintedText:
    """Return text with places to break in long words, in pieces where its language changes.

    `language` is that of the document, which is marked nowhere. Passages in another one are those
    with marks; in all others it is told from the letters, as `_told` does.
    """
    text = text.translate(_NO_MARKS)
    if FOREIGN not in text:
        return _told(text, language)
    pieces: list[str | list[str]] = []
    end = 0
    for found in _PASSAGE.finditer(text):
        pieces += _as_pieces(_told(text[end : found.start()], language))
        pieces += in_language(found[2], found[1], language)
        end = found.end()
    return pieces + _as_pieces(_told(text[end:], language))


def in_language(text: str, tag: str, language: str) -> list[str | list[str]]:
    """Return text in the language of a tag, in pieces for a document in another one."""
    own = tag.partition("-")[0]
    told = _told(isolated_from(text, locale_of(language).text_direction), own)
    return [[piece, own] if isinstance(piece, str) else piece for piece in _as_pieces(told)]


def _as_pieces(text: PrintedText) -> list[str | list[str]]:
    return text if isinstance(text, list) else [text] if text else []


def _told(text: str, language: str) -> PrintedText:
    """Return text in pieces where its letters tell that it is in another language.

    Ukrainian where some are used by Ukrainian only, else Russian where they are Cyrillic; Spanish
    where a sentence opens with its upside-down mark, or a word has its n with a tilde.
    """
    text = _LONG.sub(_breakable, text)
    if text.isascii():
        return text
    pieces: list[str | list[str]] = []
    end = 0
    for found in _FOREIGN.finditer(text):
        foreign = _language(found[0])
        if foreign == language:
            continue
        if found.start() > end:
            pieces.append(text[end : found.start()])
        pieces.append([found[0], foreign])
        end = found.end()
    if end < len(text):
        pieces.append(text[end:])
    return pieces if any(isinstance(p, list) for p in pieces) else text


def _language(passage: str) -> str:
    if not _CYRILLIC.search(passage):
        return "es"
    return "uk" if _UKRAINIAN.search(passage) else "ru"


def _breakable(found: re.Match[str]) -> str:
    """Return a long word with places to break: at its joints, else every few letters."""
    parts = _JOINT.split(found[0])
    return ZERO_WIDTH_SPACE.join(run for part in parts for run in _runs(part))


def _runs(part: str) -> Iterator[str]:
    """Yield a long word in pieces, none of which begins with a mark of the letter before it."""
    start = 0
    for at, letter in enumerate(part):
        if at - start >= LONGEST_RUN and not unicodedata.category(letter).startswith("M"):
            yield part[start:at]
            start = at
    yield part[start:]
