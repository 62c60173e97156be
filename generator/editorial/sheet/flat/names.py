"""What the names in a flat sheet mean: areas, units, and posts of the report, or new ones."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from generator.core.naming import quoted
from generator.editorial.importing.known_names import KnownNames, MadeRecord
from generator.editorial.importing.mapping import AREA, POST, UNIT
from generator.editorial.importing.values import CellText
from generator.editorial.sheet.alike import folded_name, near_miss
from generator.editorial.sheet.flat.columns import Column
from generator.editorial.sheet.flat.reading import FlatRow
from generator.editorial.sheet.refusal import Refusal
from generator.model.keys import HeldBy, RoleKind, UnitKind
from generator.model.references import UNASSIGNED
from generator.model.report import Report

VACANCIES = frozenset({"vacant", "vacancy", "unassigned", "open"})
"""What people type where nobody holds a role."""


NAMED = (Column.AREA, Column.DEPARTMENT, Column.OWNER, Column.SPONSOR)
"""The columns with names of records."""


@dataclass(slots=True)
class FlatNames:
    """The names of a report, and those that the rows of a sheet add."""

    report: Report
    confirmed: Collection[str] = ()
    """New names that somebody said are none of those that they look like."""
    made: KnownNames = field(init=False)
    refusals: dict[tuple[str, str], tuple[Refusal, list[str]]] = field(default_factory=dict)
    """What looks like a slip, told once with the further cells that have it."""
    _ids: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """The ids of records by their folded names; of posts for each unit apart."""
    _preferred: dict[str, str] = field(default_factory=dict)
    _shown: dict[str, dict[str, str]] = field(default_factory=dict)
    """The names of every kind as they are written, by their folded ones."""

    def __post_init__(self) -> None:
        """Learn what the report has."""
        self.made = KnownNames(self.report)
        organization = self.report.organization
        for area in self.report.areas:
            self._learn(AREA, area.id, (area.title, area.short_title, *area.also_titled))
        for unit in organization.units:
            self._learn(UNIT, unit.id, (unit.name, *unit.also_named))
        for post in organization.posts:
            self._learn(POST, post.id, (post.title, post.person or ""), post.unit or "")

    def _learn(self, kind: str, some_id: str, names: Collection[str], unit: str = "") -> None:
        for name in filter(None, (some_id, *names)):
            self._ids.setdefault((kind, unit), {}).setdefault(folded_name(name), some_id)
        for name in filter(None, names):
            self._shown.setdefault(kind, {}).setdefault(folded_name(name), name)

    def prefer(self, rows: Iterable[FlatRow]) -> None:
        """Learn how new names are written most often, for those that some rows write otherwise."""
        counts: Counter[str] = Counter()
        for row in rows:
            counts.update(row.cells.get(key, "") for key in NAMED)
        for name, _ in counts.most_common():
            self._preferred.setdefault(folded_name(name), name)

    def area(self, row: FlatRow) -> CellText:
        """Return the id of a row's area, which is made where there is none of that name."""
        return self._found(AREA, row, Column.AREA) or self._make(AREA, row, Column.AREA, {})

    def department(self, row: FlatRow) -> CellText:
        """Return the id of a row's unit, which is made where there is none of that name."""
        extra = {"kind": _unit_kind(row.cells[Column.DEPARTMENT])}
        return self._found(UNIT, row, Column.DEPARTMENT) or self._make(
            UNIT, row, Column.DEPARTMENT, extra
        )

    def holder(self, kind: RoleKind, row: FlatRow, unit: str) -> CellText:
        """Return the id of who holds a role; a post that is new belongs to the row's unit."""
        column = Column(kind.value)
        if folded_name(row.cells[column]) in VACANCIES:
            return _of_cell(UNASSIGNED, row, column)
        held_by = self.report.about.roles.of(kind).held_by
        found = None
        if held_by is not HeldBy.UNIT:
            found = self._post(row, column, unit)
        if found is None and held_by is not HeldBy.POST:
            found = self._found(UNIT, row, column)
        if found:
            return found
        if held_by is HeldBy.UNIT:
            return self._make(UNIT, row, column, {"kind": _unit_kind(row.cells[column])})
        return self._make(POST, row, column, {"unit": unit} if unit else {})

    def unit_of(self, some_id: str) -> str:
        """Return the unit of a post, also of one that is new; nothing where it is in none."""
        homes = (unit for (kind, unit), ids in self._ids.items()
                 if kind == POST and unit and some_id in ids.values())  # fmt: skip
        return next(homes, "")

    def _post(self, row: FlatRow, column: Column, unit: str) -> CellText | None:
        """Return the post of the row's unit by its name, else the only one of that name."""
        name = folded_name(row.cells[column])
        by_unit = {home: ids[name] for (kind, home), ids in self._ids.items()
                   if kind == POST and name in ids}  # fmt: skip
        if unit and (found := by_unit.get(unit) or by_unit.get("")):
            return _of_cell(found, row, column)
        if not unit and len(by_unit) == 1:
            return _of_cell(next(iter(by_unit.values())), row, column)
        if not unit and by_unit:
            units = {one.id: one.name for one in self.report.organization.units}
            homes = " or ".join(quoted(units.get(home, home)) for home in sorted(by_unit))
            found = f"{quoted(row.cells[column])}, a post in several departments"
            step = "Fill in the department of this row."
            self.refuse_once(row, column, (found, f"the department: {homes}", step))
        return None

    def _found(self, kind: str, row: FlatRow, column: Column) -> CellText | None:
        found = self._ids.get((kind, ""), {}).get(folded_name(row.cells[column]))
        return _of_cell(found, row, column) if found else None

    def _make(self, kind: str, row: FlatRow, column: Column, extra: dict[str, str]) -> CellText:
        words = self._preferred.get(folded_name(row.cells[column]), row.cells[column])
        near = near_miss(words, self._shown.get(kind, {}).values())
        if near and folded_name(words) not in map(folded_name, self.confirmed):
            found = f"{quoted(words)}, which is new and looks like {quoted(near)}"
            step = f"Did you mean {quoted(near)}? If not, add --new {quoted(words)} to the command."
            self.refuse_once(row, column, (found, f"{quoted(near)}, or another name", step))
        made = MadeRecord(kind, "", _of_cell(words, row, column), extra)
        some_id = self.made.make(made)
        self._learn(kind, some_id, (words,), extra.get("unit", ""))
        return _of_cell(some_id, row, column)

    def refuse_once(self, row: FlatRow, column: Column, words: tuple[str, str, str]) -> None:
        """Refuse a cell; the same words in the same column are told with the first."""
        key = column.value, folded_name(row.cells[column])
        if key in self.refusals:
            self.refusals[key][1].append(row.place(column).partition("!")[2])
        else:
            self.refusals[key] = Refusal(row.place(column), *words), []


def _of_cell(text: str, row: FlatRow, column: Column) -> CellText:
    return CellText(text, row.location(column))


def _unit_kind(name: str) -> str:
    """Return the kind of unit that a name says; a department where it says none."""
    words = folded_name(name).split()
    named = (kind.value for kind in UnitKind if kind is not UnitKind.OTHER and kind.value in words)
    return next(named, UnitKind.DEPARTMENT.value)
