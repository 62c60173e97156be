"""Which fields of the model name another record, and where the form editor finds its choices."""

from dataclasses import dataclass

from generator.model.background import AreaVotes, Choice, EarlierProgramme
from generator.model.cycles import Milestone
from generator.model.initiative import Funding, Initiative, Link, Staffing, WorkPlanEntry
from generator.model.organization import Post, Unit
from generator.model.updates import Update
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class Choices:
    """Where the records lie among which a field chooses."""

    collection: str
    value: str
    """The field that is stored, in the form editor's notation."""
    shown: tuple[str, ...]
    file: str | None = None


AREAS = Choices("areas", "id", ("title",))
INITIATIVES = Choices("initiatives", "id", ("title",))
UNITS = Choices("settings", "units.*.id", ("units.*.name",), "organisation")
POSTS = Choices("settings", "posts.*.id", ("posts.*.title",), "organisation")
CYCLES = Choices("settings", "cycles.*.id", ("cycles.*.id",), "cycles")
MILESTONES = Choices("settings", "milestones.*.id", ("milestones.*.title",), "cycles")
SOURCES = Choices("settings", "sources.*.id", ("sources.*.title",), "sources")

EVERYWHERE = {"sources": SOURCES}
"""Fields that name the same kind of record in whatever record they stand."""

_TABLE: dict[tuple[type[Record], str], Choices] = {
    (Initiative, "area"): AREAS,
    (AreaVotes, "area"): AREAS,
    (Choice, "area"): AREAS,
    (Choice, "initiative"): INITIATIVES,
    (EarlierProgramme, "area"): AREAS,
    (Link, "to"): INITIATIVES,
    (Update, "initiative"): INITIATIVES,
    (Update, "continues_in"): INITIATIVES,
    (Update, "milestone"): MILESTONES,
    (Update, "author"): POSTS,
    (WorkPlanEntry, "department"): UNITS,
    (WorkPlanEntry, "cycle"): CYCLES,
    (Funding, "cycle"): CYCLES,
    (Staffing, "cycle"): CYCLES,
    (Milestone, "cycle"): CYCLES,
    (Unit, "part_of"): UNITS,
    (Unit, "head"): POSTS,
    (Post, "unit"): UNITS,
}


def choices(model: type[Record], name: str) -> Choices | None:
    """Return where a field's choices lie; None where it names no single kind of record."""
    return _TABLE.get((model, name)) or EVERYWHERE.get(name)
