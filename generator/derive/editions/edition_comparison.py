"""The differences between a frozen edition and today's content (docs/model.md, 22).

Every dated record must exist unchanged, whatever else is found later, and so must what has no
date but is no wording: dates, figures, keys, references. Texts without a date may be put better,
which is worth a notice. What follows from the records is compared elsewhere (`rederiving`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.derive.editions.frozen_part import LIVING
from generator.derive.editions.interning import Interning, interning_of
from generator.derive.editions.missing_records import (
    END_OF_TIME,
    HISTORY,
    MissingRecord,
    ReorderedList,
    as_frozen_today,
    is_rename,
    missing_records,
    prefixes,
    reordered_lists,
    replaced_since,
    rests_on_calendar,
)
from generator.derive.history.renames import Names, renamed_address, under_ids_of
from generator.derive.snapshot.facts import Address, differing_records, facts_of
from generator.derive.snapshot.snapshot import InitiativeState, Snapshot, snapshot, visible_part
from generator.derive.snapshot.visibility import (
    AsOf,
    CompleteDates,
    complete_from,
    publication_days,
)
from generator.model.edition import Edition, Erratum
from generator.model.fields import fields_of
from generator.model.initiative import Initiative
from generator.model.records import Dated, Missing, RivalValue
from generator.model.report import Report, Term
from generator.model.values import Record

_RECORD = ("initiative", "ID", "record")
"""How the address of an initiative's own record is made."""

_LANGUAGES = ("about", "languages")
"""In which languages it is published, which says nothing about what it holds."""

_SPANS = ("seen", "span")
"""Spans of years, which an edition holds as far as they were known at its time."""

_Values = Mapping[Address, object]

_ADDED = (Dated, RivalValue)
"""What may be added anywhere: nothing inside such a record rewrites what an edition holds."""


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """A value that today's content gives differently, or a record that it no longer holds."""

    address: Address
    before: str
    after: str | None
    """None where the record is gone."""
    twin: str = ""
    """Of a record that is gone, the id under which one that says the same is there today."""


@dataclass(frozen=True, slots=True)
class LaterRecord:
    """A dated record about an edition's time that the edition did not hold."""

    address: Address
    record: Dated


@dataclass(frozen=True, slots=True)
class EditionComparison:
    """The differences between today's content and a frozen edition."""

    history: tuple[ChangedValue, ...]
    """Dated values that differ, others that are no wording, and records that are gone."""
    wording: tuple[ChangedValue, ...]
    """Undated words that differ."""
    found_since: tuple[LaterRecord, ...]
    absent: tuple[MissingRecord, ...]
    """What it would hold if it were frozen from today's content, and does not."""
    listed: tuple[ReorderedList, ...]
    """Lists with the same records otherwise."""
    renamed: Names = field(default_factory=dict)
    """The ids that initiatives have now, by those under which the edition holds them."""


@dataclass(frozen=True, slots=True)
class CurrentContent:
    """Today's content, prepared once to be compared with every frozen edition."""

    report: Report
    whole: Snapshot
    """Every record, whatever its date."""
    days: CompleteDates
    published: Mapping[str, date]
    stock: Interning


def current_content(report: Report, days: CompleteDates | None = None) -> CurrentContent:
    """Return today's content, ready to be compared with any number of editions."""
    days = days or complete_from(report)
    whole = snapshot(report, END_OF_TIME, complete=days)
    return CurrentContent(report, whole, days, publication_days(report), interning_of(report))


def compare_edition(frozen: Snapshot, edition: Edition, now: CurrentContent) -> EditionComparison:
    """Return what today's content says differently about what a frozen edition holds.

    Addresses are those of today, also of initiatives that were renamed since.
    """
    frozen, renamed = under_ids_of(frozen, now.report)
    should = as_frozen_today(now.report, edition, now.days)
    held, missing = differing_records(frozen, should), differing_records(should, frozen)
    old, new = _against_today(frozen, now)
    differing = tuple(_differing(old, new, held, frozen.day, renamed))
    replaced = replaced_since(now.report, edition.frozen_on)
    return EditionComparison(
        history=tuple(r for certain, r in differing if certain),
        wording=tuple(r for certain, r in differing if not certain),
        found_since=_found_since(old, new, AsOf(frozen.day, None, now.published), edition, now),
        absent=tuple(missing_records(missing, held, frozen.day, replaced, renamed)),
        listed=tuple(reordered_lists(frozen.report, should.report, renamed)),
        renamed=renamed,
    )


def found_since(frozen: Snapshot, edition: Edition, now: CurrentContent) -> tuple[LaterRecord, ...]:
    """Return what today's content knows about a frozen edition's time and it did not hold."""
    frozen, _ = under_ids_of(frozen, now.report)
    old, new = _against_today(frozen, now)
    return _found_since(old, new, AsOf(frozen.day, None, now.published), edition, now)


def _against_today(frozen: Snapshot, now: CurrentContent) -> tuple[_Values, _Values]:
    """Return what the edition holds and today's content does not, and the other way round."""
    return differing_records(frozen, now.whole), differing_records(now.whole, frozen, _ADDED)


def named_in(errata: tuple[Erratum, ...], address: Address, renamed: Names) -> bool:
    """Return whether an erratum names the record at an address, or one above it, by any id it had.

    A whole kind of records, as `initiative`, is no record: one word would excuse everything.
    """
    written = written_address(address)
    records = (renamed_address(erratum.record, renamed) for erratum in errata)
    return any(
        written == record or ("/" in record and written.startswith(f"{record}/"))
        for record in records
    )


