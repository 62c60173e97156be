"""Points of history on the command line: editions, dates and revisions of the content."""

import subprocess

import pytest

from generator import pipeline
from generator.editorial import git
from generator.errors import GeneratorError


@pytest.fixture
def kept_by_git(town):
    """Return a project whose content git keeps in two revisions, the second with a new title."""
    path = next((town.content / "initiatives").glob("*.yml"))

    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words],
            cwd=town.root,
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", "content")
    git("commit", "-qm", "first")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines = ['title: "Quite another title"\n' if x.startswith("title:") else x for x in lines]
    path.write_text("".join(lines), "utf-8")
    git("commit", "-qam", "second")
    return town


def test_two_revisions(kept_by_git):
    """What a commit changes for the public is said with old and new."""
    told = pipeline.diff(kept_by_git, "HEAD~1", "HEAD")
    assert "now “Quite another title”" in told
    assert told.startswith("From revision HEAD~1, as of 10 February 2024 to revision HEAD")


def test_an_edition_and_a_date(town):
    """Beside an edition only what editions keep is compared, so that nothing seems new."""
    told = pipeline.diff(town, "2021", "2024-02-10")
    assert told.startswith("From the 2021 edition to 10 February 2024\n")
    assert "New page" not in told
    assert "Another status" in told


def test_the_same_point_has_no_changes(town):
    """Between an edition and itself nothing changed."""
    assert pipeline.diff(town, "2022", "2022").endswith("Nothing changed.\n")


@pytest.mark.parametrize("word", ["nowhere", "--output=x", "2016-13-45x"])
def test_a_word_that_means_nothing(kept_by_git, word):
    """What is neither edition, date nor revision is refused with what would be one."""
    with pytest.raises(GeneratorError, match=r"no revision|neither the year"):
        pipeline.diff(kept_by_git, word, "HEAD")


def test_without_git_it_is_said(town, monkeypatch):
    """Where git is not installed, the message says that it would be needed."""

    def absent(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(git.subprocess, "run", absent)
    with pytest.raises(GeneratorError, match="git is not installed"):
        pipeline.diff(town, "main", "2022")
