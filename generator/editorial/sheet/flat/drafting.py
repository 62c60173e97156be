"""Rows of a flat sheet as drafts of initiatives: what each says that the content does not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.core.naming import name_list, quoted
from generator.editorial.importing.export import Draft, Drafts
from generator.editorial.importing.trees import Items
from generator.editorial.importing.values import CellText
from generator.editorial.sheet.alike import folded_name
from generator.editorial.sheet.flat.columns import NOT_IN_A_ROW, Column
from generator.editorial.sheet.flat.current import BUDGET, hash_of
from generator.editorial.sheet.flat.names import NAMED, FlatNames
from generator.editorial.sheet.flat.reading import FlatRow, FlatSheet
from generator.editorial.sheet.refusal import Refusal
from generator.model.dates import PartialDate
from generator.model.keys import (
    FundingState,
    HeldBy,
    HowProposed,
    PartnerRole,
    PartnerStanding,
    RoleKind,
)
from generator.model.references import NOT_NAMED
from generator.model.report import Report
from generator.model.statuses import Group, Status, Trait
from generator.words.message import msg
from generator.words.report_language import language_of

_TOLD = (Column.STATUS, Column.REASON, Column.PHASE)
"""What a status update says."""

_OVER = frozenset(status for status in Status if status.group is Group.DONE)
_BEGUN = _OVER | {status for status in Status if status.group is Group.NOW}

_DATED = frozenset(status for status in Status if Trait.DAY in status.traits)
"""Statuses that say when it was so."""
_FIELDS = {Column.AS_OF: "as_of"}
"""What columns are called in content, where that is not their own name."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the content says, and how the sheet's rows find it."""

    rows: Mapping[str, Mapping[Column, str]]
    """What each initiative's row says now, by id."""
    entered: Mapping[str, date]
    """When the newest update of each was entered."""
    present: Mapping[str, str]
    """Present ids by former ones."""
    report: Report
    day: date
    """The day of the sheet."""
    recorded: date


@dataclass(slots=True)
class FlatDrafts:
    """What the rows of a sheet change."""

    drafts: Drafts
    refusals: list[Refusal] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    """Titles of initiatives whose rows are no longer in the sheet."""
    emptied: list[str] = field(default_factory=list)
    """Cells that were emptied; nothing is done about them."""
    untouched: int = 0


def draft_rows(sheet: FlatSheet, known: Known, names: FlatNames) -> FlatDrafts:
    """Return what the rows say that the content does not, and what of them cannot be taken."""
    found = FlatDrafts(Drafts(names.made), list(sheet.refusals))
    names.prefer(sheet.rows)
    first: dict[str, FlatRow] = {}
    seen: set[str] = set()
    by_title = {folded_name(row[Column.TITLE]): some_id for some_id, row in known.rows.items()}
    for row in sheet.rows:
        title = folded_name(row.cells[Column.TITLE])
        some_id = _about(row, known, by_title)
        seen.add(some_id)
        same = some_id or title
        if not title:
            found.refusals.append(_no_title(row))
        elif same in first:
            found.refusals.append(_second(row, first[same]))
        else:
            first[same] = row
            _RowReading(row, some_id, known, names, found).read(sheet)
    if sheet.base:
        exported = {key[0] for _, key in sheet.base.hashes}
        gone = exported & known.rows.keys() - seen
        found.removed = sorted(known.rows[some_id][Column.TITLE] for some_id in gone)
    found.refusals += [_also(refusal, more) for refusal, more in names.refusals.values()]
    return found


def _about(row: FlatRow, known: Known, by_title: Mapping[str, str]) -> str:
    """Return the id of the initiative that a row is about; nothing where it is a new one."""
    some_id = row.cells.get(Column.ID, "")
    some_id = known.present.get(some_id, some_id)
    if some_id in known.rows:
        return some_id
    return by_title.get(folded_name(row.cells[Column.TITLE]), "")


def _no_title(row: FlatRow) -> Refusal:
    step = "Fill it in, or clear the whole row."
    return Refusal(row.place(), "a row without a title", "a title in every row", step)


def _second(row: FlatRow, first: FlatRow) -> Refusal:
    found = f"a second row for {quoted(row.cells[Column.TITLE])}"
    step = "Give one of the two another title, or remove it."
    return Refusal(row.place(), found, f"one row for each; the first is row {first.number}", step)


def _also(refusal: Refusal, more: list[str]) -> Refusal:
    if not more:
        return refusal
    found = f"{refusal.found} (also in {name_list(more, 'and')})"
    return Refusal(refusal.place, found, refusal.wanted, refusal.next_step)


