"""The site builder's whole configuration, made of what a report's own mkdocs.yml says.

A report says in `mkdocs.yml` only what it wants otherwise, or has none; all else is this program's.
A file that names its theme is a whole configuration, and taken as it is.
"""

from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.core.settings import Settings
from generator.publish.frame_words import frame_words
from generator.storage.atomic import remove_temporary_files, write_via
from generator.theme import kept
from generator.words.bundles import FIRST_LANGUAGE
from generator.words.localization import Localization

Configuration = dict[str, Any]


def write_configuration(settings: Settings) -> Path:
    """Bring `build/mkdocs.yml` to the whole configuration; return the file.

    Raises as `whole_configuration` does.
    """
    content, place = whole_configuration(settings), settings.build / "mkdocs.yml"
    if not place.is_file() or place.read_bytes() != content:
        # Whoever builds has locked the folder already (generator/commands/build.py).
        remove_temporary_files(settings.build)
        write_via(settings.build, place, content)
    return place


def whole_configuration(settings: Settings) -> bytes:
    """Return the configuration of the report's site, whole.

    Any builder can use it as it is; its site would be `build/site`. The site has the title of
    the report unless the report's mkdocs.yml names it. Raises MkDocsException where that file is
    none, and OSError where the disk refuses.
    """
    own = _read(settings.mkdocs_config) if settings.mkdocs_config.is_file() else {}
    said = about(settings)
    words = frame_words(Localization(said.get("languages", [FIRST_LANGUAGE])[0]))
    named = {"site_name": said.get("title", ""), "extra": {"words": words}}
    whole = own if _theme(own).get("name") else _over(_over(_read(kept("mkdocs.yml")), named), own)
    # Zensical builds only what is below the folder of its configuration.
    folders = {"docs_dir": settings.docs.name, "site_dir": "site"}
    return yaml.dump(whole | folders, sort_keys=False, allow_unicode=True).encode()


def about(settings: Settings) -> dict[str, Any]:
    """Return what report.yml, in which no fault was found, says of the report."""
    file = settings.content / "report.yml"
    return dict((yaml.safe_load(file.read_bytes()) if file.is_file() else None) or {})


def _read(file: Path) -> Configuration:
    """Return what a configuration says; its files and folders by their whole paths."""
    with file.open("rb") as opened:
        said = yaml_load(opened)
    if not isinstance(said, dict):
        raise ConfigurationError(f"{file} must hold keys with values, as site_name: Our report")
    if folder := _theme(said).get("custom_dir"):
        said["theme"]["custom_dir"] = str(file.parent / folder)
    if hooks := said.get("hooks"):
        said["hooks"] = [str(file.parent / hook) for hook in hooks]
    return said


def _theme(said: Configuration) -> Configuration:
    """Return what a configuration says of its theme; a word alone is its name."""
    theme = said.get("theme") or {}
    return theme if isinstance(theme, dict) else {"name": theme}


def _over(base: Configuration, own: Configuration) -> Configuration:
    """Return a configuration with another one laid over it, key by key at any depth."""
    return base | {
        key: _over(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else value
        for key, value in own.items()
    }
