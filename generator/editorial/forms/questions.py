"""The three issue forms as values: what is asked, and the choices that the content gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.derive.responsibility.budget_cycle import in_due_order
from generator.model.keys import Basis
from generator.model.report import Report, Term
from generator.model.statuses import INITIAL, REPORTED, Confidence, Phase, Status

Kind = Literal["input", "textarea", "dropdown"]

PROPOSE, UPDATE, CORRECT = "propose-initiative", "status-update", "suggest-correction"
"""Names of the forms: of their files, and of the label that each gives its issues."""

OFF_CYCLE = "another-day"
"""The choice of a status update that belongs to no milestone."""

PROGRAMME = "programme"
"""The choice of what belongs to no single initiative."""

_DATE = "As exact as is known: 2026, 2026-11 or 2026-11-23."


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers of a drop-down."""

    key: str
    """What content writes."""
    words: str

    @property
    def text(self) -> str:
        """Return what people see; the key in brackets keeps equal words apart."""
        return f"{' '.join(self.words.split())} [{self.key}]"


@dataclass(frozen=True, slots=True)
class Question:
    """One field of a form; its id is the key of the content that the answer goes to."""

    id: str
    label: str
    kind: Kind = "input"
    help: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One issue form."""

    id: str
    name: str
    about: str
    opening: str
    """Markdown above the first question."""
    questions: tuple[Question, ...]


NAMING_INITIATIVES = frozenset({"initiative", "continues_in", "about"})
"""Ids of the questions whose choices are initiatives."""


def forms_of(report: Report) -> tuple[Form, ...]:
    """Return the forms for a report: to propose, to update, to correct."""
    return (_propose(report), _update(report), _correct(report))


def key_in(option: str) -> str:
    """Return the key that stands in brackets at the end of a choice."""
    return option.rpartition("[")[2].removesuffix("]")


def choices_of(form: Form) -> dict[str, dict[str, str]]:
    """Return the key behind every choice, by question and by the words that people see."""
    return {q.id: {c.text: c.key for c in q.choices} for q in form.questions if q.choices}


def _asked(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Leave out drop-downs between nothing, as the posts of a city that names none."""
    return tuple(q for q in questions if q.kind != "dropdown" or q.choices)


def _propose(report: Report) -> Form:
    areas = tuple(Choice(area.id, area.title) for area in report.areas)
    states = _terms(report.vocabulary.status, INITIAL)
    posts = _posts(report)
    questions = (
        Question("title", "Title", required=True, help="What is promised, in one line."),
        Question("area", "Topic area", "dropdown", required=True, choices=areas),
        Question(
            "summary",
            "Summary",
            "textarea",
            "What will be different for whom, in two or three sentences.",
            required=True,
        ),
        Question("ideas", "Ideas", "textarea", "Ways to put it into practice, one to a line."),
        Question("on", "Proposed on", help=_DATE, required=True),
        Question(
            "status", "Where it stands at the start", "dropdown", required=True, choices=states
        ),
        Question(
            "why",
            "What shows that",
            "textarea",
            "One or two sentences: the decision, or the work that has begun.",
            required=True,
        ),
        Question("owner", "Owner", "dropdown", "The post for daily work.", choices=posts),
        Question("sponsor", "Sponsor", "dropdown", "The post that answers for all.", choices=posts),
        *_SOURCE,
    )
    return Form(
        PROPOSE,
        "Propose an initiative",
        "Put a new promise on the record",
        "Fill this in; a draft of the record is made from it, and somebody of the city reads it "
        "before it is published. Nothing is published by sending the form.",
        _asked(questions),
    )


_SOURCE = (
    Question(
        "sources",
        "Listed sources",
        help="Ids from the page of sources, with commas between them; else name a new one.",
    ),
    Question("source_title", "New source: its title"),
    Question("source_address", "New source: its address", help="From https:// on."),
    Question("source_published", "New source: when it appeared", help=_DATE),
)


def _update(report: Report) -> Form:
    return Form(
        UPDATE,
        "Post a status update",
        "Say how an initiative stands",
        "One update for each initiative and milestone. What was posted before is never "
        "overwritten. Where one initiative becomes part of another, say under “Continues in” "
        "which; the other one is told of it as well.",
        _asked((*_when_and_who(report), *_standing(report), *_HELP_AND_PROOF)),
    )


