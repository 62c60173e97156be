"""A merge of three: what the content said at export, what it says now, what the workbook says."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias

from generator.core.naming import name_list
from generator.derive.history.renames import Names
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.renamed_rows import under_present_ids
from generator.editorial.sheet.rows import (
    ItemIndex,
    NoParentError,
    Row,
    RowTable,
    UpdatedFile,
    ValueAndGapError,
    put_row,
    row_hash,
    with_day_of_entry,
)
from generator.editorial.sheet.sheet_kinds import FILE_KEYS, SheetKind
from generator.editorial.sheet.workbook_reader import FilledWorkbook, SheetRow
from generator.editorial.updates.content_files import ContentFile, FileKey

NewFile: TypeAlias = Callable[[SheetRow, FileKey], ContentFile | Refusal]
"""Gives the file that a new row makes, or says why it may not make one."""


MOST_CHANGED = 5_000
"""How many rows one import may add or change; what would change is told to people in sentences."""


@dataclass(frozen=True, slots=True)
class CurrentRows:
    """The content as it is now."""

    tables: Iterable[RowTable]
    files: Mapping[FileKey, ContentFile]
    renamed: Names
    """The present ids of initiatives that were renamed, perhaps since the workbook was taken out,
    by their former ids."""


class RowOutcome(StrEnum):
    """What an import does with a row of the workbook."""

    SAME = "same"
    """It says what the content says, or what the content said and no longer does."""
    CHANGED = "changed"
    NEW = "new"
    CONFLICT = "conflict"
    """Changed in the workbook and, otherwise, in the content."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One record that two people changed."""

    row: SheetRow
    now: Row | None
    """What the content says; None where it no longer holds the record."""

    def __str__(self) -> str:
        name = " ".join(filter(None, self.row.key))
        if self.now is None:
            return f"{self.row.place()}: {name} was changed here, but is no longer in the content."
        differing = [
            f"{column.name}: content {_shown(now)}, workbook {_shown(here)}"
            for column, now, here in zip(
                self.row.kind.columns, self.now, self.row.cells, strict=True
            )
            if now != here
        ]
        return (
            f"{self.row.place()}: {name} was changed here and in the content; "
            f"{'; '.join(differing)}."
        )


@dataclass(slots=True)
class MergeResult:
    """What an import would change."""

    files: dict[FileKey, ContentFile] = field(default_factory=dict)
    """Every file that would change, with the rows put into it."""
    puts: dict[FileKey, list[tuple[SheetRow, UpdatedFile]]] = field(default_factory=dict)
    new: list[SheetRow] = field(default_factory=list)
    changed: list[SheetRow] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    missing: int = 0
    """Rows of the content that the workbook no longer has; nothing is done about them."""
    unseen: list[str] = field(default_factory=list)
    """Rows that are new or changed and that people do not see, or not whole."""
    absent: list[str] = field(default_factory=list)
    """Sheets that it no longer has; nothing is done about them either."""
    positions: ItemIndex = field(default_factory=ItemIndex)
    """Where in the files that would change each record is."""


def merge(
    filled: FilledWorkbook, content: CurrentRows, new_file: NewFile, today: str
) -> MergeResult:
    """Return what the workbook changes in the content as it is now.

    `today` becomes the day of entry of records that do not give their own. A row that is missing
    from the workbook is never a deletion.
    """
    merged = MergeResult(refusals=list(filled.refusals), absent=list(filled.absent))
    by_name = {table.kind.name: table for table in content.tables}
    seen: set[tuple[str, Row]] = set()
    touched = 0
    for row in filled.rows:
        table = by_name[row.kind.name]
        seen.add((row.kind.name, row.key))
        base = filled.base.hashes.get((row.kind.name, row.key))
        if base is not None and row_hash(row.cells) == base:
            continue
        row = replace(row, cells=with_day_of_entry(row.kind, row.cells, today))  # noqa: PLW2901
        here = under_present_ids(row, table.rows, content.renamed)
        match row_outcome(base, here.now, row.cells):
            case RowOutcome.CONFLICT:
                merged.conflicts.append(Conflict(row, here.now))
            case RowOutcome.NEW | RowOutcome.CHANGED as how:
                _apply_row(merged, here.row, content.files, new_file)
                merged.unseen += _unseen(here.row, here.now)
                (merged.new if how is RowOutcome.NEW else merged.changed).append(here.row)
        touched += 1
        if touched > MOST_CHANGED:
            merged.refusals.append(_too_many(row))
            break
    merged.missing = len(filled.base.hashes.keys() - seen)
    return merged


def row_outcome(base: str | None, now: Row | None, here: Row) -> RowOutcome:
    """Return what becomes of a row, given the digest of what it said at export, if it was there."""
    if now == here:
        return RowOutcome.SAME
    if base == row_hash(here):
        return RowOutcome.SAME
    if base is None:
        return RowOutcome.NEW if now is None else RowOutcome.CONFLICT
    return RowOutcome.CHANGED if now is not None and row_hash(now) == base else RowOutcome.CONFLICT


def _apply_row(
    merged: MergeResult, row: SheetRow, files: Mapping[FileKey, ContentFile], new_file: NewFile
) -> None:
    key = file_key(row.kind, row.cells)
    file = merged.files.get(key)
    if file is None:
        found = files.get(key) or new_file(row, key)
        if isinstance(found, Refusal):
            merged.refusals.append(found)
            return
        file = replace(found, fields=deepcopy(found.fields))
    try:
        made = put_row(row.kind, file, row.cells, merged.positions)
    except NoParentError as error:
        column = row.kind.columns[error.place].name
        merged.refusals.append(
            Refusal(
                row.place(error.place),
                f"{_shown(row.cells[error.place])} as {column}",
                f"{_article(column)} {column} that is in the content",
                f"Correct it, or add the {column} in its own sheet first.",
            )
        )
        return
    except ValueAndGapError as error:
        merged.refusals.append(
            Refusal(
                row.place(error.place),
                f"{error.args[0].replace('_', ' ')} and why there is none",
                "one or the other",
                "Clear either the value, or this cell and the cells beside it that give the "
                "reason.",
            )
        )
        return
    merged.files[key] = made.file
    merged.puts.setdefault(key, []).append((row, made))


def _article(noun: str) -> str:
    return "an" if noun[:1] in "aeio" else "a"


def _unseen(row: SheetRow, now: Row | None) -> Iterator[str]:
    """Yield what of a row is written although it is hidden; of columns, those that differ."""
    columns = [
        place
        for place in row.hidden_columns
        if row.cells[place] != (now[place] if now is not None else "")
    ]
    hidden = [*row.hidden, *(f"the column {row.kind.columns[n].name}" for n in columns)]
    if hidden:
        yield f"{row.place(columns[0] if columns else 0)}: {name_list(hidden, 'and')} is hidden"


def _too_many(row: SheetRow) -> Refusal:
    return Refusal(
        row.place(),
        f"more than {MOST_CHANGED:,} new or changed rows",
        "at most that many in one import",
        "Import them in parts: removing rows and sheets from a copy does not change the report.",
    )


def file_key(kind: SheetKind, row: Row) -> FileKey:
    """Return the file that a row belongs to."""
    return (kind.file, *row[: len(FILE_KEYS[kind.file])])


def _shown(text: str, most: int = 60) -> str:
    if not text:
        return "nothing"
    return f'"{text}"' if len(text) <= most else f'"{text[: most - 3]}..."'
