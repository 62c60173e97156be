"""The story of an accelerated build: which pages stand, which are made, what the site holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from generator.publish.accelerator.digests import digest, of_nav
from generator.publish.accelerator.messages import Message, caught
from generator.publish.accelerator.quick_html import quick_reading
from generator.publish.accelerator.records import (
    Output,
    PageRecord,
    State,
    entries_of,
    record_of,
)
from generator.publish.accelerator.rendering import Press, search_of
from generator.workers import spread

SEARCH_INDEX = "search/search_index.json"
ERROR_PAGE = "404.html"

Finish = Callable[[bytes, str], bytes]
"""Turns a page as MkDocs prints it, and its path in the site, into the bytes to publish."""


@dataclass(slots=True)
class Made:
    """A site, of which only some files had to be written."""

    files: dict[str, Output] = field(default_factory=dict)
    """Every file of the site, by path, but for the search index."""
    staged: set[str] = field(default_factory=set)
    """Those that lie in the folder in which MkDocs builds."""
    sources: dict[str, Output] = field(default_factory=dict)
    """Every file that the site is made from, by its path."""
    pages: dict[str, str] = field(default_factory=dict)
    """The line of every page, by the path of its Markdown file."""
    messages: list[Message] = field(default_factory=list)
    """All that MkDocs would have said, in its order."""
    entries: str = ""
    """What the theme's search finds, as JSON joined by commas."""
    nav: str = ""
    looked_at: tuple[str, ...] = ()

    @property
    def standing(self) -> set[str]:
        """Return the files that the published site holds already."""
        return self.files.keys() - self.staged


