"""Which record each file of the content holds."""

from typing import TypeAlias

from generator.load.files import ContentFiles
from generator.model.background import Discrepancies, History, Page, Questions, Salons, Survey
from generator.model.cycles import Calendar
from generator.model.edition import Edition
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.organization import Organisation
from generator.model.report import About, Sources, Vocabulary
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

Kinds: TypeAlias = dict[str, tuple[str, type[Record]]]
"""Of files by their role: the kind of part that each is, and the record that it holds."""

SINGLE: Kinds = {
    "report": ("about", About),
    "vocabulary": ("vocabulary", Vocabulary),
    "organisation": ("organisation", Organisation),
    "cycles": ("calendar", Calendar),
    "sources": ("sources", Sources),
}
MANY: Kinds = {
    "areas": ("area", Area),
    "initiatives": ("initiative", Initiative),
    "updates": ("update", Update),
    "evaluations": ("evaluation", Evaluation),
    "pages": ("page", Page),
}
BACKGROUND: dict[str, type[Record]] = {
    "history": History,
    "survey": Survey,
    "salons": Salons,
    "discrepancies": Discrepancies,
    "questions": Questions,
}


def models_of(files: ContentFiles) -> dict[str, type[Record]]:
    """Return the record type of every YAML and Markdown file with fields, by path."""
    found: dict[str | None, type[Record]] = {
        getattr(files, role): model for role, (_, model) in SINGLE.items()
    }
    for role, (_, model) in MANY.items():
        found |= dict.fromkeys(getattr(files, role).values(), model)
    found |= dict.fromkeys((e.edition for e in files.editions.values()), Edition)
    found |= {path: BACKGROUND[name] for name, path in files.background.items()}
    return {path: found[path] for path in sorted(filter(None, found))}
