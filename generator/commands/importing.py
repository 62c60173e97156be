"""The content as a workbook, and a filled-in workbook as a change of the content."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from generator.commands.check import without_faults
from generator.commands.edit import ProposedChange, propose
from generator.core.errors import GeneratorError
from generator.core.issues import Issue, RecordLocations
from generator.core.settings import Settings
from generator.editorial.importing.cell_faults import at_cells as at_cells_of_plan
from generator.editorial.sheet.flat.bringing_in import (
    AskedFlat,
    FlatImport,
    bring_in,
    newest_snapshot,
    refusal_of,
)
from generator.editorial.sheet.flat.columns import flat_columns
from generator.editorial.sheet.flat.current import current_rows
from generator.editorial.sheet.flat.reading import is_flat
from generator.editorial.sheet.flat.writing import flat_workbook
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.round_trip import WorkbookImport, export, read_back
from generator.editorial.sheet.rule_faults import at_cells
from generator.editorial.sheet.workbook_package import UnfitError, read_package
from generator.editorial.updates.asking import asked_day
from generator.storage.sync import replace as write_file


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The outcome of importing a workbook."""

    imported: WorkbookImport
    proposed: ProposedChange
    doubted: Sequence[Refusal] = ()
    """Cells that can be taken, and may be slips."""


def sheet_export(settings: Settings, place: Path, *, again: bool) -> int:
    """Write the content as a workbook and return its size in bytes.

    Raises GeneratorError if the file is there already and is not to be written again.
    """
    _refuse_place(place, again=again)
    content = export(settings, without_faults(settings)[1])
    write_file(place, content)
    return len(content)


def flat_new(settings: Settings, place: Path, *, again: bool) -> None:
    """Write an empty flat sheet, in the organization's own words.

    Raises GeneratorError if the file is there already and is not to be written again.
    """
    _refuse_place(place, again=again)
    _, report = without_faults(settings)
    write_file(place, flat_workbook(report, flat_columns(report), {}, _SHEET))


def flat_export(settings: Settings, place: Path, *, again: bool) -> int:
    """Write the content as a flat sheet and return how many initiatives it has.

    Raises GeneratorError as `flat_new` does.
    """
    _refuse_place(place, again=again)
    _, report = without_faults(settings)
    columns = flat_columns(report)
    rows = current_rows(newest_snapshot(report), columns)
    write_file(place, flat_workbook(report, columns, rows, _SHEET))
    return len(rows)


_SHEET = "Initiatives"


@dataclass(frozen=True, slots=True)
class FlatRequest:
    """How a flat sheet is brought in."""

    as_of: str | None = None
    """The day of which it speaks; else that of the report."""
    title: str = ""
    """What it is called as a source; else as its file."""
    holder: str = ""
    """Who keeps it; else the organization."""
    confirmed: Collection[str] = ()
    apply: bool = False


def is_flat_sheet(place: Path) -> bool:
    """Return whether a workbook is a flat sheet; raises GeneratorError if it cannot be read."""
    content = read_package(place)
    try:
        return is_flat(content)
    except UnfitError as error:
        raise error.of(place.name) from error


def flat_import(
    settings: Settings, place: Path, asked: FlatRequest
) -> tuple[FlatImport, ProposedChange]:
    """Return what a flat sheet changes, and write it if asked to and nothing is refused.

    Raises GeneratorError if the workbook or the content cannot be read.
    """
    _, report = without_faults(settings)
    title = asked.title or " ".join(place.stem.replace("_", " ").split())
    day = asked_day(asked.as_of) if asked.as_of else report.about.as_of
    said = AskedFlat(
        place.name, day, title, asked.holder or report.about.city, tuple(asked.confirmed)
    )
    found = bring_in(settings, report, read_package(place), said)
    if found.refusals:
        return found, ProposedChange({})
    proposed = propose(settings, found.plan.files, write=asked.apply)
    if proposed.places is None:
        return found, proposed
    at_rows = partial(_at_rows, found, proposed.places)
    found.refusals = [refusal_of(issue) for issue in at_rows(proposed.errors)]
    return found, replace(proposed, warnings=at_rows(proposed.warnings))


def _at_rows(found: FlatImport, places: RecordLocations, issues: Sequence[Issue]) -> list[Issue]:
    """Return issues of the content as it would be at the cells they come from, row by row."""
    at_cells_of_rows = at_cells_of_plan(found.plan.kept.values(), issues, places)
    return sorted(dict.fromkeys(at_cells_of_rows), key=lambda issue: issue.location.line)


def _refuse_place(place: Path, *, again: bool) -> None:
    if place.suffix.lower() != ".xlsx":
        raise GeneratorError(f"{place.name} does not end in .xlsx.", "Choose a name that does.")
    if place.exists() and not again:
        raise GeneratorError(
            f"{place} already exists, and may contain someone's work.",
            "Choose another name, or add --replace.",
        )


def sheet_import(settings: Settings, place: Path, *, apply: bool) -> ImportOutcome:
    """Return what a workbook changes in the content, and write it if asked to and nothing refuses.

    Raises GeneratorError if the workbook cannot be read.
    """
    _, report = without_faults(settings)
    imported = read_back(settings, report, read_package(place), place.name)
    if imported.merged.refusals:
        return ImportOutcome(imported, ProposedChange({}))
    proposed = propose(settings, imported.files, write=apply)
    if proposed.places is not None:
        # Whoever fills in a workbook does not see the files that it makes.
        refused, others = at_cells(imported.merged, proposed.errors, proposed.places)
        imported.merged.refusals += refused
        doubted, unseen = at_cells(imported.merged, proposed.warnings, proposed.places)
        proposed = replace(proposed, errors=others, warnings=unseen)
        return ImportOutcome(imported, proposed, doubted)
    return ImportOutcome(imported, proposed)
