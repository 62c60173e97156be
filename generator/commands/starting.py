"""New records: the files of a new initiative, and of a new status update."""

from generator.commands.check import without_faults
from generator.commands.edit import ProposedChange, propose, recorded, snapshot_of
from generator.core.settings import Settings
from generator.editorial.starting.scaffold import (
    NewInitiative,
    NewUpdate,
    new_initiative,
    new_update,
)
from generator.editorial.updates.content_files import written


def start_initiative(settings: Settings, asked: NewInitiative, day: str | None) -> ProposedChange:
    """Write the file of a new initiative; raises GeneratorError if it is there already."""
    _, report = without_faults(settings)
    file = new_initiative(settings, report, asked, recorded(report, day))
    return propose(settings, {file.path: written(file)})


def start_update(settings: Settings, asked: NewUpdate, day: str | None) -> ProposedChange:
    """Write the file of a new status update; raises GeneratorError if it is there already."""
    now = snapshot_of(settings, None)
    file = new_update(settings, now, asked, recorded(now.report, day))
    return propose(settings, {file.path: written(file)})
