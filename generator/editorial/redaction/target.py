"""Where a record of the report is, by its address: in a file of content, and in a snapshot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.core.errors import GeneratorError
from generator.derive.snapshot.citations import evaluation_key, update_key
from generator.editorial.updates.record_locations import path_to
from generator.load.report import LoadedReport
from generator.load.source_document import Path
from generator.model.background import Discrepancies, Questions
from generator.model.report import Report, Sources
from generator.model.values import Record

_IN_PARTS = ("about", "organization", "calendar")


@dataclass(frozen=True, slots=True)
class Target:
    """A record or a value: where it is in its file, and by which names a report leads to it."""

    file: str
    path: Path
    """Inside the file."""
    names: tuple[tuple[str, ...], ...]
    """From a report down, with the keys of records, by each id; none if no edition holds it."""

    def in_report(self, report: Report) -> Path | None:
        """Return the way to it in the stored form of a report; None where that does not hold it."""
        for names in self.names:
            path = tuple(path_to(report, names))
            if len(path) == len(names):
                return path
        return None


@dataclass(frozen=True, slots=True)
class _Part:
    """A record with a file of its own, or a list that has one."""

    kind: str
    key: str
    record: Record
    names: tuple[str, ...] = ()
    """How a report leads to it."""
    former: tuple[tuple[str, ...], ...] = ()
    """How one did under ids that it had."""
    inside: tuple[str, ...] = ()
    """Where in its file the list is."""


def target_of(loaded: LoadedReport, report: Report, address: str) -> Target:
    """Return what an address means, as `verify` names it: `initiative/shared-bicycles/title`.

    Raises GeneratorError if it leads to nothing.
    """
    words = address.split("/")
    parts = _parts(report)
    for count in range(len(words), 0, -1):
        part = parts.get("/".join(words[:count]))
        if part:
            inside = (*part.inside, *words[count:])
            path = tuple(path_to(part.record, inside))
            if len(path) == len(inside) and _is_there(part.record, path):
                ways = (part.names, *part.former) if part.names else ()
                names = tuple((*way, *words[count:]) for way in ways)
                return _in_its_file(loaded, part, path, names)
    raise GeneratorError(
        f'There is nothing at "{address}".',
        "Write an address as annual-report verify does, such as organization/posts/clerk/person, "
        "or name what is to go with --text.",
    )


def _in_its_file(
    loaded: LoadedReport, part: _Part, path: Path, names: tuple[tuple[str, ...], ...]
) -> Target:
    """Return the target with its way inside its own file, also in a list that files share."""
    file = loaded.places.of(part.kind, part.key, *path).path
    if part.inside and len(path) > len(part.inside):
        items = range(int(path[1]) + 1)
        places = (loaded.places.of(part.kind, part.key, path[0], n).path for n in items)
        before = sum(place != file for place in places)
        path = (path[0], int(path[1]) - before, *path[2:])
    return Target(file, path, names)


def _is_there(record: Record, path: Path) -> bool:
    value: Any = record
    for step in path:
        held = isinstance(value, tuple | dict)
        value = value[step] if held else getattr(value, str(step), None)
    return value not in (None, "", ())


def _parts(report: Report) -> Mapping[str, _Part]:
    """Return every record or list that has a file, by its address."""
    background = report.background
    found = {
        **{name: _Part(name, "", getattr(report, name), (name,)) for name in _IN_PARTS},
        "sources": _Part(
            "sources", "", Sources(sources=report.sources), names=("sources",), inside=("sources",)
        ),
        "discrepancies": _Part(
            "discrepancies",
            "",
            Discrepancies(discrepancies=background.discrepancies),
            inside=("discrepancies",),
        ),
        "questions": _Part(
            "questions", "", Questions(questions=background.questions), inside=("questions",)
        ),
        "history": _Part("history", "", background.history),
        "salons": _Part("salons", "", background.salons),
    }
    if background.survey:
        found["survey"] = _Part("survey", "", background.survey)
    return {**found, **dict(_of_many(report))}


def _of_many(report: Report) -> Iterator[tuple[str, _Part]]:
    for initiative in report.initiatives:
        names, *former = (("initiatives", i) for i in (initiative.id, *initiative.former_ids))
        part = _Part("initiative", initiative.id, initiative, names, tuple(former))
        yield f"initiative/{initiative.id}", part
    for update in report.updates:
        address = f"initiative/{update.initiative}/updates/{update.milestone}"
        yield address, _Part("update", update_key(update), update, ("updates", update.key))
    for area in report.areas:
        yield f"areas/{area.id}", _Part("area", area.id, area, ("areas", area.id))
    for one in report.evaluations:
        key = evaluation_key(one)
        yield f"evaluations/{key}", _Part("evaluation", key, one, ("evaluations", one.key))
    for page in report.pages:
        yield f"pages/{page.id}", _Part("page", page.id, page)
