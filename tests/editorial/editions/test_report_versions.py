"""Points of history on the command line: editions, dates and revisions of the content."""

import re
import shutil
import subprocess

import pytest
from larkhaven import SAMPLE

from generator.commands import editions, review
from generator.core.errors import GeneratorError
from generator.editorial.editions import report_versions
from generator.editorial.editions.frozen_files import digest_of
from generator.editorial.host import git as asked


def git(settings, *words, given=None):
    """Return what git answers in a project's folder."""
    done = subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *words],
        cwd=settings.root,
        input=given,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode().strip()


@pytest.fixture
def kept_by_git(town):
    """Return a project whose content git keeps in two revisions, the second with a new title."""
    path = next((town.content / "initiatives").glob("*.yml"))
    git(town, "init", "-q")
    git(town, "add", "content")
    git(town, "commit", "-qm", "first")
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines = ['title: "Quite another title"\n' if x.startswith("title:") else x for x in lines]
    path.write_text("".join(lines), "utf-8")
    git(town, "commit", "-qam", "second")
    return town


def test_two_revisions(kept_by_git):
    """What a commit changes for the public is said with old and new."""
    told = editions.diff(lambda: kept_by_git, "HEAD~1", "HEAD")
    assert "now: “Quite another title”" in told
    assert told.startswith("From revision HEAD~1, as of February 10, 2024 to revision HEAD")


def test_no_attribute_hides_a_change_from_the_review(kept_by_git):
    """A revision is read to the byte: its own attributes leave nothing out and change nothing."""
    base = git(kept_by_git, "rev-parse", "HEAD")
    (kept_by_git.content / ".gitattributes").write_text("* export-ignore export-subst\n", "utf-8")
    path = next((kept_by_git.content / "initiatives").glob("*.yml"))
    written = path.read_text("utf-8").replace("Quite another title", "$Format:%s$ as written")
    path.write_text(written, "utf-8")
    git(kept_by_git, "add", "content")
    git(kept_by_git, "commit", "-qm", "third")
    assert "now: “$Format:%s$ as written”" in editions.diff(lambda: kept_by_git, base, "HEAD")


@pytest.mark.posix
def test_what_git_keeps_cannot_reach_out_of_its_folder(kept_by_git):
    """A link, and a tree made by hand that climbs up, put nothing anywhere."""
    outside = kept_by_git.root / "outside"
    outside.write_text("mine", "utf-8")
    link = kept_by_git.content / "media" / "link.png"
    link.symlink_to(outside)
    git(kept_by_git, "add", "content")
    git(kept_by_git, "commit", "-qm", "a link")
    link.unlink()
    key = git(kept_by_git, "rev-parse", "HEAD:content")
    blob = git(kept_by_git, "hash-object", "-w", "--stdin", given=b"theirs")
    up = git(kept_by_git, "mktree", given=f"100644 blob {blob}\toutside\n".encode())
    whole = git(kept_by_git, "ls-tree", key) + f"\n040000 tree {up}\t..\n"
    content = git(kept_by_git, "mktree", given=whole.encode())
    root = git(kept_by_git, "mktree", given=f"040000 tree {content}\tcontent\n".encode())
    hostile = git(kept_by_git, "commit-tree", root, "-m", "hostile")
    names = report_versions.content_of(kept_by_git, hostile)
    assert "content/report.yml" in names
    assert not [name for name in names if "link.png" in name or ".." in name]
    assert "Nothing changed" in editions.diff(lambda: kept_by_git, "HEAD", hostile)
    assert outside.read_text("utf-8") == "mine"


def test_a_file_that_git_does_not_hold_is_told(kept_by_git):
    """In a clone without every object the person learns what to fetch."""
    key = git(kept_by_git, "rev-parse", "HEAD:content/report.yml")
    (kept_by_git.root / ".git" / "objects" / key[:2] / key[2:]).unlink()
    with pytest.raises(GeneratorError, match="does not have every file"):
        editions.diff(lambda: kept_by_git, "HEAD", "2022")


def test_an_edition_and_a_date(town):
    """Beside an edition only what editions keep is compared, so that nothing seems new."""
    told = editions.diff(lambda: town, "2021", "2024-02-10")
    assert told.startswith("From the 2021 edition to February 10, 2024\n")
    assert "Added to pages" not in told
    assert "Status changed" in told


