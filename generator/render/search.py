"""What search finds a page by: its headings and first words, and the words that few pages share.

Material's search indexes every word of every page, and most of them stand on many pages. Here a
page says in its own Markdown what of it is to be indexed, so that every build makes the same index.
The marks are those of Material's search plugin, which takes them out of the finished page.
"""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MARK = "data-search-exclude"
"""Without a value: what stands here stands on another page too, and is to be found there."""

OFF = f'{MARK}="w"'
"""With any value: not indexed as it stands; the words it is found by are said apart."""

KEPT = ('<p class="r-lede">', 'data-search-keep="heads"')
"""Lines that are indexed as they stand: first words, and heads of rows, such as ideas."""

SHARE = 10
"""A word that stands on more than one page in so many leads nowhere, and is left out."""

FEW = 8
"""Pages that a word may stand on however small the site is."""

TITLE = 1
"""The section of the page's title; what stands above it has no heading and no words."""

_LEFT_OUT = re.compile(
    rf"<(\w+) [^>]*\b{MARK}(?!=)[^>]*>.*?</\1>"
    r"|<(title|desc)>.*?</\2>"
    r'|<span class="r-refs">.*?</span>'
    r'|<a href="[./]*sources/#.*?</a>'
    r"|<[^>]*>|\{:[^}]*\}|\]\([^)]*\)"
)
_WORD = re.compile("[^\\W_]+(?:[.,'\u2019&][^\\W_]+)*")
_HEAD_CELL = re.compile(r'<th scope="row">.*?</th>')
_BLOCK = re.compile(r"<(?!div class=\"prose\">|h[1-6]\b|/)\w+")
_REST_OF_TABLE = re.compile(r"<(caption|thead|td)\b")
_HEADING = re.compile(r"#{1,6} |<h[1-6]\b")
_LINK_LINE = re.compile(r"\[.*\]\(.*\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a page with what stands below it, up to the next."""

    heading: str
    """As it is where search is to find it."""
    unfound: str
    """The same, marked as not to be found."""
    body: str
    kept: bool
    """Whether something below the heading is indexed as it stands."""
    words: tuple[str, ...]
    """Every other word, each once on the page."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A page as search needs it, made from its own text alone."""

    front: str
    parts: tuple[Part, ...]
    said: tuple[str, ...]
    """The words that are indexed as they stand, in small letters."""


def marked_for_search(
    pages: Mapping[str, Searchable | str], by_section: Iterable[str]
) -> dict[str, str]:
    """Return the pages' Markdown with the marks and words that search goes by.

    `by_section` are the paths of long pages whose words stand with each section; elsewhere the
    words of the whole page stand under its title. Pages that are not searched are texts already.
    """
    shared = _shared_words(page for page in pages.values() if not isinstance(page, str))
    parted = frozenset(by_section)
    return {
        path: page if isinstance(page, str) else _printed(page, shared, by_section=path in parted)
        for path, page in pages.items()
    }


def searchable(text: str) -> Searchable | str:
    """Return a page as search needs it; its own text where it is not searched."""
    front, end, body = text.partition("\n---\n")
    if '\nsearch: {"exclude": true}' in front:
        return text
    sections = list(_sections(body))
    kept = {word.lower() for heading, lines in sections for word in _kept_words(heading, lines)}
    seen = set(kept)
    parts = tuple(_part(heading, lines, seen) for heading, lines in sections)
    return Searchable(front + end, parts, tuple(sorted(kept)))


def packed(text: str) -> str:
    """Return a page's text, as search needs it, in one text that may be kept: see `unpacked`."""
    page = searchable(text)
    if isinstance(page, str):
        return json.dumps(page)
    parts = [[part.heading, part.unfound, part.body, part.kept, part.words] for part in page.parts]
    return json.dumps([page.front, parts, page.said])


def unpacked(found: Any) -> Searchable | str:  # noqa: ANN401 - whatever JSON gives
    """Return what `packed` was given: a page as search needs it, or the text of one unsearched.

    `found` is what JSON reads from what `packed` returned.
    """
    if isinstance(found, str):
        return found
    front, parts, said = found
    made = tuple(
        Part(heading, unfound, body, kept, tuple(words))
        for heading, unfound, body, kept, words in parts
    )
    return Searchable(front, made, tuple(said))


def _sections(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each heading with its lines; the first has no heading."""
    heading, lines = "", list[str]()
    for line in body.split("\n"):
        if _HEADING.match(line) and (line[0] == "<" or not (lines and lines[-1])):
            yield heading, lines
            heading, lines = line, []
        else:
            lines.append(line)
    yield heading, lines


def _part(heading: str, lines: list[str], seen: set[str]) -> Part:
    """Return a section; its words are those that are not in `seen`, which takes them up."""
    words = []
    for word in _words("\n".join([heading, *lines])):
        small = word.lower()
        if len(small) > 1 and small not in seen:
            seen.add(small)
            words.append(word)
    body = "\n".join(map(_line, lines))
    kept = any(mark in body for mark in KEPT)
    return Part(heading, _heading_off(heading), body, kept, tuple(words))


def _kept_words(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield the words of what is indexed as it stands, the heading included."""
    found = [heading]
    for line in lines:
        if KEPT[1] in line:
            found += _HEAD_CELL.findall(line)
        elif KEPT[0] in line:
            found.append(line)
    yield from _words("\n".join(found))


def _words(text: str) -> list[str]:
    return _WORD.findall(html.unescape(_LEFT_OUT.sub(" ", text)))


def _shared_words(pages: Iterable[Searchable]) -> frozenset[str]:
    """Return the words that too many pages hold."""
    found: Counter[str] = Counter()
    number = 0
    for page in pages:
        number += 1
        found.update(page.said)
        found.update(word.lower() for part in page.parts for word in part.words)
    most = max(FEW, number // SHARE)
    return frozenset(word for word, count in found.items() if count > most)


def _printed(page: Searchable, shared: frozenset[str], *, by_section: bool) -> str:
    """Return a page's Markdown; a heading is found where something below it is."""
    bags = [[word for word in part.words if word.lower() not in shared] for part in page.parts]
    if not by_section:
        whole = [word for bag in bags for word in bag]
        bags = [whole if place == TITLE else [] for place in range(len(bags))]
    lines = []
    for place, (part, bag) in enumerate(zip(page.parts, bags, strict=True)):
        if part.heading:
            found = place == TITLE or bag or part.kept
            lines.append(part.heading if found else part.unfound)
        lines.append(part.body)
        if bag:
            words = html.escape(" ".join(sorted(bag, key=str.lower)))
            # The inner tag is one that the index keeps, so that the results can show less of them.
            lines += [f'<p class="r-words" hidden><sub>{words}</sub></p>', ""]
    return page.front + "\n".join(lines)


def _heading_off(heading: str) -> str:
    if heading.startswith("<"):
        return re.sub(r"^<h\d", rf"\g<0> {OFF}", heading)
    off = f"{MARK}=w }}"
    if heading.rstrip().endswith("}"):
        return f"{heading.rstrip()[:-1].rstrip()} {off}"
    return f"{heading} {{: {off}"


def _line(line: str) -> str:
    """Return a line with the mark that it is not indexed, where it has none yet."""
    if KEPT[0] in line:
        return line
    if KEPT[1] in line:
        return _REST_OF_TABLE.sub(rf"<\1 {OFF}", line)
    if _LINK_LINE.fullmatch(line):
        return f"{line}\n{{: {MARK}=w }}"
    opening = _BLOCK.match(line)
    if not opening or MARK in line.partition(">")[0]:
        return line
    return f"{opening[0]} {OFF}{line[opening.end() :]}"
