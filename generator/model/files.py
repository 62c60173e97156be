"""What kinds of files make up the content: the record that each holds, and where it is."""

from dataclasses import dataclass

from generator.model.background import (
    Discrepancies,
    History,
    NarrativePage,
    Questions,
    Salons,
    Survey,
)
from generator.model.cycles import Calendar
from generator.model.edition import Edition
from generator.model.initiative import Initiative
from generator.model.link_checks import LinkChecks
from generator.model.measures import Area
from generator.model.meetings import Meeting
from generator.model.organization import Organization
from generator.model.report import About, Sources, Vocabulary
from generator.model.updates import Evaluation, Update
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file."""

    name: str
    record: type[Record]
    path: str
    """Below the content's folder, with `*` for each of its keys."""
    called: str = ""
    """By which a part of the report that stands in it is known, where that is another word."""
    is_optional: bool = False
    """Whether a single file may be absent."""
    split: str = ""
    """Below the content's folder, the files over which its list may be split instead."""

    @property
    def part(self) -> str:
        """By which a part of the report that stands in it is known."""
        return self.called or self.name

    @property
    def role(self) -> str:
        """The folder of many files, the name of a single one."""
        return self.path.partition("/")[0].removesuffix(".yml")


FILE_KINDS = {
    kind.name: kind
    for kind in (
        FileKind("report", About, "report.yml", "about"),
        FileKind("vocabulary", Vocabulary, "vocabulary.yml", is_optional=True),
        FileKind("organization", Organization, "organization.yml"),
        FileKind("cycles", Calendar, "cycles.yml", "calendar", is_optional=True),
        FileKind("sources", Sources, "sources.yml", split="sources/*.yml"),
        FileKind("links", LinkChecks, "links.yml", is_optional=True),
        FileKind("area", Area, "areas/*.yml"),
        FileKind("initiative", Initiative, "initiatives/*.yml"),
        FileKind("update", Update, "updates/*/*.md"),
        FileKind("evaluation", Evaluation, "evaluations/*/*.md"),
        FileKind("edition", Edition, "editions/*/edition.yml"),
        FileKind("meeting", Meeting, "meetings/*.yml"),
        FileKind("history", History, "background/history.yml"),
        FileKind("survey", Survey, "background/survey.yml"),
        FileKind("salons", Salons, "background/salons.yml"),
        FileKind("discrepancies", Discrepancies, "background/discrepancies.yml"),
        FileKind("questions", Questions, "background/questions.yml"),
        FileKind("page", NarrativePage, "pages/*.md"),
    )
}

SINGLE = tuple(kind for kind in FILE_KINDS.values() if "/" not in kind.path)
"""Files of which there is one, or at most one."""

MANY = tuple(
    FILE_KINDS[name] for name in ("area", "initiative", "update", "evaluation", "meeting", "page")
)
"""Files of which there is one for each record."""

BACKGROUND = tuple(kind for kind in FILE_KINDS.values() if kind.path.startswith("background/"))
