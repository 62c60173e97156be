"""What a frozen edition would hold if it were frozen from today's content, and does not hold.

Whatever was entered by the day of freezing was there to be frozen. Where it has a date, its absence
is certain; what has none may as well have been added since.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.derive.editions.frozen_part import LIVING, frozen_part
from generator.derive.history.renames import Names, in_record
from generator.derive.snapshot.facts import Address, facts_of, same_facts
from generator.derive.snapshot.snapshot import Snapshot, snapshot
from generator.derive.snapshot.visibility import CompleteDates
from generator.model.dates import PartialDate
from generator.model.edition import Edition
from generator.model.initiative import AtProposal, Role
from generator.model.keys import RoleKind
from generator.model.records import Dated, Missing, RivalValue
from generator.model.report import Report
from generator.model.values import Record

Values = Mapping[Address, object]

HISTORY = (Dated, AtProposal)
"""What may never be rewritten: dated records, and the state from which an initiative started."""

END_OF_TIME = date(9999, 12, 31)
"""As of this day every record of a report is visible."""


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """A record of today's content about an edition's time that the edition lacks."""

    address: Address
    text: str
    is_record: bool
    certain: bool
    """Whether it was there when the edition was frozen, and not perhaps added since."""


def as_frozen_today(
    report: Report, edition: Edition, known: CompleteDates | None = None
) -> Snapshot:
    """Return what the edition holds if it is frozen: of what was entered by the day of freezing."""
    complete = known if known and known.report is report else None
    then = snapshot(report, edition.as_of, edition.frozen_on, complete)
    return replace(frozen_part(then, edition.introduction), known_by=None)


def replaced_since(report: Report, day: date | None) -> frozenset[tuple[str, RoleKind]]:
    """Return the roles of initiatives that were given to somebody by an entry of a day or later.

    On the day of freezing nobody knows which came first, and a change of role is no fault.
    """
    return frozenset(
        (i.id, r.role) for i in report.initiatives for r in i.roles if day and r.recorded >= day
    )


def missing_records(
    missing: Values,
    held: Values,
    day: date,
    replaced: frozenset[tuple[str, RoleKind]],
    renamed: Names,
) -> Iterator[MissingRecord]:
    """Yield what a frozen edition lacks, the outermost record of each once.

    `missing` is what it would hold today and differs from what it holds, `held` is the reverse;
    `day` is its last. The end of a role after it is no lack where the role is `replaced` since, nor
    is a new id of what was `renamed` since.
    """
    words = facts_of(missing)
    outermost: dict[Address, bool] = {}
    for address, value in missing.items():
        if address[0] in LIVING or _ended_later(address, missing, day, replaced):
            continue
        if is_rename(address, held.get(address, ()), value, renamed):
            continue
        if address not in held:
            top = next(a for a in prefixes(address) if a in missing and a not in held)
            outermost[top] = outermost.get(top, False) or _is_certain(address, missing, day)
        elif isinstance(held[address], Missing) and not isinstance(value, Missing):
            outermost[address] = isinstance(value, HISTORY)
    for address, certain in outermost.items():
        is_record = isinstance(missing[address], Record)
        yield MissingRecord(address, words[address], is_record, certain)


def _is_certain(address: Address, missing: Values, day: date) -> bool:
    """Return whether a value was there when the edition was frozen."""
    around = [missing[a] for a in prefixes(address) if a in missing]
    if any(isinstance(value, RivalValue) for value in around):
        return False
    value = missing[address]
    if address[-1] == "until" and isinstance(value, PartialDate):
        return value.last(END_OF_TIME) <= day
    if any(isinstance(value, HISTORY) for value in around):
        return True
    return isinstance(value, Record) and rests_on_calendar(address, missing, day)


def _ended_later(
    address: Address, missing: Values, day: date, replaced: frozenset[tuple[str, RoleKind]]
) -> bool:
    """Return whether a value is the end of a role that another holder has taken over since."""
    end, role = missing[address], missing.get(address[:-1])
    if address[-1] != "until" or not isinstance(end, PartialDate) or not isinstance(role, Role):
        return False
    return end.last(END_OF_TIME) > day and (address[1], role.role) in replaced


def is_rename(address: Address, before: object, after: object, renamed: Names) -> bool:
    """Return whether a value is former ids that grew because the initiative was renamed since.

    None may be lost. Where an edition knows it by the id of today, none can be new.
    """
    if address[-1] != "former_ids" or not isinstance(before, tuple) or not isinstance(after, tuple):
        return False
    return {*before} <= {*after} and any(renamed.get(former) == address[1] for former in after)


def rests_on_calendar(address: Address, known: Values, day: date) -> bool:
    """Return whether an address lies in a cycle or milestone that had begun by a day.

    What is judged about an edition rests on these, and on no later ones.
    """
    if address[0] != "calendar":
        return False
    record = next((known[a] for a in prefixes(address)[2:3] if a in known), None)
    fields = record.__dict__ if isinstance(record, Record) else {}
    begins = fields.get("begins") or fields.get("due")
    if isinstance(begins, PartialDate):
        begins = begins.first()
    return not isinstance(begins, date) or begins <= day


def prefixes(address: Address) -> list[Address]:
    """Return the addresses of all that holds a value, from the outside in, and its own."""
    return [address[:length] for length in range(1, len(address) + 1)]


@dataclass(frozen=True, slots=True)
class ReorderedList:
    """A list with the same records as in today's content, in another order or number."""

    address: Address
    repeated: tuple[str, ...]
    """What is in it more often than today; otherwise it is only in another order."""


