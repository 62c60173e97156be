"""A kind of page: where its pages live, which template prints them, and what is in them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Any, Generic, TypeAlias, TypeVar

from generator.views.base.blocks import LinkTo
from generator.views.base.page import Page, PageFrame, SearchEntry
from generator.views.base.page_groups import DrawingFile, PageGroup, PlainFile
from generator.views.base.presence import has_page
from generator.views.base.search_entry import search_entry_at
from generator.views.base.site_context import SiteContext
from generator.views.print.document import DocumentKind
from generator.words.message import Text

R = TypeVar("R")
V = TypeVar("V")
Crumbs: TypeAlias = tuple[LinkTo, ...]


def _once_in_a_report(_site: SiteContext) -> tuple[None]:
    return (None,)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind(Generic[R, V]):
    """Pages of one kind: a page for each of its records, or the one page that it is."""

    template: str
    address: str | Callable[[R], str]
    view: Callable[[SiteContext, R], V]
    records: Callable[[SiteContext], Iterable[R]] = _once_in_a_report  # type: ignore[assignment]
    """What there is a page for; told without making any view.

    Whether a report has a page that is there once, `presence` says."""
    title: Text | Callable[[V], Text] = attrgetter("title")
    description: Text | Callable[[V], Text] = attrgetter("lede")
    crumbs: Crumbs | Callable[[SiteContext, R], Crumbs] = ()
    """The way to the page from the top, itself left out."""
    more: Callable[[SiteContext], Iterable[Page | PlainFile | DrawingFile]] | None = None
    """Pages below its own and files that only making can tell of."""
    frame: Callable[[R], PageFrame | None] | None = None
    """What is around the page, where that is not what is around the living report."""
    searchable: bool = True
    search: Callable[[SiteContext, R], SearchEntry] | None = None
    """How search finds its pages, where their address alone does not say it."""
    picture: Callable[[SiteContext, R], str] | None = None
    """The picture that goes with a link to a page of its kind, where that is not the report's."""
    schema_type: str = "WebPage"
    """What its pages are in the vocabulary of schema.org."""
    wide: bool = False
    script: str = ""
    section: Text = ""
    """The section of the site that its pages are in; the front page is in none."""
    nav: Text = ""
    """What its page is called in the section's row of links, if it is there; as in mkdocs.yml."""
    documents: tuple[DocumentKind, ...] = ()
    """The documents that have a section of each of its pages, made of the same view."""

    def groups(self, site: SiteContext) -> Iterator[PageGroup]:
        """Yield the pages of this kind, without making them."""
        if isinstance(self.address, str) and not has_page(self.address, site.now, site.editions):
            return
        for record in self.records(site):
            address = self.address if isinstance(self.address, str) else self.address(record)
            yield PageGroup(address, partial(self._make, site, record, address))

    def _make(
        self, site: SiteContext, record: R, address: str
    ) -> Iterator[Page | PlainFile | DrawingFile]:
        view = self.view(site, record)
        crumbs = self.crumbs if isinstance(self.crumbs, tuple) else self.crumbs(site, record)
        yield Page(
            address,
            self.template,
            self.title(view) if callable(self.title) else self.title,
            self.description(view) if callable(self.description) else self.description,
            view,
            tuple(one for one in crumbs if has_page(one.target, site.now, site.editions)),
            searchable=self.searchable,
            search=self.search(site, record) if self.search else search_entry_at(address),
            picture=self.picture(site, record) if self.picture else "",
            schema_type=self.schema_type,
            wide=self.wide,
            script=self.script,
            frame=self.frame(record) if self.frame else None,
            section=self.section,
        )
        for further in self.more(site) if self.more else ():
            if isinstance(further, Page):
                yield replace(further, section=self.section)
            else:
                yield further


AnyPageKind: TypeAlias = PageKind[Any, Any]


def in_section(section: Text, kinds: Iterable[AnyPageKind]) -> Iterator[AnyPageKind]:
    """Yield kinds of pages, all of them in one section of the site."""
    for kind in kinds:
        yield replace(kind, section=section)
