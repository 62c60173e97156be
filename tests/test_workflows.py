"""The workflows on GitHub: valid, pinned, with the least rights."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
TOOLS = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


@each_workflow
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path):
    """A tag may be moved by whoever owns the action; a commit may not."""
    uses = re.findall(r"uses: (.*)", path.read_text("utf-8"))
    assert uses
    assert [use for use in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v[\d.]+", use)] == []


@each_workflow
def test_rights_are_given_to_one_job_at_a_time(path):
    """A workflow starts with no rights at all, and each of its jobs names its own and its end."""
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]
    assert all(
        {"permissions", "timeout-minutes"} <= job.keys() for job in workflow["jobs"].values()
    )


@each_workflow
def test_no_shell_line_takes_text_from_outside(path):
    """What a stranger writes into a title or a branch's name never reaches a shell."""
    jobs = yaml.safe_load(path.read_text("utf-8"))["jobs"].values()
    lines = [step.get("run", "") for job in jobs for step in job["steps"]]
    assert [line for line in lines if "${{" in line] == []


@pytest.mark.slow
def test_the_auditor_of_workflows_finds_nothing():
    """The auditor zizmor, in its strictest mood, has nothing to say."""
    audit = [TOOLS / "zizmor", "--offline", "--quiet", "--persona=pedantic", ".github"]
    found = subprocess.run(audit, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "No findings to report. Good job!\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("vendor.dependabot", [ROOT / ".github" / "dependabot.yml"]),
    ],
)
def test_the_files_follow_the_schemas_of_github(schema, paths):
    """A workflow that GitHub would refuse is refused here first."""
    check = [TOOLS / "check-jsonschema", "--builtin-schema", schema, *paths]
    found = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
