"""What the program answers to an issue: plain words, never a mention, a link or a command."""

import re
from collections.abc import Iterable, Sequence

from generator.core.issues import Issue, Location
from generator.core.markdown import as_words
from generator.editorial.forms.content_changes import ContentChange
from generator.editorial.forms.issue_event import IssueEvent
from generator.editorial.forms.questions import Form, FormQuestion
from generator.model.fields import fields_of
from generator.model.updates import Update

MARK = "<!-- annual-report form -->"
LONGEST = 60_000
"""How many characters an answer may have; the host's bound is 65,536."""
_MOST_FAULTS = 20

_COPY = (
    "To say what became of ideas, copy the lines of those that have changed into the answer "
    "“Ideas”, put an x into one box of each, and save the issue:"
)

_FOR_FILES = re.compile(r"; in a text file[^.;]*")
"""What a message adds for those who write files."""

_INSIDE = frozenset(("of", "what", "by"))
"""Keys inside a record to which a question of its own leads."""

_RECORDS = {"ask": fields_of(Update)["ask"].label}
"""What a record is called about which there are several questions."""

_ANSWERS = {"ask": "what", "proposed": "on", "at_proposal": "status", "recorded": "as_of"}
"""Keys about which nothing is asked as such, and the question that is about them."""


_AGAIN = "edit the text of this issue above and save it; it will be read again."


def refusal(change: ContentChange, forms: Sequence[Form]) -> str:
    """Return the answer to an issue that cannot be used as it is, with every fault."""
    names = _Names(forms)
    told = [*change.faults, *(names.told(issue, change) for issue in change.issues)]
    return _answer(
        "Thank you. This cannot be used yet:",
        *_listed(told),
        "",
        *_looked_at(change, names),
        _AGAIN.capitalize(),
        "",
        *(_to_copy(change) if any("“Ideas”" in fault for fault in change.faults) else ()),
    )


def acceptance(change: ContentChange, told: str, forms: Sequence[Form]) -> str:
    """Return the answer to an issue that makes a good change; what may be a slip comes first.

    `told` says what changes, as readers will see it, in Markdown that takes nothing for markup.
    """
    files = [f"- `{path}`" for path in sorted(change.files)]
    return _answer(
        "Thank you.",
        "",
        *_looked_at(change, _Names(forms)),
        "This issue was turned into a change to the record:",
        *files,
        "",
        "What changes for the public:",
        "",
        told.strip(),
        "",
        *_to_copy(change),
        "Whoever approves the change gets this, too, with a preview of the pages.",
    )


def _looked_at(change: ContentChange, names: "_Names") -> list[str]:
    """Return what may be a slip, and what was understood otherwise than it was typed."""
    doubted = [names.told(issue, change) for issue in change.doubts]
    slips = ["**Please check before it is published:**", *_listed(doubted), ""]
    slips += [f"If this is a slip: {_AGAIN} If it is meant, say so in a comment.", ""]
    notes = ["How your answers were read:", *_listed(change.notes), ""]
    return [*(slips if doubted else ()), *(notes if change.notes else ())]


def _listed(told: Iterable[str]) -> list[str]:
    items = [f"- {as_words(words)}" for words in dict.fromkeys(told)]
    more = len(items) - _MOST_FAULTS
    return items[:_MOST_FAULTS] + ([f"- and {more} more."] if more > 0 else [])


def _to_copy(change: ContentChange) -> list[str]:
    """Return lines to fill in, as they are: indented, nothing in them is markup."""
    if not change.to_copy:
        return []
    return [_COPY, "", *(f"    {line}".rstrip() for line in change.to_copy), ""]


def commit_message(change: ContentChange, event: IssueEvent) -> str:
    """Return what git is told of a change; nothing in it was typed by anybody."""
    by = f"Proposed-by: @{event.author}\n" if event.author else ""
    return f"{change.title}\n\n{by}Closes: #{event.number}\n"


class _Names:
    """What the questions of the forms and their choices are called, by key."""

    def __init__(self, forms: Sequence[Form]) -> None:
        questions = [question for form in forms for question in form.questions]
        self._labels = {question.id: question.label for question in questions} | _RECORDS
        self._said = {key: name for key, name in self._labels.items() if "_" in key}
        self._said |= {key: words for key, words in _choices(questions).items() if "_" in key}
        alone = "|".join(n for n in self._labels if "_" not in n and n not in _INSIDE)
        self._key = re.compile(rf"\b(?:{'|'.join(map(re.escape, self._said))})\b")
        self._label = re.compile(
            rf'"({alone})"|(?<=expected )({alone})\b|(?<![“\w])({alone})(?=: )'
        )

    def told(self, issue: Issue, change: ContentChange) -> str:
        """Return a fault in the words of a form, with the question that it is about."""
        key = re.search(r' for "(\w+)"$', issue.found) or re.fullmatch(
            r'no key "(\w+)"', issue.found
        )
        name = key[1] if key else question_at(issue.location, change)
        where = f"“{self._labels[name]}”: " if name in self._labels else ""
        found = issue.found.removesuffix(f' for "{name}"')
        told = f"found {found}; expected {issue.expected}. {issue.next_step}"
        return f"{where}{self._in_words(told)}"

    def _in_words(self, told: str) -> str:
        told = self._key.sub(lambda key: f"“{self._said[key[0]]}”", _FOR_FILES.sub("", told))
        return self._label.sub(lambda key: f"“{self._labels[key[1] or key[2] or key[3]]}”", told)


def _choices(questions: Iterable[FormQuestion]) -> dict[str, str]:
    """Return what choices are called by their keys; a key with two meanings stays a key."""
    called: dict[str, set[str]] = {}
    for question in questions:
        for choice in () if question.names else question.choices:
            called.setdefault(choice.key, set()).add(choice.words)
    return {key: words.pop() for key, words in called.items() if len(words) == 1}


def question_at(location: Location, change: ContentChange) -> str:
    """Return the question whose answer a place in a made file has; who fills in a form sees none.

    Nothing where the file is not made.
    """
    lines = change.files.get(location.path, b"").decode().splitlines()
    if not lines:
        return ""
    if location.path.endswith(".md") and location.line > lines.index("---", 1):
        return "body"
    inner = re.match(r"\s+(?:- )?(\w+):", lines[location.line - 1])
    if inner and inner[1] in _INSIDE:
        return inner[1]
    keys = [found[1] for line in lines[: location.line] if (found := re.match(r"(\w+):", line))]
    return _ANSWERS.get(keys[-1], keys[-1]) if keys else ""


def _answer(*lines: str) -> str:
    text = "\n".join([MARK, *lines]).rstrip() + "\n"
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition("\n")[0] + "\n"
