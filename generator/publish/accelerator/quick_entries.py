"""A page divided into entries of the search index, as Material's search divides it.

The rules are Material's, its oddities included: elements are told apart by their names alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from html import escape, unescape
from math import inf
from typing import Any

from material.plugins.search.plugin import Element, Section, void

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
_NEVER_SHOWN = frozenset({"object", "script", "style"})
VOID = frozenset(void)
_TELLING = HEADINGS | _KEPT | _NEVER_SHOWN | VOID
EXCLUDED = "data-search-exclude"
SILENT = "\x02"
"""Value of that attribute on an element whose inside was left out of a page, as it tells nothing:
all in it is closed in its turn, without a heading or another element of the same name."""
_TELLING_CLASSES = frozenset({"headerlink", "linenodiv"})

Attributes = Mapping[str, str | None]


class Kind(Enum):
    """What a tag does; nearly all only open or close an element that the index does not show."""

    OPENS = auto()
    CLOSES = auto()
    NEITHER = auto()
    """It opens an element and closes it again."""
    TELLS = auto()
    """It has a part in the index, and needs a closer look."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in a page."""

    name: str
    """In lower case, without a stroke."""
    attributes: Attributes
    opens: bool
    closes: bool

    @property
    def kind(self) -> Kind:
        """Return what the tag does."""
        attributes = self.attributes
        if self.name in _TELLING or EXCLUDED in attributes:
            return Kind.TELLS
        if attributes.get("class") in _TELLING_CLASSES:
            return Kind.TELLS
        if self.opens:
            return Kind.NEITHER if self.closes else Kind.OPENS
        return Kind.CLOSES


class NotSilentError(Exception):
    """What was left out of a page would have told something where it stands."""


class Divider:
    """Takes tags and texts in their order; `sections` are then what Material's parser finds."""

    def __init__(self) -> None:
        self.sections: list[Any] = []
        self._section: Any = None
        self._inside: list[str] = []
        self._permalinks: list[int] = []
        """How deep the open elements lie that lead to their own heading."""
        self._skipped = set(_NEVER_SHOWN)
        self._hiding = 0
        """How many of the open elements have a name whose text is skipped."""

    def read(self, texts: Iterable[str], tags: Iterable[tuple[Kind, Tag]]) -> None:
        """Take the tags of a page, each with the text before it, its references as written."""
        inside, skipped, permalinks = self._inside, self._skipped, self._permalinks
        for text, (kind, tag) in zip(texts, tags, strict=False):
            if text and not self._hiding:
                self.text(unescape(text) if "&" in text else text)
            name = tag.name
            if kind is Kind.TELLS or name in skipped or permalinks or self._section is None:
                self._take(tag)
            elif kind is Kind.OPENS:
                inside.append(name)
            elif kind is Kind.CLOSES:
                if inside and inside[-1] == name:
                    if self._section.depth > len(inside):
                        self._leave_section()
                    inside.pop()
            elif self._section.depth > len(inside) + 1:
                self._take(tag)

    def _take(self, tag: Tag) -> None:
        if tag.opens:
            self._start(tag.name, tag.attributes)
        if tag.closes:
            self._end(tag.name)

    def _start(self, name: str, attributes: Attributes) -> None:
        if name in VOID:
            return
        if attributes.get(EXCLUDED) == SILENT and not self._may_be_silent():
            raise NotSilentError
        self._inside.append(name)
        self._hiding += name in self._skipped
        if name == "a" and attributes.get("class") == "headerlink":
            self._permalinks.append(len(self._inside))
        if name in HEADINGS and "id" in attributes:
            self._open_section(name, attributes)
        if self._section is None:
            self._add(Section(Element("hx")))
        if EXCLUDED in attributes or attributes.get("class") == "linenodiv":
            self._skipped.add(name)
            self._count_hiding()
        elif name in _KEPT and not self._hiding:
            self._place().append(f"<{name}>")

    def _may_be_silent(self) -> bool:
        """Tell whether nothing is skipped here, and no section ends with the next element."""
        depth = self._section.depth if self._section else 0
        return self._skipped == _NEVER_SHOWN and depth <= len(self._inside) + 1

    def _count_hiding(self) -> None:
        self._hiding = sum(name in self._skipped for name in self._inside)

    def _open_section(self, name: str, attributes: Attributes) -> None:
        depth = len(self._inside)
        if name != "h1" and not self.sections:
            self._add(Section(Element("hx"), depth))
        section = Section(Element(name, dict(attributes)), depth)
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

    def _end(self, name: str) -> None:
        if not self._inside or self._inside[-1] != name:
            return
        self._leave_section()
        if self._permalinks and self._permalinks[-1] == len(self._inside):
            self._permalinks.pop()
        self._inside.pop()
        if name in self._skipped:
            self._hiding -= 1
            if name not in _NEVER_SHOWN:
                self._skipped.remove(name)
                self._count_hiding()
        elif name in _KEPT and not self._hiding:
            self._close(name)

    def _leave_section(self) -> None:
        """Go on with the section before, where a heading lay deeper than what ends now."""
        depth = len(self._inside)
        if self._section.depth > depth:
            for section in reversed(self.sections):
                if section.depth <= depth:
                    self._section.depth = inf
                    self._section = section
                    break

    def _close(self, name: str) -> None:
        place = self._place()
        opened = place.index(f"<{name}>")
        if all(place[index].isspace() for index in range(opened + 1, len(place))):
            del place[opened:]
        else:
            place.append(f"</{name}>")

    def text(self, data: str) -> None:
        """Take the text between two tags, its references resolved."""
        if self._hiding:
            return
        is_code = "pre" in self._inside
        if not is_code:
            data = " " if data.isspace() else data.replace("\n", " ")
        if self._section is None:
            self._add(Section(Element("hx")))
        section = self._section
        if section.el.tag in self._inside:
            if not self._permalinks:
                section.title.append(escape(data, quote=False))
        elif not data.isspace():
            section.text.append(escape(data, quote=False))
        elif is_code or not section.text or not section.text[-1].isspace():
            section.text.append(data)
