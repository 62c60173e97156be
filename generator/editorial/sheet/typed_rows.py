"""Rows as people type them: ids made for new records, names and labels taken for what they mean.

An id that is left empty is made of the record's title; a name that only one record has means its
id, and a label means its key, whatever the capitals. Rows that nobody touched are left alone.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from generator.core.naming import name_list, quoted
from generator.derive.references import Known
from generator.editorial.sheet.alike import folded_key, folded_name, near_miss
from generator.editorial.sheet.refusal import Refusal
from generator.editorial.sheet.rows import SEPARATOR, Row, RowTable, words_in
from generator.editorial.sheet.sheet_kinds import CellContent, SheetColumn, SheetKind
from generator.editorial.sheet.workbook_reader import FilledWorkbook, SheetRow
from generator.model.ids import LONGEST_MADE, free_id_from
from generator.model.references import PROGRAM, UNASSIGNED, WHOLE

_TITLES = ("title", "name", "text", "what", "label")
"""The columns of which an id is made, the best first."""

OWN_FILES = ("initiative", "area")
"""Kinds of file of which a new row makes one, with an id of its own."""

_NAMED_AS: Mapping[str, tuple[str, ...]] = {
    "initiatives": ("initiative",),
    "areas": ("area",),
    "units": ("unit", "member", "holder", "reporter"),
    "posts": ("post", "holder", "reporter"),
    "outside partners": ("member",),
    "milestones": ("milestone",),
    "sources": ("source",),
}
"""As what a new row of a sheet may be named (`Ref.to`)."""

_SHARED = (("initiatives", "areas"), ("units", "posts", "outside partners"))
"""Sheets whose records share their ids."""

_NEVER = frozenset({PROGRAM, WHOLE, UNASSIGNED})

_Home: TypeAlias = tuple[str, ...]
"""In what an id must be the only one of its kind: sheets, or one record's list."""


@dataclass(slots=True)
class _Names:
    """What names may mean, and which ids are given away."""

    meant: dict[str, dict[str, set[str]]]
    """Ids by what refers to them and by the folded names that people may type for them."""
    taken: dict[_Home, set[str]]
    refusals: list[Refusal] = field(default_factory=list)


def id_column(kind: SheetKind) -> int | None:
    """Return the place of the column with the ids of a kind's own records, if they have such."""
    if not kind.lists:
        return 0 if kind.file in OWN_FILES else None
    last = len(kind.keys) - 1
    return last if kind.columns[last].name == "id" else None


def read_typed_rows(filled: FilledWorkbook, tables: list[RowTable], known: Known) -> None:
    """Put ids in place of names into every new or changed row of a workbook.

    Names that could mean several records, and rows that turn out to be about the same record,
    become refusals of the workbook.
    """
    touched = [place for place, row in enumerate(filled.rows) if filled.is_touched(row)]
    names = _Names(_meant(known), _taken(tables, known))
    for place in touched:
        filled.rows[place] = _with_id(names, filled.rows[place])
    for place in touched:
        filled.rows[place] = _with_references(names, filled.rows[place])
    filled.refusals += [*names.refusals, *_twice(filled.rows)]


def _meant(known: Known) -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for to, named in known.items():
        found[to] = defaultdict(set)
        for some_id, name in named.items():
            for typed in (folded_name(some_id), folded_key(some_id), folded_name(name)):
                found[to][typed].add(some_id)
    return found


def _taken(tables: list[RowTable], known: Known) -> dict[_Home, set[str]]:
    taken: dict[_Home, set[str]] = defaultdict(lambda: set(_NEVER))
    taken[_SHARED[0]] |= {*known.get("initiative", ()), *known.get("area", ())}
    for table in tables:
        place = id_column(table.kind)
        for row in table.rows if place is not None else ():
            taken[_home(table.kind, row)].add(row[place or 0])
    return taken


def _home(kind: SheetKind, row: Row) -> _Home:
    shared = next((group for group in _SHARED if kind.name in group), None)
    return shared or (kind.name, *row[: id_column(kind)])


