"""A change that touches a frozen edition says so before anything else."""

import shutil
import subprocess
from functools import partial

import pytest

from generator.commands.review import review
from generator.core.errors import GeneratorError
from generator.editorial.editions.report_versions import content_of
from generator.editorial.editions.touched_editions import frozen_touched


@pytest.fixture
def kept(town):
    """Return the frozen town as git keeps it, and git."""

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
    return town, git


def touched(town):
    """Return what the last commit touches of what was frozen."""
    return frozen_touched(*map(partial(content_of, town), ("HEAD~1", "HEAD")))


def change(folder, kind):
    """Change what is in an edition's folder."""
    snapshot = folder / "snapshot.json"
    if kind == "changed":
        snapshot.write_bytes(snapshot.read_bytes() + b" ")
    elif kind == "removed":
        snapshot.unlink()
    elif kind == "renamed":
        snapshot.rename(folder / "old.json")
    elif kind == "added":
        (folder / "errata.md").write_text("---\nerrata: []\n---\n", "utf-8")
    elif kind == "moved":
        shutil.move(folder, folder.parent / "1999")
    else:
        (folder / kind).write_text("Another.\n", "utf-8")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("changed", "2021/snapshot.json (changed)"),
        ("removed", "2021/snapshot.json (removed)"),
        ("renamed", "2021/snapshot.json (removed)"),
        ("added", "2021/errata.md (added)"),
        ("translations.json", "2021/translations.json (added)"),
        ("moved", "1999/snapshot.json (added), content/editions/2021/digest (removed)"),
        ("digest", "2021/digest (changed)"),
        ("edition.yml", "2021/edition.yml (changed)"),
        ("introduction.md", "2021/introduction.md (changed)"),
    ],
)
def test_every_way_to_touch_a_frozen_file_is_told(kept, kind, told):
    """Added, changed, removed, renamed or moved: its review begins with it."""
    town, git = kept
    # Git's own settings for a file hide nothing.
    (town.root / ".gitattributes").write_text("* -diff binary export-ignore\n")
    change(town.content / "editions" / "2021", kind)
    git("add", "-A")
    git("commit", "-qm", "second")
    said = touched(town)
    assert said.startswith("FROZEN EDITIONS: ")
    assert told in said
    assert "\n" not in said


def test_the_review_begins_with_it_even_where_nothing_else_can_be_said(kept):
    """Content with faults cannot be compared; what was frozen is named all the same."""
    town, git = kept
    change(town.content / "editions" / "2021", "changed")
    (town.content / "report.yml").write_text("title: [\n", "utf-8")
    git("commit", "-qam", "second")
    said = []
    with pytest.raises(GeneratorError, match="has faults"):
        review(town, "HEAD~1...HEAD", said.append)
    assert said[0].startswith("FROZEN EDITIONS: this changes 1 file of what was frozen: ")


def test_other_changes_say_nothing_of_it(kept):
    """What is not frozen, and an edition that is still open, are changed without it."""
    town, git = kept
    page = next((town.content / "pages").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    (town.content / "editions" / "2024").mkdir()
    (town.content / "editions" / "2024" / "introduction.md").write_text("Soon.\n", "utf-8")
    git("add", "-A")
    git("commit", "-qm", "second")
    assert touched(town) == ""
