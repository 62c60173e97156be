"""Languages say dates, figures, lists, and messages in their own way."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_language import make_catalog

from generator.model.dates import PartialDate
from generator.model.keys import Qualifier
from generator.model.records import Amount
from generator.words import bundles, formats
from generator.words.localization import Localization
from generator.words.message import (
    DayOfYear,
    Message,
    Money,
    ShortDate,
    Text,
    amount_text,
    listing,
    msg,
)

AMERICAN, BRITISH = (Localization(tag) for tag in ("en-US", "en-GB"))


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Localization:
    """Return Spanish, with a catalogue that is made for it."""
    make_catalog(tmp_path, "es")
    monkeypatch.setattr(bundles, "CATALOG", tmp_path)
    return Localization("es")


@pytest.mark.parametrize(
    ("written", "american", "british"),
    [
        ("2016", "2016", "2016"),
        ("2016-08", "August 2016", "August 2016"),
        ("2016-08-30", "August 30, 2016", "30 August 2016"),
        ("2016-03/2016-05", "March to May 2016", "March to May 2016"),
        ("2016-11/2017-02", "November 2016 to February 2017", "November 2016 to February 2017"),
        ("2017-11-15/2017-11-16", "November 15 to 16, 2017", "15 to 16 November 2017"),
        ("2017-03-30/2017-04-02", "March 30 to April 2, 2017", "30 March to 2 April 2017"),
        ("2016/2018", "2016 to 2018", "2016 to 2018"),
        ("2016/2016", "2016", "2016"),
        ("2016-03/..", "March 2016 and later", "March 2016 and later"),
        ("../2016", "2016 and earlier", "2016 and earlier"),
        ("2016-08~", "about August 2016", "about August 2016"),
        ("2016-03~/2016-05~", "about March to May 2016", "about March to May 2016"),
        ("2012/2025~", "2012 to about 2025", "2012 to about 2025"),
        ("2016-21", "spring 2016 (March to May)", "spring 2016 (March to May)"),
        (
            "2015-24~",
            "about winter 2015 (December 2015 to February 2016)",
            "about winter 2015 (December 2015 to February 2016)",
        ),
        ("2016-23/2017", "fall 2016 to 2017", "autumn 2016 to 2017"),
        ("2016-31", "fall 2016 (March to May)", "autumn 2016 (March to May)"),
        ("[2016-05,2016-06]", "May or June 2016", "May or June 2016"),
        ("[2018,2019]", "2018 or 2019", "2018 or 2019"),
        (
            "[2025-05~..2026-11-23]",
            "sometime between about May 2025 and November 23, 2026",
            "sometime between about May 2025 and 23 November 2026",
        ),
        ("[2025-05..]", "sometime after April 2025", "sometime after April 2025"),
        ("[2025-01..]", "sometime after December 2024", "sometime after December 2024"),
        ("[2016~..]", "about 2016 or sometime later", "about 2016 or sometime later"),
        ("[..2013-02-03]", "no later than February 3, 2013", "no later than 3 February 2013"),
    ],
)
def test_a_partial_date_is_as_exact_as_it_is(written, american, british):
    """No day is made up, and what two ends share is said once."""
    assert AMERICAN(PartialDate(written)) == american
    assert BRITISH(PartialDate(written)) == british


@pytest.mark.parametrize(
    ("text", "american", "said"),
    [
        (date(2026, 11, 23), "November 23, 2026", "23 de noviembre de 2026"),
        (PartialDate("2016-08"), "August 2016", "agosto de 2016"),
        (DayOfYear(7, 1), "July 1", "1 de julio"),
        (1612, "1,612", "1.612"),
        (Decimal("1234.50"), "1,234.50", "1.234,50"),
        (Money(Decimal(-12000), "USD"), "−$12,000", "−12.000\xa0US$"),
        (Money(Decimal(300), "CHF"), "CHF\xa0300", "300\xa0CHF"),
        (Money(Decimal("1.25"), "GBP"), "£1.25", "1,25\xa0GBP"),
        (listing(["a", "b", "c"]), "a, b, and c", "a, b y c"),
        (listing(["a, b", "c"], "apart"), "a, b; c", "a, b; c"),
        (listing(["a", "b", "c"], "plain"), "a, b, c", "a, b, c"),
        ("as typed", "as typed", "as typed"),
    ],
)
def test_each_language_writes_its_own_way(spanish, text, american, said):
    """By the rules of the CLDR."""
    assert AMERICAN(text) == american
    assert spanish(text) == said


def test_equal_numbers_keep_their_own_decimals():
    """What was said of 2 is not said of 2.0, alone or inside a message."""
    words = Localization("en-US")
    for said in ("2", "2.0", "2.00"):
        figure = Decimal(said)
        assert words(figure) == said
        assert words(msg("common-since", date=figure)) == f"since {said}"
    assert [words(Money(Decimal(said), "USD")) for said in ("2", "2.0", "2.005")] == [
        "$2",
        "$2.00",
        "$2.005",
    ]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2016-03-07", "Mar 2016"),
        ("2016-03/2016-05~", "c. Mar 2016–May 2016"),
        ("2016/..", "2016–"),
        ("../2016-02", "to Feb 2016"),
        ("2016-21", "spring 2016"),
        ("[2016-05,2016-06]", "May 2016 or Jun 2016"),
        ("[2018..2019~]", "c. sometime 2018–2019"),
        ("[2016~..]", "c. 2016 or later"),
        ("[..2013-02-03]", "by Feb 2013"),
    ],
)
def test_a_narrow_place_has_a_short_date(written, said):
    """The axis of a chart has no room for more."""
    assert AMERICAN(ShortDate(PartialDate(written))) == said


def test_an_amount_is_said_as_its_source_gives_it():
    """With its qualifier, its range, its unit or its currency."""
    spent = Amount(low=Decimal(-5000), high=Decimal(2500), qualifier=Qualifier.ABOUT)
    assert AMERICAN(amount_text(spent, currency="USD")) == "about −$5,000 to $2,500"
    assert AMERICAN(amount_text(Amount(value=Decimal(40)), unit="bikes")) == "40 bikes"


MILLIONS = Money(Decimal(1250000), "GBP", in_words=True)


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en-US", MILLIONS, "£1.25 million"),
        ("en-US", amount_text(Amount(value=Decimal(1250000)), currency="GBP"), "£1,250,000"),
        ("en-US", Money(Decimal(-9500000), "USD", in_words=True), "−$9.5 million"),
        ("en-US", Money(Decimal(-500), "USD", in_words=True), "−$500"),
        ("en-US", Money(Decimal("1234567.5"), "USD", in_words=True), "$1,234,567.50"),
        (
            "en-US",
            Money(Decimal(2000000000), "LKC", in_words=True),
            "LKC\N{NO-BREAK SPACE}2 billion",
        ),
        ("de", MILLIONS, "1,25\N{NO-BREAK SPACE}Mio.\N{NO-BREAK SPACE}£"),
        ("ru", MILLIONS, "1,25\N{NO-BREAK SPACE}млн\N{NO-BREAK SPACE}£"),
        ("nl", MILLIONS, "£\N{NO-BREAK SPACE}1,25 miljoen"),
        ("pt-BR", MILLIONS, "£\N{NO-BREAK SPACE}1,25 milhão"),
        ("ja", MILLIONS, "£125万"),
    ],
)
def test_a_sum_in_a_sentence_has_a_word_of_scale(language, text, said):
    """As the language has it, and never without its scale; in a table it has all its digits."""
    speaks = Localization(language)
    speaks.locale = formats.locale_of(language)
    assert speaks(text) == said


@given(
    value=st.decimals(allow_nan=False, allow_infinity=False, places=2),
    code=st.sampled_from(["USD", "EUR", "GBP", "JPY", "CHF"]),
)
def test_a_sum_keeps_its_digits_and_has_its_sign_first(value, code):
    """A minus is no hyphen and is before the currency; no digit is rounded away."""
    said = AMERICAN(Money(value, code))
    assert ("−" in said) == said.startswith("−") == (value < 0)
    assert "".join(c for c in said if c.isdecimal()) == "".join(filter(str.isdecimal, f"{value:f}"))


def test_nothing_is_put_into_a_string_by_hand():
    """A sentence that is glued has one language's order."""
    unsaid: list[Text] = [msg("common-vacant"), Money(Decimal(1), "USD"), listing(["a"])]
    for text in unsaid:
        with pytest.raises(TypeError, match="no text yet"):
            f"{text}"


