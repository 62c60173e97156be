"""Init writes a small repository that keeps every rule, or says all that it has to know."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from larkhaven import SAMPLE

from generator.cli.main import main
from generator.editorial.adopting.managed_files import Host
from generator.editorial.starting.answers import QUESTIONS
from generator.storage.sync import files_under

KNOWN = ("--name", "Springfield", "--as-of", "2026-11-30", "--fiscal-year-start", "07-01")
CONTACT = ("--contact", "mailto:editors@springfield.example")
MOST_LINES = {"mkdocs.yml": 15, ".gitlab-ci.yml": 30}
CONTENT = {f"content/{name}.yml" for name in ("organization", "report", "sources")}
EVERY = {".annual-report.json", ".gitignore", "README.md", "mkdocs.yml", "requirements.txt"}


def run(*words: object, given: str | None = None) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [*map(str, words)], input=given)


@pytest.mark.parametrize("host", Host)
def test_what_is_begun_has_no_fault_and_is_in_normal_form(tmp_path: Path, host: Host) -> None:
    """Nothing is left to fix, nothing has to be upgraded, and there is little of it."""
    folder = tmp_path / "report"
    told = run("init", folder, *KNOWN, *CONTACT, "--host", host)

    assert told.exit_code == 0, told.output
    assert run("--project", folder, "check", "--strict").output == "0 errors, 0 warnings.\n"
    assert run("--project", folder, "fmt", "--check").exit_code == 0
    assert "Everything is as" in run("--project", folder, "upgrade").output
    files = set(files_under(folder))
    assert {path for path in files if not path.startswith((".git", ".gitlab"))} == (
        CONTENT | EVERY - {".gitignore"}
    )
    for path in files:
        most = 26 if path.startswith(".github/workflows") else MOST_LINES.get(path, 999)
        assert len((folder / path).read_text("utf-8").splitlines()) <= most, path


def test_without_a_contact_the_check_asks_for_one(tmp_path: Path) -> None:
    """Nobody is invented to whom readers could write, and nobody forgets it."""
    folder = tmp_path / "report"
    assert run("init", folder, *KNOWN).exit_code == 0

    told = run("--project", folder, "check").output
    assert "warning R130" in told
    assert "0 errors, 1 warning." in told
    refused = run("init", tmp_path / "other", *KNOWN, "--contact", "editors@springfield.example")
    assert "mailto:" in refused.output


def test_what_is_not_said_and_cannot_be_assumed_is_asked_for_all_at_once(tmp_path: Path) -> None:
    """Without a terminal nothing is invented; each line is one to be copied."""
    told = run("init", tmp_path / "report", "--paper", "a5", "--term", "owner=boss")

    assert told.exit_code == 2
    for option in ("--name", "--as-of", "--fiscal-year-start"):
        assert re.search(
            rf"^  {option} is missing\. .* For example {option} ", told.output, re.MULTILINE
        )
    assert "--paper a5: Expected" in told.output
    assert '"Owner, Owners, an Owner"' in told.output
    assert not (tmp_path / "report").exists()


def test_answers_become_content(tmp_path: Path) -> None:
    """What is said of paper, roles, terms, cycles, and languages is in report.yml."""
    folder = tmp_path / "report"
    said = (
        "--paper",
        "a4",
        "--currency",
        "GBP",
        "--owner",
        "unit",
        "--sponsor",
        "none",
        "--cycle-years",
        "2",
    )
    terms = ("--term", "initiative=project, projects, a project", "--languages", "en-GB")
    assert run("init", folder, *KNOWN, *said, *terms).exit_code == 0

    text = (folder / "content" / "report.yml").read_text("utf-8")
    assert 'currency: "GBP"' in text
    for line in ('paper: "a4"', "cycle_years: 2", 'other: "projects"', '- "en-GB"', "asked: false"):
        assert line in text
    assert "0 errors" in run("--project", folder, "check").output


def test_in_a_terminal_it_asks(tmp_path: Path) -> None:
    """Each question has what is usual; an answer that cannot be one is asked for again."""
    folder = tmp_path / "report"
    answers = {"name": "Springfield", "as_of": "soon\n2026-11-30", "fiscal_year_start": "07-01"}
    typed = "".join(f"{answers.get(question.name, '')}\n" for question in QUESTIONS)
    terms = "initiative=project\ninitiative=project, projects, a project\n\n"
    told = run("init", folder, "--ask", given=typed + terms)

    assert told.exit_code == 0, told.output
    assert "What is the organization called?" in told.output
    assert told.output.count("Of which day does the report speak?") == 2
    assert "expected the forms one, other, and indefinite" in told.output
    assert 'other: "projects"' in (folder / "content" / "report.yml").read_text("utf-8")
    assert 'city: "Springfield"' in (folder / "content" / "report.yml").read_text("utf-8")


def test_a_folder_in_use_is_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is lost: a folder with anything in it is refused, an empty repository is not."""
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    told = run("init", tmp_path, *KNOWN)
    assert told.exit_code == 2
    assert "is not empty" in told.output
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]

    (tmp_path / "cloned" / ".git").mkdir(parents=True)
    assert run("init", tmp_path / "cloned", *KNOWN).exit_code == 0


def test_the_sample_is_the_one_that_uses_every_field(tmp_path: Path) -> None:
    """`--sample` writes the made-up town, byte for byte, beside what every report has."""
    assert run("init", tmp_path / "report", "--sample").exit_code == 0

    written = tmp_path / "report" / "content"
    assert {path: (written / path).read_bytes() for path in files_under(written)} == {
        path: (SAMPLE.content / path).read_bytes() for path in files_under(SAMPLE.content)
    }
    assert (
        set(files_under(tmp_path / "report")) - {f"content/{path}" for path in files_under(written)}
        == EVERY
    )
