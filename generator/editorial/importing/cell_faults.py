"""What is wrong with the content as an import would leave it, told at the cells it comes from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.core.issues import Issue, Location, RecordLocations
from generator.editorial.importing.values import CellText
from generator.editorial.updates.content_files import ContentFile, as_document, part_of
from generator.load.binding import bind
from generator.load.source_document import Path, Value
from generator.model.keys import RoleKind

_ROLE = (
    "Map a column to roles.holder. If the export has none, add to the mapping: "
    'always: {{"roles.role": {role}, "roles.holder": not_named}}. If nobody is to be asked, write '
    "roles: {{{role}: {{asked: false}}}} into content/report.yml."
)
_IN_A_MAPPING = {
    "R201": _ROLE.format(role=RoleKind.OWNER),
    "R202": _ROLE.format(role=RoleKind.SPONSOR),
}
"""What is to be done in a mapping about faults that rules find, where that differs."""


def model_faults(file: ContentFile) -> list[Issue]:
    """Return what of a file does not fit its model, each at the cell that it comes from."""
    added: dict[str, Value] | None = {"body": file.body} if file.path.endswith(".md") else None
    model, issues = bind(file.model, as_document(file), added=added)
    if model is not None:
        return []
    places = dict(_places(file.fields))
    document = replace(as_document(file), places=places)  # type: ignore[arg-type]
    _, issues = bind(file.model, document, added=added)
    around = next(iter(places.values()), Location(file.path))
    return [_at_cell(issue, around, file.path) for issue in issues]


def _at_cell(issue: Issue, around: Location, path: str) -> Issue:
    place = around if issue.location.path == path else issue.location
    if issue.code != "S001":
        return replace(issue, location=place)
    return Issue(
        "I012",
        place,
        issue.found.replace("no key", "nothing for"),
        issue.expected.replace("the key", "a value for"),
        "Map a column to it, or say what holds for all: under also of the column beside it, under "
        "created where it is made of words, or under always, where {Column} is that row's cell.",
    )


def _places(value: Value, at: Path = ()) -> Iterator[tuple[Path, Location]]:
    """Yield where each value of a file comes from; what holds values, where its first one does."""
    if isinstance(value, CellText):
        yield at, value.place
    elif isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        first = True
        for name, one in pairs:
            for path, place in _places(one, (*at, name)):
                if first and at:
                    yield at, place
                    first = False
                yield path, place


def at_cells(
    files: Iterable[ContentFile], issues: Iterable[Issue], places: RecordLocations
) -> list[Issue]:
    """Return what rules find in the content as it would be, each at the cell that it comes from.

    What comes from no cell is told where it would be in the content.
    """
    by_path = {file.path: file for file in files}
    cells: dict[str, dict[Location, Location]] = {}
    told = []
    for issue in issues:
        path = issue.location.path
        if path in by_path and path not in cells:
            kind, part = part_of(by_path[path].key)
            cells[path] = {
                places.of(kind, part, *at): place for at, place in _places(by_path[path].fields)
            }
        known = cells.get(path, {})
        place = known.get(issue.location) or next(iter(known.values()), issue.location)
        step = _IN_A_MAPPING.get(issue.code, issue.next_step)
        told.append(replace(issue, location=place, next_step=step))
    return told
