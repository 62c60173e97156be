"""The languages of a site: where each has its pages, what it is called, what the theme says."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from generator.core.settings import Settings
from generator.words.bundles import FIRST_LANGUAGE
from generator.words.formats import language_name


def site_languages(report: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the languages that report.yml names, the one that the content is written in first."""
    return tuple(report.get("languages") or (FIRST_LANGUAGE,))


def settings_by_language(settings: Settings, languages: Sequence[str]) -> dict[str, Settings]:
    """Return where each language is built; the first is where a report's only one would be."""
    first, *further = languages
    return {first: settings} | {tag: settings.in_language(tag) for tag in further}


def folder_of(language: str) -> str:
    """Return the folder of the site that holds a further language; the first, "", is at the top."""
    return language and f"{language}/"


def language_names(languages: Sequence[str]) -> dict[str, str]:
    """Return what each language calls itself, with its region where only that tells them apart."""
    bases = [tag.partition("-")[0] for tag in languages]
    return {
        tag: language_name(tag, exactly=bases.count(base) > 1)
        for tag, base in zip(languages, bases, strict=True)
    }


@cache
def theme_language(language: str) -> str:
    """Return the language of the theme's own words; English where it has none for this one."""
    folder = files("material") / "templates" / "partials" / "languages"
    for name in (language, language.partition("-")[0]):
        if (folder / f"{name}.html").is_file():
            return name
    return "en"
