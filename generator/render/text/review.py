"""A change to be approved as text: for the command line, or in Markdown for a git host.

Nothing that content says is taken for markup, a mention or a link.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from urllib.parse import quote

from generator.core.markdown import as_words
from generator.model.values import MOST_READ
from generator.render.text.lines import TextLine, text_lines, word_count
from generator.render.text.terminal import plain
from generator.views.base.blocks import LinkTo
from generator.views.changes.read_text import ReadText
from generator.views.changes.review import ReviewedSubject, ReviewView
from generator.words.localization import Localization
from generator.words.message import msg

_WIDTH = 96
_IN_ADDRESS = ":/?#=&%~"


class _Part(StrEnum):
    """What a line is, which each form shows in its own way."""

    LEAD = "lead"
    HEADING = "heading"
    WORDS = "words"
    ITEM = "item"
    QUOTED = "quoted"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class _Line:
    part: _Part
    text: str
    mark: str = ""
    depth: int = 0
    is_heading: bool = False
    address: str = ""
    """Where a link leads."""


def plain_review(view: ReviewView, words: Localization, site: str = "") -> str:
    """Return a change as lines of plain text, none wider than a page.

    `site` is the address of a site with the change in it, if there is one.
    """
    lines: list[str] = []
    for line in _lines(view, words, site):
        lines += _wrapped(line)
    return "\n".join(lines).strip("\n") + "\n"


def markdown_review(view: ReviewView, words: Localization, site: str = "") -> str:
    """Return a change in Markdown, as `plain_review` does in plain text."""
    text, before = "", None
    for line in _lines(view, words, site):
        text += _between(before, line) + _marked(line)
        before = line
    return text + "\n"


def _wrapped(line: _Line) -> list[str]:
    match line.part:
        case _Part.LEAD:
            return _filled(line.text, "", "")
        case _Part.HEADING:
            return ["", line.text]
        case _Part.WORDS | _Part.LINK:
            return _filled(line.text, "  ", "  ")
        case _Part.ITEM:
            return _filled(line.text, "  - ", "    ")
    mark = f"{line.mark} " if line.mark else ""
    first = f"    | {'  ' * line.depth}{mark}"
    others = f"    | {' ' * (len(first) - len('    | '))}"
    return [*(["    |"] if line.is_heading else []), *_filled(line.text, first, others)]


def _filled(text: str, first: str, others: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _marked(line: _Line) -> str:
    match line.part:
        case _Part.HEADING:
            return f"#### {as_words(line.text)}"
        case _Part.LINK:
            return _link(as_words(line.text), line.address)
        case _Part.LEAD | _Part.WORDS:
            return as_words(line.text)
        case _Part.ITEM:
            return f"- {as_words(line.text)}"
    mark = f"{line.mark} " if line.mark else ""
    said = as_words(line.text)
    return f"> {'    ' * line.depth}{mark}{f'**{said}**' if line.is_heading else said}"


def _link(said: str, address: str) -> str:
    """Return words with a link; where there is no site, they name a page and lead nowhere."""
    is_whole = address.startswith(("https://", "http://"))
    return f"[{said}]({quote(address, safe=_IN_ADDRESS)})" if is_whole else said


def _between(before: _Line | None, line: _Line) -> str:
    """Return what is between two lines in Markdown: items of one list follow at once."""
    if before is None:
        return ""
    if line.part is before.part is _Part.ITEM:
        return "\n"
    if line.part is before.part is _Part.QUOTED:
        return "\n" if line.mark and before.mark else "\n>\n"
    return "\n\n"


def _lines(view: ReviewView, words: Localization, site: str) -> Iterator[_Line]:
    if not (view.subjects or view.lists or view.later or view.translations):
        yield _Line(_Part.LEAD, words(msg("review-nothing")))
        return
    if view.subjects:
        yield _Line(_Part.LEAD, words(view.lead))
    for subject in view.subjects:
        yield from _subject(subject, words, site)
    for group in view.lists:
        heading = msg("review-lists", heading=group.heading, count=group.count)
        yield _Line(_Part.HEADING, words(heading))
        for row in group.list.rows if group.list else ():
            yield _Line(_Part.ITEM, ": ".join(plain(cell, words) for cell in row))
    if view.later:
        yield _Line(_Part.HEADING, words(msg("review-later", date=view.later_from)))
    for subject in view.later:
        yield from _subject(subject, words, site)
    for language in view.translations:
        heading = msg("review-translations", language=language.name, count=len(language.texts))
        yield _Line(_Part.HEADING, words(heading))
        for text in language.texts:
            yield from _read(text, words)


def _subject(subject: ReviewedSubject, words: Localization, site: str) -> Iterator[_Line]:
    yield _Line(_Part.HEADING, plain((subject.who,), words))
    told = [*_sentences(subject, words), *_facts(subject, words)]
    yield from told
    said = " ".join(line.text for line in told)
    for text in subject.texts:
        if text.before or " ".join(text.after.split()).rstrip(".") not in said:
            yield from _read(text, words)
    if isinstance(subject.who, LinkTo):
        address = f"{site}{subject.who.target}"
        yield _Line(_Part.LINK, words(msg("review-page", address=address)), address=address)


def _sentences(subject: ReviewedSubject, words: Localization) -> Iterator[_Line]:
    if subject.told is None:
        return
    for text in subject.told.texts:
        yield _Line(_Part.WORDS, plain(text, words))
    if subject.told.unchanged:
        yield _Line(_Part.WORDS, words(subject.told.unchanged))
    for when, text in subject.told.evidence:
        yield _Line(_Part.ITEM, f"{words(when)}: {plain(text, words)}")


def _facts(subject: ReviewedSubject, words: Localization) -> Iterator[_Line]:
    for fact in subject.facts:
        if len(fact.items) == 1:
            yield _Line(_Part.WORDS, words(msg("review-fact", name=fact.name, value=fact.items[0])))
            continue
        yield _Line(_Part.WORDS, words(msg("review-facts", name=fact.name, count=len(fact.items))))
        for item in fact.items:
            yield _Line(_Part.ITEM, words(item))


def _read(text: ReadText, words: Localization) -> Iterator[_Line]:
    """Yield a whole text, and below it what its reworded parts said before."""
    now = text_lines(text.after, is_prose=text.is_prose)
    was = text_lines(text.before, is_prose=text.is_prose) if text.before else []
    count = word_count(now)
    is_long = count > MOST_READ
    state = "reworded" if text.before else "new"
    yield _Line(_Part.WORDS, words(msg(f"review-text-{state}", name=text.name, count=count)))
    if is_long and not text.is_page:
        yield _Line(_Part.WORDS, words(msg("review-long-text", count=count, most=MOST_READ)))
    yield from _without_unchanged(now, was, words) if is_long and was else map(_quoted, now)
    if gone := [line for line in was if line not in now]:
        yield _Line(_Part.WORDS, words(msg("review-before")))
        yield from map(_quoted, gone)


def _without_unchanged(
    now: Sequence[TextLine], was: Sequence[TextLine], words: Localization
) -> Iterator[_Line]:
    """Yield the new lines of a long text; those between them are counted."""
    for is_known, lines in groupby(now, key=lambda line: line in was):
        if is_known:
            count = len(list(lines))
            yield _Line(_Part.QUOTED, words(msg("review-unchanged-parts", count=count)))
        else:
            yield from map(_quoted, lines)


def _quoted(line: TextLine) -> _Line:
    return _Line(_Part.QUOTED, line.text, line.mark, line.depth, is_heading=line.is_heading)
