"""Content of earlier versions: what each version renamed or added, as pure steps over its files.

| code | what it means |
| --- | --- |
| F007 | content in another version of its names and keys than this program reads |

`content_version` in report.yml says in which version content is written; content without it is of
version 1. A further version raises `CONTENT_VERSION` and adds a step to `STEPS`. Steps touch what
they name and nothing else: comments, spaces and the order of keys stay as somebody typed them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.core.issues import Issue, Location, errors_in
from generator.core.settings import Settings
from generator.load.files import FormatResult, read_file
from generator.load.folder_walk import EntryKind, walk
from generator.load.front_matter import parse_file
from generator.load.source_document import Path, YamlDocument
from generator.load.yaml.source import parse_yaml
from generator.model.report import CONTENT_VERSION

_REPORT = "content/report.yml"
_FROZEN = re.compile(r"content/editions/[^/]+/(?:snapshot\.json|digest)")


@dataclass(frozen=True, slots=True)
class Renaming:
    """Keys or values to be renamed in files whose path below `content/` matches."""

    files: str
    """A regular expression for the path."""
    path: str
    """The way to the key or value: keys parted by points, `*` for every item of a list."""
    old: str
    """A regular expression for the whole key or value."""
    new: str


@dataclass(frozen=True, slots=True)
class Repetition:
    """A key that begins with the value of another key of its record, where it is not given."""

    files: str
    """A regular expression for the path."""
    path: str
    """The way to the key that has the value, as in `Renaming`."""
    key: str


@dataclass(frozen=True, slots=True)
class Step:
    """What one version of the content renamed or added."""

    paths: tuple[tuple[str, str], ...] = ()
    """Regular expressions for whole paths below `content/`, and what replaces them."""
    keys: tuple[Renaming, ...] = ()
    values: tuple[Renaming, ...] = ()
    listed: tuple[Renaming, ...] = ()
    """Keys with one value, renamed to keys with a list, of which that value is the first."""
    repeated: tuple[Repetition, ...] = ()
    prose: tuple[tuple[str, str], ...] = ()
    """Texts anywhere in a file, and what replaces them: targets of links."""


_GOAL = (r"programme/(.+)", r"program/\1")
_WHOLE = ("programme", "program")
_RECOGNIZED = ("recognised", "recognized")
_RECORDS = (
    (r"organisation(/.*)?", r"organization\1"),
    (r"(.*/)licence(/.*)?", r"\1license\2"),
    (r"(.*/)programmes(/.*)?", r"\1programs\2"),
    (r"(.*[/ ])programme([/ ].*)?", r"\1program\2"),
)
"""Addresses of records, as errata name them."""
_EVERY = r".*\.(?:yml|md)"

STEPS: tuple[Step, ...] = (
    Step(
        paths=(
            (r"organisation\.yml", "organization.yml"),
            (r"(evaluations/\d{4})/programme\.md", r"\1/program.md"),
        ),
        keys=(
            Renaming(r"report\.yml", "programme", *_WHOLE),
            Renaming(r"report\.yml", "licence", "licence", "license"),
            Renaming(r"background/history\.yml", "programmes", "programmes", "programs"),
        ),
        values=(
            Renaming(_EVERY, "events.*.kind", *_RECOGNIZED),
            Renaming(_EVERY, "goals.*.goal", *_GOAL),
            Renaming(_EVERY, "measures.*.goals.*", *_GOAL),
            Renaming(r"evaluations/.*", "subject", *_WHOLE),
            Renaming(r"editions/.*/edition\.yml", "claims.*.scope", *_WHOLE),
            Renaming(r"background/discrepancies\.yml", "discrepancies.*.about.*", *_WHOLE),
            Renaming(r"background/questions\.yml", "questions.*.about.*", *_WHOLE),
            *(Renaming(r"editions/.*/errata\.md", "errata.*.record", *names) for names in _RECORDS),
        ),
        prose=(("](goal:programme/", "](goal:program/"),),
    ),
    Step(listed=(Renaming(r"report\.yml", "language", "language", "languages"),)),
    # A cycle was certainly known once it was adopted. Of any other, and of a milestone, only the
    # editors know since when: R307 names those.
    Step(repeated=(Repetition(r"cycles\.yml", "cycles.*.adopted", "known_since"),)),
)
"""How content of each version becomes content of the next; the first leads from version 1 to 2."""


def version_fault(settings: Settings) -> Issue | None:
    """Return the one fault of content in another version than this program reads."""
    raw, _ = read_file(settings, _REPORT)
    version = _version(raw)
    if version == CONTENT_VERSION or raw is None:
        return None
    older = version < CONTENT_VERSION
    return Issue(
        "F007",
        Location(_REPORT),
        f"content of version {version}" if version > 1 else "no content_version, as in version 1",
        f"content_version: {CONTENT_VERSION}",
        "Run annual-report fmt --migrate, which converts the content to it."
        if older
        else "Upgrade the program: this content was written for a newer one.",
    )


def migrate_content(settings: Settings) -> FormatResult:
    """Return the content's files in the newest version; nothing is written.

    Files that went to another name are None under the old one. Where a file has faults that keep
    it from being read, the faults are told and nothing is changed.
    """
    raws: dict[str, bytes] = {}
    issues: list[Issue] = []
    for entry in walk(settings.content):
        path = f"{settings.content.name}/{entry.path}"
        if entry.kind is EntryKind.FILE and path.endswith((".yml", ".md")):
            raw, unreadable = read_file(settings, path)
            issues += unreadable
            raws |= {path: raw} if raw is not None else {}
    newest, faults = migrated(raws)
    changed: dict[str, bytes | None] = {
        path: raw for path, raw in newest.items() if raws.get(path) != raw
    }
    changed |= dict.fromkeys(raws.keys() - newest.keys())
    return FormatResult({} if issues or faults else changed, [], [*issues, *faults])


def migrated(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Issue]]:
    """Return content files in the newest version, by path, and what keeps a file from being read.

    Files that are in it are returned as they are.
    """
    version = _version(files.get(_REPORT))
    made, issues = dict(files), []
    for number, step in enumerate(STEPS[version - 1 :], version + 1):
        renamed: dict[str, bytes] = {}
        for path, raw in made.items():
            target = _renamed_path(path, step)
            if target != path and target in made:
                issues.append(_taken(path, target))
            text, faults = _migrated_file(path, raw, step, number)
            issues += faults
            renamed[target] = text
        made = renamed
    return made, issues


def _version(raw: bytes | None) -> int:
    """Return the version of content by its report.yml; the newest where that cannot be told."""
    document = parse_yaml(raw, _REPORT)[0] if raw else None
    if document is None or not isinstance(document.data, dict):
        return CONTENT_VERSION
    written = document.data.get("content_version", "1")
    whole = isinstance(written, str) and re.fullmatch(r"[1-9]\d{0,8}", written)
    return int(written) if whole and isinstance(written, str) else CONTENT_VERSION


def _renamed_path(path: str, step: Step) -> str:
    below = path.removeprefix("content/")
    for pattern, new in step.paths:
        found = re.fullmatch(pattern, below)
        if found:
            return f"content/{found.expand(new)}"
    return path


def _migrated_file(path: str, raw: bytes, step: Step, number: int) -> tuple[bytes, list[Issue]]:
    if _FROZEN.fullmatch(path) or not path.endswith((".yml", ".md")):
        return raw, []
    below = path.removeprefix("content/")
    keys = [r for r in step.keys if re.fullmatch(r.files, below)]
    values = [r for r in step.values if re.fullmatch(r.files, below)]
    listed = [r for r in step.listed if re.fullmatch(r.files, below)]
    repeated = [r for r in step.repeated if re.fullmatch(r.files, below)]
    issues: list[Issue] = []
    text = raw.decode(errors="surrogateescape")
    touched = repeated or any(re.search(r.old, text) for r in (*keys, *values, *listed))
    if touched or path == _REPORT:
        document, issues = _front(path, raw)
        if document is None or errors_in(issues):
            return raw, errors_in(issues)
        edits = [*_key_edits(document, [*keys, *listed]), *_value_edits(document, values)]
        edits += [*_list_edits(document, listed), *_repeating_edits(document, text, repeated)]
        edits += _version_edit(document, number) if path == _REPORT else []
        text = _edited(text, edits)
    for old, new in step.prose:
        text = text.replace(old, new)
    return text.encode(errors="surrogateescape"), []


def _front(path: str, raw: bytes) -> tuple[YamlDocument | None, list[Issue]]:
    if path.endswith(".md") and not raw.startswith(b"---"):
        return None, []  # The introduction of an edition is prose alone.
    parsed, issues = parse_file(raw, path)
    return (parsed.front if parsed else None), issues


_Edit = tuple[int, int, str, str]
"""Line and column (from 1) from where to look, the text to be replaced, and what replaces it."""


def _key_edits(document: YamlDocument, renamings: list[Renaming]) -> Iterator[_Edit]:
    for renaming in renamings:
        for path, at in document.places.items():
            if _matches(path, renaming.path):
                yield at.line, at.column, str(path[-1]), renaming.new


def _value_edits(document: YamlDocument, renamings: list[Renaming]) -> Iterator[_Edit]:
    for renaming in renamings:
        for path, at in document.places.items():
            value = document.value(path) if path and _matches(path, renaming.path) else None
            found = re.fullmatch(renaming.old, value) if isinstance(value, str) else None
            if found:
                key = len(str(path[-1])) if isinstance(path[-1], str) else 0
                yield at.line, at.column + key, found.group(0), found.expand(renaming.new)


def _list_edits(document: YamlDocument, renamings: list[Renaming]) -> Iterator[_Edit]:
    for renaming in renamings:
        for path, at in document.places.items():
            if _matches(path, renaming.path):
                yield at.line, at.column + len(renaming.old), ":", ":\n  -"


def _repeating_edits(
    document: YamlDocument, text: str, repetitions: list[Repetition]
) -> Iterator[_Edit]:
    """Yield a line for each key to be added, above the one whose value it repeats.

    A record that is written in one line stays as it is.
    """
    lines = text.splitlines()
    for repetition in repetitions:
        for path, at in document.places.items():
            if not _matches(path, repetition.path):
                continue
            before, value = lines[at.line - 1][: at.column - 1], document.value(path)
            record = document.value(path[:-1])
            known = isinstance(record, dict) and repetition.key in record
            if isinstance(value, str) and not known and not before.strip(" -"):
                line = f'{repetition.key}: "{value}"\n{" " * len(before)}'
                yield at.line, at.column, "", line


def _version_edit(document: YamlDocument, number: int) -> list[_Edit]:
    if not isinstance(document.data, dict) or not document.data:
        return []
    at = document.places.get(("content_version",))
    if at is not None:
        old = str(document.value(("content_version",)))
        return [(at.line, at.column + len("content_version"), old, str(number))]
    first = document.places[(next(iter(document.data)),)]
    return [(first.line, 1, "", f"content_version: {number}\n")]


def _matches(path: Path, pattern: str) -> bool:
    steps = pattern.split(".")
    return len(path) == len(steps) and all(
        isinstance(step, int) if wanted == "*" else step == wanted
        for step, wanted in zip(path, steps, strict=True)
    )


def _edited(text: str, edits: list[_Edit]) -> str:
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    for line, column, old, new in sorted(edits, reverse=True):
        at = text.index(old, starts[line - 1] + column - 1)
        text = text[:at] + new + text[at + len(old) :]
    return text


def _taken(path: str, target: str) -> Issue:
    return Issue(
        "F007",
        Location(path),
        f"a file that would be named {target}, which already exists",
        "one of the two",
        f"Move what is new to {target}, remove {path}, and run annual-report fmt --migrate again.",
    )
