"""Pages on roles, milestones, goals, measures and evaluations: complete, and worded as agreed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from larkhaven import larkhaven
from site_pages import pages

from generator.core.settings import Settings
from generator.derive.measures.goals import goal_states, scorecard
from generator.derive.responsibility.obligations import ObligationState, obligations_by_milestone
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.load.report import load_report
from generator.model.report import Report
from generator.render.text import terminal
from generator.views.base import addresses
from generator.views.base.blocks import Cell, LinkTo, Table
from generator.views.base.page import Page
from generator.views.base.sections import Section
from generator.views.goals.goals import scorecard_table
from generator.views.roadmap.years import events_by_year
from tests.spoken import ENGLISH, spoken

ROOT = Path(__file__).parents[3]
NOW = snapshot(larkhaven(), larkhaven().about.as_of)
NEVER = snapshot(larkhaven(), date(2020, 1, 1))

KINDS = {
    "responsibility": "responsibility/",
    "units": "departments/",
    "posts": "posts/",
    "partners": "partners/",
    "unit": "departments/harbour-office/",
    "post": "posts/desk-manager/",
    "partner": "partners/tide-lab/",
    "cycles": "cycles/",
    "milestone": "cycles/mid-2024/",
    "goals": "goals/",
    "goal": "goals/harbour/dry-feet/",
    "measures": "measures/",
    "evaluations": "evaluations/",
    "evaluation": "evaluations/2023/",
}
"""One page of each kind."""


def plain(cell: Cell) -> str:
    """Return the words of a cell."""
    return terminal.plain(cell, ENGLISH)


def made_from(seen: Snapshot) -> dict[str, Page]:
    """Return the pages by address, said in English."""
    return {page.target: spoken(page) for page in pages(seen, (), "sections", "evaluation")}


@cache
def made() -> dict[str, Page]:
    """Return the pages of the sample, made once."""
    return made_from(NOW)


def lines(value: Any) -> Iterator[str]:
    """Yield what a view says, a line for each text, fact and row."""
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, Table):
        yield f"[{value.caption}]"
        yield "  " + " | ".join(column.label for column in value.columns)
        yield from ("  " + " | ".join(map(plain, row)) for row in value.rows)
    elif is_dataclass(value) and {f.name for f in fields(value)} == {"name", "value"}:
        yield f"{value.name}: {plain(value.value)}"  # type: ignore[attr-defined]
    elif isinstance(value, Section):
        yield f"## {value.heading}"
        yield from lines((value.text, value.facts, value.table or value.why_empty))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("anchor", "has_matches"):
                yield from lines(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from lines(part)


def test_pages_of_each_kind_say_what_was_agreed(
    golden: Callable[[str, Mapping[str, str]], None],
) -> None:
    """One page of each kind, word for word."""
    texts = {
        f"{kind}.txt": "\n".join(lines(made()[target].view)) + "\n"
        for kind, target in KINDS.items()
    }

    golden("accountability", texts)


def test_everybody_and_everything_has_a_page() -> None:
    """Units, posts, partners, milestones, goals of program and areas, years of evaluations."""
    report = larkhaven()
    expected = {addresses.unit(u.id) for u in report.organization.units}
    expected |= {addresses.post(p.id) for p in report.organization.posts}
    expected |= {addresses.partner(p.id) for p in report.organization.partners}
    expected |= {addresses.milestone(m.id) for m in report.calendar.milestones}
    expected |= {addresses.goal(f"program/{g.id}") for g in report.about.goals}
    expected |= {addresses.goal(f"{a.id}/{g.id}") for a in report.areas for g in a.goals}
    expected |= {addresses.evaluation(e.year) for e in NOW.report.evaluations}
    expected |= {addresses.meeting(m.key) for m in report.meetings}
    expected |= {addresses.goals_of(scope) for scope in ("program", "harbour", "town-hall")}
    expected |= {addresses.taxonomy(t.id) for t in report.about.taxonomies}
    expected |= {addresses.state_index(axis) for axis in ("phase", "confidence", "freshness")}
    expected |= {addresses.roadmap_year(start.year) for start in events_by_year(NOW)}
    lists = {
        "groups/",
        "responsibility/",
        "departments/",
        "posts/",
        "partners/",
        "cycles/",
        "goals/",
        "measures/",
        "evaluations/",
        "matches/",
        "meetings/",
        "audit/",
        "money/",
    }

    assert set(made()) == expected | lists


def cells(value: Any) -> Iterator[Cell]:
    """Yield the rows of every table of a view, each as one cell."""
    if isinstance(value, Table):
        for row in value.rows:
            yield tuple(piece for cell in row for piece in cell)
    elif is_dataclass(value):
        for field in fields(value):
            yield from cells(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from cells(part)


def test_every_entry_of_a_role_appears_on_a_page() -> None:
    """With its initiative and since when: at its post, or among the gaps."""
    for state in NOW.states:
        for role in state.initiative.roles:
            held = role.holder in {p.id for p in larkhaven().organization.posts}
            target = addresses.post(role.holder) if held else addresses.RESPONSIBILITY
            link = addresses.initiative(state.initiative.id)
            said = [
                plain(row)
                for row in cells(made()[target].view)
                if any(isinstance(p, LinkTo) and p.target == link for p in row)
            ]
            assert any(ENGLISH(role.since) in words for words in said), (target, role)


def test_what_is_due_adds_up() -> None:
    """The table by Owner holds all that is missing and expected, and all initiatives."""
    view: Any = made()["responsibility/"].view
    due = next(s.table for s in view.sections if s.anchor == "due")
    states = [o.state for m in obligations_by_milestone(NOW) for o in m.initiatives]

    sums = [sum(int(plain(row[place])) for row in due.rows) for place in (1, 2, 3)]

    assert sums == [
        len(NOW.states),
        states.count(ObligationState.MISSING),
        states.count(ObligationState.EXPECTED),
    ]


@pytest.mark.parametrize("milestone", [m.id for m in larkhaven().calendar.milestones if m.owed])
def test_a_milestone_shows_every_initiative(milestone: str) -> None:
    """Where an update is owed, the table leaves nobody out."""
    view: Any = made()[addresses.milestone(milestone)].view
    (section,) = view.sections

    assert sorted(row[0][0].target for row in section.table.rows) == sorted(
        addresses.initiative(s.initiative.id) for s in NOW.states
    )


def test_a_milestone_begins_with_what_is_not_there_yet() -> None:
    """What is missing or expected is above what was received."""
    view: Any = made()["cycles/mid-2024/"].view
    states = [plain(row[1]) for row in view.sections[0].table.rows]

    assert states == sorted(states, key=lambda said: not said.startswith(("Missing", "Expected")))
    assert states[0].startswith(("Missing", "Expected"))


def test_updates_are_pointed_at_where_they_stand() -> None:
    """Every link to an update leads to an id in that initiative's history."""
    every = {page.target: page for page in pages(NOW)}
    anchors = {
        f"{target}#{entry.anchor}"
        for target, page in every.items()
        for entry in getattr(page.view, "history", ())
        if entry.anchor
    }
    links = {
        piece.target
        for page in made().values()
        for row in cells(page.view)
        for piece in row
        if isinstance(piece, LinkTo) and "#update-" in piece.target
    }

    assert links
    assert links <= anchors


