"""Goals, measures and findings: what would show progress, and what the sources give."""

from typing import Annotated, ClassVar

from pydantic import Field, Tag

from generator.model.dates import PartialDate
from generator.model.keys import (
    Accumulation,
    ActualState,
    Basis,
    Direction,
    MeasureKind,
    StatedResult,
    TargetStanding,
)
from generator.model.records import (
    LIST_OR_MISSING,
    OR_MISSING,
    Amount,
    Dated,
    MissingTag,
    Narrated,
    RivalValue,
    nothing,
)
from generator.model.references import GoalRef, SeriesRef, SourceRef
from generator.model.values import Flag, Id, Name, Record, Sentences, Text, Title, Whole


class Goal(Narrated):
    """A lasting aim of the program or of one area."""

    id: Id
    """Its id inside the program or its area. Example: pedestrian-safety"""
    text: Sentences
    """What is to be reached. Example: Streets that are safe to walk on."""
    sources: tuple[SourceRef, ...] = ()
    """Ids of the sources it rests on."""
    note: Sentences | None = None
    """A remark by the editors. Example: Worded anew in 2017."""


class Classified(Record):
    """Who set a measure's kind and direction, and why."""

    basis: Basis
    """Who set kind and direction. Label: Set by"""
    reason: Sentences
    """Why this kind and direction. Example: The report calls it a result."""


class Baseline(Amount, Dated):
    """The newest figure at or before the proposal."""

    DATE: ClassVar[str] = "period"

    period: PartialDate
    """What was measured: a day or a span."""
    reported: PartialDate | None = None
    """When a source gave it."""


class Target(Amount, Dated):
    """A value to be reached; a change is a new target with a reason, never an overwritten one."""

    KEY: ClassVar[tuple[str, ...]] = ("set_on", "series")

    DATE: ClassVar[str] = "set_on"
    PLAN: ClassVar[bool] = True

    series: tuple[SeriesRef, ...] = ()
    """The lines it belongs to.

    Label: Series
    One: series
    Needed: where the measure has more than one line and it is not of all.
    """
    standing: TargetStanding | None = None
    """Whose it is, where the organization did not adopt it; such a target is never judged.

    Label: If not adopted
    Needed: Absent where the organization adopted it.
    """
    due: PartialDate | None = None
    """By when it should be reached. Needed: Absent where no source says."""
    why_no_due: Sentences | None = None
    """Why it has no due date.

    Label: Why no due date
    Needed: where it is adopted and has no due date.
    Example: The plan names no year.
    """
    more: Flag | None = None
    """Whether it comes on top of what there was when it was set.

    Label: On top of what there was
    """
    set_on: PartialDate
    """When the target was set."""
    reason: Sentences | None = None
    """Why a target differs from the one before.

    Needed: from the second target on.
    Example: The grant was halved.
    """
    note: Sentences | None = None
    """A remark. Example: For all divisions."""


class Actual(Amount, Dated):
    """A measured point."""

    KEY: ClassVar[tuple[str, ...]] = ("series", "period")

    DATE: ClassVar[str] = "period"

    series: SeriesRef | None = None
    """The line it belongs to. Needed: where the measure has more than one line."""
    period: PartialDate
    """What was measured: a day for a level, the span for a flow, the whole run for a sum."""
    reported: PartialDate
    """When a source gave it."""
    result: StatedResult | None = Field(default=None, exclude_if=nothing)
    """Whether what was to be reached was reached, where the source says so and gives no number.

    Label: Result without a number
    Needed: Only where there is no figure.
    """
    state: ActualState = ActualState.NOT_STATED
    """Whether it may still change."""
    partial: Flag = False
    """Whether the period is not complete; such a point is never compared."""
    also_stated: tuple[RivalValue, ...] = ()
    """What other sources give for the same point. One: other value given"""
    note: Sentences | None = None
    """A remark. Example: Counted by hand."""


class Series(Record):
    """One of several lines inside a measure."""

    id: Id
    """Its id inside the measure. Example: members"""
    label: Text
    """Its name. Example: Members of the scheme"""


class Measure(Narrated):
    """A figure that is followed over time; all its series share unit, kind and direction."""

    id: Id
    """Its id inside the initiative or area. Example: trips"""
    title: Title
    """What it measures. Example: Trips by shared bicycle"""
    goals: tuple[GoalRef, ...] = ()
    """Goals it tells about."""
    unit: Text
    """The unit of its points. Example: trips"""
    kind: MeasureKind
    """Its place in the value chain."""
    direction: Direction
    """Which way it should go."""
    accumulation: Accumulation
    """Whether points are levels, amounts per period, rates, or sums since a start."""
    classified: Classified
    """Who set its kind and direction, and why."""
    series: tuple[Series, ...] = ()
    """Its lines, where it has more than one. One: series"""
    baseline: Annotated[Annotated[Baseline, Tag("value")] | MissingTag, OR_MISSING]
    """The newest figure at or before the proposal."""
    targets: Annotated[Annotated[tuple[Target, ...], Tag("value")] | MissingTag, LIST_OR_MISSING]
    """What is to be reached by when; old targets are kept."""
    actuals: Annotated[Annotated[tuple[Actual, ...], Tag("value")] | MissingTag, LIST_OR_MISSING]
    """What was measured."""
    note: Sentences | None = None
    """A remark by the editors. Example: Counted anew since 2016."""


class Finding(Amount, Dated):
    """A one-off comparison that a source makes; not a series."""

    DATE: ClassVar[str] = "reported"

    id: Id
    """Its id inside the initiative. Example: trips-doubled"""
    title: Title
    """What was found. Example: Trips doubled within a year"""
    unit: Text
    """The unit it is counted in. Example: percent"""
    scope: Sentences
    """What it is true of. Example: All stations, 2016"""
    compares: Text
    """What is compared with what. Example: Trips of 2016 with those of 2015"""
    reported: PartialDate
    """When a source gave it."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""
    note: Sentences | None = None
    """A remark by the editors. Example: The source gives no figures behind it."""


class ContextFigure(Amount, Dated):
    """A figure that describes an area rather than measuring an initiative."""

    DATE: ClassVar[str] = "period"

    id: Id
    """Its id inside the area. Example: people-served"""
    title: Title
    """What it counts. Example: People served"""
    unit: Text
    """The unit it is counted in. Example: people"""
    period: PartialDate
    """What was measured: a day or a span."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""
    note: Sentences | None = None
    """A remark by the editors. Example: An estimate."""


class Area(Narrated):
    """A topic area with its goals and measures."""

    id: Id
    """Its id, which other records name. Example: transportation"""
    title: Title
    """Its name. Example: Transportation"""
    short_title: Title
    """Two or three words, for narrow places. Example: Transport"""
    order: Whole | None = None
    """Place in the report. Needed: Only where areas have an order; the others follow by id."""
    also_titled: tuple[Name, ...] = ()
    """Other names that sources give it, one to a line. One: other name Example: Mobility"""
    also_called: tuple[Title, ...] = Field(default=(), exclude_if=nothing)
    """Everyday words for it, by which search finds it; no page shows them. One to a line.

    Label: Words to find it by
    One: everyday word
    Needed: Only where people look for it by words that are in none of its texts.
    Example: Getting around
    """
    question: Sentences | None = None
    """What the area asks. Example: How can everybody get around without a car?"""
    goals: tuple[Goal, ...] = ()
    """Its lasting aims."""
    measures: tuple[Measure, ...] = ()
    """What is measured for the whole area."""
    figures: tuple[ContextFigure, ...] = ()
    """Figures that describe it rather than measure an initiative."""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources it rests on."""
