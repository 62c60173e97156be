"""The whole report: everything that `content/` says."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, get_args

from pydantic import Field, Tag

from generator.model.background import Background, Page
from generator.model.cycles import Calendar
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import Event, Initiative
from generator.model.keys import IdeaState
from generator.model.measures import Area, Goal
from generator.model.organization import Organisation
from generator.model.outside import Account, Address, Language, Repository, Site
from generator.model.records import OR_MISSING, MissingTag
from generator.model.statuses import Confidence, Freshness, Phase, State, Status
from generator.model.updates import Evaluation, Update
from generator.model.values import BuildDay, Id, MonthDay, Record, Several, Text, Title


class Term(Record):
    """A key's label and meaning, in the city's own words."""

    label: Title
    means: Text


class Vocabulary(Record):
    """Everything in vocabulary.yml: a label and a definition for every fixed key."""

    phase: dict[Phase, Term]
    status: dict[Status, Term]
    confidence: dict[Confidence, Term]
    freshness: dict[Freshness, Term]
    idea_state: dict[IdeaState, Term]
    words: dict[Id, Term] = Field(default={})
    """Other words that pages explain, as owner, sponsor, edition."""

    def term(self, state: State) -> Term:
        """Return the label and the definition of a state."""
        terms: dict[State, Term] = getattr(self, state.axis)
        return terms[state]


VOCABULARY_KEYS: Mapping[str, type[StrEnum]] = {
    name: get_args(field.annotation)[0]
    for name, field in Vocabulary.model_fields.items()
    if field.is_required()
}
"""Every axis of the vocabulary with the keys that it explains."""


class Source(Record):
    """Where a claim comes from."""

    id: Id
    title: Title
    address: Address
    published: Annotated[Annotated[PartialDate, Tag("value")] | MissingTag, OR_MISSING]
    stated: Text
    """The date as the source or the editors' search gave it."""
    note: Text | None = None


class Sources(Record):
    """Everything in sources.yml."""

    sources: tuple[Source, ...] = ()


class Licence(Record):
    """What others may do with the content."""

    title: Title
    text: Text
    address: Address | None = None


class Contact(Record):
    """Where readers can write."""

    title: Title
    text: Text
    address: Address


class ReportingPeriod(Record):
    """The years for which annual reports appeared."""

    span: PartialDate
    note: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)


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

    title: Title
    """What the report is called."""
    programme: Title
    """The name of the programme whose promises it follows."""
    city: Title
    """Whose programme it is."""
    summary: Text
    """What the report is for, in one or two sentences; the front page begins with it."""
    language: Language = "en"
    as_of: BuildDay
    """The day as of which the living report stands; moved on purpose."""
    fiscal_year_start: MonthDay
    """The month and day on which a fiscal year begins, as 07-01."""
    fiscal_year_label: FiscalLabel | None = None
    """What the fiscal year that begins in 2016 is called; else by the years in which it lies."""
    cycle_years: Several
    """How many fiscal years a budget cycle has."""
    site: Site | None = None
    """Where the site is published."""
    repository: Repository | None = None
    """Where the content is kept, for corrections."""
    team: Account | None = None
    """The innovation staff's team at the git host, asked to review where no Sponsor is known."""
    contact: Annotated[Annotated[Contact, Tag("value")] | MissingTag, OR_MISSING]
    """Where readers can write, or why there is nowhere."""
    licence: Licence
    """What others may do with the content."""
    disclaimer: Text
    """Whose work this is and whose it is not; it stands on every page."""
    reporting_period: ReportingPeriod
    """The years for which annual reports appeared, with sources."""
    goals: tuple[Goal, ...] = ()
    events: tuple[Event, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)


class Report(Record):
    """One city's whole report, every record of every time."""

    about: About
    vocabulary: Vocabulary
    organisation: Organisation
    calendar: Calendar
    sources: tuple[Source, ...]
    areas: tuple[Area, ...]
    initiatives: tuple[Initiative, ...]
    updates: tuple[Update, ...]
    evaluations: tuple[Evaluation, ...]
    editions: tuple[Edition, ...]
    background: Background
    pages: tuple[Page, ...]
