"""Content files as typed, to be changed in memory and written again in their normal form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.core.errors import GeneratorError
from generator.core.issues import Issue
from generator.core.settings import Settings
from generator.load.binding import bind
from generator.load.files import ContentFiles, find_files, read_file
from generator.load.front_matter import parse_file
from generator.load.normal_form import format_file
from generator.load.source_document import MarkdownDocument, SourceMap, Value, YamlDocument
from generator.model.files import FILE_KINDS
from generator.model.values import Record

FileKey: TypeAlias = tuple[str, ...]
"""What kind of file, and its keys: `initiative ID`, `update MILESTONE ID`, `area ID`,
`evaluation YEAR SUBJECT`; only its kind where there is one of it, as `sources`."""

Fields: TypeAlias = dict[str, Value]

_SINGLE = ("report", "organization", "cycles")
_SOURCES = ("sources",)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file as typed."""

    key: FileKey
    path: str
    """Relative to the project."""
    fields: Fields
    body: str = ""
    comment_lines: tuple[int, ...] = ()
    parts: "tuple[ContentFile, ...]" = ()
    """The files as typed over which its list is split; then it is all of them, and none itself."""

    @property
    def model(self) -> type[Record]:
        """What the file must fit."""
        return FILE_KINDS[self.key[0]].record


def place_for(settings: Settings, key: FileKey) -> str:
    """Return where the file of a key is, or will be, relative to the project."""
    kind, *words = key
    # An evaluation is named by what it is about, without the word before the colon.
    names = [word.rpartition(":")[2] for word in words]
    path = FILE_KINDS[kind].path.replace("*", "{}").format(*names)
    return f"{settings.content.name}/{path}"


def part_of(key: FileKey) -> tuple[str, str]:
    """Return the kind and key by which the places of a file's record are known."""
    kind, *words = key
    if kind == "evaluation":
        return kind, "/".join([words[0], words[1].rpartition(":")[2]])
    return FILE_KINDS[kind].part, "/".join(words)


def read_content(settings: Settings) -> dict[FileKey, ContentFile]:
    """Return every file as typed that holds records of which there are many.

    Raises GeneratorError if one of them cannot be read.
    """
    files, _ = find_files(settings)
    read = [_read(settings, key, path) for key, path in _paths(files).items()]
    return {file.key: file for file in read} | {_SOURCES: read_sources(settings)}


def read_sources(settings: Settings) -> ContentFile:
    """Return the files that list sources as one; raises GeneratorError if one cannot be read."""
    files, _ = find_files(settings)
    return _joined(tuple(_read(settings, _SOURCES, path) for path in files.of_sources))


def _joined(parts: tuple[ContentFile, ...]) -> ContentFile:
    """Return the files of one list as one file; the only one as it is."""
    if len(parts) == 1:
        return parts[0]
    return ContentFile(_SOURCES, parts[-1].path, {"sources": _listed(*parts)}, parts=parts)


def _listed(*parts: ContentFile) -> "list[Value]":
    lists = (part.fields.get("sources") for part in parts)
    return [item for listed in lists if isinstance(listed, list) for item in listed]


def read_one(settings: Settings, key: FileKey) -> ContentFile:
    """Return one file as typed; raises GeneratorError if it cannot be read."""
    return _read(settings, key, place_for(settings, key))


def _paths(files: ContentFiles) -> dict[FileKey, str]:
    found: dict[FileKey, str] = {("initiative", key): p for key, p in files.initiatives.items()}
    found |= {("update", *key): path for key, path in files.updates.items()}
    found |= {("evaluation", *key): path for key, path in files.evaluations.items()}
    found |= {("area", key): path for key, path in files.areas.items()}
    single = {name: getattr(files, name) for name in _SINGLE}
    return found | {(name,): path for name, path in single.items() if path is not None}


def _read(settings: Settings, key: FileKey, path: str) -> ContentFile:
    raw, issues = read_file(settings, path)
    read, faults = parse_file(raw, path) if raw is not None else (None, [])
    issues = issues + faults
    if read is None or issues or not isinstance(read.front.data, dict):
        raise GeneratorError(
            f"{issues[0].location if issues else path} has faults, so it cannot be changed by a "
            "command.",
            "Run annual-report check and fix what it lists.",
        )
    fields = read.front.data
    if key[0] == "evaluation":
        key = (*key[:-1], str(fields.get("subject", key[-1])))
    return ContentFile(key, path, fields, read.body.rstrip(" \t\n"), read.front.comment_lines)


def as_document(file: ContentFile, places: SourceMap | None = None) -> YamlDocument:
    """Return the fields of a file as a document; places are those of `places`."""
    made = places if places is not None else SourceMap(file.path, dict)
    return YamlDocument(file.path, file.fields, made, comment_lines=file.comment_lines)


def misfits(file: ContentFile) -> list[Issue]:
    """Return what of a file, or of one of its parts, does not fit its model."""
    added: dict[str, Value] | None = {"body": file.body} if file.path.endswith(".md") else None
    return bind(file.model, as_document(file), added=added)[1]


def written(file: ContentFile) -> bytes:
    """Return a file's bytes in the normal form.

    Raises GeneratorError if it does not fit its model, or holds comments.
    """
    document = MarkdownDocument(file.path, as_document(file), file.body, 1)
    return format_file(document, file.model).encode()


def written_files(files: Iterable[ContentFile]) -> dict[str, bytes]:
    """Return the bytes of files by path, as `written` does; of a split list those that changed.

    What was added to a split list goes to its last file.
    """
    return {one.path: written(one) for file in files for one in _changed_parts(file)}


def _changed_parts(file: ContentFile) -> Iterator[ContentFile]:
    if not file.parts:
        yield file
        return
    items = _listed(file)
    for part in file.parts:
        count = len(items) if part is file.parts[-1] else len(_listed(part))
        if items[:count] != _listed(part):
            yield with_fields(part, sources=items[:count])
        items = items[count:]


def with_fields(file: ContentFile, **fields: Value) -> ContentFile:
    """Return the file with some fields set to other values."""
    return replace(file, fields={**file.fields, **fields})
