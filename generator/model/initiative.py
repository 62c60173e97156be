"""The initiative: one promise with its roles, ideas, plans, money, measures and events."""

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.keys import (
    EventKind,
    Horizon,
    HowProposed,
    IdeaState,
    Match,
    PartnerRole,
    PartnerStanding,
    RoleKind,
)
from generator.model.links import GoalLink, Link
from generator.model.measures import Finding, Measure
from generator.model.money import Funding, Staffing
from generator.model.own_records import Document, OwnId, Progress, Risk
from generator.model.pictures import Picture
from generator.model.places import Place
from generator.model.records import Dated, Figure, Narrated, Planning, nothing
from generator.model.references import (
    AreaRef,
    FiscalRef,
    Holder,
    IdeaOrWholeRef,
    IdeaRef,
    MemberRef,
    SourceRef,
    TaxonomyValueRef,
    UnitRef,
)
from generator.model.schedule import RoadmapMilestone, Schedule
from generator.model.statuses import Status
from generator.model.updates import TypedStatus
from generator.model.values import (
    Id,
    MarkdownText,
    Name,
    Record,
    Sentences,
    Text,
    Title,
    Whole,
    Wording,
)


class Proposed(Dated):
    """When and how the initiative came onto the record."""

    on: PartialDate
    """When it came onto the record. Label: Proposed on"""
    how: HowProposed = HowProposed.PROPOSED
    """Whether it was proposed then, or first seen in a source.

    Label: How it came onto the record
    """


class AtProposal(Record):
    """The initial state: what was already so when the initiative was proposed."""

    status: TypedStatus
    """How it stood when it came onto the record: `proposed` or `under_way`.

    Label: Where it stands at the start
    """
    ideas: dict[IdeaRef, IdeaState] = Field(default={})
    """Ideas begun by then, and how far they were."""
    why: Sentences | None = None
    """What shows that. Label: What shows that Example: It was decided on June 20, 2016."""
    sources: tuple[SourceRef, ...] = ()
    """Ids of the sources it rests on; where none is named, those of the proposal."""


class OtherTitle(Record):
    """Another name a source uses."""

    KEY: ClassVar[tuple[str, ...]] = ("title",)

    title: Name
    """The name that a source uses. Example: Bike share"""
    match: Match
    """Whether the source names the initiative or editors matched it."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources that use it."""


class Role(Dated):
    """Who holds a role, from when."""

    KEY: ClassVar[tuple[str, ...]] = ("role", "since")

    DATE: ClassVar[str] = "since"

    role: RoleKind
    """Which of the two roles."""
    holder: Holder
    """The post or unit that holds it; or unassigned, or not_named."""
    since: PartialDate
    """From when."""
    until: PartialDate | None = None
    """Until when; empty while it lasts. Needed: where nobody followed."""
    note: Sentences | None = None
    """A remark. Example: Acting until June."""


class Partnership(Dated):
    """An organization or unit that takes part, from when."""

    KEY: ClassVar[tuple[str, ...]] = ("org", "since")

    DATE: ClassVar[str] = "since"

    org: MemberRef
    """The organization or unit. Label: Organization or unit"""
    standing: PartnerStanding
    """How firm it is."""
    role: PartnerRole
    """What it does."""
    since: PartialDate
    """From when."""
    note: Sentences | None = None
    """A remark. Example: For the pilot only."""


class Idea(Planning):
    """One idea for putting the initiative into practice."""

    id: Id
    """The idea's id inside the initiative. Example: first-stations"""
    text: Sentences
    """The idea. Example: Put the first ten stations near schools."""


class WorkPlanEntry(Dated):
    """A place in a department's work plan."""

    KEY: ClassVar[tuple[str, ...]] = ("department", "cycle")

    horizon: Horizon
    """The short-term or the long-term plan."""
    cycle: FiscalRef
    """The fiscal year, or a period of several."""
    department: UnitRef
    """The unit whose plan it is."""
    priority: Whole | None = None
    """Its rank in the plan. Needed: Only where the plan gives ranks. Example: 2"""
    on: PartialDate
    """As of when."""
    note: Sentences | None = None
    """A remark. Example: Shared with Public Works."""


class Approval(Dated):
    """A decision by a body."""

    KEY: ClassVar[tuple[str, ...]] = ("body", "on")

    on: PartialDate
    """When it was decided."""
    body: Text
    """Who decided, as the governing body or a manager. Example: Governing body"""
    decision: Sentences
    """What was decided. Example: Approved unanimously."""


class Support(Dated):
    """Help for the Owner from the innovation division or the catalyst group."""

    KEY: ClassVar[tuple[str, ...]] = ("by", "since")

    DATE: ClassVar[str] = "since"

    by: MemberRef
    """A unit or partner."""
    with_what: Text
    """What the help is. Example: Survey of users"""
    since: PartialDate
    """From when."""


