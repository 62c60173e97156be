"""What documents are made of: headings, prose, tables, lists; each is set by one print function.

Texts are plain; prose stays Markdown until it is rendered. An `anchor` is the address that the
part has on the site, so that links between pages become links inside the document.
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from generator.views.base.blocks import Cell, Count, DatedEntry, Fact, LinkTo, Signal, Table
from generator.views.charts.matrix import Matrix
from generator.views.charts.shapes import Drawing, KeyEntry
from generator.views.charts.swimlanes import SwimlaneChart
from generator.words.message import Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `fresh_page` begins a new page, `listed` puts it into the contents.

    A `slight` one is set small: of little that is told in a few lines.
    """

    level: int
    text: Text
    anchor: str = ""
    fresh_page: bool = False
    listed: bool = True
    slight: bool = False
    kind: Literal["heading"] = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Lede:
    """The sentence or two under a heading."""

    text: Text
    kind: Literal["lede"] = field(default="lede", init=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of inline pieces."""

    value: Cell
    kind: Literal["paragraph"] = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Empty:
    """Says that there is nothing, and why."""

    text: Text
    kind: Literal["empty"] = field(default="empty", init=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must not miss."""

    text: Text
    title: Text = ""
    kind: Literal["notice"] = field(default="notice", init=False)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Says what somebody still has to write in its place."""

    text: Text
    title: Text
    kind: Literal["placeholder"] = field(default="placeholder", init=False)


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """A Markdown field; its highest heading gets `level`."""

    markdown: str
    level: int
    kind: Literal["prose"] = field(default="prose", init=False)


@dataclass(frozen=True, slots=True)
class FactList:
    """Names and values.

    `paired` sets them in two columns, `run_in` one after the other, `dense` as a glossary.
    """

    rows: tuple[Fact, ...]
    paired: bool = False
    run_in: bool = False
    dense: bool = False
    kind: Literal["facts"] = field(default="facts", init=False)


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its caption."""

    table: Table
    kind: Literal["table"] = field(default="table", init=False)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated entries, in their order; headings in their prose get `level`."""

    entries: tuple[DatedEntry, ...]
    level: int = 3
    kind: Literal["timeline"] = field(default="timeline", init=False)


@dataclass(frozen=True, slots=True)
class Points:
    """A list of short points."""

    items: tuple[Cell, ...]
    kind: Literal["points"] = field(default="points", init=False)


@dataclass(frozen=True, slots=True)
class RecordItem:
    """Something by its name, and what is said of it; a value without a name says it itself."""

    head: Cell
    values: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class RecordList:
    """The rows of a table as a list, where reading along a row matters and columns do not."""

    caption: Text
    items: tuple[RecordItem, ...]
    same: tuple[Fact, ...]
    """What every row of the table says."""
    run_in: bool = False
    """Whether the items follow one another in one paragraph, behind the caption."""
    kind: Literal["records"] = field(default="records", init=False)


@dataclass(frozen=True, slots=True)
class Legend:
    """What signals mean."""

    signals: tuple[Signal, ...]
    kind: Literal["legend"] = field(default="legend", init=False)


@dataclass(frozen=True, slots=True)
class DrawingBlock:
    """A drawing with its words and key; `unit` is what its figures count."""

    drawing: Drawing
    unit: Text = ""
    kind: Literal["figure"] = field(default="figure", init=False)


@dataclass(frozen=True, slots=True)
class MatrixBlock:
    """Initiatives by topic area: states at several times, the newest find, the ideas found."""

    matrix: Matrix
    kind: Literal["matrix"] = field(default="matrix", init=False)


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts beside others, as small as they must be to share one page."""

    left: tuple["Part", ...]
    right: tuple["Part", ...]
    kind: Literal["beside"] = field(default="beside", init=False)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its words; `file` is its name in content/media."""

    file: str
    alt: Text
    caption: Text
    credit: Text
    kind: Literal["image"] = field(default="image", init=False)


@dataclass(frozen=True, slots=True)
class SwimlaneBlock:
    """Lanes below one axis of time; few enough to be on one page."""

    title: Text
    chart: SwimlaneChart
    words: Text
    """Where the same is said in words."""
    kind: Literal["lanes"] = field(default="lanes", init=False)


@dataclass(frozen=True, slots=True)
class Key:
    """What marks and lines of the drawings that follow mean."""

    entries: tuple[KeyEntry, ...]
    note: Text
    kind: Literal["key"] = field(default="key", init=False)


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources that a section cites, by the numbers they have in the whole report.

    Where the document has its own list of all sources, the numbers lead there.
    """

    sources: tuple[LinkTo, ...]
    kind: Literal["sources"] = field(default="sources", init=False)


@dataclass(frozen=True, slots=True)
class Bibliography:
    """One source with all that is known about it."""

    anchor: str
    title: Text
    address: str
    """Where it is found; empty where somebody holds it."""
    held: Text
    published: Text
    note: Text
    seen: Cell = ()
    """A copy in an archive, and that its first address is gone."""
    kind: Literal["source"] = field(default="source", init=False)


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings with their pages, down to a level."""

    title: Text
    depth: int
    kind: Literal["contents"] = field(default="contents", init=False)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A word or name, and where to read of it."""

    text: Text
    places: tuple[LinkTo, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """The key words of titles, and names, in alphabetical order with their pages."""

    titles: tuple[LinkTo, ...]
    names: tuple[IndexEntry, ...]
    kind: Literal["index"] = field(default="index", init=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a long document."""

    organization: Text
    title: Text
    subtitle: Text
    unofficial: Text
    """That it is an unofficial reconstruction; empty where it is none."""
    standing: Text
    headline: Text
    age: Text
    """How old what is known is."""
    counts: tuple[Count, ...]
    notes: tuple[Text, ...]
    kind: Literal["cover"] = field(default="cover", init=False)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of a short document: whose, what, as of when, and facts of the meeting."""

    organization: Text
    title: Text
    unofficial: Text
    """That it is an unofficial reconstruction; empty where it is none."""
    standing: Text
    facts: tuple[Fact, ...]
    notes: tuple[Text, ...] = ()
    kind: Literal["masthead"] = field(default="masthead", init=False)


Part: TypeAlias = (
    Heading
    | Lede
    | Paragraph
    | Empty
    | Notice
    | Placeholder
    | ProseBlock
    | FactList
    | TableBlock
    | Timeline
    | Points
    | RecordList
    | Legend
    | DrawingBlock
    | MatrixBlock
    | Beside
    | Image
    | SwimlaneBlock
    | Key
    | SourceList
    | Bibliography
    | Contents
    | Index
    | Cover
    | Masthead
)
