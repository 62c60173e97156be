"""Pages in groups that can be made apart: on any core and in any order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.views.base.page import Page
from generator.views.base.pagination import in_parts


@dataclass(frozen=True, slots=True)
class PlainFile:
    """A file that stands beside the pages, as it is."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Some pages, and what comes with them, that need nothing of what others are made of."""

    make: Callable[[], Iterator[Page | PlainFile]]
    """Makes the pages, each time it is called; long ones are whole yet."""
    weight: int = 0
    """Groups of more weight take longer; they are begun first, so that no core waits at the end."""

    def pages(self) -> Iterator[Page | PlainFile]:
        """Yield what the group makes, long pages in parts."""
        for made in self.make():
            if isinstance(made, Page):
                yield from in_parts(made)
            else:
                yield made