def test_a_scorecard_shows_its_parts_and_their_sum() -> None:
    """The last row is the sum of the rows above it."""
    shown = scorecard_table(scorecard(goal_states(NOW)))
    *parts, whole = (int(plain(row[1])) for row in shown.rows)

    assert sum(parts) == whole


def test_before_anything_was_promised_pages_say_so() -> None:
    """No section is blank: each has a table, facts, a text, or says why it is empty."""
    for page in made_from(NEVER).values():
        for section in getattr(page.view, "sections", ()):
            assert section.table or section.facts or section.text or section.why_empty


@cache
def real() -> Report:
    """Return the real report."""
    report = load_report(Settings(root=ROOT)).report
    assert report is not None
    return report


def test_the_real_report_says_why_roles_are_empty() -> None:
    """No source names an Owner; the page says so first, and counts every initiative."""
    seen = snapshot(real(), real().about.as_of)
    view: Any = made_from(seen)["responsibility/"].view

    assert view.gap.startswith("No public source names the present Owner or Sponsor")
    vacancies = next(s.table for s in view.sections if s.anchor == "vacancies")
    assert len(vacancies.rows) == len(seen.states)


def test_the_real_report_says_that_there_are_no_work_plans() -> None:
    """Every department says that no cycle is ahead and that no source gives a work plan."""
    seen = snapshot(real(), real().about.as_of)
    made_now = made_from(seen)

    for unit in seen.report.organization.units:
        view: Any = made_now[addresses.unit(unit.id)].view
        plans = [s for s in view.sections if s.anchor == "work-plan"]
        assert all("no work plan" in s.why_empty and "FY2018-20" in s.text for s in plans)
        assert plans or unit.kind.value not in ("department", "division")
