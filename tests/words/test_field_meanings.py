"""What fields mean is said by the model, and by any language that has its own words for it."""

from fluent.runtime import FluentResource

from generator.model.fields import fields_of
from generator.model.initiative import Initiative
from generator.words.field_meanings import field_id, field_meaning
from generator.words.localization import Localization

TITLE = fields_of(Initiative)["title"]


def test_the_model_says_what_a_field_means() -> None:
    """Nobody writes it down a second time."""
    assert Localization("en-US")(field_meaning(TITLE)) == TITLE.meaning


def test_a_language_may_say_it_in_its_own_words() -> None:
    """An entry of its catalogue goes before the English of the model."""
    say = Localization("es")
    say._bundle.add_resource(FluentResource(f"{field_id(TITLE)} = Su título."))  # noqa: SLF001

    assert say(field_meaning(TITLE)) == "Su título."
