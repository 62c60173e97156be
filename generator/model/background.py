"""What stands behind the report: earlier programmes, the survey, salons, doubts and questions."""

from typing import ClassVar

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.records import Figure, Sourced
from generator.model.values import Id, Prose, Record, Text, Title, Whole


class EarlierProgramme(Sourced):
    """An innovation from before the report."""

    id: Id
    area: Id
    title: Title
    began: PartialDate | None = None
    """Absent where no source says."""
    text: Text


class History(Record):
    """Everything in background/history.yml."""

    programmes: tuple[EarlierProgramme, ...] = ()


class AreaVotes(Sourced):
    """How an area fared in the survey and polls."""

    KEY: ClassVar[tuple[str, ...]] = ("area",)

    area: Id
    survey_title: Title
    public_votes: Whole
    public_rank: Text
    staff_rank: Text
    salon_rank: Text | None = None
    """Absent where the area is not mentioned."""


class Choice(Sourced):
    """One choice offered in the survey."""

    KEY: ClassVar[tuple[str, ...]] = ("label",)

    area: Id
    label: Title
    votes: Whole
    rank: Text | None = None
    initiative: Id | None = None
    """The initiative it asks about; absent where none matches."""
    idea: Id | None = None
    """The one idea it asks about, where it is narrower than the initiative."""
    note: Text | None = None


class Poll(Sourced):
    """An order of areas by one group."""

    id: Id
    who: Text
    order: tuple[Text, ...]
    note: Text | None = None


class Survey(Sourced):
    """Everything in background/survey.yml."""

    title: Title
    held: PartialDate
    sent_to: tuple[Text, ...] = ()
    figures: tuple[Figure, ...] = ()
    note: Text | None = None
    areas: tuple[AreaVotes, ...] = ()
    choices: tuple[Choice, ...] = ()
    polls: tuple[Poll, ...] = ()


class Salon(Sourced):
    """A public evening on one theme."""

    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: Whole
    on: PartialDate
    theme: Text
    note: Text | None = None


class Consultation(Sourced):
    """A round of talks inside City Hall."""

    id: Id
    on: PartialDate
    scope: Text
    themes: tuple[Text, ...] = ()


class Salons(Record):
    """Everything in background/salons.yml."""

    salons: tuple[Salon, ...] = ()
    consultations: tuple[Consultation, ...] = ()


class StatedValue(Record):
    """What one or more sources say."""

    KEY: ClassVar[tuple[str, ...]] = ("text",)

    text: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class Discrepancy(Record):
    """A point on which sources disagree."""

    id: Id
    topic: Title
    about: tuple[Text, ...]
    """`programme`, `area:ID` or `initiative:ID`."""
    values: tuple[StatedValue, ...] = Field(min_length=2)
    note: Text | None = None


class Question(Record):
    """Something no source answers."""

    id: Id
    title: Title
    about: tuple[Text, ...]
    """`programme`, `area:ID` or `initiative:ID`."""
    text: Text


class Discrepancies(Record):
    """Everything in background/discrepancies.yml."""

    discrepancies: tuple[Discrepancy, ...] = ()


class Questions(Record):
    """Everything in background/questions.yml."""

    questions: tuple[Question, ...] = ()


class Background(Record):
    """All that stands behind the report."""

    history: History = History()
    survey: Survey | None = None
    salons: Salons = Salons()
    discrepancies: tuple[Discrepancy, ...] = ()
    questions: tuple[Question, ...] = ()


class Page(Sourced):
    """A narrative page."""

    id: Id
    title: Title
    order: Whole
    summary: Text
    body: Prose = Field(default="", json_schema_extra={"in_file": "body"})
