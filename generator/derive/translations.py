"""The report in another language: each text as it was translated, as long as it is the same text.

What was translated is told by the digest of the text it was made from. A text that was moved within
its file keeps its translation; one that was changed keeps it as outdated, until it is made anew.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar, cast

from generator.derive.editions.editions import EditionSnapshot
from generator.derive.snapshot.freshness import OwedMilestones
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot
from generator.derive.texts import (
    PartKey,
    Replaced,
    Texts,
    parts_of,
    record_with_texts,
    texts_of,
    with_texts,
)
from generator.model.report import Report
from generator.model.translations import TranslatedText, Translation, digest_of
from generator.model.values import Record
from generator.words.translated import Outdated, Translated

R = TypeVar("R", bound=Record)

Translations: TypeAlias = Mapping[PartKey, Translation]
"""What there is of a report in one language, by its parts."""
Memory: TypeAlias = Mapping[PartKey, Mapping[str, str]]
"""Translated texts by the digests of their originals, by the parts of the report."""


class TextState(StrEnum):
    """How a text of the report is in another language."""

    TRANSLATED = "translated"
    OUTDATED = "outdated"
    """Its original was changed since."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class TextInLanguage:
    """A text of the report, and how it is in another language."""

    part: PartKey
    path: str
    """Where it is in its part, as files of translations name it."""
    original: str
    state: TextState
    said: str
    """As it is shown: the original, where it is not translated."""


@dataclass(frozen=True, slots=True)
class TranslationCounts:
    """How many texts a report has, and how many of them are in another language."""

    texts: int
    translated: int
    """Those whose originals were changed since are not among them."""
    outdated: int


def counts_of(texts: Sequence[TextInLanguage]) -> TranslationCounts:
    """Return how many texts there are in each state."""
    states = [one.state for one in texts]
    translated, outdated = (states.count(s) for s in (TextState.TRANSLATED, TextState.OUTDATED))
    return TranslationCounts(len(states), translated, outdated)


def texts_in_language(report: Report, translations: Translations) -> tuple[TextInLanguage, ...]:
    """Return every text of the report that can be translated, with how it is in a language."""
    return tuple(
        one
        for part, texts in parts_of(report)
        for one in _in_language(part, texts, translations.get(part))
    )


def _in_language(
    part: PartKey, texts: Texts, translation: Translation | None
) -> list[TextInLanguage]:
    known = translation.texts if translation else {}
    by_digest = {one.of: one.text for one in known.values() if one.text}
    digests = {path: digest_of(text) for path, text in texts.items()}
    there = set(digests.values())
    found = []
    for path, original in texts.items():
        state, said = TextState.MISSING, original
        here = known.get(path)
        if digests[path] in by_digest:
            own = here.text if here and here.of == digests[path] else None
            state, said = TextState.TRANSLATED, Translated(own or by_digest[digests[path]])
        elif former := _former(here, there):
            state, said = TextState.OUTDATED, Outdated(former)
        found.append(TextInLanguage(part, path, original, state, said))
    return found


def _former(here: TranslatedText | None, there: Collection[str]) -> str:
    """Return what was translated at a place before its text was changed; else nothing.

    It is none where it belongs to a text that is at another place of the part now.
    """
    if here is None:
        return ""
    return here.outdated or ("" if here.of in there else here.text) or ""


def in_language(snapshot: Snapshot, translations: Translations) -> Snapshot:
    """Return a snapshot with the texts that were translated; all else is the very same."""
    said = _said(texts_in_language(snapshot.report, translations)) if translations else {}
    if not said:
        return snapshot
    report, replaced = with_texts(snapshot.report, said)
    states = tuple(_state(state, replaced) for state in snapshot.states)
    return replace(snapshot, report=report, states=states)


def edition_in_language(edition: EditionSnapshot, memory: Memory) -> EditionSnapshot:
    """Return an edition with the texts of which a translation is known, word for word."""
    said: dict[PartKey, Texts] = {}
    for part, texts in parts_of(edition.then.report):
        known = memory.get(part, {})
        said[part] = _remembered(texts, known)
    report, replaced = with_texts(edition.then.report, said)
    states = tuple(_state(state, replaced) for state in edition.then.states)
    then = replace(edition.then, report=report, states=states)
    known = memory.get(("edition", str(edition.edition.year)), {})
    own = record_with_texts(edition.edition, _remembered(texts_of(edition.edition), known))
    return replace(edition, then=then, edition=own)


def remembered(translations: Translations) -> Memory:
    """Return translated texts by the digests of their originals."""
    return {
        part: {one.of: one.text for one in translation.texts.values() if one.text}
        for part, translation in translations.items()
    }


def over(stored: Memory, translations: Translations) -> Memory:
    """Return what was stored, with what is translated now in its place."""
    newer = remembered(translations)
    return {part: {**stored.get(part, {}), **newer.get(part, {})} for part in {**stored, **newer}}


def valid(report: Report, translations: Translations) -> Memory:
    """Return what is translated of the texts that a report holds."""
    found: dict[PartKey, dict[str, str]] = {}
    for one in texts_in_language(report, translations):
        if one.state is TextState.TRANSLATED:
            found.setdefault(one.part, {})[digest_of(one.original)] = one.said
    return dict(found)


def _remembered(texts: Texts, known: Mapping[str, str]) -> Texts:
    found = {path: known.get(digest_of(text)) for path, text in texts.items()} if known else {}
    return {path: Translated(said) for path, said in found.items() if said}


def _said(texts: tuple[TextInLanguage, ...]) -> dict[PartKey, Texts]:
    found: dict[PartKey, dict[str, str]] = {}
    for one in texts:
        if one.state is not TextState.MISSING:
            found.setdefault(one.part, {})[one.path] = one.said
    return dict(found)


def _state(state: InitiativeState, replaced: Replaced) -> InitiativeState:
    """Return the state of an initiative with records that have other texts."""

    def now(record: R) -> R:
        return cast("R", replaced.get(id(record), record))

    owed = state.owed_milestones
    return replace(
        state,
        initiative=now(state.initiative),
        updates=tuple(map(now, state.updates)),
        owed_milestones=OwedMilestones(
            owed=tuple(map(now, owed.owed)), missed=tuple(map(now, owed.missed))
        ),
        owner=state.owner and now(state.owner),
        sponsor=state.sponsor and now(state.sponsor),
    )
