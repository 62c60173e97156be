"""Verifying: what a frozen edition holds stays, whatever is added; anything else is told."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest
import site_pages
from errata import write_errata
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.core.issues import errors_in
from generator.editorial.editions import verify as verifying
from generator.editorial.editions.frozen_files import frozen_files
from generator.editorial.editions.verify import verify
from generator.export.snapshot_json import canonical
from generator.load.report import load_report
from generator.model.dates import PartialDate
from generator.model.initiative import Event, Role
from generator.model.keys import EventKind, Match, RoleKind
from generator.model.measures import Actual
from generator.model.records import Missing
from generator.model.schedule import Outcome
from generator.model.statuses import RoadmapState, Status
from generator.render.html.environment import site_environment
from generator.render.html.pages import render_page
from generator.storage import parallel
from generator.views.base.page import PageFrame
from tests.spoken import ENGLISH

LATER = date(2024, 2, 11)
"""The first day after the living sample."""


@cache
def read(root):
    """Return what a project's content holds, read once."""
    return load_report(root)


def codes(project, report=None):
    """Return the codes of all errors that verifying finds."""
    loaded = load_report(project)
    loaded = replace(loaded, report=report) if report else loaded
    return {issue.code for issue in errors_in(verify(project, loaded).issues)}


def test_a_frozen_town_verifies(town):
    """Nothing is found where nothing was changed."""
    verified = verify(town, load_report(town))
    assert verified.issues == []
    assert [e.is_frozen for e in verified.editions] == [True, True, True]


def test_several_cores_tell_the_same(town, monkeypatch):
    """Whether editions are compared one by one or each by a process, the same is found."""
    loaded = load_report(town)
    others = loaded.report.updates[1:]
    loaded = replace(loaded, report=loaded.report.model_copy(update={"updates": others}))
    alone = verify(town, loaded)
    monkeypatch.setattr(parallel, "_cores", lambda: 2)
    monkeypatch.setattr(parallel, "_threads", lambda: 1)
    monkeypatch.setattr(verifying, "MANY", 1)
    together = verify(town, loaded)
    assert alone.issues
    assert (together.issues, together.since) == (alone.issues, alone.since)
    assert together.editions == alone.editions


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_flipped_byte_is_found(frozen_town, data):
    """Any other byte anywhere in a snapshot or a digest is an error."""
    loaded = read(frozen_town)
    name = data.draw(st.sampled_from(["snapshot.json", "digest"]))
    path = frozen_town.content / "editions" / "2022" / name
    content = path.read_bytes()
    place = data.draw(st.integers(0, len(content) - 1))
    bit = data.draw(st.integers(0, 7))
    flipped = bytes([*content[:place], content[place] ^ (1 << bit), *content[place + 1 :]])
    path.write_bytes(flipped)
    try:
        assert "V002" in {issue.code for issue in verify(frozen_town, loaded).issues}
    finally:
        path.write_bytes(content)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda folder: (folder / "digest").unlink(), "V001"),
        (lambda folder: (folder / "snapshot.json").write_bytes(b"{}"), "V003"),
        (lambda folder: (folder / "snapshot.json").write_bytes(b"\xff"), "Y002"),
        (lambda folder: (folder / "snapshot.json").write_bytes(b"not JSON"), "J001"),
        (
            lambda folder: (folder / "introduction.md").write_text("Another.\n", "utf-8"),
            "V008",
        ),
    ],
    ids=["no digest", "another form", "no text", "no JSON", "another introduction"],
)
def test_broken_files_are_told(town, change, code):
    """A missing digest, another form and another edition.yml each have a code."""
    change(town.content / "editions" / "2022")
    assert code in codes(town)


def test_a_newer_form_is_refused_in_words(town):
    """A snapshot of a version that this program does not know says so."""
    path = town.content / "editions" / "2022" / "snapshot.json"
    raw = json.loads(path.read_bytes()) | {"schema_version": 99}
    path.write_bytes(canonical(raw))
    issues = verify(town, load_report(town)).issues
    assert any("version 99" in issue.found for issue in issues)


def edited(report, initiative_id, **changes):
    """Return the report with other values in one initiative."""
    return report.model_copy(
        update={
            "initiatives": tuple(
                i.model_copy(update=changes) if i.id == initiative_id else i
                for i in report.initiatives
            )
        }
    )


def with_event(report):
    """Return the first initiative of a report that has an event in edition 2022."""
    return next(i for i in report.initiatives if i.events and i.events[0].on.text < "2022")


