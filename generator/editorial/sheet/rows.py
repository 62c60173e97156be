"""Records as rows of texts, and rows put back into the fields of files."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.editorial.sheet.sheet_kinds import (
    FILE_KEYS,
    CellContent,
    Names,
    SheetColumn,
    SheetKind,
)
from generator.editorial.updates.content_files import ContentFile, Fields, FileKey
from generator.load.source_document import Path, Value

Row: TypeAlias = tuple[str, ...]
"""One text for each column of a kind, empty where nothing is."""

SEPARATOR = ";"
"""Between several words in one cell, as they are written."""

_BETWEEN = re.compile(r"[;\n]|,(?![^\[\];\n]*\])")
"""What people put between them: ids hold none of these, and dates a comma only in brackets."""

_BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
"""Spaces of every kind, and signs that nobody sees."""


@dataclass(frozen=True, slots=True)
class RowTable:
    """All rows of one kind, by key, in the order of the content."""

    kind: SheetKind
    rows: Mapping[Row, Row]


def key_of(kind: SheetKind, row: Row) -> Row:
    """Return what tells a row from all others of its kind."""
    return row[: len(kind.keys)]


def row_hash(row: Row) -> str:
    """Return a digest of what a row says."""
    return hashlib.sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest()


def plain(text: str) -> str:
    """Return a text as cells keep it: without spaces, special or without width, at its ends."""
    return text.strip(_BLANK)


def words_in(text: str) -> list[str]:
    """Return the words of a cell that may hold several, whatever people put between them."""
    return [word for word in map(plain, _BETWEEN.split(text)) if word]


def table_of(kind: SheetKind, files: Mapping[FileKey, ContentFile]) -> RowTable:
    """Return every row of a kind; of two rows with one key, which no check lets pass, the first."""
    rows: dict[Row, Row] = {}
    for key, file in files.items():
        if key[0] == kind.file:
            for row in _rows(kind, file):
                rows.setdefault(key_of(kind, row), row)
    return RowTable(kind, rows)


def _rows(kind: SheetKind, file: ContentFile) -> Iterator[Row]:
    above = file.key[1:]
    if not kind.lists:
        fields: Fields = {**file.fields, "body": file.body} if file.body else file.fields
        yield (*above, *(_cell(column, fields) for column in kind.columns[len(above) :]))
        return
    *lists, name = kind.lists
    for keys, holder in _holders(file.fields, lists, kind.ways, above):
        held = _held(holder, name)
        if kind.mapping:
            pairs = held.items() if isinstance(held, dict) else ()
            yield from ((*keys, key, str(value)) for key, value in pairs)
            continue
        for item in _mappings([held] if kind.single and held else held):
            yield (*keys, *(_cell(column, item) for column in kind.columns[len(keys) :]))


def _held(fields: Fields, path: str) -> "Value | None":
    """Return what is at the end of a path of names with points between them."""
    value: Value | None = fields
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _holders(
    fields: Fields, lists: Sequence[str], ways: Sequence[Names], above: Row
) -> Iterator[tuple[Row, Fields]]:
    """Yield every record at the end of lists, with what tells it and those above it apart."""
    if not lists:
        yield above, fields
        return
    for item in _mappings(fields.get(lists[0])):
        yield from _holders(item, lists[1:], ways[1:], (*above, *_names(item, ways[0])))


def _names(item: Fields, way: Names) -> Row:
    """Return what tells an item from its neighbors, as cells say it."""
    return tuple(_named_item(item.get(name), SEPARATOR) for name in way)


def _named_item(value: "Value | None", separator: str) -> str:
    if isinstance(value, list):
        return f"{separator} ".join(map(str, value))
    return plain(value) if isinstance(value, str) else ""


def _cell(column: SheetColumn, fields: Fields) -> str:
    value: Value | None = fields
    for name in column.path:
        value = value.get(name) if isinstance(value, dict) else None
    if column.holds is CellContent.LINES and isinstance(value, list):
        return "\n".join(map(str, value))
    return _named_item(value, SEPARATOR) if not isinstance(value, list) or column.is_list else ""


def typed(column: SheetColumn, text: str) -> "Value | None":
    """Return what a file holds for the text of a cell; None where it holds nothing."""
    if column.is_list:
        words = words_in(text) if column.holds is CellContent.MANY else map(plain, text.split("\n"))
        return [word for word in words if word] or None
    return text or None


def with_day_of_entry(kind: SheetKind, row: Row, today: str) -> Row:
    """Return the row with `today` wherever a record in it lacks the day on which it was entered."""
    cells = list(row)
    for place, column in enumerate(kind.columns):
        if column.path[-1:] != ("recorded",) or cells[place]:
            continue
        around = column.path[:-1]
        beside = [
            cells[other]
            for other, sibling in enumerate(kind.columns)
            if sibling.path and sibling.path[:-1] == around and not sibling.gap
        ]
        if not around or any(beside):
            cells[place] = today
    return tuple(cells)


@dataclass(frozen=True, slots=True)
class UpdatedFile:
    """A file updated with a row, and the path in it of every column of the row."""

    file: ContentFile
    at: Path
    columns: Mapping[Path, int]


class ItemIndex:
    """Where in lists of records each is, by what tells it from its neighbors.

    Looked up once a list, so that many rows for one list take no longer than as many for several.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[list[Value], dict[Row, int]]] = {}

    def find(self, items: "Value | None", way: Names, wanted: Row) -> int | None:
        """Return where in a list the record is whose fields of these names say what is wanted.

        Every list is looked through for one set of names only; `add` tells what is appended to it.
        """
        if not isinstance(items, list):
            return None
        if id(items) not in self._known:
            found: dict[Row, int] = {}
            for position, item in enumerate(items):
                if isinstance(item, dict):
                    found.setdefault(_in_order(way, _names(item, way)), position)
            self._known[id(items)] = items, found
        return self._known[id(items)][1].get(_in_order(way, wanted))

    def add(self, items: list[Value], way: Names, key: Row, record: Fields) -> int:
        """Append a record to a list and return where it is."""
        self.find(items, way, key)
        items.append(record)
        self._known[id(items)][1][_in_order(way, key)] = len(items) - 1
        return len(items) - 1


