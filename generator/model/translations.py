"""Texts of the report in another language, each beside a digest of the text it was made from."""

import hashlib
from pathlib import PurePosixPath
from typing import Annotated

from pydantic import AfterValidator

from generator.model.values import Record, Text, matches

TRANSLATION = "translation"
"""The kind of part that a file of translations is, beside the parts of the report."""

_DIGITS = 16


def digest_of(text: str) -> str:
    """Return what tells a text from every other, and from what it was before it was changed."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


Digest = Annotated[
    str,
    AfterValidator(
        matches(
            rf"[0-9a-f]{{{_DIGITS}}}",
            "not_a_digest",
            f"the digest of a text: {_DIGITS} digits and lowercase letters up to f",
            "Take it from annual-report new translation, which writes it.",
        )
    ),
]
"""The digest of a text, as `digest_of` gives it."""


_SOURCES = "sources"
"""A list that may be split over files; its translations are not."""


def original_of(path: str) -> str:
    """Return how files of translations name the file of content at a path: `initiatives/x`."""
    _, *below = PurePosixPath(path).with_suffix("").parts
    return _SOURCES if below[0] == _SOURCES else "/".join(below)


class TranslatedText(Record):
    """One text in another language."""

    of: Digest
    """The digest of the text that it was made from. Example: 9f86d081884c7d65"""
    original: Text | None = None
    """That text, for whoever translates it; nothing else is done with it."""
    text: Text | None = None
    """The text in the other language; nothing while it is still to be translated.

    Example: Bicicletas compartidas
    """
    outdated: Text | None = None
    """The translation of what the text said before, which is shown until there is another one."""


class Translation(Record):
    """What a file of content/translations holds: the texts of one file in another language."""

    texts: dict[str, TranslatedText]
    """The texts, by where each is in the original, as `title` or `ideas.more-racks.text`.

    Example: title
    """
