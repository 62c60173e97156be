"""The issues of the repository at GitHub, through its own command `gh`."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.editorial.host.reminders import (
    LABEL,
    CloseIssue,
    CommentOnIssue,
    OpenIssue,
    ReminderIssue,
    Step,
)

_MOST = "1000"


def is_there() -> bool:
    """Return whether `gh` is installed."""
    return shutil.which("gh") is not None


def open_reminders(folder: Path) -> list[ReminderIssue]:
    """Return the open issues with the reminders' label.

    Raises GeneratorError if `gh` is missing, is not logged in or fails.
    """
    words = ["issue", "list", "--label", LABEL, "--state", "open", "--limit", _MOST]
    said = _gh(folder, [*words, "--json", "number,body,comments"])
    try:
        return [
            ReminderIssue(
                int(row["number"]),
                str(row["body"]),
                tuple(str(comment["body"]) for comment in row["comments"]),
            )
            for row in json.loads(said)
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise GeneratorError(
            "gh returned something other than a list of issues.", "Update gh and try again."
        ) from error


def carry_out(folder: Path, steps: Sequence[Step]) -> None:
    """Do what a plan says.

    Raises GeneratorError at the first that fails; the next run takes up what was left.
    """
    if any(isinstance(step, OpenIssue) for step in steps):
        _gh(folder, ["label", "create", LABEL, "--force", "--description", "An update is due"])
    for step in steps:
        match step:
            case OpenIssue():
                words = ["issue", "create", "--title", step.title, "--label", LABEL]
            case CommentOnIssue() | CloseIssue():
                words = ["issue", "comment", str(step.number)]
        _gh(folder, [*words, "--body-file", "-"], step.body)
        if isinstance(step, CloseIssue):
            _gh(folder, ["issue", "close", str(step.number)])


def _gh(folder: Path, words: Sequence[str], given: str = "") -> str:
    program = shutil.which("gh")
    if program is None:
        raise GeneratorError(
            "The program gh, which opens and closes issues on GitHub, is not installed.",
            "Install it and log in, or leave out --apply to see only what would be done.",
        )
    ended = subprocess.run(  # noqa: S603 - a fixed list of words; texts go in by the standard input
        [program, *words],
        cwd=folder,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode:
        said = ended.stderr.strip().splitlines()
        raise GeneratorError(
            f"gh {' '.join(words[:2])} failed{f' ({said[0]})' if said else ''}.",
            "Log in with gh auth login, and check that issues are turned on.",
        )
    return ended.stdout
