"""Reads a frozen edition from its files, or returns every fault of these."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.core.issues import Issue, Location
from generator.derive.editions.editions import EditionSnapshot
from generator.derive.editions.interning import Interning
from generator.derive.history.renames import under_ids_of
from generator.derive.snapshot.facts import Address, values
from generator.editorial.editions.frozen_files import DIGEST, SNAPSHOT, FrozenEditionFiles
from generator.editorial.updates.record_locations import path_in_snapshot
from generator.export.snapshot_json import (
    StoredSnapshot,
    canonical,
    is_written_so,
    parsed_snapshot,
    refuse_other_forms,
)
from generator.export.snapshot_versions import SnapshotFormError, path_in_version
from generator.load.json_source import Json, LineIndex, parse_json, path_words
from generator.model.edition import Edition
from generator.model.report import Report


@dataclass(frozen=True)
class FrozenSnapshot:
    """A frozen snapshot and its file, in which every value can be located."""

    files: FrozenEditionFiles
    stored: StoredSnapshot
    raw: Json

    def place(self, address: Address) -> Location:
        """Return where something is in the snapshot, or the nearest thing around it."""
        path = _stored_path(self.raw, path_in_snapshot(address, self.stored.snapshot))
        return Location(self.files.place(SNAPSHOT).path, self._lines.of(path))

    def then(self, edition: Edition) -> EditionSnapshot:
        """Return the edition as it was frozen; `edition` is what edition.yml says today."""
        files = self.files
        digest = files.digest.decode() if files.intact and files.digest else ""
        return EditionSnapshot(self.stored.edition or edition, self.stored.snapshot, digest=digest)

    def named_as(self, today: Report) -> "FrozenSnapshot":
        """Return the same with addresses of today, also of initiatives that were renamed since."""
        named, renamed = under_ids_of(self.stored.snapshot, today)
        return replace(self, stored=replace(self.stored, snapshot=named)) if renamed else self

    @cached_property
    def addresses(self) -> frozenset[Address]:
        """Return where it holds anything."""
        return frozenset(values(self.stored.snapshot))

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.raw)


def read_frozen(
    files: FrozenEditionFiles, year: int, known: Interning
) -> tuple[FrozenSnapshot | None, list[Issue]]:
    """Return a frozen snapshot, and every fault of its files."""
    if files.snapshot is None or files.digest is None or files.faults:
        return None, [*files.faults, *_missing(files, year)]
    issues = [] if files.intact else [_other_bytes(files)]
    path = files.place(SNAPSHOT).path
    raw, faults = parse_json(files.snapshot, path)
    if faults:
        return None, [*issues, *(_restorable(fault, files) for fault in faults)]
    try:
        stored = parsed_snapshot(raw, known)
        if is_written_so(stored, raw, files.snapshot):
            return FrozenSnapshot(files, stored, raw), issues
        refuse_other_forms(stored, raw)
    except SnapshotFormError as error:
        faults = [*_other_lines(files.snapshot, raw, files), _value_fault(files, raw, error)]
        return None, [*issues, *faults]
    return FrozenSnapshot(files, stored, raw), [*issues, *_other_lines(files.snapshot, raw, files)]


def _missing(files: FrozenEditionFiles, year: int) -> list[Issue]:
    broken = {fault.location.path for fault in files.faults}
    names = [
        name
        for name, content in ((SNAPSHOT, files.snapshot), (DIGEST, files.digest))
        if content is None and files.place(name).path not in broken
    ]
    if not names:
        return []
    found = f"edition {year} is frozen, but without {' and '.join(names)}"
    wanted = f"{SNAPSHOT} and {DIGEST} in its folder"
    return [Issue("V001", files.place("edition.yml"), found, wanted, _step(files))]


def _other_bytes(files: FrozenEditionFiles) -> Issue:
    found, wanted = (
        "different bytes from those that were frozen",
        f"the bytes whose checksum is in {DIGEST}",
    )
    return Issue("V002", files.place(SNAPSHOT), found, wanted, _step(files))


def _other_lines(content: bytes, raw: Json, files: FrozenEditionFiles) -> list[Issue]:
    line = _first_line_apart(content, canonical(raw))
    if not line:
        return []
    return [
        Issue(
            "V003",
            Location(files.place(SNAPSHOT).path, line),
            "a line that is not written the way annual-report freeze writes it",
            "keys in alphabetical order, with each value on a separate line",
            _step(files),
        )
    ]


def _value_fault(files: FrozenEditionFiles, raw: Json, error: SnapshotFormError) -> Issue:
    path = _inside(raw, _stored_path(raw, error.path))
    at = Location(files.place(SNAPSHOT).path, LineIndex(raw).of(path))
    where = path_words(raw, path)
    found = f"{error.message.rstrip('.')} (at {where})" if error.path else error.message
    wanted = error.expected or "a snapshot written by annual-report freeze"
    step = error.next_step if "program" in error.next_step else _step(files)
    return Issue("V003", at, found, wanted, step)


def _stored_path(raw: Json, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    version = raw.get("schema_version") if isinstance(raw, dict) else None
    return path_in_version(path, version)


def _inside(raw: Json, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return the steps of a path that are there: a validator names its own branches as well."""
    steps: list[str | int] = []
    here: Any = raw
    for step in path:
        keyed = isinstance(here, dict) and step in here
        if keyed or (isinstance(here, list) and isinstance(step, int) and step < len(here)):
            here = here[step]
            steps.append(step)
    return tuple(steps)


def _first_line_apart(one: bytes, other: bytes) -> int:
    """Return the number of the first line in which two texts differ; 0 where they are the same."""
    if one == other:
        return 0
    pairs = zip(one.split(b"\n"), other.split(b"\n"), strict=False)
    apart = (number for number, (a, b) in enumerate(pairs, start=1) if a != b)
    return next(apart, min(one.count(b"\n"), other.count(b"\n")) + 1)


def _restorable(fault: Issue, files: FrozenEditionFiles) -> Issue:
    return Issue(fault.code, fault.location, fault.found, fault.expected, _step(files))


def _step(files: FrozenEditionFiles) -> str:
    return f"Restore it from git: {files.restoring}."
