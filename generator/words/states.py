"""What the fixed keys are called and mean: statuses, phases and their like, and other words."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from generator.model.fields import in_words
from generator.model.keys import Basis, Match, MissingWhy, PartnerStanding, RoleKind
from generator.model.report import VOCABULARY_KEYS, Term, Vocabulary
from generator.model.statuses import Timing
from generator.words.bundles import FIRST_LANGUAGE, Labels
from generator.words.localization import Localization
from generator.words.message import Message, msg

WORDS = (
    *("initiative", "idea", "topic-area", "goal", "owner", "sponsor", "partner"),
    *("possible-partner", "named-partner", "confirmed-partner"),
    *("vacancy", "unassigned", "not-named"),
    *("phase", "status", "confidence", "freshness"),
    *("budget-cycle", "milestone", "update", "event", "edition", "reconstructed"),
    *("as-of", "recorded", "learned-later"),
    *("basis", "reported", "official", "compiled"),
    *("match", "named", "inferred", "placed-by-editors"),
    *("measure", "baseline", "target", "actual", "finding", "evaluation", "discrepancy"),
    *("not-found", "not-collected", "not-yet-due", "withheld", "not-applicable", "not-stated"),
)
"""Words beside the states that every report explains, in the order in which they are explained."""

_AXES = {keys: axis for axis, keys in VOCABULARY_KEYS.items()} | {Timing: "timing"}

_AMONG_WORDS = {PartnerStanding: "-partner", Basis: "", Match: "", MissingWhy: "", RoleKind: ""}
"""Enumerations whose keys are words of the vocabulary, and how these words end."""


def is_explained(keys: type[StrEnum]) -> bool:
    """Return whether keys of a kind have a label and a meaning of their own."""
    return keys in _AXES or keys in _AMONG_WORDS


def label(key: StrEnum) -> Message:
    """Return what a key is called; raises KeyError for one of a kind that is not explained."""
    if axis := _AXES.get(type(key)):
        return msg(f"states-{axis}-{key.value}")
    return word(_as_word(key))


def meaning(key: StrEnum) -> Message:
    """Return what a key means; raises KeyError for one of a kind that is not explained."""
    if axis := _AXES.get(type(key)):
        return msg(f"states-{axis}-{key.value}.means")
    return word_meaning(_as_word(key))


def last_reported(key: StrEnum) -> Message:
    """Return how a state is said that was so when something was last found, which is long ago.

    Raises KeyError for a key that is no state.
    """
    return msg(f"states-{_AXES[type(key)]}-{key.value}.last")


def _as_word(key: StrEnum) -> str:
    return key.value.replace("_", "-") + _AMONG_WORDS[type(key)]


def word(name: str) -> Message:
    """Return how another word of the vocabulary is written."""
    return msg(f"states-word-{name}")


def word_meaning(name: str) -> Message:
    """Return what another word of the vocabulary means."""
    return msg(f"states-word-{name}.means")


def own_labels(vocabulary: Vocabulary) -> Labels:
    """Return what an organization words otherwise, by the ids of the messages that say it."""
    found = {
        f"states-{axis}-{key}": (term.label, term.means)
        for axis in VOCABULARY_KEYS
        for key, term in getattr(vocabulary, axis).items()
    }
    words = {f"states-word-{n}": (t.label, t.means) for n, t in vocabulary.words.items()}
    return found | words


def further_words(vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Return the words that only this organization explains."""
    return tuple(term for name, term in vocabulary.words.items() if name not in WORDS)


def usual_labels(keys: type[StrEnum] | None, words: Iterable[str]) -> dict[str, str]:
    """Return what keys are called where no report is known: in forms made from the model alone."""
    if keys is None or not is_explained(keys):
        return {key: in_words(key) for key in words}
    return {key: _usual()(label(keys(key))) for key in words}


def usual_meanings(keys: type[StrEnum]) -> dict[str, str]:
    """Return what keys are called and mean, where no report is known; none for a plain kind."""
    say = _usual()
    if not is_explained(keys):
        return {}
    return {key.value: f"{say(label(key))}: {say(meaning(key))}" for key in keys}


@cache
def _usual() -> Localization:
    return Localization(FIRST_LANGUAGE)
