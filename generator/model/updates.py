"""Status updates, one per initiative and milestone, and yearly evaluations."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationError, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticKnownError

from generator.model.dates import PartialDate
from generator.model.keys import Basis, Decision, EvaluationResult, IdeaState
from generator.model.records import Dated
from generator.model.statuses import REPORTED, Confidence, Phase, Status
from generator.model.values import GoalRef, Id, Record, ShortProse, Text, Title, Year, refusal

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
    what: Text
    by: PartialDate


class Update(Dated):
    """How an initiative stood at one milestone; the file's body says so in prose."""

    KEY: ClassVar[tuple[str, ...]] = ("milestone", "initiative")

    DATE: ClassVar[str] = "as_of"

    initiative: Id
    milestone: Text
    """A milestone's id, or a full day for a change off the cycle."""
    as_of: PartialDate
    basis: Basis
    author: Id | None = None
    """The post that reports; absent where compiled."""
    status: TypedStatus
    source_word: Text | None = None
    """The source's own word for the status, where it uses one."""
    reason: Text | None = None
    actual_on: PartialDate | None = None
    """When a completed, ended or cancelled initiative did so."""
    continues_in: Id | None = None
    """The initiative that a merged or superseded one continues in."""
    phase: Phase
    phase_reason: Text | None = None
    confidence: Confidence
    confidence_by: Text | None = None
    confidence_reason: Text | None = None
    ask: Ask | None = None
    ideas: dict[Id, IdeaState] = Field(default={})
    evidence: tuple[Id, ...] = ()
    """Ids of the initiative's events."""
    body: ShortProse = Field(default="", json_schema_extra={"in_file": "body"})


class GoalFinding(Record):
    """What an evaluation found on one goal."""

    KEY: ClassVar[tuple[str, ...]] = ("goal",)

    goal: GoalRef
    result: EvaluationResult
    why: Text
    measures: tuple[Text, ...] = ()
    """Measures that tell, as initiative or area id, a slash, the measure's id."""


class Evaluation(Dated):
    """The yearly look at the programme, an area or an initiative; the body gives the findings."""

    KEY: ClassVar[tuple[str, ...]] = ("subject", "year")

    DATE: ClassVar[str] = "as_of"

    subject: Text
    """`programme`, `area:ID` or `initiative:ID`."""
    year: Year
    as_of: PartialDate
    basis: Basis
    reason: Text | None = None
    result: EvaluationResult
    why: Text
    goals: tuple[GoalFinding, ...] = ()
    learned: Text | None = None
    decision: Decision
    title: Title | None = None
    body: ShortProse = Field(default="", json_schema_extra={"in_file": "body"})