class Making:
    """One build: takes what stands in `published`, has MkDocs make the rest."""

    def __init__(
        self, config: MkDocsConfig, files: Files, env: Environment, before: State, published: Path
    ) -> None:
        self._config, self._files, self._env = config, files, env
        self._before, self._published = before, published
        self.press = Press(config, files, env)
        self.made = Made()

    def make(self, finish: Finish) -> Made:
        """Return the whole site; raise whatever stops a part of it from being made."""
        made, config, files = self.made, self._config, self._files
        set_exclusions(files, config)
        with caught() as made.messages:
            nav = get_navigation(files, config)
        pages = list(files.documentation_pages())
        sources = {file.src_uri: self._digest(file) for file in pages}
        known = {p: record_of(line) for p, line in self._before.pages.items() if p in sources}
        self._name_nav_pages(nav, sources, known)
        self.press.enter(nav)
        stand = self._standing(nav, sources, known)
        made.messages += self._templates(nav)
        self._static_files(finish)
        records = self._pages(pages, stand)
        for file in pages:
            made.messages += records[file.src_uri].messages
        made.messages += self._broken_anchors(pages, records)
        asked = {key for record in records.values() for key in record.looked_at}
        made.looked_at = tuple(sorted({*self._before.looked_at, *made.looked_at, *asked}))
        made.nav = of_nav(nav, made.looked_at)
        if search_of(config):
            made.entries = ",".join(filter(None, map(entries_of, made.pages.values())))
        return made

    def _digest(self, file: File) -> str:
        """Return the digest of a source; read it only if the disk shows another than before."""
        place = file.abs_src_path
        if place is None:
            return digest(file.content_bytes)
        stat = Path(place).stat()
        known = self._before.sources.get(file.src_uri)
        if known is None or not known.looks_like(stat):
            content = file.content_bytes
            known = Output(digest(content), len(content)).seen(stat)
        self.made.sources[file.src_uri] = known
        return known.digest

    def _name_nav_pages(
        self, nav: Navigation, sources: Mapping[str, str], known: Mapping[str, PageRecord]
    ) -> None:
        """Give the nav's pages the titles and front matter by which other pages show them."""
        for page in nav.pages:
            page.read_source(self._config)
            path = page.file.src_uri
            record = known.get(path)
            if "title" not in vars(page) and "title" not in page.meta:
                if record and record.title is not None and record.source == sources[path]:
                    page.title = record.title
                else:
                    self.press.read(page.file)
            page.title = page.title

    def _standing(
        self, nav: Navigation, sources: Mapping[str, str], known: Mapping[str, PageRecord]
    ) -> dict[str, PageRecord]:
        """Return the pages that would be made alike and that the published site holds."""
        if of_nav(nav, self._before.looked_at) != self._before.nav:
            return {}
        files = self._files.src_uris
        return {
            path: record
            for path, record in known.items()
            if record.still_holds(sources[path], files)
            and (not record.path or self._stands(record.path, record.output.digest))
        }

    def _stands(self, path: str, wanted: str) -> bool:
        kept = self._before.files.get(path)
        place = f"{self._published}/{path}"
        return bool(kept and kept.digest == wanted and kept.stands(place))

    def _put(self, path: str, content: bytes, *, written: bool = False) -> None:
        """Enter a file of the site, and write it unless it stands or is `written` already."""
        name = digest(content)
        self.made.files[path] = Output(name, len(content))
        if not self._stands(path, name):
            self.made.staged.add(path)
            if not written:
                write_file(content, str(self._staging / path))

    @property
    def _staging(self) -> Path:
        return Path(self._config.site_dir)

    def _static_files(self, finish: Finish) -> None:
        for file in self._files:
            path = file.dest_uri
            is_page = file.is_documentation_page()
            if is_page or path in self.made.files or not _is_public(file):
                continue
            if path.endswith(".html"):
                self._put(path, finish(file.content_bytes, path))
            elif self._stands(path, self._digest(file)):
                self.made.files[path] = self._before.files[path]
            else:
                self._put(path, file.content_bytes)

    def _templates(self, nav: Navigation) -> list[Message]:
        """Make the pages that are none of the docs folder's; the error page holds no content."""
        config = self._config
        names = sorted(config.theme.static_templates, key=lambda name: (name != ERROR_PAGE, name))
        with caught() as messages:
            for name in names:
                _build_theme_template(name, self._env, self._files, config, nav)
            for name in map(str, config.extra_templates):
                _build_extra_template(name, self._files, config, nav)
        for name in [*names, *map(str, config.extra_templates)]:
            for path in (name, f"{name}.gz"):
                if (self._staging / path).is_file():
                    self._put(path, (self._staging / path).read_bytes(), written=True)
        self.made.looked_at = self.press.looked_at()
        return messages

    def _pages(self, pages: list[File], stand: Mapping[str, PageRecord]) -> dict[str, PageRecord]:
        """Make the pages that do not stand; return the record of each."""
        made = self.made
        wanted = [file for file in pages if file.src_uri not in stand]
        # The largest first, so that no core waits at the end for another's one long page.
        wanted.sort(key=self._size, reverse=True)
        with quick_reading():
            lines = spread(len(wanted), lambda task: self.press.make(wanted[task]))
        new = {file.src_uri: line for file, line in zip(wanted, lines, strict=True)}
        records = {}
        for path in (file.src_uri for file in pages):
            made.pages[path] = new[path] if path in new else self._before.pages[path]
            record = records[path] = stand.get(path) or record_of(made.pages[path])
            if record.path:
                made.files[record.path] = record.output
                made.staged.discard(record.path)
                if path in new:
                    made.staged.add(record.path)
        return records

    def _size(self, file: File) -> int:
        known = self.made.sources.get(file.src_uri)
        return known.size if known else 0

    def _broken_anchors(
        self, pages: list[File], records: Mapping[str, PageRecord]
    ) -> list[Message]:
        """Return what MkDocs says of links to places that pages do not have, old or new."""
        there: dict[str, frozenset[str]] = {}
        with caught() as messages:
            for file in pages:
                links = records[file.src_uri].links
                for to in links:
                    if to in records and to not in there:
                        there[to] = frozenset(records[to].anchors)
                if any(to in there and not there[to].issuperset(links[to]) for to in links):
                    self._tell(file, links, there)
        return messages

    def _tell(
        self,
        file: File,
        links: Mapping[str, Mapping[str, str]],
        there: Mapping[str, frozenset[str]],
    ) -> None:
        """Let MkDocs word what is wrong with a page's links to anchors."""
        page = _bare(file)
        page.links_to_anchors = {}
        for to, anchors in links.items():
            target = self._files.get_file_from_path(to)
            if target is not None and to in there:
                _bare(target).present_anchor_ids = set(there[to])
                page.links_to_anchors[target] = dict(anchors)
        level = self._config.validation.links.anchors
        page.validate_anchor_links(files=self._files, log_level=level)


def _bare(file: File) -> Page:
    if file.page is None:
        raise LookupError(file.src_uri)
    return file.page


def _is_public(file: File) -> bool:
    return file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
