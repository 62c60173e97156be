"""The difference of two snapshots, as values; whoever shows it turns it into sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.snapshot.facts import Address, Facts, facts
from generator.derive.snapshot.snapshot import Snapshot


@dataclass(frozen=True, order=True, slots=True)
class Change:
    """One value that is new (`before` is None), gone (`after` is None) or another."""

    address: Address
    before: str | None
    after: str | None


def difference(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """Return every change from one snapshot to another, by address."""
    return difference_of_facts(facts(before), facts(after))


def difference_of_facts(before: Facts, after: Facts) -> tuple[Change, ...]:
    """Return every change from one set of facts to another, by address."""
    return tuple(
        Change(address, before.get(address), after.get(address))
        for address in sorted(before.keys() | after.keys())
        if before.get(address) != after.get(address)
    )


def apply(known: Facts, changes: Iterable[Change]) -> dict[Address, str]:
    """Return the facts with the changes made.

    Raises ValueError where a change does not fit what is known.
    """
    result = dict(known)
    for change in changes:
        if result.get(change.address) != change.before:
            raise ValueError(f"{change} does not fit {result.get(change.address)!r}")
        if change.after is None:
            del result[change.address]
        else:
            result[change.address] = change.after
    return result


def reversed_changes(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that lead back."""
    return tuple(Change(c.address, c.after, c.before) for c in changes)
