"""When the accelerator may be on: only with what it was proven with; else MkDocs works alone."""

import importlib.metadata
import json
import logging
import os

from mkdocs.config.defaults import MkDocsConfig

PROVEN = {"mkdocs": "1.6.1", "mkdocs-material": "9.8.1", "markdown": "3.11.3"}
"""Private parts of all are used, so that another version switches the accelerator off."""

_PURE = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
    }
)
"""Markdown extensions that read the page and nothing else."""


def why_not(config: MkDocsConfig, own: object, *, serving: bool, dirty: bool) -> str:
    """Return in words why this build is left to MkDocs alone; nothing where it need not be."""
    for name, proven in PROVEN.items():
        installed = _version(name)
        if installed != proven:
            return f"it is proven with {name} {proven}, and {installed or 'none'} is installed"
    if not hasattr(os, "fork"):
        return "this platform cannot fork a process"
    if config.theme.name != "material":
        return "it is proven with the theme material only"
    if dirty or (serving and config.draft_docs):
        return "drafts and dirty builds are not pages of the site"
    if logging.getLogger("mkdocs").getEffectiveLevel() <= logging.DEBUG:
        return "every step of MkDocs is to be told"
    return _foreign_plugin(config, own) or _unknown_extension(config)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""


def _foreign_plugin(config: MkDocsConfig, own: object) -> str:
    """Name the first plugin or hook whose part in a page is not known."""
    for name, plugin in config.plugins.items():
        if type(plugin) is not type(own):
            return f"it does not know what the plugin {name} does to pages"
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
