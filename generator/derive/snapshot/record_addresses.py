"""Addresses of records, which stay the same wherever in a list a record is (see `facts`)."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.derive.snapshot.citations import LocatedRecord, Path, located_records
from generator.derive.snapshot.facts import Address
from generator.model.report import Report
from generator.model.values import Record


def with_records_around(report: Report) -> Iterator[tuple[LocatedRecord, list[Record]]]:
    """Yield every record with all records around it and itself, from the outside in."""
    around: dict[tuple[str, str, Path], Record] = {}
    for part in located_records(report):
        around[part.kind, part.key, part.path] = part.record
        paths = (part.path[:length] for length in range(len(part.path) + 1))
        yield part, [around[at] for p in paths if (at := (part.kind, part.key, p)) in around]


def address_of(part: LocatedRecord, outer: Sequence[Record], *field: str) -> Address:
    """Return the address of a record, given all around it, or of its field, as facts have it."""
    record = part.record
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
