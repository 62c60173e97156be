"""The plugin: makes MkDocs' pages on all cores where it can, and leaves MkDocs alone where not."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import clean_directory

from generator.publish.accelerator.conditions import why_not
from generator.publish.accelerator.making import make_site
from generator.publish.accelerator.messages import say_again

log = get_plugin_logger(__name__)

Finish = Callable[[bytes, str], bytes]
"""Turns a page as MkDocs prints it, and its path in the site, into the bytes to publish."""


class NoOptions(Config):  # type: ignore[no-untyped-call] # MkDocs leaves a hook untyped
    """What mkdocs.yml may say: nothing."""


class Accelerator(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call] # as above
    """Makes the site that MkDocs alone would make, sooner."""

    def __init__(self) -> None:
        self.aside = ""
        """Why this build was left to MkDocs alone."""
        self.switched_off = False
        """Not to work at all."""
        self.finish: Finish = lambda page, _: page
        """How pages are changed before they are published, whoever makes them."""
        self._environment: Environment | None = None
        self._serving = self._dirty = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Take note of the command; MkDocs then keeps the plugin from build to build."""
        self._serving, self._dirty = command == "serve", dirty

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> None:
        """Decide whether this build can be taken over."""
        self.aside = (
            "that was asked for"
            if self.switched_off
            else why_not(config, self, serving=self._serving, dirty=self._dirty)
        )
        if self.aside:
            self._tell()
            return
        plain = config.theme.get_env

        def get_env() -> Environment:
            self._environment = environment = plain()
            environment.list_templates = partial(_templates, config)  # type: ignore[method-assign]
            return environment

        config.theme.get_env = get_env  # type: ignore[method-assign]

    def _tell(self) -> None:
        log.info("MkDocs works alone: %s. The site is the same, only later.", self.aside)

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make the site, and leave MkDocs nothing to do; or all of it, where that failed."""
        if self.aside or self._environment is None:
            return files
        try:
            messages = make_site(config, files, self._environment)
        except Exception as error:  # noqa: BLE001 - MkDocs meets it again, and says it its own way
            self.aside = str(error)
            self._tell()
            for file in files:
                file.page = None
            clean_directory(config.site_dir)
            return files
        say_again(messages)
        config.nav = None
        config.extra_templates = []
        config.theme.static_templates = set()
        return Files([])

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, **_: object) -> str:
        """Finish a page."""
        return self._finished(output, page.file.dest_uri)

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, **_: object) -> str:
        """Finish a page that is none of the docs folder's, such as the error page."""
        return self._finished(output, template_name) if template_name.endswith(".html") else output

    def _finished(self, output: str, path: str) -> str:
        if not output.strip():
            return output
        return self.finish(output.encode("utf-8", errors="xmlcharrefreplace"), path).decode()


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
