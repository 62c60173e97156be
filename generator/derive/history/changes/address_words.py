"""Where in the record a changed value is, in words, and what kind of change that makes."""

from collections.abc import Iterator

from generator.derive.history.changes.names import Names
from generator.derive.history.changes.sentence import ChangeKind
from generator.derive.snapshot.facts import Address
from generator.model.fields import Shape, fields_of
from generator.model.initiative import Initiative
from generator.model.measures import Area
from generator.model.report import Report
from generator.model.updates import Update
from generator.model.values import Record
from generator.words.message import Text, listing, msg

_SILENT = frozenset({"about", "background"})
"""Parts of the report of which only what is inside them has a name."""

_KINDS = {
    "roles": ChangeKind.ROLES,
    "partners": ChangeKind.PARTNERS,
    "support": ChangeKind.PARTNERS,
    "ideas": ChangeKind.IDEAS,
    "schedule": ChangeKind.ROADMAP,
    "roadmap": ChangeKind.ROADMAP,
    "work_plan": ChangeKind.ROADMAP,
    "approvals": ChangeKind.ROADMAP,
    "goals": ChangeKind.TARGETS,
    "targets": ChangeKind.TARGETS,
    "measures": ChangeKind.MEASURES,
    "findings": ChangeKind.MEASURES,
    "figures": ChangeKind.MEASURES,
    "funding": ChangeKind.FUNDING,
    "staffing": ChangeKind.FUNDING,
    "progress": ChangeKind.MEASURES,
    "events": ChangeKind.EVENTS,
    "risks": ChangeKind.EVENTS,
    "later": ChangeKind.EVENTS,
    "evaluations": ChangeKind.EVALUATIONS,
}


def location(address: Address, names: Names) -> Text:
    """Return where a value is, as "measure “Stations”, figure 2016-12-22, value"."""
    match address:
        case ("initiative", _, "record", *_):
            steps = _steps(Initiative, address, 3, names)
        case ("initiative", _, "standing", *_):
            steps = _steps(Update, address, 3, names)
        case ("initiative", _, *_):
            steps = _steps(Report, address, 2, names)
        case ("areas", _, _, *_):
            steps = _steps(Area, address, 2, names)
        case _:
            steps = _steps(Report, address, 0, names)
    return listing(steps, "plain")


def _steps(model: type[Record], address: Address, start: int, names: Names) -> Iterator[Text]:
    """Yield the names of what leads from a record to a value, from the outside in."""
    reached: tuple[type[Record], ...] = (model,)
    at = start
    while at < len(address):
        name = address[at]
        at += 1
        fields = [field for record in reached if (field := fields_of(record).get(name))]
        reached = tuple(record for field in fields for record in field.records)
        if not fields:
            yield name
            continue
        is_item = at < len(address) and fields[0].shape is not Shape.ONE
        at += is_item
        if is_item and fields[0].shape is Shape.LIST:
            yield msg(f"field-{name}.one", key=names.item(address[:at]))
        elif name not in _SILENT or len(address) == start + 1:
            yield msg(f"field-{name}")
            if is_item:
                yield names.item(address[:at])


def change_kind(address: Address) -> ChangeKind:
    """Return what kind of change it is by where it is; wording where nothing else fits."""
    names = address[2:] if address[0] in ("initiative", "areas") else address
    if "targets" in names and "measures" in names:
        return ChangeKind.TARGETS
    return next((_KINDS[name] for name in names if name in _KINDS), ChangeKind.WORDING)


def subject_of(address: Address) -> str:
    """Return whom a change is about, as `initiative:ID`, `area:ID` or `program`."""
    if address[0] == "initiative":
        return f"initiative:{address[1]}"
    if address[0] == "areas":
        return f"area:{address[1]}"
    if address[0] == "evaluations":
        return address[1].rsplit(" ", 1)[0]
    return "program"
