"""A content folder to one report: every file read, bound and put in its place.

All faults of all files come back together; the report is there only when nothing is at fault.
"""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generator.core.issues import Issue, Location, Places, errors_in
from generator.core.settings import Settings
from generator.load.binding import bind
from generator.load.characters import read_text
from generator.load.document import Document, Path
from generator.load.files import ContentFiles, EditionFiles, find_files, read_file
from generator.load.front_matter import parse_markdown
from generator.load.yaml.source import parse_yaml
from generator.model.background import (
    Background,
    Discrepancies,
    History,
    Page,
    Questions,
    Salons,
    Survey,
)
from generator.model.cycles import Calendar
from generator.model.edition import Edition
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.organization import Organisation
from generator.model.report import About, Report, Sources, Vocabulary
from generator.model.updates import Evaluation, Update
from generator.model.values import Record

R = TypeVar("R", bound=Record)
PartKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a content folder holds."""

    report: Report | None
    """The report, or None where a fault stands in its way."""
    places: Places
    files: Mapping[PartKey, str]
    """The file of every part, by kind and key."""
    media: Mapping[str, str]
    """The files of content/media: paths by name."""
    issues: list[Issue]


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    settings: Settings
    issues: list[Issue] = field(default_factory=list)
    places: dict[PartKey, Mapping[Path, Location]] = field(default_factory=dict)
    files: dict[PartKey, str] = field(default_factory=dict)

    def yaml(self, model: type[R], path: str | None, *part: str) -> R | None:
        """Return the record of a YAML file; part is its kind and, for one of many, its key."""
        raw = self._raw(path)
        if raw is None or path is None:
            return None
        document, issues = parse_yaml(raw, path)
        self.issues += issues
        if document is None:
            return None
        self._remember(part, path, document.places)
        return self._bound(model, document)

    def markdown(self, model: type[R], path: str, *part: str) -> R | None:
        """Return the record of a Markdown file, with its body."""
        raw = self._raw(path)
        if raw is None:
            return None
        document, issues = parse_markdown(raw, path)
        self.issues += issues
        if document is None:
            return None
        self._remember(part, path, document.front.places.and_line(("body",), document.body_line))
        return self._bound(model, document.front, {"body": document.body})

    def prose(self, path: str | None) -> str:
        """Return the text of a Markdown file without front matter; nothing where there is none."""
        raw = self._raw(path)
        if raw is None or path is None:
            return ""
        text = read_text(raw, path)
        self.issues += text.issues
        return text.content

    def _raw(self, path: str | None) -> bytes | None:
        if path is None:
            return None
        raw, issues = read_file(self.settings, path)
        self.issues += issues
        return raw

    def _remember(self, part: tuple[str, ...], path: str, places: Mapping[Path, Location]) -> None:
        kind, key = (*part, "")[:2]
        self.places[kind, key] = places
        self.files[kind, key] = path

    def _bound(
        self, model: type[R], document: Document, added: Mapping[str, str] | None = None
    ) -> R | None:
        record, issues = bind(model, document, added=added)
        self.issues += issues
        return record


def load_report(settings: Settings) -> Loaded:
    """Return the report that the content folder holds, and every fault on the way."""
    files, issues = find_files(settings)
    reading = _Reading(settings, list(issues))
    report = _report(reading, files)
    return Loaded(
        report=None if errors_in(reading.issues) else report,
        places=Places(reading.places),
        files=reading.files,
        media=files.media,
        issues=reading.issues,
    )


def _report(reading: _Reading, files: ContentFiles) -> Report | None:
    about = reading.yaml(About, files.report, "about")
    vocabulary = reading.yaml(Vocabulary, files.vocabulary, "vocabulary")
    organisation = reading.yaml(Organisation, files.organisation, "organisation")
    calendar = reading.yaml(Calendar, files.cycles, "calendar")
    sources = reading.yaml(Sources, files.sources, "sources")
    areas = [reading.yaml(Area, path, "area", key) for key, path in files.areas.items()]
    initiatives = [
        reading.yaml(Initiative, path, "initiative", key) for key, path in files.initiatives.items()
    ]
    updates = [
        reading.markdown(Update, path, "update", "/".join(key))
        for key, path in files.updates.items()
    ]
    evaluations = [
        reading.markdown(Evaluation, path, "evaluation", "/".join(key))
        for key, path in files.evaluations.items()
    ]
    editions = [_edition(reading, year, edition) for year, edition in files.editions.items()]
    background = _background(reading, files.background)
    pages = [reading.markdown(Page, path, "page", key) for key, path in files.pages.items()]
    if not (about and vocabulary and organisation and calendar and sources):
        return None
    return Report(
        about=about,
        vocabulary=vocabulary,
        organisation=organisation,
        calendar=calendar,
        sources=sources.sources,
        areas=_there(areas),
        initiatives=_there(initiatives),
        updates=_there(updates),
        evaluations=_there(evaluations),
        editions=_there(editions),
        background=background,
        pages=_there(pages),
    )


def _there(records: list[R | None]) -> tuple[R, ...]:
    return tuple(record for record in records if record is not None)


def _edition(reading: _Reading, year: str, files: EditionFiles) -> Edition | None:
    edition = reading.yaml(Edition, files.edition, "edition", year)
    introduction = reading.prose(files.introduction)
    if edition is None or files.introduction is None:
        return edition
    places = reading.places["edition", year]
    introduced = {("introduction",): Location(files.introduction)}
    reading.places["edition", year] = ChainMap(introduced, places)  # type: ignore[arg-type]
    return edition.model_copy(update={"introduction": introduction})


def _background(reading: _Reading, files: Mapping[str, str]) -> Background:
    history = reading.yaml(History, files.get("history"), "history")
    survey = reading.yaml(Survey, files.get("survey"), "survey")
    salons = reading.yaml(Salons, files.get("salons"), "salons")
    doubts = reading.yaml(Discrepancies, files.get("discrepancies"), "discrepancies")
    questions = reading.yaml(Questions, files.get("questions"), "questions")
    return Background(
        history=history or History(),
        survey=survey,
        salons=salons or Salons(),
        discrepancies=doubts.discrepancies if doubts else (),
        questions=questions.questions if questions else (),
    )
