"""What pages and documents are made of: inline pieces, tables, lists; plain values, no markup.

Every text is plain text as an editor typed it, or a message; whoever renders it says it in a
language and makes it safe.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from generator.model.statuses import SIGNALS, State, Tone
from generator.words.message import Message, Text, msg


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: Text
    kind: Literal["words"] = field(default="words", init=False)


@dataclass(frozen=True, slots=True)
class Strong:
    """Plain text that carries the weight of its cell."""

    text: Text
    kind: Literal["strong"] = field(default="strong", init=False)


@dataclass(frozen=True, slots=True)
class SideNote:
    """Plain text that explains what is before it."""

    text: Text
    kind: Literal["aside"] = field(default="aside", init=False)


@dataclass(frozen=True, slots=True)
class LinkTo:
    """A link to a page of the site (`target` relative to its top) or to a web address."""

    text: Text
    target: str
    kind: Literal["link"] = field(default="link", init=False)


@dataclass(frozen=True, slots=True)
class SourceLink(LinkTo):
    """A source of a claim; `target` is its record among all sources."""

    address: str = ""
    """Where the source itself is; empty where somebody only holds it."""
    has_note: bool = False
    """Whether its record has a remark that a reader of the source should know."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One state of one axis: word, meaning, and the key that picks shape and color."""

    axis: str
    key: str
    label: Text
    means: Text
    outdated: bool = False
    """Whether it was so when something was last found, and may be otherwise by now."""
    kind: Literal["signal"] = field(default="signal", init=False)

    @property
    def state(self) -> State:
        """Return the state, whose row says how it is drawn."""
        return SIGNALS[self.axis](self.key)

    @property
    def tone(self) -> Tone:
        """Return the tone in which it is drawn: a quiet one for what may be otherwise by now."""
        return "quiet" if self.outdated else self.state.tone


@dataclass(frozen=True, slots=True)
class Refs:
    """The sources of a claim."""

    refs: tuple[LinkTo, ...]
    kind: Literal["refs"] = field(default="refs", init=False)


@dataclass(frozen=True, slots=True)
class MatchMark:
    """The quiet mark of a match that editors made."""

    kind: Literal["match"] = field(default="match", init=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the catalogue that has other pieces, such as links, inside it."""

    message: Message
    parts: tuple[tuple[str, "Inline"], ...]
    """The pieces, by the names that the message has for them."""
    kind: Literal["phrase"] = field(default="phrase", init=False)


def phrase(message: Message, **parts: "Inline") -> Phrase:
    """Return a sentence with pieces in the places that it names."""
    return Phrase(message, tuple(parts.items()))


Inline: TypeAlias = Words | Strong | SideNote | LinkTo | Signal | Refs | MatchMark | Phrase
Cell: TypeAlias = tuple[Inline, ...]


def refs_in(cell: Cell) -> Iterator[LinkTo]:
    """Yield the sources that a cell cites."""
    for piece in cell:
        if isinstance(piece, Refs):
            yield from piece.refs


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value."""

    name: Text
    value: Cell


def in_every_row(fact: Fact) -> Cell:
    """Return what every row of a table says, as it is put above it."""
    return (Words(msg("common-in-every-row", name=fact.name)), *fact.value)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table; `head` names its row."""

    label: Text
    kind: Literal["head", "text", "number"] = "text"


@dataclass(frozen=True, slots=True)
class Pager:
    """Links between the parts of something that is too long for one page."""

    shown: Text
    """Which rows are here, as "1 to 300"."""
    before: LinkTo | None
    after: LinkTo | None
    others: tuple[LinkTo, ...]
    """Every part in order, this one included, each named by its rows."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; rows have a cell for every column, empty where nothing is known."""

    id: str
    caption: Text
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    stacked: bool = True
    """Whether each row may become a card on a narrow screen."""
    dense: bool = False
    """Whether its columns are so many that they are closer together."""
    parts: Pager | None = None
    """The way to its other rows, where it is too long for one page."""
    same: tuple[Fact, ...] = ()
    """What every row says in a column that is left out, by what would head it."""


@dataclass(frozen=True, slots=True)
class Count:
    """A counted state; `width` is its share of the largest count, 0 to 100."""

    signal: Signal
    count: int
    width: int
    target: str
    recent: int
    """How much of the width stands for those that were found of late."""
    age: Text
    """When they were last found; empty for a state that does not grow old."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """An image with its alternative text; or a document, where the file is no image."""

    target: str
    alt: Text
    caption: Text
    credit: Text
    is_image: bool = True


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """Something dated in a list."""

    date: Text
    value: Cell
    details: tuple[Cell, ...] = ()
    anchor: str = ""
    """Its id on the page, where other pages point at it."""
    body: str = ""
    """Prose, with the anchor before the ids of its footnotes."""


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A link to one of the main sections of the report."""

    title: Text
    target: str
    text: Text
