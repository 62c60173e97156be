"""Which files changed since a revision that git keeps."""

from generator.core.settings import Settings
from generator.editorial.host.git import git, not_known, refuse_option


def changed_since(settings: Settings, revision: str) -> frozenset[str]:
    """Return the files that differ from where the work since a revision began, by path.

    Raises GeneratorError where git does not know the revision, or is not there.
    """
    refuse_option(revision)
    told = git(
        settings,
        *("diff", "--name-only", "--relative", "-z", "--merge-base", revision, "--"),
        without="Install it, or leave --since out.",
    )
    if told is None:
        raise not_known(
            settings,
            f'git knows no revision "{revision}" here from which this one comes.',
            "Name one that is there.",
        )
    return frozenset(told.decode(errors="replace").split("\0")) - {""}
