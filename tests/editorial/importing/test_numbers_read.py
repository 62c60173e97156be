"""Numbers as people write them, in the declared way or not at all."""

import pytest

from generator.editorial.importing.dates_read import ValueFault
from generator.editorial.importing.numbers_read import FORMS, NumberForm, form_of, read_number
from generator.editorial.importing.source_rows import ExactText

PLAIN = NumberForm()
EUROPEAN = NumberForm(*FORMS["1.234,56"])


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [
        ("$1,234,567.50", PLAIN, "1234567.5"),
        ("(1,234)", PLAIN, "-1234"),
        ("1,234-", PLAIN, "-1234"),
        ("\N{MINUS SIGN}5", PLAIN, "-5"),
        ("USD 12", PLAIN, "12"),
        ("45%", PLAIN, "45"),
        ("1,00,000", PLAIN, "100000"),
        ("๑,๒๐๐,๐๐๐", PLAIN, "1200000"),
        ("1.234,5", EUROPEAN, "1234.5"),
        ("1 234,5 €", NumberForm(*FORMS["1 234,56"]), "1234.5"),
        ("45", NumberForm(scale="thousand"), "45000"),
        ("$3.5 billion", NumberForm(scale="as written"), "3500000000"),
        ("£1.2bn", NumberForm(scale="as written"), "1200000000"),
        (ExactText("1234.5"), EUROPEAN, "1234.5"),
    ],
)
def test_a_number_is_read_in_the_declared_way(text, form, number):
    """Signs of money, parentheses, other digits, and scales come out as plain digits."""
    assert read_number(text, form) == number


@pytest.mark.parametrize(
    ("text", "form", "advice"),
    [
        ("1.234,5", PLAIN, 'numbers: "1.234,56"'),
        ("1,23", PLAIN, 'numbers: "1.234,56"'),
        ("3.5bn", PLAIN, "scale: as written"),
        ("5 lakh", NumberForm(scale="as written"), "under words"),
        ("unknown", PLAIN, "under missing"),
    ],
)
def test_what_could_be_another_number_is_refused(text, form, advice):
    """A decimal comma is never taken for thousands; the message says what to declare."""
    with pytest.raises(ValueFault) as refused:
        read_number(text, form)
    assert advice in refused.value.next_step


def test_a_language_writes_numbers_in_its_own_way():
    """What parts thousands is that of the language where nothing is declared."""
    assert (form_of("ca"), form_of("en-AU")) == ((".", ","), (",", "."))