def test_rewritten_history_is_an_error(town):
    """Another text of a dated record, and a record that is gone, are both found."""
    report = load_report(town).report
    initiative = with_event(report)
    first, *others = initiative.events
    other = first.model_copy(update={"text": "Something else."})
    assert codes(town, edited(report, initiative.id, events=(other, *others))) == {"V004"}
    assert codes(town, edited(report, initiative.id, events=tuple(others))) == {"V005"}


def test_an_initiative_that_vanishes_is_an_error(town):
    """A promise of a frozen edition cannot leave the record."""
    report = load_report(town).report
    without = report.model_copy(update={"initiatives": report.initiatives[1:]})
    assert "V005" in codes(town, without)


def test_errata_excuse_what_they_name(town):
    """An erratum covers its record and no other; one about nothing is an error itself."""
    report = load_report(town).report
    initiative = with_event(report)
    first, *others = initiative.events
    wrong = edited(
        report,
        initiative.id,
        events=(first.model_copy(update={"text": "Something else."}), *others),
    )
    held = [y for y in (2021, 2022, 2023) if "events" in _addresses(town, wrong, y)]
    for year in held:
        write_errata(town, year, f"initiative/{initiative.id}/events/{first.id}")
    assert codes(town, wrong) == set()
    assert codes(town) == {"V007"}
    for year in held:
        write_errata(town, year, "initiative")
    assert codes(town, wrong) == {"V004", "V007"}


def _addresses(project, report, year):
    against = verify(project, replace(load_report(project), report=report)).since[year]
    return " ".join("/".join(change.address) for change in against.history)


def test_the_text_of_errata_is_prose_like_any_other(town):
    """What would be lost, or stop the site, in the text below the errata is told with its line."""
    path = town.content / "editions" / "2022" / "errata.md"
    front = '---\nerrata:\n  - record: "x"\n    on: "2024-02-10"\n    reason: "Wrong."\n---\n'
    text = "Said <b>so</b>.\n\n![a quay](media:gone.png)\n\n![](media:quay.png)\n"
    path.write_text(front + text, "utf-8")
    found = verify(town, load_report(town)).issues
    issues = [i for i in found if i.location.path.endswith("2022/errata.md")]
    assert {("R701", 7), ("R704", 9), ("R702", 11)} <= {(i.code, i.location.line) for i in issues}


def test_faults_in_errata_have_places(town):
    """A misspelt key in errata.md is told like any other."""
    path = town.content / "editions" / "2022" / "errata.md"
    path.write_text('---\nerrata:\n  - recrd: "x"\n---\n', "utf-8")
    issues = verify(town, load_report(town)).issues
    assert {i.location.path for i in issues} == {"content/editions/2022/errata.md"}


def test_wording_is_only_a_notice(town):
    """A better title stops nothing and is counted."""
    report = load_report(town).report
    other = edited(report, report.initiatives[0].id, title="A better title")
    found = verify(town, replace(load_report(town), report=other)).issues
    assert {issue.code for issue in found} == {"V006"}
    assert errors_in(found) == []


def test_what_was_found_since_is_listed(town):
    """A record about an edition's time, entered later, is listed and no error."""
    report = load_report(town).report
    initiative = report.initiatives[0]
    learned = event_on("2021-08-03", LATER)
    more = edited(report, initiative.id, events=(*initiative.events, learned))
    verified = verify(town, replace(load_report(town), report=more))
    assert errors_in(verified.issues) == []
    assert f"  initiative/{initiative.id}/events/later-2021-08-03" in "\n".join(
        verified.found_since()
    )


def test_a_new_id_keeps_the_old_history(town):
    """An initiative may change its id if the old one is among its former ids."""
    report = load_report(town).report
    initiative = report.initiatives[0]
    renamed = edited(report, initiative.id, id="quite-new", former_ids=(initiative.id,))
    renamed = renamed.model_copy(
        update={
            "updates": tuple(
                u.model_copy(update={"initiative": "quite-new"})
                if u.initiative == initiative.id
                else u
                for u in renamed.updates
            )
        }
    )
    assert verify(town, replace(load_report(town), report=renamed)).issues == []


def event_on(day, recorded):
    """Return an event that the content does not have yet."""
    return Event(
        id=f"later-{day}",
        on=PartialDate(day),
        kind=EventKind.REPORTED,
        about=(),
        match=Match.NAMED,
        text=f"Something of {day}.",
        sources=("harbour-news",),
        recorded=recorded,
    )


def _event(report, initiative, day):
    return edited(report, initiative.id, events=(*initiative.events, event_on(str(day), day)))


