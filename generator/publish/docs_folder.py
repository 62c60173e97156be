"""Every file of `build/docs`: pages, data, assets and pictures; all at once, or one by its path."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.snapshot import Snapshot
from generator.derive.tables.report import report_tables
from generator.derive.translations import TranslationCounts
from generator.export.data_files import data_files
from generator.model.ids import folded
from generator.publish.corrections import correction_address
from generator.publish.frame_words import own_nav
from generator.publish.look import look_files, look_rules
from generator.publish.site_languages import SiteLanguage
from generator.publish.stylesheet import STYLESHEET, stylesheet, stylesheet_parts
from generator.render.html.drawing_files import drawing_file
from generator.render.html.environment import SiteEnvironment, site_environment
from generator.render.html.pages import render_page, render_site
from generator.theme import ACCESS_RESULTS, ASSETS
from generator.views.base import addresses
from generator.views.base.access_results import AccessResults
from generator.views.base.page import Page, PageFrame
from generator.views.base.page_groups import DrawingFile, PageGroup
from generator.views.base.site_context import OpenData, SiteContext
from generator.views.print.download import Download
from generator.views.registry import page_at, page_groups, pages_by_address, prose_targets
from generator.words.localization import Localization
from generator.words.message import msg


@dataclass(frozen=True)
class DocsFolder:
    """What the site builder gets of a report and its editions."""

    now: Snapshot
    editions: tuple[EditionSnapshot, ...]
    words: Localization
    """The language of the pages."""
    frozen: Mapping[str, bytes]
    """What the site offers as it was: of frozen editions, and of meetings, by path."""
    pictures: Callable[[], Mapping[str, bytes]] = dict
    """Finds the pictures that may be seen, by name; nothing else of content/media goes out."""
    downloads: tuple[Download, ...] = ()
    document: Callable[[str], bytes | None] = lambda _: None
    """Prints the document at an address, whether pages offer it or not."""
    templates: SiteEnvironment | None = None
    """The templates in this language, where they were read already."""
    counts: TranslationCounts | None = None
    """How much of the content is translated, in a further language."""
    first: "DocsFolder | None" = None
    """Of a further language, the pages of the first, with which it shares data and pictures."""

    def in_language(
        self,
        words: Localization,
        shown: tuple[Snapshot, tuple[EditionSnapshot, ...]],
        counts: TranslationCounts | None,
    ) -> "DocsFolder":
        """Return what the site builder gets of the same report as it is said in a language."""
        now, editions = shown
        return replace(
            self,
            now=now,
            editions=editions,
            words=words,
            first=self,
            counts=counts,
            templates=None,
        )

    @property
    def language(self) -> str:
        """The language, of a further one; empty for the first."""
        return self.words.language if self.first else ""

    @property
    def site_language(self) -> SiteLanguage:
        """What the site builder needs to know of the language."""
        about = self.now.report.about
        nav = own_nav(self.now, self.editions)
        return SiteLanguage(self.words, about.title, about.look, nav, correction_address(about))

    def new_templates(self) -> SiteEnvironment:
        """Return the templates in this language, read now."""
        return site_environment(self.words, (self.first or self).words.language)

    def files(self) -> dict[str, bytes]:
        """Return every file by its path; GeneratorError where two would be one."""
        made = render_site(page_groups(self._site), self._known, self._frame, self._environment)
        shared = () if self.first else (self.frozen, self._media())
        return distinct(made, self._assets(), *shared)

    def page(self, address: str) -> str | None:
        """Return the Markdown of the page at an address; None where there is none."""
        group = page_at(self._pages, address)
        for made in group.pages() if group else ():
            if isinstance(made, Page) and made.target == address:
                return render_page(self._environment, made, self._frame, self._known)
        return None

    def file(self, path: str) -> bytes | None:
        """Return a file that is no page by its path; None where there is none."""
        folder = path.partition("/")[0]
        if folder == "assets":
            return self._assets().get(path)
        if path.startswith(addresses.MEASURES):
            return self._drawing(path)
        if self.first:
            return None
        if path in self.frozen:
            return self.frozen[path]
        if folder == "media":
            return self._media().get(path)
        return self.open_data.files.get(path) if folder == "data" else None

    def _drawing(self, path: str) -> bytes | None:
        group = page_at(self._pages, addresses.MEASURES)
        for made in group.pages() if group else ():
            if isinstance(made, DrawingFile) and made.path == path:
                return drawing_file(self._environment, made).encode()
        return None

    def _assets(self) -> dict[str, bytes]:
        look, parts = self.now.report.about.look, stylesheet_parts()
        files = {p: raw for p, raw in _files_of(ASSETS, "assets").items() if p not in parts}
        return files | look_files(look) | {STYLESHEET: stylesheet(look_rules(look))}

    def _media(self) -> dict[str, bytes]:
        return {addresses.media(name): raw for name, raw in self.pictures().items()}

    @cached_property
    def _environment(self) -> SiteEnvironment:
        return self.templates or self.new_templates()

    @cached_property
    def _site(self) -> SiteContext:
        return SiteContext(
            self.now,
            self.editions,
            self.downloads,
            lambda _: self.open_data,
            self.counts,
            AccessResults.of(json.loads(ACCESS_RESULTS.read_text("utf-8"))),
        )

    @cached_property
    def _pages(self) -> Mapping[str, PageGroup]:
        return pages_by_address(self._site)

    @cached_property
    def _known(self) -> frozenset[str]:
        return prose_targets(self.now)

    @cached_property
    def _frame(self) -> PageFrame:
        about = self.now.report.about
        return PageFrame(
            about.disclaimer,
            about.license.title,
            msg("frame-as-of", date=self.now.day),
            picture=addresses.REPORT_CARD if self.downloads else "",
            organization=about.city,
        )

    @cached_property
    def open_data(self) -> OpenData:
        """The data that the site offers; its files are the first language's."""
        if self.first:
            return replace(self.first.open_data, files={})
        tables = report_tables(self.now)
        files = data_files(self.now, tables)
        sizes = {path: len(raw) for path, raw in {**files, **self.frozen}.items()}
        return OpenData(tables, files, sizes)


def distinct(*groups: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of all groups; raises GeneratorError if two would be one file.

    What differs in capitals only, or in how a letter is put together, is one file somewhere.
    """
    files: dict[str, bytes] = {}
    known: dict[str, str] = {}
    for group in groups:
        for path, content in group.items():
            other = known.setdefault(folded(path), path)
            if other in files:
                raise GeneratorError(
                    f"Two things would be written to {path}"
                    + (
                        f", which is the same as {other} on some computers."
                        if other != path
                        else "."
                    ),
                    "Give one of them a different id or name in content/; nothing was written.",
                )
            files[path] = content
    return files


def _files_of(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
