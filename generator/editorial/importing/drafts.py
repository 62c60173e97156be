"""The rows of an export as drafts of initiatives: what each column says, put where it goes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.core.issues import Issue, Location
from generator.core.naming import did_you_mean, name_list, quoted
from generator.editorial.importing.blanks import Blank
from generator.editorial.importing.cell_values import CellReader, cell_fault, effective, matches
from generator.editorial.importing.dates_read import ValueFault
from generator.editorial.importing.export import Draft, Drafts, Export
from generator.editorial.importing.headings import PlacedColumn, heading_at, placed
from generator.editorial.importing.known_names import KINDS, KnownNames, MadeRecord, fiscal_id
from generator.editorial.importing.mapping import (
    UNPLACED,
    Consequences,
    TableMap,
)
from generator.editorial.importing.mapping_faults import also_fault, path_fault, second_row
from generator.editorial.importing.repairs import Repairs, alike, repaired
from generator.editorial.importing.source_rows import ExactText, SourceRow
from generator.editorial.importing.targets import Target, every_list, record_of, target_at
from generator.editorial.importing.trees import Items, Tree, put
from generator.editorial.importing.values import CellText
from generator.load.source_document import Value
from generator.model.fields import Field, Shape, fields_of
from generator.model.initiative import Initiative
from generator.model.records import Amount
from generator.model.values import Record
from generator.words.english import counted


def draft_all(export: Export, names: KnownNames) -> Drafts:
    """Return what all tables say, those of initiatives first, and every fault of cells."""
    drafts = Drafts(names)
    tables = export.mapping.each_table
    first = [name for name, table in tables.items() if table.one == "initiative"]
    if len(first) != 1:
        found = f"{len(first)} tables with one: initiative"
        step = "Each of the other tables has one: step, or another list of an initiative."
        place = export.read.place("tables")
        drafts.faults.append(Issue("I003", place, found, "one table of initiatives", step))
        return drafts
    others = [name for name in tables if name not in first]
    for name in (*first, *others):
        _TableReading(export, name, tables[name], drafts).read()
    return drafts


@dataclass(slots=True)
class _Column:
    placed: PlacedColumn
    reader: CellReader
    target: Target
    item: str
    start: int | None
    key: str
    """The key of a mapping that it fills, as the fiscal year of its heading."""


class _TableReading:
    """Reads the rows of one table into drafts."""

    def __init__(self, export: Export, name: str, table: TableMap, drafts: Drafts) -> None:
        self._export = export
        self._name = name
        self._table = table
        self._source = export.tables[name]
        self._drafts = drafts
        self._way = record_of(table.one) if table.one != "initiative" else ()
        self._record: type[Record] = (self._way[-1].of if self._way else None) or Initiative
        self._columns: list[_Column] = []
        self._constants: list[tuple[Target, str]] = []
        self._skip: list[tuple[int, Sequence[str]]] = []
        self._has_strangers = False
        self._first_rows: dict[str, SourceRow] = {}
        self._without_amount = 0

    def read(self) -> None:
        """Add the rows of the table to the drafts, and what is wrong with them."""
        if self._table.one != "initiative" and not self._way:
            self._refuse("one", self._table.one, f"one of: {name_list(every_list(), most=40)}")
            return
        found = placed(self._export, self._name)
        self._drafts.ignored += found.ignored
        self._drafts.faults += [*self._source.faults, *found.faults]
        self._columns = [c for c in map(self._column, found.columns) if c]
        self._constants = list(self._of_every_row())
        self._skip = [
            (index, words)
            for column, words in self._table.skip.items()
            for index in self._indexes("skip", (column,))
        ]
        keys, by = (
            self._indexes("row_key", self._table.row_key),
            self._indexes("by", self._table.by),
        )
        if not self._way and not keys:
            self._refuse("row_key", "", "the columns that tell one row from all others")
        if self._way and len(by) != len(self._way):
            self._refuse("by", "", "the column that names the row each belongs to")
            return
        skipped = 0
        for row in self._source.rows:
            if self._is_skipped(row):
                skipped += 1
            else:
                self._row(row, keys, by)
        if skipped:
            rows = counted(skipped, "row")
            self._source.notes.append(f"{rows} skipped, as the mapping says")
        if self._without_amount:
            rows = counted(self._without_amount, "row")
            self._source.notes.append(f"{rows} without an amount left out")

    def _is_skipped(self, row: SourceRow) -> bool:
        return any(
            any(matches(word, self._plain(row, index)) for word in words)
            for index, words in self._skip
        )

    def _row(self, row: SourceRow, keys: Sequence[int], by: Sequence[int]) -> None:
        key = " / ".join(filter(None, (self._plain(row, index) for index in keys)))
        place = self._source.place(row.number, keys[0] if keys else 0)
        if self._way:
            self._part(row, key, by)
            return
        if not key:
            self._fault("I011", place, "no key in this row", "a value in the key of every row",
                        "Fill it in, or name another key in the mapping.")  # fmt: skip
            return
        draft = Draft(key, place)
        draft.blanks = self._fill(row, draft.initiative, draft.update)
        first = self._drafts.drafts.setdefault(alike(key), draft)
        self._first_rows.setdefault(alike(key), row)
        if (first.initiative, first.update) != (draft.initiative, draft.update):
            rows = (self._first_rows[alike(key)], row)
            named = [(c.placed.index, c.placed.heading) for c in self._columns]
            self._drafts.faults.append(second_row(rows, named, key, place))

    def _part(self, row: SourceRow, key: str, by: Sequence[int]) -> None:
        """Add a row that is a part of an initiative."""
        owner = self._plain(row, by[0])
        draft = self._drafts.drafts.get(alike(owner))
        place = self._source.place(row.number, by[0])
        if draft is None:
            # One guess is enough: it looks at every key.
            drafts = () if self._has_strangers else self._drafts.drafts.values()
            known = [one.key for one in drafts][:_MOST_COMPARED]
            self._has_strangers = True
            self._fault("I011", place, f"{quoted(owner)}, which no row of the other table has",
                        "the key of an initiative in the same export",
                        f"{did_you_mean(owner, known)}Correct it, or export both tables "
                        "at the same time.")  # fmt: skip
            return
        here = draft.initiative
        for place_in_way, step in enumerate(self._way[:-1], start=1):
            within = self._plain(row, by[place_in_way])
            here = here.setdefault(step.name, Items()).setdefault(
                within, _called(step, within, place)
            )
        part: Tree = {}
        self._fill(row, part, {})
        if issubclass(self._record, Amount) and not part.keys() & _FIGURES:
            self._without_amount += 1
        elif part:
            items = here.setdefault(self._way[-1].name, Items())
            self._add(items, part, key, row)

    def _add(self, items: Items, part: Tree, key: str, row: SourceRow) -> None:
        """Add a part to its siblings; rows that say the same of the same key are one."""
        before = items.get(key) if key else None
        if before is None or before.keys() <= {"title"}:
            items[key or _free(items, _naming(part) or f"row {row.number}")] = part
        elif before != part:
            place = self._source.place(row.number)
            self._fault("I010", place, f"a second row for {quoted(key)}, which says otherwise",
                        "rows with the same key that say the same",
                        "Correct the export, or name further columns in row_key.")  # fmt: skip

    def _fill(self, row: SourceRow, tree: Tree, update: Tree) -> list[Blank]:
        """Put what a row says into a record and its status update; return its blank cells."""
        blanks: list[Blank] = []
        for target, value in self._constants:
            self._constant(row, target, value, tree, update)
        texts: dict[int, str] = {}
        for column in self._columns:
            index = column.placed.index
            place = self._source.place(row.number, index)
            text = texts.get(index)
            if text is None:
                text = texts[index] = self._repaired(row.cells[index], column.placed.heading)
            start = row.cells[column.start] if column.start is not None else ""
            try:
                known = list(column.reader.read(text, place, start))
                if not known:
                    blanks.append(_blank(column))
                for said in known:
                    target = target_at(self._record, said.path)
                    self._put(column, target, said.value, tree, update)
                    self._also(column, place, tree, update)
            except ValueFault as fault:
                issue = cell_fault(fault, text, column.placed.heading, place)
                self._drafts.faults.append(issue)
        return blanks

    def _repaired(self, raw: str, heading: str) -> str:
        if isinstance(raw, ExactText):
            return raw
        return repaired(raw, heading, self._drafts.repairs)

    def _put(self, column: _Column, target: Target, value: Value, tree: Tree, update: Tree) -> None:
        inner = column.placed.heading
        if target.leaf.shape is Shape.MAPPING:
            inner = column.key
        put(update if target.is_of_update else tree, target.fields, value, column.item, inner)

    def _also(self, column: _Column, place: Location, tree: Tree, update: Tree) -> None:
        prefix = ".".join(f.name for f in column.target.fields[: column.target.list_at + 1])
        for path, value in column.reader.meaning.also.items():
            target = target_at(self._record, f"{prefix}.{path}" if prefix else path)
            said = _with_names(value, column.placed.named)
            said = self._resolved(target.leaf, said, column)
            cell = CellText(said, place)
            into = update if target.is_of_update else tree
            put(into, target.fields, cell, column.item, column.placed.heading)

    def _resolved(self, leaf: Field, words: str, column: _Column | None = None) -> str:
        """Return a constant as content writes it: names of records as their ids."""
        names = self._drafts.names
        if leaf.ref is None:
            return words
        if leaf.ref.to == "fiscal_year":
            return fiscal_id(names.report, words)
        kinds = KINDS.get(leaf.ref.to, ())
        if not kinds or "/" in words:
            return words
        found = names.id_of(words, kinds)
        if found:
            return found
        extra = column.reader.meaning.created if column else {}
        return names.make(MadeRecord(kinds[0], "", CellText(words, self._source.place(1)), extra))

    def _of_every_row(self) -> Iterator[tuple[Target, str]]:
        """Yield what the mapping says of every row; for all tables that is said of initiatives."""
        general = {} if self._way else self._export.mapping.always
        for path, value in {**general, **self._table.always}.items():
            try:
                if value == UNPLACED:
                    raise _STILL_TO_SAY
                yield target_at(self._record, path), value
            except ValueFault as fault:
                self._refuse("always", path, fault.expected, f"{fault.next_step} ")

    def _constant(
        self, row: SourceRow, target: Target, value: str, tree: Tree, update: Tree
    ) -> None:
        words = _COLUMN.sub(lambda found: self._named_cell(row, found), value)
        place = self._source.place(row.number)
        try:
            said = CellText(self._resolved(target.leaf, words), place)
        except ValueFault as fault:
            self._drafts.faults.append(cell_fault(fault, words, "always", place))
            return
        item = target.fields[max(target.list_at, 0)].name
        put(update if target.is_of_update else tree, target.fields, said, item, item)

    def _named_cell(self, row: SourceRow, found: re.Match[str]) -> str:
        heading = found[1]
        if heading not in self._source.headings:
            return found[0]
        return self._plain(row, self._source.headings.index(heading))

    def _plain(self, row: SourceRow, index: int) -> str:
        text = repaired(row.cells[index], self._source.headings[index], Repairs())
        return " ".join(text.split())

    def _column(self, found: PlacedColumn) -> _Column | None:
        meaning = effective(found.meaning, self._table, self._export.mapping)
        try:
            target = target_at(self._record, meaning.to)
            self._check_paths(meaning.words, meaning.also, target)
        except ValueFault as fault:
            self._drafts.faults.append(path_fault(self._export.read, found, meaning.to, fault))
            return None
        try:
            key = self._key_of(found, target)
        except ValueFault as fault:
            place = self._source.place(self._source.heading_row, found.index)
            issue = cell_fault(fault, found.heading, "the headings", place)
            self._drafts.faults.append(issue)
            return None
        start = self._indexes("after", (meaning.after,) if meaning.after else ())
        reader = CellReader(
            *(meaning, target, found.heading, self._export.mapping),
            *(self._drafts.names, self._drafts.repairs, self._export.language),
        )
        is_shared = target.list_at >= 0 and (
            target.leaf.shape is Shape.MAPPING
            or any(f.shape is Shape.LIST for f in target.fields[target.list_at + 1 : -1])
        )
        item = meaning.item or (str(found.at[-2]) if is_shared else found.heading)
        return _Column(found, reader, target, item, start[0] if start else None, key)

    def _key_of(self, found: PlacedColumn, target: Target) -> str:
        """Return the key under which a column's values stand, where its field has keys."""
        words = found.named.get("year") or found.heading
        return self._resolved(target.leaf, words) if target.leaf.shape is Shape.MAPPING else words

    def _check_paths(
        self, words: Mapping[str, Consequences], also: Consequences, target: Target
    ) -> None:
        for meant in words.values():
            for path in meant:
                target_at(self._record, path)
        prefix = ".".join(f.name for f in target.fields[: target.list_at + 1])
        if UNPLACED in also.values():
            raise _STILL_TO_SAY
        for path in also:
            try:
                target_at(self._record, f"{prefix}.{path}" if prefix else path)
            except ValueFault as fault:
                raise also_fault(path, prefix, fault) from fault

    def _indexes(self, key: str, columns: Sequence[str]) -> list[int]:
        found = []
        for column in columns:
            index = heading_at(column, self._source.headings, self._export.language)
            if index is not None:
                found.append(index)
            else:
                near = did_you_mean(column, self._source.headings)
                self._refuse(key, column, "a heading of the export", near)
        return found

    def _refuse(self, key: str, value: str, expected: str, step: str = "") -> None:
        above = ("tables", self._name) if self._name else ()
        place = self._export.read.place(*above, key)
        found = f"{quoted(value)} for {key}" if value else f"no {key}"
        self._drafts.faults.append(
            Issue("I003", place, found, expected, step + "Correct the mapping.")
        )

    def _fault(self, code: str, place: Location, found: str, expected: str, step: str) -> None:
        self._drafts.faults.append(Issue(code, place, found, expected, step))


