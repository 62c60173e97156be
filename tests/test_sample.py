"""The sample town keeps every rule, and leaves no field and no key of the model untried."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TypeGuard

import pytest
from larkhaven import SAMPLE, larkhaven, records_in

from generator.commands.check import check
from generator.core.issues import errors_in, faults_in
from generator.core.timings import Timings
from generator.load.formatting import format_content
from generator.model.dates import PartialDate
from generator.model.edition import Edition, Redaction, Renewal
from generator.model.fields import every_field
from generator.model.keys import EditionState, HeldBy, UnitKind
from generator.model.look import PaperSize
from generator.model.report import About, FiscalLabel, Report, Vocabulary
from generator.model.statuses import Freshness, RoadmapState, Status
from generator.model.terms import OrganizationKind
from generator.model.values import Record

NEVER_TYPED = {
    Status.NOT_REPORTED: "worked out where no update says",
    RoadmapState.SCHEDULED: "a step without an outcome; R412 refuses it as one",
    RoadmapState.IN_PROGRESS: "a step that has begun, without an outcome; as scheduled",
    EditionState.FROZEN: "written by the command that freezes; its own tests do that to a copy",
    **dict.fromkeys(Freshness, "worked out from the milestones"),
    **dict.fromkeys(set(FiscalLabel) - {FiscalLabel.FY_BOTH}, "a report calls its years one way"),
    **dict.fromkeys(set(OrganizationKind) - {OrganizationKind.CITY}, "a report is of one"),
    PaperSize.LETTER: "a report is printed on one paper",
    **dict.fromkeys(set(HeldBy) - {HeldBy.EITHER}, "either is both; tests/statements has each"),
}
"""Keys that no record of the sample may hold, and why."""

USUAL_NAMES = {UnitKind: "tests/views/responsibility/test_unit_kinds.py shows each on a page"}
"""Keys that are words to choose from, of which one organization has a few."""

WRITTEN_BY_COMMANDS = {
    (About, "content_version"): "written by fmt --migrate, and equal to the default ever since",
    (Edition, "frozen_on"): "as EditionState.FROZEN",
    (Edition, "renewals"): "written by freeze --again, as the state by freeze",
    (Edition, "redactions"): "written by redact",
    **dict.fromkeys([(Renewal, name) for name in Renewal.model_fields], "as the renewals"),
    **dict.fromkeys([(Redaction, name) for name in Redaction.model_fields], "as the redactions"),
}

NOTATIONS = {
    "year": r"\d{4}",
    "month": r"\d{4}-\d\d",
    "day": r"\d{4}-\d\d-\d\d",
    "placed year": r"\d{4}~",
    "placed month": r"\d{4}-\d\d~",
    "interval": r"[\d-]+/[\d-]+",
    "interval placed at one end": r"[\d-]+~/[\d-]+|[\d-]+/[\d-]+~",
    "open end": r"[\d-]+/\.\.",
    "open start": r"\.\./[\d-]+",
}


def is_enum(kind: object) -> TypeGuard[type[StrEnum]]:
    """Return whether something is an enumeration of words."""
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def values_in(record: Record) -> Iterator[object]:
    """Yield the plain values of a record's own fields, those in lists and tables one by one."""
    for value in record.__dict__.values():
        if isinstance(value, dict):
            yield from (*value.keys(), *value.values())
        elif isinstance(value, tuple):
            yield from value
        else:
            yield value


EMPTY: tuple[object, ...] = (None, "", (), {})

EVERY = sorted(every_field(Report), key=lambda field: (field.record.__name__, field.name))
FIELDS = [
    (field.record, field.name)
    for field in EVERY
    if (field.record, field.name) not in WRITTEN_BY_COMMANDS
]
ENUMS = sorted(
    {kind for field in EVERY for kind in (field.keys, field.key) if is_enum(kind)},
    key=lambda kind: kind.__name__,
)


def test_the_sample_keeps_every_rule() -> None:
    """Nothing is wrong with the sample: only what is owed and missing is counted."""
    issues = check(SAMPLE, Timings()).issues

    assert errors_in(issues) == []
    assert {issue.code for issue in faults_in(issues)} == {"R901", "R902", "R903", "R904"}


def test_the_sample_is_in_normal_form() -> None:
    """The form editor would leave every file of the sample as it is."""
    formatted = format_content(SAMPLE)

    assert (list(formatted.changed), formatted.refused, formatted.issues) == ([], [], [])


def test_the_walk_meets_the_whole_model() -> None:
    """The proof below looks at far more than the top of the model."""
    assert len({field.record for field in EVERY}) > 50
    assert len(ENUMS) > 20


def test_every_field_is_used() -> None:
    """At least one record of the sample holds something else there than the field's default."""
    used = {
        (type(record), name)
        for record in records_in(larkhaven())
        for name, field in type(record).model_fields.items()
        if getattr(record, name) not in (field.get_default(call_default_factory=True), *EMPTY)
    }

    assert [
        f"{record.__name__}.{name}" for record, name in FIELDS if (record, name) not in used
    ] == []


def test_every_key_is_used() -> None:
    """Every key that content may hold is somewhere outside the vocabulary."""
    told = [r for r in records_in(larkhaven()) if not isinstance(r, Vocabulary)]
    # Keys of two kinds may be the same word, and then are equal.
    held = [value for record in told for value in values_in(record) if isinstance(value, StrEnum)]
    used = {(type(key), key) for key in held}
    tried = [keys for keys in ENUMS if keys not in USUAL_NAMES]
    unused = {(keys, key) for keys in tried for key in keys} - used

    assert unused == {(type(key), key) for key in NEVER_TYPED}


@pytest.mark.parametrize("notation", NOTATIONS.values(), ids=NOTATIONS)
def test_every_notation_of_dates_is_used(notation: str) -> None:
    """Partial dates are in the sample in every way in which they may be written."""
    dates = [v for r in records_in(larkhaven()) for v in values_in(r) if type(v) is PartialDate]

    assert any(re.fullmatch(notation, str(value)) for value in dates)


@pytest.mark.parametrize("word", ["whole", "part", "none"])
def test_every_word_for_what_is_available_is_used(word: str) -> None:
    """Originals of editions are there whole, in part, and not at all."""
    originals = [edition.original for edition in larkhaven().editions if edition.original]

    assert word in {original.available for original in originals}