def _with_id(names: _Names, row: SheetRow) -> SheetRow:
    """Return a row with an id; what is new can be named from then on."""
    place = id_column(row.kind)
    if place is None:
        return row
    by_name = {column.name: cell for column, cell in zip(row.kind.columns, row.cells, strict=True)}
    title = next((by_name[name] for name in _TITLES if by_name.get(name)), "")
    taken, some_id = names.taken[_home(row.kind, row.cells)], row.cells[place]
    if some_id in taken:
        return row
    if some_id:
        _refuse_slip(names, row, place, taken)
    elif title:
        otherwise = row.kind.name.replace(" ", "-").removesuffix("s")
        some_id = free_id_from(title, taken, LONGEST_MADE, otherwise)
    taken.add(some_id)
    for to in _NAMED_AS.get(row.kind.name, ()):
        for name in filter(None, (some_id, title)):
            names.meant.setdefault(to, defaultdict(set))[folded_name(name)].add(some_id)
    return replace(row, cells=(*row.cells[:place], some_id, *row.cells[place + 1 :]))


def _refuse_slip(names: _Names, row: SheetRow, place: int, taken: set[str]) -> None:
    """Refuse a new id that looks like a slip for one that is there."""
    near = near_miss(row.cells[place], taken)
    if near and row.kind.name in ("initiatives", "areas"):
        names.refusals.append(
            Refusal(
                row.place(place),
                f"the new id {quoted(row.cells[place])}",
                f"an id in the content, such as {quoted(near)}, or an empty cell for a new record",
                f"Did you mean {quoted(near)}? For a new record, clear the cell: an id is made "
                "from the title.",
            )
        )


def _with_references(names: _Names, row: SheetRow) -> SheetRow:
    cells = [
        _cell(names, row, place, column) if row.cells[place] else ""
        for place, column in enumerate(row.kind.columns)
    ]
    return replace(row, cells=tuple(cells))


def _cell(names: _Names, row: SheetRow, place: int, column: SheetColumn) -> str:
    cell = row.cells[place]
    if column.words:
        return _key(cell, column)
    meant = names.meant.get(column.refers)
    if meant is None or place == id_column(row.kind):
        return cell
    if column.holds is not CellContent.MANY or folded_name(cell) in meant:
        return _one(names, row, place, cell)
    return f"{SEPARATOR} ".join(_one(names, row, place, word) for word in words_in(cell))


def _key(cell: str, column: SheetColumn) -> str:
    by_name = {folded_key(word): word for word in column.words}
    by_name |= dict(zip(map(folded_key, column.labels), column.words, strict=False))
    return by_name.get(folded_key(cell), cell)


def _one(names: _Names, row: SheetRow, place: int, word: str) -> str:
    """Return the id that a word means; a word that means nothing known as it is."""
    column = row.kind.columns[place]
    meant = sorted(names.meant[column.refers].get(folded_name(word), ()))
    if word in meant:
        return word
    if len(meant) > 1:
        names.refusals.append(
            Refusal(
                row.place(place),
                f"{quoted(word)}, which {len(meant)} records are called",
                f"one of the ids {name_list(meant)}",
                "Type the id that you mean.",
            )
        )
    return meant[0] if meant else word


def _twice(rows: list[SheetRow]) -> Iterator[Refusal]:
    """Yield a refusal of every row about a record that a row above it is about."""
    first: dict[tuple[str, Row], int] = {}
    for row in rows:
        before = first.setdefault((row.kind.name, row.key), row.number)
        if before != row.number:
            yield second_row(row, before)


def second_row(row: SheetRow, first: int) -> Refusal:
    """Return the refusal of a row about the same record as an earlier one."""
    return Refusal(
        row.place(),
        f"a second row for {' '.join(filter(None, row.key)) or 'nothing'}",
        f"one row for each; the first is row {first}",
        "Keep one of the two, or correct its first columns.",
    )
