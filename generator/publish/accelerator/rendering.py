"""One page, made by MkDocs' own functions, and a record of everything that went into it."""

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePath
from typing import Any, cast

from jinja2 import Environment
from material.plugins.search.plugin import SearchPlugin
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.publish.accelerator.digests import digest
from generator.publish.accelerator.messages import Message, caught
from generator.publish.accelerator.records import Output, PageRecord


class BeyondThePageError(Exception):
    """A template asked for something of other pages that no record speaks of."""


class Unread(Sequence[File]):
    """Stands for what a template must not use if its page is to be kept: the list of all pages."""

    def __getitem__(self, index: object) -> Any:  # noqa: ANN401 - as a sequence is typed
        raise BeyondThePageError("A template reads the list of all pages.")

    def __len__(self) -> int:
        raise BeyondThePageError("A template counts all pages.")

    def __str__(self) -> str:
        raise BeyondThePageError("A template prints what differs in each build.")


class _Traced:
    """The files of the site, and which of them a page's links asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.asked: dict[str, bool] = {}

    def get_file_from_path(self, path: str) -> File | None:
        file = self._files.get_file_from_path(path)
        self.asked[PurePath(path).as_posix()] = file is not None
        return file


class _LookedAt(dict[str, object]):
    """Front matter of another page, which notes what a template asks of it."""

    def __init__(self, meta: dict[str, object], looked_at: set[str]) -> None:
        super().__init__(meta)
        self._looked_at = looked_at

    def __getitem__(self, key: str) -> object:
        self._looked_at.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: object = None) -> object:
        self._looked_at.add(key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._looked_at.add(str(key))
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        raise BeyondThePageError("A template goes through another page's front matter.")

    keys = values = items = __iter__  # type: ignore[assignment]


def elsewhere(looked_at: set[str]) -> type[Page]:
    """Return what a page of the nav is while another page is made: its texts are out of reach."""

    class Elsewhere(Page):
        @property
        def meta(self) -> dict[str, object]:  # type: ignore[override]
            return _LookedAt(vars(self)["meta"], looked_at)

        @property
        def content(self) -> str:  # type: ignore[override]
            raise BeyondThePageError("A template reads another page's text.")

        toc = markdown = content  # type: ignore[assignment]

    return Elsewhere


class Press:
    """Makes pages of one build: `make` returns a page's line, its file then lies in the site."""

    def __init__(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        self._config, self._files, self._env = config, files, env
        self._nav = Navigation([], [])
        self._looked_at: set[str] = set()
        self._elsewhere = elsewhere(self._looked_at)
        self._read: dict[str, tuple[_Traced, list[Message]]] = {}
        self._output = Output("", 0)

    def enter(self, nav: Navigation) -> None:
        """From here on a page's template sees of other pages what the nav says of them."""
        self._nav = nav
        for page in nav.pages:
            page.__class__ = self._elsewhere

    def looked_at(self) -> tuple[str, ...]:
        """Return the keys of front matter that templates read from other pages so far."""
        return tuple(sorted(self._looked_at))

    def read(self, file: File) -> None:
        """Turn a page's Markdown into HTML, unless that is done."""
        if file.src_uri in self._read:
            return
        traced = _Traced(self._files)
        with caught() as messages:
            _populate_page(_page(file), self._config, cast(Files, traced))
        self._read[file.src_uri] = traced, messages

    def printed(self, output: str) -> None:
        """Take note of a page's finished text, right before MkDocs writes it."""
        content = output.encode("utf-8", errors="xmlcharrefreplace")
        self._output = Output(digest(content), len(content) if output.strip() else 0)

    def make(self, file: File) -> str:
        """Write a page into the site's folder and return its line for the next build."""
        page = _page(file)
        own = page.__class__
        page.__class__ = Page
        self._looked_at.clear()
        self.read(file)
        traced, said = self._read.pop(file.src_uri)
        title = page.title
        with caught() as messages:
            entries = self._build(page)
        record = PageRecord(
            source=digest(file.content_bytes),
            found=tuple(path for path, there in traced.asked.items() if there),
            missed=tuple(path for path, there in traced.asked.items() if not there),
            title=title if isinstance(title, str) else None,
            anchors=tuple(sorted(page.present_anchor_ids or ())),
            links=_links(page),
            messages=(*said, *messages),
            looked_at=self.looked_at(),
            path=file.dest_uri if self._output.size else "",
            output=self._output,
        )
        _forget(page, keep_meta=own is not Page)
        page.__class__ = own
        return record.to_line(entries)

    def _build(self, page: Page) -> str:
        """Pass a page through the template; return its entries in the search index."""
        search = search_of(self._config)
        before = len(search.search_index.entries) if search else 0
        _build_page(page, self._config, Unread(), self._nav, self._env)
        if not search:
            return ""
        made = search.search_index.entries[before:]
        del search.search_index.entries[before:]
        return as_entries(made)


def search_of(config: MkDocsConfig) -> Any:  # noqa: ANN401 - Material is not typed
    """Return the theme's search, if the site has it."""
    found = [plugin for plugin in config.plugins.values() if type(plugin) is SearchPlugin]
    return found[0] if found and found[0].config.enabled else None


def as_entries(entries: Collection[object]) -> str:
    """Return entries of the search index as they stand in its file, joined by commas."""
    return json.dumps(list(entries), separators=(",", ":"), default=str)[1:-1]


def _page(file: File) -> Page:
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
