"""The languages in which a report is published."""

from generator.model.report import About
from generator.words.localization import Localization
from generator.words.own_terms import own_terms


def languages_of(about: About) -> tuple[Localization, ...]:
    """Return the languages in which a report speaks; its content is written in the first."""
    return tuple(Localization(language, own_terms(about, language)) for language in about.languages)


def language_of(about: About) -> Localization:
    """Return the language in which the content is written."""
    return languages_of(about)[0]
