"""New records: the files of a new topic area, initiative, and status update."""

from generator.commands.check import without_faults
from generator.commands.edit import ProposedChange, propose, recorded, snapshot_of
from generator.core.settings import Settings
from generator.editorial.starting.scaffold import (
    NewArea,
    NewInitiative,
    NewUpdate,
    new_area,
    new_initiative,
    new_update,
)
from generator.editorial.starting.translating import translation_files
from generator.editorial.updates.content_files import written


def start_area(settings: Settings, asked: NewArea) -> ProposedChange:
    """Write the file of a new topic area; raises GeneratorError if it is there already."""
    _, report = without_faults(settings)
    file = new_area(settings, report, asked)
    return propose(settings, {file.path: written(file)})


def start_initiative(settings: Settings, asked: NewInitiative, day: str | None) -> ProposedChange:
    """Write the file of a new initiative; raises GeneratorError if it is there already."""
    _, report = without_faults(settings)
    file = new_initiative(settings, report, asked, recorded(report, day))
    return propose(settings, {file.path: written(file)})


def start_translation(settings: Settings, asked: str, language: str) -> ProposedChange:
    """Write the files in which a record is translated, with what is still missing.

    Raises GeneratorError if there is no such record, or no such language of the report.
    """
    loaded, report = without_faults(settings)
    known = loaded.translations.get(language, {})
    files = translation_files(report, loaded.files, known, asked, language)
    return propose(settings, {f"{settings.content.name}/{p}": raw for p, raw in files.items()})


def start_update(settings: Settings, asked: NewUpdate, day: str | None) -> ProposedChange:
    """Write the file of a new status update; raises GeneratorError if it is there already."""
    now = snapshot_of(settings, None)
    file = new_update(settings, now, asked, recorded(now.report, day))
    return propose(settings, {file.path: written(file)})
