"""The steps of an adopter's workflows, run as they are, with a `gh` that only listens."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from larkhaven import SAMPLE

from generator.cli.main import main

EVENTS = Path(__file__).parents[1] / "editorial" / "forms" / "events"
WHO = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]

pytestmark = pytest.mark.slow


class Machine:
    """A checked-out repository of the sample town on a machine that runs steps."""

    def __init__(self, folder: Path) -> None:
        """Check the town out, with a `gh` that writes down what it is asked."""
        self.folder, self.root = folder, folder / "report"
        shutil.copytree(SAMPLE.content, self.root / "content")
        self.run("codeowners")
        self.run("forms")
        remote = folder / "remote.git"
        subprocess.run(["git", "init", "-q", "--bare", remote], check=True)
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", str(remote))
        self.commit("Begin")
        self.git("push", "-q", "origin", "main")
        gh = folder / "tools" / "gh"
        gh.parent.mkdir()
        gh.write_text(
            f'#!/bin/bash\n[ "$1 $2" = "issue view" ] && exec cat "{folder}/issue.json"\n'
            f'echo "$@" >> "{folder}/gh.log"; cat >> "{folder}/gh.log"\n'
        )
        gh.chmod(0o755)

    def git(self, *words: str) -> str:
        """Return what git says."""
        said = subprocess.run(
            ["git", *WHO, *words], cwd=self.root, check=True, capture_output=True, text=True
        )
        return said.stdout

    def commit(self, message: str) -> str:
        """Commit everything; return the commit before."""
        self.git("add", ".")
        self.git("commit", "-qm", message)
        return self.git("rev-list", "--max-count=2", "HEAD").split()[-1]

    def run(self, *words: str, **variables: str) -> Result:
        """Run a step as the host would."""
        path = f"{self.folder / 'tools'}{os.pathsep}{os.environ['PATH']}"
        known = {"PATH": path, "GITHUB_SERVER_URL": "https://git.example"}
        return CliRunner(env=known | variables).invoke(main, ["--project", str(self.root), *words])

    def at_github(self, event: object, *words: str) -> Result:
        """Run a step of a run that an event started."""
        place = self.folder / "event.json"
        place.write_text(json.dumps(event), "utf-8")
        return self.run(
            *words,
            GITHUB_ACTIONS="true",
            GITHUB_EVENT_PATH=str(place),
            GITHUB_REPOSITORY="larkhaven/report",
            GITHUB_STEP_SUMMARY=str(self.folder / "summary.md"),
        )

    def said(self, name: str) -> str:
        """Return what was written for the host, or to gh."""
        place = self.folder / name
        return place.read_text("utf-8") if place.exists() else ""

    def changed_on(self, branch: str) -> list[str]:
        """Return the files in which a pushed branch differs from main."""
        self.git("fetch", "-q", "origin", branch)
        return self.git("diff", "--name-only", "main", "FETCH_HEAD").splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return a machine with the sample town checked out."""
    return Machine(tmp_path)


def retitled(machine: Machine) -> str:
    """Give the report another title; return the commit before."""
    place = machine.root / "content" / "report.yml"
    place.write_text(place.read_text("utf-8").replace("Promises Report", "Promises"), "utf-8")
    return machine.commit("Shorten the title")


def test_a_review_says_faults_and_what_changes(machine: Machine) -> None:
    """On the page of the run: each fault, and in sentences what readers will see otherwise."""
    base = retitled(machine)
    told = machine.at_github({"pull_request": {"base": {"sha": base}}}, "ci", "review")

    assert told.exit_code == 0, told.output
    assert "::warning file=content/" in told.output
    summary = machine.said("summary.md")
    assert summary.startswith("### What changes for the public\n\nFrom ")
    assert "Larkhaven Promises" in summary
    assert "### Check: 0 errors" in summary


def test_a_review_fails_for_an_error(machine: Machine) -> None:
    """An error is beside its line, and the run is red."""
    place = machine.root / "content" / "report.yml"
    place.write_text(place.read_text("utf-8").replace('"2024-02-10"', '"soon"'), "utf-8")
    base = machine.commit("Break it")
    told = machine.at_github({"pull_request": {"base": {"sha": base}}}, "ci", "review")

    assert told.exit_code == 1
    assert "::error file=content/report.yml" in told.output
    assert "Not told: " in machine.said("summary.md")