class _RowReading:
    """Reads one row into a draft."""

    def __init__(
        self, row: FlatRow, some_id: str, known: Known, names: FlatNames, found: FlatDrafts
    ) -> None:
        self._row, self._known, self._names, self._found = row, known, names, found
        self._now = known.rows.get(some_id, {})
        self._id = some_id
        self._draft = Draft(row.cells[Column.TITLE], row.location(), id=some_id)
        self._said: dict[Column, str] = {k: t for k, t in row.cells.items() if k is not Column.ID}

    def read(self, sheet: FlatSheet) -> None:
        """Add the row's draft, unless it says what the content says."""
        now = {key: text for key, text in self._now.items() if key in self._row.places}
        here = {**self._said, Column.ID: self._id} if self._id else self._said
        base = sheet.base.hashes.get((_SHEET, (self._id,))) if sheet.base and self._id else None
        if self._id and (hash_of({**self._now, **here}) in (base, hash_of(self._now))):
            self._found.untouched += 1
            return
        if base and hash_of(self._now) != base:
            self._refuse(Column.TITLE, *_CONFLICT)
            return
        changed = {key for key, text in self._said.items() if _differ(key, text, now.get(key, ""))}
        emptied = {key for key in changed if not self._said[key]} - {Column.AS_OF}
        changed -= {*emptied, *self._idle_date(changed)}
        # Of a row that was not taken out of the content nobody knows what it held.
        self._found.emptied += [self._row.place(key) for key in sorted(emptied) if base]
        if self._id and not changed:
            self._found.untouched += 1
            return
        self._fill(changed)
        self._found.drafts.drafts[self._id or folded_name(self._draft.key)] = self._draft

    def _idle_date(self, changed: set[Column]) -> set[Column]:
        """Return the date of the status if it says nothing new: empty, or of no update at all."""
        said, now = self._said.get(Column.AS_OF, ""), self._now.get(Column.AS_OF, "")
        is_idle = bool(self._id) and not changed & {*_TOLD} and not (said and now)
        return {Column.AS_OF} if is_idle or not said else set()

    def _fill(self, changed: set[Column]) -> None:
        when = self._when(changed)
        self._draft.as_of = when.isoformat()
        self._update(changed)
        tree = self._draft.initiative
        if not self._id:
            # All rows of a sheet came onto the record with it, however old what they say is.
            first_seen = {"on": f"[..{self._known.day}]", "how": HowProposed.FIRST_SEEN.value}
            tree["proposed"] = first_seen
        if Column.TITLE in changed:
            tree["title"] = self._cell(Column.TITLE)
        if Column.AREA in changed:
            tree["area"] = self._names.area(self._row)
        elif not self._id:
            self._refuse(Column.AREA, "no area", "one in every row", "Fill it in.")
        self._roles(changed)
        for key in (Column.START, Column.END):
            if key in changed:
                self._scheduled(key, when)
        if Column.BUDGET in changed:
            self._budget()
        if Column.LINK in changed:
            tree["documents"] = Items(link=self._document())
        if Column.NOTE in changed:
            tree["note"] = self._cell(Column.NOTE)

    # When

    def _when(self, changed: set[Column]) -> date:
        """Return the last day that the row's own date may mean, else that of the sheet."""
        text = self._said.get(Column.AS_OF, "")
        if not text or (self._id and Column.AS_OF not in changed and not _told(changed)):
            return self._known.day
        when = PartialDate(text)
        if when.first() > self._known.day:
            wanted = f"a date up to {self._known.day}, the day of the sheet"
            self._refuse(
                Column.AS_OF, text, wanted, "Correct it, or give the day of the sheet with --as-of."
            )
        return min(when.last(self._known.day), self._known.day)

    def _update(self, changed: set[Column]) -> None:
        """Say how it stands, unless the row says no more of that than the content."""
        told = next((key for key in _TOLD if self._said.get(key)), None)
        if told is None or not _told(changed):
            return
        if not self._said.get(Column.STATUS):
            words = f"a {told.value} without a status", "a status in the same row"
            self._refuse(told, *words, "Fill in the status.")
            return
        if Column.STATUS in changed and self._said[Column.STATUS] in NOT_IN_A_ROW:
            words = "a status that names another initiative", "one that names none"
            self._refuse(Column.STATUS, *words, "Enter it in the full workbook: sheet export FILE.")
            return
        is_proposed = not self._id and self._said[Column.STATUS] == Status.PROPOSED
        if is_proposed:
            self._proposed()
        is_all = is_proposed and not self._said.get(Column.PHASE)
        if not is_all and not self._is_rewritten(changed):
            self._draft.update.update(self._told_update())

    def _told_update(self) -> dict[str, CellText]:
        said = (*_TOLD, Column.AS_OF)
        update = {
            _FIELDS.get(key, key.value): self._cell(key) for key in said if self._said.get(key)
        }
        end, is_over = self._said.get(Column.END, ""), self._said[Column.STATUS] in _DATED
        if is_over and end and self._is_past(end):
            update["actual_on"] = self._cell(Column.END)
        return update

    def _proposed(self) -> None:
        """Say of what is new and only proposed that it was so when it came onto the record."""
        start = {"status": self._cell(Column.STATUS)}
        if self._said.get(Column.REASON):
            start["why"] = self._cell(Column.REASON)
        self._draft.initiative["at_proposal"] = start

    def _is_rewritten(self, changed: set[Column]) -> bool:
        """Refuse another word for a time of which an update speaks that was entered before."""
        before = self._now.get(Column.AS_OF, "")
        said = self._said.get(Column.AS_OF, "") or self._known.day.isoformat()
        if not before:
            return False
        is_new = PartialDate(said).last(date.max) > PartialDate(before).last(date.max)
        entered = self._known.entered.get(self._id)
        if is_new or (said == before and entered == self._known.recorded):
            return False
        key = next(key for key in (*_TOLD, Column.AS_OF) if key in changed)
        self._refuse(
            key,
            f"another {key.value} as of {said}, when the content has one as of {before}",
            f"a date after {before} under as of: what was reported stays on the record",
            "Type the date since when it is so, or clear that cell for the day of the sheet.",
        )
        return True

    def _is_past(self, text: str) -> bool:
        return PartialDate(text).first() <= date.fromisoformat(self._draft.as_of)

    # Who

    def _roles(self, changed: set[Column]) -> None:
        unit = self._names.department(self._row) if self._said.get(Column.DEPARTMENT) else ""
        roles = Items()
        for kind in self._known.report.about.roles.asked:
            key = Column(kind.value)
            if self._said.get(key) and (key in changed or not self._id):
                roles[kind.value] = {
                    "role": kind.value,
                    "holder": self._names.holder(kind, self._row, unit),
                }
            elif not self._id:
                holder = unit if kind is RoleKind.OWNER and unit and self._units_own else NOT_NAMED
                roles[kind.value] = {"role": kind.value, "holder": holder}
        if roles:
            self._draft.initiative["roles"] = roles
        if (
            unit
            and (Column.DEPARTMENT in changed or not self._id)
            and not self._is_owners(unit, roles)
        ):
            partner = {
                "org": unit,
                "standing": PartnerStanding.NAMED.value,
                "role": PartnerRole.PERFORMER.value,
            }
            self._draft.initiative["partners"] = Items(department=partner)

    @property
    def _units_own(self) -> bool:
        return self._known.report.about.roles.owner.held_by is not HeldBy.POST

    def _is_owners(self, unit: str, roles: Items) -> bool:
        """Return whether the unit is the Owner, or that of the Owner's post."""
        owner = roles.get(RoleKind.OWNER.value, {}).get("holder", "")
        return unit in (owner, self._names.unit_of(str(owner)))

    # When it begins and ends, and what it costs

    def _scheduled(self, key: Column, when: date) -> None:
        """Put a date where it belongs: what has come is no plan any more."""
        status = (
            self._said.get(Column.STATUS) or self._now.get(Column.STATUS) or Status.NOT_REPORTED
        )
        is_so = Status(status) in (_BEGUN if key is Column.START else _OVER)
        text = self._said[key]
        has_come = is_so and PartialDate(text).first() <= when
        cell = self._cell(key)
        made = {"actual": {"on": cell}} if has_come else {"planned": {"original": cell}}
        self._draft.initiative.setdefault("schedule", {})[key.value] = made

    def _budget(self) -> None:
        money = {
            "what": language_of(self._known.report)(msg("sheet-budget")),
            "state": FundingState.PLANNED.value,
            "value": self._cell(Column.BUDGET),
        }
        self._draft.initiative["funding"] = Items({BUDGET: money})

    def _document(self) -> dict[str, CellText]:
        text = self._said[Column.LINK]
        place = self._row.location(Column.LINK)
        if "://" not in text and not text.startswith("mailto:"):
            return {"title": CellText(text, place), "holder": CellText(text, place)}
        title = text.partition("://")[2].partition("?")[0].rstrip("/")
        return {"title": CellText(title[:120], place), "address": CellText(text, place)}

    def _cell(self, key: Column) -> CellText:
        return CellText(self._said[key], self._row.location(key))

    def _refuse(self, key: Column, found: str, wanted: str, step: str) -> None:
        self._found.refusals.append(Refusal(self._row.place(key), found, wanted, step))


_SHEET = "flat"
_CONFLICT = (
    "a row that was changed here and, since the sheet was made, in the content",
    "a row that was changed in one place",
    "Make the sheet anew with sheet export --flat, and enter the change there.",
)


def _differ(key: Column, here: str, now: str) -> bool:
    """Return whether a cell says something else; capitals in a name are nothing else."""
    return folded_name(here) != folded_name(now) if key in NAMED else here != now


def _told(changed: set[Column]) -> bool:
    return any(key in changed for key in (*_TOLD, Column.AS_OF))


def sheet_key(some_id: str) -> tuple[str, tuple[str, ...]]:
    """Return by what a sheet's base knows the row of an initiative."""
    return _SHEET, (some_id,)