def test_the_same_point_has_no_changes(town):
    """Between an edition and itself nothing changed."""
    assert editions.diff(lambda: town, "2022", "2022").endswith("Nothing changed.\n")


@pytest.mark.parametrize("word", ["nowhere", "--output=x", "2016-13-45x"])
def test_a_word_that_means_nothing(kept_by_git, word):
    """What is neither edition, date nor revision is refused with what would be one."""
    with pytest.raises(GeneratorError, match=r"not a revision|not the year"):
        editions.diff(lambda: kept_by_git, word, "HEAD")


def test_without_git_it_is_said(town, monkeypatch):
    """Where git is not installed, the message says that it would be needed."""

    def absent(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(asked.subprocess, "run", absent)
    with pytest.raises(GeneratorError, match="git is not installed"):
        editions.diff(lambda: town, "main", "2022")


def test_what_was_forged_is_compared_with_nothing(town):
    """No sentence is told of an edition that is changed since it was frozen."""
    path = town.content / "editions" / "2022" / "snapshot.json"
    path.write_bytes(path.read_bytes().replace(b'"day": "2022', b'"day": "2021', 1))
    path.with_name("digest").write_bytes(digest_of(path.read_bytes()))
    with pytest.raises(GeneratorError, match="changed since it was frozen"):
        editions.diff(lambda: town, "2021", "2022")


def test_a_fault_of_errata_stops_no_comparison(town):
    """Errata are written today; what is wrong with them says nothing of what was frozen."""
    path = town.content / "editions" / "2022" / "errata.md"
    path.write_text("---\nerrata: []\n---\nSaid <b>so</b>.\n", "utf-8")
    assert editions.diff(lambda: town, "2021", "2022").startswith(
        "From the 2021 edition to the 2022 edition"
    )


@pytest.fixture
def two_folders(tmp_path):
    """Return the sample town's content, and a copy with another title beside it, without git."""
    before, after = tmp_path / "before", tmp_path / "after" / "content"
    for folder in (before, after):
        shutil.copytree(SAMPLE.content, folder)
    path = after / "initiatives" / "tide-gauge.yml"
    path.write_text(re.sub("(?m)^title: .*", 'title: "A gauge"', path.read_text("utf-8")), "utf-8")
    return str(before), str(after.parent)


def no_project():
    """Stand for a place where no report is."""
    raise AssertionError


def test_two_folders_need_neither_git_nor_a_project(two_folders, monkeypatch):
    """A copy of the content is compared with another, wherever both are."""
    monkeypatch.setattr(asked, "git", no_project)
    before, after = two_folders
    told = editions.diff(no_project, before, after)
    assert told.startswith(
        f"From the folder {before}, as of February 10, 2024 to the folder {after}"
    )
    assert "now: “A gauge”" in told
    said = []
    review.review_folders(before, after, said.append)
    assert "now: “A gauge”" in said[-1]
    assert "Nothing changed" in editions.diff(no_project, after, f"{after}/content")


def test_a_folder_beside_a_date(two_folders, town):
    """One folder is compared with what the report at hand says."""
    told = editions.diff(lambda: town, two_folders[1], "2024-02-10")
    assert told.startswith(f"From the folder {two_folders[1]}, as of")


def test_a_folder_without_content(two_folders, tmp_path):
    """What holds no report is named, with what is expected instead."""
    with pytest.raises(GeneratorError, match=r"no report\.yml in it"):
        review.review_folders(two_folders[0], str(tmp_path), print)


def test_a_folder_whose_frozen_editions_differ(town, tmp_path):
    """A review of folders begins with what was frozen, as that of revisions does."""
    changed = tmp_path / "changed"
    shutil.copytree(town.content, changed)
    snapshot = changed / "editions" / "2021" / "snapshot.json"
    snapshot.write_bytes(snapshot.read_bytes() + b" ")
    said = []
    review.review_folders(str(town.content), str(changed), said.append)
    assert said[0].startswith("FROZEN EDITIONS: this changes 1 file of what was frozen: content/")


def test_a_folder_without_a_repository(town):
    """Where nothing is kept by git it is said, with what compares without it."""
    for compare in (
        lambda: editions.diff(lambda: town, "main", "2022"),
        lambda: review.review(town, "main..HEAD", print),
        lambda: review.review(town, "main...HEAD", print),
        lambda: asked.changed_since(town, "main"),
    ):
        with pytest.raises(GeneratorError, match="not kept by git") as told:
            compare()
        assert "two folders of content" in told.value.next_step