def _update(report, initiative, day):
    of_it = [u for u in report.updates if u.initiative == initiative.id] or report.updates[:1]
    new = of_it[-1].model_copy(
        update={
            "initiative": initiative.id,
            "milestone": str(day),
            "as_of": PartialDate(str(day)),
            "recorded": day,
            "status": [Status.UNDER_WAY, Status.ONGOING, Status.PAUSED][day.day % 3],
        }
    )
    return report.model_copy(update={"updates": (*report.updates, new)})


def _role(report, initiative, day):
    ended = tuple(
        r if r.until else r.model_copy(update={"until": PartialDate(str(day))})
        for r in initiative.roles
    )
    new = Role(role="owner", holder="unassigned", since=str(day), recorded=day)
    return edited(report, initiative.id, roles=(*ended, new))


def _actual(report, initiative, day):
    measures = tuple(
        m
        if isinstance(m.actuals, Missing)
        else m.model_copy(
            update={
                "actuals": (
                    *m.actuals,
                    Actual(value="7", period=str(day), reported=str(day), recorded=day),
                )
            }
        )
        for m in initiative.measures
    )
    return edited(report, initiative.id, measures=measures)


def _outcome(report, initiative, day):
    steps = tuple(
        step
        if step.outcome
        else step.model_copy(
            update={"outcome": Outcome(state=RoadmapState.MET, on=str(day), recorded=day)}
        )
        for step in initiative.roadmap
    )
    return edited(report, initiative.id, roadmap=steps)


def _newcomer(report, initiative, day):
    proposed = initiative.proposed.model_copy(update={"on": PartialDate(str(day)), "recorded": day})
    new = initiative.model_copy(
        update={"id": f"new-{day}", "former_ids": (), "proposed": proposed, "events": ()}
    )
    if any(i.id == new.id for i in report.initiatives):
        return report
    return report.model_copy(update={"initiatives": (*report.initiatives, new)})


def _moved_on(report, _, day):
    about = report.about.model_copy(update={"as_of": max(day, report.about.as_of)})
    return report.model_copy(update={"about": about})


def _learned(report, initiative, day):
    return edited(
        report,
        initiative.id,
        events=(*initiative.events, event_on(f"2021-07-{day.day:02}", day)),
    )


def test_a_role_may_change_hands_on_the_day_of_freezing(town):
    """What is entered that day may be later than the edition, which knew nothing of an end."""
    loaded = load_report(town)
    day, report = loaded.report.editions[-1].frozen_on, loaded.report
    for initiative in report.initiatives:
        owners = tuple(r for r in initiative.roles if r.role is RoleKind.OWNER)
        others = tuple(r for r in initiative.roles if r.role is not RoleKind.OWNER)
        report = edited(report, initiative.id, roles=owners)
        (alone,) = (i for i in report.initiatives if i.id == initiative.id)
        report = _role(report, alone, day)
        (changed,) = (i for i in report.initiatives if i.id == initiative.id)
        report = edited(report, initiative.id, roles=(*changed.roles, *others))
    found = verify(town, replace(loaded, report=report)).issues
    assert [issue for issue in found if "until" in issue.found] == []


STEPS = (_event, _update, _role, _actual, _outcome, _newcomer, _moved_on, _learned)


ENVIRONMENT = site_environment(ENGLISH)


def edition_bytes(project, report):
    """Return the pages and data of all editions as a report with their frozen files shows them."""
    verified = verify(project, replace(read(project), report=report))
    assert errors_in(verified.issues) == []
    living = PageFrame("Disclaimer", str(report.about.as_of), str(report.about.as_of))
    pages = [
        render_page(ENVIRONMENT, page, living)
        for page in site_pages.pages(verified.editions[-1].then, verified.editions, "edition")
    ]
    assert len(pages) == 3
    return pages, frozen_files(project, verified.editions)


@cache
def bytes_before(project):
    """Return the pages and data of all editions before anything is added."""
    return edition_bytes(project, read(project).report)


@given(
    later=st.lists(
        st.tuples(st.sampled_from(STEPS), st.integers(0, 100), st.integers(0, 365)), max_size=12
    )
)
@settings(max_examples=12)
def test_a_year_of_later_history_changes_no_byte(frozen_town, later):
    """Whatever is added after an edition, its pages and data stay the same, byte for byte."""
    report = read(frozen_town).report
    for step, place, days in later:
        initiative = report.initiatives[place % len(report.initiatives)]
        taken = {e.id for e in initiative.events}
        day = LATER + timedelta(days)
        if f"later-{day}" not in taken and f"later-2021-07-{day.day:02}" not in taken:
            report = step(report, initiative, day)
    assert edition_bytes(frozen_town, report) == bytes_before(frozen_town)
