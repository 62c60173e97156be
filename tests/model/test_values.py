"""Scalar types take what an editor typed, and say in words what they expect of anything else."""

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nasty import PLAIN
from pydantic import TypeAdapter, ValidationError

from generator.model import references, values
from generator.model.fields import fields_of
from generator.model.ids import LONGEST_ID
from generator.model.initiative import Initiative
from generator.model.measures import Actual, Measure
from generator.model.money import Funding
from generator.model.records import RivalValue
from generator.model.updates import Update
from generator.model.values import Record

TAKEN: list[tuple[Any, object, object]] = [
    (values.Number, "1400000", Decimal(1400000)),
    (values.Number, "-0.50", Decimal("-0.50")),
    (values.Number, "0.1", Decimal("0.1")),
    (values.Whole, "0", 0),
    (values.Whole, "0417", 417),
    (values.Flag, "true", True),
    (values.Flag, "false", False),
    (values.Day, "2016-02-29", date(2016, 2, 29)),
    (values.Text, "no", "no"),
    (values.Text, "12:30", "12:30"),
    (values.Title, "Café & Zoë’s “tools” 🚲", "Café & Zoë’s “tools” 🚲"),
    (values.Id, "shared-bicycles-2", "shared-bicycles-2"),
    (references.Holder, "not_named", "not_named"),
    (references.Holder, "unassigned", "unassigned"),
    (references.GoalRef, "program/trust", "program/trust"),
    (references.StepRef, "opens", "opens"),
    (references.StepRef, "open-ledger.opens", "open-ledger.opens"),
    (references.FiscalRef, "fy2016-18", "fy2016-18"),
    (references.FiscalRef, "fy2024", "fy2024"),
    (references.FiscalRef, "third-biennium", "third-biennium"),
    (values.Currency, "USD", "USD"),
    (values.Number, "9" * 15, Decimal("9" * 15)),
    (values.Several, "2", 2),
    (values.Year, "2016", 2016),
    (values.BuildDay, "1980-01-01", date(1980, 1, 1)),
    (values.Id, "console", "console"),
    (values.Id, "com", "com"),
    (values.Id, "a" * LONGEST_ID, "a" * LONGEST_ID),
    (values.MonthDay, "12-31", "12-31"),
    (values.MediaFile, "a-b.2.png", "a-b.2.png"),
]

REFUSED: list[tuple[Any, object, str]] = [
    (values.Number, "1,400,000", "No thousands separators"),
    (values.Number, "1.4 million", "No thousands separators"),
    (values.Number, "1e6", "No thousands separators"),
    (values.Number, "٣", "No thousands separators"),
    (values.Number, "NaN", "No thousands separators"),
    (values.Number, True, "No thousands separators"),
    (values.Whole, "-1", "For example 14"),
    (values.Whole, "1.0", "For example 14"),
    (values.Whole, True, "For example 14"),
    (values.Flag, "yes", "Write true or false"),
    (values.Flag, "True", "Write true or false"),
    (values.Flag, "1", "Write true or false"),
    (values.Day, "2016-08", 'For example "2016-08-30"'),
    (values.Day, "2015-02-29", "not in the calendar"),
    (values.Day, "20160830", 'For example "2016-08-30"'),
    (values.Text, " \n\t", "Fill it in"),
    (values.Title, "x" * 301, "Shorten it"),
    (values.Id, "Shared-Bicycles", "shared-bicycles"),
    (values.Id, "a--b", "shared-bicycles"),
    (values.Id, "a\n", "shared-bicycles"),
    (references.Holder, "no one", "unassigned"),
    (references.GoalRef, "trust", "pedestrian-safety"),
    (references.StepRef, "a.b.c", "elsewhere"),
    (references.FiscalRef, "FY2016-18", "lowercase letters"),
    (values.Currency, "$", "USD"),
    (values.Currency, "£", "Write GBP for £."),
    (values.Number, "9" * 16, "at most 15 digits"),
    (values.Number, "0.1234567890123456", "at most 15 digits"),
    (values.Whole, "9" * 5000, "at most 15 digits"),
    (values.Several, "0", "from 1 to 50"),
    (values.Several, "99999", "from 1 to 50"),
    (values.Year, "16", "from 1000 to 9999"),
    (values.Year, "20166", "from 1000 to 9999"),
    (values.BuildDay, "1969-12-31", "from 1980 to 2100"),
    (values.BuildDay, "2124-05-20", "from 1980 to 2100"),
    (values.Id, "index", "first page of a folder"),
    (values.Id, "con", "a device to Windows"),
    (values.Id, "lpt9", "a device to Windows"),
    (values.Id, "a" * (LONGEST_ID + 1), "Shorten it"),
    (values.MonthDay, "7-1", "Two digits"),
    (values.MonthDay, "02-29", "exists every year"),
    (values.MonthDay, "04-31", "exists every year"),
    (values.MediaFile, "aux.2016.png", "a device to Windows"),
    (values.MediaFile, "index.png", "first page of a folder"),
    (values.MediaFile, "../secret.png", "Only lowercase letters"),
    (values.MediaFile, "drawing.svg", "Only lowercase letters"),
    (values.MediaFile, "Photo 1.PNG", "Only lowercase letters"),
]