def _in_order(way: Names, key: Row) -> Row:
    """Return what tells a record apart, in the same order however a sheet has its columns."""
    return tuple(word for _, word in sorted(zip(way, key, strict=True)))


class NoParentError(Exception):
    """A row belongs to a record that does not exist."""

    def __init__(self, place: int, word: str) -> None:
        super().__init__(word)
        self.place = place
        """The column that names it."""


class ValueAndGapError(Exception):
    """A row gives both a value and a reason why it is missing."""

    def __init__(self, place: int, word: str) -> None:
        super().__init__(word)
        self.place = place
        """The column that says why."""


def put_row(kind: SheetKind, file: ContentFile, row: Row, positions: ItemIndex) -> UpdatedFile:
    """Return the file updated with the row's values; only what differs is touched.

    The fields are changed in place. Raises NoParentError if what the row belongs to does not
    exist, and ValueAndGapError if it gives both a value and a reason why there is none.
    """
    above = len(FILE_KEYS[kind.file])
    if kind.mapping:
        return _put_value(kind, file, row, above, positions)
    home = _item_list(kind, file.fields, row, above, positions) if kind.lists else None
    record = home.record if home else file.fields
    _refuse_both(kind, record, row)
    at = home.add(positions) if home else ()
    if not kind.lists and file.body:
        record["body"] = file.body
    columns: dict[Path, int] = {}
    for place, column in enumerate(kind.columns):
        if column.path:
            columns[(*at, *column.path)] = place
            _put_cell(record, column, row[place])
    body = record.pop("body", "") if not kind.lists else file.body
    return UpdatedFile(replace(file, body=str(body)), at, columns)


