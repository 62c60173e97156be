"""One page, made by MkDocs' own functions, and what is checked of it once all pages are there."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from generator.publish.accelerator.messages import collected
from generator.publish.accelerator.quick_html import quick_reading


class BeyondThePageError(Exception):
    """A template asked for what other pages hold, which is not there while pages are made apart."""


class UnavailablePages(Sequence[File]):
    """Stands for the list of all pages, whose texts no template can have while pages are made."""

    def __getitem__(self, index: object) -> Any:  # noqa: ANN401 - as a sequence is typed
        raise BeyondThePageError("A template reads the list of all pages.")

    def __len__(self) -> int:
        raise BeyondThePageError("A template counts all pages.")


class OtherPage(Page):
    """A page of the nav while another page is made: its texts are out of reach."""

    @property
    def meta(self) -> Mapping[str, Any]:  # type: ignore[override]
        """Return its front matter, read when a template asks for it."""
        meta: Mapping[str, Any] = get_data(self.file.content_string)[1]
        return meta

    @property
    def content(self) -> str:  # type: ignore[override]
        """Refuse: only its own process has made it."""
        raise BeyondThePageError("A template reads another page's text.")

    toc = markdown = content  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """What is left to check of a page that was written."""

    anchors: tuple[str, ...]
    """Places of the page that a link can lead to."""
    links: Mapping[str, Mapping[str, str]]
    """Anchors that the page links to, with the link as written, by file."""
    warnings: tuple[str, ...]
    """What MkDocs warned of, a broken link for one."""


class PageBuilder:
    """Makes pages of one site, one at a time, each as if MkDocs had made all others before."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        """Make what all pages share: environment, nav and the titles of its pages."""
        self.config, self.files, self._env = config, files, _environment(config)
        files.add_files_from_theme(self._env, config)
        set_exclusions(files, config)
        self.nav = get_navigation(files, config)
        for page in self.nav.pages:
            if "title" not in vars(page):
                # What is at fault with it is told when it is made.
                with collected():
                    _populate_page(page, config, files)
            page.title = page.title
            page.__class__ = OtherPage

    def make_template(self, name: str) -> None:
        """Write a page of the theme's own, such as that of errors, into the site's folder."""
        _build_theme_template(name, self._env, self.files, self.config, self.nav)

    def make(self, file: File) -> RenderedPage:
        """Write a page into the site's folder and return what is left to check of it."""
        page = page_of(file)
        own = page.__class__
        page.__class__ = Page
        with collected() as warnings, quick_reading():
            _populate_page(page, self.config, self.files)
            _build_page(page, self.config, UnavailablePages(), self.nav, self._env)
        anchors = tuple(sorted(page.present_anchor_ids or ()))
        made = RenderedPage(anchors, _links(page), tuple(warnings))
        _release_texts(page)
        page.__class__ = own
        return made


def page_of(file: File) -> Page:
    """Return the page of a file; raise BeyondThePageError where it is none."""
    if file.page is None:
        raise BeyondThePageError(f"{file.src_uri} is no page.")
    return file.page


def _release_texts(page: Page) -> None:
    """Release a page's texts: thousands of them would fill the memory."""
    page.content, page.markdown, page.toc, page.meta = None, None, cast(Any, []), {}
    page.present_anchor_ids, page.links_to_anchors = None, None


def _links(page: Page) -> dict[str, dict[str, str]]:
    """Return the page's links to anchors by file, without those to places it has itself."""
    own = page.present_anchor_ids or set()
    return {
        to.src_uri: links
        for to, found in (page.links_to_anchors or {}).items()
        if (links := {a: link for a, link in found.items() if to is not page.file or a not in own})
    }


def _environment(config: MkDocsConfig) -> Environment:
    environment = config.theme.get_env()
    environment.list_templates = partial(_templates, config)  # type: ignore[method-assign]
    return environment


def _templates(
    config: MkDocsConfig,
    extensions: object = None,
    filter_func: Callable[[str], bool] = bool,
) -> list[str]:
    """Return the theme's files as MkDocs asks for them.

    It wants no hidden ones, so that nobody needs to go through the theme's thousands of icons.
    """
    del extensions
    found = set()
    for top in config.theme.dirs:
        for place, folders, names in os.walk(top):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = Path(place).relative_to(top)
            found |= {(below / name).as_posix() for name in names}
    return sorted(filter(filter_func, found))
