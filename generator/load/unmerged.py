"""A merge that was not finished: git's marks around two versions of the same lines.

| code | what it means |
| --- | --- |
| Y032 | lines that two people changed, with git's marks still around both versions |
"""

import re

from generator.core.issues import Issue, Location

_MARK = re.compile(r"(?:<{7}|>{7})(?: |$)")
_BEGINS, _ENDS = "<<<<<<<", ">>>>>>>"


def merge_faults(content: str, path: str) -> list[Issue]:
    """Return one fault for each pair of versions that nobody has chosen from yet."""
    if _BEGINS not in content and _ENDS not in content:
        return []
    lines = content.split("\n")
    marks = [number for number, line in enumerate(lines, start=1) if _MARK.match(line)]
    faults = []
    while marks:
        first = last = marks.pop(0)
        # A mark of the end without one of the beginning, or the reverse, was left by a half fix.
        if lines[first - 1].startswith(_BEGINS) and marks:
            last = marks.pop(0) if lines[marks[0] - 1].startswith(_ENDS) else first
        faults.append(_unfinished(path, first, last))
    return faults


def _unfinished(path: str, first: int, last: int) -> Issue:
    where = f"lines {first} to {last}" if last > first else f"line {first}"
    return Issue(
        "Y032",
        Location(path, first),
        f"an unfinished merge: two people changed the same lines ({where})",
        "one text: what is above =======, what is below it, or a combination of both",
        "Keep what is true, delete the lines that begin with <<<<<<<, =======, and >>>>>>>, and "
        "check again; if you do not know which is right, ask the other person.",
    )
