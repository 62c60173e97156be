"""A content folder to one report: every file read, bound and put in its place.

All faults of all files come back together; the report is there only when nothing is at fault.
"""

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from typing import Any, TypeVar, cast

from generator.core.issues import Issue, Location, RecordLocations, errors_in
from generator.core.settings import Settings
from generator.load.binding import bind
from generator.load.characters import read_text
from generator.load.files import ContentFiles, EditionFiles, find_files, read_file, record_types
from generator.load.fiscal_quarters import named_in, with_days
from generator.load.front_matter import parse_file
from generator.load.migrations import version_fault
from generator.load.source_document import JoinedSourceMap, MarkdownDocument, Path
from generator.model.background import Background
from generator.model.edition import Edition
from generator.model.files import BACKGROUND, MANY, SINGLE
from generator.model.report import About, Report, Source, Sources
from generator.model.translations import TRANSLATION, Translation, original_of
from generator.model.values import Record
from generator.storage.parallel import parallel_each

R = TypeVar("R", bound=Record)

_ENOUGH_FILES = 400
"""Fewer files are not worth a process of their own."""

PartKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """What a file of content holds as a record, as long as its bytes are the same."""

    digest: bytes
    record: Record | None
    places: Mapping[Path, Location] | None
    """Where each value is; None where the file could not be parsed."""
    issues: tuple[Issue, ...]
    may_name_quarters: bool


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """A file as one process sends it to another: what it holds is not yet a record."""

    digest: bytes
    document: MarkdownDocument | None
    issues: list[Issue]
    may_name_quarters: bool


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """A report as it was loaded: its records, where they are, and every fault."""

    report: Report | None
    """The report, or None where a fault prevents it."""
    readable: Report | None
    """What of the report can be read, for guesses at what was meant in the rest; else None."""
    places: RecordLocations
    files: Mapping[PartKey, str]
    """The file of every part, by kind and key."""
    media: Mapping[str, str]
    """The files of content/media: paths by name."""
    issues: list[Issue]
    presented: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What was presented at meetings: paths by day and name."""
    parsed: Mapping[str, ParsedFile] = field(default_factory=dict)
    """Every file by its path, for whoever loads the same folder again."""
    translations: Mapping[str, Mapping[PartKey, Translation]] = field(default_factory=dict)
    """What is translated, by language and by part of the report."""


@dataclass(slots=True)
class _ReportReader:
    """Puts the content's files together one by one, and keeps every fault, place and path."""

    settings: Settings
    parsed: Mapping[str, ParsedFile]
    issues: list[Issue] = field(default_factory=list)
    places: dict[PartKey, Mapping[Path, Location]] = field(default_factory=dict)
    files: dict[PartKey, str] = field(default_factory=dict)
    about: About | None = None
    """What report.yml says, which is read first, and tells when fiscal quarters are."""

    def record(self, model: type[R], path: str | None, *part: str) -> R | None:
        """Return the record of a file; part is its kind and, for one of many, its key."""
        if path is None:
            return None
        file = self.parsed[path]
        self.issues += file.issues
        if file.places is not None:
            kind, key = (*part, "")[:2]
            self.places[kind, key], self.files[kind, key] = file.places, path
        record = file.record if isinstance(file.record, model) else None
        if isinstance(record, About):
            self.about = record
        if record is None or not file.may_name_quarters:
            return record
        places = cast("Mapping[Path, Location]", file.places)
        dated, issues = with_days(record, self.about, places)
        self.issues += issues
        return dated

    def records(
        self, model: type[R], paths: Mapping[str | tuple[str, str], str], kind: str
    ) -> tuple[R, ...]:
        """Return the records of files of which there are many, those that can be read."""
        keys = (
            (key if isinstance(key, str) else "/".join(key), path) for key, path in paths.items()
        )
        read = (self.record(model, path, kind, key) for key, path in keys)
        return tuple(record for record in read if record is not None)

    def prose(self, path: str | None) -> str:
        """Return the text of a Markdown file without front matter; nothing where there is none."""
        if path is None:
            return ""
        raw, issues = read_file(self.settings, path)
        self.issues += issues
        if raw is None:
            return ""
        text = read_text(raw, path)
        self.issues += text.issues
        return text.content


def _parsed(
    settings: Settings, types: Mapping[str, type[Record]], known: Mapping[str, ParsedFile]
) -> dict[str, ParsedFile]:
    """Return every file that holds a record, by path; those that are as they were, as known.

    Files are read by as many processes as are worth it, and become records here meanwhile: a record
    takes longer to be sent than what it is made from.
    """

    def read(path: str) -> _ReadFile | None:
        return _read(settings, path, known[path].digest if path in known else b"")

    files = parallel_each(read, list(types), enough=_ENOUGH_FILES)
    return {
        path: known[path] if file is None else _bound(types[path], path, file)
        for path, file in zip(types, files, strict=True)
    }


