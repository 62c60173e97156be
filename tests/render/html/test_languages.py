"""Passages in another language than their page: marked in its text, and nowhere else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from made_language import make_catalog
from markupsafe import Markup

from generator.model.dates import PartialDate
from generator.model.records import Amount
from generator.render.html.languages import with_languages
from generator.words import bundles
from generator.words.localization import Localization
from generator.words.marking import (
    END,
    FOREIGN,
    NAMED,
    OUTDATED,
    OUTDATED_END,
    MarkingLocalization,
)
from generator.words.message import Translatable, amount_text, listing, msg
from generator.words.translated import Outdated, Translated

SIGN, NOTE = Markup("&#42;"), Markup("&#42; It was changed.")
F, E = f"{FOREIGN}en-US{NAMED}", END
S, SE = OUTDATED, OUTDATED_END


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MarkingLocalization:
    """Return Spanish, with a catalogue that is made for it, of a report written in English."""
    make_catalog(tmp_path, "es")
    monkeypatch.setattr(bundles, "CATALOG", tmp_path)
    return MarkingLocalization(Localization("es"), "en-US")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Shared bicycles", f"{F}Shared bicycles{E}"),
        (Translated("Bicicletas"), "Bicicletas"),
        (Outdated("Bicicletas"), f"{S}Bicicletas{SE}"),
        ("2017", "2017"),
        (161, "161"),
        (listing(["a", Translated("b")]), f"{F}a{E} y b"),
        (msg("common-name", name=Translated("b")), "b:"),
        (msg("common-name", name="a"), f"{F}a{E}:"),
        (Translatable("field-nobody-translated", "Its title."), f"{F}Its title.{E}"),
    ],
)
def test_what_somebody_typed_is_marked_where_it_was_not_translated(spanish, text, said):
    """Figures and what the catalogue says are in the language of the page."""
    assert spanish(text) == said


def test_without_a_catalogue_the_texts_are_marked_and_not_the_sentences():
    """The page is in English, and says of what somebody typed or translated what it is in."""
    hebrew = MarkingLocalization(Localization("he"), "en-US")
    assert hebrew(msg("common-name", name="a")) == "a:"
    assert hebrew(Translated("א")) == f"{FOREIGN}he{NAMED}א{END}"


def test_nothing_is_marked_between_two_kinds_of_one_language():
    """Who reads British English reads American English."""
    assert MarkingLocalization(Localization("en-GB"), "en-US")("Program") == "Program"


def test_dates_and_figures_are_never_marked(spanish):
    """They are said in the language, whoever typed them."""
    for value in (date(2016, 8, 30), PartialDate.parse("2016-03/2016-05"), Decimal("1.5")):
        assert spanish(value) == Localization("es")(value)
    assert FOREIGN not in spanish(amount_text(Amount(low=Decimal(1), high=Decimal(2)), "", "USD"))


@pytest.mark.parametrize(
    ("body", "made"),
    [
        (f"<p>{F}Text{E}</p>", '<p><span lang="en-US">Text</span></p>'),
        (f'<p aria-label="{F}Text{E}">x</p>', '<p aria-label="Text">x</p>'),
        (f"<svg><title>{F}a{E}</title><text>{F}b{E}</text></svg>", None),
        (f"<select><option>{F}a{E}</option></select>", None),
        (f"# {F}Title{E}\n", '# <span lang="en-US">Title</span>\n'),
        (f"## Roles {{: #{F}roles{E} }}\n", None),
        (f"{FOREIGN}ar&#45;EG{NAMED}x{E}", '<span lang="ar-EG" dir="rtl">x</span>'),
        (f"{FOREIGN}ar{NAMED}x{E}", '<span lang="ar" dir="rtl">x</span>'),
        ("<p>Nothing</p>", "<p>Nothing</p>"),
    ],
)
def test_marks_become_elements_where_these_may_be(body, made):
    """In attributes, drawings and options they go."""
    bare = body.replace(F, "").replace(E, "")
    assert with_languages(body, Localization("es"), SIGN, NOTE) == (bare if made is None else made)


def test_outdated_passages_are_explained_once():
    """A sign is beside each, and below the page what it means."""
    made = with_languages(f"<p>{S}a{SE} {S}b{SE} {F}c{E}</p>", Localization("es"), SIGN, NOTE)
    assert made.count("<sup>&#42;</sup>") == 2
    assert made.count("It was changed.") == 1
    assert '<span lang="en-US">c</span>' in made
