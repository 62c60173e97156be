"""Addresses of records, which stay the same wherever in a list a record is (see `facts`)."""

from itertools import zip_longest

from generator.derive.snapshot.citations import LocatedRecord
from generator.derive.snapshot.facts import Address


def address_of(part: LocatedRecord, *field: str) -> Address:
    """Return the address of a record, or of its field, as facts have it."""
    record, outer = part.record, part.lineage
    match part.kind:
        case "initiative":
            at: Address = ("initiative", part.key, "record")
        case "update":
            at = ("initiative", part.key.partition("/")[2], "updates", outer[0].key)
        case "area" | "evaluation":
            at = (f"{part.kind}s", outer[0].key)
        case "sources" | "discrepancies" | "questions":
            return (part.kind, record.key, *field)
        case _:
            at = (part.kind,)
    inside = iter(outer[1:])
    for step, after in zip_longest(part.path, part.path[1:]):
        if isinstance(step, int):
            at = (*at, next(inside).key)
            continue
        at = (*at, str(step))
        if not isinstance(after, int):
            next(inside, None)  # A record that is not one of several has no key of its own there.
    return (*at, *field)
