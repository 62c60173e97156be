"""Whether something came when it was planned: one verdict for pages, documents and sentences."""

from datetime import date
from enum import StrEnum, auto

from generator.model.dates import PartialDate
from generator.model.schedule import PlannedDate, RoadmapMilestone


def plan_in_force(plan: PlannedDate | RoadmapMilestone, on: PartialDate) -> PartialDate:
    """Return the date planned last by the time at which something came."""
    made = [revision.to for revision in plan.revised if revision.on.first() <= on.last(date.max)]
    return made[-1] if made else plan.original


class Punctuality(StrEnum):
    """How the day that something came relates to the day it was planned for."""

    EARLIER = auto()
    AS_PLANNED = auto()
    LATER = auto()
    UNCERTAIN = auto()


def punctuality(came: PartialDate, planned: PartialDate) -> Punctuality:
    """Return what both dates leave no doubt of, and `UNCERTAIN` otherwise (docs/model.md, 3)."""
    if came.first() > planned.last(date.max):
        return Punctuality.LATER
    if came.last(date.max) < planned.first():
        return Punctuality.EARLIER
    if planned.first() <= came.first() and came.last(date.max) <= planned.last(date.max):
        return Punctuality.UNCERTAIN if planned.is_open else Punctuality.AS_PLANNED
    return Punctuality.UNCERTAIN
