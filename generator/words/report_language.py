"""The languages in which a report is published."""

from functools import partial

from generator.model.fiscal_years import quarter_words
from generator.model.report import Report
from generator.words.localization import Localization
from generator.words.own_terms import own_terms, related_language
from generator.words.states import own_labels


def languages_of(report: Report) -> tuple[Localization, ...]:
    """Return the languages in which a report speaks, with its organization's own words.

    Its content is written in the first.
    """
    return tuple(_in(language, report) for language in report.about.languages)


def language_of(report: Report) -> Localization:
    """Return the language in which the content is written, with the organization's own words."""
    return languages_of(report)[0]


def _in(language: str, report: Report) -> Localization:
    own = own_terms(report.about, language)
    # Own labels are written in the first language; another has the usual ones of its own.
    is_theirs = related_language(language, {report.about.languages[0]: None}) is not None
    labels = own_labels(report.vocabulary) if is_theirs else {}
    return Localization(language, own, labels, partial(quarter_words, report.about))
