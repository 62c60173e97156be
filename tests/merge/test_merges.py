"""Many people at once: what git merges by itself, and what must meet a person, in words."""

import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from click.testing import CliRunner
from larkhaven import SAMPLE

from generator.cli.main import main
from generator.commands import edit, starting
from generator.commands.check import check
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.editorial.starting.scaffold import (
    NewInitiative,
    NewUpdate,
    new_initiative,
    new_update,
)
from generator.editorial.updates.content_files import written
from generator.load.report import load_report
from generator.model.keys import RoleKind

pytestmark = pytest.mark.slow

WHO = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
NEWS = NewUpdate(
    initiative="one-form", milestone="mid-2024", status="on_track", basis="reported", body="Well."
)


class Town:
    """A repository of the sample town in which people work on branches of their own."""

    def __init__(self, root):
        """Begin with the content as it is."""
        shutil.copytree(SAMPLE.content, root / "content")
        self.settings = Settings(root)
        self.style = "merge"
        self.git("init", "--quiet", "--initial-branch=main")
        self.keep("Begin")

    def git(self, *words, fails=False):
        """Return what git says; `fails` lets it end with a conflict."""
        done = subprocess.run(
            ["git", *WHO, "-c", f"merge.conflictStyle={self.style}", *words],
            cwd=self.settings.root,
            check=not fails,
            capture_output=True,
            text=True,
        )
        return done.stdout

    def keep(self, message):
        """Commit all that was changed."""
        self.git("add", "content")
        self.git("commit", "--quiet", "--message", message)

    def write(self, path, content):
        """Write one file of the project."""
        place = self.settings.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def apart(self, *acts):
        """Let each act happen on a branch of its own that begins at main; return the branches."""
        names = []
        for number, act in enumerate(acts):
            names.append(f"change-{number}")
            self.git("switch", "--quiet", "--create", names[-1], "main")
            act()
            self.keep(f"Change {number}")
        self.git("switch", "--quiet", "main")
        return names

    def merged(self, branches):
        """Merge the branches one after the other; return the files that git could not merge."""
        met = []
        for branch in branches:
            self.git("merge", "--quiet", "--no-edit", branch, fails=True)
            met += self.git("diff", "--name-only", "--diff-filter=U").splitlines()
        return met

    def add(self, path, text):
        """Write a text behind what a file holds."""
        place = self.settings.root / path
        place.write_text(place.read_text("utf-8") + text, "utf-8")

    def edit(self, path, old, new):
        """Replace the one place of a file where some words are."""
        place = self.settings.root / path
        text = place.read_text("utf-8")
        assert text.count(old) == 1
        place.write_text(text.replace(old, new), "utf-8")

    def post(self, **said):
        """Post a status update by the command."""
        made = starting.start_update(self.settings, replace(NEWS, **said), None)
        assert made.made, made.errors

    def assign(self, kind, post):
        """Give a role of an initiative to another post by the command."""
        made = edit.assign(
            self.settings, "one-form", {kind: post}, ("2024-02-01", None), ["harbour-news"]
        )
        assert made.made, made.errors

    def faults(self):
        """Return the errors of the content as it is."""
        return errors_in(check(self.settings, Timings()).issues)

    def run(self, *words):
        """Run a command of the program."""
        return CliRunner().invoke(main, ["--project", str(self.settings.root), *words])


@pytest.fixture
def town(tmp_path):
    """Return a repository of the sample town."""
    return Town(tmp_path)


def test_twenty_owners_post_for_one_milestone(town):
    """Each update is a file of its own, so none of twenty meets another."""
    report = load_report(town.settings).report
    day = report.about.as_of
    ids = [f"promise-{number}" for number in range(20)]
    for number, some_id in enumerate(ids):
        asked = NewInitiative(
            id=some_id,
            title=f"{number} seats for {number} people",
            area="harbour",
            summary="Build it.",
            sources=("first-report",),
            owner="desk-manager",
        )
        file = new_initiative(town.settings, report, asked, day)
        town.write(file.path, written(file))
    town.keep("Twenty more")
    report = check(town.settings, Timings()).loaded.report

    def posting(some_id):
        file = new_update(town.settings, report, replace(NEWS, initiative=some_id), day)
        return lambda: town.write(file.path, written(file))

    assert town.merged(town.apart(*map(posting, ids))) == []
    assert len(list((town.settings.content / "updates" / "mid-2024").iterdir())) == 21
    assert town.faults() == []


def test_an_owner_posts_while_an_analyst_edits(town):
    """The update and the initiative are two files."""
    initiative = "content/initiatives/one-form.yml"
    branches = town.apart(
        town.post,
        lambda: town.edit(initiative, "Ask for anything with one form.", "One form for all."),
    )
    assert town.merged(branches) == []
    assert town.faults() == []


