"""What the public sees of a report: the living report and its editions, with all they lead to."""

from dataclasses import replace

from generator.commands.pictures import pictures_of
from generator.core.settings import Settings
from generator.derive.editions.editions import shown_on, with_needs_of
from generator.derive.snapshot.snapshot import Snapshot
from generator.editorial.editions.verify import Verified
from generator.load.pictures import Pictures
from generator.load.report import Loaded


def as_shown(
    settings: Settings, loaded: Loaded, now: Snapshot, verified: Verified
) -> tuple[Snapshot, Verified, Pictures]:
    """Return the living report, the editions and the pictures as they are shown on its day."""
    if loaded.report is None:
        return now, verified, Pictures()
    editions = shown_on(now.day, verified.editions)
    seen = with_needs_of(editions, now, loaded.report)
    pictures = pictures_of(settings, loaded.media, loaded.report, seen, editions)
    return seen, replace(verified, editions=editions), pictures
