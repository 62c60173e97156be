"""How far initiatives are in percent, where the organization itself counts so."""

from datetime import date

from generator.model.initiative import Initiative
from generator.model.own_records import Progress


def newest_progress(initiative: Initiative) -> Progress | None:
    """Return the newest count of how far an initiative is; of several of one time, the last."""
    return max(reversed(initiative.progress), key=_time, default=None)


def _time(progress: Progress) -> tuple[date, date]:
    return progress.on.last(date.max), progress.on.first()
