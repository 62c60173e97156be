"""The language in which a report is published."""

from generator.model.report import About
from generator.words.localization import Localization


def language_of(about: About) -> Localization:
    """Return the language in which a report speaks."""
    return Localization(about.language)
