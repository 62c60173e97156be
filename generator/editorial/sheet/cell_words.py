"""What is at fault in a workbook, in the words of sheets: columns, rows and cells.

The model and the rules speak of files, with keys and lines; whoever fills in a workbook sees none.
"""

import re
from dataclasses import replace

from generator.core.issues import Issue
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.workbook_reader import SheetRow

_MISSING = re.compile(r'no key "(\w+)"')
_EXPECTED = re.compile(r'the key "\w+"(?:: )?')

_INSTEAD = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r", (?:in|without) quotes\b", ""),
        (r"; in a text file it is a separate line below \w+", ""),
        (r"Fill it in, or remove the key\.", "Fill in the cell, or clear it."),
        (r"leave out the key\b", "clear the cell"),
        (r"\bthe key empty text", "an empty cell"),
        (r'\bthe key (?=")', "the name "),
        (r"\bthe file content/updates/([\w-]+)/([\w-]+)\.md", r'the row \1 \2 of "updates"'),
        (r"\bcontent/updates/([\w-]+)/([\w-]+)\.md", r'the row \1 \2 of "updates"'),
        (r"\bcontent/evaluations/(\d+)/([\w-]+)\.md", r'the row \1 \2 of "evaluations"'),
        (r"\bcontent/(initiatives|areas)/([\w-]+)\.yml", r'the row \2 of "\1"'),
        (r"\borganization\.yml", 'the sheets "units", "posts", and "outside partners"'),
        (r"\bsources\.yml", 'the sheet "sources"'),
        (r"\bcycles\.yml", 'the sheets "budget cycles" and "milestones"'),
        (r"\b(?:content/)?report\.yml", "the settings of the report"),
    )
)
"""What is said of files, and what it is called in a workbook."""


def in_sheet_words(text: str) -> str:
    """Return words about files as words about sheets."""
    for pattern, words in _INSTEAD:
        text = pattern.sub(words, text)
    return text


def refusal_of(issue: Issue, place: str, row: SheetRow | None = None) -> Refusal:
    """Return a fault of a file that a workbook would make as the refusal of a cell.

    `row` is the one that it comes from, in which an empty cell is looked for.
    """
    missing = _MISSING.fullmatch(issue.found)
    if missing:
        return _empty(issue, place, row, missing[1])
    words = (issue.found, issue.expected, issue.next_step)
    return Refusal(place, *map(in_sheet_words, words))


def _empty(issue: Issue, place: str, row: SheetRow | None, key: str) -> Refusal:
    """Return the refusal of a cell that is empty and must not be."""
    means = _EXPECTED.sub("", issue.expected) or "a value"
    wanted = in_sheet_words(means[:1].lower() + means[1:].rstrip("."))
    columns = row.kind.columns if row else ()
    found = [n for n, one in enumerate(columns) if one.path[-1:] == (key,) and not one.gap]
    if row is None or len(found) != 1:
        step = "Add a row about it in the sheet that it has of its own."
        return Refusal(place, f"nothing for {key.replace('_', ' ')}", wanted, step)
    column = columns[found[0]]
    step = "Choose one from the list of the cell." if column.words else "Fill in the cell."
    return Refusal(row.place(found[0]), f"an empty cell under {column.name}", wanted, step)


def named(refusal: Refusal, code: str) -> Refusal:
    """Return a refusal with the code of the rule that is broken."""
    return replace(refusal, found=f"{refusal.found} ({code})")
