"""A page with all that is made with it: apart from others, on any core and in any order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.views.base.page import Page
from generator.views.base.pagination import in_parts
from generator.views.charts.shapes import Drawing
from generator.words.message import Text


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that is beside the pages, as it is."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class DrawingFile:
    """A drawing that is a file of its own, beside the pages."""

    path: str
    drawing: Drawing
    note: Text
    """Where it is from, and as of when."""


@dataclass(frozen=True, slots=True)
class PageGroup:
    """One page, its further parts where it is long, and the files that are made with it.

    It needs nothing of what other groups are made of, and nothing is made before it is asked for.
    """

    address: str
    """Of the page; its further parts have addresses below it."""
    make: Callable[[], Iterator[Page | PlainFile | DrawingFile]]
    """Makes the page, each time it is called; a long one is whole yet."""

    def pages(self) -> Iterator[Page | PlainFile | DrawingFile]:
        """Yield what the group makes, the page first, and a long one in parts."""
        for made in self.make():
            if isinstance(made, Page):
                yield from in_parts(made)
            else:
                yield made
