"""Out to a workbook and back into files: what each command of the spreadsheet hands on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from generator.core.issues import Location
from generator.core.naming import quoted
from generator.core.settings import Settings
from generator.derive.history.renames import present_ids
from generator.derive.references import known
from generator.derive.responsibility.budget_cycle import due_now
from generator.editorial.sheet.cell_words import refusal_of
from generator.editorial.sheet.merging import CurrentRows, MergeResult, merge
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.rows import RowTable, UpdatedFile, table_of
from generator.editorial.sheet.sheet_kinds import sheet_kinds
from generator.editorial.sheet.typed_rows import OWN_FILES, read_typed_rows
from generator.editorial.sheet.workbook_reader import SheetRow, read_workbook
from generator.editorial.sheet.workbook_writer import workbook
from generator.editorial.updates.content_files import (
    ContentFile,
    FileKey,
    as_document,
    place_for,
    read_content,
    written_files,
)
from generator.editorial.updates.offered import offered_milestones
from generator.load.binding import bind
from generator.load.source_document import Path
from generator.model.report import Report
from generator.model.values import Id

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class WorkbookImport:
    """The content files as an import would leave them."""

    merged: MergeResult
    files: Mapping[str, bytes]
    """New bytes of every file that would change, by path; empty where anything is refused."""


def export(settings: Settings, report: Report) -> bytes:
    """Return the content as a workbook.

    Raises GeneratorError if a file cannot be read, or a spreadsheet could not hold a text.
    """
    # Excel shows the first of a list where nothing is chosen yet.
    choices = {**known(report), "milestone": offered_milestones(report)}
    now = due_now(report.calendar, report.about.as_of)
    hints = {"milestone": f"\nDue now: {now.id} ({now.title})."} if now else {}
    return workbook(_tables(read_content(settings)), choices, report.about.as_of, hints)


def read_back(settings: Settings, report: Report, content: bytes, name: str) -> WorkbookImport:
    """Return what the workbook changes in the content as it is now.

    Raises GeneratorError if the workbook cannot be read, or a file cannot be written.
    """
    files = read_content(settings)
    filled = read_workbook(content, name)
    today = report.about.as_of.isoformat()
    tables = _tables(files)
    read_typed_rows(filled, tables, known(report))
    now = CurrentRows(tables, files, present_ids(report.initiatives))
    merged = merge(filled, now, _NewFiles(settings, report), today)
    for key, file in merged.files.items():
        merged.refusals += _model_faults(file, merged.puts[key])
    if merged.refusals:
        return WorkbookImport(merged, {})
    return WorkbookImport(merged, written_files(merged.files.values()))


def _tables(files: Mapping[FileKey, ContentFile]) -> list[RowTable]:
    return [table_of(kind, files) for kind in sheet_kinds()]


@dataclass(frozen=True, slots=True)
class _NewFiles:
    """Lets a new row of a sheet whose rows are files make one; every other file has to be there."""

    settings: Settings
    report: Report

    def __call__(self, row: SheetRow, key: FileKey) -> ContentFile | Refusal:
        kind, *words = key
        if kind in OWN_FILES and not row.kind.lists:
            return self._with_own_id(row, key)
        there = known(self.report)
        free = {"milestone": _DAY, "year": _YEAR}
        for place, word in enumerate(words):
            name = row.kind.columns[place].name
            may_be = name in free and free[name].fullmatch(word)
            if word not in there.get(name, ()) and not may_be:
                return _unknown(row, place, name, word)
        if kind in ("update", "evaluation") and not row.kind.lists:
            fields = {row.kind.columns[n].name: word for n, word in enumerate(words)}
            return ContentFile(key, place_for(self.settings, key), {**fields})
        return Refusal(
            row.place(),
            f"no {kind} {' '.join(words)}",
            f"an {kind} that is in the content, or a row for it in its own sheet",
            f"Add the {kind} first.",
        )

    def _with_own_id(self, row: SheetRow, key: FileKey) -> ContentFile | Refusal:
        """Return the file of a new initiative or area, which is named for its id."""
        kind, some_id = key
        if not some_id:
            wanted, step = "an id, or a title to make one of", "Fill in the title."
            return Refusal(row.place(), f"a new {kind} without both", wanted, step)
        try:
            TypeAdapter(Id).validate_python(some_id)
        except ValidationError as fault:
            step = "Clear the cell: an id is made from the title."
            return Refusal(row.place(), quoted(some_id), fault.errors()[0]["msg"], step)
        return ContentFile(key, place_for(self.settings, key), {"id": some_id})


def _unknown(row: SheetRow, place: int, name: str, word: str) -> Refusal:
    wanted = {
        "year": "a year in four digits",
        "subject": "program; or area: or initiative: followed by an id in the content",
    }
    article = "an" if name[0] in "ai" else "a"
    return Refusal(
        row.place(place),
        f'"{word}" as {name}' if word else f"no {name}",
        wanted.get(name, f"the id of {article} {name} in the content"),
        "Correct it, or add what it names in its own sheet.",
    )


def _model_faults(file: ContentFile, puts: Sequence[tuple[SheetRow, UpdatedFile]]) -> list[Refusal]:
    """Return what of a file does not fit its model, each at the cell it comes from."""
    places: dict[Path, Location] = {}
    rows: dict[str, SheetRow] = {}
    for row, made in puts:
        places.setdefault(made.at, Location(row.place()))
        rows[row.place()] = row
        for path, column in made.columns.items():
            places[path] = Location(row.place(column))
            rows[row.place(column)] = row
    document = replace(as_document(file), places=places)  # type: ignore[arg-type]
    added = {"body": file.body} if file.path.endswith(".md") else None
    _, issues = bind(file.model, document, added=added)
    return [refusal_of(i, i.location.path, rows.get(i.location.path)) for i in issues]
