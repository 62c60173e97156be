"""What an organization does not have is nowhere: no role that is not asked, no budget cycle."""

import re
from collections.abc import Callable, Iterator

import pytest
from larkhaven import larkhaven
from press import DIGEST
from site_pages import pages

from generator.derive.snapshot.snapshot import snapshot
from generator.derive.tables.report import report_tables
from generator.model.cycles import Calendar
from generator.model.keys import HeldBy, RoleKind
from generator.model.organization import RolePolicy, RolesPolicy
from generator.model.report import Report, Vocabulary
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_page
from generator.render.pdf.document import render_document
from generator.views.base.page import PageFrame
from generator.views.print.brief import brief_document
from generator.views.print.document import DocumentFrame
from generator.views.print.report import report_document
from generator.words.localization import Localization
from tests.spoken import ENGLISH, spoken

_UNITS = {"harbour-director": "harbour-office", "water-manager": "water-division"}
_UNITS |= {"desk-director": "front-desk", "desk-manager": "front-desk"}
_FRAME = PageFrame("Invented.", "None", "10 February 2024")


_OF_THE_TOWN = re.compile("No source names an Owner|There is no Owner and no crew")
"""What the sample town itself writes of its Owners."""


def of_units(report: Report) -> Report:
    """Return a report whose departments answer, as Owners, and that asks for no Sponsor."""
    policy = RolesPolicy(
        owner=RolePolicy(asked=True, held_by=HeldBy.UNIT), sponsor=RolePolicy(asked=False)
    )
    initiatives = tuple(
        initiative.model_copy(
            update={
                "roles": tuple(
                    role.model_copy(update={"holder": _UNITS.get(role.holder, role.holder)})
                    for role in initiative.roles
                    if role.role is RoleKind.OWNER
                )
            }
        )
        for initiative in report.initiatives
    )
    updates = tuple(
        update.model_copy(update={"author": update.author and _UNITS[update.author]})
        for update in report.updates
    )
    changed = {"about": _about(report, roles=policy, terms={}), "vocabulary": Vocabulary()}
    return report.model_copy(update={**changed, "initiatives": initiatives, "updates": updates})


def without_roles(report: Report) -> Report:
    """Return a report that asks for no role at all."""
    no = RolePolicy(asked=False)
    bare = tuple(i.model_copy(update={"roles": ()}) for i in report.initiatives)
    about = _about(report, roles=RolesPolicy(owner=no, sponsor=no), terms={})
    changed = {"about": about, "vocabulary": Vocabulary(), "initiatives": bare}
    return report.model_copy(update=changed)


def without_calendar(report: Report) -> Report:
    """Return a report without budget cycles and milestones: each update stands under its day."""
    updates = tuple(
        update.model_copy(update={"milestone": update.as_of.last(report.about.as_of).isoformat()})
        for update in report.updates
    )
    bare = tuple(
        i.model_copy(update={"work_plan": (), "funding": (), "staffing": ()})
        for i in report.initiatives
    )
    changed = {"about": _about(report, cycle_years=None), "calendar": Calendar()}
    return report.model_copy(update={**changed, "updates": updates, "initiatives": bare})


def _about(report: Report, **changed: object) -> object:
    return report.about.model_copy(update=changed)


def said(report: Report) -> Iterator[tuple[str, str]]:
    """Yield every page, document and dictionary of data of a report, with where it is."""
    now = snapshot(report, report.about.as_of)
    words = Localization("en-US")
    templates = site_environment(words, "en-US")
    for page in pages(now):
        yield page.target, render_page(templates, page, _FRAME)
    frame = DocumentFrame(now, DIGEST, None, ())
    for document in (report_document(frame), brief_document(frame, None, 9)):
        yield f"{document.kind}.pdf", render_document(document, words).data.decode()
    for table in report_tables(now):
        meanings = (f"{column.name}: {ENGLISH(column.means)}" for column in table.columns)
        keys = (key for column in table.columns for key in column.keys)
        yield table.name, " ".join([ENGLISH(table.means), *meanings, *keys])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "unspoken"),
    [
        pytest.param(of_units, r"sponsor|its posts|\bpost(?:s)? (?:is|hold)", id="of-units"),
        pytest.param(without_roles, r"sponsor|\bowners?\b|vacan", id="without-roles"),
        pytest.param(
            without_calendar,
            r"budget cycle|how recent|updates (?:are|were) (?:due|owed)|be called due",
            id="without-calendar",
        ),
    ],
)
def test_what_there_is_not_is_nowhere(change: Callable[[Report], Report], unspoken: str) -> None:
    """Pages, documents and data of an organization speak of what it has, and of nothing else."""
    pattern = re.compile(rf"[^\n]{{0,60}}(?:{unspoken})[^\n]{{0,60}}", re.IGNORECASE)
    found = {
        f"{where}: {words}"
        for where, text in said(change(larkhaven()))
        for words in pattern.findall(text)
        if not _OF_THE_TOWN.search(words)
    }
    assert found == set()


def test_a_department_that_answers_is_the_owner_on_its_page() -> None:
    """It is named as that, and nothing is said of posts that it does not have."""
    now = snapshot(of_units(larkhaven()), larkhaven().about.as_of)
    (desk,) = (p for p in pages(now) if p.target == "departments/front-desk/")
    assert "Today, this unit holds the role of Owner for" in str(spoken(desk.view))
    (form,) = (p for p in pages(now) if p.target == "initiatives/one-form/")
    assert "Front Desk" in str(spoken(form.view.facts))
    assert not any(p.target.startswith("status/by-sponsor") for p in pages(now))


def test_without_a_calendar_there_is_no_page_of_it() -> None:
    """Neither the page of budget cycles, nor lists of how recent the last update is."""
    now = snapshot(without_calendar(larkhaven()), larkhaven().about.as_of)
    there = {page.target for page in pages(now)}
    assert not any(address.startswith(("cycles/", "status/freshness/")) for address in there)
