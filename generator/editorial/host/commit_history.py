"""Who changed an initiative's files, when, who approved and who merged it, as git has kept it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.host.git import DEEPEN, SHALLOW, git, is_shallow
from generator.model.ids import ID_PATTERN
from generator.words.english import counted, in_english
from generator.words.message import listing

_UNIT, _RECORD = "\x1f", "\x1e"
_FORMAT = _UNIT.join(("%H", "%as", "%an", "%s", "%(trailers:only,unfold)")) + _RECORD
_APPROVALS = ("reviewed-by", "approved-by", "acked-by")
_PULL_REQUEST = re.compile(r"[Pp]ull request #(\d+)|\(#(\d+)\)$")
_ADDRESS = re.compile(r"\s*<[^>]*>")


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched an initiative's files."""

    commit: str
    day: str
    """The day of the commit, as year-month-day."""
    author: str
    subject: str
    approved_by: tuple[str, ...]
    """Whom a commit names as such, in its last lines; empty where none does."""
    merged_by: str
    """Who made the merge that brought it in; empty where none did."""
    pull_request: str
    """Its number at the git host; empty where git does not say."""
    files: tuple[str, ...]


def history(settings: Settings, initiative: str, former_ids: Sequence[str]) -> tuple[Commit, ...]:
    """Return every commit that touched the files of an initiative, newest first.

    Raises GeneratorError if git is missing or has only a part of the history.
    """
    if not re.fullmatch(ID_PATTERN, initiative):
        raise GeneratorError(f'"{initiative}" is not an id.', "Ids are the names of initiatives.")
    if is_shallow(settings):
        raise GeneratorError(SHALLOW, DEEPEN)
    content = settings.content.name
    paths = [
        f":(glob){content}/{place}"
        for some_id in (initiative, *former_ids)
        for place in (
            f"initiatives/{some_id}.yml",
            f"updates/*/{some_id}.md",
            f"evaluations/*/{some_id}.md",
        )
    ]
    log = ["log", f"--format={_RECORD}{_FORMAT}", "--name-only", "--no-renames", "-z", "--"]
    merges = _merges(settings)
    changes = _commits(_git(settings, [*log, *paths]))
    return tuple(_with_merge(change, merges.get(change.commit)) for change in changes)


def _commits(log: str) -> Iterator[Commit]:
    """Yield the commits of a log, in its order."""
    for record in re.split(rf"{_RECORD}(?=[0-9a-f]{{40}}{_UNIT})", log)[1:]:
        told, _, names = record.partition(_RECORD)
        files = tuple(sorted(name.strip() for name in names.split("\0") if name.strip()))
        yield _commit(told, files)


def _commit(told: str, files: tuple[str, ...]) -> Commit:
    commit, day, author, subject, trailers = told.split(_UNIT, 4)
    number = _PULL_REQUEST.search(subject)
    return Commit(
        commit=commit,
        day=day,
        author=author,
        subject=subject,
        approved_by=_approvals(trailers),
        merged_by="",
        pull_request=(number[1] or number[2]) if number else "",
        files=files,
    )


def _approvals(trailers: str) -> tuple[str, ...]:
    pairs = [line.partition(":") for line in trailers.splitlines()]
    names = [value for key, _, value in pairs if key.strip().lower() in _APPROVALS]
    return tuple(dict.fromkeys(_ADDRESS.sub("", name).strip() for name in names))


def _with_merge(change: Commit, merge: Commit | None) -> Commit:
    if merge is None:
        return change
    return replace(
        change,
        approved_by=change.approved_by or merge.approved_by,
        merged_by=merge.author,
        pull_request=change.pull_request or merge.pull_request,
    )


def _merges(settings: Settings) -> dict[str, Commit]:
    """Return, for every commit that a merge brought in, that merge.

    The oldest merge on the main line wins, since that is when the commit became part of it.
    """
    line = ["log", "--first-parent", "--merges", f"--format={_RECORD}{_FORMAT}", "-z"]
    found: dict[str, Commit] = {}
    for merge in _commits(_git(settings, line)):
        brought = _git(settings, ["rev-list", f"{merge.commit}^1..{merge.commit}"])
        found |= dict.fromkeys(brought.split(), merge)
    return found


def _git(settings: Settings, words: Sequence[str]) -> str:
    told = git(settings, *words, without="Install git, which keeps the history.")
    if told is None:
        raise GeneratorError(
            "Git has no history for this folder.",
            "Run the command inside a clone of the report's repository.",
        )
    return told.decode(errors="replace")


def _by(change: Commit) -> str:
    """Return what git says of who let a change in, and no more: who merges need not approve."""
    number = f" (pull request #{change.pull_request})" if change.pull_request else ""
    approved = (
        f"approved by {in_english(listing(change.approved_by))}" if change.approved_by else ""
    )
    merged = f"merged by {change.merged_by}" if change.merged_by else ""
    known = "; ".join(filter(None, (approved, merged)))
    return f"{known or 'git does not say who approved it'}{number}"


def history_text(title: str, changes: Sequence[Commit]) -> str:
    """Return the changes as lines of text, newest first."""
    lines = [f"{title}: {counted(len(changes), 'change')} kept by git"]
    for change in changes:
        lines += ["", f"{change.day}  {change.subject}", f"  by {change.author}; {_by(change)}"]
        lines += [f"  {name}" for name in change.files]
    return "\n".join(lines) + "\n"
