"""What a newer version of the program changes of a repository's managed files, told before done."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from enum import Enum
from pathlib import Path

from generator.core.errors import GeneratorError
from generator.core.naming import did_you_mean
from generator.editorial.adopting.managed_files import (
    REQUIREMENTS,
    VERSION,
    Manifest,
    digest,
    managed_files,
)

_OWN_LINE = re.compile(rb"^innovations-annual-report==.*$", re.MULTILINE)
_CONTEXT = 0
_MOST_LINES = 40
"""How many lines of a file's difference are shown."""


class Outcome(Enum):
    """What an upgrade does with a managed file."""

    NEW = "will be written"
    CHANGED = "will change"
    GONE = "is no longer needed and will be removed"
    EDITED = "was edited here and stays as it is"
    DELETED = "was removed here and stays away"


@dataclass(frozen=True, slots=True)
class ManagedChange:
    """One managed file that differs from what this version of the program would write."""

    path: str
    outcome: Outcome
    before: bytes | None
    after: bytes | None

    @property
    def is_done(self) -> bool:
        """Tell whether the upgrade does it; what somebody edited or removed is left to them."""
        return self.outcome not in (Outcome.EDITED, Outcome.DELETED)


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade does to a repository, apart from its content."""

    changes: tuple[ManagedChange, ...]
    manifest: Manifest
    """What the program will have written when all of it is done."""
    before: str
    """The version that wrote last."""
    originals: tuple[str, ...] = ()
    """Ejected files whose original is another now."""

    def files(self) -> dict[str, bytes | None]:
        """Return what is to be written, by path; None for a file that goes."""
        return {one.path: one.after for one in self.changes if one.is_done}


def plan_upgrade(
    root: Path,
    known: Manifest,
    originals: Mapping[str, bytes],
    replaced: Collection[str] = (),
) -> Upgrade:
    """Return what brings a repository to this version.

    `originals` are the program's own files that can be ejected; `replaced` are paths that are to
    be as the program has them, edited or not. Raises GeneratorError where one is not managed.
    """
    wanted = managed_files(known.host, known.title)
    paths = sorted(wanted.keys() | known.files.keys())
    for path in replaced:
        if path not in paths:
            raise GeneratorError(
                f"{path} is no file that annual-report keeps here.",
                did_you_mean(path, paths).strip() or "annual-report upgrade lists them.",
            )
    changes = tuple(
        change
        for path in paths
        if (change := _change(root, path, known, wanted.get(path), forced=path in replaced))
    )
    kept = {path: digest(raw) for path, raw in wanted.items()}
    # Of what somebody edited, the digest stays that of what they began with.
    kept |= {c.path: known.files.get(c.path, "") for c in changes if not c.is_done}
    now = {path: digest(raw) for path, raw in originals.items() if path in known.ejected}
    manifest = replace(known, version=VERSION, files=kept, ejected=now)
    moved = tuple(sorted(path for path in known.ejected if known.ejected[path] != now.get(path)))
    return Upgrade(changes, manifest, known.version, moved)


def _change(
    root: Path, path: str, known: Manifest, after: bytes | None, *, forced: bool
) -> ManagedChange | None:
    place = root / path
    before = place.read_bytes() if place.is_file() else None
    if path == REQUIREMENTS and before and after and (raised := _raised(before, after)):
        # Who adds a package, such as a typeface, still gets the next version of the program.
        return ManagedChange(path, Outcome.CHANGED, before, raised) if raised != before else None
    written = known.files.get(path)
    if before is None:
        if after is None:
            return None
        outcome = Outcome.DELETED if written and not forced else Outcome.NEW
    elif after is not None and digest(before) == digest(after):
        return None
    elif digest(before) == written or forced:
        outcome = Outcome.GONE if after is None else Outcome.CHANGED
    else:
        outcome = Outcome.EDITED
    return ManagedChange(path, outcome, before, after)


def _raised(before: bytes, after: bytes) -> bytes | None:
    """Return requirements with the program's own line as it is to be; None where it is not there.

    `after` is that line alone.
    """
    raised, number = _OWN_LINE.subn(after.strip(), before.replace(b"\r\n", b"\n"))
    return raised if number else None


def upgrade_words(upgrade: Upgrade) -> Iterator[str]:
    """Yield line by line what an upgrade does, and what is left to whoever edited a file."""
    if upgrade.before != VERSION:
        yield f"From version {upgrade.before} to {VERSION}:"
    for change in upgrade.changes:
        yield f"{change.path} {change.outcome.value}{_next_step(change)}"
        if change.outcome is not Outcome.DELETED:
            yield from _difference(change)
    for path in upgrade.originals:
        yield (
            f"{path} was ejected, and the program's own is another now; yours stays. To compare, "
            "copy yours away, run annual-report eject overrides, and look at the difference."
        )


def _next_step(change: ManagedChange) -> str:
    if change.is_done:
        return ":" if change.outcome is Outcome.CHANGED else "."
    verb = "have the program's" if change.outcome is Outcome.EDITED else "write it again"
    end = " What this version has otherwise:" if change.outcome is Outcome.EDITED else ""
    return f"; to {verb}, add --replace {change.path}.{end}"


def _difference(change: ManagedChange) -> Iterator[str]:
    if change.before is None or change.after is None:
        return
    before, after = (
        raw.decode(errors="replace").splitlines() for raw in (change.before, change.after)
    )
    lines = [
        line
        for line in unified_diff(before, after, lineterm="", n=_CONTEXT)
        if not line.startswith(("---", "+++", "@@"))
    ]
    yield from (f"    {line[0]} {line[1:]}" for line in lines[:_MOST_LINES])
    if len(lines) > _MOST_LINES:
        yield f"    and {len(lines) - _MOST_LINES} more lines"
