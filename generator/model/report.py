"""The whole report: everything that `content/` says."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, Tag

from generator.model.background import Background, NarrativePage
from generator.model.cycles import Calendar
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.fields import fields_of
from generator.model.initiative import Event, Initiative
from generator.model.keys import IdeaState
from generator.model.link_checks import Archived, LinkChecks
from generator.model.look import Look, PaperSize
from generator.model.measures import Area, Goal
from generator.model.meetings import Meeting
from generator.model.money import Fund
from generator.model.organization import Organization, RolesPolicy
from generator.model.outside import Account, Address, Language, Package, Repository, Site
from generator.model.records import OR_MISSING, MissingTag, Narrated, Planning, nothing
from generator.model.references import SourceRef
from generator.model.statuses import Confidence, Freshness, Phase, Status
from generator.model.taxonomies import Taxonomy
from generator.model.terms import OrganizationKind, OwnTerms
from generator.model.updates import Evaluation, Update
from generator.model.values import (
    BuildDay,
    Currency,
    Id,
    MonthDay,
    Name,
    Quotation,
    Record,
    Sentences,
    Several,
    Text,
    Title,
    Whole,
)

CONTENT_VERSION = 4
"""Raised when files, keys or listed values get other names: see `load.migrations`."""


class Term(Record):
    """A key's label and meaning, in the organization's own words."""

    label: Title
    """What the key is called. Example: On track"""
    means: Sentences
    """What it means. Example: The next milestone will be met by its date."""


class Vocabulary(Record):
    """Everything in vocabulary.yml: what the organization words otherwise than is usual."""

    phase: dict[Phase, Term] = Field(default={})
    """Words for where in the innovation cycle an initiative is."""
    status: dict[Status, Term] = Field(default={})
    """Words for the status of an initiative."""
    confidence: dict[Confidence, Term] = Field(default={})
    """Words for the forecast of whether all will be delivered."""
    freshness: dict[Freshness, Term] = Field(default={})
    """Words for how recent the last update is. Label: Last update"""
    idea_state: dict[IdeaState, Term] = Field(default={})
    """Words for what became of an idea."""
    words: dict[Id, Term] = Field(default={})
    """Other words that pages explain, such as owner, sponsor, edition, or further ones."""


VOCABULARY_KEYS: Mapping[str, type[StrEnum]] = {
    field.name: field.key for field in fields_of(Vocabulary).values() if field.name != "words"
}
"""Every axis of the vocabulary with the keys that it explains."""


class Source(Planning):
    """Where a claim comes from."""

    id: Id
    """The id that other tables name. Example: annual-report-2016"""
    title: Name
    """Its title. Example: Innovations Annual Report 2016"""
    address: Address | None = None
    """Where it is found. Needed: Needed, or else who holds it."""
    holder: Text | None = Field(default=None, exclude_if=nothing)
    """Who holds it, and under which name or number, so that somebody can ask for it.

    Label: Held by
    Needed: where it has no address.
    Example: Records office, file 2016-14
    """
    published: Annotated[Annotated[PartialDate, Tag("value")] | MissingTag, OR_MISSING]
    """When it appeared."""
    stated: Quotation | None = None
    """The date as the source or the search gave it, where it words it otherwise.

    Example: August 2016
    """
    note: Sentences | None = None
    """A remark by the editors. Example: Found in the agenda packet."""
    archived: Archived | None = Field(default=None, exclude=True)
    """A copy that an archive of the web keeps; editions do not hold it."""


class Sources(Record):
    """Everything in sources.yml, or in one file of sources/."""

    sources: tuple[Source, ...] = ()
    """Everything that the report rests on."""


class License(Record):
    """What others may do with the content."""

    title: Title
    """Its name. Example: Creative Commons Attribution 4.0"""
    text: Sentences
    """What it allows, in a sentence. Example: Share and change it, and say where it is from."""
    address: Address | None = None
    """Where it can be read whole."""


class Contact(Record):
    """Where readers can write."""

    title: Title
    """Who is written to. Example: Innovation Division"""
    text: Sentences
    """What to write about. Example: Corrections and questions about the report."""
    address: Address
    """An email address, or that of a form. Example: mailto:name@city.example"""


class ReportingPeriod(Narrated):
    """The years for which annual reports appeared."""

    span: PartialDate
    """The years. Example: 2015/2017"""
    note: Sentences | None = None
    """A remark by the editors. Example: No report appeared in 2018."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""


class FiscalLabel(StrEnum):
    """What a fiscal year is called, by the example of the one that begins in 2016."""

    FY_BOTH = "FY2016-17"
    FY_FIRST = "FY2016"
    FY_LAST = "FY2017"
    BOTH = "2016-17"
    FIRST = "2016"
    LAST = "2017"


