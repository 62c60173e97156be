"""Faults in content as data: found anywhere, phrased once, reported in several formats.

A fault is never raised. Stages collect them, so that an editor sees all at once.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a fault stops the build (`error`) or is counted and shown (`warning`).

    A `note` is no fault: it says in one line what people would otherwise miss.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


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

    `found` says what is there, `expected` what should, `next_step` what to do about it;
    `code` names the rule (see `docs/rules.md`).
    """

    code: str
    location: Location
    found: str
    expected: str
    next_step: str
    severity: Severity = Severity.ERROR
    no_id: tuple[str, str] | None = None
    """What kind of thing a word should name by its id, and that word, which cannot be an id."""

    def as_data(self) -> dict[str, str | int]:
        """Return it for programs, as JSON has it."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "path": self.location.path,
            "line": self.location.line,
            "column": self.location.column,
            "found": self.found,
            "expected": self.expected,
            "next_step": self.next_step,
        }


def in_reading_order(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues once each, by place and code, errors before warnings at one place."""
    return sorted(
        dict.fromkeys(issues), key=lambda i: (i.location, i.severity.value, i.code, i.found)
    )


def errors_in(issues: Iterable[Issue]) -> list[Issue]:
    """Return only the issues that stop a build."""
    return [issue for issue in issues if issue.severity is Severity.ERROR]


def faults_in(issues: Iterable[Issue]) -> list[Issue]:
    """Return errors and warnings, without what is only noted."""
    return [issue for issue in issues if issue.severity is not Severity.NOTE]


class RecordLocations:
    """The location of every part of the report in its file.

    A part is named by its kind (as `initiative`), its key (as `shared-bicycles`; empty for files
    there is one of) and the path of keys and list positions inside it.
    """

    def __init__(
        self, files: Mapping[tuple[str, str], Mapping[tuple[str | int, ...], Location]]
    ) -> None:
        self._files = files

    def of(self, kind: str, key: str = "", *path: str | int) -> Location:
        """Return the place of the part, or of the nearest thing above it that has one."""
        known = self._files.get((kind, key), {})
        while path and path not in known:
            path = path[:-1]
        return known.get(path, Location("content"))
