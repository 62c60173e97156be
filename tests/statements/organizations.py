"""Small reports of other kinds of organizations, as they are brought in or written."""

from collections.abc import Iterator
from pathlib import Path

from offices import OF_UNITS, make_office
from trial_organizations import BOROUGH, DEPARTMENT, write_portfolio, write_trial

from generator.core.settings import Settings
from generator.load.report import load_report
from generator.model.report import Report

BROUGHT_IN: dict[str, tuple[tuple[str, ...], dict[str, object]]] = {
    "actions": ((), {"languages": ["ca"]}),
    "capital": ((), {"roles": OF_UNITS}),
    "federal": (("federal-activities.csv", "federal-costs.csv"), {"roles": OF_UNITS}),
    "major-projects": ((), {"languages": ["en-AU"]}),
    "promises": (
        (),
        {"roles": OF_UNITS, "languages": ["th"], "typefaces": ["fontpkg-noto-sans-thai"]},
    ),
}
"""Exports of other systems: which tables belong to each, and what else its report.yml says.

A plan of actions and promises in other languages, money by year and fund, steps with delays, and
an official portfolio without roles, ideas, cycles, and statuses.
"""


def organizations(folder: Path) -> Iterator[Report]:
    """Yield the report of each, written below a folder."""
    yield _read(write_trial(DEPARTMENT, folder / "department"))
    yield _read(write_trial(BOROUGH, folder / "borough"))
    yield _read(write_portfolio(folder / "portfolio"))
    for name, (others, otherwise) in BROUGHT_IN.items():
        office = make_office(folder / name, **otherwise)
        office.bring_shape(name, *others)
        assert office.initiatives
        yield office.report


def _read(settings: Settings) -> Report:
    loaded = load_report(settings)
    assert loaded.report is not None, loaded.issues
    return loaded.report
