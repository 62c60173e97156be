"""Where in the content an address of the record is."""

from collections.abc import Sequence

from generator.core.issues import Location, RecordLocations
from generator.derive.snapshot.citations import evaluation_key, update_key
from generator.derive.snapshot.facts import Address
from generator.derive.snapshot.snapshot import Snapshot
from generator.model.report import Report
from generator.model.values import Record

_SINGLE = {"about": "about", "calendar": "calendar", "organization": "organization"}


def location_of(address: Address, report: Report, places: RecordLocations) -> Location:
    """Return the place of what is at an address, or of the nearest thing above it."""
    kind, *rest = address
    match (kind, *rest[:2]):
        case ("initiative", some_id, "record"):
            initiative = next((i for i in report.initiatives if i.id == some_id), None)
            return _inside(places, "initiative", some_id, initiative, rest[2:])
        case ("initiative", some_id, "updates"):
            update = next((u for u in report.updates if u.key == rest[2]), None)
            key = update_key(update) if update else "/".join(rest[2].split(" "))
            return _inside(places, "update", key, update, rest[3:])
        case ("areas", some_id, *_):
            area = next((a for a in report.areas if a.id == some_id), None)
            return _inside(places, "area", some_id, area, rest[1:])
        case ("evaluations", some_key, *_):
            evaluation = next((e for e in report.evaluations if e.key == some_key), None)
            key = evaluation_key(evaluation) if evaluation else some_key
            return _inside(places, "evaluation", key, evaluation, rest[1:])
        case ("sources", *_):
            ids = [source.id for source in report.sources]
            at = ("sources", ids.index(rest[0])) if {*rest[:1]} & {*ids} else ()
            return places.of("sources", "", *at, *rest[1:])
    part = getattr(report, kind, None)
    record = part if isinstance(part, Record) else None
    return _inside(places, _SINGLE.get(kind, kind), "", record, rest)


def _inside(
    places: RecordLocations, kind: str, key: str, record: Record | None, names: list[str]
) -> Location:
    """Return the place that names inside a record lead to; list items are found by their keys."""
    return places.of(kind, key, *path_to(record, names))


def path_in_snapshot(address: Address, stored: Snapshot) -> tuple[str | int, ...]:
    """Return the way to what is at an address in the JSON of a snapshot, as far as it leads."""
    kind, *rest = address
    report = stored.report
    match (kind, *rest[:2]):
        case ("initiative", some_id, "standing"):
            ids = [state.initiative.id for state in stored.states]
            found = [ids.index(some_id)] if some_id in ids else []
            return "states", *found, *rest[2:]
        case ("initiative", some_id, "record"):
            return "report", *path_to(report, ["initiatives", some_id, *rest[2:]])
        case ("initiative", _, "updates"):
            return "report", *path_to(report, ["updates", *rest[2:]])
    if kind in type(report).model_fields:
        return "report", *path_to(report, list(address))
    return address


def path_to(record: Record | None, names: Sequence[str]) -> list[str | int]:
    """Return the way that names lead inside a record, as far as they do; list items by place."""
    path: list[str | int] = []
    value: object = record
    for name in names:
        if isinstance(value, tuple):
            keys = [item.key if isinstance(item, Record) else str(item) for item in value]
            if name not in keys:
                break
            path.append(keys.index(name))
            value = value[keys.index(name)]
        else:
            path.append(name)
            value = getattr(value, name, None)
    return path
