"""One page of the site: where it lives, which template prints it, and its view."""

from dataclasses import dataclass

from generator.pages import addresses
from generator.pages.blocks import LinkTo


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    target: str
    """Address relative to the site's top, with a slash at the end."""
    template: str
    title: str
    description: str
    view: object
    crumbs: tuple[LinkTo, ...] = ()
    searchable: bool = True

    @property
    def path(self) -> str:
        """Return the Markdown file that becomes the page."""
        return addresses.file_of(self.target)
