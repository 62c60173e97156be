"""Pages and files of a site, each made when it is asked for, by the functions of a build."""

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.core.settings import Settings
from generator.publish.accelerator.building import page_builder
from generator.publish.accelerator.messages import collected
from generator.publish.docs_folder import DocsFolder
from generator.publish.page_finishing import ERROR_PAGE, Finishing
from generator.publish.site import configured, fixed_surroundings
from generator.publish.site_languages import SiteLanguage, folder_of
from generator.render.html.environment import SiteEnvironment
from generator.views.base.addresses import DOWNLOADS, file_of

if TYPE_CHECKING:
    from generator.publish.accelerator.page_builder import PageBuilder

PAGE = "index.html"


class MadeSites:
    """The site of the newest report that could be read, with all its languages."""

    def __init__(self, settings: Settings, room: Path) -> None:
        """`room` is an empty folder in which single pages are made."""
        self._settings, self._room = settings, room
        self._sites: dict[str, MadeSite] = {}

    def show(self, docs: Collection[DocsFolder]) -> None:
        """Answer from another report, in each of its languages, from now on."""
        folders = [folder_of(one.language) for one in docs]
        if folders != list(self._sites):
            self._sites = {
                folder: self._site(one) for folder, one in zip(folders, docs, strict=True)
            }
        for folder, one in zip(folders, docs, strict=True):
            self._sites[folder].show(one, [other.site_language for other in docs])

    def _site(self, docs: DocsFolder) -> "MadeSite":
        room = self._room / docs.words.language
        room.mkdir(exist_ok=True)
        return MadeSite(self._settings.in_language(docs.language), room)

    def reset(self) -> None:
        """Read configuration and templates again before the next page is made."""
        for site in self._sites.values():
            site.reset()

    def file(self, path: str) -> bytes | None:
        """Return the file at a path of the site, as `MadeSite.file` does."""
        folder, _, rest = path.partition("/")
        further = self._sites.get(f"{folder}/")
        if further:
            return further.file(rest)
        first = self._sites.get("")
        return first.file(path) if first else None


class MadeSite:
    """The site in one language; what is made stays until another report is shown.

    Configuration, nav and the scripts of the theme are made once, until `reset` is called. One
    lock guards all that is made.
    """

    def __init__(self, settings: Settings, room: Path) -> None:
        """`room` is an empty folder in which single pages are made."""
        self._settings, self._room = settings, room
        self._lock = Lock()
        self._docs: DocsFolder | None = None
        self._languages: Sequence[SiteLanguage] = ()
        self._made: dict[str, bytes | None] = {}
        self._builder: PageBuilder | None = None
        self._templates: SiteEnvironment | None = None

    def show(self, docs: DocsFolder, languages: Sequence[SiteLanguage]) -> None:
        """Answer from another report from now on; `languages` are all of its site."""
        with self._lock:
            if [one.nav for one in languages] != [one.nav for one in self._languages]:
                self._builder = None
            self._languages = languages
            if self._templates is None or not self._templates.words.speaks_as(docs.words):
                self._templates = docs.new_templates()
            self._docs, self._made = replace(docs, templates=self._templates), {}

    def reset(self) -> None:
        """Read configuration and templates again before the next page is made."""
        with self._lock:
            self._templates, self._builder, self._made = None, None, {}
            if self._docs:
                self._templates = self._docs.new_templates()
                self._docs = replace(self._docs, templates=self._templates)

    def file(self, path: str) -> bytes | None:
        """Return the file at a path of the site.

        None where there is none, where it cannot be made alone (the build then tells why), and
        where nothing has been read yet.
        """
        docs = self._docs
        if docs and path.startswith(DOWNLOADS):
            # It takes seconds, for which no page need wait.
            return docs.document(path)
        with self._lock:
            if path not in self._made:
                self._made[path] = self._make(path)
            return self._made[path]

    def _make(self, path: str) -> bytes | None:
        if self._docs is None:
            return None
        # Whatever is wrong with a page or a template, the build in the background tells it.
        with suppress(Exception), fixed_surroundings(self._docs.now.day), collected():
            if path == ERROR_PAGE:
                return self._theme_page(self._docs, path)
            if path == PAGE or path.endswith(f"/{PAGE}"):
                return self._page(self._docs, path.removesuffix(PAGE))
            made = self._docs.file(path)
            return self._theme_file(self._docs, path) if made is None else made
        return None

    def _page(self, docs: DocsFolder, address: str) -> bytes | None:
        markdown = docs.page(address)
        if markdown is None:
            return None
        builder, path = self._made_builder(docs), file_of(address)
        file = builder.files.get_file_from_path(path)
        if file is None:
            file = self._file(builder.config, path)
            Page(None, file, builder.config)
        source = Path(file.abs_src_path or "")
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_text(markdown, "utf-8")
        try:
            builder.make(file)
            return Path(file.abs_dest_path).read_bytes()
        finally:
            # What another page's template would read of it might be of another report by then.
            source.unlink()

    def _theme_page(self, docs: DocsFolder, name: str) -> bytes:
        self._made_builder(docs)
        return (self._room / "site" / name).read_bytes()

    def _theme_file(self, docs: DocsFolder, path: str) -> bytes | None:
        file = self._made_builder(docs).files.get_file_from_path(path)
        return None if file is None or file.is_documentation_page() else file.content_bytes

    def _made_builder(self, docs: DocsFolder) -> "PageBuilder":
        if self._builder is None:
            self._builder = self._new_builder(docs)
        return self._builder

    def _new_builder(self, docs: DocsFolder) -> "PageBuilder":
        """Return what makes pages; it has made the error page, which knows the theme's scripts."""
        folders = docs_dir, site_dir = [self._room / name for name in ("docs", "site")]
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
        settings, finishing = self._settings, Finishing()
        config = configured(settings, docs_dir, site_dir, finishing, self._languages)
        listed = dict(_pages_of(config.nav))
        for path, titled in listed.items():
            # The nav says what it calls the others.
            if not titled:
                (docs_dir / path).parent.mkdir(parents=True, exist_ok=True)
                (docs_dir / path).write_text(docs.page(_address_of(path)) or "", "utf-8")
        builder = page_builder(config, Files([self._file(config, path) for path in listed]))
        builder.make_template(ERROR_PAGE)
        return builder

    @staticmethod
    def _file(config: Any, path: str) -> File:  # noqa: ANN401 - MkDocs' configuration
        return File(path, config.docs_dir, config.site_dir, config.use_directory_urls)


def _pages_of(nav: Any) -> Iterator[tuple[str, bool]]:  # noqa: ANN401 - as YAML gives it
    """Yield every page of a nav, and whether the nav says what it is called."""
    for entry in nav or ():
        if isinstance(entry, str):
            yield entry, False
        for below in entry.values() if isinstance(entry, dict) else ():
            yield from [(below, True)] if isinstance(below, str) else _pages_of(below)


def _address_of(path: str) -> str:
    """Return the address of the page that a Markdown file becomes."""
    stem = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return stem and f"{stem}/"
