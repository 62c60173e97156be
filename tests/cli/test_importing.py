"""The command line of the import: what it prints, and how it ends."""

import pytest
from click.testing import CliRunner
from offices import make_office

from generator.cli.main import main

MAPPING = """
source: {id: cip, title: Program, holder: City Clerk}
row_key: No
scheme: Project number
always: {area: Works}
columns: {Name: title}
"""


@pytest.fixture
def run(tmp_path):
    """Return a hand that runs the command on an export beside a mapping."""
    office = make_office(tmp_path / "office")
    office.put("map.yml", MAPPING)

    def command(rows, *options, mapping="map.yml"):
        file = office.put("a.csv", rows)
        named = ["--map", str(office.folder / mapping)] if mapping else []
        words = ["--project", str(office.folder), "import", str(file), *named, *options]
        return CliRunner().invoke(main, words)

    return command


def test_a_preview_says_what_would_change_and_writes_nothing(run):
    """Counts, sentences, files, and that nothing was written."""
    ended = run("No,Name\n1,One\n", "--as-of", "2026-03-31")
    assert ended.exit_code == 0, ended.output
    for words in ("a.csv: 1 row", "1 new", "One: First seen", "Would be written", "--apply"):
        assert words in ended.output


def test_faults_end_with_one(run):
    """Each at its cell, and what came of the run."""
    ended = run("No,Name,Odd\n1,One,x\n", "--as-of", "2026-03-31")
    assert ended.exit_code == 1
    assert "a.csv:1:3: error I002" in ended.output
    assert "Nothing was written." in ended.output


@pytest.mark.parametrize(
    ("options", "mapping", "words"),
    [
        ((), "map.yml", "--as-of YEAR-MONTH-DAY"),
        (("--as-of", "2026-03-31"), "", "--guess writes a first one"),
        (("--as-of", "March"), "map.yml", "not a full day"),
        (("--as-of", "2026-03-31"), "none.yml", "none.yml"),
        (("--as-of", "2026-03-31", "--apply"), "map.yml", "add --force"),
    ],
)
def test_wrong_use_ends_with_two(run, options, mapping, words):
    """The message says what to add."""
    ended = run("No,Name\n1,One\n", *options, mapping=mapping)
    assert (ended.exit_code, words in ended.output) == (2, True), ended.output


def test_applied_it_says_how_to_undo(run, tmp_path):
    """One command for all that was written, but where git did not have what was there."""
    words = ("No,Name\n1,One\n", "--as-of", "2026-03-31", "--apply")
    assert "put your copy of content/ back" in run(*words, "--force").output
    office = make_office(tmp_path / "office")
    for git in (["init", "-q"], ["add", "content"], ["commit", "-qm", "Begin"]):
        office.git(*git)
    ended = run(*words)
    assert ended.exit_code == 0, ended.output
    assert "git restore content && git clean -fd content" in ended.output


def test_a_guess_is_printed_or_written_once(run, tmp_path):
    """A mapping that somebody has is never overwritten."""
    assert "columns:" in run("No,Name\n1,One\n", "--guess", mapping="").output
    ended = run("No,Name\n1,One\n", "--guess", mapping="new.yml")
    assert (ended.exit_code, (tmp_path / "office" / "new.yml").is_file()) == (0, True)
    assert run("No,Name\n1,One\n", "--guess", mapping="new.yml").exit_code == 2


def test_mappings_that_come_along_are_listed(run):
    """Each with the place from which it can be copied."""
    assert "decidim-results: Results" in run("x", "--maps", mapping="").output
