"""Which record each file of the content holds."""

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

BACKGROUND: dict[str, type[Record]] = {
    "history": History,
    "survey": Survey,
    "salons": Salons,
    "discrepancies": Discrepancies,
    "questions": Questions,
}


def models_of(files: ContentFiles) -> dict[str, type[Record]]:
    """Return the record type of every YAML and Markdown file with fields, by path."""
    single: dict[str | None, type[Record]] = {
        files.report: About,
        files.vocabulary: Vocabulary,
        files.organisation: Organisation,
        files.cycles: Calendar,
        files.sources: Sources,
    }
    found = {path: model for path, model in single.items() if path is not None}
    found |= dict.fromkeys(files.areas.values(), Area)
    found |= dict.fromkeys(files.initiatives.values(), Initiative)
    found |= dict.fromkeys(files.updates.values(), Update)
    found |= dict.fromkeys(files.evaluations.values(), Evaluation)
    found |= dict.fromkeys(files.pages.values(), Page)
    found |= {e.edition: Edition for e in files.editions.values() if e.edition is not None}
    found |= {path: BACKGROUND[name] for name, path in files.background.items()}
    return dict(sorted(found.items()))
