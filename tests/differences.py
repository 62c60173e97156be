"""The difference of two snapshots as values, against which sentences and facts are held."""

from dataclasses import dataclass

from generator.derive.snapshot.facts import Address, differing, facts_of, values
from generator.derive.snapshot.snapshot import Snapshot


@dataclass(frozen=True, order=True)
class Change:
    """One value that is new (`before` is None), gone (`after` is None) or another."""

    address: Address
    before: str | None
    after: str | None


def facts(snapshot: Snapshot) -> dict[Address, str]:
    """Return every value that a snapshot shows, as text by address."""
    return facts_of(values(snapshot))


def difference(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Return every change from one snapshot to another, by address."""
    old, new = facts(before), facts(after)
    found = differing(values(before), values(after))
    return tuple(Change(address, old.get(address), new.get(address)) for address in found)
