"""Where something is in the record, in words: every field and every fixed key has some."""

from generator.derive.history.changes.address_words import location
from generator.model.fields import Shape, every_field
from generator.model.report import VOCABULARY_KEYS, Report
from generator.words.key_labels import key_label
from generator.words.message import msg
from tests.spoken import ENGLISH


def test_every_field_has_a_name():
    """Wherever a value changes, a sentence can say where."""
    for field in every_field(Report):
        assert ENGLISH(msg(f"field-{field.name}"))
        if field.shape is Shape.LIST and field.of:
            assert "x-1" in ENGLISH(msg(f"field-{field.name}.one", key="x-1"))


def test_every_key_has_a_label():
    """What the vocabulary does not name, the catalogue does."""
    named = set(VOCABULARY_KEYS.values())
    kinds = {field.keys for field in every_field(Report)} - named - {None}
    for kind in kinds:
        assert all(ENGLISH(key_label(key)) for key in kind)


def test_a_location_goes_from_the_outside_in():
    """Lists are named by one of their records, and parts that say nothing are left out."""
    within = ("initiative", "bikes", "record", "measures", "stations", "actuals", "2016", "value")
    assert ENGLISH(location(within)) == "measure stations, figure 2016, value"
    assert ENGLISH(location(("areas", "parks", "goals", "trees", "text"))) == "goal trees, text"
    assert ENGLISH(location(("about", "title"))) == "title"
    state = ("initiative", "bikes", "standing", "status")
    assert ENGLISH(location(state)) == "status"
    term = ("vocabulary", "status", "proposed", "label")
    assert ENGLISH(location(term)) == "vocabulary, status, proposed, label"
