"""The three issue forms as values: what is asked, and the choices that the content gives."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from generator.derive.references import known
from generator.derive.responsibility.holders import may_hold
from generator.editorial.updates.offered import offered_milestones
from generator.model.fields import Field, Fields, Holds, Shape, fields_of
from generator.model.initiative import AtProposal, Initiative, Proposed
from generator.model.keys import Basis, HeldBy, RoleKind
from generator.model.references import PROGRAM
from generator.model.report import Report, Source
from generator.model.statuses import INITIAL
from generator.model.updates import Update
from generator.words.collation import alphabetical
from generator.words.report_language import language_of
from generator.words.states import label

Kind = Literal["input", "textarea", "dropdown"]

PROPOSE, UPDATE, CORRECT = "propose-initiative", "status-update", "suggest-correction"
"""Names of the forms: of their files, and of the label that each gives its issues."""

OFF_CYCLE = "another-day"
"""The choice of a status update that belongs to no milestone."""

_HOW = {
    Shape.LIST: " Separate several with commas.",
    Shape.MAPPING: (
        " One per line: its name or ID, a colon, and its state. Left empty, the answer to this "
        "form lists the ideas by name, with boxes to tick."
    ),
}


@dataclass(frozen=True, slots=True)
class FormChoice:
    """One of the answers of a drop-down."""

    key: str
    """What content writes."""
    words: str

    @property
    def text(self) -> str:
        """Return what people see; the key in brackets keeps equal words apart."""
        return f"{' '.join(self.words.split())} [{self.key}]"


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One field of a form; its id is the key of the content that the answer goes to."""

    id: str
    label: str
    kind: Kind = "input"
    help: str = ""
    required: bool = False
    choices: tuple[FormChoice, ...] = ()
    names: str = ""
    """What the choices are, where they name something (`Ref.to`)."""
    field: Field | None = None
    """The field of the model that the answer goes to, if it is written and goes there as it is."""


@dataclass(frozen=True, slots=True)
class Form:
    """One issue form."""

    id: str
    name: str
    about: str
    opening: str
    """Markdown above the first question."""
    questions: tuple[FormQuestion, ...]


def forms_of(report: Report) -> tuple[Form, ...]:
    """Return the forms for a report: to propose, to update, to correct."""
    return (_propose(report), _update(report), _correct(report))


def key_in(option: str) -> str:
    """Return the key that is in brackets at the end of a choice."""
    return option.rpartition("[")[2].removesuffix("]")


def choices_of(form: Form) -> dict[str, dict[str, str]]:
    """Return the key behind every choice, by question and by the words that people see."""
    return {q.id: {c.text: c.key for c in q.choices} for q in form.questions if q.choices}


def _asked(questions: Iterable[FormQuestion]) -> tuple[FormQuestion, ...]:
    """Leave out drop-downs between nothing, as the posts of a city that names none."""
    return tuple(q for q in questions if q.kind != "dropdown" or q.choices)


def _question(
    field: Field,
    choices: tuple[FormChoice, ...] | None = None,
    *,
    name: str = "",
    label: str = "",
    needed: str | None = None,
) -> FormQuestion:
    """Return the question for a field of the model, in the catalog's words.

    `name`, `label` and `needed` are given where the form has others: of a field in another record,
    or of what somebody may leave out of the form.
    """
    told = field.told if needed is None else f"{field.meaning}{needed}"
    how = "" if choices else _HOW.get(field.shape, "") + _example(field)
    return FormQuestion(
        id=name or field.name,
        label=label or field.label,
        kind="dropdown" if choices is not None else _kind(field),
        help=f"{told}{how}",
        required=field.is_required and needed is None,
        choices=choices or (),
        names=field.ref.to if field.ref and choices else "",
        field=None if choices else field,
    )


def _example(field: Field) -> str:
    if field.holds is Holds.DATE:
        return " As exact as you know it: 2026, November 2026, or November 23, 2026."
    return f" For example: {field.example}"


def _kind(field: Field) -> Kind:
    is_long = field.is_long or field.holds is Holds.PROSE or field.shape is Shape.MAPPING
    return "textarea" if is_long else "input"


def _propose(report: Report) -> Form:
    fields, first = fields_of(Initiative), fields_of(AtProposal)
    ideas = fields["ideas"]
    questions = (
        _question(fields["title"]),
        _question(fields["area"], _choices(report, "area")),
        _question(fields["summary"]),
        FormQuestion("ideas", ideas.label, "textarea", f"{ideas.meaning} One per line."),
        _question(fields_of(Proposed)["on"]),
        _question(first["status"], _labeled(report, INITIAL)),
        _question(first["why"]),
        *(_role(report, kind) for kind in report.about.roles.asked),
        _question(fields["sources"], needed=""),
        *_new_source(fields_of(Source)),
    )
    return Form(
        PROPOSE,
        "Propose an initiative",
        "Put a new promise on the record",
        "Fill this in. A draft of the record is made from it, and a staff member reads it before "
        "it is published. Sending the form does not publish anything.",
        _asked(questions),
    )


