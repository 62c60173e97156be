"""Which files make up the content, by their role; anything else there is named, never ignored.

| code | what it means |
| --- | --- |
| F001 | a file that must be there is missing |
| F002 | a file at a place where nothing is read |
| F003 | a name that is not lowercase letters, digits, and single hyphens, or that is hidden |
| F004 | two names that are the same on some computers (capital letters, encoding of accents) |
| F005 | a link, or something else that is not a regular file |
| F006 | a file or folder that cannot be opened |
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.core.issues import Issue, Location, Severity
from generator.core.settings import Settings
from generator.load.characters import LARGEST
from generator.load.folder_walk import EntryKind, FolderEntry, walk
from generator.load.misnamed import is_likely_record, right_name
from generator.model.files import BACKGROUND, FILE_KINDS, MANY, SINGLE
from generator.model.ids import folded, id_from, reserved
from generator.model.report import CONTENT_VERSION
from generator.model.translations import Translation
from generator.model.values import Record

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_DAY = r"\d{4}-\d{2}-\d{2}"
_LANGUAGE = r"[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"
_SINGLE = tuple(kind.name for kind in SINGLE)
_MUST = tuple(kind.name for kind in SINGLE if not kind.is_optional)
_BEGINNINGS = {
    "report": (
        "whose report this is, and the day it describes",
        f"content_version: {CONTENT_VERSION}",
    ),
    "organization": ("units, posts, and partners", "units: []"),
    "sources": ("what the report is based on", "sources: []"),
}
"""What each file that must be there holds, and a first line for it."""

_BACKGROUND = tuple(kind.name for kind in BACKGROUND)
MEDIA_ENDINGS = ("png", "jpg", "jpeg", "webp")
"""What a picture may end with; SVG and PDF can carry script and are no pictures here."""

_OF_EDITION = (
    *("edition.yml", "introduction.md", "errata.md"),
    *("snapshot.json", "digest", "translations.json"),
)

# One row a role: what is in the folder, as people write it and as a pattern.
_LAYOUT = (
    ("single", "report.yml and the files beside it", rf"({'|'.join(_SINGLE)})\.yml"),
    ("areas", "areas/ID.yml", rf"areas/({_ID})\.yml"),
    ("initiatives", "initiatives/ID.yml", rf"initiatives/({_ID})\.yml"),
    ("updates", "updates/MILESTONE/ID.md", rf"updates/({_ID})/({_ID})\.md"),
    ("evaluations", "evaluations/YEAR/ID.md", rf"evaluations/(\d{{4}})/({_ID})\.md"),
    (
        "editions",
        f"editions/YEAR/ with {', '.join(_OF_EDITION)}",
        rf"editions/(\d{{4}})/({'|'.join(map(re.escape, _OF_EDITION))})",
    ),
    ("meetings", "meetings/DAY.yml, as meetings/2026-12-07.yml", rf"meetings/({_DAY})\.yml"),
    (
        "presented",
        "meetings/DAY/ with what was presented, as annual-report present DAY FILE archives it",
        rf"meetings/({_DAY})/({_ID}\.(?:pdf|docx|pptx))",
    ),
    (
        "background",
        "background/ with " + ", ".join(f"{name}.yml" for name in _BACKGROUND),
        rf"background/({'|'.join(_BACKGROUND)})\.yml",
    ),
    ("source_files", "sources/NAME.yml, beside sources.yml or instead", rf"sources/({_ID})\.yml"),
    ("pages", "pages/ID.md", rf"pages/({_ID})\.md"),
    (
        "translations",
        "translations/LANGUAGE/ and below it files with the names of those that they translate",
        rf"translations/({_LANGUAGE})/((?:{_ID}/)*{_ID})\.yml",
    ),
    (
        "media",
        "media/NAME with one of the extensions "
        + ", ".join(MEDIA_ENDINGS)
        + " (SVG and PDF can contain scripts)",
        rf"media/([a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:{'|'.join(MEDIA_ENDINGS)}))",
    ),
)
_ANY_NAME = re.compile(rf"{_ID}(?:\.[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class EditionFiles:
    """The files of one edition; those of a frozen edition are None until it is frozen."""

    edition: str | None = None
    introduction: str | None = None
    errata: str | None = None
    snapshot: str | None = None
    digest: str | None = None
    translations: str | None = None


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """The paths of all content files by role, relative to the project's root, with `/`.

    Mappings are in the order of their keys: `updates` by milestone and id, `evaluations` by year
    and id, `editions` by year, the others by id or name.
    """

    report: str | None = None
    vocabulary: str | None = None
    organization: str | None = None
    cycles: str | None = None
    sources: str | None = None
    links: str | None = None
    areas: Mapping[str, str] = field(default_factory=dict)
    initiatives: Mapping[str, str] = field(default_factory=dict)
    updates: Mapping[tuple[str, str], str] = field(default_factory=dict)
    evaluations: Mapping[tuple[str, str], str] = field(default_factory=dict)
    editions: Mapping[str, EditionFiles] = field(default_factory=dict)
    meetings: Mapping[str, str] = field(default_factory=dict)
    presented: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What was presented at meetings, by day and name; nobody reads it as content."""
    background: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    source_files: Mapping[str, str] = field(default_factory=dict)
    """Files over which the sources are split."""
    translations: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By language, and by the path of what is translated, without its ending."""

    @property
    def of_sources(self) -> tuple[str, ...]:
        """Every file that lists sources, in the order of the list."""
        return tuple(path for path in (self.sources, *self.source_files.values()) if path)


def record_types(files: ContentFiles) -> dict[str, type[Record]]:
    """Return the type of record of every YAML and Markdown file with fields, by path."""
    found: dict[str | None, type[Record]] = {
        getattr(files, kind.role): kind.record for kind in SINGLE
    }
    for kind in MANY:
        found |= dict.fromkeys(getattr(files, kind.role).values(), kind.record)
    found |= dict.fromkeys(
        (e.edition for e in files.editions.values()), FILE_KINDS["edition"].record
    )
    found |= {path: FILE_KINDS[name].record for name, path in files.background.items()}
    found |= dict.fromkeys(files.source_files.values(), FILE_KINDS["sources"].record)
    found |= dict.fromkeys(files.translations.values(), Translation)
    return {path: found[path] for path in sorted(filter(None, found))}


@dataclass(frozen=True, slots=True)
class FormatResult:
    """What a command would change in the content's files."""

    changed: dict[str, bytes | None]
    """New bytes of every file that is to be another, by path; None for one that is to go."""
    refused: list[str]
    """Why a file was left as it is, one sentence each."""
    issues: list[Issue]


