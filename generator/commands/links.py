"""Whether the addresses of the report still answer; the one command that asks the web."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib.metadata import version

from generator.check.outside_addresses import outside_addresses
from generator.check.rule import RuleContext
from generator.commands.check import without_faults
from generator.commands.edit import ProposedChange, propose
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, in_reading_order
from generator.core.settings import Settings
from generator.editorial.links.asking import Limits, ask
from generator.editorial.links.checking import Pace, answers, link_issues, told
from generator.editorial.links.recording import as_recorded, recorded_file, refuse_no_connection
from generator.editorial.updates.asking import asked_day

_SITES_AT_ONCE = 4


def _pause() -> None:
    time.sleep(1)


@dataclass(frozen=True, slots=True)
class LinkReport:
    """The outcome of asking all addresses."""

    issues: Sequence[Issue]
    lines: Sequence[str]
    """What moved, and how many answered."""
    proposed: ProposedChange | None = None
    """What was written of it, where that was asked for."""


def links(
    settings: Settings,
    on: str | None = None,
    say: Callable[[str], object] = str,
) -> LinkReport:
    """Ask every address of the content; write what was found if a day is given, on which that is.

    Raises GeneratorError if the content has faults, the day is none or before that of the last
    check, or if nothing answers at all.
    """
    loaded, report = without_faults(settings)
    day = _day(on, report.links.checked) if on else None
    places = outside_addresses(
        RuleContext(report, loaded.places, loaded.media, loaded.files, loaded.translations)
    )
    say(f"Asking {len(places)} addresses, with a pause between those of one site ...")
    agent = f"InnovationsAnnualReport/{version('innovations-annual-report')} (checks its links)"
    one = partial(ask, agent=agent, limits=Limits())
    found = answers(tuple(places), one, Pace(_SITES_AT_ONCE, _pause))
    refuse_no_connection(found)
    issues = in_reading_order(link_issues(report, places, found))
    lines = tuple(told(places, found))
    if day is None:
        return LinkReport(issues, lines)
    files = recorded_file(settings, as_recorded(report.links, found, day))
    return LinkReport(issues, lines, propose(settings, files))


def _day(on: str, last: date | None) -> date:
    day = asked_day(on)
    if last and day < last:
        raise GeneratorError(
            f"The last check in content/links.yml is of {last}, after {day}.",
            "Write the day of this check after --on.",
        )
    return day
