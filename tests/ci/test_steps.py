"""The shell lines of the workflows, run as they are, with a `gh` that only listens."""

import html
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from larkhaven import SAMPLE

from generator.commands import host
from generator.core.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
EVENTS = ROOT / "tests" / "editorial" / "forms" / "events"
pytestmark = pytest.mark.slow

WHO = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]


class Runner:
    """A checked-out repository of the sample town on a machine that runs steps."""

    def __init__(self, folder):
        """Check the town out, with the forms, the scripts and the program where steps look."""
        self.root, self.temp = folder / "report", folder / "temp"
        shutil.copytree(SAMPLE.content, self.root / "content")
        shutil.copytree(ROOT / ".ci", self.root / ".ci")
        host.issue_forms(Settings(self.root), write=True)
        host.reviewers(Settings(self.root), write=True)
        (self.root / ".gitignore").write_text("/.venv/\n")
        self.program(
            self.root / ".venv" / "bin" / "annual-report",
            f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m generator "$@"',
        )
        log, now = folder / "gh.log", folder / "issue.json"
        self.program(
            folder / "tools" / "gh",
            f'[ "$1 $2" = "issue view" ] && exec cat "{now}"; echo "$@" >> "{log}"; cat >> "{log}"',
        )
        self.issue_now = now
        self.temp.mkdir()
        self.remote = folder / "remote.git"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
        for words in (
            ["init", "-q", "-b", "main"],
            ["remote", "add", "origin", str(self.remote)],
            ["add", "."],
            ["commit", "-qm", "Begin"],
            ["push", "-q", "origin", "main"],
        ):
            self.git(*words)
        self.told = {n: folder / n for n in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "gh.log")}
        self.tools = folder / "tools"

    @staticmethod
    def program(path, line):
        """Write a program of one line."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/bash\n{line}\n")
        path.chmod(0o755)

    def git(self, *words):
        """Return what git says."""
        said = subprocess.run(
            ["git", *WHO, *words], cwd=self.root, check=True, capture_output=True, text=True
        )
        return said.stdout

    def step(self, workflow, job, containing, **environment):
        """Run the one step of a job whose lines hold some words; return how it ended."""
        path = ROOT / ".github" / "workflows" / f"{workflow}.yml"
        steps = yaml.safe_load(path.read_text("utf-8"))["jobs"][job]["steps"]
        [lines] = [step["run"] for step in steps if containing in step.get("run", "")]
        known = {
            **os.environ,
            "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_REPOSITORY": "larkhaven/report",
            "GITHUB_SERVER_URL": "https://git.example",
            **{name: str(path) for name, path in self.told.items()},
        }
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines]
        return subprocess.run(
            shell,
            cwd=self.root,
            env=known | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def is_written(self, event):
        """Let the host say of the issue what an event said of it."""
        issue = json.loads(Path(event).read_text("utf-8"))["issue"]
        self.issue_now.write_text(json.dumps({"body": issue["body"], "state": "OPEN"}), "utf-8")

    def said(self, name):
        """Return what was told to the host, or to gh."""
        return self.told[name].read_text("utf-8") if self.told[name].exists() else ""

    def on_branch(self, branch):
        """Return the files in which a pushed branch differs from main."""
        self.git("fetch", "-q", "origin", branch)
        return self.git("diff", "--name-only", "main", "FETCH_HEAD").splitlines()


@pytest.fixture
def runner(tmp_path):
    """Return a machine with the sample town checked out."""
    return Runner(tmp_path)


def test_an_issue_becomes_a_branch(runner):
    """Convert makes the patch without any right; open checks it, pushes it and answers."""
    event = str(EVENTS / "status-update.json")
    ended = runner.step("form", "convert", "annual-report form", GITHUB_EVENT_PATH=event)
    assert ended.returncode == 0, ended.stderr
    assert runner.said("GITHUB_OUTPUT") == "good=true\n"
    runner.git("reset", "-q", "--hard")
    runner.is_written(event)
    known = {"ISSUE": "41", "BASE": "main", "MAY_OPEN": "false"}
    ended = runner.step("form", "open", "propose.py open", **known)
    assert ended.returncode == 0, ended.stderr
    assert runner.on_branch("form/41") == ["content/updates/report-2023/one-form.md"]
    assert "compare/main...form/41" in runner.said("gh.log")


@pytest.mark.parametrize("name", ["spoofed-heading", "path-in-choice"])
def test_a_hostile_issue_gets_an_answer_and_no_branch(runner, name):
    """Nothing goes on from a form at fault, and the step is no failure: the answer says why."""
    event = str(EVENTS / f"{name}.json")
    ended = runner.step("form", "convert", "annual-report form", GITHUB_EVENT_PATH=event)
    assert (ended.returncode, runner.said("GITHUB_OUTPUT")) == (0, "")
    assert runner.git("status", "--porcelain") == ""
    ended = runner.step("form", "answer", "propose.py answer", ISSUE="41")
    assert ended.returncode == 0, ended.stderr
    assert "cannot be used yet" in runner.said("gh.log")


@pytest.mark.parametrize("name", ["shell", "workflow-commands", "path-in-id"])
def test_hostile_words_reach_no_log_and_no_command(runner, name):
    """Commands inside an issue are content in the patch; what the steps print is fixed."""
    event = str(EVENTS / f"{name}.json")
    ended = runner.step("form", "convert", "annual-report form", GITHUB_EVENT_PATH=event)
    assert ended.stdout == "The issue results in a change.\n"
    assert runner.said("GITHUB_OUTPUT") == "good=true\n"
    runner.git("reset", "-q", "--hard")
    runner.is_written(event)
    known = {"ISSUE": "41", "BASE": "main", "MAY_OPEN": "false"}
    ended = runner.step("form", "open", "propose.py open", **known)
    assert ended.returncode == 0, ended.stderr
    assert not [line for line in ended.stdout.splitlines() if line.startswith("::")]
    assert all(path.startswith("content/") for path in runner.on_branch("form/41"))


def test_forms_and_reviewers_are_renewed(runner):
    """After a change of what can be chosen the forms come as a branch; without one nothing does."""
    assert runner.step("renew", "write", "annual-report forms").returncode == 0
    assert runner.said("GITHUB_OUTPUT") == ""
    shutil.rmtree(runner.temp / "change")
    path = runner.root / "content" / "initiatives" / "one-form.yml"
    path.write_text(path.read_text("utf-8").replace('title: "', 'title: "New: ', 1), "utf-8")
    runner.git("commit", "-qam", "Reword")
    assert runner.step("renew", "write", "annual-report forms").returncode == 0
    assert runner.said("GITHUB_OUTPUT") == "differs=true\n"
    runner.git("reset", "-q", "--hard")
    ended = runner.step("renew", "open", "propose.py open", BASE="main", MAY_OPEN="false")
    assert ended.returncode == 0, ended.stderr
    folder = ".github/ISSUE_TEMPLATE"
    changed = [f"{folder}/status-update.yml", f"{folder}/suggest-correction.yml"]
    assert runner.on_branch("renew/generated") == changed


@pytest.mark.parametrize(
    ("change", "is_news"),
    [
        (('checked: "2024-02-08"', 'checked: "2024-03-03"'), False),
        (('found: "410 Gone"', 'found: "404 Not Found"'), True),
    ],
)
def test_only_news_about_addresses_becomes_a_branch(runner, change, is_news):
    """Another day of the check alone says nothing to anybody; gone addresses are no failure."""
    path = runner.root / "content" / "links.yml"
    line = f"sed --in-place 's/{change[0]}/{change[1]}/' {path}; echo 'L001 <b>'; exit 1"
    runner.program(runner.root / ".venv" / "bin" / "annual-report", line)
    ended = runner.step("links", "ask", "annual-report links")
    assert ended.returncode == 0, ended.stderr
    assert "    L001 <b>" in runner.said("GITHUB_STEP_SUMMARY")
    assert runner.said("GITHUB_OUTPUT") == ("differs=true\n" if is_news else "")
    runner.git("reset", "-q", "--hard")
    ended = runner.step("links", "open", "propose.py open", BASE="main", MAY_OPEN="false")
    assert ended.returncode == 0, ended.stderr
    assert runner.on_branch("links/checked") == ["content/links.yml"]


def test_a_machine_without_a_network_ends_the_run(runner):
    """Where nothing could be asked there is nothing to propose."""
    runner.program(runner.root / ".venv" / "bin" / "annual-report", "exit 2")
    assert runner.step("links", "ask", "annual-report links").returncode != 0
    assert runner.said("GITHUB_OUTPUT") == ""


def test_an_edition_is_frozen_on_a_branch(runner):
    """By hand, with a year: the snapshot, its sum and the state, on a branch of its own."""
    ended = runner.step("edition", "freeze", "annual-report freeze", YEAR="2021")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    runner.git("reset", "-q", "--hard")
    known = {"YEAR": "2021", "BASE": "main", "MAY_OPEN": "false"}
    ended = runner.step("edition", "propose", "propose.py open", **known)
    assert ended.returncode == 0, ended.stderr
    names = ("digest", "edition.yml", "snapshot.json")
    assert runner.on_branch("edition/2021") == [f"content/editions/2021/{n}" for n in names]


@pytest.mark.parametrize("year", ["2021; id", "1999", "$(id)", ""])
def test_a_year_that_is_none_freezes_nothing(runner, year):
    """What is typed into the field of the year is a year or nothing."""
    ended = runner.step("edition", "freeze", "annual-report freeze", YEAR=year)
    assert ended.returncode != 0
    assert runner.git("status", "--porcelain") == ""


def test_a_review_says_what_changes_and_what_is_wrong(runner):
    """Faults beside the lines, the whole summary, SARIF, and the sentences as mere words."""
    base = runner.git("rev-parse", "HEAD").strip()
    path = runner.root / "content" / "initiatives" / "tide-gauge.yml"
    text = path.read_text("utf-8").replace("each of the nine quays", "each `@quay` ::x")
    path.write_text(text, "utf-8")
    runner.git("commit", "-qam", "Reword")
    for words in ("--format github", "--format sarif", "annual-report review", "codeowners"):
        ended = runner.step("review", "content", words, BASE=base)
        assert ended.returncode == 0, ended.stderr
    assert (runner.temp / "found" / "check.sarif").read_text("utf-8").startswith("{")
    summary = runner.said("GITHUB_STEP_SUMMARY")
    assert "### Check: 0 errors" in summary
    assert "; @larkhaven/promises is asked instead" in summary
    assert "@quay" not in summary
    [told] = [line for line in html.unescape(summary).splitlines() if "`@quay` ::x" in line]
    assert told.startswith("> ")


def test_the_review_of_what_touches_a_frozen_edition_begins_with_it(runner):
    """The comment's first line names the files, also where nothing else can be said."""
    runner.git("rm", "-q", "-r", "--cached", ".venv", "--ignore-unmatch")
    assert runner.step("edition", "freeze", "annual-report freeze", YEAR="2021").returncode == 0
    runner.git("commit", "-qam", "Freeze")
    base = runner.git("rev-parse", "HEAD").strip()
    path = runner.root / "content" / "editions" / "2021" / "snapshot.json"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    runner.git("commit", "-qam", "Touch")
    (runner.temp / "found").mkdir()
    for more in ("", "title: [\n"):
        if more:
            (runner.root / "content" / "report.yml").write_text(more, "utf-8")
            runner.git("commit", "-qam", "Break")
        ended = runner.step("review", "content", "annual-report review", BASE=base)
        assert ended.returncode == 0, ended.stderr
        words = (runner.temp / "found" / "review.md").read_text("utf-8").splitlines()
        assert words[0].startswith("FROZEN EDITIONS: this changes 1 file of what was frozen: ")
        assert words[2] == "### What changes for the public"
    assert "Not told, because of the faults above." in words
