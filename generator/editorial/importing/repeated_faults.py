"""Faults of many rows told once: the first ones at their cells, all others counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.core.issues import Issue, in_reading_order

MOST_ALIKE = 10
"""How many faults with one and the same fix are told at their cells."""


def collapsed(issues: Iterable[Issue]) -> list[Issue]:
    """Return faults in reading order, those that say the same once, with how many rows have it."""
    ordered = in_reading_order(issues)
    same = Counter(_words(issue) for issue in ordered)
    told: dict[tuple[str, ...], Issue] = {}
    for issue in ordered:
        told.setdefault(_words(issue), issue)
    counted = [_with_more(issue, same[words] - 1) for words, issue in told.items()]
    alike = Counter(_fix(issue) for issue in counted)
    seen: Counter[tuple[str, ...]] = Counter()
    kept = []
    for issue in counted:
        fix = _fix(issue)
        seen[fix] += 1
        if seen[fix] < MOST_ALIKE:
            kept.append(issue)
        elif seen[fix] == MOST_ALIKE:
            kept.append(_with_more(issue, alike[fix] - MOST_ALIKE))
    return kept


def _words(issue: Issue) -> tuple[str, ...]:
    return (issue.code, issue.location.path, issue.found, *_fix(issue))


def _fix(issue: Issue) -> tuple[str, ...]:
    return issue.code, issue.location.path, issue.expected, issue.next_step


def _with_more(issue: Issue, more: int) -> Issue:
    if more < 1:
        return issue
    places = "1 more row" if more == 1 else f"{more:,} more rows"
    return replace(issue, found=f"{issue.found} (and the like in {places})")