def _put_value(
    kind: SheetKind, file: ContentFile, row: Row, above: int, positions: ItemIndex
) -> UpdatedFile:
    here, at, place = _holder(kind, file.fields, row, above, positions)
    name, key, value = kind.lists[-1], row[place], row[place + 1]
    values = here.setdefault(name, {})
    if isinstance(values, dict):
        values[key] = value
    return UpdatedFile(file, (*at, name, key), {(*at, name, key): place + 1})


def _refuse_both(kind: SheetKind, record: Fields, row: Row) -> None:
    for place, column in enumerate(kind.columns):
        if not column.gap or not row[place]:
            continue
        missing = column.path[:-1]
        values = [
            cell
            for cell, other in zip(row, kind.columns, strict=True)
            if other.path[: len(missing)] == missing and not other.gap
        ]
        listed = _held(record, ".".join(missing))
        # A list is in a sheet of its own, and is never given up for a reason.
        if any(values) or (isinstance(listed, list) and listed):
            raise ValueAndGapError(place, missing[-1])


@dataclass(slots=True)
class _ItemList:
    """The list that a row's record is in, or will be in once it is added."""

    inside: Fields
    name: str
    above: Path
    way: Names
    key: Row
    record: Fields
    position: int | None
    single: bool = False

    def add(self, positions: ItemIndex) -> Path:
        """Put the record into its list if it is new; return its path."""
        *around, name = self.name.split(".")
        at = (*self.above, *around, name)
        inside = _made(self.inside, around)
        if self.single:
            inside[name] = self.record
            return at
        if self.position is None:
            items = inside.get(name)
            if not isinstance(items, list):
                # A reason why nothing is there gives way to what is there now.
                items = inside[name] = []
            self.position = positions.add(items, self.way, self.key, self.record)
        return (*at, self.position)


def _made(fields: Fields, names: Sequence[str]) -> Fields:
    """Return the record at the end of some names; those that are not there are made."""
    for name in names:
        below = fields.setdefault(name, {})
        if not isinstance(below, dict):
            # A reason why nothing is there gives way to what is there now.
            below = fields[name] = {}
        fields = below
    return fields


def _item_list(
    kind: SheetKind, fields: Fields, row: Row, above: int, positions: ItemIndex
) -> _ItemList:
    """Return where the record is that the row's key names; raises NoParentError."""
    here, at, place = _holder(kind, fields, row, above, positions)
    name, key = kind.lists[-1], row[place : len(kind.keys)]
    held = _held(here, name)
    if kind.single:
        one = held if isinstance(held, dict) else {}
        return _ItemList(here, name, at, (), (), one, None, single=True)
    way = tuple(column.name for column in kind.keys[place:])
    found = positions.find(held, way, key)
    item = held[found] if isinstance(held, list) and found is not None else None
    record = item if isinstance(item, dict) else {}
    return _ItemList(here, name, at, way, key, record, found)


def _holder(
    kind: SheetKind, fields: Fields, row: Row, above: int, positions: ItemIndex
) -> tuple[Fields, Path, int]:
    """Return the record that holds the last list, its path, and the next column of the key.

    Raises NoParentError where there is no such record.
    """
    here = fields
    at: Path = ()
    place = above
    for name, way in zip(kind.lists, kind.ways, strict=False):
        wanted = row[place : place + len(way)]
        position = positions.find(here.get(name), way, wanted)
        if position is None:
            last = next((n for n in range(len(way) - 1, 0, -1) if wanted[n]), 0)
            raise NoParentError(place + last, wanted[last])
        here, at = _mapping_at(here, name, position), (*at, name, position)
        place += len(way)
    return here, at, place


def _mapping_at(fields: Fields, name: str, position: int) -> Fields:
    items = fields[name]
    item = items[position] if isinstance(items, list) else None
    return item if isinstance(item, dict) else {}


def _mappings(items: "Value | None") -> list[Fields]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _put_cell(record: Fields, column: SheetColumn, text: str) -> None:
    if _cell(column, record) == text:
        return
    value = typed(column, text)
    *around, name = column.path
    inside = _made(record, around)
    if value is None:
        inside.pop(name, None)
    else:
        inside[name] = value
    while around and not _held(record, ".".join(around)):
        *around, name = around
        _made(record, around).pop(name, None)
