"""Exports of other systems, brought into the content as a mapping file says."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.commands.edit import ProposedChange, propose, recorded
from generator.core.errors import GeneratorError, refused
from generator.core.issues import Issue, errors_in
from generator.core.settings import Settings
from generator.editorial.host.git import is_clean
from generator.editorial.importing.cell_faults import at_cells
from generator.editorial.importing.completing import ImportTime
from generator.editorial.importing.drafts import draft_all
from generator.editorial.importing.export import Drafts, Export
from generator.editorial.importing.export_files import read_table, read_tables
from generator.editorial.importing.guessing import guessed
from generator.editorial.importing.known_names import KnownNames
from generator.editorial.importing.mapping_file import ReadMapping, mapping_title, read_mapping
from generator.editorial.importing.plan import Content, ImportPlan, Planner, told_rows, too_old
from generator.editorial.importing.repeated_faults import collapsed
from generator.editorial.updates.asking import asked_day
from generator.editorial.updates.content_files import read_content
from generator.load.report import load_report
from generator.model.report import Report
from generator.storage.sync import replace as write_file
from generator.theme import MAPS
from generator.words.english import counted


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """The outcome of importing an export."""

    faults: Sequence[Issue] = ()
    """Everything that prevents it, at its cell or its line of the mapping."""
    told: Sequence[str] = ()
    """What was read, what was put right, and what changes, a line each."""
    proposed: ProposedChange = field(default_factory=lambda: ProposedChange({}))


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What an import is asked to do."""

    files: Sequence[Path]
    map: str
    """A mapping file, or the name of one that comes with the program."""
    as_of: str
    recorded: str | None = None
    apply: bool = False
    force: bool = False


def import_export(settings: Settings, asked: ExportRequest) -> ExportOutcome:
    """Return what an export changes in the content, and write it if asked to and nothing is wrong.

    Raises GeneratorError for files that cannot be read, content with faults, and, where it is to be
    written, for files of the content that are not committed yet.
    """
    if asked.apply and not asked.force:
        _refuse_unclean(settings)
    read = _mapping(asked.map)
    mapping, report = read.mapping, _report(settings)
    if mapping is None:
        return ExportOutcome(read.issues)
    language = mapping.language or report.about.languages[0]
    export = Export(read, mapping, read_tables(mapping, asked.files), language)
    drafts = draft_all(export, KnownNames(report))
    if drafts.faults:
        return ExportOutcome(collapsed(drafts.faults), _told_reading(export, drafts))
    content = Content(settings, report, read_content(settings))
    day = recorded(report, asked.recorded).isoformat()
    as_of = asked_day(asked.as_of).isoformat()
    said = (mapping.not_given, mapping.date_changed)
    time = ImportTime(as_of, day, mapping.source.id, report.about.languages[0], *said)
    if old := too_old(content, time):
        raise old
    plan = Planner(content, mapping, time).plan(drafts)
    told = [*_told_reading(export, drafts), *told_rows(plan), *_told_day(report, as_of)]
    if plan.faults:
        return ExportOutcome(collapsed(plan.faults), told)
    return _proposed(settings, plan, told, write=asked.apply)


def _proposed(
    settings: Settings, plan: ImportPlan, told: Sequence[str], *, write: bool
) -> ExportOutcome:
    proposed = propose(settings, plan.files, write=write)
    if not proposed.errors:
        return ExportOutcome((), told, proposed)
    places = proposed.places
    faults = at_cells(plan.kept.values(), proposed.errors, places) if places else proposed.errors
    return ExportOutcome(collapsed(faults), told, proposed)


def _refuse_unclean(settings: Settings) -> None:
    clean = is_clean(settings)
    if clean is None:
        raise GeneratorError(
            "This folder is not kept by git, so that an import could not be undone.",
            "Keep a copy of content/, and add --force.",
        )
    if not clean:
        raise GeneratorError(
            "Some files of content/ have changes that are not committed.",
            "Commit them first, so that an import can be undone by itself, or add --force.",
        )


def shipped_mappings() -> list[tuple[str, str]]:
    """Return the mappings that come with the program: the file of each, and what it is for."""
    return [(str(path), mapping_title(path.read_bytes())) for path in sorted(MAPS.glob("*.yml"))]


def _mapping(name: str) -> ReadMapping:
    """Return the mapping of a file, or else the one that comes with the program by that name."""
    path, shipped = Path(name), MAPS / f"{name}.yml"
    if not path.is_file() and Path(name).name == name and shipped.is_file():
        path = shipped
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise refused(error, "read", path) from error
    return read_mapping(raw, path.name)


def _report(settings: Settings) -> Report:
    """Return the report as far as it can be read; that a rule finds faults may be for want of rows.

    Raises GeneratorError if it cannot be read.
    """
    loaded = load_report(settings)
    if loaded.report is None:
        first = errors_in(loaded.issues)[0]
        raise GeneratorError(
            f"The content has faults, the first at {first.location}: found {first.found}.",
            "Run annual-report check, fix what it lists, and import again.",
        )
    return loaded.report


def _told_reading(export: Export, drafts: Drafts) -> list[str]:
    lines = []
    for table in export.tables.values():
        notes = "; ".join(table.notes)
        rows = counted(len(table.rows), "row")
        lines.append(f"{table.path}: {rows}{f'; {notes}' if notes else ''}.")
    lines += [f"Put right: {line}." for line in drafts.repairs.told()]
    if ignored := dict.fromkeys(drafts.ignored):
        lines.append(f"Left out on purpose: {', '.join(ignored)}.")
    return lines


def _told_day(report: Report, as_of: str) -> list[str]:
    shown = report.about.as_of.isoformat()
    if as_of <= shown:
        return []
    step = f'write as_of: "{as_of}" in content/report.yml'
    return [f"The report speaks of {shown}, so what is dated later is not shown yet: {step}."]


def guess_mapping(settings: Settings, file: Path, name: str) -> str:
    """Return a first mapping for an export, with a line for each column.

    Raises GeneratorError if the export or the content cannot be read.
    """
    return guessed(read_table(file), file.name, _report(settings).about, name)


def write_guess(settings: Settings, file: Path, place: Path) -> int:
    """Write a first mapping for an export, and return how many lines of it are still to be said.

    Raises GeneratorError as `guess_mapping`, and if there is such a file.
    """
    if place.exists():
        raise GeneratorError(f"{place} already exists.", "Choose another name for --map.")
    text = guess_mapping(settings, file, place.name)
    write_file(place, text.encode())
    return sum('"?"' in line for line in text.splitlines() if not line.startswith("#"))
