"""Translations that are new or were reworded, whole: readers of that language read them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.derive.references import known
from generator.derive.translations import (
    TextInLanguage,
    TextState,
    Translations,
    texts_in_language,
)
from generator.model.fields import Holds, fields_at
from generator.model.files import FILE_KINDS
from generator.model.report import Report
from generator.views.changes.read_text import ReadText
from generator.words.formats import language_name
from generator.words.message import msg

ByLanguage: TypeAlias = Mapping[str, Translations]

_RECORDS = {kind.part: kind.record for kind in FILE_KINDS.values()}


@dataclass(frozen=True, slots=True)
class ReviewedLanguage:
    """What is translated anew into one language."""

    name: str
    texts: tuple[ReadText, ...]


def reviewed_translations(
    before: tuple[Report, ByLanguage], after: tuple[Report, ByLanguage]
) -> tuple[ReviewedLanguage, ...]:
    """Return the translations of a report that it did not have before, by language."""
    found = (
        (language, tuple(_new(language, before, after)))
        for language in after[0].about.languages[1:]
    )
    return tuple(
        ReviewedLanguage(language_name(language, exactly=True), texts)
        for language, texts in found
        if texts
    )


def _new(
    language: str, before: tuple[Report, ByLanguage], after: tuple[Report, ByLanguage]
) -> Iterator[ReadText]:
    former = _translated(language, *before)
    names = known(after[0])
    for key, text in _translated(language, *after).items():
        was = former[key].said if key in former else ""
        if text.said == was:
            continue
        kind, record = text.part
        fields = fields_at(_RECORDS[kind], text.path.split(".")) if kind in _RECORDS else ()
        what = names.get(kind, {}).get(record, record or kind)
        yield ReadText(
            msg("review-translated-text", what=what, where=text.path),
            str(was),
            str(text.said),
            is_prose=any(field.holds is Holds.PROSE for field in fields),
            is_page=True,
        )


def _translated(
    language: str, report: Report, translations: ByLanguage
) -> dict[tuple[object, str], TextInLanguage]:
    texts = texts_in_language(report, translations.get(language, {}))
    return {(t.part, t.path): t for t in texts if t.state is TextState.TRANSLATED}
