"""What a git host says of a run is read once, and where there is none nothing is assumed."""

import json
from pathlib import Path

import pytest

from generator.core.errors import GeneratorError
from generator.editorial.host.surroundings import Surroundings, surroundings


def at_github(folder: Path, event: object, repository: str = "City/report") -> Surroundings:
    """Return what a run at GitHub knows after an event."""
    (folder / "event.json").write_text(json.dumps(event), "utf-8")
    return surroundings(
        {
            "GITHUB_ACTIONS": "true",
            "GITHUB_EVENT_PATH": str(folder / "event.json"),
            "GITHUB_REPOSITORY": repository,
        }
    )


@pytest.mark.parametrize(
    ("event", "base"),
    [
        ({"pull_request": {"base": {"sha": "abc"}}}, "abc"),
        ({"merge_group": {"base_sha": "def"}}, "def"),
        ({"before": "0123"}, "0123"),
        ({"issue": {"number": 3}}, ""),
        ([], ""),
    ],
)
def test_each_event_says_what_is_compared_with_what(
    tmp_path: Path, event: object, base: str
) -> None:
    """A request, a queue, and a push name their base each in its own way; others have none."""
    assert at_github(tmp_path, event).base == base


def test_an_issue_and_the_published_branch_are_known(tmp_path: Path) -> None:
    """Their number and name are in the event."""
    event = {"issue": {"number": 41}, "repository": {"default_branch": "trunk"}}
    around = at_github(tmp_path, event)
    assert (around.issue, around.branch, around.is_github) == (41, "trunk", True)


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("City/report", "https://city.github.io/report/"),
        ("City/city.github.io", "https://city.github.io/"),
        ("", ""),
    ],
)
def test_the_address_of_pages_follows_from_the_repository(
    tmp_path: Path, repository: str, address: str
) -> None:
    """The host serves each repository below its owner's name."""
    assert at_github(tmp_path, {}, repository).address == address


def test_gitlab_names_base_branch_and_address() -> None:
    """All of it is in its variables."""
    around = surroundings(
        {
            "GITLAB_CI": "true",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": "abc",
            "CI_DEFAULT_BRANCH": "trunk",
            "CI_PAGES_URL": "https://city.gitlab.io/report",
        }
    )
    assert around == Surroundings(
        is_gitlab=True, base="abc", branch="trunk", address="https://city.gitlab.io/report"
    )


def test_on_a_computer_nothing_is_known() -> None:
    """No variable, no host."""
    assert surroundings({}) == Surroundings()


def test_an_event_that_cannot_be_read_is_explained() -> None:
    """A run without its event is no traceback."""
    with pytest.raises(GeneratorError, match="GITHUB_EVENT_PATH"):
        surroundings({"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": "/nowhere/event.json"})


@pytest.mark.parametrize(
    ("variables", "preview"),
    [
        (
            {"CI_JOB_URL": "https://git.example/jobs/7"},
            "https://git.example/jobs/7/artifacts/browse/site/",
        ),
        (
            {"CI_JOB_URL": "x", "PREVIEW_SITE": "https://pr.city.example/"},
            "https://pr.city.example/",
        ),
        ({}, ""),
    ],
)
def test_where_a_change_can_be_seen(variables: dict[str, str], preview: str) -> None:
    """At a host of the organization's own, else among what a job at GitLab keeps."""
    assert surroundings({"GITLAB_CI": "true", **variables}).preview == preview
