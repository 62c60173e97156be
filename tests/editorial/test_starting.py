"""New records: valid and in the normal form from the first line, and never over another."""

import shutil
from dataclasses import replace

import pytest
from larkhaven import SAMPLE

from generator import cycle
from generator.editorial.starting import NewInitiative, NewUpdate
from generator.errors import GeneratorError
from generator.issues import errors_in
from generator.load.formatting import format_content
from generator.output import files_under
from generator.pipeline import Clockwork, check
from generator.settings import Settings

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
    made = cycle.start_initiative(project, WALL, None)
    assert list(made.files) == ["content/initiatives/sea-wall.yml"]
    assert "New on the record" in made.told
    assert errors_in(check(project, Clockwork()).issues) == []
    assert not format_content(project).changed
    words = (project.content / "initiatives/sea-wall.yml").read_text("utf-8")
    assert words.count('holder: "unassigned"') == 2
    assert 'recorded: "2024-02-10"' in words


def test_a_new_update_is_valid_and_in_normal_form(project):
    """Author and phase come from the Owner and the update before; the rest was given."""
    made = cycle.start_update(project, replace(NEWS, as_of="2024-02-08"), "2024-02-09")
    assert made.made, made.errors
    assert not format_content(project).changed
    words = (project.content / "updates/mid-2024/one-form.md").read_text("utf-8")
    for line in ('author: "desk-manager"', 'recorded: "2024-02-09"', 'as_of: "2024-02-08"'):
        assert line in words
    assert words.endswith("---\nIt goes.\n")


def test_nothing_is_overwritten(project):
    """A second update for one milestone, or a second initiative, leaves the first as it is."""
    cycle.start_initiative(project, WALL, None)
    cycle.start_update(project, NEWS, None)
    before = bytes_of(project)
    with pytest.raises(GeneratorError, match=r"one-form\.md is there already"):
        cycle.start_update(project, NEWS, None)
    with pytest.raises(GeneratorError, match=r"sea-wall\.yml is there already"):
        cycle.start_initiative(project, WALL, None)
    assert bytes_of(project) == before


@pytest.mark.parametrize(
    "asked",
    [
        NewUpdate("one-form", "mid-2024", "going well", "reported"),
        NewUpdate("one-form", "../../x", "on_track", "reported"),
        NewUpdate("one-form", "mid-2024", "on_track", "reported", as_of="soon"),
        NewUpdate("nobody", "mid-2024", "on_track", "reported"),
        NewInitiative("../x", "T", "harbour", "S", ("first-report",)),
        NewInitiative("sea-wall", "T", "moon", "S", ("first-report",)),
    ],
)
def test_what_does_not_fit_is_refused(project, asked):
    """Wrong words, dates, ids and paths are refused before anything is written."""
    before = bytes_of(project)
    start = cycle.start_update if isinstance(asked, NewUpdate) else cycle.start_initiative
    with pytest.raises(GeneratorError):
        start(project, asked, None)
    assert bytes_of(project) == before


@pytest.mark.parametrize(
    "asked",
    [
        NewUpdate("one-form", "mid-2031", "on_track", "reported"),
        NewUpdate("one-form", "mid-2024", "at_risk", "reported"),
        NewUpdate("one-form", "mid-2024", "on_track", "reported", sources=("nowhere",)),
    ],
)
def test_what_the_rules_refuse_is_not_written(project, asked):
    """A milestone that is not there, no reason, an unknown source: told with place, not written."""
    before = bytes_of(project)
    made = cycle.start_update(project, asked, None)
    assert {i.location.path for i in made.errors} >= {
        f"content/updates/{asked.milestone}/one-form.md"
    }
    assert bytes_of(project) == before
