"""What a git host tells a command of its workflow: what is compared with what, and where."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.core.errors import GeneratorError

PREVIEW = "PREVIEW_SITE"
"""The variable that says where an organization's own host shows the site of a change."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a command of a workflow runs; what the host does not say is empty or None."""

    is_github: bool = False
    is_gitlab: bool = False
    base: str = ""
    """The commit with which a change is compared."""
    branch: str = "main"
    """The branch that is published."""
    repository: str | None = None
    """OWNER/NAME at GitHub, for the form editor."""
    address: str = ""
    """Where the host will publish the site."""
    preview: str = ""
    """Where the site of a change can be seen before it is published."""
    summary: Path | None = None
    """The file that the run's page shows."""
    event: Path | None = None
    """The file that says what happened."""
    issue: int = 0


def surroundings(variables: Mapping[str, str]) -> Surroundings:
    """Return what the variables of a run say, at GitHub, at GitLab, or on no host's machine.

    Raises GeneratorError if GitHub's file of the event cannot be read.
    """
    if variables.get("GITHUB_ACTIONS") == "true":
        return _github(variables)
    if variables.get("GITLAB_CI"):
        return Surroundings(
            is_gitlab=True,
            base=variables.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", ""),
            branch=variables.get("CI_DEFAULT_BRANCH", "main"),
            address=variables.get("CI_PAGES_URL", ""),
            preview=variables.get(PREVIEW) or _artifacts(variables.get("CI_JOB_URL", "")),
        )
    return Surroundings()


def _github(variables: Mapping[str, str]) -> Surroundings:
    path = Path(variables.get("GITHUB_EVENT_PATH", ""))
    try:
        event = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise GeneratorError(
            "What happened at GitHub cannot be read (GITHUB_EVENT_PATH).",
            "Run this step in a workflow.",
        ) from fault
    repository = variables.get("GITHUB_REPOSITORY", "")
    bases = (
        ("pull_request", "base", "sha"),
        ("merge_group", "base_sha"),
        ("before",),
    )
    summary = variables.get("GITHUB_STEP_SUMMARY")
    return Surroundings(
        is_github=True,
        base=next((str(sha) for way in bases if (sha := _inside(event, *way))), ""),
        branch=str(_inside(event, "repository", "default_branch") or "main"),
        repository=repository or None,
        address=_pages_address(repository),
        preview=variables.get(PREVIEW, ""),
        summary=Path(summary) if summary else None,
        event=path,
        issue=int(_inside(event, "issue", "number") or 0),
    )


def _artifacts(job: str) -> str:
    """Return where GitLab shows the site that a job made."""
    return f"{job}/artifacts/browse/site/" if job else ""


def _inside(event: Any, *way: str) -> Any:  # noqa: ANN401 - as JSON gives it
    for name in way:
        event = event.get(name) if isinstance(event, dict) else None
    return event


def _pages_address(repository: str) -> str:
    """Return where GitHub Pages serves a repository that has no domain of its own."""
    owner, _, name = repository.partition("/")
    if not name:
        return ""
    host = f"{owner.lower()}.github.io"
    return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
