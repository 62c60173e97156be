"""Editions: the report as of a date, open or frozen."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, Tag

from generator.model.dates import PartialDate
from generator.model.keys import EditionKind, EditionState
from generator.model.outside import Address
from generator.model.records import OR_MISSING, MissingTag
from generator.model.values import Day, Id, Prose, Record, Text, Title, Year


class Original(Record):
    """The document the City itself published."""

    title: Title
    published: Annotated[Annotated[PartialDate, Tag("value")] | MissingTag, OR_MISSING]
    available: Literal["whole", "part", "none"]
    covered: Text
    address: Address | None = None
    note: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)


class Claim(Record):
    """What the City's own document said of the programme as a whole."""

    KEY: ClassVar[tuple[str, ...]] = ("text",)

    text: Text
    scope: Text
    note: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)


class Renewal(Record):
    """That a frozen edition was frozen again, and what it replaced."""

    KEY: ClassVar[tuple[str, ...]] = ("digest",)

    on: Day
    """The day on which it was frozen again."""
    frozen_on: Day
    """The day on which what it replaced was frozen."""
    digest: Text
    """The sum of the snapshot that it replaced."""
    reason: Text


class Edition(Record):
    """One year's report."""

    KEY: ClassVar[tuple[str, ...]] = ("year",)

    year: Year
    title: Title
    as_of: PartialDate
    kind: EditionKind
    state: EditionState
    frozen_on: Day | None = None
    renewals: tuple[Renewal, ...] = ()
    """How often it was frozen again, oldest first; `annual-report freeze --again` writes it."""
    original: Original | None = None
    claims: tuple[Claim, ...] = ()
    introduction: Prose = Field(default="", json_schema_extra={"in_file": "introduction.md"})


class Erratum(Record):
    """One record of a frozen edition that today's content no longer holds as it was frozen."""

    KEY: ClassVar[tuple[str, ...]] = ("record",)

    record: Text
    """Its address, as `annual-report verify` names it; one above it covers all below."""
    on: Day
    """The day on which it was corrected."""
    reason: Text


class Errata(Record):
    """Everything in an edition's errata.md: what was wrong in it, and why."""

    errata: tuple[Erratum, ...] = Field(min_length=1)
    body: Prose = Field(default="", json_schema_extra={"in_file": "body"})
