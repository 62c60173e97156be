"""The languages of a site: where each has its pages, what it is called, what the theme says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from generator.core.settings import Settings
from generator.model.look import Look
from generator.words.bundles import FIRST_LANGUAGE
from generator.words.formats import language_name
from generator.words.localization import Localization
from generator.words.message import Message


@dataclass(frozen=True, slots=True)
class SiteLanguage:
    """A language of a site."""

    words: Localization
    title: str
    """What the report is called in it."""
    look: Look = field(default_factory=Look)
    """What the site looks like, in each language alike."""
    nav: Mapping[str, Message | None] = field(default_factory=dict)
    """Files of the nav that the report calls otherwise, or does not have."""

    corrections: str = ""
    """Where a reader can suggest a correction; empty where nowhere."""

    @property
    def tag(self) -> str:
        """The language, as programs name it."""
        return self.words.language


ENGLISH_ONLY = (SiteLanguage(Localization(FIRST_LANGUAGE), ""),)
"""The languages of a site of which nothing is known."""


def settings_by_language(
    settings: Settings, languages: Sequence[SiteLanguage]
) -> dict[str, Settings]:
    """Return where each language is built; the first is where a report's only one would be."""
    first, *further = (language.tag for language in languages)
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
