"""Marks of what was removed are found in every language that writes them."""

from datetime import date

import pytest

from generator.words.localization import Localization
from generator.words.redaction_marks import mark_text, marks_of


@pytest.mark.parametrize("language", ["en-US", "en-GB", "es"])
def test_a_mark_is_found_as_it_is_written(language: str) -> None:
    """All of the mark, and nothing beside it."""
    mark = mark_text(Localization(language), date(2026, 11, 30), "asked for by the person")

    assert marks_of(language).sub("", f"Seen by {mark}, [with](source:a) care.") == (
        "Seen by , [with](source:a) care."
    )
