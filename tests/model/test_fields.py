"""The catalog of fields: complete in words, right about types, the only walk of annotations."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from generator.model.dates import PartialDate
from generator.model.fields import (
    Field,
    Holds,
    Shape,
    every_field,
    fields_at,
    fields_of,
    references_of,
)
from generator.model.initiative import Initiative, Role
from generator.model.measures import Actual, Measure, Target
from generator.model.organization import Post, Unit
from generator.model.records import Missing
from generator.model.report import About, Report, Source, Vocabulary
from generator.model.statuses import Status
from generator.model.updates import Evaluation, Update

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
EVERY = sorted(every_field(Report), key=lambda field: (field.record.__name__, field.name))


def test_every_field_has_its_words():
    """Label, meaning, when it is needed, and an example; sentences end like sentences."""
    wanting = [
        f"{field.record.__name__}.{field.name}"
        for field in EVERY
        if not (field.label and field.example)
        or not field.meaning.endswith(".")
        or not field.needed.endswith(".")
    ]
    assert wanting == []


def test_one_label_stands_for_one_field_of_a_record():
    """No two fields of a record are called alike."""
    labels = defaultdict(list)
    for field in EVERY:
        labels[field.record.__name__, field.label].append(field.name)
    assert [names for names in labels.values() if len(names) > 1] == []


def test_annotations_are_walked_in_one_place():
    """No other module takes a type apart."""
    walkers = {"get_args", "get_origin", "get_type_hints"}
    for module in PACKAGE.rglob("*.py"):
        used = {
            node.id
            for node in ast.walk(ast.parse(module.read_text("utf-8")))
            if isinstance(node, ast.Name)
        }
        assert module.name == "fields.py" or not used & walkers, module


@pytest.mark.parametrize(
    ("model", "name", "holds", "shape"),
    [
        (Initiative, "roles", Holds.RECORD, Shape.LIST),
        (Initiative, "former_ids", Holds.ID, Shape.LIST),
        (Update, "as_of", Holds.DATE, Shape.ONE),
        (Update, "ideas", Holds.KEY, Shape.MAPPING),
        (Update, "body", Holds.PROSE, Shape.ONE),
        (Initiative, "description", Holds.PROSE, Shape.ONE),
        (Initiative, "taxonomies", Holds.ID, Shape.LIST),
        (Update, "author", Holds.ID, Shape.ONE),
        (Update, "recorded", Holds.DAY, Shape.ONE),
        (Actual, "value", Holds.NUMBER, Shape.ONE),
        (Actual, "partial", Holds.FLAG, Shape.ONE),
        (Unit, "functions", Holds.TEXT, Shape.LIST),
        (Source, "address", Holds.ADDRESS, Shape.ONE),
        (Vocabulary, "status", Holds.RECORD, Shape.MAPPING),
    ],
)
def test_a_field_knows_what_it_holds(model, name, holds, shape):
    """Whatever is annotated to its type, and whether or not it may be left out."""
    field = fields_of(model)[name]
    assert (field.holds, field.shape) == (holds, shape)


def test_what_may_be_missing_says_so():
    """A value or a list, or why there is none."""
    assert [f.name for f in fields_of(Measure).values() if f.may_be_missing] == [
        *("baseline", "targets", "actuals")
    ]
    assert fields_of(Measure)["targets"].records == (Target, Missing)
    assert fields_of(Source)["published"].value is PartialDate


def test_words_are_those_that_may_be_typed():
    """A status that is only worked out is not among them."""
    assert set(fields_of(Update)["status"].words) == {*Status} - {Status.NOT_REPORTED}


def test_references_are_declared_on_the_type():
    """Who is named, and where the id of an initiative is in it."""
    assert {name: ref.to for name, ref in references_of(Update).items()} == {
        "initiative": "initiative",
        "milestone": "milestone",
        "author": "reporter",
        "continues_in": "initiative",
        "ideas": "idea",
        "evidence": "event",
        "sources": "source",
    }
    assert references_of(Role)["holder"].initiative is None
    subject = references_of(Evaluation)["subject"].initiative
    assert subject.fullmatch("initiative:open-data")["id"] == "open-data"


def test_every_example_of_a_reference_reads_as_one():
    """What is shown as an example is taken by the type."""
    for field in EVERY:
        if field.ref and field.ref.initiative and "initiative" in field.ref.to:
            assert field.ref.initiative.fullmatch(field.ref.example)


def test_a_field_is_found_by_its_path():
    """Items of lists and keys of mappings are steps of their own; a union has several fields."""
    (holder,) = fields_at(Report, ("initiatives", 0, "roles", "owner 2015", "holder"))
    assert (holder.record, holder.name) == (Role, "holder")
    (label,) = fields_at(Report, ("vocabulary", "status", "on_track", "label"))
    assert label.label == "Label"
    assert fields_at(Report, ("nowhere",)) == ()


@pytest.mark.parametrize(
    ("model", "name"),
    [
        *((Initiative, "title"), (Evaluation, "body"), (Update, "body"), (Source, "address")),
        *((About, "site"), (About, "repository"), (About, "team"), (Post, "account")),
    ],
)
def test_words_and_what_leads_outside_may_be_put_better(model, name):
    """Titles, prose of any length, addresses and accounts."""
    assert fields_of(model)[name].is_wording


@pytest.mark.parametrize(
    ("model", "name"),
    [
        *((Initiative, "id"), (Initiative, "area"), (Initiative, "former_ids"), (Update, "status")),
        *((Actual, "value"), (About, "as_of"), (Post, "unit"), (About, "fiscal_year_start")),
    ],
)
def test_ids_figures_keys_and_dates_may_not(model, name):
    """What a record is about is no wording."""
    assert not fields_of(model)[name].is_wording


def test_a_field_is_what_it_is():
    """The catalog holds plain values that can be compared and kept."""
    assert isinstance(EVERY[0], Field)
    assert fields_of(Update)["status"] == fields_of(Update)["status"]
