"""A repository of the sample town with a remote one, in which the guide's commands are run."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from larkhaven import SAMPLE

from generator.commands import host
from generator.commands.check import check
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Town:
    """A project of the sample town in a git repository, with `annual-report` on the path."""

    settings: Settings
    remote: Path
    environment: dict[str, str]

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.settings.root

    def sh(self, line: str) -> str:
        """Run a line of the guide as it is; return what it prints."""
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=self.root,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (line, done.stdout, done.stderr)
        return done.stdout

    def write(self, path: str, text: str) -> None:
        """Write a file of the project."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")

    def read(self, path: str) -> str:
        """Return the text of a file of the project."""
        return (self.root / path).read_text("utf-8")

    def faults(self) -> list[str]:
        """Return every error of the content as it is."""
        return [str(issue) for issue in errors_in(check(self.settings, Timings()).issues)]

    def handed_in(self, branch: str) -> dict[str, str]:
        """Return the files that a branch of the remote repository adds or changes, with texts."""
        self.sh("git fetch --quiet origin")
        names = self.sh(f"git diff --name-only main origin/{branch}").split()
        return {name: self.sh(f"git show origin/{branch}:{name}") for name in names}


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """Return the sample town, committed and pushed."""
    root, remote, tools = tmp_path / "report", tmp_path / "remote.git", tmp_path / "tools"
    shutil.copytree(SAMPLE.content, root / "content")
    shutil.copytree(ROOT / ".ci", root / ".ci")
    (root / ".gitignore").write_text("*.xlsx\n", "utf-8")
    tools.mkdir()
    program = tools / "annual-report"
    program.write_text(f'#!/bin/bash\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
    program.chmod(0o755)
    who = {
        f"GIT_{who}_{what}": "editor@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    environment = {
        **os.environ,
        **who,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
    }
    town = Town(Settings(root), remote, environment)
    host.issue_forms(town.settings, write=True)
    for line in (
        f"git init --quiet --bare {remote}",
        "git init --quiet --initial-branch=main",
        "git add . && git commit --quiet --message Begin",
        f"git remote add origin {remote} && git push --quiet origin main",
    ):
        town.sh(line)
    return town