def _blank(column: _Column) -> Blank:
    is_mapping = column.target.leaf.shape is Shape.MAPPING
    key = column.key if is_mapping else column.reader.meaning.taxonomy or ""
    return Blank(column.placed.heading, column.target, key)


def _called(step: Field, words: str, place: Location) -> Tree:
    """Return a record that other rows belong to, by the name that they have for it."""
    has_title = step.of is not None and "title" in fields_of(step.of)
    return {"title": CellText(words, place)} if has_title else {}


_STILL_TO_SAY = ValueFault("a value in place of the ?", "Write what is true of every row.")


_FIGURES = frozenset({"value", "low", "high", "years"})
"""Fields of which an amount has at least one."""

_MOST_COMPARED = 2_000
"""Keys that are compared with one that no row has."""

_COLUMN = re.compile(r"\{([^{}]+)\}")


def _with_names(value: str, named: Mapping[str, str]) -> str:
    for name, word in named.items():
        value = value.replace(f"{{{name}}}", word or "")
    return value


def _naming(part: Tree) -> str:
    return next((str(part[n]) for n in ("title", "name", "text", "what", "label") if n in part), "")


def _free(items: Items, words: str) -> str:
    number, free = 1, words
    while free in items:
        number += 1
        free = f"{words} {number}"
    return free
