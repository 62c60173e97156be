"""How messages about frozen editions show what is stored, and tell what is alike only once."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from generator.core.issues import Issue
from generator.core.naming import listed, quoted

_LONGEST = 80
_NAMED = re.compile(r"(?<=edition )\d{4}|(?<=editions/)\d{4}")
"""The year of an edition in a message; other years, as in ids, are part of what is told."""


def stored(text: str) -> str:
    """Return a stored value in words: quoted on one line, a list as its items, nothing as such."""
    if not text:
        return "nothing"
    if text.startswith("[") and text.endswith("]"):
        try:
            items = json.loads(text)
        except ValueError:
            items = None
        if isinstance(items, list):
            return listed([stored(str(item)) for item in items], "and") if items else "nothing"
    line = " ".join(text.split())
    return quoted(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 3]}...")


def told_once(found: Iterable[tuple[int, Issue]]) -> list[Issue]:
    """Return issues of editions, by year, those that differ in nothing but the year as one."""
    alike: dict[tuple[object, ...], list[tuple[int, Issue]]] = {}
    for year, issue in found:
        said = (issue.found, issue.expected, issue.next_step)
        but_for_year = tuple(_NAMED.sub("", words) for words in said)
        key = (issue.code, issue.location, issue.severity, *but_for_year)
        alike.setdefault(key, []).append((year, issue))
    return [_one(same) for same in alike.values()]


def _one(same: list[tuple[int, Issue]]) -> Issue:
    (_, issue), *others = same
    years = list(dict.fromkeys(year for year, _ in others))
    if not years:
        return issue
    editions = f"edition{'s' if len(years) > 1 else ''} {listed(years, 'and')}"
    return replace(
        issue,
        found=f"{issue.found} (and so with {editions})",
        next_step=f"{issue.next_step} Likewise for {editions}.",
    )