def find_files(settings: Settings) -> tuple[ContentFiles, list[Issue]]:
    """Return the content's files by role, and what is there but is not read."""
    issues: list[Issue] = []
    roles: dict[str, dict[tuple[str, ...], str]] = {role: {} for role, _, _ in _LAYOUT}
    prefix = settings.content.name
    entries = list(walk(settings.content))
    unread, hidden = [], []
    for entry in entries:
        path = entry.path
        role, key = _role(path)
        if entry.kind is not EntryKind.FILE:
            hidden.append(entry)
        elif role is None:
            unread.append(path)
        else:
            roles[role][key] = f"{prefix}/{path}"
    read = {path for of_role in roles.values() for path in of_role.values()}
    issues += [_not_entered(prefix, entry, read) for entry in hidden]
    issues += [_unread(prefix, path, read) for path in unread]
    issues += _collisions(entries, prefix)
    single = {key[0]: path for key, path in roles["single"].items()}
    there = {*single, *(["sources"] if roles["source_files"] else [])}
    issues += [_absent(prefix, name) for name in _MUST if name not in there]
    return _by_role(single, roles), issues


def read_file(settings: Settings, path: str) -> tuple[bytes | None, list[Issue]]:
    """Return a file's bytes, at most one more than a file of content may have."""
    return read_bytes(settings, path, LARGEST)


def read_bytes(settings: Settings, path: str, most: int) -> tuple[bytes | None, list[Issue]]:
    """Return a file's bytes, at most one more than `most`."""
    try:
        with (settings.root / path).open("rb") as source:
            return source.read(most + 1), []
    except OSError as fault:
        reason = (fault.strerror or "no reason given").lower()
        return None, [
            Issue(
                "F006",
                Location(path),
                f"a file that cannot be opened ({reason})",
                "a file that you have permission to read",
                "Check that it exists and that you have permission to read it.",
            )
        ]


def _by_role(
    single: Mapping[str, str], roles: Mapping[str, Mapping[tuple[str, ...], str]]
) -> ContentFiles:
    many: dict[str, Any] = {
        role: {key[0] if len(key) == 1 else key: path for key, path in sorted(found.items())}
        for role, found in roles.items()
        if role not in ("single", "editions")
    }
    editions: dict[str, dict[str, str]] = {}
    for (year, name), path in sorted(roles["editions"].items()):
        editions.setdefault(year, {})[name.partition(".")[0]] = path
    by_year = {year: EditionFiles(**names) for year, names in editions.items()}
    return ContentFiles(**{**many, **single}, editions=by_year)


def _role(path: str) -> tuple[str | None, tuple[str, ...]]:
    for role, _, pattern in _LAYOUT:
        found = re.fullmatch(pattern, path)
        if found and not (role == "source_files" and reserved(found[1])):
            return role, found.groups()
    return None, ()


def _collisions(entries: Iterable[FolderEntry], prefix: str) -> list[Issue]:
    seen: dict[str, str] = {}
    issues = []
    for path in (entry.path for entry in entries):
        other = seen.setdefault(folded(path), path)
        if other != path:
            issues.append(
                Issue(
                    "F004",
                    Location(f"{prefix}/{_printable(path)}"),
                    f"a name that differs from {_printable(other)} only in capital letters, or in "
                    "how a letter is encoded",
                    "names that are different on every computer",
                    "Rename or remove one of the two.",
                )
            )
    return issues


