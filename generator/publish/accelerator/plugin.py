"""The plugin: takes a build over from MkDocs where it can, and leaves it alone where not."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory
from mkdocs.utils.templates import TemplateContext

from generator.publish.accelerator.conditions import why_not
from generator.publish.accelerator.digests import digest, of_surroundings
from generator.publish.accelerator.making import SEARCH_INDEX, Finish, Made, Making
from generator.publish.accelerator.messages import say_again
from generator.publish.accelerator.records import Output, State, remember, remembered
from generator.publish.accelerator.rendering import Unread, search_of

log = get_plugin_logger(__name__)


class AcceleratorOptions(Config):  # type: ignore[no-untyped-call] # MkDocs leaves a hook untyped
    """What mkdocs.yml may say: where to keep what is known, relative to that file."""

    cache_dir = Type(str, default="build/cache")


class Accelerator(BasePlugin[AcceleratorOptions]):  # type: ignore[no-untyped-call] # as above
    """Makes the site that MkDocs alone would make, and only what changed of it."""

    def __init__(self) -> None:
        self.aside = ""
        """Why this build was left to MkDocs alone."""
        self.made: Made | None = None
        self.finish: Finish = lambda page, _: page
        """How pages are changed before they are published; `finish_name` tells ways apart."""
        self.finish_name = ""
        self.published: Path | None = None
        """Where the site is published by somebody else; else MkDocs' own folder is the site."""
        self.cache: Path | None = None
        """Where to keep what is known; else as the options say."""
        self._making: Making | None = None
        self._before = State()
        self._config: MkDocsConfig | None = None
        self.switched_off = self.afresh = False
        """Not to work at all; to work as if nothing were known."""
        self._serving = self._dirty = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Take note of the command; MkDocs then keeps the plugin from build to build."""
        self._serving, self._dirty = command == "serve", dirty

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Decide whether this build can be taken over, and keep compiled templates."""
        self.made, self._making, self._config = None, None, config
        self.aside = (
            "that was asked for"
            if self.switched_off
            else why_not(config, self, serving=self._serving, dirty=self._dirty)
        )
        if self.aside:
            self._tell()
            return
        cache = self.cache or Path(config.config_file_path).parent / self.config.cache_dir
        self._folder = cache / "site"
        self._keep_compiled(config, cache / "templates")

    def _tell(self) -> None:
        log.info("MkDocs works alone: %s. The site is the same, only later.", self.aside)

    def _keep_compiled(self, config: MkDocsConfig, folder: Path) -> None:
        """Compiling the theme's templates costs more than filling them for forty pages."""
        plain = config.theme.get_env
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return

        def get_env() -> Environment:
            self._env = plain()
            self._env.bytecode_cache = FileSystemBytecodeCache(str(folder))
            self._env.list_templates = partial(_templates, config)  # type: ignore[method-assign]
            return self._env

        config.theme.get_env = get_env  # type: ignore[method-assign]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Save the last site from MkDocs, which empties the folder right after this."""
        if self.aside or self.published:
            return
        site, kept = Path(config.site_dir), self._last_site(config)
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True)
        for entry in site.iterdir():
            if not entry.name.startswith("."):
                entry.rename(kept / entry.name)

    def _last_site(self, config: MkDocsConfig) -> Path:
        """Return where the last site lies meanwhile: MkDocs leaves hidden folders alone."""
        return Path(config.site_dir) / ".last"

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make the site, and leave MkDocs nothing to do; or all of it, where that failed."""
        if self.aside:
            return files
        published = self.published or self._last_site(config)
        try:
            self._key = of_surroundings(config, self.finish_name)
            self._before = State() if self.afresh else remembered(self._folder, self._key)
            self._making = Making(config, files, self._env, self._before, published)
            self.made = self._making.make(self.finish)
        except Exception as error:  # noqa: BLE001 - MkDocs meets it again, and says it its own way
            self._give_up(files, config, error)
            return files
        finally:
            self._making = None
        say_again(self.made.messages)
        config.nav = None
        config.extra_templates = []
        config.theme.static_templates = set()
        return Files([])

    def _give_up(self, files: Files, config: MkDocsConfig, error: Exception) -> None:
        self._drop_last_site(config)
        self.aside = str(error)
        self._tell()
        for file in files:
            file.page = None
        if search := search_of(config):
            search.search_index.entries.clear()
        clean_directory(config.site_dir)

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: object) -> None:
        """Keep from templates what would make their pages differ from build to build."""
        del page
        if self._making and "SOURCE_DATE_EPOCH" not in os.environ:
            context["build_date_utc"] = Unread()  # type: ignore[typeddict-item]

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Finish a page, and take note of what MkDocs writes next."""
        if not self._making:
            return output
        finished = self._finished(output, page.file.dest_uri)
        self._making.press.printed(finished)
        return finished

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, **_: object) -> str:
        """Finish a page that is none of the docs folder's, such as the error page."""
        is_page = self._making and template_name.endswith(".html")
        return self._finished(output, template_name) if is_page else output

    def _finished(self, output: str, path: str) -> str:
        if not output.strip():
            return output
        return self.finish(output.encode("utf-8", errors="xmlcharrefreplace"), path).decode()

    @event_priority(100)
    def _hand_over_search(self, *, config: MkDocsConfig) -> None:
        """Give the theme's search what it finds; it writes that itself, right after this."""
        search = search_of(config)
        if self.made and search:
            empty = search.search_index.generate_search_index(None)
            whole = f"{empty[:-2]}{self.made.entries}]}}"
            search.search_index.generate_search_index = lambda _: whole

    @event_priority(-100)
    def _complete(self, *, config: MkDocsConfig) -> None:
        """Enter the search index; put what stood back into the folder that MkDocs emptied."""
        if self.made:
            index = Path(config.site_dir, SEARCH_INDEX)
            if index.is_file():
                content = index.read_bytes()
                self.made.files[SEARCH_INDEX] = Output(digest(content), len(content))
                self.made.staged.add(SEARCH_INDEX)
            if not self.published:
                self._put_back(config)
                self.keep(Path(config.site_dir))
        self._drop_last_site(config)

    on_post_build = CombinedEvent(_hand_over_search, _complete)

    def on_build_error(self, *, error: Exception, **_: object) -> None:
        """Drop what was saved of the last site: MkDocs has emptied it as well."""
        del error
        if self._config:
            self._drop_last_site(self._config)

    def _put_back(self, config: MkDocsConfig) -> None:
        last = self._last_site(config)
        for path in sorted(self.made.standing if self.made else ()):
            place = Path(config.site_dir, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            (last / path).rename(place)

    def _drop_last_site(self, config: MkDocsConfig) -> None:
        if not self.aside and not self.published:
            shutil.rmtree(self._last_site(config), ignore_errors=True)

    def keep(self, published: Path) -> None:
        """Remember the site that was made, which `published` now holds whole."""
        if self.made is None:
            return
        made = self.made
        files = {path: output.at(f"{published}/{path}") for path, output in made.files.items()}
        state = State(made.nav, made.looked_at, files, made.sources, made.pages)
        if state != self._before:
            remember(self._folder, self._key, state)


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
