"""What search finds a page by: its headings and first words, and the words that few pages share.

Material's search indexes every word of every page, and most of them stand on many pages. Here a
page says in its own Markdown what of it is to be indexed, so that every build makes the same index.
The marks are those of Material's search plugin, which takes them out of the finished page.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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


@dataclass(slots=True)
class _Section:
    """A heading with the lines below it, up to the next."""

    heading: str
    lines: list[str]


def marked_for_search(texts: Mapping[str, str], by_section: Iterable[str]) -> dict[str, str]:
    """Return the pages' Markdown with the marks and words that search goes by.

    `by_section` are the paths of long pages whose words stand with each section; elsewhere the
    words of the whole page stand under its title. Pages that are not searched stay as they are.
    """
    pages = {path: _parted(text) for path, text in texts.items() if _searched(text)}
    shared = _shared_words(pages.values())
    parted = frozenset(by_section)
    made = dict(texts)
    for path, (front, sections) in pages.items():
        made[path] = front + _marked(sections, shared, by_section=path in parted)
    return made


def _searched(text: str) -> bool:
    return '\nsearch: {"exclude": true}\n' not in text.partition("\n---\n")[0] + "\n"


def _parted(text: str) -> tuple[str, list[_Section]]:
    """Return the front matter, and the sections of the rest; the first has no heading."""
    front, end, body = text.partition("\n---\n")
    sections = [_Section("", [])]
    before = ""
    for line in body.split("\n"):
        if _HEADING.match(line) and (line[0] == "<" or not before):
            sections.append(_Section(line, []))
        else:
            sections[-1].lines.append(line)
        before = line
    return front + end, sections


def _shared_words(pages: Iterable[tuple[str, list[_Section]]]) -> frozenset[str]:
    """Return the words that too many pages hold."""
    found: Counter[str] = Counter()
    number = 0
    for _, sections in pages:
        number += 1
        found.update({word.lower() for section in sections for word in _words_of(section)})
    most = max(FEW, number // SHARE)
    return frozenset(word for word, count in found.items() if count > most)


def _words_of(section: _Section) -> Iterator[str]:
    """Yield the words of a section, without what stands on another page too."""
    yield from _words("\n".join([section.heading, *section.lines]))


def _words(text: str) -> list[str]:
    return _WORD.findall(html.unescape(_LEFT_OUT.sub(" ", text)))


def _marked(sections: list[_Section], shared: frozenset[str], *, by_section: bool) -> str:
    """Return the text with each section's marks; words that are said once are not said again."""
    said = {word.lower() for section in sections for word in _words(_kept_text(section))}
    bags: list[list[str]] = []
    for section in sections:
        bag = []
        for word in _words_of(section):
            small = word.lower()
            if len(small) > 1 and small not in said and small not in shared:
                said.add(small)
                bag.append(word)
        bags.append(bag)
    if not by_section:
        whole = [word for bag in bags for word in bag]
        bags = [whole if place == TITLE else [] for place in range(len(bags))]
    printed = (
        _printed(section, bag, is_title=place == TITLE)
        for place, (section, bag) in enumerate(zip(sections, bags, strict=True))
    )
    return "\n".join(printed)


def _kept_text(section: _Section) -> str:
    """Return what of a section is indexed as it stands, its heading included."""
    lines = (line for line in section.lines if any(kept in line for kept in KEPT))
    heads = (" ".join(_HEAD_CELL.findall(line)) if "<th " in line else line for line in lines)
    return "\n".join([section.heading, *heads])


def _printed(section: _Section, bag: list[str], *, is_title: bool) -> str:
    """Return a section's Markdown; its heading is found where something below it is."""
    lines = [_line(line) for line in section.lines]
    if bag:
        words = html.escape(" ".join(sorted(bag, key=str.lower)))
        # The inner tag is one that the index keeps, so that the results can show less of them.
        lines += [f'<p class="r-words" hidden><sub>{words}</sub></p>', ""]
    if not section.heading:
        return "\n".join(lines)
    found = is_title or bool(bag) or any(kept in line for line in lines for kept in KEPT)
    return "\n".join([section.heading if found else _heading_off(section.heading), *lines])


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
