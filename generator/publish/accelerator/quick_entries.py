"""A page divided into entries of the search index, as Material's search divides it.

The rules are Material's, its oddities included: elements are told apart by their names alone.
"""

from collections.abc import Mapping
from html import escape
from math import inf
from typing import Any

from material.plugins.search.plugin import Element, Section, void

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_NEVER_SHOWN = frozenset({"object", "script", "style"})
_VOID = frozenset(void)


class Divider:
    """Takes tags and texts in their order; `sections` are then what Material's parser finds."""

    def __init__(self) -> None:
        self.sections: list[Any] = []
        self._section: Any = None
        self._inside: list[str] = []
        self._permalinks: list[bool] = []
        self._skipped = set(_NEVER_SHOWN)

    def start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Take a start tag."""
        if tag in _VOID:
            return
        self._inside.append(tag)
        self._permalinks.append(tag == "a" and attributes.get("class") == "headerlink")
        if tag in HEADINGS and "id" in attributes:
            self._open_section(tag, attributes)
        if self._section is None:
            self._add(Section(Element("hx")))
        if "data-search-exclude" in attributes or attributes.get("class") == "linenodiv":
            self._skipped.add(tag)
        elif tag in _KEPT and self._skipped.isdisjoint(self._inside):
            self._place().append(f"<{tag}>")

    def _open_section(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        depth = len(self._inside)
        if tag != "h1" and not self.sections:
            self._add(Section(Element("hx"), depth))
        section = Section(Element(tag, attributes), depth)
        if self.sections:
            section.id = attributes["id"]
        self._add(section)

    def _add(self, section: Any) -> None:  # noqa: ANN401 - Material is not typed
        self._section = section
        self.sections.append(section)

    def _place(self) -> list[str]:
        """Return where text belongs now: to the heading of a section or under it."""
        section = self._section
        return section.title if section.el.tag in self._inside else section.text  # type: ignore[no-any-return]

    def end(self, tag: str) -> None:
        """Take an end tag."""
        if not self._inside or self._inside[-1] != tag:
            return
        self._leave_section()
        self._inside.pop()
        self._permalinks.pop()
        if tag in self._skipped:
            if tag not in _NEVER_SHOWN:
                self._skipped.remove(tag)
        elif tag in _KEPT and self._skipped.isdisjoint(self._inside):
            self._close(tag)

    def _leave_section(self) -> None:
        """Go on with the section before, where a heading lay deeper than what ends now."""
        depth = len(self._inside)
        if self._section.depth > depth:
            for section in reversed(self.sections):
                if section.depth <= depth:
                    self._section.depth = inf
                    self._section = section
                    break

    def _close(self, tag: str) -> None:
        place = self._place()
        opened = place.index(f"<{tag}>")
        if all(place[index].isspace() for index in range(opened + 1, len(place))):
            del place[opened:]
        else:
            place.append(f"</{tag}>")

    def text(self, data: str) -> None:
        """Take the text between two tags, its references resolved."""
        if not self._skipped.isdisjoint(self._inside):
            return
        is_code = "pre" in self._inside
        if not is_code:
            data = " " if data.isspace() else data.replace("\n", " ")
        if self._section is None:
            self._add(Section(Element("hx")))
        section = self._section
        if section.el.tag in self._inside:
            if not any(self._permalinks):
                section.title.append(escape(data, quote=False))
        elif not data.isspace():
            section.text.append(escape(data, quote=False))
        elif is_code or not section.text or not section.text[-1].isspace():
            section.text.append(data)
