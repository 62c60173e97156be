"""Issues in words for people, as JSON and SARIF for programs, as annotations for the git host."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from urllib.parse import quote

from generator.core.issues import Issue, Location, Severity, errors_in
from generator.core.naming import name_list

Reporter = Callable[[Sequence[Issue]], str]

_LINE_ENDS = re.compile(r"[\r\n\t]+")
_REFERRED = re.compile(r"[\\`*_{}\[\]()<>#!|~@&$]")
"""Signs that Markdown could take for markup, or the git host for a mention."""


def as_text(issues: Sequence[Issue]) -> str:
    """Return the issues in words, with a line that counts them at the end."""
    return "".join(_blocks(issues)) + summary(issues) + "\n"


FOLDED_ABOVE = 5
"""Warnings of one rule beyond which `as_short_text` shows only the first few."""


def as_short_text(issues: Sequence[Issue]) -> str:
    """Return the warnings, of a rule that warns often only the first and a count, then every error.

    What stops a change stands last, where a terminal leaves the reader; the last line holds what is
    only noted.
    """
    often = Counter(i.code for i in issues if i.severity is Severity.WARNING)
    shown: Counter[str] = Counter()
    first = []
    for issue in issues:
        shown[issue.code] += issue.severity is Severity.WARNING
        if issue.severity is Severity.WARNING and shown[issue.code] <= FOLDED_ABOVE:
            first.append(issue)
    folded = [
        f"{code}: {number - FOLDED_ABOVE} more warnings of this kind; --all prints them.\n"
        for code, number in sorted(often.items())
        if number > FOLDED_ABOVE
    ]
    blocks = (*_blocks(first), *folded, *_blocks(errors_in(issues)))
    return "".join(blocks) + summary(issues) + "\n"


def _blocks(issues: Sequence[Issue]) -> list[str]:
    """Return the issues in words; what is the same in several places is told once."""
    places: dict[Issue, list[Location]] = {}
    for issue in issues:
        places.setdefault(replace(issue, location=_NOWHERE), []).append(issue.location)
    return [_block(replace(same, location=at[0]), at[1:]) for same, at in places.items()]


_NOWHERE = Location("")


def _block(issue: Issue, also: Sequence[Location]) -> str:
    return (
        f"{issue.location}: {issue.severity} {issue.code}: found {_plain(issue.found)}\n"
        + (f"    also at: {name_list(also, 'and')}\n" if also else "")
        + f"    expected: {_plain(issue.expected)}\n"
        f"    next step: {_plain(issue.next_step)}\n"
    )


def summary(issues: Sequence[Issue]) -> str:
    """Return how many errors and warnings there are, and what is only noted, in one line."""
    counts = Counter(i.severity for i in issues)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    notes = "".join(f" {_plain(i.found)}." for i in issues if i.severity is Severity.NOTE)
    return f"{_times_words(errors, 'error')}, {_times_words(warnings, 'warning')}.{notes}"


def as_json(issues: Sequence[Issue]) -> str:
    """Return the issues as a JSON list of objects."""
    return data_text([issue.as_data() for issue in issues])


def data_text(data: object) -> str:
    """Return data as JSON for a terminal or a file."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(issues: Sequence[Issue]) -> str:
    """Return the issues as workflow commands that annotate lines of a pull request.

    Values are escaped as GitHub's toolkit does, so that content cannot give commands.
    """
    lines = [
        f"::{_COMMANDS[i.severity]} file={_property(i.location.path)},line={i.location.line},"
        f"col={i.location.column},title={_property(i.code)}::"
        + _message(f"Found {i.found}\nExpected: {i.expected}\nNext step: {i.next_step}")
        for i in issues
    ]
    return "".join(f"{line}\n" for line in lines) + summary(issues) + "\n"


def as_gitlab(issues: Sequence[Issue]) -> str:
    """Return the issues as a code quality report, which GitLab shows beside lines."""
    report = [
        {
            "check_name": i.code,
            "description": f"Found {i.found}. Expected: {i.expected}. {i.next_step}",
            "fingerprint": sha256(f"{i.code} {i.location} {i.found}".encode()).hexdigest(),
            "severity": "major" if i.severity is Severity.ERROR else "minor",
            "location": {"path": i.location.path, "lines": {"begin": i.location.line}},
        }
        for i in issues
    ]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_markdown(issues: Sequence[Issue]) -> str:
    """Return every issue in Markdown, errors first, as the summary of a run shows it."""
    lines = [f"### Check: {summary(issues)}", ""]
    for severity in Severity:
        kind = [i for i in issues if i.severity is severity]
        lines += [f"#### {_times_words(len(kind), severity.value)}", ""] if kind else []
        lines += [
            f"- {_code(str(i.location))} {i.code}: found {_quoted(i.found)}; "
            f"expected {_quoted(i.expected)}. {_quoted(i.next_step)}"
            for i in kind
        ]
        lines += [""] if kind else []
    return "\n".join(lines)


REPORTERS: dict[str, Reporter] = {
    "text": as_short_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "markdown": as_markdown,
}


def changed_first(issues: Sequence[Issue], changed: Collection[str]) -> list[Issue]:
    """Return the issues with errors first, and among each kind those of changed files.

    The git host shows only the first ten of a step beside the lines.
    """
    order = list(Severity)
    return sorted(issues, key=lambda i: (order.index(i.severity), i.location.path not in changed))


SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(issues: Sequence[Issue], rules: Mapping[str, tuple[str, str]]) -> str:
    """Return the issues in SARIF 2.1.0 (OASIS), which code scanning reads.

    `rules` gives by code a promise and the harm of its breach; a code that is not there stands
    without them.
    """
    codes = sorted({*rules, *(issue.code for issue in issues)})
    levels = {issue.code: issue.severity.value for issue in issues}
    driver = {
        "name": "annual-report",
        "rules": [_sarif_rule(c, rules.get(c), levels.get(c)) for c in codes],
    }
    results = [_sarif_result(issue, codes.index(issue.code)) for issue in issues]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(code: str, words: tuple[str, str] | None, level: str | None) -> dict[str, object]:
    rule: dict[str, object] = {"id": code}
    if words:
        rule["shortDescription"] = {"text": words[0]}
        rule["fullDescription"] = {"text": " ".join(filter(None, words))}
    if level:
        rule["defaultConfiguration"] = {"level": level}
    return rule


def _sarif_result(issue: Issue, rule: int) -> dict[str, object]:
    words = f"Found {issue.found}. Expected: {issue.expected}. Next step: {issue.next_step}"
    place = {
        "artifactLocation": {"uri": quote(issue.location.path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": issue.location.line, "startColumn": issue.location.column},
    }
    return {
        "ruleId": issue.code,
        "ruleIndex": rule,
        "level": issue.severity.value,
        "message": {"text": _plain(words)},
        "locations": [{"physicalLocation": place}],
    }


def _code(words: str) -> str:
    return "`" + _plain(words).replace("`", "'") + "`"


def _quoted(words: str) -> str:
    """Return words that Markdown takes for words, whatever content holds."""
    return _REFERRED.sub(lambda sign: f"&#{ord(sign[0])};", _plain(" ".join(words.split())))


def _times_words(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _plain(words: str) -> str:
    """Return words that a terminal cannot take for anything but words."""
    return "".join(
        c if unicodedata.category(c) not in ("Cc", "Cf", "Cs") else f"\\u{ord(c):04x}"
        for c in _LINE_ENDS.sub(" ", words)
    )


def _message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _message(words).replace(":", "%3A").replace(",", "%2C")
