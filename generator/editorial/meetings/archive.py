"""What was presented at meetings, kept byte for byte: archived, compared, and published.

| code | what it means |
| --- | --- |
| R910 | a file that was presented at a meeting is not, byte for byte, the one that was archived |
| R911 | a file that was presented at a meeting is missing |
| R912 | a file in the folder of a meeting that its list of what was presented does not have |
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.core.errors import GeneratorError
from generator.core.issues import Issue, Location, Severity
from generator.core.settings import Settings
from generator.editorial.meetings.reading import Presentable
from generator.editorial.updates.content_files import (
    ContentFile,
    Fields,
    place_for,
    read_one,
    with_fields,
    written,
)
from generator.export.digests import sha256_of
from generator.load.files import read_bytes
from generator.load.report import LoadedReport
from generator.model.meetings import Meeting, PresentedDocument

LARGEST = 100 * 2**20
"""Bytes of a document, at most: what a git host takes."""


def folder_of(settings: Settings, day: str) -> str:
    """Return the folder of what was presented on a day, relative to the project."""
    return f"{settings.content.name}/meetings/{day}"


def archived(
    settings: Settings, day: date, documents: Sequence[Presentable], on: date
) -> dict[str, bytes]:
    """Return what archiving documents writes: themselves, and the file of their meeting, by path.

    `on` is the day on which they are archived. Raises GeneratorError where another document of
    the same name was presented at that meeting, or the meeting's file has faults.
    """
    key = ("meeting", day.isoformat())
    place = place_for(settings, key)
    there = (settings.root / place).is_file()
    file = read_one(settings, key) if there else ContentFile(key, place, {"on": day.isoformat()})
    listed = file.fields.get("presented", [])
    known = {str(one["file"]): one for one in listed if isinstance(one, dict) and "file" in one}
    for document in documents:
        before = known.setdefault(document.name, _fields(document, on))
        if before["digest"] != sha256_of(document.content):
            raise GeneratorError(
                f"{document.name} was archived on {before['archived_on']} with other contents.",
                "What was presented stays as it was: give the new file another name.",
            )
    folder = folder_of(settings, day.isoformat())
    kept = {f"{folder}/{document.name}": document.content for document in documents}
    return {**kept, place: written(with_fields(file, presented=list(known.values())))}


def _fields(document: Presentable, on: date) -> Fields:
    fields: Fields = {"file": document.name, "title": document.title}
    if document.pages is not None:
        fields["pages"] = str(document.pages)
    return {
        **fields,
        "size": str(len(document.content)),
        "digest": sha256_of(document.content),
        "archived_on": on.isoformat(),
    }


def archive_issues(settings: Settings, loaded: LoadedReport) -> Iterator[Issue]:
    """Yield what is otherwise in the archive than when it was made."""
    meetings = loaded.report.meetings if loaded.report else ()
    listed: set[tuple[str, str]] = set()
    for meeting in meetings:
        for place, document in enumerate(meeting.presented):
            name = meeting.key, document.file
            listed.add(name)
            path = loaded.presented.get(name)
            if path is None:
                at = loaded.places.of("meeting", meeting.key, "presented", place, "file")
                yield _missing(f"{folder_of(settings, meeting.key)}/{document.file}", at)
                continue
            content, faults = read_bytes(settings, path, LARGEST)
            yield from faults
            if content is not None and sha256_of(content) != document.digest:
                yield _changed(path, meeting, document)
    yield from (_unlisted(path, *n) for n, path in loaded.presented.items() if n not in listed)


def _restore(path: str) -> str:
    return (
        f"git log --oneline -- {path} lists the commits that changed it; restore it with "
        f"git restore --source=COMMIT -- {path}"
    )


def _changed(path: str, meeting: Meeting, document: PresentedDocument) -> Issue:
    return Issue(
        "R910",
        Location(path),
        f"a file that is not the one presented on {meeting.key}: its digest is another",
        f"the file as it was archived, with the digest {document.digest}",
        f"{_restore(path)}. If another version was presented too, archive it under another name: "
        f"annual-report present {meeting.key} FILE.",
    )


def _missing(path: str, at: Location) -> Issue:
    return Issue(
        "R911",
        at,
        f"{path}, which is not there",
        "every file that was presented, as it was archived",
        f"{_restore(path)}.",
    )


def _unlisted(path: str, day: str, _name: str) -> Issue:
    return Issue(
        "R912",
        Location(path),
        "a file that the meeting's list of what was presented does not have; it is not published",
        f"a file that was archived by a command, which writes its digest into {day}.yml",
        f"Run annual-report present {day} {path} if it was presented; else remove it.",
        Severity.WARNING,
    )


def presented_files(settings: Settings, meetings: Iterable[Meeting]) -> Mapping[str, bytes]:
    """Return what the site offers of what was presented, byte for byte, by path."""
    found: dict[str, bytes] = {}
    for meeting in meetings:
        for document in meeting.presented:
            path = f"{folder_of(settings, meeting.key)}/{document.file}"
            content, _ = read_bytes(settings, path, LARGEST)
            if content is not None and sha256_of(content) == document.digest:
                found[f"meetings/{meeting.key}/{document.file}"] = content
    return found
