"""The command that asks every address: what it tells, what it writes, what it never loses."""

import shutil
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from larkhaven import SAMPLE

from generator.cli.main import main
from generator.commands import links as module
from generator.commands.links import links
from generator.core.errors import GeneratorError
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.editorial.links.asking import Answer, Limits, Verdict
from generator.load.report import load_report

LOST = "https://larkhaven.example/minutes"


@pytest.fixture
def project(tmp_path: Path) -> Settings:
    """A copy of the sample."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    return Settings(tmp_path)


@pytest.fixture(autouse=True)
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """The web as the tests have it: every page is there but for those that are named."""
    said: dict[str, Answer] = {}

    def ask(address: str, agent: str, limits: Limits) -> Answer:
        assert urlsplit(address).scheme in ("http", "https")
        assert "InnovationsAnnualReport" in agent
        assert not limits.own_network
        return said.get(address, Answer(Verdict.ANSWERED, "200 OK"))

    monkeypatch.setattr(module, "ask", ask)
    monkeypatch.setattr(module, "time", SimpleNamespace(sleep=lambda _: None))
    return said


def files(settings: Settings) -> dict[str, bytes]:
    """Return every file of the content."""
    there = settings.content.rglob("*")
    return {str(path): path.read_bytes() for path in there if path.is_file()}


def asked(settings: Settings, on: str | None = None) -> module.LinkReport:
    """Run the command."""
    return links(settings, on)


def test_every_address_of_fields_and_prose_is_asked(project: Settings) -> None:
    """Sources, copies, contact, originals, and links in texts; none for mail."""
    page = project.content / "pages"
    first = next(page.glob("*.md"))
    first.write_text(first.read_text() + "\nSee [more](https://elsewhere.example/more).\n")

    told = asked(project).lines[-1]
    written = asked(project, "2024-02-09").proposed

    assert written
    assert written.made
    answered = (project.content / "links.yml").read_text()
    assert "https://elsewhere.example/more" in answered
    assert "https://archive.example/20210601/https://larkhaven.example/survey" in answered
    assert told.endswith(" answered, 0 gone, 0 could not be checked.")


def test_without_a_day_nothing_is_written(project: Settings, web: dict[str, Answer]) -> None:
    """What is gone is told with its place, and the content stays as it is."""
    web[LOST] = Answer(Verdict.GONE, "404 Not Found")
    before = files(project)

    (issue,) = errors_in(asked(project).issues)

    assert issue.location.path == "content/sources.yml"
    assert issue.location.line > 1
    assert LOST in issue.found
    assert files(project) == before


def test_what_was_found_is_written_in_the_normal_form(
    project: Settings, web: dict[str, Answer]
) -> None:
    """One file changes, and it is read as what was found; a second check changes only its day."""
    web[LOST] = Answer(Verdict.GONE, "404 Not Found")
    before = files(project)
    asked(project, "2024-02-09")
    first = (project.content / "links.yml").read_text()

    asked(project, "2024-02-10")

    after = files(project)
    assert {path for path in after if after[path] != before[path]} == {
        str(project.content / "links.yml")
    }
    report = load_report(project).report
    assert report
    assert [(one.address, str(one.on)) for one in report.links.gone] == [(LOST, "2024-02-09")]
    assert (project.content / "links.yml").read_text() == first.replace(
        'checked: "2024-02-09"', 'checked: "2024-02-10"'
    )


def test_comments_are_never_lost(project: Settings) -> None:
    """A file with a comment is left as it is, and the message says what to do."""
    path = project.content / "links.yml"
    path.write_text("# by hand\n" + path.read_text())
    before = files(project)

    with pytest.raises(GeneratorError, match="has comments"):
        asked(project, "2024-02-09")

    assert files(project) == before


def test_where_nothing_answers_nothing_is_known(
    project: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer without a network finds no page gone."""
    lost = Answer(Verdict.GONE, "no site of that name")
    monkeypatch.setattr(module, "ask", lambda *_, **__: lost)
    before = files(project)

    with pytest.raises(GeneratorError, match="None of"):
        asked(project, "2024-02-09")

    assert files(project) == before


def test_a_day_before_the_last_check_is_refused(project: Settings) -> None:
    """The record of a check does not go back in time."""
    with pytest.raises(GeneratorError, match="The last check"):
        asked(project, "2024-01-01")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 1, "L001"),
        (["--write"], 2, "Write both: --write --on DAY."),
        (["--on", "2024-02-09"], 2, "Write both: --write --on DAY."),
        (["--write", "--on", "today"], 2, "not a full day"),
        (["--write", "--on", "2024-02-09"], 1, "Written: content/links.yml"),
    ],
)
def test_exit_codes_are_those_of_other_commands(
    project: Settings,
    web: dict[str, Answer],
    words: list[str],
    code: int,
    said: str,
) -> None:
    """1 for addresses that are gone, 2 for wrong use."""
    web[LOST] = Answer(Verdict.GONE, "404 Not Found")

    ended = CliRunner().invoke(main, ["--project", str(project.root), "links", *words])

    assert ended.exit_code == code, ended.output
    assert said in ended.output
