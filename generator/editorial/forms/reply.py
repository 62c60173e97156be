"""What the program answers to an issue: plain words, never a mention, a link or a command."""

import re
from collections.abc import Sequence

from generator.core.issues import Issue, Location
from generator.core.markdown import as_words
from generator.editorial.forms.content_changes import ContentChange
from generator.editorial.forms.issue_event import IssueEvent
from generator.editorial.forms.questions import Form

MARK = "<!-- annual-report form -->"
LONGEST = 20_000
"""How many characters an answer may have; the host's bound is 65,536."""
_MOST_FAULTS = 20


_AGAIN = "edit the text of this issue above and save it; it will be read again."


def refusal(change: ContentChange, forms: Sequence[Form]) -> str:
    """Return the answer to an issue that cannot be used as it is, with every fault."""
    told = [*change.faults, *_told(change.issues, change, forms)]
    return _answer(
        "Thank you. This cannot be used yet:",
        *_listed(told),
        "",
        _AGAIN.capitalize(),
    )


def acceptance(change: ContentChange, told: str, forms: Sequence[Form]) -> str:
    """Return the answer to an issue that makes a good change; `told` says what it changes.

    What may be a slip comes before all else.
    """
    doubted = _listed(_told(change.doubts, change, forms))
    files = [f"- `{path}`" for path in sorted(change.files)]
    lines = [f"    {line}" for line in told.strip().splitlines()]
    return _answer(
        *(_doubtful(doubted) if doubted else ["Thank you."]),
        "This issue was turned into a change to the record:",
        *files,
        "",
        "What changes for the public:",
        "",
        *(lines or ["    Nothing that the site shows on its day."]),
        "",
        *(as_words(note) for note in change.notes),
    )


def _doubtful(doubted: Sequence[str]) -> list[str]:
    return [
        "Thank you. **Please check before it is published:**",
        *doubted,
        "",
        f"If this is a slip: {_AGAIN} If it is meant, say so in a comment.",
        "",
    ]


def _told(issues: Sequence[Issue], change: ContentChange, forms: Sequence[Form]) -> list[str]:
    labels = {question.id: question.label for form in forms for question in form.questions}
    return [_change_words(issue, change, labels) for issue in issues]


def _listed(told: Sequence[str]) -> list[str]:
    items = [f"- {as_words(words)}" for words in dict.fromkeys(told)]
    more = len(items) - _MOST_FAULTS
    return items[:_MOST_FAULTS] + ([f"- and {more} more."] if more > 0 else [])


def commit_message(change: ContentChange, event: IssueEvent) -> str:
    """Return what git is told of a change; nothing in it was typed by anybody."""
    by = f"Proposed-by: @{event.author}\n" if event.author else ""
    return f"{change.title}\n\n{by}Closes: #{event.number}\n"


def _change_words(issue: Issue, change: ContentChange, labels: dict[str, str]) -> str:
    key = re.search(r' for "(\w+)"$', issue.found) or re.fullmatch(r'no key "(\w+)"', issue.found)
    name = key[1] if key else _key_at(issue.location, change)
    where = f"“{labels[name]}”: " if name in labels else ""
    return f"{where}found {issue.found}; expected {issue.expected}. {issue.next_step}"


def _key_at(location: Location, change: ContentChange) -> str:
    """Return the key of a made file in whose value a place lies: who fills in a form sees none."""
    lines = change.files.get(location.path, b"").decode().splitlines()[: location.line]
    keys = [found[1] for line in lines if (found := re.match(r"(\w+):", line))]
    return keys[-1] if keys else ""


def _answer(*lines: str) -> str:
    text = "\n".join([MARK, *lines]).rstrip() + "\n"
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition("\n")[0] + "\n"
