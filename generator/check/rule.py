"""What a rule is: one function that explains itself, and what it looks at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.derive.citations import Part
from generator.derive.snapshot import Snapshot
from generator.issues import Issue, Location, Places, Severity
from generator.model.report import Report


@dataclass(frozen=True, slots=True)
class Subject:
    """What rules look at: the whole report, its snapshot as of today's report, and the places."""

    report: Report
    """Every record of every time."""
    now: Snapshot
    """The living report, as of the date that report.yml sets."""
    places: Places
    media: frozenset[str]
    """Names of the files in content/media."""
    files: Mapping[tuple[str, str], str]
    """Path of the file of every part, by kind and key (see `Places`)."""

    def at(self, part: Part, *inside: str | int) -> Location:
        """Return where something inside a part stands, or the nearest thing above it."""
        return self.places.of(part.kind, part.key, *part.path, *inside)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found: where, and in words what stands there and what to do."""

    at: Location
    found: str
    expected: str
    next_step: str


Look = Callable[[Subject], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One promise that content keeps."""

    code: str
    title: str
    """The promise, in one sentence."""
    why: str
    """What harm a breach does."""
    severity: Severity
    look: Look

    def check(self, subject: Subject) -> Iterator[Issue]:
        """Yield an issue for every breach."""
        for fault in self.look(subject):
            yield Issue(
                code=self.code,
                location=fault.at,
                found=fault.found,
                expected=fault.expected,
                next_step=fault.next_step,
                severity=self.severity,
            )


def rule(
    code: str, title: str, why: str, severity: Severity = Severity.ERROR
) -> Callable[[Look], Rule]:
    """Return a decorator that makes a rule of a function which yields faults."""

    def declare(look: Look) -> Rule:
        return Rule(code=code, title=title, why=why, severity=severity, look=look)

    return declare
