"""Changed values, grouped by record: a new record, one that is gone, or a single value."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.snapshot.facts import Address, differing, differing_values
from generator.derive.snapshot.known_calendar import is_by_name
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.cycles import Cycle, Milestone
from generator.model.records import Dated
from generator.model.values import Record

Values = Mapping[Address, object]


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that is new, gone or of another kind, with its values; or one changed value."""

    address: Address
    before: object | None
    after: object | None
    accounts: tuple[Address, ...]
    """The addresses of all changed values that it covers."""

    @property
    def is_new(self) -> bool:
        """Whether a whole record is new."""
        return self.before is None and isinstance(self.after, Record)

    @property
    def is_gone(self) -> bool:
        """Whether a whole record is no longer there."""
        return self.after is None and isinstance(self.before, Record)


def changed_records(before: Snapshot, after: Snapshot) -> list[ChangedRecord]:
    """Return the records and values that differ between two snapshots, by address."""
    old, new = differing_values(before, after)
    inside: dict[Address, list[Address]] = defaultdict(list)
    for address in differing(old, new):
        inside[_outermost(address, inside, (old, new))].append(address)
    return [
        ChangedRecord(root, old.get(root), new.get(root), tuple(found))
        for root, found in inside.items()
    ]


def _outermost(address: Address, roots: Container[Address], sides: Sequence[Values]) -> Address:
    """Return the outermost changed record that an address is inside of, else the address itself.

    What is new is not inside a record that is gone: a list is not inside the gap that it fills.
    """
    for length in range(1, len(address)):
        around = address[:length]
        if around in roots and any(
            address in known and isinstance(known.get(around), Record) for known in sides
        ):
            return around
    return address


class ChangeSet:
    """Changes that no sentence covers yet; taking one out keeps it from being told twice."""

    def __init__(self, found: Iterable[ChangedRecord]) -> None:
        self._units = {unit.address: unit for unit in found}

    def take(self, *prefix: str) -> tuple[ChangedRecord, ...]:
        """Take out and return what is at or under an address, in order."""
        taken = [a for a in self._units if a[: len(prefix)] == prefix]
        return tuple(self._units.pop(address) for address in taken)

    def take_new(self, *prefix: str) -> tuple[ChangedRecord, ...]:
        """Take out and return the new records directly under an address, in order.

        The reason for a gap that they fill comes last: it was a record in place of their list.
        """
        taken = [a for a, unit in self._units.items() if unit.is_new and a[:-1] == prefix]
        taken += [prefix] if prefix in self._units and self._units[prefix].is_gone else []
        return tuple(self._units.pop(address) for address in taken)

    def take_seen(self) -> None:
        """Take out units, posts, partners, and cycles that are there for what names them.

        What names them is told; nor are the years told in which others were seen.
        """
        for address, unit in list(self._units.items()):
            is_member = len(address) == 3 and unit.is_new  # noqa: PLR2004
            is_seen = address[0] == "organization" and (is_member or address[-1] == "seen")
            after = unit.after
            is_name = isinstance(after, Cycle | Milestone) and unit.is_new and is_by_name(after)
            if is_seen or is_name:
                del self._units[address]

    def has_new_dated(self, *prefix: str) -> bool:
        """Return whether a dated record that is new under an address is still to be told."""
        return any(
            isinstance(unit.after, Dated) and unit.is_new and unit.address[: len(prefix)] == prefix
            for unit in self._units.values()
        )


def changed_addresses(found: Iterable[ChangedRecord]) -> tuple[Address, ...]:
    """Return the addresses of all changed values of the records."""
    return tuple(address for unit in found for address in unit.accounts)
