"""docs/editors/errors.md: every code that a message may carry, and what to do about it."""

from collections.abc import Mapping, Sequence

from rules_page import GROUPS

from generator.check.codes import ReadingCodes
from generator.check.rule import Rule

OPENING = """\
# What to do about each message

A message has four parts: where (file, line, column), the code with what was found, what was
expected, and what to do next. The last part is meant for you; this page gives more details by code.
An **error** keeps the change from being published. A **warning** is counted and shown, and may be
fine as it is. A **note** is not a fault. `python3 tasks.py golden` renews this page from the rules
themselves.

"""

SUBJECTS = {
    "R910": "what was presented at a meeting",
    "A001": "addresses on the site",
    "F001": "files and their names",
    "F007": "content of another version",
    "F011": "pictures",
    "L001": "addresses on the web",
    "J001": "the file of a frozen snapshot",
    "S001": "lines and what they hold",
    "V001": "frozen editions",
    "Y001": "characters",
    "Y009": "what YAML allows and this report does not",
    "Y019": "text that is not YAML",
    "Y030": "the lines above a text",
    "Y032": "a merge that was not finished",
}
"""What each run of codes beside the rules is about, by its first code."""


def errors_guide(
    rules: Sequence[Rule], examples: Mapping[str, str], reading: Sequence[ReadingCodes]
) -> str:
    """Return the page in Markdown; `examples` holds by code what `check` prints for a breach."""
    parts = [OPENING]
    for faults in reading:
        if faults.rows:
            rows = "".join(f"| {code} | {means} |\n" for code, means in faults.rows)
            head = "| code | what is wrong |\n| --- | --- |\n"
            parts.append(f"## {_range(faults)}\n\n{head}{rows}\n")
    for hundred, title in GROUPS.items():
        own = [rule for rule in rules if rule.code.startswith(hundred)]
        rows = "".join(_row(rule, examples[rule.code]) for rule in own)
        head = "| code | the promise it breaks | what to do, from a real message |\n"
        parts.append(f"## {title}\n\n{head}| --- | --- | --- |\n{rows}\n")
    return "".join(parts).rstrip("\n") + "\n"


def _range(faults: ReadingCodes) -> str:
    codes = " to ".join(dict.fromkeys((faults.rows[0][0], faults.rows[-1][0])))
    return f"{codes}: {SUBJECTS.get(faults.rows[0][0], 'a file that cannot be used as it is')}"


def _row(rule: Rule, example: str) -> str:
    return f"| {rule.code} ({rule.severity}) | {rule.title} | {_next_step(example, rule)} |\n"


def _next_step(example: str, rule: Rule) -> str:
    """Return the last indented line below the rule's first message."""
    lines = example.splitlines()
    start = next(n for n, line in enumerate(lines) if f" {rule.code}: " in line)
    below = [line.strip() for line in _indented(lines[start + 1 :])]
    return below[-1].removeprefix("next step: ").replace("|", "\\|")


def _indented(lines: Sequence[str]) -> list[str]:
    end = next((n for n, line in enumerate(lines) if not line.startswith(" ")), len(lines))
    return list(lines[:end])
