"""The cycle's commands as a whole: words, exit codes, and all or nothing on the disk."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from larkhaven import SAMPLE

from generator.cli.main import main
from generator.commands import starting
from generator.core.settings import Settings
from generator.editorial.starting.scaffold import NewUpdate
from generator.storage.sync import files_under


@pytest.fixture
def project(tmp_path):
    """Return a project of the sample town as it is."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return Settings(tmp_path)


def run(project, *words):
    """Run a command of the program in the project."""
    return CliRunner().invoke(main, ["--project", str(project.root), *words])


def bytes_of(project):
    """Return every file of the content with its bytes."""
    return {p: (project.content / p).read_bytes() for p in files_under(project.content)}


def test_due_is_told(project):
    """`due` prints who is asked and exits with 0; a wrong date is wrong use."""
    told = run(project, "due", "--milestone", "mid-2024")
    assert (told.exit_code, "Front Desk Manager, Owner" in told.output) == (0, True)
    wrong = run(project, "due", "--as-of", "soon")
    assert wrong.exit_code == 2
    assert "Traceback" not in wrong.output


@pytest.mark.parametrize(
    "words",
    [
        ("diff", "2021", "2030"),
        ("show", "tide-gauge", "--as-of", "2030"),
        ("due", "--as-of", "2030"),
    ],
)
def test_a_date_after_the_report_s_own_says_where_the_record_ends(project, words):
    """What is asked of a time to come is answered from what is known, and that is said."""
    note = "The record ends on February 10, 2024: what happened from then to December 31, 2030"
    assert note in run(project, *words).output
    assert "what happened from then" not in run(project, *words[:-1], "2023").output


def test_new_and_assign_tell_what_they_wrote(project):
    """A new update and another Owner print the sentences of diff and the files."""
    words = ["new", "update", "one-form", "--milestone", "mid-2024", "--status", "on_track"]
    first = run(project, *words)
    assert first.exit_code == 0, first.output
    assert "Written: content/updates/mid-2024/one-form.md" in first.output
    again = run(project, *words)
    assert (again.exit_code, "already exists" in again.output) == (2, True)
    late = [*words[:2], "night-ferry", *words[3:-1], "at_risk"]
    faulty = run(project, *late)
    assert (faulty.exit_code, "without a reason" in faulty.output) == (1, True)
    post = ["--sponsor", "harbour-director", "--on", "2024-02-01", "--source", "harbour-news"]
    given = run(project, "assign", "one-form", *post)
    assert given.exit_code == 0, given.output
    assert "Sponsor: Harbour Director, since 1 February 2024" in given.output
    assert run(project, "assign", "one-form", "--on", "2024").exit_code == 2
    wall = [
        "--title",
        "Wall",
        "--area",
        "harbour",
        "--summary",
        "Build.",
        "--source",
        "harbour-news",
    ]
    begun = run(project, "new", "initiative", "sea-wall", *wall)
    assert "Written: content/initiatives/sea-wall.yml" in begun.output, begun.output


@pytest.mark.slow
def test_the_workbook_by_commands(project, tmp_path):
    """Export refuses to write over a workbook, import shows first and says how to write."""
    place = str(tmp_path / "town.xlsx")
    assert run(project, "sheet", "export", place).exit_code == 0
    assert run(project, "sheet", "export", place).exit_code == 2
    assert run(project, "sheet", "export", place, "--replace").exit_code == 0
    assert "Nothing changes." in run(project, "sheet", "import", place).output
    starting.start_update(project, NewUpdate("one-form", "mid-2024", "on_track", "reported"), None)
    assert "Nothing changes." in run(project, "sheet", "import", place).output
    assert run(project, "sheet", "import", str(Path(place).with_suffix(".csv"))).exit_code == 2


def test_remind_says_that_nothing_was_done(project, monkeypatch):
    """Without --apply a plan is only a plan."""
    monkeypatch.setenv("PATH", str(project.root))
    told = run(project, "remind")
    assert told.exit_code == 0
    assert told.output.rstrip().endswith("Nothing was done; use --apply to do it.")
