"""What earlier runs came to, kept in build/cache and believed only where nothing has changed since.

A record is JSON with the digest of all it was made from, and of itself. One that is damaged, cut
off or of another time is as good as none. Whatever reads the content again gives the same.
"""

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Container, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG
from typing import Any

from generator.atomic import write_beside
from generator.issues import Issue, packed, unpacked
from generator.settings import Settings

PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shelf:
    """Bytes by name in a folder; what is damaged is not there. Without a folder, nothing is."""

    folder: Path | None

    def get(self, name: str) -> bytes | None:
        """Return what was put here under a name, or None."""
        if self.folder is None:
            return None
        with suppress(OSError):
            seal, _, content = (self.folder / name).read_bytes().partition(b"\n")
            return content if seal == _seal(content) else None
        return None

    def put(self, name: str, content: bytes) -> None:
        """Keep bytes under a name; a disk that refuses only costs the next run its time."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            write_beside(self.folder, self.folder / name, _seal(content) + b"\n" + content)

    def keep_only(self, names: Container[str]) -> None:
        """Remove what lies here under any other name."""
        with suppress(OSError):
            for place in self.folder.iterdir() if self.folder else ():
                if place.name not in names:
                    place.unlink()


NO_SHELF = Shelf(None)
"""Holds nothing and keeps nothing."""


def shelf_of(settings: Settings, name: str) -> Shelf:
    """Return the shelf of a name; one that holds nothing where nothing is remembered."""
    return Shelf(settings.cache / name if settings.remembers else None)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of runs over one state of content and program."""

    shelf: Shelf
    state: str
    """The digest of all that goes in; empty where nothing is to be believed or kept."""
    look: str = ""
    """How the files that go in lay on the disk, just before they were read for the digest."""

    def holds(self, settings: Settings) -> bool:
        """Tell whether no file has been written, added or removed since this was taken.

        Files are told by their size, their place on the disk and their times, which saves reading
        them all again at the end of a run.
        """
        with suppress(OSError):
            return bool(self.state) and self.look == _look_of_inputs(settings)
        return False

    def issues(self) -> tuple[list[Issue], str] | None:
        """Return what checking came to and the report's day, empty where faults stand in its way.

        None where that is not known.
        """
        found = self._recall("check")
        if found is None:
            return None
        return unpacked(found["issues"]), str(found["day"])

    def keep_issues(self, issues: list[Issue], day: str) -> None:
        """Remember what checking came to."""
        self._keep("check", {"issues": packed(issues), "day": day})

    def stands(self, name: str, outputs: Path) -> list[str] | None:
        """Return the paths below `outputs` if they are, untouched, what the run `name` left there.

        Files are told by their size, their place on the disk and their time: whoever writes one
        changes these.
        """
        found = self._recall(name)
        if found is None:
            return None
        paths, look = _look_of(outputs)
        return paths if found["look"] == look else None

    def keep_outputs(self, name: str, outputs: Path) -> None:
        """Remember what the run `name` left below `outputs`."""
        self._keep(name, {"look": _look_of(outputs)[1]})

    def _recall(self, name: str) -> dict[str, Any] | None:
        body = self.shelf.get(f"{name}.json") if self.state else None
        if body is None:
            return None
        found: dict[str, Any] = json.loads(body)
        return found if found["state"] == self.state else None

    def _keep(self, name: str, what: dict[str, Any]) -> None:
        if self.state:
            body = json.dumps({"state": self.state, **what}).encode()
            self.shelf.put(f"{name}.json", body)


def memory_of(settings: Settings) -> Memory:
    """Return what is remembered of the content as it stands, and of this very program.

    Nothing is where `settings.remembers` is off, or where a file cannot be read.
    """
    shelf = shelf_of(settings, "runs")
    if not settings.remembers:
        return Memory(shelf, "")
    whole = hashlib.blake2b(digest_size=32)
    try:
        look = _look_of_inputs(settings)
        for part in (*_content(settings.content), *_program()):
            whole.update(part)
    except OSError:
        return Memory(shelf, "")
    return Memory(shelf, whole.hexdigest(), look)


def _seal(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=32).hexdigest().encode()


def _content(folder: Path) -> Iterator[bytes]:
    """Yield every name below a folder, what is of that name, and the bytes of plain files."""
    for path, entry in _below(folder):
        mode = entry.stat(follow_symlinks=False).st_mode
        yield f"{path}\0{mode >> 12:o}\0".encode("utf-8", "surrogateescape")
        if S_ISREG(mode):
            yield _hashed(entry.path)
        elif S_ISLNK(mode):
            yield bytes(Path(entry.path).readlink()) + b"\0"


def program_state() -> str:
    """Return what tells this program, with its templates and all it is installed with."""
    whole = hashlib.blake2b(digest_size=32)
    for part in _program():
        whole.update(part)
    return whole.hexdigest()


def _program() -> Iterator[bytes]:
    """Yield this package's own files, and the names and versions of all others installed."""
    yield f"{sys.version}\0{os.fspath(PACKAGE)}\0".encode()
    for path, entry in _below(PACKAGE):
        if not path.endswith(".pyc") and entry.is_file():
            yield f"{path}\0".encode() + _hashed(entry.path)
    yield _installed()


def _installed() -> bytes:
    with os.scandir(sysconfig.get_path("purelib")) as installed:
        names = sorted(e.name for e in installed if e.name.endswith(".dist-info"))
    return "\0".join(names).encode()


def _hashed(path: str) -> bytes:
    with open(path, "rb", buffering=0) as source:  # noqa: PTH123 - a Path for each file costs more
        return hashlib.blake2b(source.read(), digest_size=32).digest()


def _below(folder: str | Path, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all below a folder in a stable order, each with its path from there."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{prefix}{entry.name}"
        yield path, entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{path}/")


def _look_of_inputs(settings: Settings) -> str:
    """Return a digest of how the content and this program lie on the disk, bytecode left out.

    Raises OSError where a folder cannot be read.
    """
    whole = hashlib.blake2b(digest_size=32)
    for folder in (settings.content, PACKAGE):
        for path, entry in _below(folder):
            if path.endswith((".pyc", "__pycache__")):
                continue
            at = entry.stat(follow_symlinks=False)
            lies = f"{path}\0{at.st_mode} {at.st_ino}"
            if not S_ISDIR(at.st_mode):
                lies += f" {at.st_size} {at.st_mtime_ns} {at.st_ctime_ns}"
            whole.update(f"{lies}\0".encode("utf-8", "surrogateescape"))
    whole.update(_installed())
    return whole.hexdigest()


def _look_of(folder: Path) -> tuple[list[str], str]:
    """Return the files below a folder, and a digest of how they lie there."""
    paths: list[str] = []
    whole = hashlib.blake2b(digest_size=32)
    with suppress(FileNotFoundError):
        for path, entry in _below(folder):
            found = entry.stat(follow_symlinks=False)
            if S_ISDIR(found.st_mode):
                whole.update(f"{path}/\0".encode())
                continue
            paths.append(path)
            look = (found.st_mode, found.st_size, found.st_ino, found.st_mtime_ns)
            whole.update(f"{path}\0{look}\0".encode("utf-8", "surrogateescape"))
    return paths, whole.hexdigest()
