"""The site builder's whole configuration, made of what a report's own mkdocs.yml says.

A report says in `mkdocs.yml` only what it wants otherwise, or has none; all else is this program's.
A file that names its theme is a whole configuration, and nothing of this program's is laid below
it. Each language of a report has a configuration of its own: what the program's file says in
English is said in the language, and the theme is told which languages there are.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.core.settings import Settings
from generator.model.look import Look
from generator.publish.frame_words import frame_words, in_configuration, with_own_nav
from generator.publish.look import fonts_at_first
from generator.publish.site_languages import (
    SiteLanguage,
    folder_of,
    language_names,
    theme_language,
)
from generator.publish.stylesheet import stylesheet_parts
from generator.storage.atomic import remove_temporary_files, write_via
from generator.theme import kept
from generator.views.base.addresses import media

Configuration = dict[str, Any]

_JOINED = ("extra_css", "extra_javascript")
"""What a report adds to and does not replace."""
_THEME = "material"
"""The theme whose pages are said in the language; another one is left alone."""


def write_configuration(
    settings: Settings, languages: Sequence[SiteLanguage], address: str = ""
) -> Path:
    """Bring `mkdocs.yml` beside the generated pages to the whole configuration; return the file.

    Raises as `whole_configuration` does.
    """
    content = whole_configuration(settings, languages, address)
    place = settings.build / "mkdocs.yml"
    if not place.is_file() or place.read_bytes() != content:
        place.parent.mkdir(parents=True, exist_ok=True)
        # Whoever builds has locked the folder already (generator/commands/build.py).
        remove_temporary_files(settings.build)
        write_via(settings.build, place, content)
    return place


def whole_configuration(
    settings: Settings, languages: Sequence[SiteLanguage], address: str = ""
) -> bytes:
    """Return the configuration of a report's site in the language of the settings, whole.

    Any builder can use it as it is; its site would be `site` beside it. The site has the title of
    the report unless the report's mkdocs.yml names it. It is published where that file says, else
    at `address`. Raises MkDocsException where that file is none, OSError where the disk refuses.
    """
    own = _read(settings.mkdocs_config) if settings.mkdocs_config.is_file() else {}
    first, *_ = languages
    here = next((one for one in languages if one.tag == settings.language), first)
    titled = {"site_name": here.title}
    whole = own if _theme(own).get("name") else _over(_over(_read(kept("mkdocs.yml")), titled), own)
    if here.title != first.title:
        whole |= titled
    top = (whole.get("site_url") or address).rstrip("/")
    if top:
        whole |= {"site_url": f"{top}/{folder_of(settings.language)}"}
    if _theme(whole).get("name") == _THEME:
        whole = in_configuration(_over(whole, _of_theme(here, languages, top)), here.words)
        whole = _with_look(whole, here.look)
    if here.nav and "nav" in whole:
        own = {file: text and here.words(text) for file, text in here.nav.items()}
        whole["nav"] = with_own_nav(whole["nav"], own)
    # Zensical builds only what is below the folder of its configuration.
    folders = {"docs_dir": settings.docs.name, "site_dir": "site"}
    return yaml.dump(whole | folders, sort_keys=False, allow_unicode=True).encode()


def _of_theme(here: SiteLanguage, languages: Sequence[SiteLanguage], top: str) -> Configuration:
    """Return what the theme is told of the language of its pages, and of all of the site."""
    theme = {"language": theme_language(here.words.speaks)}
    if here.words.is_right_to_left:
        theme["direction"] = "rtl"
    extra: Configuration = {"words": frame_words(here.words), "language": here.words.speaks}
    if here.corrections:
        extra["corrections"] = here.corrections
    if len(languages) > 1:
        first, *_ = languages
        extra["tag"] = here.tag
        extra["languages"] = [
            {"tag": tag, "name": name, "folder": folder_of(tag if tag != first.tag else "")}
            for tag, name in language_names([one.tag for one in languages]).items()
        ]
        extra |= {"top": top and f"{top}/", "to_first": "../" if here != first else ""}
    return {"theme": theme, "extra": extra}


def _with_look(whole: Configuration, look: Look) -> Configuration:
    """Return a configuration that leads to the report's own fonts and logo, if it has any."""
    own: Configuration = {}
    if look.logo:
        own["theme"] = {"logo": media(look.logo)}
    if fonts := fonts_at_first(look):
        own["extra"] = {"own_fonts": fonts}
    return _over(whole, own)


def _read(file: Path) -> Configuration:
    """Return what a configuration says; its files and folders by their whole paths."""
    with file.open("rb") as opened:
        said = yaml_load(opened) or {}
    if not isinstance(said, dict):
        raise ConfigurationError(
            f"{file} must contain keys with values, such as site_name: Our report"
        )
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
    """Return a configuration with another one laid over it, key by key at any depth.

    Style sheets and scripts come after those of the base.
    """
    return base | {
        key: _over(base[key], value)
        if isinstance(value, dict) and isinstance(base.get(key), dict)
        else _joined(base[key], value)
        if key in _JOINED and key in base
        else value
        for key, value in own.items()
    }


def _joined(base: Sequence[Any], own: Sequence[Any]) -> list[Any]:
    """Return two lists as one; what was once a part of the style sheet is in it."""
    return [*base, *(one for one in own if one not in {*base, *stylesheet_parts()})]
