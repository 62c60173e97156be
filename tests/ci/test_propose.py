"""What a workflow brings with the right to write: only plain files, only where they may be."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "propose.py"

TEXT = "### Title\n\nWhat somebody wrote"
"""What the issue says from which a change was made."""

GH = """#!{python}
import json, os, sys
with open(os.environ["GH_LOG"], "a") as log:
    given = "" if sys.stdin.isatty() or "-" not in sys.argv else sys.stdin.read()
    log.write(json.dumps([sys.argv[1:], given]) + "\\n")
if sys.argv[1:3] == ["pr", "create"]:
    print("https://git.example/larkhaven/report/pull/7")
if sys.argv[1:3] == ["pr", "list"]:
    print(os.environ.get("OPEN_ALREADY", ""))
if sys.argv[1:3] == ["issue", "list"]:
    print(os.environ.get("OPEN_FORMS", ""))
if sys.argv[1:3] == ["issue", "view"]:
    print(os.environ["LABELS" if "labels" in sys.argv else "ISSUE_NOW"])
if " ".join(sys.argv[1:3]) == os.environ.get("GH_FAILS"):
    sys.exit(4)
"""


class Desk:
    """A repository with a remote one, and a program `gh` that writes down what it is asked."""

    def __init__(self, folder):
        """Make both repositories and the folder of a change, with content on main."""
        self.root, self.remote = folder / "report", folder / "remote.git"
        self.change, self.log = folder / "change", folder / "gh.log"
        subprocess.run(["git", "init", "-q", "--bare", self.remote], check=True)
        subprocess.run(["git", "init", "-q", "-b", "main", self.root], check=True)
        self.write("content/initiatives/a.yml", 'id: "a"\n')
        self.write("content/editions/2020/snapshot.json", "{}\n")
        self.git("add", ".")
        self.git("commit", "-qm", "Begin")
        self.git("remote", "add", "origin", str(self.remote))
        self.git("push", "-q", "origin", "main")
        self.change.mkdir()
        (self.change / "message.txt").write_text("Status update: a, b\n\nProposed-by: @jo\n")
        (self.change / "answer.md").write_text("Thank you. $(id) `x`\n")
        (self.change / "text.sha256").write_text(f"{hashlib.sha256(TEXT.encode()).hexdigest()}\n")
        tools = folder / "tools"
        tools.mkdir()
        (tools / "gh").write_text(GH.format(python=sys.executable))
        (tools / "gh").chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "GH_LOG": str(self.log),
            "BASE": "main",
            "GITHUB_REPOSITORY": "larkhaven/report",
            "GITHUB_SERVER_URL": "https://git.example",
            "GITHUB_OUTPUT": str(folder / "output"),
            "ISSUE_NOW": json.dumps({"body": TEXT, "state": "OPEN"}),
        }

    def git(self, *words):
        """Return what git says in the repository."""
        who = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        said = subprocess.run(
            ["git", *who, *words], cwd=self.root, check=True, capture_output=True, text=True
        )
        return said.stdout

    def write(self, path, text):
        """Write a file of the repository."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text)

    def patch(self):
        """Take what was changed in the working tree for the patch, and leave the tree as it was."""
        self.git("add", "--all", "--force", ".")
        (self.change / "change.patch").write_text(self.git("diff", "--cached", "--binary"))
        self.git("reset", "-q", "--hard")

    def run(self, *words, **environment):
        """Run the script on the change; return how it ended."""
        return subprocess.run(
            [sys.executable, SCRIPT, *words, "--folder", self.change],
            cwd=self.root,
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def open(self, kind="form", branch="form/12", **environment):
        """Run the script with the right to write."""
        words = ("open", "--kind", kind, "--branch", branch, "--issue", "12")
        return self.run(*words, **environment)

    def asked(self, *kinds):
        """Return the words and the standard input of every call of gh, or of some kinds of it."""
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        calls = [json.loads(line) for line in lines]
        return [call for call in calls if not kinds or " ".join(call[0][:2]) in kinds]

    def told(self):
        """Return what people are told in the issue."""
        return [given for _, given in self.asked("issue comment")]

    def branches(self):
        """Return the branches of the remote repository."""
        return self.git("ls-remote", "--heads", "origin").split("refs/heads/")[1:]


@pytest.fixture
def desk(tmp_path):
    """Return a repository to which a change is brought."""
    return Desk(tmp_path)


def test_a_change_of_the_content_becomes_a_pull_request(desk):
    """The branch is pushed, the request opened, the issue answered once, all by gh and git."""
    desk.write("content/updates/b/a.md", "---\n---\n")
    desk.patch()
    ended = desk.open(MAY_OPEN="true")
    assert (ended.returncode, ended.stderr) == (0, "")
    desk.git("fetch", "-q", "origin", "form/12")
    assert desk.git("diff", "--name-only", "main", "FETCH_HEAD") == "content/updates/b/a.md\n"
    assert desk.git("log", "-1", "--format=%B", "FETCH_HEAD").startswith("Status update: a, b\n\n")
    calls = {" ".join(words[:2]): (words, given) for words, given in desk.asked()}
    assert calls["pr create"][1].endswith("Closes #12\n")
    assert "--edit-last" in calls["issue comment"][0]
    assert "https://git.example/larkhaven/report/pull/7" in calls["issue comment"][1]


def test_an_edit_renews_the_branch_and_opens_nothing_new(desk):
    """A second run pushes over its own branch and finds the request that is open."""
    for text in ("one\n", "two\n"):
        desk.write("content/updates/b/a.md", text)
        desk.patch()
        assert desk.open(MAY_OPEN="true", OPEN_ALREADY="https://x/7").returncode == 0
        desk.git("switch", "-q", "main")
    assert not [words for words, _ in desk.asked() if words[:2] == ["pr", "create"]]
    desk.git("fetch", "-q", "origin", "form/12")
    assert desk.git("show", "FETCH_HEAD:content/updates/b/a.md") == "two\n"
    assert desk.git("rev-list", "--count", "main..FETCH_HEAD") == "1\n"


def test_without_an_app_a_person_gets_the_link(desk):
    """No request is opened that nothing would check; the answer leads to the page that opens it."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    assert desk.open(MAY_OPEN="false").returncode == 0
    [(_, given)] = desk.asked("issue comment")
    assert "https://git.example/larkhaven/report/compare/main...form/12?expand=1" in given


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("form", ".github/workflows/form.yml"),
        ("form", ".github/CODEOWNERS"),
        ("form", "generator/cli/main.py"),
        ("form", "content/editions/2020/snapshot.json"),
        ("form", "content/editions/2020/errata.md"),
        ("form", "content/updates/b/a.html"),
        ("form", "content/media/x.svg"),
        ("form", "content/.gitattributes"),
        ("form", "contents/a.yml"),
        ("edition", "content/initiatives/a.yml"),
        ("edition", "content/editions/2020/errata.md"),
        ("renew", ".github/workflows/form.yml"),
        ("renew", "content/initiatives/a.yml"),
        ("links", "content/sources.yml"),
    ],
)
def test_a_file_that_is_not_its_business_is_refused(desk, kind, path):
    """One file beside what the kind of change may touch, and nothing is pushed."""
    desk.write(path, "evil\n")
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    ended = desk.open(kind)
    assert (ended.returncode, "may not touch" in ended.stderr) == (1, True)
    assert desk.branches() == ["main\n"]
    [told] = desk.told()
    assert "may not touch" in told
    assert "Nothing was changed" in told


def test_links_deletions_and_programs_are_refused(desk):
    """A link, a removed file and a file that runs are no changes of content."""
    link = desk.root / "content" / "updates" / "b.md"
    link.parent.mkdir(parents=True)
    link.symlink_to("/etc/passwd")
    desk.patch()
    assert "no plain file" in desk.open().stderr
    desk.git("switch", "-q", "--discard-changes", "main")
    desk.git("reset", "-q", "--hard", "main")
    (desk.root / "content" / "initiatives" / "a.yml").unlink()
    desk.patch()
    assert "removes a file" in desk.open().stderr
    desk.git("reset", "-q", "--hard", "main")
    desk.write("content/updates/b.md", "x\n")
    (desk.root / "content/updates/b.md").chmod(0o755)
    desk.patch()
    assert "no plain file" in desk.open().stderr
    assert desk.branches() == ["main\n"]


@pytest.mark.parametrize("path", ["../outside.yml", ".git/hooks/post-commit", "content/../x.yml"])
def test_a_patch_that_leads_out_is_refused(desk, path):
    """A patch written by hand cannot leave the working tree or enter git's own folder."""
    (desk.change / "change.patch").write_text(
        f"diff --git a/{path} b/{path}\nnew file mode 100755\nindex 0000000..9d1e3a2\n"
        f"--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+evil\n"
    )
    assert desk.open().returncode != 0
    assert desk.branches() == ["main\n"]
    assert not (desk.root / path).exists()


@pytest.mark.parametrize("branch", ["main", "form/../main", "form/12 --mirror", "--mirror", "x/1"])
def test_only_branches_for_changes_are_written(desk, branch):
    """No name leads to main or to an option of git."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    ended = desk.run("open", f"--branch={branch}")
    assert ended.returncode != 0
    assert desk.branches() == ["main\n"]


def test_an_odd_title_is_refused(desk):
    """The title of a commit is one that this program makes."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    (desk.change / "message.txt").write_text("$(id) ::error::\n")
    assert desk.open().returncode == 1
    assert desk.branches() == ["main\n"]


def test_an_answer_goes_in_by_the_standard_input(desk):
    """What an issue says is never a word of a command; a stranger's good form waits for a label."""
    ended = desk.run("answer", "--issue", "12")
    assert ended.returncode == 0
    [(words, given)] = desk.asked()
    assert words == [*("issue", "comment", "12", "--edit-last"), "--create-if-none", *words[5:]]
    assert words[5:] == ["--body-file", "-"]
    assert given.startswith("Thank you. $(id) `x`\n")
    assert "label `accepted`" in given


def test_a_patch_that_does_not_fit_ends_in_words(desk):
    """Where somebody else was faster, whoever wrote the issue hears it; there is no traceback."""
    desk.write("content/initiatives/a.yml", 'id: "b"\n')
    desk.patch()
    desk.write("content/initiatives/a.yml", 'id: "c"\n')
    desk.git("commit", "-qam", "Meanwhile")
    ended = desk.open()
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    [told] = desk.told()
    assert "changed by somebody else meanwhile" in told
    assert desk.branches() == ["main\n"]


def test_a_branch_that_is_not_taken_ends_in_words(desk):
    """A repository that refuses the branch is told to whoever waits for the answer."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    hook = desk.remote / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    ended = desk.open()
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert "did not take the branch" in desk.told()[0]


@pytest.mark.parametrize("call", ["issue view", "issue comment", "pr create"])
def test_a_host_that_does_not_answer_ends_in_words(desk, call):
    """Whatever the host refuses, the log says which program ended, without a traceback."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    ended = desk.open(MAY_OPEN="true", GH_FAILS=call)
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert f"gh {call}" in ended.stderr


@pytest.mark.parametrize("name", ["message.txt", "change.patch", "answer.md", "text.sha256"])
def test_a_change_that_is_not_whole_ends_in_words(desk, name):
    """What was not handed on is said, and nothing is pushed."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    (desk.change / name).unlink()
    ended = desk.open()
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert desk.branches() == ["main\n"]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ({"body": f"{TEXT}!", "state": "OPEN"}, "was changed after it was read"),
        ({"body": None, "state": "OPEN"}, "was changed after it was read"),
        ({"body": TEXT, "state": "CLOSED"}, "was closed meanwhile"),
    ],
)
def test_what_was_accepted_is_the_text_of_that_time(desk, now, words):
    """A text that was exchanged after it was read becomes no branch."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    ended = desk.open(ISSUE_NOW=json.dumps(now))
    assert ended.returncode == 1
    assert words in desk.told()[0]
    assert desk.branches() == ["main\n"]


def test_the_ends_of_lines_are_no_change(desk):
    """The host gives lines with other ends than the event did."""
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    now = {"body": TEXT.replace("\n", "\r\n"), "state": "OPEN"}
    assert desk.open(ISSUE_NOW=json.dumps(now)).returncode == 0


def admitted(desk, **environment):
    """Return what the workflow is told of issue 12, as a dictionary."""
    known = {"AUTHOR": "jo", "ACTION": "opened", "TRUSTED": "false", "LABELS": "form"}
    ended = desk.run("admit", "--issue", "12", **known | environment)
    assert ended.returncode == 0, ended.stderr
    lines = Path(desk.environment["GITHUB_OUTPUT"]).read_text().splitlines()
    return dict(line.split("=") for line in lines)


def test_an_edit_takes_the_label_off(desk):
    """What a member accepted was the text before: the label goes, and the run is not trusted."""
    told = admitted(desk, ACTION="edited", LABELS="form\naccepted")
    assert told == {"admitted": "true", "trusted": "false"}
    [(words, _)] = desk.asked("issue edit")
    assert words == ["issue", "edit", "12", "--remove-label", "accepted"]


@pytest.mark.parametrize(
    "environment",
    [
        {"ACTION": "edited"},
        {"ACTION": "opened", "LABELS": "form\naccepted"},
        {"ACTION": "edited", "TRUSTED": "true", "LABELS": "form\naccepted"},
    ],
)
def test_no_other_label_is_touched(desk, environment):
    """Without the label, before any edit, or for a member's own text nothing is taken off."""
    admitted(desk, **environment)
    assert desk.asked("issue edit") == []


def test_one_author_has_a_few_forms_read_at_a_time(desk):
    """The first five that are open are read; a sixth is told to wait, unless a member takes it."""
    many = {"OPEN_FORMS": "9\n12\n8\n7\n6\n5\n4"}
    assert admitted(desk, OPEN_FORMS="12\n9\n8\n7\n13\n14\n15")["admitted"] == "true"
    assert admitted(desk, **many) == {"admitted": "false", "trusted": "false"}
    assert "more than 5 forms open" in desk.told()[0]
    assert admitted(desk, **many, TRUSTED="true") == {"admitted": "true", "trusted": "true"}


@pytest.mark.parametrize("author", ["", "--repo=evil/x", "a b", "x" * 60, "ä"])
def test_an_account_that_cannot_be_is_never_a_word_of_a_command(desk, author):
    """What is no account asks the host nothing."""
    known = {"AUTHOR": author, "ACTION": "opened", "TRUSTED": "false"}
    ended = desk.run("admit", "--issue", "12", **known)
    assert (ended.returncode, "Traceback" in ended.stderr) == (1, False)
    assert desk.asked() == []