def _unread(prefix: str, path: str, read: Collection[str]) -> Issue:
    location = Location(f"{prefix}/{_printable(path)}")
    likely = is_likely_record(path)
    severity = Severity.ERROR if likely else Severity.WARNING
    step = _next_step(prefix, path, read) if likely else ""
    if any(_ANY_NAME.fullmatch(part) is None for part in path.split("/")):
        return Issue(
            "F003",
            location,
            f"a name with capitals, spaces, or symbols{_strange_letter(path)}; this file is not "
            "read",
            "lowercase letters, digits, and single hyphens, and a lowercase extension",
            step or f"Rename it, for example to {_better_name(path)}.",
            severity,
        )
    return Issue(
        "F002",
        location,
        _unread_words(path),
        _expected_in(path),
        step or "Move it, rename it, or remove it from the content.",
        severity,
    )


def _unread_words(path: str) -> str:
    name = path.rpartition("/")[2]
    if _SECOND_ENDING.fullmatch(name):
        stem, _, ending = name.rpartition(".")
        return f"a second ending, .{ending}, after {stem}; this file is not read"
    return "a file where none is expected; this file is not read"


_SECOND_ENDING = re.compile(r".+\.(?:md|yml|json)\.(?:txt|text)", re.IGNORECASE)
"""What an editor of plain text makes of a name, on a computer that shows no endings."""

_SHOW_ENDINGS = (
    "If your computer does not show it, turn on File name extensions (Windows: View, Show; "
    "macOS: Finder, Settings, Advanced) first."
)


def _strange_letter(path: str) -> str:
    """Return the first letter beyond a to z by its name: it may look like one of them."""
    letter = next((c for c in path if ord(c) > ord("~") and c.isalpha()), "")
    return (
        f" (the letter {letter} is {unicodedata.name(letter, 'unknown').lower()})" if letter else ""
    )


def _expected_in(path: str) -> str:
    top = path.split("/", maxsplit=1)[0]
    for role, words, _ in _LAYOUT:
        if role == top and "/" in path:
            return words
    return "one of " + "; ".join(words for _, words, _ in _LAYOUT)


def _better_name(path: str) -> str:
    name = path.rsplit("/", 1)[-1].lower()
    stem, dot, ending = name.rpartition(".")
    stem, ending = (
        (stem, {"yaml": "yml", "markdown": "md"}.get(ending, ending)) if dot else (name, "")
    )
    return (id_from(stem) or "name") + dot + ending


def _next_step(prefix: str, path: str, read: Collection[str]) -> str:
    """Return what to do with a record that is not where it is read; nothing where nobody knows."""
    right = right_name(path, _SINGLE, _BACKGROUND)
    if not right or not right.rpartition("/")[2].partition(".")[0]:
        return ""
    whole = f"{prefix}/{right}"
    if whole in read:
        return f"Move what is new to {whole}, which already exists, and remove this file."
    if _SECOND_ENDING.fullmatch(path):
        return f"Rename it to {whole}. {_SHOW_ENDINGS}"
    return f"Rename or move it to {whole}, as plain text."


def _not_entered(prefix: str, entry: FolderEntry, read: Collection[str]) -> Issue:
    """Return what is said of something that is no plain file of the content."""
    location = Location(f"{prefix}/{_printable(entry.path)}".rstrip("/"))
    if entry.kind is EntryKind.HIDDEN:
        meant = _next_step(prefix, entry.path, read) if is_likely_record(entry.path) else ""
        return Issue(
            "F003",
            location,
            "a name that begins with a period, which hides it; it is not read",
            "lowercase letters, digits, and single hyphens",
            meant or f"Rename it, for example to {_better_name(entry.path)}, or remove it.",
            Severity.ERROR if meant else Severity.WARNING,
        )
    if entry.kind is EntryKind.CLOSED:
        return Issue(
            "F006",
            location,
            "a folder that cannot be opened",
            "a folder that you have permission to read",
            "Check that you have permission to read it.",
        )
    return Issue(
        "F005",
        location,
        "a link to another place, or something that is not a file; it is not read",
        "a regular file",
        "Put the file itself there.",
    )


def _absent(prefix: str, name: str) -> Issue:
    holds, first = _BEGINNINGS[name]
    return Issue(
        "F001",
        Location(f"{prefix}/{name}.yml"),
        "no such file",
        f"{prefix}/{name}.yml: {holds}",
        f"Create it, with {first} as a start; check then names what is missing in it, each with a "
        f"line to copy. For a complete one, see content/{name}.yml in the folder that "
        "annual-report init --sample FOLDER writes.",
    )


def _printable(path: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in path)
