"""CODEOWNERS: each initiative's Sponsor where an account is known, else the team; never a guess."""

import pytest
from larkhaven import larkhaven

from generator.commands import host
from generator.core.settings import Settings
from generator.derive.snapshot.snapshot import snapshot
from generator.editorial.host.codeowners import CODEOWNERS, code_owners, owner_name


def owners_of(report):
    """Return who reviews what, as of the report's day."""
    return code_owners(snapshot(report, report.about.as_of))


def reviewers_of(text, path):
    """Return whom a file names for a path: the last line that fits counts."""
    named = None
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        pattern, owner = line.split()
        parts, wanted = pattern.lstrip("/").split("/"), path.split("/")
        fits = len(parts) == len(wanted) and all(
            a in ("*", b) for a, b in zip(parts, wanted, strict=True)
        )
        named = owner if pattern == "*" or fits else named
    return named


def test_a_sponsor_with_an_account_is_asked():
    """The Sponsor of the day reads the initiative, its updates and its evaluations."""
    text = owners_of(larkhaven()).text
    for path in ("initiatives/tide-gauge.yml", "updates/mid-2024/tide-gauge.md"):
        assert reviewers_of(text, f"content/{path}") == "@larkhaven-harbour"
    assert reviewers_of(text, "content/evaluations/2023/tide-gauge.md") == "@larkhaven-harbour"


def test_the_team_is_asked_about_all_else_and_counted():
    """Where no account is known the team is in, and a warning says for how many."""
    owners = owners_of(larkhaven())
    assert reviewers_of(owners.text, "content/report.yml") == "@larkhaven/promises"
    assert reviewers_of(owners.text, ".github/workflows/check.yml") == "@larkhaven/promises"
    some = next(iter(owners.unnamed))
    assert reviewers_of(owners.text, f"content/initiatives/{some}.yml") == "@larkhaven/promises"
    assert f" for {len(owners.unnamed)} initiatives;" in owners.warning


def test_without_a_team_the_file_says_so():
    """Nobody is invented: a report that does not name a team gets a warning and no default line."""
    report = larkhaven()
    about = report.about.model_copy(update={"team": None})
    owners = owners_of(report.model_copy(update={"about": about}))
    assert reviewers_of(owners.text, "content/report.yml") is None
    assert "does not name a team" in owners.warning


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("jo-lund", "@jo-lund"),
        ("@jo-lund", "@jo-lund"),
        ("city/innovation", "@city/innovation"),
        ("jo@city.example", "jo@city.example"),
        ("jo lund", None),
        ("jo\n* @evil", None),
        ("-jo", None),
        ("#", None),
        ("", None),
        (None, None),
    ],
)
def test_an_account_is_one_word_or_nobody(account, name):
    """A text that no account could be adds no line to the file."""
    assert owner_name(account) == name


@pytest.mark.posix
def test_the_file_of_this_repository_can_be_checked(root, tmp_path):
    """`--check` names a file that no longer follows from the content, and writing brings it."""
    settings = Settings(tmp_path)
    (tmp_path / "content").symlink_to(root / "content")
    assert host.reviewers(settings, write=False)[1] == [CODEOWNERS]
    assert host.reviewers(settings, write=True)[1] == [CODEOWNERS]
    assert host.reviewers(settings, write=False)[1] == []