@pytest.mark.parametrize(("kind", "typed", "value"), TAKEN)
def test_what_was_typed_is_taken(kind: Any, typed: object, value: object) -> None:
    """The field decides the type: exact decimals, words that stay words."""
    taken = TypeAdapter(kind).validate_python(typed)

    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize(("kind", "typed", "next_step"), REFUSED)
def test_what_does_not_fit_is_explained(kind: Any, typed: object, next_step: str) -> None:
    """A refusal says what was expected and what to do; it is never a bare type error."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(typed)

    (fault,) = refused.value.errors()
    expected, said = fault["ctx"]["expected"], fault["ctx"]["next_step"]
    assert expected == fault["msg"]
    assert next_step in said or next_step in expected


@pytest.mark.parametrize("character", ["<", ">", "{", "}", "\x07", "\u202e", "\u2066", "\u200b"])
def test_titles_refuse_what_could_mislead(character: str) -> None:
    """Markup, controls and invisible marks are named in the message by sign or code point."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(values.Title).validate_python(f"Bike {character} share")

    shown = character if character.isprintable() else f"U+{ord(character):04X}"
    assert f"(found {shown})" in str(refused.value)


def test_texts_take_any_character() -> None:
    """Only titles are choosy: a text keeps the nastiest string to the letter."""
    assert TypeAdapter(tuple[values.Text, ...]).validate_python(PLAIN) == PLAIN


@given(st.text(min_size=1, max_size=40))
def test_a_title_is_taken_whole_or_refused(typed: str) -> None:
    """A title that is taken holds no character that it should refuse, and nothing was changed."""
    try:
        taken = TypeAdapter(values.Title).validate_python(typed)
    except ValidationError:
        return
    assert taken == typed
    assert not any(c in "<>{}" or unicodedata.category(c) in ("Cc", "Cf") for c in taken)


@given(st.decimals(-999_999_999_999, 999_999_999_999, allow_nan=False, places=3))
def test_numbers_are_exact(number: Decimal) -> None:
    """No digit of a figure is lost or added."""
    typed = format(number, "f")

    assert str(TypeAdapter(values.Number).validate_python(typed)) == str(Decimal(typed))


@pytest.mark.parametrize(
    ("kind", "least", "expected"),
    [
        (values.Number, "1" * 19, "at most 15 digits"),
        (values.Number, f"0.{'1' * 200_000}", "at most 15 digits"),
        (values.Whole, "1" * 200_000, "at most 15 digits"),
        (values.Text, "a" * (values.LONGEST_TEXT + 1), "at most 20,000 characters, not 20,001"),
        (values.ShortProse, "a" * (values.LONGEST_TEXT + 1), "at most 20,000 characters"),
    ],
)
def test_what_is_too_long_is_refused_by_its_bound(kind: object, least: str, expected: str) -> None:
    """The message says how much there may be; Python's own words for it are not shown."""
    with pytest.raises(ValidationError) as refusal:
        TypeAdapter(kind).validate_python(least)

    (error,) = refusal.value.errors()
    assert expected in error["ctx"]["expected"]


def test_own_keys_come_before_inherited_ones() -> None:
    """Files tell first what a record is, then the figure, the day of entry and the sources.

    Amounts by year are last, where the form editor writes them.
    """
    assert list(fields_of(Funding))[:3] == ["id", "what", "currency"]
    assert list(fields_of(Funding))[-3:] == ["recorded", "sources", "years"]
    assert list(fields_of(RivalValue)) == [
        "sources",
        *("note", "value", "low", "high", "qualifier", "stated"),
    ]
    assert next(iter(fields_of(Initiative))) == "id"


@pytest.mark.parametrize("record", [Actual, Funding, Initiative, Measure, RivalValue, Update])
def test_every_key_has_one_place(record: type[Record]) -> None:
    """The order of keys names every field once."""
    assert sorted(fields_of(record)) == sorted(record.model_fields)


def test_unknown_keys_are_refused() -> None:
    """A misspelt key is a fault and not silently dropped."""
    with pytest.raises(ValidationError, match="Extra inputs"):
        RivalValue.model_validate({"sources": ["a"], "valeu": "3"})


def test_records_cannot_be_changed() -> None:
    """What was read stays as it was read."""
    rival = RivalValue.model_validate({"sources": ["a"], "value": "3"})

    with pytest.raises(ValidationError, match="frozen"):
        rival.note = "changed"


def test_a_key_tells_siblings_apart() -> None:
    """The key of a record is made of the fields that its type names, absent ones left out."""
    point = {"period": "2016", "reported": "2016", "recorded": "2016-08-30"}

    assert Actual.model_validate(point).key == "2016"
    assert Actual.model_validate({**point, "series": "sea-side"}).key == "sea-side 2016"
