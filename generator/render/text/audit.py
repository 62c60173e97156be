"""A page of sections as text to print, or to fill in: plain, or in Markdown."""

import re
from collections.abc import Iterator
from html import escape

from generator.render.text.terminal import plain
from generator.views.base.blocks import Table, in_every_row
from generator.views.base.sections import Section, SectionsView
from generator.words.localization import Localization

_MARKUP = re.compile(r"([\\`*_#|\[\]])")


def plain_sections(view: SectionsView, words: Localization) -> str:
    """Return a page of sections as lines of plain text."""
    lines = [words(view.title), "", words(view.lede)]
    for section in view.sections:
        lines += ["", words(section.heading), *_indented(section, words)]
    return "\n".join(lines) + "\n"


def _indented(section: Section, words: Localization) -> Iterator[str]:
    if section.text:
        yield f"  {words(section.text)}"
    for fact in section.facts:
        yield f"  {words(fact.name)}: {plain(fact.value, words)}"
    if section.table:
        yield from (f"  {plain(in_every_row(fact), words)}" for fact in section.table.same)
        for row in _rows(section.table, words):
            yield f"  {' | '.join(row)}"


def markdown_sections(view: SectionsView, words: Localization) -> str:
    """Return a page of sections in Markdown; nothing that content says is taken for markup."""
    lines = [f"# {_safe(words(view.title))}", "", _safe(words(view.lede))]
    for section in view.sections:
        lines += ["", f"## {_safe(words(section.heading))}", "", *_marked(section, words)]
    return "\n".join(lines) + "\n"


def _marked(section: Section, words: Localization) -> Iterator[str]:
    if section.text:
        yield from (_safe(words(section.text)), "")
    for fact in section.facts:
        yield f"- **{_safe(words(fact.name))}:** {_safe(plain(fact.value, words))}"
    if section.table:
        yield from (f"- {_safe(plain(in_every_row(fact), words))}" for fact in section.table.same)
        yield ""
        head, *rows = (map(_safe, row) for row in _rows(section.table, words))
        ruled = ["---"] * len(section.table.columns)
        yield from (f"| {' | '.join(row)} |" for row in (head, ruled, *rows))


def _rows(table: Table, words: Localization) -> Iterator[list[str]]:
    """Yield what heads the columns of a table, then each of its rows."""
    yield [words(column.label) for column in table.columns]
    for row in table.rows:
        yield [plain(cell, words) for cell in row]


def _safe(text: str) -> str:
    """Return text that Markdown shows as it is, and that people can read before it does."""
    return _MARKUP.sub(r"\\\1", escape(" ".join(text.split()), quote=False))
