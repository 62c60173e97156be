"""Bring a change that a workflow made to people: answer an issue, push a branch, open a request.

Runs with the right to write, so it needs nothing but Python, git and gh, and trusts no word of what
it is given: the patch may touch only what its kind of change may, in plain files.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ALLOWED = {
    "form": r"content/(?!editions/)[a-z0-9-]+(?:/[a-z0-9-]+){0,2}\.(?:yml|md)",
    "edition": r"content/editions/\d{4}/(?:edition\.yml|snapshot\.json|digest|translations\.json)",
    "links": r"content/links\.yml",
    "renew": r"\.github/(?:CODEOWNERS|ISSUE_TEMPLATE/[a-z-]+\.yml)",
}
"""By kind of change, the files that it may add or change."""

BRANCH = re.compile(r"(?:form|edition|links|renew)/[a-z0-9-]{1,60}", re.ASCII)
TITLE = re.compile(r"[A-Za-z0-9 :,.()-]{1,160}", re.ASCII)
LARGEST_PATCH = 30_000_000
LONGEST_ANSWER = 60_000
BOT = (
    *("-c", "user.name=github-actions[bot]"),
    *("-c", "user.email=41898282+github-actions[bot]@users.noreply.github.com"),
    *("-c", "core.hooksPath=/dev/null"),
)
CREDENTIALS = ("-c", "credential.helper=", "-c", "credential.helper=!gh auth git-credential")
WAITS = "\nA member of staff reads it now. With the label `accepted` it becomes a pull request.\n"


ACCEPTED = "accepted"
MOST_OPEN = 5
"""How many open forms of one author from outside are read; others wait until these are closed."""

ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\[bot\])?", re.ASCII)
TOO_MANY = f"""\
Thank you. You have more than {MOST_OPEN} forms open here, and this one is not read yet.

Once one of the earlier ones is closed, edit the text of this issue above and save it; it is then \
read. Close those that are no longer needed.
"""
UNFIT = """\
Thank you. This could not be made into a change: {reason}

Nothing was changed. Edit the text of this issue above and save it; it is then read again. If this \
comes back, a maintainer finds the reason in the log of the workflow.
"""


class Refused(Exception):  # noqa: N818  # it is an outcome, and named for it
    """The change is not what its kind of change may be."""


def run(*words: str, given: str | None = None) -> str:
    """Return what a program says; raise CalledProcessError where it fails."""
    return subprocess.run(  # noqa: S603  # lists of words; texts go in by files or standard input
        words, input=given or "", stdout=subprocess.PIPE, text=True, check=True
    ).stdout


def message_of(folder: Path) -> tuple[str, str]:
    """Return the title and the whole message of a change; raise Refused for an odd title."""
    message = (folder / "message.txt").read_text("utf-8")
    title = message.partition("\n")[0]
    if not TITLE.fullmatch(title):
        raise Refused("The title holds signs that no title of a change has.")
    return title, message


def refuse_unexpected(kind: str) -> None:
    """Raise Refused unless what stands in git's index is an allowed change, and not nothing."""
    raw = run("git", "diff", "--cached", "--raw", "-z", "--no-renames", "HEAD")
    entries = raw.split("\0")[:-1]
    if not entries:
        raise Refused("The patch changes nothing.")
    for what, path in zip(entries[::2], entries[1::2], strict=True):
        _, new_mode, _, _, status = what.lstrip(":").split(" ")
        if status not in ("A", "M") or new_mode != "100644":
            raise Refused("The patch removes a file, or makes something that is no plain file.")
        if not re.fullmatch(ALLOWED[kind], path, re.ASCII):
            raise Refused("The patch touches a file that this kind of change may not touch.")


def commit(kind: str, folder: Path, branch: str) -> str:
    """Apply the patch on a branch of its own and commit it; return the title."""
    title, message = message_of(folder)
    patch = folder / "change.patch"
    if patch.is_symlink() or patch.stat().st_size > LARGEST_PATCH:
        raise Refused("The patch is too large.")
    run("git", "switch", "--quiet", "--force-create", branch)
    try:
        run("git", "apply", "--index", "--whitespace=nowarn", str(patch.resolve()))
    except subprocess.CalledProcessError as fault:
        raise Refused("What it changes was changed by somebody else meanwhile.") from fault
    refuse_unexpected(kind)
    run("git", *BOT, "commit", "--quiet", "--cleanup=verbatim", "--file=-", given=message)
    return title


def pull_request(branch: str, title: str, body: str) -> str:
    """Return the address of the branch's open pull request, or of the page that opens one."""
    repository = os.environ["GITHUB_REPOSITORY"]
    base = os.environ["BASE"]
    if os.environ.get("MAY_OPEN") != "true":
        # One that the built-in token opens would never be checked.
        server = os.environ["GITHUB_SERVER_URL"]
        return f"{server}/{repository}/compare/{base}...{branch}?expand=1"
    wanted = ("--head", branch, "--base", base)
    open_already = run(
        *("gh", "pr", "list", *wanted, "--state", "open", "--json", "url", "--jq", ".[].url")
    )
    if open_already.strip():
        return open_already.split()[0]
    words = ("gh", "pr", "create", *wanted, "--title", title, "--body-file", "-")
    return run(*words, given=body).split()[-1]


