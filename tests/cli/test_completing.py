"""Completion: scripts for shells, and the ids that a report has."""

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner
from larkhaven import SAMPLE, larkhaven

from generator.cli.main import main

PROJECT = ["--project", str(SAMPLE.root)]


def offered(*words):
    """Return what a shell would offer for the last word."""
    shell = ShellComplete(main, {}, "annual-report", "_ANNUAL_REPORT_COMPLETE")
    *before, begun = words
    return [one.value for one in shell.get_completions([*PROJECT, *before], begun)]


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (("sho",), ["show"]),
        (("show", "one"), ["one-form"]),
        (("due", "--milestone", "mid-"), ["mid-2022", "mid-2024"]),
        (("assign", "one-form", "--owner", "desk-m"), ["desk-manager"]),
        (("pdf", "department", "--for", "front"), ["front-desk"]),
        (("pdf", "sheet", "--for", "night"), ["night-ferry"]),
        (("pdf", "brief", "--for", ""), []),
    ],
)
def test_commands_and_ids_are_offered(words, choices):
    """What begins like the word and can stand there."""
    assert offered(*words) == choices


def test_without_a_report_nothing_is_offered(tmp_path):
    """A shell is never shown a fault."""
    shell = ShellComplete(main, {}, "annual-report", "_ANNUAL_REPORT_COMPLETE")
    assert shell.get_completions(["--project", str(tmp_path), "show"], "") == []


@pytest.mark.parametrize(
    ("shell", "says"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --")]
)
def test_a_script_for_each_shell(shell, says):
    """It is printed, to be kept where the shell looks for it."""
    done = CliRunner().invoke(main, ["completion", shell])
    assert done.exit_code == 0
    assert says in done.output
    assert "_ANNUAL_REPORT_COMPLETE" in done.output


def test_what_a_document_may_be_about_is_listed():
    """Without --for, each that there is, with its name; a title is understood."""
    listed = CliRunner().invoke(main, [*PROJECT, "pdf", "sheet"])
    assert listed.exit_code == 2
    for initiative in larkhaven().initiatives[:2]:
        assert initiative.id in listed.output
    guessed = CliRunner().invoke(main, [*PROJECT, "pdf", "department", "--for", "Front desk"])
    assert 'Did you mean "front-desk"?' in guessed.output
