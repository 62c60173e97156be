"""Labels and meanings of the fixed keys: each has both, they stay apart, and may be one's own."""

import re

import pytest
from larkhaven import larkhaven
from spoken import ENGLISH

from generator.model.keys import Basis, IdeaState, Match, MissingWhy, PartnerStanding, RoleKind
from generator.model.report import Vocabulary
from generator.model.statuses import SIGNALS, Freshness, Status
from generator.words.bundles import CATALOG
from generator.words.localization import Localization
from generator.words.report_language import language_of
from generator.words.states import (
    WORDS,
    further_words,
    is_explained,
    label,
    last_reported,
    meaning,
    usual_labels,
    word,
    word_meaning,
)

KINDS = (*SIGNALS.values(), IdeaState, PartnerStanding, Basis, Match, MissingWhy, RoleKind)
CATALOGUE = (CATALOG / "en-US" / "states.ftl").read_text("utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_has_a_label_of_its_own_and_a_meaning(kind):
    """Readers tell keys apart by their labels, and look up what each means."""
    labels = [ENGLISH(label(key)) for key in kind]

    assert len(set(labels)) == len(labels)
    assert all(ENGLISH(meaning(key)).endswith(".") for key in kind)


def test_a_label_says_of_what_nothing_is_known():
    """The same words on two axes would not say which of the two was not assessed."""
    labels = [ENGLISH(label(key)) for kind in SIGNALS.values() for key in kind]

    assert len(set(labels)) == len(labels)


def test_the_words_are_those_of_the_catalogue_in_its_order():
    """None is forgotten in one of the two places."""
    assert tuple(re.findall(r"^states-word-([\w-]+) =", CATALOGUE, re.MULTILINE)) == WORDS
    assert all(ENGLISH(word(n)) and ENGLISH(word_meaning(n)) for n in WORDS)


def test_the_usual_words_are_no_organization_s_own():
    """They speak of no year, no number of fields, no month, no city."""
    own = re.findall(r"\b(?:[12]\d{3}|five|July|City|council\w*|dollars?)\b", CATALOGUE)

    assert own == []


def test_an_organization_s_own_label_takes_the_place_of_the_usual():
    """Its braces and quotation marks are what it typed, and all other keys stay as usual."""
    own = Vocabulary.model_validate(
        {
            "status": {"on_track": {"label": 'On "course"', "means": "As {planned}.\n\nTruly."}},
            "words": {"harbor": {"label": "Harbor", "means": "Where ships are."}},
        }
    )
    say = language_of(larkhaven().model_copy(update={"vocabulary": own}))

    assert say(label(Status.ON_TRACK)) == 'On "course"'
    assert say(meaning(Status.ON_TRACK)) == "As {planned}. Truly."
    assert say(label(Status.ENDED)) == ENGLISH(label(Status.ENDED))
    assert [term.label for term in further_words(own)] == ["Harbor"]


def test_keys_that_need_no_explanation_are_their_own_words():
    """A form made from the model alone has a label for any key."""
    assert not is_explained(type(Status.ENDED.group))
    assert usual_labels(None, ["decided_to_end"]) == {"decided_to_end": "Decided to end"}
    assert usual_labels(Freshness, ["stale"]) == {"stale": "2 or more updates behind"}


OLD = [key for kind in (Status, IdeaState) for key in kind if key.may_be_outdated]


@pytest.mark.parametrize("key", OLD, ids=[f"{type(key).__name__}-{key}" for key in OLD])
def test_what_may_be_outdated_can_be_said_so(key: Status | IdeaState) -> None:
    """In the usual words, and with an organization's own label."""
    axis = "status" if isinstance(key, Status) else "idea_state"
    own = {f"states-{axis}-{key.value}": ('In "motion"', "It moves.")}

    assert ENGLISH(last_reported(key)).startswith("Last reported ")
    assert Localization("en-US", {}, own)(last_reported(key)) == 'Last reported: In "motion"'
