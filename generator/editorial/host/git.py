"""What git has kept of the content, for every command that asks it; and why it may not know."""

import subprocess

from generator.core.errors import GeneratorError
from generator.core.settings import Settings

SHALLOW = "This copy of the repository is shallow: it has only part of its history."
NO_REPOSITORY = "This folder is not kept by git."
BY_FOLDERS = (
    "Name a date or an edition instead; diff and review also compare two folders of content, such "
    "as a copy of last month and today's."
)
DEEPEN = "Fetch the rest with git fetch --unshallow; in a workflow, check out with fetch-depth: 0."


def git(
    settings: Settings, *words: str, without: str = "Install git.", given: bytes | None = None
) -> bytes | None:
    """Return what git says in the project's folder, `given` this; None where it ends with an error.

    Raises GeneratorError if git is not installed; `without` says what to do then.
    """
    try:
        ended = subprocess.run(  # noqa: S603 - words of ours; what was typed is no option
            ["git", *words],  # noqa: S607
            cwd=settings.root,
            input=given,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise GeneratorError("git is not installed.", without) from error
    return None if ended.returncode else ended.stdout


def refuse_option(revision: str) -> None:
    """Raise GeneratorError for a word that git would take for an option."""
    if revision.startswith("-"):
        raise GeneratorError(f'"{revision}" is not a revision.', "Revisions do not begin with -.")


def changed_since(settings: Settings, revision: str) -> frozenset[str]:
    """Return the files that differ from where the work since a revision began, by path.

    Raises GeneratorError if git does not know the revision, or is not there.
    """
    refuse_option(revision)
    told = git(
        settings,
        *("diff", "--name-only", "--relative", "-z", "--merge-base", revision, "--"),
        without="Install it, or leave out --since.",
    )
    if told is None:
        raise not_known(
            settings,
            f'git does not know a revision "{revision}" here from which this one comes.',
            "Name one that exists.",
        )
    return frozenset(told.decode(errors="replace").split("\0")) - {""}


def is_clean(settings: Settings) -> bool | None:
    """Return whether git has all that the content says; None where git does not keep it."""
    try:
        told = git(settings, "status", "--porcelain", "--", settings.content.name)
    except GeneratorError:
        return None
    return None if told is None else not told.strip()


def is_shallow(settings: Settings) -> bool:
    """Return whether git keeps only the newest part of the history here."""
    told = git(settings, "rev-parse", "--is-shallow-repository")
    return told is not None and told.strip() == b"true"


def not_known(settings: Settings, found: str, next_step: str) -> GeneratorError:
    """Return the refusal of what git does not know here.

    A folder without a repository, or a shallow clone, is told first.
    """
    if git(settings, "rev-parse", "--git-dir") is None:
        return GeneratorError(f"{found} {NO_REPOSITORY}", BY_FOLDERS)
    if is_shallow(settings):
        return GeneratorError(f"{found} {SHALLOW}", DEEPEN)
    return GeneratorError(found, next_step)
