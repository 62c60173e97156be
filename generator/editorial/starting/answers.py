"""What is asked of whoever begins a report, and whether an answer can be one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.core.errors import GeneratorError
from generator.core.naming import name_list, quoted
from generator.editorial.adopting.managed_files import Host
from generator.model.keys import HeldBy
from generator.model.look import PaperSize
from generator.model.outside import Address, Language, Site
from generator.model.terms import OrganizationKind, OwnTerms
from generator.model.values import BuildDay, Currency, MonthDay, Title, Whole
from generator.words.own_terms import usual_terms

NOBODY = "none"
"""Who holds a role that is not asked for; in how many years a budget cycle ends where none is."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to be known of a report that begins."""

    name: str
    asks: str
    kind: Any
    """The type of the model that an answer must fit; of several answers, each."""
    default: str | None = None
    """What holds where nothing is said; None where that would be invented."""
    example: str = ""
    choices: tuple[str, ...] = ()
    several: bool = False

    @property
    def option(self) -> str:
        """Return the option of the command line that answers it."""
        return f"--{self.name.replace('_', '-')}"

    def fault(self, answer: str) -> str:
        """Return why an answer cannot be one, or nothing."""
        if self.choices:
            listed = name_list([*self.choices], "or")
            return "" if answer in self.choices else f"Expected {listed}."
        for one in self.split(answer):
            try:
                TypeAdapter(self.kind).validate_python(one)
            except ValidationError as refusal:
                fault = refusal.errors()[0]
                step = fault.get("ctx", {}).get("next_step", "")
                return f"Expected {fault['msg']}. {step}".strip()
        return ""

    def split(self, answer: str) -> list[str]:
        """Return the answers in an answer: those between commas where there may be several."""
        return [one.strip() for one in answer.split(",")] if self.several else [answer]


_HOLDERS = (*(held.value for held in HeldBy), NOBODY)

QUESTIONS = (
    Question("name", "What is the organization called?", Title, example="Springfield"),
    Question(
        *("kind", "What kind of organization is it?", OrganizationKind, "other"),
        choices=tuple(OrganizationKind),
    ),
    Question("title", "What is the report called?", Title, "Innovations Annual Report"),
    Question("program", "What is the program called?", Title, "Innovation Program"),
    Question("as_of", "Of which day does the report speak?", BuildDay, example="2026-11-30"),
    Question(
        *("fiscal_year_start", "On which day does a fiscal year begin?", MonthDay),
        example="07-01",
    ),
    Question(
        *("cycle_years", "How many fiscal years does a budget cycle have (0: no cycles)?", Whole),
        default="0",
    ),
    Question("currency", "In which currency are its sums (empty: none)?", Currency, ""),
    Question(
        *("paper", "On which paper are documents printed?", PaperSize, "letter"),
        choices=tuple(PaperSize),
    ),
    Question(
        *("languages", "In which languages, the one of the content first?", Language, "en-US"),
        several=True,
    ),
    Question(
        *("owner", "Who runs an initiative: a post, a unit, either, or is nobody asked?", str),
        default=HeldBy.POST.value,
        choices=_HOLDERS,
    ),
    Question(
        *("sponsor", "Who is responsible for its success, in the same words?", str),
        default=HeldBy.POST.value,
        choices=_HOLDERS,
    ),
    Question(
        *("host", "Where will its repository be?", Host, "none"),
        choices=tuple(Host),
    ),
    Question("site", "At which address will the site be (empty: not known yet)?", Site, ""),
    Question(
        *(
            "contact",
            "Where can readers write (mailto:..., a form; empty: not known yet)?",
            Address,
        ),
        default="",
        example="mailto:name@city.example",
    ),
)
"""In the order in which they are asked."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a report that begins."""

    given: Mapping[str, str]
    """The answer to each question by its name."""
    terms: Mapping[str, Mapping[str, str]]
    """The organization's own terms by name, each in its forms."""

    def __getitem__(self, name: str) -> str:
        return self.given[name]

    @property
    def languages(self) -> list[str]:
        """Return the languages of the report, that of the content first."""
        return [one.strip() for one in self["languages"].split(",")]


def complete(given: Mapping[str, str | None], terms: Mapping[str, str]) -> Answers:
    """Return the answers, with what holds where nothing is said.

    Raises GeneratorError with everything that is missing or cannot be an answer, all at once.
    """
    answers: dict[str, str] = {}
    faults = []
    for question in QUESTIONS:
        answer = given.get(question.name)
        answer = question.default if answer is None else answer
        if answer is None:
            faults.append(
                f"  {question.option} is missing. {question.asks} For example "
                f"{question.option} {_typed(question.example)}"
            )
        elif answer and (fault := question.fault(answer)):
            faults.append(f"  {question.option} {_typed(answer)}: {fault}")
        else:
            answers[question.name] = answer
    language = answers.get("languages", "en-US").partition(",")[0]
    forms, of_terms = own_terms_of(terms, language)
    if faults := [*faults, *of_terms]:
        listed = "\n".join(faults)
        raise GeneratorError(
            f"The report cannot begin yet; nothing was written.\n{listed}",
            "Add these to the command, or run it in a terminal, where it asks.",
        )
    return Answers(answers, forms)


def asked_host(word: str | None) -> Host:
    """Return the host that a word names, by default none; raises GeneratorError for another."""
    known = [host.value for host in Host]
    if word and word not in known:
        raise GeneratorError(
            f'"{word}" is no host that is known.', f"Expected {name_list(known, 'or')}."
        )
    return Host(word or Host.NONE)


def own_terms_of(
    terms: Mapping[str, str], language: str
) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Return own terms by name and form, and what is wrong with those that cannot be read."""
    usual, known, faults = usual_terms(language), [*OwnTerms.model_fields], []
    found: dict[str, dict[str, str]] = {}
    for name, said in terms.items():
        forms = [one.strip() for one in said.split(",")]
        wanted = usual.get(name.replace("_", "-"), {})
        if name not in known:
            faults.append(f"  --term {name}=...: expected {name_list(known, 'or')}.")
        elif len(forms) != len(wanted) or not all(forms):
            faults.append(
                f"  --term {name}={quoted(said)}: expected the forms "
                f"{name_list([*wanted], 'and')}, with commas between them, as in "
                f"{quoted(', '.join(wanted.values()))}."
            )
        else:
            found[name] = dict(zip(wanted, forms, strict=True))
    return found, faults


def _typed(word: str) -> str:
    return f'"{word}"' if " " in word or not word else word
