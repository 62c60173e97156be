"""Whether the accelerator makes what MkDocs alone makes, shown by one page of each kind."""

import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from generator.publish.accelerator.messages import collected
from generator.publish.accelerator.site_builder import make_site
from generator.storage.sync import files_under


def agree(config: MkDocsConfig) -> bool:
    """Return whether one page of each kind comes out alike, made by MkDocs and by us.

    Pages at one depth of the same folder are of one kind; the largest stands for all.
    """
    docs, before = Path(config.docs_dir), (config.docs_dir, config.site_dir, config.strict)
    with TemporaryDirectory(prefix="agreement-") as room, collected():
        for path in _one_of_each_kind(docs):
            place = Path(room, "docs", path)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(docs / path, place)
        try:
            plain, ours = (_made(config, Path(room), make) for make in (build, make_site))
        finally:
            config.docs_dir, config.site_dir, config.strict = before
    return plain == ours


def _made(
    config: MkDocsConfig, room: Path, make: Callable[[MkDocsConfig], None]
) -> dict[str, bytes]:
    """Return the site of the pages in a room; links that are broken there stop nothing."""
    site = room / make.__name__
    config.docs_dir, config.site_dir, config.strict = str(room / "docs"), str(site), False
    make(config)
    return {path: (site / path).read_bytes() for path in files_under(site)}


def _one_of_each_kind(docs: Path) -> list[str]:
    largest: dict[tuple[str, int], tuple[int, str]] = {}
    for path in files_under(docs):
        if path.endswith(".md"):
            kind, size = (path.split("/")[0], path.count("/")), (docs / path).stat().st_size
            largest[kind] = max(largest.get(kind, (0, "")), (size, path))
    return [path for _, path in largest.values()]
