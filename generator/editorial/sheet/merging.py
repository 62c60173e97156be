"""A merge of three: what the content said at export, what it says now, what the workbook says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from generator.editorial.content_files import ContentFile, FileKey
from generator.editorial.sheet.kinds import FILE_KEYS, Kind
from generator.editorial.sheet.reading import Filled, SheetRow
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.rows import (
    BothError,
    NoPlaceError,
    Put,
    Row,
    Table,
    put,
    row_hash,
    with_day_of_entry,
)

NewFile: TypeAlias = Callable[[SheetRow, FileKey], ContentFile | Refusal]
"""Gives the file that a new row makes, or says why it may not make one."""


class Outcome(StrEnum):
    """What becomes of a row of the workbook."""

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
            return f"{self.row.place()}: {name} was changed here and is gone from the content."
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
class Merged:
    """What an import would do."""

    files: dict[FileKey, ContentFile] = field(default_factory=dict)
    """Every file that would change, with the rows put into it."""
    puts: dict[FileKey, list[tuple[SheetRow, Put]]] = field(default_factory=dict)
    new: list[SheetRow] = field(default_factory=list)
    changed: list[SheetRow] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    missing: int = 0
    """Rows of the content that the workbook no longer has; nothing is done about them."""


def merge(
    filled: Filled,
    tables: Iterable[Table],
    files: Mapping[FileKey, ContentFile],
    new_file: NewFile,
    today: str,
) -> Merged:
    """Return what the workbook changes in the content as it is now.

    `today` becomes the day of entry of records that do not give their own. A row that is missing
    from the workbook is never a deletion.
    """
    merged = Merged(refusals=list(filled.refusals))
    by_name = {table.kind.name: table for table in tables}
    seen: set[tuple[str, Row]] = set()
    for row in filled.rows:
        table = by_name[row.kind.name]
        seen.add((row.kind.name, row.key))
        base = filled.base.hashes.get((row.kind.name, row.key))
        now = table.rows.get(row.key)
        if base is not None and row_hash(row.cells) == base:
            continue
        row = SheetRow(row.kind, row.number, with_day_of_entry(row.kind, row.cells, today))  # noqa: PLW2901
        match outcome(base, now, row.cells):
            case Outcome.CONFLICT:
                merged.conflicts.append(Conflict(row, now))
            case Outcome.NEW | Outcome.CHANGED as how:
                _put(merged, row, files, new_file)
                (merged.new if how is Outcome.NEW else merged.changed).append(row)
    merged.missing = len(filled.base.hashes.keys() - seen)
    return merged


def outcome(base: str | None, now: Row | None, here: Row) -> Outcome:
    """Return what becomes of a row, given the digest of what it said at export, if it was there."""
    if now == here:
        return Outcome.SAME
    if base == row_hash(here):
        return Outcome.SAME
    if base is None:
        return Outcome.NEW if now is None else Outcome.CONFLICT
    return Outcome.CHANGED if now is not None and row_hash(now) == base else Outcome.CONFLICT


def _put(
    merged: Merged, row: SheetRow, files: Mapping[FileKey, ContentFile], new_file: NewFile
) -> None:
    key = file_key(row.kind, row.cells)
    file = merged.files.get(key) or files.get(key) or new_file(row, key)
    if isinstance(file, Refusal):
        merged.refusals.append(file)
        return
    try:
        made = put(row.kind, file, row.cells)
    except NoPlaceError as error:
        column = row.kind.columns[error.place].name
        merged.refusals.append(
            Refusal(
                row.place(error.place),
                f"{_shown(row.cells[error.place])} as {column}",
                f"a {column} that the content has",
                f"Correct it, or add the {column} in its own sheet first.",
            )
        )
        return
    except BothError as error:
        merged.refusals.append(
            Refusal(
                row.place(error.place),
                f"{error.args[0].replace('_', ' ')} and why there is none",
                "the one or the other",
                "Empty this cell and those beside it that say why, or the value.",
            )
        )
        return
    merged.files[key] = made.file
    merged.puts.setdefault(key, []).append((row, made))


def file_key(kind: Kind, row: Row) -> FileKey:
    """Return the file that a row belongs to."""
    return (kind.file, *row[: len(FILE_KEYS[kind.file])])


def _shown(text: str, most: int = 60) -> str:
    if not text:
        return "nothing"
    return f'"{text}"' if len(text) <= most else f'"{text[: most - 3]}..."'
