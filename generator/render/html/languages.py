"""Marks of passages in another language, as HTML."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from generator.words.marking import END, FOREIGN, OUTDATED

_TOKENS = re.compile(rf"<[^>]*>|[{FOREIGN}{OUTDATED}{END}]")
_MARKS = re.compile(rf"[{FOREIGN}{OUTDATED}{END}]")
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
_ONLY_TEXT = frozenset({"svg", "option", "title", "textarea", "script", "style"})
"""Elements inside of which no passage is marked."""


def with_languages(body: str, language: str, sign: Markup, note: Markup) -> str:
    """Return the body of a page with its marks as HTML.

    Passages that are marked as foreign are in `language`. `sign` is put beside passages that were
    translated before their originals were changed; `note`, which says what it means, is put at the
    end where there are any. Attributes lose their marks, and so does what is in an element that may
    hold nothing but text, and in drawings, which are described.
    """
    if not _MARKS.search(body):
        return body
    pieces = _Pieces(language, sign)
    made = "".join(pieces.of(body))
    return f'{made}\n\n<p class="r-outdated">{note}</p>\n' if pieces.has_outdated else made


class _Pieces:
    """Goes through a body once, and knows inside of which elements it is."""

    def __init__(self, language: str, sign: Markup) -> None:
        self.language, self.sign = language, sign
        self.has_outdated = False
        self._depth = 0
        self._open = ""

    def of(self, body: str) -> Iterator[str]:
        end = 0
        for found in _TOKENS.finditer(body):
            yield body[end : found.start()]
            end = found.end()
            token = found[0]
            yield self._tag(token) if token.startswith("<") else self._mark(token)
        yield body[end:]

    def _tag(self, tag: str) -> str:
        if named := _NAME.match(tag):
            name, step = named[2].lower(), -1 if named[1] else 1
            if name in _ONLY_TEXT:
                self._depth += step
        return _MARKS.sub("", tag)

    def _mark(self, mark: str) -> str:
        if self._depth:
            return ""
        if mark == END:
            return f"<sup>{self.sign}</sup>" if self._open == OUTDATED else "</span>"
        self._open = mark
        if mark == OUTDATED:
            self.has_outdated = True
            return ""
        return f'<span lang="{self.language}">'
