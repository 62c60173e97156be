"""Editions: the report as of a date, open or frozen."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, Tag

from generator.model.dates import PartialDate
from generator.model.keys import EditionKind, EditionState
from generator.model.outside import Address
from generator.model.records import OR_MISSING, MissingTag, nothing
from generator.model.references import SourceRef
from generator.model.values import Day, Prose, Record, Sentences, Text, Title, Whole, Year


class Original(Record):
    """The document that the organization itself published."""

    title: Title
    """Its title. Example: Innovations Annual Report 2016"""
    published: Annotated[Annotated[PartialDate, Tag("value")] | MissingTag, OR_MISSING]
    """When it appeared."""
    available: Literal["whole", "part", "none"]
    """How much of it can be read."""
    covered: Text
    """What it covers. Example: 46 initiatives in seven areas"""
    address: Address | None = None
    """Where it can be read."""
    note: Sentences | None = None
    """A remark by the editors. Example: The appendix is missing."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""


class Claim(Record):
    """What the organization's own document said of the program as a whole."""

    KEY: ClassVar[tuple[str, ...]] = ("text",)

    text: Sentences
    """What is claimed. Example: Most initiatives are under way."""
    scope: Sentences
    """What it is claimed of. Example: All initiatives of 2015"""
    note: Sentences | None = None
    """A remark by the editors. Example: No list is given."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""


class Renewal(Record):
    """That a frozen edition was frozen again, and what it replaced."""

    KEY: ClassVar[tuple[str, ...]] = ("digest",)

    on: Day
    """The day on which it was frozen again."""
    frozen_on: Day
    """The day on which what it replaced was frozen."""
    digest: Text
    """The sum of the snapshot that it replaced. Example: sha256:9f86d081884c7d65"""
    reason: Sentences
    """Why it was frozen again. Example: A source was read wrongly."""


class Redaction(Record):
    """That personal data was taken out of a frozen edition, and what that replaced."""

    KEY: ClassVar[tuple[str, ...]] = ("digest",)

    on: Day
    """The day on which it was taken out."""
    texts: Whole
    """How many values it was taken out of. Example: 2"""
    digest: Text
    """The sum of the snapshot that it replaced. Example: sha256:9f86d081884c7d65"""
    reason: Sentences
    """Why it was taken out. Example: Asked for by the person."""


class Edition(Record):
    """One year's report."""

    KEY: ClassVar[tuple[str, ...]] = ("year",)

    year: Year
    """The year it is called by. Example: 2016"""
    title: Title
    """Its title. Example: Innovations Annual Report 2016"""
    as_of: PartialDate
    """The time of which it speaks. Label: As of"""
    kind: EditionKind
    """Whether the organization published it or this site reconstructed it."""
    state: EditionState
    """Whether it may still change."""
    frozen_on: Day | None = None
    """The day on which it was frozen. Needed: Filled in by annual-report freeze YEAR."""
    renewals: tuple[Renewal, ...] = ()
    """How often it was frozen again, oldest first.

    Needed: Filled in by annual-report freeze YEAR --again.
    """
    redactions: tuple[Redaction, ...] = Field(default=(), exclude_if=nothing)
    """When personal data was taken out of it, oldest first.

    Needed: Filled in by annual-report redact.
    """
    original: Original | None = None
    """The document that the organization itself published."""
    claims: tuple[Claim, ...] = ()
    """What that document says of the program as a whole."""
    introduction: Prose = Field(default="", json_schema_extra={"in_file": "introduction.md"})
    """What the edition begins with, in Markdown. Example: This edition is a reconstruction."""


class Erratum(Record):
    """One record of a frozen edition that today's content no longer holds as it was frozen."""

    KEY: ClassVar[tuple[str, ...]] = ("record",)

    record: Text
    """Its address, as `annual-report verify` names it; one above it covers all below.

    Example: initiative/shared-bicycles/record/title
    """
    on: Day
    """The day on which it was corrected."""
    reason: Sentences
    """What was wrong. Example: The title was misspelt."""


class Errata(Record):
    """Everything in an edition's errata.md: what was wrong in it, and why."""

    errata: tuple[Erratum, ...] = Field(min_length=1)
    """The records that differ from today's."""
    body: Prose = Field(default="", json_schema_extra={"in_file": "body"})
    """What was wrong in the edition, and why, in Markdown.

    Label: Text
    Example: One title was misspelt.
    """