class Event(Narrated, Dated):
    """Something that happened, as a source tells it."""

    id: Id
    """The event's id inside the initiative. Example: stations-opened"""
    on: PartialDate
    """When it happened."""
    kind: EventKind
    """What kind of event."""
    about: tuple[IdeaOrWholeRef, ...] = ()
    """Ids of ideas; initiative for the whole; empty for context. One: idea or the whole"""
    match: Match
    """Whether the source names the initiative or editors matched it."""
    source_word: Wording | None = None
    """The source's own word for how far it got.

    Needed: Only where the source uses one.
    Example: launched
    """
    text: Sentences
    """What happened. Example: The first ten stations opened."""
    figures: tuple[Figure, ...] = ()
    """Figures that the source gives with it."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""
    note: Sentences | None = None
    """A remark by the editors. Example: The month is that of the announcement."""


class Initiative(Narrated):
    """One proposal that the report follows, with a permanent id."""

    id: Id
    """Permanent id, also in the page's address. Example: shared-bicycles"""
    former_ids: tuple[Id, ...] = ()
    """Ids it had before; still good. Example: bike-share"""
    title: Title
    """Its name. Example: Increase number of shared bicycles per capita"""
    also_titled: tuple[OtherTitle, ...] = ()
    """Other names that sources use. One: other title"""
    also_called: tuple[Title, ...] = Field(default=(), exclude_if=nothing)
    """Everyday words for it, by which search finds it; no page shows them. One to a line.

    Label: Words to find it by
    One: everyday word
    Needed: Only where people look for it by words that are in none of its texts.
    Example: Bike rental
    """
    own_ids: tuple[OwnId, ...] = Field(default=(), exclude_if=nothing)
    """The organization's own numbers of it. Label: Own numbers. One: number"""
    area: AreaRef
    """Its topic area. Label: Topic area"""
    taxonomies: tuple[TaxonomyValueRef, ...] = Field(default=(), exclude_if=nothing)
    """Its groups in the report's taxonomies, each as taxonomy/value. Label: Groups"""
    order: Whole | None = None
    """Its place in the report that first named it. Needed: Only where it has one there."""
    summary: Sentences | None = None
    """What it promises. Example: People find a bicycle within five minutes of their door."""
    description: MarkdownText | None = None
    """More about it in Markdown, where the summary does not say all.

    Example: Ten stations near schools come first. The rest follow the bus lines.
    """
    places: tuple[Place, ...] = Field(default=(), exclude_if=nothing)
    """Where it is carried out."""
    proposed: Proposed
    """When and how it came onto the record."""
    at_proposal: AtProposal | None = None
    """What was already so when it was proposed. Needed: Only where something was."""
    roles: tuple[Role, ...] = ()
    """Who holds each role, from when."""
    partners: tuple[Partnership, ...] = ()
    """Organizations and units that take part."""
    goals: tuple[GoalLink, ...] = ()
    """Goals it serves."""
    ideas: tuple[Idea, ...] = ()
    """Ways to put it into practice."""
    work_plan: tuple[WorkPlanEntry, ...] = ()
    """Its places in departments' work plans. One: work-plan entry"""
    schedule: Schedule | None = Field(default=None, exclude_if=nothing)
    """When it begins and ends. Needed: Absent where no source gives a date."""
    roadmap: tuple[RoadmapMilestone, ...] = ()
    """Its own steps and their dates. One: roadmap step"""
    approvals: tuple[Approval, ...] = ()
    """Decisions by bodies."""
    support: tuple[Support, ...] = ()
    """Help for the Owner."""
    funding: tuple[Funding, ...] = ()
    """Money, as sources give it."""
    staffing: tuple[Staffing, ...] = ()
    """People's time, as sources give it."""
    measures: tuple[Measure, ...] = ()
    """What is measured."""
    findings: tuple[Finding, ...] = ()
    """Comparisons that sources make once."""
    events: tuple[Event, ...] = ()
    """What happened, as sources tell it."""
    links: tuple[Link, ...] = ()
    """Ties to other initiatives, those on which it depends included."""
    progress: tuple[Progress, ...] = Field(default=(), exclude_if=nothing)
    """How far it is in percent, where the organization itself counts so. One: count"""
    risks: tuple[Risk, ...] = Field(default=(), exclude_if=nothing)
    """What may go wrong, as the organization's register has it."""
    documents: tuple[Document, ...] = Field(default=(), exclude_if=nothing)
    """Contracts, plans, and other documents of it."""
    pictures: tuple[Picture, ...] = ()
    """Pictures of it."""
    note: Sentences | None = None
    """A remark by the editors. Example: Named only in the report of 2015."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources on which the proposal rests."""

    @property
    def status_at_proposal(self) -> Status:
        """Return its status while no update says otherwise.

        Something that was proposed, and of which no more is said, was proposed; of something that
        a source shows, nobody has reported.
        """
        if self.at_proposal:
            return self.at_proposal.status
        was_proposed = self.proposed.how is HowProposed.PROPOSED
        return Status.PROPOSED if was_proposed else Status.NOT_REPORTED

    @property
    def ideas_at_proposal(self) -> Mapping[str, IdeaState]:
        """Return the ideas that had begun when it was proposed, and how far they were."""
        return self.at_proposal.ideas if self.at_proposal else {}
