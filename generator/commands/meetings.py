"""What was presented at a meeting, put into the archive as it was."""

from collections.abc import Sequence
from pathlib import Path

from generator.core.settings import Settings
from generator.editorial.meetings.archive import archived
from generator.editorial.meetings.reading import presentable
from generator.editorial.updates.asking import asked_day
from generator.storage.sync import replace_all


def present(settings: Settings, day: str, files: Sequence[Path], on: str | None) -> list[str]:
    """Archive documents that were presented on a day; return the paths that were written.

    `on` is the day on which they are archived; that of the meeting unless it is given. All of them
    or none are written. Raises GeneratorError if one of them cannot be archived, or for what is no
    day.
    """
    held = asked_day(day)
    documents = [presentable(path) for path in files]
    made = archived(settings, held, documents, asked_day(on) if on else held)
    changed = replace_all({settings.root / path: content for path, content in made.items()})
    return [path.relative_to(settings.root).as_posix() for path in changed]
