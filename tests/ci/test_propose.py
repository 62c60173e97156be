"""What a workflow brings with the right to write: only plain files, only where they may stand."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "propose.py"

GH = """#!{python}
import json, os, sys
with open(os.environ["GH_LOG"], "a") as log:
    given = "" if sys.stdin.isatty() or "-" not in sys.argv else sys.stdin.read()
    log.write(json.dumps([sys.argv[1:], given]) + "\\n")
if sys.argv[1:3] == ["pr", "create"]:
    print("https://git.example/larkhaven/report/pull/7")
if sys.argv[1:3] == ["pr", "list"]:
    print(os.environ.get("OPEN_ALREADY", ""))
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

    def asked(self):
        """Return the words and the standard input of every call of gh."""
        return [json.loads(line) for line in self.log.read_text().splitlines()]

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
    [(words, given)] = desk.asked()
    assert words[:2] == ["issue", "comment"]
    assert "https://git.example/larkhaven/report/compare/main...form/12?expand=1" in given


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("form", ".github/workflows/form.yml"),
        ("form", ".github/CODEOWNERS"),
        ("form", "generator/cli.py"),
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
    ],
)
def test_a_file_that_is_not_its_business_is_refused(desk, kind, path):
    """One file beside what the kind of change may touch, and nothing is pushed or said."""
    desk.write(path, "evil\n")
    desk.write("content/updates/b/a.md", "x\n")
    desk.patch()
    ended = desk.open(kind)
    assert (ended.returncode, "may not touch" in ended.stderr) == (1, True)
    assert desk.branches() == ["main\n"]
    assert not desk.log.exists()


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
