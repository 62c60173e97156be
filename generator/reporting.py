"""Issues in words for people, as JSON for programs, and as annotations for the git host."""

import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from generator.issues import Issue, Severity

Reporter = Callable[[Sequence[Issue]], str]


def as_text(issues: Sequence[Issue]) -> str:
    """Return the issues in words, with a line that counts them at the end."""
    return "".join(map(_block, issues)) + summary(issues) + "\n"


FOLDED_ABOVE = 5
"""Warnings of one rule beyond which `as_short_text` shows only the first few."""


def as_short_text(issues: Sequence[Issue]) -> str:
    """Return every error, but of a rule that warns often only the first warnings and a count."""
    often = Counter(i.code for i in issues if i.severity is Severity.WARNING)
    shown: Counter[str] = Counter()
    blocks = []
    for issue in issues:
        shown[issue.code] += issue.severity is Severity.WARNING
        if shown[issue.code] <= FOLDED_ABOVE or issue.severity is Severity.ERROR:
            blocks.append(_block(issue))
    folded = [
        f"{code}: {number - FOLDED_ABOVE} more warnings of this kind; --all prints them.\n"
        for code, number in sorted(often.items())
        if number > FOLDED_ABOVE
    ]
    return "".join((*blocks, *folded)) + summary(issues) + "\n"


def _block(issue: Issue) -> str:
    return (
        f"{issue.location}: {issue.severity} {issue.code}: found {_plain(issue.found)}\n"
        f"    expected: {_plain(issue.expected)}\n"
        f"    next step: {_plain(issue.next_step)}\n"
    )


def summary(issues: Sequence[Issue]) -> str:
    """Return how many errors and warnings there are, in one line."""
    errors = sum(i.severity is Severity.ERROR for i in issues)
    warnings = len(issues) - errors
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}."


def as_json(issues: Sequence[Issue]) -> str:
    """Return the issues as a JSON list of objects."""
    rows = [
        {
            "code": i.code,
            "severity": i.severity.value,
            "path": i.location.path,
            "line": i.location.line,
            "column": i.location.column,
            "found": i.found,
            "expected": i.expected,
            "next_step": i.next_step,
        }
        for i in issues
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_github(issues: Sequence[Issue]) -> str:
    """Return the issues as workflow commands that annotate lines of a pull request.

    Values are escaped as GitHub's toolkit does, so that content cannot give commands.
    """
    lines = [
        f"::{i.severity} file={_property(i.location.path)},line={i.location.line},"
        f"col={i.location.column},title={_property(i.code)}::"
        + _message(f"Found {i.found}\nExpected: {i.expected}\nNext step: {i.next_step}")
        for i in issues
    ]
    return "".join(f"{line}\n" for line in lines) + summary(issues) + "\n"


REPORTERS: dict[str, Reporter] = {"text": as_short_text, "json": as_json, "github": as_github}


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _plain(words: str) -> str:
    """Return words that a terminal cannot take for anything but words."""
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else f"\\u{ord(c):04x}"
        for c in words
    )


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
