"""What a page is made from besides its own text, as digests: the keys by which pages are kept."""

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_date
from pathspec import PathSpec

_PACKAGES = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pyyaml")
_OURS = Path(__file__).parent
_PROGRAM = (*_OURS.glob("*.py"), _OURS.parent / "site.py", _OURS.parent / "page_policy.py")
"""What of this program has a part in a page."""
_LEFT_OUT = frozenset({"site_dir", "plugins", "theme", "hooks", "nav"})
"""Where a build is staged is no part of a page; the others are taken into account by hand."""


def digest(content: bytes) -> str:
    """Return a short name for some bytes; equal names mean equal bytes."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def digest_of_file(path: Path) -> str:
    """Return the name of a file's bytes, or nothing where there is no such file."""
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def of_surroundings(config: MkDocsConfig, extra: str = "") -> str:
    """Return a digest of all that every page depends on, whatever stands in the docs folder.

    That is the configuration as it holds now, the templates, the versions, this program and the
    date that MkDocs takes from outside.
    """
    options = {name: value for name, value in config.items() if name not in _LEFT_OUT}
    theme = {name: config.theme[name] for name in config.theme}
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    parts = [
        options,
        config.nav,
        [theme, sorted(config.theme.static_templates)],
        plugins,
        {name: importlib.metadata.version(name) for name in _PACKAGES},
        [os.environ.get("SOURCE_DATE_EPOCH", ""), get_build_date()],
        list(_templates(config)),
        [digest_of_file(path) for path in sorted(_PROGRAM)],
        extra,
    ]
    return digest(json.dumps(parts, default=_plain).encode())


def _plain(value: object) -> object:
    """Return an option's value as JSON knows it, without anything that differs in each run."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, PathSpec):
        return [[str(pattern.include), pattern.regex.pattern] for pattern in value.patterns]
    return str(value)


def _templates(config: MkDocsConfig) -> Iterator[tuple[str, object]]:
    """Yield what tells whether a template changed: of ours the bytes, of packages size and time.

    The theme's thousands of icons come with its version.
    """
    for folder in map(Path, config.theme.dirs):
        ours = str(folder) == config.theme.custom_dir
        for place, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if ours or name != ".icons")
            for name in sorted(names):
                path = Path(place, name)
                if ours:
                    yield str(path), digest_of_file(path)
                elif path.suffix == ".html":
                    stat = path.stat()
                    yield str(path), [stat.st_size, stat.st_mtime_ns]


def of_nav(nav: Navigation, looked_at: Collection[str]) -> str:
    """Return a digest of the navigation as pages show it: order, titles, addresses.

    `looked_at` are the keys of front matter that templates read from other pages of the nav.
    """
    keys = sorted(looked_at)
    parts = [[_item(item, keys) for item in nav.items], [page.file.src_uri for page in nav.pages]]
    return digest(json.dumps(parts, default=str).encode())


def _item(item: object, keys: Collection[str]) -> object:
    children = getattr(item, "children", None)
    if children is not None:
        return [getattr(item, "title", ""), [_item(child, keys) for child in children]]
    meta: Mapping[str, object] = vars(item).get("meta") or {}
    shown = [getattr(item, name, None) for name in ("title", "url", "canonical_url", "edit_url")]
    return [shown, bool(meta), {key: meta.get(key) for key in keys}]
