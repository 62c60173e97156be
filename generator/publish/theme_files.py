"""Files of the theme that are copied into every site, and that no page of this one leads to."""

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from generator.publish.page_finishing import ERROR_PAGE

_ASSETS = "assets/"
_FOR_DEVELOPERS = ".map"


def unused_theme_files(config: MkDocsConfig, paths: Iterable[str]) -> frozenset[str]:
    """Return which files of a built site came with the theme and can be left out.

    The error page is made of the same templates as all others: what lies in a folder of which it
    names no file, such as the theme's own scripts, is used nowhere. A report's own HTML may use it.
    """
    page = Path(config.site_dir, ERROR_PAGE)
    named = page.read_text("utf-8") if page.is_file() else None
    if named is None:
        return frozenset()
    return frozenset(
        path
        for path in paths
        if path.startswith(_ASSETS)
        and _is_of_theme(config, path)
        and (path.endswith(_FOR_DEVELOPERS) or f"{_folder(path)}/" not in named)
    )


def _is_of_theme(config: MkDocsConfig, path: str) -> bool:
    """Return whether a file was copied from the theme, and not from the pages or own templates."""
    own = [config.docs_dir, *([config.theme.custom_dir] if config.theme.custom_dir else [])]
    ours = any(Path(folder, path).is_file() for folder in own)
    return not ours and any(Path(folder, path).is_file() for folder in config.theme.dirs)


def _folder(path: str) -> str:
    """Return the folder of a kind of files, such as `assets/javascripts`."""
    return "/".join(path.split("/")[:2])
