"""Marks of passages in another language, as HTML."""

import re
from collections.abc import Iterator
from html import unescape

from markupsafe import Markup

from generator.words.formats import locale_of
from generator.words.localization import Localization
from generator.words.marking import END, FOREIGN, NAMED, OUTDATED, OUTDATED_END

_MARKS = re.compile(rf"{FOREIGN}([^{NAMED}]*){NAMED}|[{END}{OUTDATED}{OUTDATED_END}]")
_TOKENS = re.compile(rf"<[^>]*>|\{{: [^}}]*\}}|{_MARKS.pattern}")
"""Tags, Markdown's lists of attributes, which content cannot write, and marks."""
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ONLY_TEXT = frozenset({"svg", "option", "title", "textarea", "script", "style"})
"""Elements inside of which no passage is marked."""


def language_attributes(language: str, words: Localization) -> str:
    """Return the attributes of an element in another language than its page speaks."""
    direction = locale_of(language).text_direction
    turned = f' dir="{direction}"' if direction != words.locale.text_direction else ""
    return f'lang="{language}"{turned}'


def with_languages(body: str, words: Localization, sign: Markup, note: Markup) -> str:
    """Return the body of a page with its marks as HTML.

    `sign` is put beside passages that were translated before their originals were changed; `note`,
    which says what it means, is put at the end where there are any. Attributes lose their marks,
    and so does what is in an element that may hold nothing but text, and in drawings, which are
    described.
    """
    if not _MARKS.search(body):
        return body
    pieces = _Pieces(words, sign)
    made = "".join(pieces.of(body))
    return f'{made}\n\n<p class="r-outdated">{note}</p>\n' if pieces.has_outdated else made


class _Pieces:
    """Goes through a body once, and knows inside of which elements it is."""

    def __init__(self, words: Localization, sign: Markup) -> None:
        self.words, self.sign = words, sign
        self.has_outdated = False
        self._depth = 0

    def of(self, body: str) -> Iterator[str]:
        end = 0
        for found in _TOKENS.finditer(body):
            yield body[end : found.start()]
            end = found.end()
            token = found[0]
            yield self._tag(token) if token[0] in "<{" else self._mark(token, found[1])
        yield body[end:]

    def _tag(self, tag: str) -> str:
        if named := _NAME.match(tag):
            name, step = named[2].lower(), -1 if named[1] else 1
            if name in _ONLY_TEXT:
                self._depth += step
        return _MARKS.sub("", tag)

    def _mark(self, mark: str, language: str) -> str:
        if self._depth:
            return ""
        if language:
            # Printing made it safe with all that it stands before.
            return f"<span {language_attributes(unescape(language), self.words)}>"
        if mark == END:
            return "</span>"
        self.has_outdated = True
        return f"<sup>{self.sign}</sup>" if mark == OUTDATED_END else ""