def test_a_message_that_is_not_there_is_told():
    """Neither a missing message nor a missing value becomes a page."""
    with pytest.raises(LookupError):
        AMERICAN(Message("common-nothing-of-this-name"))
    with pytest.raises(LookupError):
        AMERICAN(msg("common-as-of"))


def test_an_organization_has_its_own_terms():
    """Whatever it calls things goes into every sentence, and is never read as anything else."""
    ours = Localization("en-US", {"owner": {"one": 'Lead "A" { $x }', "other": "Leads"}})
    assert ours(msg("home-without-owner")) == 'Without a named Lead "A" { $x }'
    assert AMERICAN(msg("home-without-owner")) == "Without a named Owner"
    assert not ours.speaks_as(AMERICAN)


def test_a_language_without_a_catalogue_is_spoken_for_by_the_first():
    """Until somebody translates the catalogue: in words, dates, numbers, and direction."""
    arabic = Localization("ar")
    assert (arabic.language, arabic.speaks) == ("ar", "en-US")
    assert not arabic.is_right_to_left
    assert arabic(msg("home-topic", count=1)) == AMERICAN(msg("home-topic", count=1))
    assert arabic(date(2016, 8, 30)) == "August 30, 2016"


def test_a_variant_without_a_catalogue_has_its_own_dates():
    """It is said in the words of its language, and is no other language."""
    australian = Localization("en-AU")
    assert australian.speaks == "en-AU"
    assert australian(date(2016, 8, 30)) == "30 August 2016"


def test_clauses_are_told_apart_from_the_commas_inside():
    """A list of texts that have commas of their own has a stronger mark between them."""
    assert AMERICAN(listing(["a, b", "c", "d"], "apart")) == "a, b; c; d"
    assert AMERICAN(listing([], "apart")) == ""


@pytest.mark.parametrize(
    ("one", "said"), [("project", "Project"), ("élan", "Élan"), ("مبادرة", "مبادرة")]
)
def test_a_term_begins_a_heading_with_a_capital(one, said):
    """Terms are as inside a sentence; a heading that begins with one asks for more."""
    words = Localization("en-US", {"initiative": {"one": one, "other": one}})
    assert words(msg("common-initiative")) == said


def test_a_long_text_is_said_whole():
    """A message has room for whatever somebody wrote, of any length."""
    long = "word " * 4000
    assert AMERICAN(msg("common-stated", wording=long)) == f"“{long}”"
