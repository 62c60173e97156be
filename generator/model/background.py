"""What is behind the report: earlier programs, the survey, salons, doubts and questions."""

from typing import ClassVar

from pydantic import Field

from generator.model.dates import PartialDate
from generator.model.records import Figure, Sourced
from generator.model.references import AreaRef, IdeaRef, InitiativeRef, SourceRef, SubjectRef
from generator.model.values import Id, Name, Prose, Record, Sentences, Text, Title, Whole, Wording


class EarlierProgram(Sourced):
    """An innovation from before the report."""

    id: Id
    """Its id. Example: dial-a-ride"""
    area: AreaRef
    """The topic area it belongs to. Label: Topic area"""
    title: Title
    """Its name. Example: Dial-a-ride"""
    began: PartialDate | None = None
    """When it began. Needed: Absent where no source says."""
    text: Sentences
    """What it did. Example: Took people to the doctor."""


class History(Record):
    """Everything in background/history.yml."""

    programs: tuple[EarlierProgram, ...] = ()
    """Innovations from before the report. One: earlier effort"""


class AreaVotes(Sourced):
    """How an area fared in the survey and polls."""

    KEY: ClassVar[tuple[str, ...]] = ("area",)

    area: AreaRef
    """The topic area. Label: Topic area"""
    survey_title: Name
    """What the survey called it. Example: Getting around"""
    public_votes: Whole
    """How many votes it had."""
    public_rank: Wording
    """Its place by the public's votes. Example: 1"""
    staff_rank: Wording
    """Its place by the staff's votes. Example: 2"""
    salon_rank: Wording | None = None
    """Its place by the salon's votes.

    Needed: Absent where the area is not mentioned.
    Example: 3
    """


class SurveyChoice(Sourced):
    """One choice offered in the survey."""

    KEY: ClassVar[tuple[str, ...]] = ("label",)

    area: AreaRef
    """The topic area it was offered under. Label: Topic area"""
    label: Title
    """What was offered. Example: More shared bicycles"""
    votes: Whole
    """How many votes it had."""
    rank: Wording | None = None
    """Its place among the choices. Needed: Only where the source gives one. Example: 1"""
    initiative: InitiativeRef | None = None
    """The initiative it asks about. Needed: Absent where none matches."""
    idea: IdeaRef | None = None
    """The one idea it asks about. Needed: Only where it is narrower than the initiative."""
    note: Sentences | None = None
    """A remark by the editors. Example: Worded differently in print."""


class Poll(Sourced):
    """An order of areas by one group."""

    id: Id
    """Its id. Example: staff-poll"""
    who: Text
    """Who was asked. Example: Staff of all departments"""
    order: tuple[Wording, ...]
    """The areas in the order that they gave, one to a line. Example: Transportation"""
    note: Sentences | None = None
    """A remark by the editors. Example: By show of hands."""


class Survey(Sourced):
    """Everything in background/survey.yml."""

    title: Title
    """Its name. Example: Innovation survey"""
    held: PartialDate
    """When it was held."""
    sent_to: tuple[Text, ...] = ()
    """Who was asked, one group to a line. One: group Example: Users"""
    figures: tuple[Figure, ...] = ()
    """What sources say of how many took part."""
    note: Sentences | None = None
    """A remark by the editors. Example: The form is lost."""
    areas: tuple[AreaVotes, ...] = ()
    """How each area fared. One: topic area"""
    choices: tuple[SurveyChoice, ...] = ()
    """What was offered, and how many chose it. One: survey choice"""
    polls: tuple[Poll, ...] = ()
    """Orders of areas by one group."""


class Salon(Sourced):
    """A public evening on one theme."""

    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: Whole
    """Which in the row it was. Example: 1"""
    on: PartialDate
    """When it was held."""
    theme: Text
    """What it was about. Example: Getting around"""
    note: Sentences | None = None
    """A remark by the editors. Example: No minutes were kept."""


class Consultation(Sourced):
    """A round of talks inside the organization."""

    id: Id
    """Its id. Example: department-talks"""
    on: PartialDate
    """When it was held."""
    scope: Sentences
    """Who was talked with. Example: All departments"""
    themes: tuple[Text, ...] = ()
    """What was talked about, one theme to a line. Example: Shorter forms"""


class Salons(Record):
    """Everything in background/salons.yml."""

    salons: tuple[Salon, ...] = ()
    """Public evenings, each on one theme."""
    consultations: tuple[Consultation, ...] = ()
    """Rounds of talks inside the organization."""


class StatedValue(Record):
    """What one or more sources say."""

    KEY: ClassVar[tuple[str, ...]] = ("text",)

    text: Sentences
    """What is said. Example: Forty initiatives"""
    sources: tuple[SourceRef, ...] = Field(min_length=1)
    """Ids of the sources that say so."""


class Discrepancy(Record):
    """A point on which sources disagree."""

    id: Id
    """Its id. Example: number-of-initiatives"""
    topic: Title
    """What sources disagree on. Example: How many initiatives there were"""
    about: tuple[SubjectRef, ...]
    """`program`, `area:ID` or `initiative:ID`."""
    values: tuple[StatedValue, ...] = Field(min_length=2)
    """What each source says. One: value given"""
    note: Sentences | None = None
    """A remark by the editors. Example: The later figure is used."""


class OpenQuestion(Record):
    """Something no source answers."""

    id: Id
    """Its id. Example: who-paid"""
    title: Title
    """What is not known. Example: Who paid for the stations"""
    about: tuple[SubjectRef, ...]
    """`program`, `area:ID` or `initiative:ID`."""
    text: Sentences
    """What was looked for, and where. Example: No budget names the stations."""


class Discrepancies(Record):
    """Everything in background/discrepancies.yml."""

    discrepancies: tuple[Discrepancy, ...] = ()
    """Points on which sources disagree. One: doubt"""


class Questions(Record):
    """Everything in background/questions.yml."""

    questions: tuple[OpenQuestion, ...] = ()
    """What no source answers."""


class Background(Record):
    """All that stands behind the report."""

    history: History = History()
    """Innovations from before the report."""
    survey: Survey | None = None
    """The survey that came before the report."""
    salons: Salons = Salons()
    """Public evenings and talks."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Points on which sources disagree. One: doubt"""
    questions: tuple[OpenQuestion, ...] = ()
    """What no source answers."""


class NarrativePage(Sourced):
    """A narrative page."""

    id: Id
    """Its id, which is its address. Example: why-innovate"""
    title: Title
    """Its title. Example: Why innovate"""
    order: Whole
    """Its place among the pages."""
    summary: Sentences
    """What it tells, in a sentence. Example: Why the organization set out to innovate."""
    body: Prose = Field(default="", json_schema_extra={"in_file": "body"})
    """The page in Markdown.

    Label: Text
    Example: People were asked what should change.
    """
