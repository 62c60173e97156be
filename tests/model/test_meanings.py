"""What a field means is read from the docstring below it."""

import subprocess
import sys

from generator.model.initiative import Initiative
from generator.model.meanings import Said, meanings
from generator.model.records import Amount, RivalValue
from generator.model.values import Record

TWO = Said("What two meant.", "The second", "Where there is a first.", "2")


class Base(Record):
    """A record with two fields that say what they mean."""

    one: str
    """What one means,
    in two lines."""
    two: str = ""
    """What two meant.

    Label: The second
    Needed: Where there is a first.
    Example: 2
    """
    three: str = ""


class Derived(Base):
    """A record that says anew what one of them means, and takes the other's words away."""

    one: str
    """What one means here."""
    two: str


def test_a_field_means_what_stands_below_it() -> None:
    """Lines are joined as docstrings are; a field without words is not there."""
    assert meanings(Base) == {"one": Said("What one means, in two lines."), "two": TWO}


def test_the_nearest_declaration_counts() -> None:
    """A field that is declared again means what is said there, even if that is nothing."""
    assert meanings(Derived) == {"one": Said("What one means here.")}


def test_inherited_fields_keep_their_meaning() -> None:
    """A record that only adds fields knows what the others mean."""
    assert meanings(RivalValue)["stated"] == meanings(Amount)["stated"]


def test_a_class_inside_a_function_is_read_too() -> None:
    """A record is found wherever it was written."""

    class Local(Record):
        """A record of this test alone."""

        here: str
        """What is meant here."""

    assert meanings(Local) == {"here": Said("What is meant here.")}


def test_no_meaning_is_read_before_somebody_asks() -> None:
    """Loading the model reads no docstrings; that is what makes it quick."""
    code = (
        "from generator.model.report import Report\n"
        "from generator.model.meanings import meanings\n"
        "assert meanings.cache_info().misses == 0\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_record_finds_its_own_words() -> None:
    """Of the initiative, the record with the most fields, several say what they mean."""
    assert meanings(Initiative)["order"].meaning == "Its place in the report that first named it."
