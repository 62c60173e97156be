"""Where something is in the record, in words: every field and every fixed key has some."""

import pytest
from larkhaven import larkhaven

from generator.derive.history.changes.address_words import location
from generator.derive.history.changes.names import Names
from generator.derive.snapshot.snapshot import snapshot
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


TODAY = snapshot(larkhaven(), larkhaven().about.as_of)
NAMES = Names(TODAY, TODAY)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        (
            "initiative/bikes/record/measures/trips/actuals/2016/value",
            "measure trips, figure 2016, value",
        ),
        (
            "initiative/tide-gauge/record/measures/gauges/unit",
            "measure “Gauges that send a level”, unit",
        ),
        (
            "initiative/tide-gauge/updates/mid-2024 tide-gauge/body",
            "status update “Middle of the 2023 to 2025 cycle”, text",
        ),
        (
            "initiative/kiosk-hours/updates/2023-08-15 kiosk-hours/body",
            "status update August 15, 2023, text",
        ),
        (
            "areas/harbour/goals/dry-feet/note",
            "goal “Warn everybody before the water comes.”, remark",
        ),
        ("areas/parks/goals/trees/text", "goal trees, text"),
        ("about/title", "title"),
        ("initiative/tide-gauge/standing/status", "status"),
        ("vocabulary/status/proposed/label", "vocabulary, status, “Put forward”, label"),
    ],
)
def test_a_location_goes_from_the_outside_in(address, words):
    """One of several is named as readers know it; what says nothing is left out."""
    assert ENGLISH(location(tuple(address.split("/")), NAMES)) == words
