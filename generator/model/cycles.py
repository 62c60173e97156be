"""The city's budget cycles and the milestones at which every status is owed."""

from generator.model.dates import PartialDate
from generator.model.keys import MilestoneKind
from generator.model.records import Figure, Sourced
from generator.model.values import Day, FiscalRef, Flag, Id, Record, Text, Title


class CycleFigure(Figure):
    """A figure of a cycle's budget."""

    sources: tuple[Id, ...]


class Cycle(Sourced):
    """One budget cycle; its span is `begins` and `ends`, and its id any name, as fy2016-18."""

    id: FiscalRef
    begins: Day
    ends: Day
    adopted: PartialDate | None = None
    """When Council adopted it; absent where no source says."""
    figures: tuple[CycleFigure, ...] = ()
    themes: tuple[Text, ...] = ()
    note: Text | None = None


class Milestone(Sourced):
    """A moment at which statuses are updated, or (kind compilation) were compiled by editors."""

    id: Id
    title: Title
    kind: MilestoneKind
    cycle: FiscalRef | None = None
    opens: PartialDate | None = None
    """From when updates may be posted; absent means from the first day that `due` may mean."""
    due: PartialDate
    stated: Text
    """What the source says about the date, or that it gives none."""
    owed: Flag
    """Whether every initiative owes an update."""


class Calendar(Record):
    """Everything in cycles.yml."""

    cycles: tuple[Cycle, ...] = ()
    milestones: tuple[Milestone, ...] = ()
