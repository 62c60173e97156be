"""A content folder to one report: every file read, bound and put in its place.

All faults of all files come back together; the report is there only when nothing is at fault.
"""

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TypeVar, cast

from generator.core.issues import Issue, Location, Places, errors_in
from generator.core.settings import Settings
from generator.load.binding import bind
from generator.load.characters import read_text
from generator.load.document import Path
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
class ParsedFile:
    """What a file of content holds as a record, as long as its bytes are the same."""

    digest: bytes
    record: Record | None
    places: Mapping[Path, Location] | None
    """Where each value stands; None where the file could not be parsed."""
    issues: tuple[Issue, ...]


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
    parsed: Mapping[str, ParsedFile] = field(default_factory=dict)
    """Every file by its path, for whoever loads the same folder again."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    settings: Settings
    known: Mapping[str, ParsedFile]
    """Files as they were parsed before."""
    issues: list[Issue] = field(default_factory=list)
    places: dict[PartKey, Mapping[Path, Location]] = field(default_factory=dict)
    files: dict[PartKey, str] = field(default_factory=dict)
    parsed: dict[str, ParsedFile] = field(default_factory=dict)

    def yaml(self, model: type[R], path: str | None, *part: str) -> R | None:
        """Return the record of a YAML file; part is its kind and, for one of many, its key."""
        return self._record(_parse_yaml, model, path, part)

    def markdown(self, model: type[R], path: str, *part: str) -> R | None:
        """Return the record of a Markdown file, with its body."""
        return self._record(_parse_markdown, model, path, part)

    def prose(self, path: str | None) -> str:
        """Return the text of a Markdown file without front matter; nothing where there is none."""
        raw = self._raw(path)
        if raw is None or path is None:
            return ""
        text = read_text(raw, path)
        self.issues += text.issues
        return text.content

    def _record(
        self, parse: "_Parse", model: type[R], path: str | None, part: tuple[str, ...]
    ) -> R | None:
        raw = self._raw(path)
        if raw is None or path is None:
            return None
        digest, file = blake2b(raw).digest(), self.known.get(path)
        if file is None or file.digest != digest:
            file = ParsedFile(digest, *parse(model, raw, path))
        self.parsed[path] = file
        self.issues += file.issues
        if file.places is not None:
            kind, key = (*part, "")[:2]
            self.places[kind, key] = file.places
            self.files[kind, key] = path
        # The same file is always read as the same type of record.
        return cast("R | None", file.record)

    def _raw(self, path: str | None) -> bytes | None:
        if path is None:
            return None
        raw, issues = read_file(self.settings, path)
        self.issues += issues
        return raw


_Parsed = tuple[Record | None, Mapping[Path, Location] | None, tuple[Issue, ...]]
_Parse = Callable[[type[Record], bytes, str], _Parsed]


def _parse_yaml(model: type[Record], raw: bytes, path: str) -> _Parsed:
    document, issues = parse_yaml(raw, path)
    if document is None:
        return None, None, tuple(issues)
    record, misfits = bind(model, document)
    return record, document.places, (*issues, *misfits)


def _parse_markdown(model: type[Record], raw: bytes, path: str) -> _Parsed:
    document, issues = parse_markdown(raw, path)
    if document is None:
        return None, None, tuple(issues)
    record, misfits = bind(model, document.front, added={"body": document.body})
    places = document.front.places.and_line(("body",), document.body_line)
    return record, places, (*issues, *misfits)


def load_report(settings: Settings, known: Mapping[str, ParsedFile] | None = None) -> Loaded:
    """Return the report that the content folder holds, and every fault on the way.

    `known` are its files as they were parsed before; only those that differ are parsed again.
    """
    files, issues = find_files(settings)
    reading = _Reading(settings, known or {}, list(issues))
    report = _report(reading, files)
    return Loaded(
        report=None if errors_in(reading.issues) else report,
        places=Places(reading.places),
        files=reading.files,
        media=files.media,
        issues=reading.issues,
        parsed=reading.parsed,
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
