"""Faults in content as data: found anywhere, worded once, shown in several formats elsewhere.

A fault is never raised. Stages collect them, so that an editor sees all at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a fault stops the build (`error`) or is counted and shown (`warning`)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Location:
    """A place in a content file: path relative to the project, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault in plain words.

    `found` says what stands there, `expected` what should, `next_step` what to do about it;
    `code` names the rule (see `docs/rules.md`).
    """

    code: str
    location: Location
    found: str
    expected: str
    next_step: str
    severity: Severity = Severity.ERROR


def in_reading_order(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues once each, by place and code, errors before warnings at one place."""
    return sorted(
        dict.fromkeys(issues), key=lambda i: (i.location, i.severity.value, i.code, i.found)
    )


def errors_in(issues: Iterable[Issue]) -> list[Issue]:
    """Return only the issues that stop a build."""
    return [issue for issue in issues if issue.severity is Severity.ERROR]