def test_one_milestone_is_corrected_while_the_next_is_posted(town):
    """What was said of one milestone is apart from what is said of the next."""
    earlier = "content/updates/budget-fy2023-25/one-form.md"
    branches = town.apart(
        lambda: town.edit(earlier, "The form is in use.", "The form is in use in all offices."),
        town.post,
    )
    assert town.merged(branches) == []
    assert town.faults() == []


def test_two_milestones_are_posted_at_once(town):
    """An owner who is late posts two updates on two branches."""
    branches = town.apart(
        lambda: town.post(milestone="report-2023", as_of="2023-11-20"),
        town.post,
    )
    assert town.merged(branches) == []
    assert town.faults() == []


ROLES = "content/initiatives/one-form.yml"
ROLE = """\
  - role: "{role}"
    holder: "{holder}"
    since: "2024-02-01"
    recorded: "2024-02-05"
    sources:
      - "harbour-news"
"""


def hand_over(town, role, holder):
    """Add a holder at the end of the roles, as the form editor does."""
    until = {"owner": '"desk-manager"', "sponsor": '"desk-director"'}[role]
    town.edit(
        ROLES,
        f'    holder: {until}\n    since: "2022-09"\n',
        f'    holder: {until}\n    since: "2022-09"\n    until: "2024-01-31"\n',
    )
    add_role(town, role, holder)


def add_role(town, role, holder):
    """Add an entry at the end of the roles."""
    town.edit(ROLES, "goals:\n  - goal", ROLE.format(role=role, holder=holder) + "goals:\n  - goal")


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_owner_and_sponsor_change_at_once(town, style):
    """Two people who add to the roles meet; `check` says where, and to keep what is true."""
    town.style = style
    branches = town.apart(
        lambda: hand_over(town, "owner", "harbour-director"),
        lambda: hand_over(town, "sponsor", "water-manager"),
    )
    assert town.merged(branches) == [ROLES]
    told(town, ROLES)

    # Both are true: as the guide says, one is kept and the other change is made again.
    place = town.settings.root / ROLES
    place.write_text(chosen(place.read_text("utf-8"), 0), "utf-8")
    add_role(town, "sponsor", "water-manager")
    assert town.faults() == []


def test_roles_given_by_the_command_at_once_need_no_person(town):
    """`assign` puts each new holder behind the former one, so that the two do not touch."""
    branches = town.apart(
        lambda: town.assign(RoleKind.OWNER, "harbour-director"),
        lambda: town.assign(RoleKind.SPONSOR, "water-manager"),
    )
    assert town.merged(branches) == []
    assert town.faults() == []


def test_one_post_for_both_roles_is_found_by_the_check(town):
    """What git merges and must not be is a fault of the content in words."""
    branches = town.apart(
        lambda: town.assign(RoleKind.OWNER, "harbour-director"),
        lambda: town.assign(RoleKind.SPONSOR, "harbour-director"),
    )
    assert town.merged(branches) == []
    assert {issue.code for issue in town.faults()} == {"R203"}


@pytest.mark.parametrize("kept", [0, 1])
def test_two_people_post_the_same_update(town, kept):
    """Two honest answers to one question meet a person, who keeps either of them."""
    branches = town.apart(
        lambda: town.post(body="All goes well.", reason="Nine of nine offices answer."),
        lambda: town.post(body="It is late.", status="at_risk", reason="Two offices are silent."),
    )
    path = "content/updates/mid-2024/one-form.md"
    assert town.merged(branches) == [path]
    told(town, path)

    place = town.settings.root / path
    place.write_text(chosen(place.read_text("utf-8"), kept), "utf-8")
    assert town.faults() == []
    assert ("at_risk" in place.read_text("utf-8")) == bool(kept)


CONFLICT = re.compile(
    r"^<{7} .*\n((?:.*\n)*?)(?:^\|{7} .*\n(?:.*\n)*?)?^={7}\n((?:.*\n)*?)^>{7} .*\n", re.MULTILINE
)


def told(town, path):
    """Assert that every command says in words where the two versions are, and changes nothing."""
    text = (town.settings.root / path).read_text("utf-8")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.startswith("<<<<<<<")]
    said = town.run("check")
    assert said.exit_code == 1
    for line in lines:
        assert (
            f"{path}:{line}:1: error Y032: found an unfinished merge: two people changed the same "
            f"lines (lines {line} to "
        ) in said.output
    assert "Keep what is true, delete the lines that begin with <<<<<<<" in said.output
    assert "Traceback" not in said.output
    assert f"{len(lines)} error" in said.output
    for words in (["fmt"], ["due"], ["show", "one-form"], ["assign", "one-form", "--on", "2024"]):
        other = town.run(*words)
        assert other.exit_code in (1, 2)
        assert "Traceback" not in other.output
        assert isinstance(other.exception, SystemExit)
    assert (town.settings.root / path).read_text("utf-8") == text


def chosen(text, which):
    """Return the text with one of the two versions, as the message says."""
    return CONFLICT.sub(lambda conflict: conflict[which + 1], text)
