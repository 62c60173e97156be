"""The list of characters that can be printed is the typeface's own."""

from importlib.resources import files

import pytest
from fontTools.ttLib import TTFont

from generator.check.typeface import printable


@pytest.mark.parametrize("name", ["SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf"])
def test_the_typeface_has_every_character_that_passes(name):
    """What the rule lets through has a glyph upright and italic, or leaves no mark at all."""
    file = files("fontpkg_source_sans_3") / "files" / name
    has = {chr(point) for point in TTFont(str(file)).getBestCmap()}
    assert printable() - has <= set(
        "\t\n\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069"
    )
    assert has <= printable()


def test_russian_spanish_and_signs_of_the_site_pass():
    """Letters of the languages spoken in the city, and the signs of pages, can be printed."""
    assert set("Ёжик, ґанок, ¿señor? “quotes” – → ✓ ≥ № €") <= printable()


def test_what_the_typeface_lacks_does_not_pass():
    """Emoji, Hebrew and Chinese would be boxes."""
    assert not {"\N{BICYCLE}", "\N{HEBREW LETTER ALEF}", "\u8a66"} & printable()
