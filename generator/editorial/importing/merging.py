"""What an export says, put into what the content says already; what was so before stays."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date

from generator.editorial.importing.completing import ImportTime
from generator.editorial.importing.trees import Items, Tree
from generator.load.source_document import Value
from generator.model.dates import PartialDate
from generator.model.fields import Field, Holds, Shape, fields_of
from generator.model.ids import LONGEST_MADE, free_id_from
from generator.model.records import Amount, Dated
from generator.model.values import Record

_DATED = re.compile(r"(?:-\d{4}-\d{2}-\d{2}(?:-\d+)?)?", re.ASCII)
"""What follows an id in that of a record that takes its place."""


@dataclass(frozen=True, slots=True)
class Merger:
    """Puts drafts into records."""

    time: ImportTime

    def merged(self, record: type[Record], before: Mapping[str, Value], draft: Tree) -> Tree:
        """Return a record with what a draft says of it; what the draft does not say stays."""
        after: Tree = deepcopy(dict(before))
        for name, said in draft.items():
            one = fields_of(record)[name]
            after[name] = self._value(record, one, after, said)
        return after

    def _value(self, record: type[Record], one: Field, after: Tree, said: Value) -> Value:
        before: Value | None = after.get(one.name)
        if isinstance(said, Items):
            assert one.of is not None  # noqa: S101  # only lists of records are put together so
            return self._items(one.of, list(before) if isinstance(before, list) else [], said)
        if one.shape is Shape.MAPPING and isinstance(said, dict):
            return {**(before if isinstance(before, dict) else {}), **said}
        if one.shape is Shape.LIST and isinstance(said, list):
            return _list(one, before, said)
        if one.of is not None and isinstance(said, dict) and "missing" not in said:
            known = before if isinstance(before, dict) and "missing" not in before else {}
            return self.merged(one.of, known, said)
        if one.name == "original" and before and "revised" in fields_of(record):
            return self._revised(after, str(before), said)
        return said

    def _revised(self, after: Tree, original: str, said: Value) -> Value:
        """Return the date first planned, and add a new one to the plan where it has another now.

        Nobody can have planned something since the export before for a time before that export:
        such a date corrects the one that is there.
        """
        revised = list(after.get("revised", []))
        planned = revised[-1]["to"] if revised else original
        if said == planned:
            return original
        if PartialDate(str(said)).last(date.max) < PartialDate(self.time.by_then).first():
            if not revised:
                return said
            after["revised"] = [*revised[:-1], {**revised[-1], "to": said}]
            return original
        new = {"on": self.time.by_then, "to": said, "reason": self.time.date_changed}
        same_day = bool(revised) and revised[-1].get("recorded") == self.time.recorded
        after["revised"] = [*(revised[:-1] if same_day else revised), new]
        return original

    def _items(self, record: type[Record], before: list[Value], said: Items) -> list[Value]:
        items = [dict(item) if isinstance(item, dict) else {} for item in before]
        for words, draft in said.items():
            whole = self._with_id(record, draft, words)
            alike = _alike(record, items, whole)
            if not alike and _is_only_one(record, items, said):
                alike = [0]
            if alike:
                self._again(record, items, alike, whole)
            else:
                items.append(self.merged(record, {}, whole))
        return list(items)

    def _again(
        self, record: type[Record], items: list[Tree], alike: list[int], whole: Tree
    ) -> None:
        """Put what an export says again into what was said before; `alike` is in order of time."""
        newest = items[alike[-1]]
        known = _together(record, [items[place] for place in alike])
        whole = {**whole, **_own_id(newest)}
        if self.merged(record, known, whole) == known:
            return
        whole = _without_known(record, whole, known)
        when = record.DATE if issubclass(record, Dated) else ""
        if _keeps_former(record, whole) and newest.get(when) != self.time.as_of:
            items.append(self._anew(record, {**whole, **_own_id(items[alike[0]])}, items))
            return
        after = self.merged(record, newest, whole)
        if _speaks_of_a_time(record) and when not in whole:
            after[when] = self.time.as_of
        items[alike[-1]] = after

    def _with_id(self, record: type[Record], draft: Tree, words: str) -> Tree:
        if "id" not in record.KEY or "id" in draft:
            return dict(draft)
        return {"id": free_id_from(words, frozenset(), LONGEST_MADE, "item"), **draft}

    def _anew(self, record: type[Record], whole: Tree, items: list[Tree]) -> Tree:
        """Return a record that takes the place of one before, which stays beside it."""
        new = self.merged(record, {}, whole)
        if "id" in record.KEY:
            taken = {str(item.get("id")) for item in items}
            dated = f"{whole['id']} {self.time.as_of}"
            new["id"] = free_id_from(dated, taken, LONGEST_MADE + len("-2016-08-30"), "item")
        return new


def _is_only_one(record: type[Record], items: list[Tree], said: Items) -> bool:
    """Whether the one record that an export gives takes the place of the one that is there.

    What has no time of its own, as a place, is what the export says that it is.
    """
    is_timeless = not issubclass(record, Dated) and "id" not in record.KEY
    return is_timeless and len(items) == len(said) == 1


def _own_id(item: Tree) -> Tree:
    return {"id": item["id"]} if "id" in item else {}


def _list(one: Field, before: "Value | None", said: list[Value]) -> list[Value]:
    """Return a list of values that an export gives; groups of other taxonomies stay."""
    if one.ref is None or one.ref.to != "taxonomy_value" or not isinstance(before, list):
        return said
    given = {str(value).partition("/")[0] for value in said}
    return [value for value in before if str(value).partition("/")[0] not in given] + said


def _alike(record: type[Record], items: list[Tree], draft: Tree) -> list[int]:
    """Return the places of the records that a draft is about, in the order of time."""
    when = record.DATE if issubclass(record, Dated) else ""
    keys = [name for name in record.KEY if name in draft and not _may_change(record, name)]
    found = [
        place
        for place, item in enumerate(items)
        if (
            _is_of(str(item.get("id")), str(draft["id"]))
            if "id" in record.KEY
            else all(item.get(name) == draft[name] for name in keys)
        )
    ]
    return sorted(found, key=lambda place: str(items[place].get(when, "")))


def _together(record: type[Record], items: list[Tree]) -> Tree:
    """Return the newest of some records, with the values by key that the ones before it have."""
    known = dict(items[-1])
    for name in _with_keys(record):
        by_key = [held for item in items if isinstance(held := item.get(name), dict)]
        if by_key:
            known[name] = {key: value for held in by_key for key, value in held.items()}
    return known


def _without_known(record: type[Record], draft: Tree, known: Tree) -> Tree:
    """Return a draft without the values by key that are known already."""
    less = dict(draft)
    for name in _with_keys(record):
        held, before = draft.get(name), known.get(name)
        if isinstance(held, dict) and isinstance(before, dict):
            less[name] = {key: value for key, value in held.items() if before.get(key) != value}
    return less


def _with_keys(record: type[Record]) -> list[str]:
    return [name for name, one in fields_of(record).items() if one.shape is Shape.MAPPING]


def _may_change(record: type[Record], name: str) -> bool:
    """Whether a part of the key is told anew by each export, as the holder of a role is."""
    return fields_of(record)[name].holds is Holds.DATE and name != "period"


def _is_of(known: str, made: str) -> bool:
    return known.startswith(made) and bool(_DATED.fullmatch(known.removeprefix(made)))


def _speaks_of_a_time(record: type[Record]) -> bool:
    if not issubclass(record, Dated):
        return False
    return fields_of(record)[record.DATE].meaning.startswith(("As of", "When it was forecast"))


def _keeps_former(record: type[Record], draft: Tree) -> bool:
    """Whether what was said before stays as a record of its own: who held a role, what sum it was.

    That is so where the export gives no date of its own for it.
    """
    if not issubclass(record, Dated) or record.DATE in draft:
        return False
    if _is_amount(record):
        return _speaks_of_a_time(record) or record.DATE == "period"
    return record.DATE in record.KEY and (record.DATE == "since" or _speaks_of_a_time(record))


def _is_amount(record: type[Record]) -> bool:
    return issubclass(record, Amount)