def _role(report: Report, kind: RoleKind) -> FormQuestion:
    """Return the question who holds a role."""
    policy = report.about.roles.of(kind)
    choices = tuple(FormChoice(one, name) for one, name in may_hold(report, kind).items())
    told = f"{_HOLDERS[policy.held_by]} {_ROLES[kind]}"
    return FormQuestion(kind.value, kind.value.capitalize(), "dropdown", told, choices=choices)


_HOLDERS = {
    HeldBy.POST: "The post",
    HeldBy.UNIT: "The unit",
    HeldBy.EITHER: "The post or unit",
}
_ROLES = {
    RoleKind.OWNER: "responsible for daily work.",
    RoleKind.SPONSOR: "accountable for the whole initiative.",
}


def _new_source(fields: Fields) -> Iterator[FormQuestion]:
    for name in ("title", "address", "holder", "published"):
        label = f"New source: {fields[name].label.lower()}"
        yield _question(fields[name], name=f"source_{name}", label=label, needed="")


def _update(report: Report) -> Form:
    return Form(
        UPDATE,
        "Post a status update",
        "Say how an initiative is doing",
        "One update for each initiative and milestone. What was posted before is never "
        "overwritten. If one initiative becomes part of another, name that one under “Continues "
        "in”; it is also entered there.",
        _asked(_questions_of_update(report)),
    )


def _questions_of_update(report: Report) -> Iterator[FormQuestion]:
    """Yield a question for each field of an update that is not filled in by the program."""
    asked = [field for field in fields_of(Update).values() if field.name not in _NOT_ASKED]
    for field in sorted(asked, key=lambda field: field.holds is Holds.PROSE):
        if field.of:
            for part in fields_of(field.of).values():
                yield _question(part, needed=f" {field.needed}")
        else:
            yield _question(field, _choices_for(report, field))


_NOT_ASKED = frozenset({"recorded", "source_word"})
_BASES = {
    Basis.REPORTED: "Whoever is responsible for it",
    Basis.OFFICIAL: "Records of the organization",
    Basis.COMPILED: "Editors, from public sources",
}


def _choices_for(report: Report, field: Field) -> tuple[FormChoice, ...] | None:
    """Return what a field of an update is chosen from; None where it is written."""
    if field.shape is not Shape.ONE:
        return None
    if field.ref and field.ref.to == "milestone":
        off_cycle = FormChoice(OFF_CYCLE, "None: a change between milestones")
        return (*(FormChoice(*one) for one in offered_milestones(report).items()), off_cycle)
    if field.ref:
        return _choices(report, field.ref.to)
    if field.keys is Basis:
        return tuple(FormChoice(key, words) for key, words in _BASES.items())
    return _labeled(report, map(field.keys, field.words)) if field.keys else None


def _correct(report: Report) -> Form:
    everything_else = FormChoice(PROGRAM, "The program, an area, a page, or a source")
    return Form(
        CORRECT,
        "Suggest a correction",
        "Say what is wrong, and what it should say",
        "Copy the words exactly as they are in the report. Statuses, counts, and dates that the "
        "site works out cannot be corrected here: post a status update instead.",
        (
            FormQuestion(
                "about",
                "What it is about",
                "dropdown",
                required=True,
                choices=(*_choices(report, "initiative"), everything_else),
                names="initiative",
            ),
            FormQuestion(
                "now",
                "What it says now",
                "textarea",
                "Enough words that they match only one place.",
                required=True,
            ),
            FormQuestion("should", "What it should say", "textarea", required=True),
            FormQuestion(
                "source",
                "How do you know",
                "textarea",
                "A source, a document, or a person to ask.",
                required=True,
            ),
        ),
    )


def _choices(report: Report, to: str) -> tuple[FormChoice, ...]:
    """Return what a reference may name; initiatives by title, all others in the report's order."""
    names = known(report)[to]
    order = (
        sorted(names, key=lambda i: (alphabetical(names[i]), i)) if to == "initiative" else names
    )
    return tuple(FormChoice(some_id, names[some_id]) for some_id in order)


def _labeled(report: Report, keys: Iterable[StrEnum]) -> tuple[FormChoice, ...]:
    """Return keys with what they are called."""
    say = language_of(report)
    return tuple(FormChoice(key, say(label(key))) for key in keys)
