"""Where in the record a changed value is, in words, and what kind of change that makes."""

from collections.abc import Iterator, Sequence

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


def location(address: Address) -> Text:
    """Return where a value is, as "measure stations, figure 2016-12-22, value"."""
    match address:
        case ("initiative", _, "record", *path):
            steps = _steps(Initiative, path)
        case ("initiative", _, "standing", *path):
            steps = _steps(Update, path)
        case ("initiative", _, *path):
            steps = _steps(Report, path)
        case ("areas", _, _, *_):
            steps = _steps(Area, address[2:])
        case _:
            steps = _steps(Report, address)
    return listing(steps, "plain")


def _steps(model: type[Record], path: Sequence[str]) -> Iterator[Text]:
    """Yield the names of what leads from a record to a value, from the outside in."""
    reached: tuple[type[Record], ...] = (model,)
    rest = list(path)
    while rest:
        name = rest.pop(0)
        fields = [field for record in reached if (field := fields_of(record).get(name))]
        reached = tuple(record for field in fields for record in field.records)
        if not fields:
            yield name
            continue
        key = rest.pop(0) if rest and fields[0].shape is not Shape.ONE else ""
        if key and fields[0].shape is Shape.LIST:
            yield msg(f"field-{name}.one", key=key)
        elif name not in _SILENT or len(path) == 1:
            yield msg(f"field-{name}")
            if key:
                yield key


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
