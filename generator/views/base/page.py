"""One page of the site: where it lives, which template prints it, and its view."""

from dataclasses import dataclass, field

from generator.views.base import addresses
from generator.views.base.blocks import LinkTo
from generator.words.message import Text


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What a page says around its content."""

    disclaimer: Text
    license: Text
    as_of: Text
    """A sentence that says for which day it speaks."""
    notice: Text = ""
    """Said above the whole page, where it must not be taken for something else."""
    picture: str = ""
    """The picture that goes with a link to a page where people share one, if there is any."""
    organization: Text = ""
    """Whose report it is."""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """How search finds and shows a page, besides the words that are on it."""

    group: str = ""
    """`initiative` comes before other results, `reference` after them."""
    words: tuple[Text, ...] = ()
    """Words that are not on the page and find it as its title does, as people say them."""
    subjects: tuple[Text, ...] = ()
    """Words for what it tells of, which find it as its text does."""
    snippet: Text = ""
    """What is below its title among the results; empty for its description."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    target: str
    """Address relative to the site's top, with a slash at the end."""
    template: str
    title: Text
    description: Text
    view: object
    crumbs: tuple[LinkTo, ...] = ()
    searchable: bool = True
    search: SearchEntry = field(default_factory=SearchEntry)
    wide: bool = False
    """Whether its main table needs the room of the list of contents."""
    script: str = ""
    """A file of the assets that this page alone needs, if any."""
    frame: PageFrame | None = None
    """What is around it, where that is not what is around the living report."""
    picture: str = ""
    """The picture that goes with a link to it where people share one; empty for the report's."""
    schema_type: str = "WebPage"
    """What it is in the vocabulary of schema.org."""
    section: Text = ""
    """The section of the site that it is in; the front page is in none."""

    @property
    def path(self) -> str:
        """Return the Markdown file that becomes the page."""
        return addresses.file_of(self.target)
