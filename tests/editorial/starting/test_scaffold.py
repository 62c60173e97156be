"""New records: valid and in the normal form from the first line, and never over another."""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from larkhaven import SAMPLE

from generator.commands import edit, starting
from generator.commands.check import check
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.starting.scaffold import (
    NewArea,
    NewInitiative,
    NewUpdate,
    new_initiative,
    new_update,
)
from generator.editorial.updates.citing import Memo
from generator.load.formatting import format_content
from generator.load.report import load_report
from generator.model.keys import RoleKind
from generator.storage.sync import files_under

WALL = NewInitiative(
    id="sea-wall",
    title="A wall: against the sea",
    area="harbour",
    summary="Build a wall.",
    sources=("first-report",),
)
NEWS = NewUpdate(
    initiative="one-form",
    milestone="mid-2024",
    status="on_track",
    basis="reported",
    body="It goes.",
)


@pytest.fixture
def project(tmp_path):
    """Return a project of the sample town as it is."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return Settings(tmp_path)


def bytes_of(project):
    """Return every file of the content with its bytes."""
    return {p: (project.content / p).read_bytes() for p in files_under(project.content)}


def test_a_new_initiative_is_valid_and_in_normal_form(project):
    """Few options make a file that passes the check, last in its area, with both roles told."""
    made = starting.start_initiative(project, WALL, None)
    assert list(made.files) == ["content/initiatives/sea-wall.yml"]
    assert "Newly listed" in made.told
    assert errors_in(check(project, Timings()).issues) == []
    assert not format_content(project).changed
    words = (project.content / "initiatives/sea-wall.yml").read_text("utf-8")
    assert words.count('holder: "not_named"') == 2
    assert 'how: "first_seen"' in words
    assert "at_proposal" not in words
    assert 'recorded: "2024-02-10"' in words


def test_a_new_initiative_has_only_the_roles_that_are_asked(project):
    """Where Sponsors are not asked, none is written, and none can be given."""
    report = project.content / "report.yml"
    asked = '  sponsor:\n    asked: true\n    held_by: "either"\n'
    unasked = report.read_text("utf-8").replace(asked, "  sponsor:\n    asked: false\n")
    report.write_text(unasked, "utf-8")
    for file in (project.content / "initiatives").glob("*.yml"):
        text = re.sub(r'  - role: "sponsor"\n(?:    .*\n)+', "", file.read_text("utf-8"))
        file.write_text(text, "utf-8")

    starting.start_initiative(project, replace(WALL, owner="harbour-office"), None)
    words = (project.content / "initiatives/sea-wall.yml").read_text("utf-8")
    assert 'holder: "harbour-office"' in words
    assert "sponsor" not in words
    asked = replace(WALL, id="sea-wall-2", sponsor="harbour-director")
    with pytest.raises(GeneratorError, match="not asked"):
        starting.start_initiative(project, asked, None)


def test_a_new_initiative_says_only_what_was_given(project):
    """What was given is kept to the letter, and nothing is made up beside it."""
    given = {"proposed": "2024-01", "owner": "desk-manager", "why": "Council asked for it."}
    made = starting.start_initiative(project, replace(WALL, **given), None)
    words = made.files["content/initiatives/sea-wall.yml"].decode()
    for line in ('on: "2024-01"', 'how: "proposed"', 'why: "Council asked for it."'):
        assert line in words
    assert (words.count('holder: "desk-manager"'), words.count('holder: "not_named"')) == (1, 1)


@pytest.mark.parametrize(
    ("some_id", "words", "example"),
    [
        ("index", "first page of a folder", "index-a-wall-against-the-sea"),
        ("con", "a device to Windows", "con-a-wall-against-the-sea"),
        ("Łódź", "lowercase letters", "lodz"),
        ("Sea Wall", "lowercase letters", "sea-wall"),
        ("☂", "lowercase letters", "a-wall-against-the-sea"),
        ("x" * 200, "at most 80", "x" * 60),
    ],
)
def test_an_id_that_cannot_be_is_refused_with_one_that_can(project, some_id, words, example):
    """Whoever begins an initiative learns why, and gets an id that is free to use."""
    with pytest.raises(GeneratorError, match=words) as refused:
        starting.start_initiative(project, replace(WALL, id=some_id), None)
    assert refused.value.next_step == f'For example "{example}".'


def test_an_unknown_area_is_told_with_those_there_are(project):
    """A near name is asked for; where there is no area yet, it is said how to begin one."""
    with pytest.raises(GeneratorError) as refused:
        starting.start_initiative(project, replace(WALL, area="harbor"), None)
    said = 'Did you mean "harbour"? The content has harbour and town-hall.'
    assert refused.value.next_step == said
    bare = load_report(project).report.model_copy(update={"areas": ()})
    with pytest.raises(GeneratorError) as refused:
        new_initiative(project, bare, WALL, date(2024, 2, 10))
    assert "annual-report new area harbour" in refused.value.next_step


def test_a_new_update_is_valid_and_in_normal_form(project):
    """Author and phase come from the Owner and the update before; the rest was given."""
    made = starting.start_update(project, replace(NEWS, as_of="2024-02-08"), "2024-02-09")
    assert made.made, made.errors
    assert not format_content(project).changed
    words = (project.content / "updates/mid-2024/one-form.md").read_text("utf-8")
    for line in ('author: "desk-manager"', 'recorded: "2024-02-09"', 'as_of: "2024-02-08"'):
        assert line in words
    assert words.endswith("---\nIt goes.\n")


def test_nothing_is_overwritten(project):
    """A second update for one milestone, or a second initiative, leaves the first as it is."""
    starting.start_initiative(project, WALL, None)
    starting.start_update(project, NEWS, None)
    before = bytes_of(project)
    with pytest.raises(GeneratorError, match=r"one-form\.md already exists"):
        starting.start_update(project, NEWS, None)
    with pytest.raises(GeneratorError, match=r"sea-wall\.yml already exists"):
        starting.start_initiative(project, WALL, None)
    assert bytes_of(project) == before


@pytest.mark.parametrize(
    "asked",
    [
        NewUpdate("one-form", "../../x", "on_track", "reported"),
        NewUpdate("one-form", "index", "on_track", "reported"),
        NewUpdate("one-form", "x" * 300, "on_track", "reported"),
        NewUpdate("one-form", "mid-2024", "on_track", "reported", as_of="soon"),
        NewUpdate("one-form", "mid-2031", "on_track", "reported"),
        NewUpdate("one-form", "2024-02-30", "on_track", "reported"),
        NewUpdate("one-form", "mid-2024", "on_track", "reported", sources=("nowhere",)),
        NewUpdate("one-form", "mid-2024", "on_track", "reported", author="nobody"),
        NewUpdate("tide-gauge", "mid-2024", "on_track", "reported"),
        NewInitiative("sea-wall", "T", "harbour"),
        NewInitiative("sea-wall", "T", "harbour", ("first-report",), owner="nobody"),
        NewUpdate("nobody", "mid-2024", "on_track", "reported"),
        NewInitiative("../x", "T", "harbour", ("first-report",)),
        NewInitiative("sea-wall", "T", "moon", ("first-report",)),
    ],
)
def test_what_does_not_fit_is_refused(project, asked):
    """Wrong words, dates, ids and paths are refused before anything is written."""
    before = bytes_of(project)
    start = starting.start_update if isinstance(asked, NewUpdate) else starting.start_initiative
    with pytest.raises(GeneratorError):
        start(project, asked, None)
    assert bytes_of(project) == before


@pytest.mark.parametrize(
    "asked",
    [
        NewUpdate("one-form", "mid-2024", "going well", "reported"),
        NewUpdate("one-form", "mid-2024", "at_risk", "reported"),
        NewUpdate("one-form", "mid-2024", "completed", "reported"),
        NewUpdate("one-form", "mid-2024", "on_track", "reported", confidence="green"),
    ],
)
def test_what_the_rules_refuse_is_not_written(project, asked):
    """A word that is none, no reason, no day, nobody's forecast: told with place, not written."""
    before = bytes_of(project)
    made = starting.start_update(project, asked, None)
    assert {i.location.path for i in made.errors} >= {
        f"content/updates/{asked.milestone}/one-form.md"
    }
    assert bytes_of(project) == before


