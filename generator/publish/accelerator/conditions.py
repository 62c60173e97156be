"""When the accelerator may be on: only with what it was proven with; else MkDocs works alone."""

import importlib.metadata
import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.publish.page_finishing import Finishing

LOCKED = {"mkdocs": "1.6.1", "mkdocs-material": "9.8.1", "markdown": "3.11.3"}
"""The versions of the project's own lock, with which the suite compares all pages."""

_PURE = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
    }
)
"""Markdown extensions that read the page and nothing else."""


def why_not(config: MkDocsConfig) -> str:
    """Return in words why this build is left to MkDocs alone; nothing where it need not be."""
    if config.theme.name != "material":
        return "it is tested only with the theme material"
    return _foreign_plugin(config) or _unknown_extension(config)


def other_versions() -> str:
    """Return in words what is installed in another version than is locked; nothing if all is."""
    for name, locked in LOCKED.items():
        installed = _version(name)
        if installed != locked:
            return f"it is tested with {name} {locked}, and {installed or 'none'} is installed"
    return ""


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _foreign_plugin(config: MkDocsConfig) -> str:
    """Name the first plugin or hook whose part in a page is not known."""
    for name, plugin in config.plugins.items():
        if not isinstance(plugin, Finishing):
            # A hook is called by the whole path of its file, which says nothing to people.
            short = Path(name).name if Path(name).is_absolute() else name
            return f"it does not know what the plugin {short} does to pages"
    return ""


def _unknown_extension(config: MkDocsConfig) -> str:
    """Name the first Markdown extension that may read more than the page."""
    for name in config.markdown_extensions:
        short = str(name).removeprefix("markdown.extensions.").partition(":")[0]
        if short not in _PURE:
            return f"it does not know what the Markdown extension {name} reads"
    try:
        json.dumps(config.mdx_configs)
    except (TypeError, ValueError):
        return "a Markdown extension is configured with a function"
    return ""
