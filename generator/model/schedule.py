"""When an initiative and the steps of its roadmap begin and end: planned, forecast, and actual."""

from typing import Annotated, ClassVar

from pydantic import Field, Tag

from generator.model.dates import PartialDate
from generator.model.records import OR_MISSING, Dated, MissingTag, nothing
from generator.model.references import IdeaRef, StepRef
from generator.model.statuses import RoadmapState
from generator.model.values import Id, Record, Sentences, Title

PlannedOn = Annotated[Annotated[PartialDate, Tag("value")] | MissingTag, OR_MISSING]
"""The day on which a plan was made, or why nobody gives it."""


class Revision(Dated):
    """A new date for something planned; the old ones stay."""

    KEY: ClassVar[tuple[str, ...]] = ("on",)

    PLAN: ClassVar[bool] = True

    on: PartialDate
    """When the date was changed."""
    to: PartialDate
    """The new date."""
    reason: Sentences
    """Why. Example: The supplier withdrew."""


class Forecast(Dated):
    """When something was expected, as somebody said on a day; a plan is not changed by it."""

    KEY: ClassVar[tuple[str, ...]] = ("on",)

    PLAN: ClassVar[bool] = True

    on: PartialDate
    """When it was forecast."""
    expects: PartialDate
    """The date that is expected. Label: Expected date"""
    reason: Sentences | None = None
    """Why it differs from the plan. Example: The permits took longer."""


class Occurrence(Dated):
    """The day on which something came."""

    on: PartialDate
    """When it came."""
    note: Sentences | None = None
    """A remark. Example: Two weeks early."""


class PlannedDate(Dated):
    """The date first planned for a start or an end, and every new one."""

    DATE: ClassVar[str] = "set_on"
    PLAN: ClassVar[bool] = True

    set_on: PlannedOn
    """When it was planned."""
    original: PartialDate
    """First planned date."""
    revised: tuple[Revision, ...] = Field(default=(), exclude_if=nothing)
    """New dates; the old ones stay. One: revision"""

    @property
    def planned(self) -> PartialDate:
        """Return the date for which it is planned now."""
        return self.revised[-1].to if self.revised else self.original


class ScheduledDate(Record):
    """A start or an end."""

    planned: PlannedDate | None = None
    """For when it is planned. Needed: Absent where no source gives a plan."""
    forecasts: tuple[Forecast, ...] = Field(default=(), exclude_if=nothing)
    """When it was expected, as forecast since. One: forecast"""
    actual: Occurrence | None = None
    """When it came. Needed: once it has come."""


class Schedule(Record):
    """When an initiative begins and ends."""

    start: ScheduledDate | None = None
    """When work begins. Needed: Absent where no source gives a date."""
    end: ScheduledDate | None = None
    """When work ends, or what was promised is there.

    Needed: Absent where no source gives a date.
    """


class Outcome(Dated):
    """How a roadmap milestone ended."""

    state: RoadmapState
    """How it ended."""
    on: PartialDate
    """When it ended."""
    note: Sentences | None = None
    """A remark. Example: Three months late."""


class RoadmapMilestone(Dated):
    """A step of the initiative's own roadmap."""

    DATE: ClassVar[str] = "set_on"
    PLAN: ClassVar[bool] = True

    id: Id
    """Its id inside the initiative. Example: stations-open"""
    title: Title
    """What is to be reached. Example: The first stations open"""
    idea: IdeaRef | None = None
    """The idea it belongs to. Needed: Only where it is of one idea."""
    set_on: PlannedOn
    """When it was planned."""
    original: PartialDate
    """First planned date."""
    revised: tuple[Revision, ...] = ()
    """New dates; the old ones stay. One: revision"""
    forecasts: tuple[Forecast, ...] = Field(default=(), exclude_if=nothing)
    """When it was expected, as forecast since. One: forecast"""
    begun: Occurrence | None = Field(default=None, exclude_if=nothing)
    """When work on it began. Label: Begun Needed: once it has begun."""
    outcome: Outcome | None = None
    """How it ended. Needed: once it has ended."""
    depends_on: tuple[StepRef, ...] = ()
    """Other roadmap milestones; those of another initiative as its id, a point and their id."""

    @property
    def planned(self) -> PartialDate:
        """Return the date for which it is planned now."""
        return self.revised[-1].to if self.revised else self.original

    @property
    def state(self) -> RoadmapState:
        """Return how far it is, by what is recorded of it."""
        if self.outcome:
            return self.outcome.state
        return RoadmapState.IN_PROGRESS if self.begun else RoadmapState.SCHEDULED