def test_an_update_is_for_the_milestone_that_is_due_now(project):
    """Where no milestone is given; where none is due, the milestones there are are named."""
    made = starting.start_update(project, NewUpdate("one-form", "", "on_track"), None)
    assert [*made.files] == ["content/updates/mid-2024/one-form.md"]
    report = load_report(project).report
    between = report.about.model_copy(update={"as_of": date(2023, 1, 10)})
    earlier = report.model_copy(update={"about": between})
    with pytest.raises(GeneratorError, match="No milestone is due") as refused:
        new_update(project, earlier, NewUpdate("one-form", "", "on_track"), date(2023, 1, 10))
    assert "mid-2022" in refused.value.next_step


def test_an_update_is_by_the_owner_of_its_time(project):
    """Who took over later does not report what was so before."""
    edit.assign(
        *(project, "one-form", {RoleKind.OWNER: "water-manager"}),
        *(("2024-02-05", None), ["harbour-news"]),
    )
    authors = {
        day: starting.start_update(project, NewUpdate("one-form", day, "on_track", as_of=day), None)
        .files[f"content/updates/{day}/one-form.md"]
        .decode()
        for day in ("2024-01-10", "2024-02-06")
    }
    assert 'author: "desk-manager"' in authors["2024-01-10"]
    assert 'author: "water-manager"' in authors["2024-02-06"]


