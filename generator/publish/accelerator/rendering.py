"""One page, made by MkDocs' own functions, and what is checked of it once all pages are there."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, cast

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.publish.accelerator.messages import Message, caught


class BeyondThePageError(Exception):
    """A template asked for what other pages hold, which is not there while pages are made apart."""


class Unread(Sequence[File]):
    """Stands for the list of all pages, whose texts no template can have while pages are made."""

    def __getitem__(self, index: object) -> Any:  # noqa: ANN401 - as a sequence is typed
        raise BeyondThePageError("A template reads the list of all pages.")

    def __len__(self) -> int:
        raise BeyondThePageError("A template counts all pages.")


class Elsewhere(Page):
    """A page of the nav while another page is made: its texts are out of reach."""

    @property
    def content(self) -> str:  # type: ignore[override]
        """Refuse: only its own process has made it."""
        raise BeyondThePageError("A template reads another page's text.")

    toc = markdown = content  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class MadePage:
    """What is left to check of a page that was written."""

    anchors: tuple[str, ...]
    """Places of the page that a link can lead to."""
    links: Mapping[str, Mapping[str, str]]
    """Anchors that the page links to, with the link as written, by file."""
    messages: tuple[Message, ...]
    """What MkDocs said of the page, a broken link for one."""

    def to_line(self) -> str:
        """Return this as one line of text; `of_line` reads it."""
        return json.dumps(asdict(self))

    @classmethod
    def of_line(cls, line: str) -> "MadePage":
        """Return what `to_line` wrote."""
        made = json.loads(line)
        messages = tuple((name, level, words) for name, level, words in made["messages"])
        return cls(tuple(made["anchors"]), made["links"], messages)


class PageBuilder:
    """Makes pages of one build; `make` writes one into the site and returns a `MadePage` line."""

    def __init__(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        self._config, self._files, self._env = config, files, env
        self._nav = Navigation([], [])
        self._read: dict[str, list[Message]] = {}

    def enter(self, nav: Navigation) -> None:
        """From here on a page's template sees of other pages what the nav says of them."""
        self._nav = nav
        for page in nav.pages:
            page.__class__ = Elsewhere

    def read(self, file: File) -> list[Message]:
        """Turn a page's Markdown into HTML, unless that is done; return what MkDocs said."""
        if file.src_uri not in self._read:
            with caught() as messages:
                _populate_page(page_of(file), self._config, self._files)
            self._read[file.src_uri] = messages
        return self._read[file.src_uri]

    def make(self, file: File) -> str:
        """Write a page into the site's folder and return what is left to check of it."""
        page = page_of(file)
        own = page.__class__
        page.__class__ = Page
        said = self.read(file)
        with caught() as messages:
            _build_page(page, self._config, Unread(), self._nav, self._env)
        made = MadePage(
            anchors=tuple(sorted(page.present_anchor_ids or ())),
            links=_links(page),
            messages=(*said, *messages),
        )
        del self._read[file.src_uri]
        _forget(page, keep_meta=own is not Page)
        page.__class__ = own
        return made.to_line()


def page_of(file: File) -> Page:
    """Return the page of a file; raise BeyondThePageError where it is none."""
    if file.page is None:
        raise BeyondThePageError(f"{file.src_uri} is no page.")
    return file.page


def _forget(page: Page, *, keep_meta: bool) -> None:
    """Let go of a page's texts: thousands of them would fill the memory for nothing."""
    page.content, page.markdown, page.toc = None, None, cast(Any, [])
    page.present_anchor_ids, page.links_to_anchors = None, None
    if not keep_meta:
        page.meta = {}


def _links(page: Page) -> dict[str, dict[str, str]]:
    """Return the page's links to anchors by file, without those to places it has itself."""
    own = page.present_anchor_ids or set()
    return {
        to.src_uri: links
        for to, found in (page.links_to_anchors or {}).items()
        if (links := {a: link for a, link in found.items() if to is not page.file or a not in own})
    }
