"""An organization's own terms take the place of the usual ones in every message."""

from datetime import date

import pytest
from fluent.runtime import FluentResource
from larkhaven import larkhaven

from generator.model.report import About, Report
from generator.words.bundles import bundle
from generator.words.localization import Localization
from generator.words.message import msg
from generator.words.own_terms import own_terms, usual_terms
from generator.words.report_language import language_of

BOARD = {"one": "Board", "other": "Boards", "indefinite": "a Board"}


def about(**changes: object) -> About:
    """Return what a report says of itself in American English, with some of it changed."""
    told = larkhaven().about.model_dump(mode="json", exclude_none=True)
    return About.model_validate(told | {"languages": ["en-US"], "terms": {}, **changes})


def report(**changes: object) -> Report:
    """Return a report that says of itself what `about` does."""
    return larkhaven().model_copy(update={"about": about(**changes)})


def headline(words: Localization) -> str:
    """Return the first sentence of a front page."""
    return words(msg("home-headline", proposed=2, ideas=1, areas=1, day=date(2026, 11, 23)))


def test_messages_speak_in_the_organization_s_terms() -> None:
    """What it calls its initiatives is in every sentence about them, in the right form."""
    own = {"one": "project", "other": "projects", "indefinite": "a project"}
    said = headline(language_of(report(terms={"en-US": {"initiative": own}})))

    assert said.startswith("2 projects were proposed, with one idea in one topic area.")


def test_marks_of_the_catalogue_s_notation_are_letters_in_a_term() -> None:
    """Quotation marks, backslashes and hash marks of a term are said as they are typed."""
    own = {"one": "\\ project", "other": '"#projects" -', "indefinite": "a project"}
    said = headline(language_of(report(terms={"en-US": {"initiative": own}})))

    assert said.startswith('2 "#projects" - were proposed')


@pytest.mark.parametrize("language", ["en-US", "en", "en-GB"])
def test_regional_variants_share_the_terms_of_their_language(language: str) -> None:
    """Terms in one English are those of another that has none."""
    assert (
        own_terms(about(terms={language: {"governing_body": BOARD}}), "en-US")["governing-body"]
        == BOARD
    )


def test_a_form_that_the_language_does_not_use_is_left_to_the_check() -> None:
    """A preview of content with a fault still speaks."""
    found = own_terms(
        about(terms={"en-US": {"governing_body": {"1st": "x", "one": "Board"}}}), "en-US"
    )

    assert found["governing-body"] == {"one": "Board"}


@pytest.mark.parametrize(
    ("kind", "called"), [("city", "city"), ("agency", "agency"), ("other", None), (None, None)]
)
def test_an_organization_is_called_by_its_kind(kind: str | None, called: str | None) -> None:
    """Where it has no term of its own; where its kind is not said, it is an organization."""
    given = {} if kind is None else {"kind": kind}
    told = about(terms={}, **given)
    if kind is None:
        told = told.model_copy(update={"kind": About.model_fields["kind"].default})

    assert own_terms(told, "en-US").get("organization", {}).get("one") == called


def test_a_term_begins_a_heading_with_a_capital() -> None:
    """No term needs another form for it, whoever's it is and in whatever script."""
    own = {"area": {"one": "élan", "other": "élans"}, "owner": {"one": "მფლობელი"}}
    made = bundle("en-US", own)
    made.add_resource(
        FluentResource(
            'areas = { CAPITALIZED(-area(form: "other")) } of the { -program }\n'
            "owner = { CAPITALIZED(-owner) }\n"
        )
    )
    said = {name: made.format_pattern(made.get_message(name).value) for name in ("areas", "owner")}

    assert said == {"areas": ("Élans of the program", []), "owner": ("მფლობელი", [])}


def test_every_usual_term_has_the_same_forms() -> None:
    """A message may ask each term for each form."""
    assert {tuple(forms) for forms in usual_terms("en-GB").values()} == {tuple(BOARD)}