def _read(settings: Settings, path: str, known: bytes) -> _ReadFile | None:
    """Return a file as it was read; None where its bytes are those of a digest."""
    raw, issues = read_file(settings, path)
    if raw is None:
        return _ReadFile(b"", None, issues, may_name_quarters=False)
    digest = blake2b(raw).digest()
    if digest == known:
        return None
    document, issues = parse_file(raw, path)
    return _ReadFile(digest, document, issues, named_in(raw))


def _bound(model: type[Record], path: str, file: _ReadFile) -> ParsedFile:
    document, quarters = file.document, file.may_name_quarters
    if document is None:
        return ParsedFile(file.digest, None, None, tuple(file.issues), quarters)
    front, added, places = document.front, None, document.front.places
    if path.endswith(".md"):
        added = {"body": document.body}
        places = places.and_line(("body",), document.body_line)
    record, misfits = bind(model, front, added=added)
    return ParsedFile(file.digest, record, places, (*file.issues, *misfits), quarters)


def load_report(settings: Settings, known: Mapping[str, ParsedFile] | None = None) -> LoadedReport:
    """Return the report in the content folder, and every fault found while reading it.

    Content in another version than this program reads has that one fault.

    `known` are its files as they were parsed before; only those that differ are parsed again.
    """
    files, issues = find_files(settings)
    fault = version_fault(settings)
    if fault:
        return LoadedReport(None, None, RecordLocations({}), {}, files.media, [fault])
    parsed = _parsed(settings, record_types(files), known or {})
    reading = _ReportReader(settings, parsed, list(issues))
    report = _report(reading, files)
    translations = _translations(reading, files)
    return LoadedReport(
        report=None if errors_in(reading.issues) else report,
        readable=report,
        places=RecordLocations(reading.places),
        files=reading.files,
        media=files.media,
        issues=reading.issues,
        presented=files.presented,
        parsed=parsed,
        translations=translations,
    )


def _translations(
    reading: _ReportReader, files: ContentFiles
) -> Mapping[str, Mapping[PartKey, Translation]]:
    """Return what is translated; files about what is not there are left out."""
    parts: dict[str, PartKey] = {}
    for part, path in reading.files.items():
        parts.setdefault(original_of(path), part)
    found: dict[str, dict[PartKey, Translation]] = {}
    for (language, original), path in files.translations.items():
        read = reading.record(Translation, path, TRANSLATION, f"{language}/{original}")
        if read is not None and original in parts:
            found.setdefault(language, {})[parts[original]] = read
    return found


def _report(reading: _ReportReader, files: ContentFiles) -> Report | None:
    single: dict[str, Any] = {
        kind.part: reading.record(kind.record, getattr(files, kind.role), kind.part)
        for kind in SINGLE
        if not kind.split
    }
    single["sources"] = _sources(reading, files)
    many: dict[str, Any] = {
        kind.role: reading.records(kind.record, getattr(files, kind.role), kind.part)
        for kind in MANY
    }
    editions = [_edition(reading, year, edition) for year, edition in files.editions.items()]
    background = _background(reading, files.background)
    single = {part: record for part, record in single.items() if record is not None}
    if not all(kind.part in single for kind in SINGLE if not kind.is_optional):
        return None
    there = tuple(edition for edition in editions if edition is not None)
    return Report(**single, **many, editions=there, background=background)


def _sources(reading: _ReportReader, files: ContentFiles) -> tuple[Source, ...] | None:
    """Return the sources of every file that lists some; None where one of them has faults."""
    keys = ["", *(path.rpartition("/")[2].removesuffix(".yml") for path in files.of_sources[1:])]
    read = [
        reading.record(Sources, path, "sources", key)
        for key, path in zip(keys, files.of_sources, strict=False)
    ]
    found = [record.sources for record in read if record is not None]
    if len(found) != len(read) or not read:
        return None
    if len(read) > 1:
        places = [reading.places["sources", key] for key in keys]
        counts = [len(sources) for sources in found]
        joined = JoinedSourceMap("sources", list(zip(places, counts, strict=True)))
        reading.places["sources", ""] = joined
    return tuple(chain.from_iterable(found))


def _edition(reading: _ReportReader, year: str, files: EditionFiles) -> Edition | None:
    edition = reading.record(Edition, files.edition, "edition", year)
    introduction = reading.prose(files.introduction)
    if edition is None or files.introduction is None:
        return edition
    places = reading.places["edition", year]
    introduced = {("introduction",): Location(files.introduction)}
    reading.places["edition", year] = ChainMap(introduced, places)  # type: ignore[arg-type]
    return edition.model_copy(update={"introduction": introduction})


def _background(reading: _ReportReader, files: Mapping[str, str]) -> Background:
    read: dict[str, Any] = {
        kind.name: reading.record(kind.record, files.get(kind.name), kind.part)
        for kind in BACKGROUND
    }
    for name in ("discrepancies", "questions"):
        read[name] = getattr(read[name], name, ())
    return Background(**{name: value for name, value in read.items() if value is not None})