def written_address(address: Address) -> str:
    """Return an address as people write it: `initiative/shared-bicycles/events/opens`."""
    kind, *rest = address
    if kind == "initiative" and len(rest) > 1 and rest[1] == "record":
        rest = [rest[0], *rest[2:]]
    elif kind == "initiative" and len(rest) > len(("id", "updates")) and rest[1] == "updates":
        rest = [*rest[:2], rest[2].split(" ")[0], *rest[3:]]
    return "/".join((kind, *rest))


def _differing(
    old: Mapping[Address, object],
    new: Mapping[Address, object],
    held: Mapping[Address, object],
    day: date,
    renamed: Names,
) -> Iterator[tuple[bool, ChangedValue]]:
    """Yield every value that differs, with whether that rewrites history."""
    before, after = facts_of(old), facts_of(new)
    likely_renames = _LikelyRenames(old, new)
    gone: set[Address] = set()
    for address, text in before.items():
        if _inside(address, gone) or after.get(address) == text or address == _LANGUAGES:
            continue
        value = old[address]
        if is_rename(address, value, new.get(address), renamed):
            continue
        if address[-1] == "plans" or (address[-1] in _SPANS and address not in held):
            continue
        if _is_gap(address, old):
            if address in held and not isinstance(value, Record):
                yield False, ChangedValue(address, text, after.get(address, ""))
        elif address not in after and isinstance(value, Record):
            gone.add(address)
            renamed_to = likely_renames.of(address, value)
            yield not isinstance(value, Term), ChangedValue(address, text, None, renamed_to)
        else:
            certain = _is_history(address, old) or _is_fact(address, old, new, day)
            yield certain, ChangedValue(address, text, after.get(address, ""))


class _LikelyRenames:
    """Finds records of today that have another id and otherwise the content of a given one."""

    def __init__(self, old: Mapping[Address, object], new: Mapping[Address, object]) -> None:
        self._old, self._new = old, new

    @cached_property
    def _newcomers(self) -> dict[tuple[Address, str], list[Record]]:
        """Return the records with an id that are new, by where they are and what they are called.

        An initiative that is renamed has the same title; anything inside one has the same words.
        """
        found: dict[tuple[Address, str], list[Record]] = {}
        for address, value in self._new.items():
            if address not in self._old and isinstance(value, Record) and value.KEY == ("id",):
                found.setdefault((_container(address), _called(value)), []).append(value)
        return found

    def of(self, address: Address, value: Record) -> str:
        """Return the id of the only twin of a record that is gone; nothing where there is none."""
        if value.KEY != ("id",):
            return ""
        found = self._newcomers.get((_container(address), _called(value)), [])
        return found[0].key if len(found) == 1 else ""


def _container(address: Address) -> Address:
    """Return where a record's siblings are: initiatives in the report, others in their list."""
    return (
        address[:1] if address[0] == "initiative" and len(address) == len(_RECORD) else address[:-1]
    )


def _called(record: Record) -> str:
    """Return what a record is called, else all that it says but its id."""
    if isinstance(record, Initiative):
        return record.title
    return str({name: value for name, value in record.__dict__.items() if name != "id"})


def _inside(address: Address, gone: set[Address]) -> bool:
    return any(prefix in gone for prefix in prefixes(address)[:-1])


def _is_history(address: Address, known: Mapping[Address, object]) -> bool:
    return any(isinstance(known.get(prefix), HISTORY) for prefix in prefixes(address))


def _is_fact(
    address: Address, known: Mapping[Address, object], new: Mapping[Address, object], day: date
) -> bool:
    """Return whether a value without a date is no wording, and the edition may rest on it.

    A cycle or milestone that is later in both may be moved: at the time of the edition it was only
    planned.
    """
    rests = rests_on_calendar(address, known, day) or rests_on_calendar(address, new, day)
    if address[0] == "calendar" and not rests:
        return False
    around = [prefix for prefix in prefixes(address)[:-1] if isinstance(known.get(prefix), Record)]
    if not around:
        return True
    record = known[around[-1]]
    assert isinstance(record, Record)  # noqa: S101 - as asked above
    field = fields_of(type(record)).get(address[len(around[-1])])
    return field is None or not field.is_wording


def _is_gap(address: Address, known: Mapping[Address, object]) -> bool:
    """Return whether a value belongs to the reason for a gap, which may be filled at any time."""
    return any(isinstance(known.get(prefix), Missing) for prefix in prefixes(address))


def _found_since(
    old: _Values, new: _Values, then: AsOf, edition: Edition, now: CurrentContent
) -> tuple[LaterRecord, ...]:
    found = _later_records(old, new, then, now.whole)
    entered = edition.frozen_on
    return tuple(one for one in found if not entered or one.record.recorded > entered)


def _later_records(
    old: _Values, new: _Values, then: AsOf, whole: Snapshot
) -> Iterator[LaterRecord]:
    """Yield the outermost dated records about the edition's time that it did not hold.

    Nothing was known of what is in a record that was not to be seen yet.
    """
    seen: set[Address] = set()
    unseen = {("initiative", s.initiative.id) for s in whole.states if not _on_record(s, then)}
    for address, record in new.items():
        if not isinstance(record, Dated) or address[0] in LIVING or address[:2] in unseen:
            continue
        around = [new.get(prefix) for prefix in prefixes(address)]
        hidden = not all(then.sees(r) for r in around if isinstance(r, Dated))
        if not hidden and address not in old and not _inside(address, seen):
            seen.add(address)
            yield LaterRecord(address, visible_part(record, then))


def _on_record(state: InitiativeState, then: AsOf) -> bool:
    return then.sees(state.initiative.proposed)