def test_an_update_may_say_how_confident_somebody_is_and_what_is_needed(project):
    """All that trouble asks for can be given at once."""
    asked = replace(
        NEWS,
        status="off_track",
        reason="There is no money.",
        confidence="red",
        confidence_by="The Owner",
        confidence_reason="There is no money.",
        ask_of="Town Council",
        ask_what="Decide on the money.",
        ask_by="2024-05",
    )
    made = starting.start_update(project, asked, None)
    assert made.made, made.errors
    words = made.files["content/updates/mid-2024/one-form.md"].decode()
    assert 'ask:\n  of: "Town Council"\n  what: "Decide on the money."\n  by: "2024-05"' in words


def test_what_is_of_a_later_day_is_entered_on_that_day(project):
    """Nobody has to give a day of entry; that it is not shown yet is said."""
    made = starting.start_update(project, replace(NEWS, as_of="2024-03-01"), None)
    assert 'recorded: "2024-03-01"' in made.files["content/updates/mid-2024/one-form.md"].decode()
    assert "not yet shown" in made.told


def test_a_slip_is_told_and_prevents_nothing(project):
    """An update may be late or of another time: whoever posts it is asked."""
    made = starting.start_update(project, replace(NEWS, as_of="2023-02-09"), None)
    assert made.made
    assert [warning.code for warning in made.warnings] == ["R510"]


def test_a_memo_becomes_a_source_once(project):
    """A decision that is not listed yet is listed with what rests on it, and found again."""
    memo = Memo("Memo on the sea wall", "Town Clerk, file 2024-7")
    made = starting.start_initiative(project, replace(WALL, sources=()), None, [memo])
    assert made.made, made.errors
    assert sorted(made.files) == ["content/initiatives/sea-wall.yml", "content/sources.yml"]
    again = replace(WALL, id="sea-wall-2", title="Another", sources=())
    assert [*starting.start_initiative(project, again, None, [memo]).files] == [
        "content/initiatives/sea-wall-2.yml"
    ]
    listed = [s for s in load_report(project).report.sources if s.title == memo.title]
    assert [(s.holder, str(s.published)) for s in listed] == [(memo.held_by, "2024-02-10")]


def test_a_new_area_is_valid_and_the_last(project):
    """Three words make a file that passes the check; an area that is there stays as it is."""
    before = bytes_of(project)
    asked = NewArea("marsh", "Life in the marsh", "Marsh", ("first-report",))
    assert starting.start_area(project, asked).errors == ()
    added = bytes_of(project).keys() - before.keys()
    assert added == {"areas/marsh.yml"}
    report = load_report(project).report
    assert max(report.areas, key=lambda area: area.order or 0).id == "marsh"
    with pytest.raises(GeneratorError, match="already exists"):
        starting.start_area(project, asked)
