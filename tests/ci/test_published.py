"""Where the site is not published: one issue that says what to do, and closes by itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / ".ci" / "published.py"
ADOPTER = ROOT / "generator" / "theme" / "adopter"
TITLE = "The site was not published"

GH = """#!{python}
import json, pathlib, sys
words = sys.argv[1:]
state = json.loads(pathlib.Path({state!r}).read_text())
if words[0] == "api":
    print(state["waiting"] if "compare/" in words[1] else state["head"])
elif words[:2] == ["run", "list"]:
    print(json.dumps(state["runs"]))
elif words[:2] == ["issue", "list"]:
    print(len(state["issues"]) if "length" in words else json.dumps(state["issues"]))
else:
    given = sys.stdin.read() if "-" in words else ""
    with pathlib.Path({log!r}).open("a") as log:
        log.write(json.dumps([words, given]) + "\\n")
"""
CURL = """#!{python}
import json, pathlib, sys
words = sys.argv[1:]
if "--get" in words:
    state = json.loads(pathlib.Path({state!r}).read_text())
    print(json.dumps([{{"iid": 1}} for _ in state["issues"]]))
else:
    with pathlib.Path({log!r}).open("a") as log:
        log.write(json.dumps([words, ""]) + "\\n")
"""
DONE = {"headSha": "abc", "conclusion": "success", "url": "https://git.example/runs/1"}
FAILED = {"headSha": "def", "conclusion": "failure", "url": "https://git.example/runs/2"}
OPEN = [{"number": 7, "title": TITLE}]


@pytest.fixture
def host(tmp_path):
    """Return what runs a program beside a pretended host, and tells what was asked of that."""

    def run(words, **state):
        known = {"waiting": "", "head": "2026-11-20T12:00:00Z", "runs": [DONE], "issues": []}
        (tmp_path / "state.json").write_text(json.dumps(known | state))
        files = {"state": str(tmp_path / "state.json"), "log": str(tmp_path / "log")}
        for name, text in (("gh", GH), ("curl", CURL)):
            (tmp_path / name).write_text(text.format(python=sys.executable, **files))
            (tmp_path / name).chmod(0o755)
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        variables = {"TITLE": TITLE, "BODY": "What to do", "ISSUES": "", "REPORT_TOKEN": "t"}
        environment = {**os.environ, "PATH": path, **variables}
        done = subprocess.run(
            words, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        log = tmp_path / "log"
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []

    return run


def watch(host, now, **state):
    """Return what the daily script asks of the host."""
    return host([sys.executable, SCRIPT, "--branch", "main", "--now", now], **state)


@pytest.mark.posix
@pytest.mark.slow
def test_a_change_that_waited_for_a_day_opens_an_issue(host):
    """It says how long, which run to open, and what to do; a second one is not opened."""
    late = {"waiting": "2026-11-19T10:00:00Z", "runs": [FAILED, DONE]}
    [[words, body]] = watch(host, "2026-11-21T12:00:00+00:00", **late)
    assert words[:4] == ["issue", "create", "--title", TITLE]
    assert "has waited for 2 days" in body
    assert "still shows the commit abc" in body
    assert "https://git.example/runs/2" in body
    assert "Re-run all jobs" in body


@pytest.mark.posix
@pytest.mark.slow
@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-20T09:00:00+00:00", {"waiting": "2026-11-19T10:00:00Z"}),
        ("2026-11-21T09:00:00+00:00", {"waiting": "2026-11-19T10:00:00Z", "issues": OPEN}),
        ("2026-11-21T09:00:00+00:00", {"runs": [FAILED, DONE], "issues": OPEN}),
        ("2026-11-21T09:00:00+00:00", {"issues": [{"number": 8, "title": "Other"}]}),
        ("2026-11-21T09:00:00+00:00", {"runs": []}),
    ],
    ids=["not a day", "open already", "the newest run failed", "another issue", "young and none"],
)
def test_else_nothing_is_said(host, now, state):
    """A day is waited for, one issue is enough, and another issue is left alone."""
    assert watch(host, now, **state) == []


@pytest.mark.posix
@pytest.mark.slow
def test_what_was_never_published_is_told_too(host):
    """Without any run the issue says how to turn the workflow on."""
    [[_, body]] = watch(host, "2026-11-23T09:00:00+00:00", runs=[])
    assert "shows no commit that is known" in body
    assert "Enable workflow" in body


@pytest.mark.posix
@pytest.mark.slow
def test_the_issue_closes_once_all_is_published(host):
    """The newest run was good and nothing waits."""
    [[words, _]] = watch(host, "2026-11-21T09:00:00+00:00", issues=OPEN)
    assert words[:3] == ["issue", "close", "7"]


def at_github(path, job, step):
    """Return the shell lines of a step, and its variables."""
    workflow = yaml.safe_load(path.read_text("utf-8"))["jobs"][job]["steps"][step]
    return workflow["run"], workflow["env"]


def at_gitlab(path):
    """Return the same of GitLab's job."""
    job = yaml.safe_load(path.read_text("utf-8"))["unpublished"]
    return "\n".join(job["script"]), job["variables"]


STEPS = {
    "ours": at_github(ROOT / ".github/workflows/publish.yml", "tell", 0),
    "of adopters": at_github(ADOPTER / "github/.github/workflows/publish.yml", "publish", -1),
    "at GitLab": at_gitlab(ROOT / "docs/gitlab-ci.yml"),
    "of adopters at GitLab": at_gitlab(ADOPTER / "gitlab/.gitlab-ci.yml"),
}


@pytest.mark.posix
@pytest.mark.slow
@pytest.mark.parametrize("name", STEPS)
def test_a_failure_opens_one_issue(host, name):
    """The step of each host opens an issue with the words of the watch, unless one is open."""
    lines, variables = STEPS[name]
    assert variables["TITLE"] == TITLE
    assert "What to do" not in variables["BODY"]
    assert "fix them with a change as usual" in " ".join(variables["BODY"].split())
    assert host(["bash", "-ec", lines], issues=OPEN) == []
    [[words, _]] = host(["bash", "-ec", lines])
    assert TITLE in " ".join(words)
    assert "What to do" in " ".join(words)
