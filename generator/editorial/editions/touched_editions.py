"""Which files of frozen editions a change touches: what its review says before anything else."""

import re
from collections.abc import Mapping

_HOLDS = ("snapshot.json", "digest")
_FILE = re.compile(
    r"content/editions/(?P<year>\d{4})/"
    r"(?:edition\.yml|introduction\.md|errata\.md|snapshot\.json|digest|translations\.json)"
)


def frozen_touched(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> str:
    """Return one line that names every file of a frozen edition that differs; empty for none.

    Both are the files of the content, by path from the project. An edition counts as frozen if it
    is in either, or was. A file that was renamed is removed here and added there.
    """
    paths = sorted({*before, *after})
    known = {year for path in paths if path.endswith(_HOLDS) and (year := _year(path))}
    touched = [
        f"{path} ({_way(before.get(path), after.get(path))})"
        for path in paths
        if _year(path) in known and before.get(path) != after.get(path)
    ]
    if not touched:
        return ""
    number = "1 file" if len(touched) == 1 else f"{len(touched)} files"
    return f"FROZEN EDITIONS: this changes {number} of what was frozen: {', '.join(touched)}."


def _way(before: bytes | None, after: bytes | None) -> str:
    if before is None:
        return "added"
    return "removed" if after is None else "changed"


def _year(path: str) -> str:
    found = _FILE.fullmatch(path)
    return found["year"] if found else ""
