"""Status updates, one per initiative and milestone, and yearly evaluations."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticKnownError

from generator.model.dates import PartialDate
from generator.model.keys import Basis, Decision, EvaluationResult, IdeaState
from generator.model.records import Dated, Planning
from generator.model.references import (
    EventRef,
    GoalRef,
    IdeaRef,
    InitiativeRef,
    MeasureRef,
    MilestoneRef,
    ReporterRef,
    SubjectRef,
)
from generator.model.statuses import REPORTED, Confidence, Phase, Status
from generator.model.values import (
    Record,
    Sentences,
    ShortProse,
    Text,
    Title,
    Wording,
    Year,
    refusal,
)

_TYPED = ", ".join(f"'{status}'" for status in REPORTED)


def _typed_status(value: object, handler: ValidatorFunctionWrapHandler) -> Status:
    try:
        status: Status = handler(value)
    except ValidationError:
        # As the enumeration says it, without the word that nobody may type.
        raise PydanticKnownError("enum", {"expected": _TYPED}) from None
    if status is Status.NOT_REPORTED:
        raise refusal(
            "derived_status",
            "a status that someone reports",
            "not_reported is worked out where there is no update; leave the update out.",
        )
    return status


TypedStatus = Annotated[Status, WrapValidator(_typed_status)]
"""A status that somebody reports."""


class Ask(Record):
    """What is needed, from whom, by when."""

    of: Text
    """Who must do something. Label: Help needed from Example: Governing body"""
    what: Sentences
    """What they must do. Label: Help needed: what Example: Decide on the second station."""
    by: PartialDate
    """By when. Label: Help needed: by when"""


class Update(Planning, Dated):
    """How an initiative stood at one milestone; the file's body says so in prose."""

    KEY: ClassVar[tuple[str, ...]] = ("milestone", "initiative")

    DATE: ClassVar[str] = "as_of"

    initiative: InitiativeRef
    """The initiative it is about."""
    milestone: MilestoneRef
    """The milestone it answers, or a day."""
    as_of: PartialDate
    """The time it speaks of. Label: As of"""
    basis: Basis
    """Those responsible report, official records say so, or editors compile.

    Label: Reported, official or compiled
    """
    author: ReporterRef | None = None
    """The post or unit that reports.

    Label: Who reports
    Needed: where it is reported; absent where compiled.
    """
    status: TypedStatus
    """How the initiative stood."""
    source_word: Wording | None = None
    """The source's own word for the status.

    Needed: Only where the source uses one.
    Example: ongoing
    """
    reason: Sentences | None = None
    """Why this status.

    Needed: where it is compiled, or at risk, off track, paused, given up, or ended.
    Example: Two of nine offices have not sent their questions yet.
    """
    actual_on: PartialDate | None = None
    """When it was completed, ended, or given up.

    Label: Ended or completed on
    Needed: where it is completed, ended, or given up.
    """
    continues_in: InitiativeRef | None = None
    """The initiative that a merged or superseded one continues in.

    Needed: where it is merged or superseded.
    """
    phase: Phase
    """Where in the innovation cycle it was."""
    phase_reason: Sentences | None = None
    """Why this phase. Label: What shows the phase Example: The pilot ran from May to August."""
    confidence: Confidence
    """A forecast of whether all that was proposed will be delivered."""
    confidence_by: Text | None = None
    """Who assessed it.

    Label: Who is confident
    Needed: with green, amber and red.
    Example: The Owner
    """
    confidence_reason: Sentences | None = None
    """Why this forecast.

    Label: Why that confidence
    Needed: with green, amber and red.
    Example: The money is adopted.
    """
    ask: Ask | None = None
    """Who must do what by when.

    Label: Help needed
    Needed: where it is off track, or confidence is red.
    """
    ideas: dict[IdeaRef, IdeaState] = Field(default={})
    """Ideas and what became of them."""
    evidence: tuple[EventRef, ...] = ()
    """Ids of the initiative's events it rests on.

    Label: Events that show it
    Needed: where it is compiled.
    """
    body: ShortProse = Field(default="", json_schema_extra={"in_file": "body"})
    """The update in Markdown.

    Label: What happened
    Example: Seven of nine offices use the form.
    """


class GoalFinding(Record):
    """What an evaluation found on one goal."""

    KEY: ClassVar[tuple[str, ...]] = ("goal",)

    goal: GoalRef
    """The goal it is about."""
    result: EvaluationResult
    """How the goal was met."""
    why: Sentences
    """What shows that. Label: What shows that Example: Trips doubled, as the goal asked."""
    measures: tuple[MeasureRef, ...] = ()
    """Measures that tell, as initiative or area id, a slash, the measure's id."""


class Evaluation(Planning, Dated):
    """The yearly look at the program, an area, or an initiative; the body gives the findings."""

    KEY: ClassVar[tuple[str, ...]] = ("subject", "year")

    DATE: ClassVar[str] = "as_of"

    subject: SubjectRef
    """`program`, `area:ID` or `initiative:ID`."""
    year: Year
    """The year it looks back on. Example: 2016"""
    as_of: PartialDate
    """The time it speaks of. Label: As of"""
    basis: Basis
    """Those responsible report, official records say so, or editors compile.

    Label: Reported, official or compiled
    """
    reason: Sentences | None = None
    """Why editors could compile it.

    Needed: where it is compiled.
    Example: The annual report of 2016 gives both figures.
    """
    result: EvaluationResult
    """How what was set out was met."""
    why: Sentences
    """What shows that. Label: What shows that Example: Two of three targets were reached."""
    goals: tuple[GoalFinding, ...] = ()
    """What was found on each goal."""
    learned: Sentences | None = None
    """What was learned. Example: Small stations are used as much as large ones."""
    decision: Decision
    """What follows from it."""
    title: Title | None = None
    """Its own name, where it has one. Example: The first year of shared bicycles"""
    body: ShortProse = Field(default="", json_schema_extra={"in_file": "body"})
    """The findings in Markdown. Label: What was found Example: Trips doubled within a year."""
