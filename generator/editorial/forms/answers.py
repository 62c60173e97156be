"""From the text of an issue to the answers, strictly as the form's file asks for them.

An answer may hold anything, also lines that look like the headings of other answers. So every
heading of the form must be there exactly once and in the form's order; else nothing is taken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as of_each

from generator.core.naming import name_list, nearest
from generator.editorial.forms.form_files import FormField
from generator.editorial.forms.questions import key_in
from generator.editorial.updates.offered import without_mark
from generator.model.values import LONGEST_TEXT

LONGEST_BODY = 60_000
LONGEST = {"input": 2_000, "textarea": LONGEST_TEXT, "dropdown": 2_000}
"""How many characters a whole issue, and an answer of each kind, may have."""

MOST_HEADINGS = 200
"""How many lines of an issue may begin like the heading of a field; no form has so many fields."""

NO_ANSWER = "_No response_"
NO_CHOICE = "None"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered, by the field's id, and every fault in words."""

    given: dict[str, str]
    faults: list[str]
    notes: list[str] = of_each(default_factory=list)
    """What was understood otherwise than it was typed."""
    unfit: frozenset[str] = frozenset()
    """Questions of which the answer cannot be used; it is not among what was given."""
    is_readable: bool = True
    """Whether it is certain which answer is to which question."""

    def get(self, name: str) -> str:
        """Return an answer, empty where there is none."""
        return self.given.get(name, "")


def read_answers(body: str, fields: Sequence[FormField]) -> Answers:
    """Return the answers in an issue's text, or why none of them can be trusted."""
    if len(body) > LONGEST_BODY:
        most = f"{LONGEST_BODY:,}"
        return _unreadable(f"The text of the issue is longer than {most} characters. Shorten it.")
    text = body.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if sum(line.startswith("### ") for line in lines) > MOST_HEADINGS:
        return _unreadable(f"More than {MOST_HEADINGS} lines begin with “###”. Fill in a new form.")
    begins = {field.id: _headings(lines, field) for field in fields}
    faults = list(_misplaced(lines, fields, begins))
    if faults:
        return _unreadable(*faults)
    starts = [begins[field.id][0] for field in fields]
    ends = [*starts[1:], len(lines)]
    given = {
        field.id: _answer("\n".join(lines[start + 1 : end]), field)
        for field, start, end in zip(fields, starts, ends, strict=True)
    }
    found = {field.id: [*_unfit(given[field.id], field)] for field in fields}
    unfit = frozenset(name for name, faults in found.items() if faults)
    return Answers(
        {name: answer for name, answer in given.items() if answer and name not in unfit},
        [fault for faults in found.values() for fault in faults],
        unfit=unfit,
    )


def _unreadable(*faults: str) -> Answers:
    return Answers({}, [*faults], is_readable=False)


def _headings(lines: Sequence[str], field: FormField) -> list[int]:
    return [number for number, line in enumerate(lines) if line == f"### {field.label}"]


def _misplaced(
    lines: Sequence[str], fields: Sequence[FormField], begins: dict[str, list[int]]
) -> Iterator[str]:
    for field in fields:
        found = len(begins[field.id])
        if found == 0:
            yield (
                f"The heading “{field.label}” is missing. The form may have changed since, or the "
                "headings were edited; fill in a new form."
            )
        elif found > 1:
            yield (
                f"The line “### {field.label}” appears {found} times. An answer must not contain "
                "such a line, since it could be mistaken for another answer. Write it "
                "differently."
            )
    if any(len(found) != 1 for found in begins.values()):
        return
    firsts = [begins[field.id][0] for field in fields]
    if firsts != sorted(firsts):
        yield "The headings are not in the form's order. Fill in a new form."
    elif any(line.strip() for line in lines[: firsts[0]]):
        yield "There is text above the first heading. Move it into an answer."


def _answer(text: str, field: FormField) -> str:
    stripped = text.strip()
    if stripped == NO_ANSWER or (field.kind == "dropdown" and stripped == NO_CHOICE):
        return ""
    return " ".join(stripped.split()) if field.kind == "input" else stripped


def _unfit(answer: str, field: FormField) -> Iterator[str]:
    if field.required and not answer:
        yield f"“{field.label}” has no answer. Fill it in."
    if len(answer) > LONGEST[field.kind]:
        most = f"{LONGEST[field.kind]:,}"
        yield f"“{field.label}” is longer than {most} characters. Shorten it."
    elif answer and field.kind == "dropdown" and not _is_choice(answer, field):
        yield _no_choice(answer, field)


def _is_choice(answer: str, field: FormField) -> bool:
    """Return whether an answer is a choice.

    What is due now when the form is sent may no longer be when its text is edited.
    """
    return without_mark(answer) in map(without_mark, field.options)


def _no_choice(answer: str, field: FormField) -> str:
    """Say that an answer is none of the choices, which one may be meant, and what they are."""
    keys = {key_in(option): option for option in field.options}
    meant = keys.get(nearest(answer.replace(" ", "_"), keys)) or nearest(answer, field.options)
    question = f"Did you mean “{meant}”? " if meant else ""
    return (
        f"“{field.label}”: found “{excerpt(answer)}”, which is not one of the choices on the "
        f"form; expected one of {name_list(field.options, most=15)}. {question}Write it with the "
        "word in brackets, or fill in a new form."
    )


def excerpt(text: str, most: int = 80) -> str:
    """Return a text in one line of at most so many characters, to be quoted in an answer."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 3]}..."
