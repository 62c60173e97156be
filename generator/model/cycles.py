"""Budget cycles, and the milestones at which every status is owed."""

from generator.model.dates import PartialDate
from generator.model.keys import MilestoneKind
from generator.model.records import Figure, KnownSince, Narrated, Sourced
from generator.model.references import CycleRef, FiscalId, SourceRef
from generator.model.values import Day, Flag, Id, Quotation, Record, Sentences, Text, Title


class CycleFigure(KnownSince, Figure):
    """A figure of a cycle's budget; without `known_since` it is known since its cycle is."""

    sources: tuple[SourceRef, ...]
    """Ids of the sources it rests on."""


class Cycle(Narrated, KnownSince, Sourced):
    """One budget cycle; its span is `begins` and `ends`, and its id any name, as fy2016-18."""

    id: FiscalId
    """Its id, any name of small letters, digits and hyphens. Example: fy2016-18"""
    begins: Day
    """Its first day, on which a fiscal year begins. Example: 2016-07-01"""
    ends: Day
    """Its last day. Example: 2018-06-30"""
    adopted: PartialDate | None = None
    """When it was adopted; absent where no source says. Example: 2016-06-20"""
    figures: tuple[CycleFigure, ...] = ()
    """What sources say of its budget."""
    themes: tuple[Text, ...] = ()
    """What it set out to do, one theme to a line. Example: Quality of life"""
    note: Sentences | None = None
    """A remark by the editors. Example: Adopted with two amendments."""


class Milestone(Narrated, KnownSince, Sourced):
    """A moment at which statuses are updated, or (kind compilation) were compiled by editors."""

    id: Id
    """Its id, which names the folder of its updates. Example: mid-2024"""
    title: Title
    """What it is called. Example: Middle of the budget cycle 2023-25"""
    kind: MilestoneKind
    """What moment of the cycle it is."""
    cycle: CycleRef | None = None
    """The budget cycle it belongs to."""
    opens: PartialDate | None = None
    """From when updates may be posted; absent means from the first day that `due` may mean."""
    due: PartialDate
    """By when updates are due."""
    stated: Quotation
    """What the source says about the date, or that it gives none.

    Example: adopted on June 20, 2016
    """
    owed: Flag
    """Whether every initiative owes an update."""


class Calendar(Record):
    """Everything in cycles.yml."""

    cycles: tuple[Cycle, ...] = ()
    """The budget cycles. One: budget cycle"""
    milestones: tuple[Milestone, ...] = ()
    """The moments at which statuses are updated."""
