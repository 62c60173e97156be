"""What an import would change: files of the content, and what is to be told of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace

from generator.core.errors import GeneratorError
from generator.core.issues import Issue
from generator.core.naming import name_list, quoted
from generator.core.settings import Settings
from generator.editorial.importing.cell_faults import model_faults
from generator.editorial.importing.completing import ImportTime, complete
from generator.editorial.importing.export import Draft, Drafts
from generator.editorial.importing.known_names import MadeRecord, made_fields
from generator.editorial.importing.mapping import (
    AREA,
    FUND,
    GROUP,
    PARTNER,
    POST,
    UNIT,
    MappingFile,
    TableMap,
)
from generator.editorial.importing.merging import Merger
from generator.editorial.importing.repairs import alike
from generator.editorial.importing.trees import Items, Tree
from generator.editorial.importing.values import CellText
from generator.editorial.updates.content_files import (
    ContentFile,
    FileKey,
    place_for,
    written_files,
)
from generator.load.source_document import Value
from generator.model.ids import LONGEST_MADE, free_id_from, id_from, reserved
from generator.model.initiative import Initiative
from generator.model.keys import HowProposed
from generator.model.references import PROGRAM
from generator.model.report import Report
from generator.model.updates import Update

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

LISTS = {UNIT: "units", POST: "posts", PARTNER: "partners"}
"""Where organization.yml has the records that are made of words."""


@dataclass(slots=True)
class ImportPlan:
    """What an import would change."""

    files: dict[str, bytes] = field(default_factory=dict)
    """New bytes of every file, by path."""
    faults: list[Issue] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    """Ids of initiatives that are new."""
    changed: list[str] = field(default_factory=list)
    """Ids of those of which the export says something else than the content."""
    unchanged: int = 0
    updated: list[str] = field(default_factory=list)
    """Ids of those that get a status update."""
    gone: list[str] = field(default_factory=list)
    """Ids of those that an export made and this one does not have."""
    made: dict[str, list[str]] = field(default_factory=dict)
    """Names of the records that were made of words, by their kind."""
    blanked: Counter[str] = field(default_factory=Counter)
    """Cells that are blank now and of which the content keeps the value, by their column."""
    stateless: int = 0
    """Rows that say more of a status than the status."""
    kept: dict[FileKey, ContentFile] = field(default_factory=dict)
    """Every file that would change, as it would be."""


@dataclass(frozen=True, slots=True)
class Content:
    """The content as it is."""

    settings: Settings
    report: Report
    files: Mapping[FileKey, ContentFile]


class Planner:
    """Puts drafts into the content."""

    def __init__(self, content: Content, mapping: MappingFile, time: ImportTime) -> None:
        self._content = content
        self._mapping = mapping
        self._time = time
        self._table = next(t for t in mapping.each_table.values() if t.one == "initiative")
        self._plan = ImportPlan()
        self._updates = self._newest_updates()
        self._taken = {i for one in content.report.initiatives for i in (one.id, *one.former_ids)}
        self._taken |= {PROGRAM, *(area.id for area in content.report.areas)}

    def plan(self, drafts: Drafts) -> ImportPlan:
        """Return what the drafts change."""
        self._taken |= {made.id for made in drafts.names.made if made.kind == AREA}
        known = self._known()
        seen: set[str] = set()
        for draft in drafts.drafts.values():
            scheme = _scheme(self._table)
            if scheme:
                own = {"scheme": scheme, "id": CellText(draft.key, draft.place)}
                draft.initiative.setdefault("own_ids", Items())[scheme] = own
            found = draft.id or known.get(alike(draft.key), "")
            seen.add(found)
            self._initiative(draft, found)
        mine = self._of_this_source()
        self._plan.gone = sorted(mine - seen)
        self._make(drafts.names.made)
        self._cite()
        self._bind()
        return self._plan

    def _known(self) -> dict[str, str]:
        """Return the initiatives of the content by the folded key that the export has of them."""
        scheme = _scheme(self._table)
        if scheme:
            pairs = (
                (own.id, one.id)
                for one in self._content.report.initiatives
                for own in one.own_ids
                if own.scheme == scheme
            )
        else:
            mine = self._of_this_source()
            pairs = (
                (one.title, one.id) for one in self._content.report.initiatives if one.id in mine
            )
        return {alike(" ".join(key.split())): some_id for key, some_id in pairs}

    def _of_this_source(self) -> set[str]:
        source = self._time.source
        return {one.id for one in self._content.report.initiatives if source in one.sources}

    def _newest_updates(self) -> dict[str, ContentFile]:
        """Return the newest status update of each initiative."""
        newest: dict[str, ContentFile] = {}
        for key, file in self._content.files.items():
            if key[0] == "update":
                known = newest.get(key[2])
                if known is None or _told_on(known) < _told_on(file):
                    newest[key[2]] = file
        return newest

    def _initiative(self, draft: Draft, found: str) -> None:
        file = self._content.files.get(("initiative", found))
        if file is None:
            found = self._new_id(draft)
            key = ("initiative", found)
            place = place_for(self._content.settings, key)
            file = ContentFile(key, place, {"id": found})
            self._plan.new.append(found)
        time = self._time_of(found, file)
        if draft.as_of:
            time = replace(time, as_of=draft.as_of)
        if len(file.fields) == 1:
            _on_the_record_since(draft, time)
        after = Merger(time).merged(Initiative, file.fields, draft.initiative)
        complete(Initiative, after, time)
        is_new = len(file.fields) == 1
        differs = after != file.fields
        if differs:
            self._plan.kept[file.key] = replace(file, fields=after)
        self._update(draft, found, time, differs=differs)
        if not is_new:
            self._plan.blanked.update(self._blanked(draft, found, file))
            changed = differs or found in self._plan.updated
            self._plan.changed += [found] * changed
            self._plan.unchanged += not changed

    def _blanked(self, draft: Draft, found: str, file: ContentFile) -> Iterator[str]:
        """Yield the columns that are blank now in the row of an initiative, and were not before."""
        newest = self._updates.get(found)
        update = {**newest.fields, "body": newest.body} if newest else {}
        for blank in draft.blanks:
            sides = (
                (update, draft.update)
                if blank.target.is_of_update
                else (file.fields, draft.initiative)
            )
            if blank.is_held_by(*sides):
                yield blank.heading

    def _new_id(self, draft: Draft) -> str:
        words = str(draft.initiative.get("title") or draft.key)
        made = id_from(words, LONGEST_MADE)
        if not made or reserved(made):
            words = f"{made or 'initiative'} {draft.key}"
        some_id = free_id_from(words, self._taken, LONGEST_MADE, "initiative")
        self._taken.add(some_id)
        return some_id

    def _time_of(self, some_id: str, file: ContentFile) -> ImportTime:
        newest = self._updates.get(some_id)
        proposed = file.fields.get("proposed")
        before = proposed.get("on", "") if isinstance(proposed, dict) else ""
        days = [str(before), *(_told_on(newest) if newest else ())]
        whole = [day for day in days if _DAY.fullmatch(day)]
        return replace(self._time, before=max(whole, default=""))

    def _update(self, draft: Draft, some_id: str, time: ImportTime, *, differs: bool) -> None:
        said = dict(draft.update)
        if "status" not in said:
            self._plan.stateless += bool(said.keys() - {"basis"})
            return
        newest = self._updates.get(some_id)
        if newest is not None:
            before = {**newest.fields, "body": newest.body}
            same = all(before.get(name) == value for name, value in said.items())
            if same and not differs:
                return
            if same and newest.fields["milestone"] == time.as_of:
                return
        key = ("update", time.as_of, some_id)
        file = self._content.files.get(key)
        if file is None:
            fields: Tree = {"initiative": some_id, "milestone": time.as_of, "as_of": time.as_of}
            file = ContentFile(key, place_for(self._content.settings, key), fields)
        body = str(said.pop("body", file.body))
        after = Merger(time).merged(Update, file.fields, said)
        complete(Update, after, time)
        self._plan.kept[key] = replace(file, fields=after, body=body)
        self._plan.updated.append(some_id)

    def _make(self, made: Iterable[MadeRecord]) -> None:
        """Put the records that were made of words into their files."""
        for record in made:
            fields = made_fields(record, self._time.source, self._time.as_of[:4])
            self._plan.made.setdefault(record.taxonomy or record.kind, []).append(record.words)
            if record.kind == AREA:
                key: FileKey = ("area", record.id)
                place = place_for(self._content.settings, key)
                self._plan.kept[key] = ContentFile(key, place, fields)
            elif record.kind in LISTS:
                self._append(("organization",), LISTS[record.kind], fields)
            elif record.kind == FUND:
                self._append(("report",), "funds", fields)
            elif record.kind == GROUP:
                self._append_group(record, fields)

    def _append(self, key: FileKey, name: str, fields: Value) -> None:
        file = self._file(key)
        held = file.fields.get(name)
        file.fields[name] = [*(held if isinstance(held, list) else []), fields]

    def _append_group(self, record: MadeRecord, fields: Value) -> None:
        file = self._file(("report",))
        taxonomies = file.fields.setdefault("taxonomies", [])
        assert isinstance(taxonomies, list)  # noqa: S101  # the content was read without faults
        found = next((t for t in taxonomies if isinstance(t, dict) and t["id"] == record.taxonomy),
                     None)  # fmt: skip
        if found is None:
            found = {"id": record.taxonomy, "title": record.taxonomy_title, "values": []}
            taxonomies.append(found)
        values = found["values"]
        assert isinstance(values, list)  # noqa: S101  # as above
        values.append(fields)

    def _file(self, key: FileKey) -> ContentFile:
        """Return a file of which there is one, to be changed."""
        if key not in self._plan.kept:
            file = self._content.files.get(key) or ContentFile(
                key, place_for(self._content.settings, key), {}
            )
            self._plan.kept[key] = replace(file, fields=deepcopy(file.fields))
        return self._plan.kept[key]

    def _cite(self) -> None:
        """List the export among the sources, where anything rests on it now."""
        known = {source.id for source in self._content.report.sources}
        if self._plan.kept and self._time.source not in known:
            fields = self._mapping.source.model_dump(mode="json", exclude_none=True)
            if not {"address", "holder"} & fields.keys():
                fields["holder"] = str(self._content.report.about.city)
            self._append(("sources",), "sources", _as_typed(fields))

    def _bind(self) -> None:
        """Write every file, or tell what of it does not fit its model, at the cell."""
        for file in self._plan.kept.values():
            faults = model_faults(file)
            self._plan.faults += faults
            if not faults:
                self._plan.files |= written_files([file])


def _told_on(update: ContentFile) -> tuple[str, str]:
    """Return the time that an update speaks of, and the milestone or day under which it stands."""
    return str(update.fields["as_of"]), str(update.fields["milestone"])


def _on_the_record_since(draft: Draft, time: ImportTime) -> None:
    """Let a new initiative be on the record since the day of its status, where that is given."""
    said = str(draft.update.get("as_of", ""))
    if said and said < time.as_of:
        proposed = draft.initiative.setdefault("proposed", {})
        proposed.setdefault("on", said)
        proposed.setdefault("how", HowProposed.FIRST_SEEN.value)


def _scheme(table: TableMap) -> str:
    """Return what the numbers of an export are called; nothing where its key is the title."""
    if table.scheme:
        return table.scheme
    if len(table.row_key) == 1:
        meanings = (table.columns | table.columns_if_there).get(table.row_key[0], ())
        if any(meaning.to == "title" for meaning in meanings):
            return ""
    return ", ".join(table.row_key)


def _as_typed(value: object) -> Value:
    if isinstance(value, Mapping):
        return {str(name): _as_typed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_typed(one) for one in value]
    return str(value)


def told_counts(plan: ImportPlan) -> str:
    """Return how many initiatives and status updates an import changes, in a line."""
    counts = (
        f"{len(plan.new):,} new, {len(plan.changed):,} changed, {plan.unchanged:,} as they were"
    )
    return f"Initiatives: {counts}. Status updates: {len(plan.updated):,}."


def told_made(plan: ImportPlan) -> list[str]:
    """Return which records an import makes of words, a line for each kind."""
    return [
        f"Made as {kind}: {len(words):,}: {name_list(words, 'and', _MOST_NAMES)}."
        for kind, words in plan.made.items()
    ]


def told_rows(plan: ImportPlan) -> list[str]:
    """Return in a few lines what an import changes."""
    lines = [told_counts(plan), *told_made(plan)]
    if plan.blanked:
        cells = [f"{quoted(heading)} ({count:,})" for heading, count in plan.blanked.items()]
        lines.append(
            f"Blank now, and left as they were: cells of {name_list(cells, 'and')}. To take a "
            "value away, change it in the content."
        )
    if plan.stateless:
        lines.append(
            f"{plan.stateless:,} rows have no status, so that their reason or text stays out."
        )
    if plan.gone:
        lines.append(
            f"No longer in the export, and left as they are: {len(plan.gone):,}: "
            f"{name_list(plan.gone, 'and')}. Where one has ended, say so in a status update."
        )
    return lines


_MOST_NAMES = 8


def too_old(content: Content, time: ImportTime) -> GeneratorError | None:
    """Return why an export cannot be imported that is older than one before."""
    later = [
        str(file.fields["as_of"])
        for key, file in content.files.items()
        if key[0] == "update"
        and time.source in (file.fields.get("sources") or ())
        and str(file.fields["as_of"]) > time.as_of
    ]
    if not later:
        return None
    return GeneratorError(
        f"The content has updates from this source as of {max(later)}, which is later than "
        f"{time.as_of}.",
        "Import exports in the order of their days; correct --as-of if it is wrong.",
    )
