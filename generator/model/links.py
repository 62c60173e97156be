"""Ties of an initiative: to the goals that it serves, and to other initiatives."""

from typing import ClassVar

from generator.model.dates import PartialDate
from generator.model.keys import Basis, LinkKind, Match
from generator.model.records import Dated
from generator.model.references import GoalRef, InitiativeRef
from generator.model.values import Sentences


class GoalLink(Dated):
    """A goal the initiative serves."""

    KEY: ClassVar[tuple[str, ...]] = ("goal",)

    DATE: ClassVar[str] = "since"

    goal: GoalRef
    """The goal it serves."""
    since: PartialDate
    """From when."""
    match: Match
    """Whether the source names the initiative or editors matched it."""
    basis: Basis
    """Those responsible report, official records say so, or editors compile.

    Label: Reported, official or compiled
    """
    reason: Sentences
    """Why it serves the goal. Example: The report lists it under this goal."""


class Link(Dated):
    """A tie to another initiative, shown on the pages of both; this one depends on the other."""

    KEY: ClassVar[tuple[str, ...]] = ("kind", "to")

    DATE: ClassVar[str] = "since"

    kind: LinkKind
    """How the two are tied."""
    to: InitiativeRef
    """The other initiative."""
    since: PartialDate
    """From when."""
    reason: Sentences | None = None
    """Why.

    Needed: Absent where no source says.
    Example: The stations stand on its new sidewalks.
    """
