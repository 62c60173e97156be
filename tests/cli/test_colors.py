"""Colors and progress: for people at a terminal, and for nobody else."""

import shutil

import click
import pytest
from click.testing import CliRunner
from larkhaven import SAMPLE

from generator.cli import progress
from generator.cli.main import main


@pytest.fixture
def faulty(tmp_path):
    """Return a project with an error in it."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    (tmp_path / "content" / "cycles.yml").write_text("cycles: []\n", "utf-8")
    return str(tmp_path)


def check(project, **how):
    """Return what a check prints."""
    return CliRunner().invoke(main, ["--project", project, "check"], **how).output


def test_a_terminal_gets_colors(faulty):
    """Place, severity and next step are told apart; the words are the same."""
    colored = check(faulty, color=True)
    assert "\033[31m" in colored
    assert click.unstyle(colored) == check(faulty)


def test_who_wants_no_colors_gets_none(faulty):
    """NO_COLOR is respected, and a pipe never gets any."""
    assert "\033" not in check(faulty, color=True, env={"NO_COLOR": "1"})
    assert "\033" not in check(faulty)


def test_stages_are_shown_to_whoever_watches(monkeypatch, capsys):
    """One line on the standard error, written over, and gone in the end."""
    monkeypatch.setattr(progress.sys.stderr, "isatty", lambda: True, raising=False)
    timings = progress.stage_timings()
    with timings.stage("print"):
        pass
    progress.say_timings(timings)
    said = capsys.readouterr()
    assert said.out == ""
    assert "Printing documents ..." in said.err
    assert "\n" not in said.err


def test_a_log_gets_no_progress(capsys):
    """Nothing is announced where nobody watches, unless a log asks for lines."""
    timings = progress.stage_timings()
    with timings.stage("print"):
        pass
    progress.say_timings(timings)
    assert capsys.readouterr().err == ""
