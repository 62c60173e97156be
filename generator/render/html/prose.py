"""Prose fields on a page: as one block, or, of a page of prose, as sections with headings."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.prose.html import NoteLabels, to_html, to_sections
from generator.prose.parser import parse_prose
from generator.render.html.environment import SiteEnvironment
from generator.render.html.languages import language_attributes
from generator.words.marking import OUTDATED, OUTDATED_END
from generator.words.message import msg
from generator.words.translated import Outdated

LONG_TEXT = 15_000
"""Characters of a text that a reader scrolls through; the sections of a longer one are folded."""

_NOT_IN_ANCHORS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section of a page of prose."""

    heading: Markup
    anchor: str
    html: Markup


@dataclass(frozen=True, slots=True)
class SectionedText:
    """A page of prose: what comes first, and its sections."""

    before: Markup
    sections: tuple[TextSection, ...]
    folded: bool
    """Whether it is so long that its sections are folded."""
    notes: Markup
    """Footnotes, and that the text was translated before its last change."""


@dataclass(frozen=True, slots=True)
class ProsePrinter:
    """Prints prose as finished HTML; in templates it is `prose`."""

    resolve: Callable[[str], str]
    """Gives the address to which a link of prose leads; empty where no such page is."""
    environment: SiteEnvironment

    def __call__(self, markdown: str, id_prefix: str, first_level: int = 3) -> Markup:
        """Return prose as HTML, with its language where that is not the page's."""
        html = to_html(
            parse_prose(markdown),
            resolve=self.resolve,
            id_prefix=id_prefix,
            labels=self._labels(),
            first_level=first_level,
        )
        return self._in_language(html, markdown) + _sign(markdown)

    def sections(self, markdown: str, id_prefix: str) -> SectionedText:
        """Return prose cut at its highest headings, which the page has as its own."""
        split = to_sections(
            parse_prose(markdown),
            resolve=self.resolve,
            id_prefix=id_prefix,
            labels=self._labels(),
        )
        anchors = _anchors([section.words for section in split.sections])
        return SectionedText(
            before=self._in_language(split.before, markdown),
            sections=tuple(
                TextSection(
                    self._heading_in_language(section.heading, markdown),
                    anchor,
                    self._in_language(section.html, markdown),
                )
                for section, anchor in zip(split.sections, anchors, strict=True)
            ),
            folded=len(markdown) > LONG_TEXT,
            notes=self._in_language(split.notes, markdown) + _sign(markdown),
        )

    def _labels(self) -> NoteLabels:
        words = self.environment.words
        return NoteLabels(
            notes=words(msg("page-notes")),
            back=lambda number: words(msg("page-note-back", number=number)),
        )

    def _attributes(self, markdown: str) -> str:
        language = self.environment.other_language(markdown)
        return language_attributes(language, self.environment.words) if language else ""

    def _in_language(self, html: str, markdown: str) -> Markup:
        if attributes := self._attributes(markdown):
            html = html.replace("<div", f"<div {attributes}", 1)
        return Markup(html)  # noqa: S704 - cleaned and escaped as it was made

    def _heading_in_language(self, html: str, markdown: str) -> Markup:
        if attributes := self._attributes(markdown):
            html = f"<span {attributes}>{html}</span>"
        return Markup(html)  # noqa: S704 - cleaned and escaped as it was made


def _sign(markdown: str) -> Markup:
    sign = f"<p>{OUTDATED}{OUTDATED_END}</p>" if isinstance(markdown, Outdated) else ""
    return Markup(sign)  # noqa: S704 - fixed words


def _anchors(headings: list[str]) -> list[str]:
    """Return an id for each heading, made of its words; those alike are numbered."""
    found: list[str] = []
    for heading in headings:
        plain = f"text-{_NOT_IN_ANCHORS.sub('-', heading.casefold()).strip('-')}"
        same = sum(anchor == plain or anchor.startswith(f"{plain}--") for anchor in found)
        found.append(f"{plain}--{same + 1}" if same else plain)
    return found