class About(Record):
    """Everything in report.yml."""

    # No part of what a frozen edition holds: it says how the files are written, not what they say.
    content_version: Whole = Field(default=CONTENT_VERSION, exclude=True)
    """In which version of names the content is written; fmt --migrate raises it. Example: 4"""
    title: Title
    """What the report is called. Example: Innovations Annual Report"""
    program: Title
    """The name of the program that it follows. Example: Innovation Program"""
    city: Title
    """The name of the organization whose program it is.

    Label: Organization
    Example: Springfield Water Agency
    """
    # What things are called is today's wording, and no part of what a frozen edition holds.
    kind: OrganizationKind = Field(default=OrganizationKind.OTHER, exclude=True)
    """What kind of organization it is. Example: agency"""
    terms: dict[Language, OwnTerms] = Field(default={}, exclude=True)
    """What it calls things in each language of the report, where that is not what is usual.

    Example: en-US: governing_body
    """
    summary: Sentences
    """What the report is for, in one or two sentences; the front page begins with it.

    Example: What became of the innovations that were proposed.
    """
    languages: tuple[Language, ...] = Field(default=("en-US",), min_length=1)
    """The languages in which it is published; the content is written in the first.

    Example: en-US
    """
    # How the documents are printed, not what they say.
    typefaces: tuple[Package, ...] = Field(default=(), exclude=True)
    """Installed packages whose typefaces print the letters that the report's own does not have.

    Example: fontpkg-noto-sans-arabic
    """
    look: Look = Field(default=Look(), exclude=True)
    """Its own colors, logo, and typeface, where they are not as usual."""
    paper: PaperSize = Field(default=PaperSize.LETTER, exclude=True)
    """On which paper the documents are printed, letter or a4. Example: a4"""
    as_of: BuildDay
    """The day of which the living report speaks; moved on purpose. Label: As of"""
    fiscal_year_start: MonthDay
    """The month and day on which a fiscal year begins, as 07-01. Example: 07-01"""
    fiscal_year_label: FiscalLabel | None = None
    """What the fiscal year that begins in 2016 is called; else by the years in which it lies."""
    cycle_years: Several | None = None
    """How many fiscal years a budget cycle has.

    Needed: where there are budget cycles.
    Example: 2
    """
    roles: RolesPolicy = Field(default=RolesPolicy(), exclude_if=lambda policy: policy.is_usual)
    """Which roles every initiative has, and whether posts or units hold them.

    Needed: where it is not an Owner and a Sponsor, both posts.
    Example: owner, held_by: unit
    """
    currency: Currency | None = None
    """Code of the currency of all money that names none. Example: USD"""
    funds: tuple[Fund, ...] = Field(default=(), exclude_if=nothing)
    """The funds and other sources by which money is told apart."""
    site: Site | None = None
    """Where the site is published. Example: https://report.city.example/"""
    repository: Repository | None = None
    """Where the content is kept, for corrections. Example: https://github.com/city/report"""
    team: Account | None = None
    """The innovation staff's team at the git host, asked to review what nobody else is asked to.

    Example: @city/innovation
    """
    contact: Annotated[Annotated[Contact, Tag("value")] | MissingTag, OR_MISSING]
    """Where readers can write, or why there is nowhere."""
    license: License
    """What others may do with the content."""
    disclaimer: Sentences
    """Whose work this is and whose it is not; it is on every page.

    Example: The organization does not publish this site.
    """
    reporting_period: ReportingPeriod
    """The years for which annual reports appeared, with sources."""
    taxonomies: tuple[Taxonomy, ...] = Field(default=(), exclude_if=nothing)
    """The organization's own groupings of its initiatives. One: taxonomy"""
    goals: tuple[Goal, ...] = ()
    """The lasting aims of the program."""
    events: tuple[Event, ...] = ()
    """What happened to the program as a whole."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""


class Report(Record):
    """One organization's whole report, every record of every time."""

    about: About
    """What report.yml says."""
    # Wording of today, as terms are.
    links: LinkChecks = Field(default=LinkChecks(), exclude=True)
    """What was last found at its addresses; no edition holds it."""
    vocabulary: Vocabulary = Field(default=Vocabulary(), exclude=True)
    """What the organization words otherwise than is usual."""
    organization: Organization
    """Who answers."""
    calendar: Calendar = Calendar()
    """Budget cycles and milestones."""
    sources: tuple[Source, ...]
    """Everything that the report rests on."""
    areas: tuple[Area, ...]
    """The topic areas. One: topic area"""
    initiatives: tuple[Initiative, ...]
    """The initiatives."""
    updates: tuple[Update, ...]
    """The status updates."""
    evaluations: tuple[Evaluation, ...]
    """The yearly evaluations."""
    editions: tuple[Edition, ...]
    """The editions."""
    background: Background
    """What stands behind the report."""
    pages: tuple[NarrativePage, ...]
    """The narrative pages."""
    # About papers that are made of the report, and not about what they report.
    meetings: tuple[Meeting, ...] = Field(default=(), exclude=True)
    """The meetings to which it is presented; no edition holds them."""