def _when_and_who(report: Report) -> tuple[Question, ...]:
    due = in_due_order(report.calendar.milestones)
    milestones = tuple(Choice(m.id, m.title) for m in reversed(due))
    off_cycle = Choice(OFF_CYCLE, "None: a change between milestones")
    bases = (
        Choice(Basis.REPORTED, "The post that answers for it"),
        Choice(Basis.COMPILED, "Editors, from public sources"),
    )
    return (
        Question(
            "initiative", "Initiative", "dropdown", required=True, choices=_initiatives(report)
        ),
        Question(
            "milestone", "Milestone", "dropdown", required=True, choices=(*milestones, off_cycle)
        ),
        Question(
            "as_of",
            "As of which day",
            help=f"{_DATE} Between milestones a full day.",
            required=True,
        ),
        Question("basis", "Who says so", "dropdown", required=True, choices=bases),
        Question(
            "author",
            "Post that reports",
            "dropdown",
            "Only where the post that answers for it says so.",
            choices=_posts(report),
        ),
    )


def _standing(report: Report) -> tuple[Question, ...]:
    words = report.vocabulary
    statuses = _terms(words.status, REPORTED)
    phases, colours = _terms(words.phase, Phase), _terms(words.confidence, Confidence)
    return (
        Question("status", "Status", "dropdown", required=True, choices=statuses),
        Question("reason", "Reason", "textarea", "Why it stands so, in one sentence."),
        Question(
            "actual_on",
            "Ended or completed on",
            help=f"Only for what is completed, ended or cancelled. {_DATE}",
        ),
        Question(
            "continues_in",
            "Continues in",
            "dropdown",
            "Only for what is merged or superseded: the initiative that goes on with it.",
            choices=_initiatives(report),
        ),
        Question("phase", "Phase", "dropdown", required=True, choices=phases),
        Question("phase_reason", "What shows the phase"),
        Question(
            "confidence",
            "Confidence",
            "dropdown",
            "Whether the whole promise will be kept.",
            required=True,
            choices=colours,
        ),
        Question("confidence_by", "Who is confident"),
        Question("confidence_reason", "Why that confidence"),
    )


_HELP_AND_PROOF = (
    Question("of", "Help needed from", help="Needed where it is off track or red."),
    Question("what", "Help needed: what"),
    Question("by", "Help needed: by when", help=_DATE),
    Question(
        "ideas",
        "Ideas",
        "textarea",
        "One to a line, its id and its state, as `first-idea: in_place`.",
    ),
    Question(
        "evidence",
        "Events that show it",
        help="Ids of the initiative's events, with commas between them.",
    ),
    Question("sources", "Sources", help="Ids from the page of sources, commas between them."),
    Question("body", "What happened", "textarea", "For the public, in a few sentences."),
)


def _correct(report: Report) -> Form:
    everything_else = Choice(PROGRAMME, "The programme, an area, a page or a source")
    return Form(
        CORRECT,
        "Suggest a correction",
        "Say what is wrong, and what it should say",
        "Copy the words exactly as the report gives them. Statuses, counts and dates that the site "
        "works out cannot be replaced like this: post a status update instead.",
        (
            Question(
                "about",
                "What it is about",
                "dropdown",
                required=True,
                choices=(*_initiatives(report), everything_else),
            ),
            Question(
                "now",
                "What stands there now",
                "textarea",
                "So many words that they stand there only once.",
                required=True,
            ),
            Question("should", "What should stand there", "textarea", required=True),
            Question(
                "source",
                "How do you know",
                "textarea",
                "A source, a document or a person to ask.",
                required=True,
            ),
        ),
    )


def _initiatives(report: Report) -> tuple[Choice, ...]:
    titles = sorted(report.initiatives, key=lambda i: (i.title.casefold(), i.id))
    return tuple(Choice(initiative.id, initiative.title) for initiative in titles)


def _posts(report: Report) -> tuple[Choice, ...]:
    return tuple(Choice(post.id, post.title) for post in report.organisation.posts)


def _terms(
    terms: dict[Status, Term] | dict[Phase, Term] | dict[Confidence, Term],
    keys: Iterable[Status] | Iterable[Phase] | Iterable[Confidence],
) -> tuple[Choice, ...]:
    labels = {str(key.value): term.label for key, term in terms.items()}
    return tuple(Choice(key.value, labels.get(key.value, key.value)) for key in keys)
