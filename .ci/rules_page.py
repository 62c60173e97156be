"""docs/rules.md: every rule with its reason and a real message; faults of reading and editions."""

from collections.abc import Mapping, Sequence

from generator.check.codes import ReadingCodes
from generator.check.rule import Rule
from generator.core.issues import Severity

GROUPS = {
    "R1": "Names and references",
    "R2": "Roles",
    "R3": "Time",
    "R4": "Status and evidence",
    "R5": "Measures and figures",
    "R6": "Sources",
    "R7": "Prose and images",
    "R8": "Leftovers and near duplicates",
    "R9": "Due and still missing",
}
"""What each hundred of codes is about."""

OPENING = """\
# Rules

What `annual-report check` checks. Each rule is one small function in
`generator/check/`; its folder in `tests/rules/` shows content that breaks it and the nearest
content that keeps it. An **error** stops the build; a **warning** is counted and shown, and stops
it only under `--strict`; a **note** is not a fault, and is in the last line of every run.
`python3 tasks.py golden` renews this page.
"""


def rules_page(
    rules: Sequence[Rule], examples: Mapping[str, str], reading: Sequence[ReadingCodes]
) -> str:
    """Return the page in Markdown.

    `examples` holds by code what `check` prints for content that breaks the rule; raises KeyError
    where a rule has none.
    """
    parts = [OPENING, _overview(rules)]
    for hundred, title in GROUPS.items():
        own = [rule for rule in rules if rule.code.startswith(hundred)]
        parts += [f"## {title}\n", *(_section(rule, examples[rule.code]) for rule in own)]
    parts += ["## Faults of reading\n", "What keeps a file from being read at all.\n"]
    tables = [faults for faults in reading if faults.rows]
    parts += [_reading_table(f) for f in tables if not _is_of_editions(f)]
    parts += ["## Frozen editions\n", "What `annual-report verify` checks, and `check` as well.\n"]
    parts += [_reading_table(f) for f in tables if _is_of_editions(f)]
    return "\n".join(parts)


def _is_of_editions(faults: ReadingCodes) -> bool:
    return faults.rows[0][0].startswith("V")


def _overview(rules: Sequence[Rule]) -> str:
    rows = [f"| [{r.code}](#{r.code.lower()}) | {r.title} | {r.severity} |\n" for r in rules]
    return "".join(["| code | promise | a breach is |\n| --- | --- | --- |\n", *rows])


def _section(rule: Rule, example: str) -> str:
    shown = _first_message(example, rule)
    return (
        f"### {rule.code}\n\n**{rule.title}** {rule.why}\n\n"
        f"An example of a breach, and what to do:\n\n```text\n{shown}```\n"
    )


def _first_message(example: str, rule: Rule) -> str:
    """Return the first message of the rule: its line and the indented ones below it."""
    mark = f": {Severity(rule.severity)} {rule.code}: "
    lines = example.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if mark in line)
    below = (n for n in range(start + 1, len(lines)) if not lines[n].startswith(" "))
    return "".join(lines[start : next(below, len(lines))])


def _reading_table(faults: ReadingCodes) -> str:
    rows = "".join(f"| {code} | {means} |\n" for code, means in faults.rows)
    return f"{faults.subject}\n\n| code | what it means |\n| --- | --- |\n{rows}"