def test_gitlab_gets_a_code_quality_report(machine: Machine) -> None:
    """Faults in GitLab's own words, and the rest as a file that a merge request offers."""
    told = machine.run(
        *("ci", "review"), GITLAB_CI="true", CI_MERGE_REQUEST_DIFF_BASE_SHA=retitled(machine)
    )

    assert told.exit_code == 0, told.output
    quality = json.loads((machine.root / "quality.json").read_text("utf-8"))
    assert {"check_name", "description", "fingerprint", "severity", "location"} == set(quality[0])
    assert "What changes for the public" in (machine.root / "review.md").read_text("utf-8")


def test_what_follows_from_the_content_is_renewed_on_a_branch(machine: Machine) -> None:
    """Other reviewers give another CODEOWNERS; main stays as it is, and nothing twice."""
    place = machine.root / "content" / "report.yml"
    place.write_text(place.read_text("utf-8").replace("@larkhaven/promises", "@larkhaven/all"))
    machine.commit("Ask another team")
    machine.git("push", "-q", "origin", "main")
    told = machine.at_github({}, "ci", "renew")

    assert told.exit_code == 0, told.output
    assert "https://git.example/larkhaven/report/compare/main...renew/generated" in told.output
    assert machine.changed_on("renew/generated") == [".github/CODEOWNERS"]
    machine.git("switch", "-q", "renew/generated")
    assert machine.at_github({}, "ci", "renew").output == "Nothing changes.\n"


@pytest.mark.parametrize("found", ["first", "other", "same"])
def test_what_is_new_of_addresses_is_on_a_branch(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, found: str
) -> None:
    """The first check and another answer are proposed; another day alone is not."""
    place = machine.root / "content" / "links.yml"
    text = place.read_text("utf-8")
    if found == "first":
        place.unlink()
        machine.commit("Forget what was found")
        machine.git("push", "-q", "origin", "main")
    first, rest = text.split("\n", 1)
    assert first.startswith("checked: ")
    told = f'checked: "2024-03-01"\n{rest if found != "other" else ""}'
    monkeypatch.setattr(
        "generator.commands.ci.links", lambda *_: place.write_text(told, "utf-8", newline="\n")
    )
    ended = machine.at_github({}, "ci", "links", "--on", "2024-03-01")

    assert ended.exit_code == 0, ended.output
    if found == "same":
        assert ended.output == "Nothing changes.\n"
        assert machine.git("status", "--porcelain") == ""
    else:
        assert machine.changed_on("links/checked") == ["content/links.yml"]


def test_what_is_not_committed_is_not_taken_along(machine: Machine) -> None:
    """A step that pushes refuses a working tree in which somebody works."""
    (machine.root / "content" / "pages" / "new.md").write_text("mine", "utf-8")
    told = machine.at_github({}, "ci", "renew")

    assert told.exit_code == 2
    assert "not committed" in told.output
    assert (machine.root / "content" / "pages" / "new.md").read_text("utf-8") == "mine"


def test_a_form_becomes_a_branch(machine: Machine) -> None:
    """The change is on a branch of the issue's number, and the issue says where."""
    event = json.loads((EVENTS / "status-update.json").read_text("utf-8"))
    now = {"body": event["issue"]["body"], "state": "OPEN"}
    (machine.folder / "issue.json").write_text(json.dumps(now), "utf-8")
    told = machine.at_github(event, "ci", "form", "--on", "2024-02-10")

    assert told.exit_code == 0, told.output
    assert "compare" in told.output, machine.said("gh.log")
    branch = f"form/{event['issue']['number']}"
    assert machine.changed_on(branch) == ["content/updates/report-2023/one-form.md"]
    assert f"compare/main...{branch}" in machine.said("gh.log")


def test_a_form_at_fault_is_answered(machine: Machine) -> None:
    """Nothing is pushed; the issue says what is wrong."""
    event = json.loads((EVENTS / "path-in-choice.json").read_text("utf-8"))
    told = machine.at_github(event, "ci", "form", "--on", "2024-02-10")

    assert told.exit_code == 0, told.output
    assert machine.said("gh.log").startswith("issue comment ")
    assert "form/" not in machine.git("ls-remote", "origin")
