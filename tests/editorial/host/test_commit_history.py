"""An initiative's history from git: who, when, approved by whom; never from a part of it."""

import subprocess

import pytest

from generator.commands import editions, host
from generator.commands.review import review
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.host.git import changed_since


def git(folder, *words):
    """Run git in a folder as somebody made up; return what it says."""
    who = ["-c", "user.name=Ada Wren", "-c", "user.email=ada@example.org"]
    ended = subprocess.run(
        ["git", *who, *words], cwd=folder, check=True, capture_output=True, text=True
    )
    return ended.stdout


@pytest.fixture
def kept(town):
    """Return a town whose content git keeps: a first commit, and a branch that was merged."""
    git(town.root, "init", "-q", "-b", "main")
    git(town.root, "add", "content")
    git(town.root, "commit", "-qm", "Begin")
    git(town.root, "switch", "-qc", "sirens")
    _change(town, "Add sirens.", "Add bells.")
    git(town.root, "commit", "-qam", "Ring bells instead")
    git(town.root, "switch", "-q", "main")
    merge = ["-c", "user.name=Bo Finch", "merge", "-q", "--no-ff", "sirens"]
    git(town.root, *merge, "-m", "Merge pull request #12 from sirens")
    return town


def reviewed(settings, span):
    """Return all that a review says."""
    said = []
    review(settings, span, said.append)
    return "".join(said)


def _change(town, old, new):
    path = town.content / "initiatives" / "tide-gauge.yml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_who_merged_it_is_said_and_not_that_they_approved(kept):
    """A change that a pull request brought is told with who wrote and who merged it."""
    told = host.history_of(kept, "tide-gauge")
    assert "Ring bells instead\n  by Ada Wren; merged by Bo Finch (pull request #12)" in told
    assert "content/initiatives/tide-gauge.yml" in told
    assert told.index("Ring bells instead") < told.index("Begin")


def test_a_trailer_names_who_reviewed(kept):
    """Where a commit says who reviewed it, that is, without the address."""
    _change(kept, "Add bells.", "Add horns.")
    message = "Blow horns (#14)\n\nReviewed-by: Cy Lark <cy@example.org>\nProposed-by: @dee"
    git(kept.root, "commit", "-qam", message)
    told = host.history_of(kept, "tide-gauge")
    assert "by Ada Wren; approved by Cy Lark (pull request #14)" in told
    assert "approved by Bo Finch" not in told
    assert "cy@example.org" not in told


def test_without_a_word_it_says_so(kept):
    """A commit that nobody is on record to have approved is not made to look approved."""
    assert "Begin\n  by Ada Wren; git does not say who approved it" in host.history_of(
        kept, "tide-gauge"
    )


def test_only_the_files_of_the_initiative_count(kept):
    """Another initiative's change is not in it; its updates and evaluations are."""
    assert "Ring bells" not in host.history_of(kept, "one-form")
    assert "content/updates/mid-2022/tide-gauge.md" in host.history_of(kept, "tide-gauge")


def test_a_former_id_leads_to_the_same_history(kept):
    """An old name finds the initiative that bears it no more."""
    assert host.history_of(kept, "flood-gauges") == host.history_of(kept, "tide-gauge")


def test_a_shallow_clone_is_refused(kept, tmp_path):
    """A part of the history would look like the whole, so nothing is told."""
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept.root}", "shallow")
    with pytest.raises(GeneratorError, match="only part of its history"):
        host.history_of(Settings(tmp_path / "shallow"), "tide-gauge")


def test_outside_git_it_is_said(town, monkeypatch):
    """A folder that git does not keep has no history to tell."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(town.root.parent))
    with pytest.raises(GeneratorError, match="no history for this folder"):
        host.history_of(town, "tide-gauge")


@pytest.mark.parametrize("word", ["tide-gaugee", "--output=x", "../x"])
def test_what_is_no_initiative_is_refused(kept, word):
    """A word that names none is never handed to git."""
    with pytest.raises(GeneratorError, match="no initiative"):
        host.history_of(kept, word)


def test_a_branch_is_reviewed_from_where_it_parted(kept):
    """With two dots two points are compared; with three only what the branch changes."""
    git(kept.root, "switch", "-qc", "other", "HEAD~1")
    path = kept.content / "initiatives" / "one-form.yml"
    words = path.read_text("utf-8")
    path.write_text(words.replace("One form for every request", "One form for all"), "utf-8")
    git(kept.root, "commit", "-qam", "Rename")
    two, three = (reviewed(kept, f"main{dots}other") for dots in ("..", "..."))
    assert "One form for all" in two
    assert "One form for all" in three
    assert ("sirens" in two, "sirens" in three) == (True, False)


def test_every_command_says_that_a_clone_is_shallow(kept, tmp_path):
    """What git does not know may only be missing here: it is said, with how to fetch it."""
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{kept.root}", "shallow")
    shallow = Settings(tmp_path / "shallow")
    asked = (
        lambda: host.history_of(shallow, "tide-gauge"),
        lambda: reviewed(shallow, "HEAD~1..HEAD"),
        lambda: reviewed(shallow, "HEAD~1...HEAD"),
        lambda: editions.diff(lambda: shallow, "HEAD~1", "HEAD"),
        lambda: changed_since(shallow, "HEAD~1"),
    )
    for ask in asked:
        with pytest.raises(GeneratorError, match="is shallow") as refused:
            ask()
        assert "git fetch --unshallow" in refused.value.next_step


@pytest.mark.parametrize("span", ["main", "..", "main..", "-x...main", "--output=x..main"])
def test_a_span_that_is_none_is_refused(kept, span):
    """Half a span, or an option in place of a revision, is refused in words."""
    with pytest.raises(GeneratorError):
        reviewed(kept, span)
