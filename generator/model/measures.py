"""Goals, measures and findings: what would show progress, and what the sources give."""

from typing import Annotated, ClassVar

from pydantic import Field, Tag

from generator.model.dates import PartialDate
from generator.model.keys import Accumulation, ActualState, Basis, Direction, MeasureKind
from generator.model.records import (
    LIST_OR_MISSING,
    OR_MISSING,
    Amount,
    Dated,
    MissingTag,
    RivalValue,
)
from generator.model.values import Flag, GoalRef, Id, Record, Text, Title, Whole


class Goal(Record):
    """A lasting aim of the programme or of one area."""

    id: Id
    text: Text
    sources: tuple[Id, ...] = ()
    note: Text | None = None


class Classified(Record):
    """Who set a measure's kind and direction, and why."""

    basis: Basis
    reason: Text


class Baseline(Amount, Dated):
    """The newest figure at or before the proposal."""

    DATE: ClassVar[str] = "period"

    period: PartialDate
    reported: PartialDate | None = None


class Target(Amount, Dated):
    """A value to be reached; a change is a new target with a reason, never an overwritten one."""

    KEY: ClassVar[tuple[str, ...]] = ("set_on", "series")

    DATE: ClassVar[str] = "set_on"
    PLAN: ClassVar[bool] = True

    series: tuple[Id, ...] = ()
    due: PartialDate | None = None
    """By when; absent where no source says."""
    set_on: PartialDate
    reason: Text | None = None
    """Why it differs from the one before."""
    note: Text | None = None


class Actual(Amount, Dated):
    """A measured point."""

    KEY: ClassVar[tuple[str, ...]] = ("series", "period")

    DATE: ClassVar[str] = "period"

    series: Id | None = None
    period: PartialDate
    """What was measured: a day for a level, the span for a flow, the whole run for a sum."""
    reported: PartialDate
    """When a source gave it."""
    state: ActualState = ActualState.NOT_STATED
    partial: Flag = False
    """The period is not complete; such a point is never compared."""
    also_stated: tuple[RivalValue, ...] = ()
    note: Text | None = None


class Series(Record):
    """One of several lines inside a measure."""

    id: Id
    label: Text


class Measure(Record):
    """A figure that is followed over time; all its series share unit, kind and direction."""

    id: Id
    title: Title
    goals: tuple[GoalRef, ...] = ()
    unit: Text
    kind: MeasureKind
    direction: Direction
    accumulation: Accumulation
    classified: Classified
    series: tuple[Series, ...] = ()
    baseline: Annotated[Annotated[Baseline, Tag("value")] | MissingTag, OR_MISSING]
    targets: Annotated[Annotated[tuple[Target, ...], Tag("value")] | MissingTag, LIST_OR_MISSING]
    actuals: Annotated[Annotated[tuple[Actual, ...], Tag("value")] | MissingTag, LIST_OR_MISSING]
    note: Text | None = None


class Finding(Amount, Dated):
    """A one-off comparison that a source makes; not a series."""

    DATE: ClassVar[str] = "reported"

    id: Id
    title: Title
    unit: Text
    scope: Text
    compares: Text
    reported: PartialDate
    sources: tuple[Id, ...] = Field(min_length=1)
    note: Text | None = None


class ContextFigure(Amount, Dated):
    """A figure that describes an area rather than measuring an initiative."""

    DATE: ClassVar[str] = "period"

    id: Id
    title: Title
    unit: Text
    period: PartialDate
    sources: tuple[Id, ...] = Field(min_length=1)
    note: Text | None = None


class Area(Record):
    """A topic area with its goals and measures."""

    id: Id
    title: Title
    short_title: Title
    """Two or three words, for narrow places."""
    order: Whole
    """Place in the report."""
    also_titled: tuple[Title, ...] = ()
    question: Text
    """What the area asks."""
    goals: tuple[Goal, ...] = ()
    measures: tuple[Measure, ...] = ()
    figures: tuple[ContextFigure, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
