"""Pages that are a row of sections: facts, tables, or why there is nothing to show."""

from dataclasses import dataclass

from generator.views.base.blocks import Fact, LinkTo, Table
from generator.views.charts.shapes import Drawing
from generator.words.message import Text


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page under its own heading."""

    anchor: str
    heading: Text
    table: Table | None = None
    text: Text = ""
    facts: tuple[Fact, ...] = ()
    why_empty: Text = ""
    """Said where the section has no table; else empty."""
    drawing: Drawing | None = None
    """What the table shows, drawn above it."""
    drawing_unit: Text = ""
    """What the figures of the drawing count."""
    folded: Text = ""
    """What unfolds the table on a screen, where it is long and few need it whole; else empty."""
    link: LinkTo | None = None
    """To a page that says more of it."""


@dataclass(frozen=True, slots=True)
class SectionsView:
    """A page of facts and sections."""

    title: Text
    lede: Text
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    gap: Text = ""
    """Said at the top where the page would otherwise be read as complete; else empty."""
    has_matches: bool = False
    """Whether a row carries the mark of a match by editors, which the page then explains."""
