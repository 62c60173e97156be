"""The language in which a report is published."""

from generator.model.report import About
from generator.words.localization import Localization
from generator.words.own_terms import own_terms


def language_of(about: About) -> Localization:
    """Return the language in which a report speaks, with its organization's own terms."""
    return Localization(about.language, own_terms(about))
