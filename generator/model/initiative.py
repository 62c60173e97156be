"""The initiative: one promise with its roles, ideas, plans, money, measures and events."""

from typing import ClassVar

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.keys import (
    Basis,
    EventKind,
    FundingState,
    Horizon,
    HowProposed,
    IdeaState,
    LinkKind,
    Match,
    PartnerRole,
    PartnerStanding,
    RoleKind,
)
from generator.model.measures import Finding, Measure
from generator.model.records import Amount, Dated, Figure
from generator.model.statuses import RoadmapState
from generator.model.updates import TypedStatus
from generator.model.values import (
    Currency,
    FiscalRef,
    GoalRef,
    Holder,
    Id,
    MediaFile,
    Record,
    StepRef,
    Text,
    Title,
    Whole,
)


class Proposed(Dated):
    """When and how the initiative came onto the record."""

    on: PartialDate
    how: HowProposed = HowProposed.PROPOSED


class AtProposal(Record):
    """The initial state: what was already so when the initiative was proposed."""

    status: TypedStatus
    """`proposed` or `under_way`."""
    ideas: dict[Id, IdeaState] = Field(default={})
    why: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class OtherTitle(Record):
    """Another name a source uses."""

    KEY: ClassVar[tuple[str, ...]] = ("title",)

    title: Title
    match: Match
    sources: tuple[Id, ...] = Field(min_length=1)


class Role(Dated):
    """Who holds one of the two roles, from when."""

    KEY: ClassVar[tuple[str, ...]] = ("role", "since")

    DATE: ClassVar[str] = "since"

    role: RoleKind
    holder: Holder
    since: PartialDate
    until: PartialDate | None = None
    note: Text | None = None


class Partnership(Dated):
    """An organisation or unit that takes part, from when."""

    KEY: ClassVar[tuple[str, ...]] = ("org", "since")

    DATE: ClassVar[str] = "since"

    org: Id
    standing: PartnerStanding
    role: PartnerRole
    since: PartialDate
    note: Text | None = None


class Idea(Record):
    """One idea for putting the initiative into practice."""

    id: Id
    text: Text


class GoalLink(Dated):
    """A goal the initiative serves."""

    KEY: ClassVar[tuple[str, ...]] = ("goal",)

    DATE: ClassVar[str] = "since"

    goal: GoalRef
    since: PartialDate
    match: Match
    basis: Basis
    reason: Text


class WorkPlanEntry(Dated):
    """A place in a department's work plan."""

    KEY: ClassVar[tuple[str, ...]] = ("department", "cycle")

    horizon: Horizon
    cycle: FiscalRef
    department: Id
    priority: Whole | None = None
    on: PartialDate
    note: Text | None = None


class Approval(Dated):
    """A decision by a body."""

    KEY: ClassVar[tuple[str, ...]] = ("body", "on")

    on: PartialDate
    body: Text
    """As City Council or City Manager."""
    decision: Text


class Support(Dated):
    """Help for the Owner from the innovation division or the catalyst group."""

    KEY: ClassVar[tuple[str, ...]] = ("by", "since")

    DATE: ClassVar[str] = "since"

    by: Id
    """A unit or partner."""
    with_what: Text
    since: PartialDate


class Revision(Dated):
    """A new date for a roadmap milestone; the old ones stay."""

    KEY: ClassVar[tuple[str, ...]] = ("on",)

    PLAN: ClassVar[bool] = True

    on: PartialDate
    to: PartialDate
    reason: Text


class RoadmapMilestone(Dated):
    """A step of the initiative's own roadmap."""

    DATE: ClassVar[str] = "set_on"
    PLAN: ClassVar[bool] = True

    id: Id
    title: Title
    idea: Id | None = None
    set_on: PartialDate
    original: PartialDate
    """First planned date."""
    revised: tuple[Revision, ...] = ()
    outcome: "Outcome | None" = None
    depends_on: tuple[StepRef, ...] = ()
    """Other roadmap milestones; those of another initiative as its id, a point and their id."""


class Outcome(Dated):
    """How a roadmap milestone ended."""

    state: RoadmapState
    on: PartialDate
    note: Text | None = None


class Funding(Amount, Dated):
    """Money, as a source gives it."""

    id: Id
    what: Text
    currency: Currency
    state: FundingState
    cycle: FiscalRef | None = None
    """Absent where no source says."""
    from_whom: Text | None = None
    on: PartialDate
    note: Text | None = None


class Staffing(Amount, Dated):
    """People's time, as a source gives it."""

    id: Id
    what: Text
    unit: Text
    cycle: FiscalRef | None = None
    on: PartialDate
    note: Text | None = None


class Event(Dated):
    """Something that happened, as a source tells it."""

    id: Id
    on: PartialDate
    kind: EventKind
    about: tuple[Text, ...] = ()
    """Ids of ideas, or `initiative` for the whole; empty for context."""
    match: Match
    source_word: Text | None = None
    """The source's own status word for it."""
    text: Text
    figures: tuple[Figure, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
    note: Text | None = None


class Link(Dated):
    """A tie to another initiative."""

    KEY: ClassVar[tuple[str, ...]] = ("kind", "to")

    DATE: ClassVar[str] = "since"

    kind: LinkKind
    to: Id
    since: PartialDate
    reason: Text


class Picture(Record):
    """An image of `content/media/`."""

    KEY: ClassVar[tuple[str, ...]] = ("file",)

    file: MediaFile
    alt: Text
    caption: Text | None = None
    credit: Text


class Initiative(Record):
    """One promise of the report, with a permanent id."""

    id: Id
    former_ids: tuple[Id, ...] = ()
    title: Title
    also_titled: tuple[OtherTitle, ...] = ()
    area: Id
    order: Whole
    """Place in the report that first named it."""
    summary: Text
    proposed: Proposed
    at_proposal: AtProposal
    roles: tuple[Role, ...] = ()
    partners: tuple[Partnership, ...] = ()
    goals: tuple[GoalLink, ...] = ()
    ideas: tuple[Idea, ...] = ()
    work_plan: tuple[WorkPlanEntry, ...] = ()
    roadmap: tuple[RoadmapMilestone, ...] = ()
    approvals: tuple[Approval, ...] = ()
    support: tuple[Support, ...] = ()
    funding: tuple[Funding, ...] = ()
    staffing: tuple[Staffing, ...] = ()
    measures: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    note: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
