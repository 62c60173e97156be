"""Passages in another language than their page: marked in its text, and nowhere else."""

from datetime import date
from decimal import Decimal

import pytest
from markupsafe import Markup

from generator.model.dates import PartialDate
from generator.model.records import Amount
from generator.render.html.languages import with_languages
from generator.words.localization import Localization
from generator.words.marking import END, FOREIGN, OUTDATED, MarkingLocalization
from generator.words.message import amount_text, listing, msg
from generator.words.translated import Outdated, Translated

SIGN, NOTE = Markup("&#42;"), Markup("&#42; It was changed.")
SPANISH = MarkingLocalization(Localization("es"), "en-US")
F, S, E = FOREIGN, OUTDATED, END


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Shared bicycles", f"{F}Shared bicycles{E}"),
        (Translated("Bicicletas"), "Bicicletas"),
        (Outdated("Bicicletas"), f"{S}Bicicletas{E}"),
        ("2017", "2017"),
        (161, "161"),
        (listing(["a", Translated("b")]), f"{F}a{E} y b"),
        (msg("common-name", name=Translated("b")), "b:"),
        (msg("common-name", name="a"), f"{F}a{E}:"),
    ],
)
def test_what_somebody_typed_is_marked_where_it_was_not_translated(text, said):
    """Figures and what the catalogue says are in the language of the page."""
    assert SPANISH(text) == said


def test_nothing_is_marked_between_two_kinds_of_one_language():
    """Who reads British English reads American English."""
    assert MarkingLocalization(Localization("en-GB"), "en-US")("Program") == "Program"


def test_dates_and_figures_are_never_marked():
    """They are said in the language, whoever typed them."""
    for value in (date(2016, 8, 30), PartialDate.parse("2016-03/2016-05"), Decimal("1.5")):
        assert SPANISH(value) == Localization("es")(value)
    assert FOREIGN not in SPANISH(amount_text(Amount(low=Decimal(1), high=Decimal(2)), "", "USD"))


@pytest.mark.parametrize(
    ("body", "made"),
    [
        (f"<p>{F}Text{E}</p>", '<p><span lang="en-US">Text</span></p>'),
        (f'<p aria-label="{F}Text{E}">x</p>', '<p aria-label="Text">x</p>'),
        (f"<svg><title>{F}a{E}</title><text>{F}b{E}</text></svg>", None),
        (f"<select><option>{F}a{E}</option></select>", None),
        (f"# {F}Title{E}\n", '# <span lang="en-US">Title</span>\n'),
        ("<p>Nothing</p>", "<p>Nothing</p>"),
    ],
)
def test_marks_become_elements_where_these_may_be(body, made):
    """In attributes, drawings and options they go."""
    bare = body.replace(F, "").replace(E, "")
    assert with_languages(body, "en-US", SIGN, NOTE) == (bare if made is None else made)


def test_outdated_passages_are_explained_once():
    """A sign is beside each, and below the page what it means."""
    made = with_languages(f"<p>{S}a{E} {S}b{E} {F}c{E}</p>", "en-US", SIGN, NOTE)
    assert made.count("<sup>&#42;</sup>") == 2
    assert made.count("It was changed.") == 1
    assert '<span lang="en-US">c</span>' in made
