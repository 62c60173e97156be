"""Changed values, gathered to what is told in one piece: a new record, a gone one, one value."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive.history.difference import difference_of_facts
from generator.derive.snapshot.facts import Address, facts_of, values_apart
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.records import Dated
from generator.model.values import Record


@dataclass(frozen=True, slots=True)
class Unit:
    """A record that is new, gone or of another kind, with all inside; or one changed value."""

    address: Address
    before: object | None
    after: object | None
    accounts: tuple[Address, ...]
    """Every changed value that it holds."""

    @property
    def is_new(self) -> bool:
        """Whether a whole record is new."""
        return self.before is None and isinstance(self.after, Record)

    @property
    def is_gone(self) -> bool:
        """Whether a whole record is no longer there."""
        return self.after is None and isinstance(self.before, Record)


def units(before: Snapshot, after: Snapshot) -> list[Unit]:
    """Return what differs between two snapshots, by address."""
    old, new = values_apart(before, after)
    inside: dict[Address, list[Address]] = defaultdict(list)
    roots: set[Address] = set()
    for change in difference_of_facts(facts_of(old), facts_of(new)):
        root = _root_of(change.address, roots)
        if root == change.address and _is_record(root, old, new):
            roots.add(root)
        inside[root].append(change.address)
    return [
        Unit(root, old.get(root), new.get(root), tuple(found)) for root, found in inside.items()
    ]


def _root_of(address: Address, roots: set[Address]) -> Address:
    """Return the highest record that is new, gone or another and holds the address."""
    prefixes = (address[:length] for length in range(1, len(address)))
    return next((prefix for prefix in prefixes if prefix in roots), address)


def _is_record(
    address: Address, old: Mapping[Address, object], new: Mapping[Address, object]
) -> bool:
    return isinstance(old.get(address), Record) or isinstance(new.get(address), Record)


class Ledger:
    """What is still to be told; whoever tells it takes it out, so that nothing is told twice."""

    def __init__(self, found: Iterable[Unit]) -> None:
        self._units = {unit.address: unit for unit in found}

    def take(self, *prefix: str) -> tuple[Unit, ...]:
        """Take out and return what stands at or under an address, in order."""
        taken = [a for a in self._units if a[: len(prefix)] == prefix]
        return tuple(self._units.pop(address) for address in taken)

    def take_new(self, *prefix: str) -> tuple[Unit, ...]:
        """Take out and return the new records directly under an address, in order."""
        taken = [
            unit.address
            for unit in self._units.values()
            if unit.is_new
            and len(unit.address) == len(prefix) + 1
            and unit.address[: len(prefix)] == prefix
        ]
        return tuple(self._units.pop(address) for address in taken)

    def take_gone(self, *address: str) -> tuple[Unit, ...]:
        """Take out and return the record that is gone at exactly an address, if there is one."""
        unit = self._units.get(address)
        return (self._units.pop(address),) if unit is not None and unit.is_gone else ()

    def has_new_dated(self, *prefix: str) -> bool:
        """Tell whether a dated record that is new under an address is still to be told."""
        return any(
            isinstance(unit.after, Dated) and unit.is_new and unit.address[: len(prefix)] == prefix
            for unit in self._units.values()
        )


def accounts(found: Iterable[Unit]) -> tuple[Address, ...]:
    """Return the addresses of all changed values of the units."""
    return tuple(address for unit in found for address in unit.accounts)