def answer(issue: int, text: str) -> None:
    """Put the text into the one comment that answers an issue."""
    words = ("gh", "issue", "comment", str(issue), "--edit-last", "--create-if-none")
    run(*words, "--body-file", "-", given=text[:LONGEST_ANSWER])


def refuse_changed(issue: int, folder: Path) -> None:
    """Raise Refused where an issue no longer says what the change was made from."""
    read = (folder / "text.sha256").read_text("utf-8").strip()
    now = json.loads(run("gh", "issue", "view", str(issue), "--json", "body,state"))
    if now["state"] != "OPEN":
        raise Refused("The issue was closed meanwhile.")
    text = (now["body"] or "").replace("\r\n", "\n")
    if hashlib.sha256(text.encode(errors="replace")).hexdigest() != read:
        raise Refused("The text of the issue was changed after it was read and accepted.")


def is_early(issue: int, author: str) -> bool:
    """Tell whether an issue is one of the first open forms of its author."""
    if not ACCOUNT.fullmatch(author):
        raise Refused("This is no account.")
    words = ("gh", "issue", "list", "--author", author, "--label", "form", "--state", "open")
    told = run(*words, "--limit", "200", "--json", "number", "--jq", ".[].number")
    return issue in sorted({*map(int, told.split()), issue})[:MOST_OPEN]


def admit(issue: int) -> None:
    """Say to the workflow whether an issue is read, and whether its change goes on by itself.

    A text that was edited loses the label with which an earlier one was accepted.
    """
    trusted = os.environ.get("TRUSTED") == "true"
    if os.environ.get("ACTION") == "edited" and not trusted:
        labels = run(
            "gh", "issue", "view", str(issue), "--json", "labels", "--jq", ".labels[].name"
        )
        if ACCEPTED in labels.splitlines():
            run("gh", "issue", "edit", str(issue), "--remove-label", ACCEPTED)
    admitted = trusted or is_early(issue, os.environ.get("AUTHOR", ""))
    if not admitted:
        answer(issue, TOO_MANY)
    with Path(os.environ["GITHUB_OUTPUT"]).open("a", encoding="utf-8") as out:
        out.write(f"admitted={str(admitted).lower()}\ntrusted={str(trusted).lower()}\n")


def propose(arguments: argparse.Namespace) -> None:
    """Do what the command line asks for."""
    folder = arguments.folder
    if arguments.do == "admit":
        admit(arguments.issue)
        return
    words = (folder / "answer.md").read_text("utf-8")[:LONGEST_ANSWER]
    if arguments.do == "answer":
        answer(arguments.issue, words + (WAITS if (folder / "message.txt").is_file() else ""))
        return
    if not BRANCH.fullmatch(arguments.branch):
        raise Refused("This is no name of a branch for a change.")
    if arguments.issue:
        refuse_changed(arguments.issue, folder)
    title = commit(arguments.kind, folder, arguments.branch)
    try:
        run("git", *CREDENTIALS, "push", "--quiet", "--force", "origin", f"HEAD:{arguments.branch}")
    except subprocess.CalledProcessError as fault:
        raise Refused("The repository did not take the branch with the change.") from fault
    closes = f"\nCloses #{arguments.issue}\n" if arguments.issue else ""
    address = pull_request(arguments.branch, title, words + closes)
    print(address)  # noqa: T201  # the log says where to look
    if arguments.issue:
        answer(arguments.issue, f"{words}\nIt is here, to be read and approved: {address}\n")


def main(words: Sequence[str]) -> int:
    """Read the command line; return 0, or 1 with the reason where something is refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("do", choices=("admit", "answer", "open"))
    parser.add_argument("--folder", type=Path, default=Path())
    parser.add_argument("--kind", choices=ALLOWED, default="form")
    parser.add_argument("--branch", default="")
    parser.add_argument("--issue", type=int, default=0)
    arguments = parser.parse_args(words)
    try:
        propose(arguments)
    except Refused as reason:
        return failed(arguments, str(reason))
    except subprocess.CalledProcessError as fault:
        program = " ".join(map(str, fault.cmd[:3]))
        return failed(arguments, f"The program {program} ended with {fault.returncode}.")
    except (OSError, ValueError, KeyError) as fault:
        return failed(arguments, f"What was handed on cannot be read ({type(fault).__name__}).")
    return 0


def failed(arguments: argparse.Namespace, reason: str) -> int:
    """Say in the log, and to whoever wrote the issue, why nothing came of it; return 1."""
    print(reason, file=sys.stderr)  # noqa: T201  # its only way to speak
    if arguments.issue and arguments.do == "open":
        try:
            answer(arguments.issue, UNFIT.format(reason=reason))
        except (subprocess.CalledProcessError, OSError):
            print("The issue could not be answered.", file=sys.stderr)  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