def reordered_lists(frozen: Report, should: Report, renamed: Names) -> Iterator[ReorderedList]:
    """Yield the lists whose order or number of records differs.

    Both reports have the ids of today. What was `renamed` since may have changed its place.
    """
    former = {new: old for old, new in renamed.items()}
    for name, value in frozen.__dict__.items():
        if name not in LIVING:
            for found in _reordered_lists((name,), value, should.__dict__[name], former):
                yield ReorderedList(_written_path(found.address), found.repeated)


def _written_path(address: Address) -> Address:
    """Return the address of a list as facts have it: initiatives are one by one."""
    if address[0] == "initiatives" and len(address) > 1:
        return ("initiative", address[1], "record", *address[2:])
    return address


def _reordered_lists(
    here: Address, value: object, other: object, former: Names
) -> Iterator[ReorderedList]:
    if value is other or same_facts(value, other):
        return
    if isinstance(value, Record) and isinstance(other, Record):
        for name, part in value.__dict__.items():
            yield from _reordered_lists((*here, name), part, other.__dict__.get(name), former)
    elif isinstance(value, tuple) and isinstance(other, tuple):
        yield from _reordered_list(here, value, other, former)


def _reordered_list(
    here: Address, values: Sequence[object], others: Sequence[object], former: Names
) -> Iterator[ReorderedList]:
    ours = [v for v in values if isinstance(v, Record)]
    theirs = [v for v in others if isinstance(v, Record)]
    known = {v.key: v for v in theirs}
    often, their_often = Counter(v.key for v in ours), Counter(v.key for v in theirs)
    repeated = tuple(k for k, n in often.items() if n > max(1, their_often[k]))
    held = [v.key for v in ours if v.key in their_often]
    wanted = _order_then([v for v in theirs if v.key in often], former)
    told = set(wanted)
    if repeated or [key for key in held if key in told] != wanted:
        yield ReorderedList(here, repeated)
    for record in ours:
        if record.key in known:
            yield from _reordered_lists((*here, record.key), record, known[record.key], former)


def _order_then(records: Sequence[Record], former: Names) -> list[str]:
    """Return the keys of records in the order in which they were under their former ids.

    Where the keys themselves are the order they were so then; where they are not, what was renamed
    since is left out.
    """
    keys = [record.key for record in records]
    then = {record.key: in_record(record, former).key for record in records} if former else {}
    if all(key == old for key, old in then.items()):
        return keys
    if keys == sorted(keys):
        return sorted(keys, key=then.__getitem__)
    return [key for key in keys if key == then[key]]
