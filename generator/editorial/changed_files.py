"""Which files changed since a revision that git keeps."""

import subprocess

from generator.errors import GeneratorError
from generator.settings import Settings


def changed_since(settings: Settings, revision: str) -> frozenset[str]:
    """Return the files that differ from where the work since a revision began, by path.

    Raises GeneratorError where git does not know the revision, or is not there.
    """
    if revision.startswith("-"):
        raise GeneratorError(f'"{revision}" is no revision.', "Revisions do not begin with -.")
    try:
        told = subprocess.run(  # noqa: S603  # a fixed list of words, and one that is no option
            ["git", "diff", "--name-only", "--relative", "-z", "--merge-base", revision, "--"],  # noqa: S607
            cwd=settings.root,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise GeneratorError(
            "git is not installed.", "Install it, or leave --since out."
        ) from error
    if told.returncode:
        raise GeneratorError(
            f'git knows no revision "{revision}" here from which this one comes.',
            "Name one that is there; a shallow clone needs its whole history.",
        )
    return frozenset(told.stdout.decode(errors="replace").split("\0")) - {""}
