"""What the workflows of a report's repository do, apart from what other commands do anyway."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.commands import host as host_files
from generator.commands.check import fmt, without_faults
from generator.commands.links import links
from generator.commands.review import review
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.host.git import git
from generator.editorial.host.surroundings import Surroundings
from generator.storage.sync import replace_all
from generator.theme import kept

_CHANGED = ("content", ".github")
"""Folders in which a workflow may change files."""


@dataclass(frozen=True, slots=True)
class _Proposal:
    """A change that a workflow brings to people on a branch."""

    kind: str
    branch: str
    title: str
    answer: str


_RENEW = _Proposal(
    "renew",
    "renew/generated",
    "Renew issue forms and CODEOWNERS from the content",
    "The content has changed what people can choose, or who is asked to review.",
)
_LINKS = _Proposal(
    "links",
    "links/checked",
    "Say which addresses still answer",
    "What is known of some addresses has changed. Where one is gone, add an archived copy.",
)


def has_address(settings: Settings) -> bool:
    """Tell whether the content says where the site is published; content with faults does not."""
    try:
        return without_faults(settings)[1].about.site is not None
    except GeneratorError:
        return False


def told_change(settings: Settings, around: Surroundings, form: str) -> str:
    """Return what changes for the public since the base of a run, or why that is not told."""
    words: list[str] = []
    try:
        review(settings, f"{around.base}...HEAD", words.append, form, around.preview)
    except GeneratorError as reason:
        words.append(f"Not told: {reason.message}\n")
    return "".join(words)


def stale_files(settings: Settings, *, at_github: bool) -> list[str]:
    """Return the commands that would write files otherwise than they are, each with the files.

    Content with faults is not looked at: its faults come first.
    """
    try:
        found = {"fmt": [*fmt(settings, write=False).changed]}
        if at_github:
            found["forms"] = host_files.issue_forms(settings, write=False)
            found["codeowners"] = host_files.reviewers(settings, write=False)[1]
    except GeneratorError:
        return []
    return [f"annual-report {name} would change {', '.join(f)}" for name, f in found.items() if f]


def renew(settings: Settings, around: Surroundings) -> str:
    """Push a branch that renews what follows from the content; return what came of it."""
    _refuse_changed(settings)
    host_files.issue_forms(settings, write=True)
    host_files.reviewers(settings, write=True)
    return _proposed(settings, around, _RENEW)


def check_links(settings: Settings, around: Surroundings, day: str) -> str:
    """Ask every address, and push a branch with what has changed; return what came of it."""
    _refuse_changed(settings)
    links(settings, day)
    # The first check makes a file of which git knows nothing yet.
    _git(settings, "add", "--intent-to-add", "--", "content")
    # Another day alone is no news.
    if not _git(settings, "diff", "--ignore-matching-lines=^checked:", "--", *_CHANGED):
        _git(settings, "checkout", "--quiet", "--", "content")
        return "Nothing changes."
    return _proposed(settings, around, _LINKS)


def convert_form(settings: Settings, around: Surroundings, day: str) -> str:
    """Push a branch of what an issue asks for, or answer it; return what came of it."""
    _refuse_changed(settings)
    if around.event is None or not around.issue:
        raise GeneratorError(
            "There is no issue to read.", "This step belongs to a workflow that an issue starts."
        )
    with TemporaryDirectory(prefix="form-") as name:
        out = Path(name) / "form"
        change = host_files.form(settings, around.event, out, day)
        if not change.good:
            return _propose(settings, "answer", out, around)
        replace_all({settings.root / path: raw for path, raw in change.files.items()})
        _write_patch(settings, out)
        return _propose(settings, "open", out, around, "--branch", f"form/{around.issue}")


def tell_lag(settings: Settings, around: Surroundings, now: str) -> str:
    """Open an issue at GitHub where the site lags behind its source, or close it; return which."""
    if not around.is_github:
        raise GeneratorError(
            "Only GitHub is asked what is published.",
            "At GitLab, let a schedule run the pipeline each day: it publishes again.",
        )
    return _run(settings, [str(kept(".ci/published.py")), "--branch", around.branch, "--now", now])


def _proposed(settings: Settings, around: Surroundings, proposal: _Proposal) -> str:
    with TemporaryDirectory(prefix="change-") as name:
        out = Path(name)
        if not _write_patch(settings, out):
            return "Nothing changes."
        (out / "message.txt").write_text(f"{proposal.title}\n", "utf-8")
        (out / "answer.md").write_text(f"{proposal.answer}\n", "utf-8")
        return _propose(
            settings, "open", out, around, "--kind", proposal.kind, "--branch", proposal.branch
        )


def _write_patch(settings: Settings, out: Path) -> bool:
    """Move what was changed from the working tree into a patch; return whether there is any."""
    there = [folder for folder in _CHANGED if (settings.root / folder).exists()]
    _git(settings, "add", "--", *there)
    patch = _git(settings, "diff", "--cached", "--binary")
    _git(settings, "reset", "--quiet", "--hard")
    (out / "change.patch").write_bytes(patch)
    return bool(patch)


def _refuse_changed(settings: Settings) -> None:
    if _git(settings, "status", "--porcelain", "--", *_CHANGED):
        raise GeneratorError(
            "There are changes here that are not committed, and this step would take them along.",
            "It is for workflows, which begin with a fresh copy. Commit them first.",
        )


def _git(settings: Settings, *words: str) -> bytes:
    told = git(settings, *words)
    if told is None:
        raise GeneratorError(f"git {words[0]} failed.", "Run this step in a copy made by git.")
    return told


def _propose(settings: Settings, do: str, folder: Path, around: Surroundings, *more: str) -> str:
    """Run the script that brings a change to people: it checks every file that a patch touches."""
    issue = ("--issue", str(around.issue)) if around.issue else ()
    words = [str(kept(".ci/propose.py")), do, "--folder", str(folder), *issue]
    return _run(
        settings, [*words, *more], MAY_OPEN=os.environ.get("MAY_OPEN", "false"), BASE=around.branch
    )


def _run(settings: Settings, words: Sequence[str], **variables: str) -> str:
    """Return what a script of the workflows says; raises GeneratorError where it fails."""
    ended = subprocess.run(  # noqa: S603 - words of ours, and names that the script checks
        [sys.executable, *words],
        cwd=settings.root,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        raise GeneratorError(ended.stderr.strip(), "What this step does at the host was not done.")
    return ended.stdout.strip()
