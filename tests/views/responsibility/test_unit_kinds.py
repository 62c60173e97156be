"""What kind of unit it is, in the usual words or in the organization's own."""

import pytest
from larkhaven import larkhaven

from generator.derive.responsibility.roles import register
from generator.derive.snapshot.snapshot import snapshot
from generator.model.keys import UnitKind
from generator.views.responsibility.holders import unit_view
from tests.spoken import ENGLISH


def kind_on_page(**changed: object) -> str:
    """Return what kind of unit its page says that it is."""
    report = larkhaven()
    unit = report.organization.units[0].model_copy(update=changed)
    now = snapshot(report, report.about.as_of)
    view = unit_view(now, register(now), unit)
    (fact,) = [fact for fact in view.facts if ENGLISH(fact.name) == "Kind"]
    (words,) = fact.value
    return ENGLISH(words.text)


@pytest.mark.parametrize("kind", UnitKind)
def test_every_kind_has_its_word(kind: UnitKind) -> None:
    """The word is that of the key."""
    assert kind_on_page(kind=kind) == kind.value.replace("_", " ").capitalize()


def test_the_own_word_takes_its_place() -> None:
    """A unit that has a word of its own is called by it."""
    assert kind_on_page(kind=UnitKind.OTHER, called="Directorate General") == "Directorate General"
