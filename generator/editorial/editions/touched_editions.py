"""Which files of frozen editions a change touches: what its review says before anything else."""

import re

from generator.core.settings import Settings
from generator.editorial.host.git import git

_WAYS = {"A": "added", "D": "removed", "M": "changed", "T": "changed"}
_HOLDS = ("snapshot.json", "digest")
_FILE = re.compile(
    r"editions/(?P<year>\d{4})/"
    r"(?:edition\.yml|introduction\.md|errata\.md|snapshot\.json|digest|translations\.json)"
)


def frozen_touched(settings: Settings, base: str, head: str) -> str:
    """Return one line that names every file of a frozen edition that differs; empty for none.

    An edition counts as frozen if it is in either revision, or was. A file that was renamed is
    removed here and added there. Git's own settings for a file, as that it is not to be compared,
    are of no account.
    """
    if base.startswith("-") or head.startswith("-"):
        return ""
    content = settings.content.name
    under = f"{content}/editions"
    known = {
        year
        for revision in (base, head)
        for path in _listed_files(
            settings, "ls-tree", "-r", "-z", "--name-only", revision, "--", under
        )
        if path.endswith(_HOLDS) and (year := _year(path, content))
    }
    listing = ("diff", "--name-status", "--no-renames", "-z", "--relative")
    told = _listed_files(settings, *listing, base, head, "--", under)
    touched = [
        f"{path} ({_WAYS.get(way[:1], 'changed')})"
        for way, path in zip(told[::2], told[1::2], strict=False)
        if _year(path, content) in known
    ]
    if not touched:
        return ""
    number = "1 file" if len(touched) == 1 else f"{len(touched)} files"
    return f"FROZEN EDITIONS: this changes {number} of what was frozen: {', '.join(touched)}."


def _year(path: str, content: str) -> str:
    found = _FILE.fullmatch(path.removeprefix(f"{content}/"))
    return found["year"] if found else ""


def _listed_files(settings: Settings, *words: str) -> list[str]:
    """Return what git lists; nothing where it cannot, which those say who read the revisions."""
    listed = git(settings, *words)
    return listed.decode(errors="replace").split("\0")[:-1] if listed is not None else []
