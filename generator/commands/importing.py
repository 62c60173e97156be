"""The content as a workbook, and a filled-in workbook as a change of the content."""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.commands.check import without_faults
from generator.commands.edit import ProposedChange, propose
from generator.core.errors import GeneratorError
from generator.core.settings import Settings
from generator.editorial.sheet.round_trip import WorkbookImport, export, read_back
from generator.editorial.sheet.rule_faults import at_cells
from generator.editorial.sheet.workbook_package import read_package
from generator.storage.sync import replace as write_file


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The outcome of importing a workbook."""

    imported: WorkbookImport
    proposed: ProposedChange


def sheet_export(settings: Settings, place: Path, *, again: bool) -> int:
    """Write the content as a workbook and return its size in bytes.

    Raises GeneratorError if the file is there already and is not to be written again.
    """
    if place.suffix.lower() != ".xlsx":
        raise GeneratorError(f"{place.name} does not end in .xlsx.", "Choose a name that does.")
    if place.exists() and not again:
        raise GeneratorError(
            f"{place} already exists, and may contain someone's work.",
            "Choose another name, or add --replace.",
        )
    content = export(settings, without_faults(settings)[1])
    write_file(place, content)
    return len(content)


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
        proposed = replace(proposed, errors=others)
    return ImportOutcome(imported, proposed)
