"""Synchronize a folder with the given files: write what changed, delete what is stale.

Each file is replaced in one step, so that whoever reads the folder while it is being written,
or after a run was killed, finds every file whole: the old one or the new one. Nothing is
flushed to the disk by force: these files can all be made again, and the next run compares
content and repairs what a power cut may have left.
"""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path, PurePosixPath

from generator.core.errors import GeneratorError, refused
from generator.storage.atomic import PARTIAL_PREFIX, locked, move, write, write_via


@dataclass(frozen=True, slots=True)
class SyncResult:
    """The outcome of a synchronization, as sorted POSIX paths relative to the folder."""

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    def __add__(self, other: "SyncResult") -> "SyncResult":
        """Return the outcome of two synchronizations, each of a folder of its own."""
        return SyncResult(
            self.changed + other.changed,
            self.removed + other.removed,
            self.unchanged + other.unchanged,
        )


def sync_directory(
    folder: Path, files: Mapping[str, bytes | Path], *, keep: Collection[str] = ()
) -> SyncResult:
    """Make `folder` hold exactly `files` ({POSIX path: content}) and return what changed.

    Files with equal content are not touched. A path instead of content is a file that is moved to
    its place. Paths at or under one of `keep` that are not in `files` are left alone. Symbolic
    links are never followed: one inside `folder` is stale. Two runs at once take turns, so that
    neither takes the other's half-written file for a leftover.
    Raises GeneratorError if a path would leave the folder, when one path is both a file and
    a folder, or when the disk refuses.
    """
    for path in files:
        _refuse_unsafe(path, files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            return _sync(folder, files, frozenset(kept.rstrip("/") for kept in keep))
    except OSError as error:
        raise refused(error, "write into", folder) from error


def replace(path: Path, content: bytes) -> bool:
    """Make one file hold `content`, in one step; return whether that changed it.

    Raises GeneratorError as `sync_directory` does.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        write(path, content)
    except OSError as error:
        raise refused(error, "write", path) from error
    return True


def replace_all(files: Mapping[Path, bytes | None]) -> list[Path]:
    """Make several files hold their content, None for none; return those that this changed.

    All of them or none: each is written whole beside its place before the first is replaced, and
    what was replaced is put back where the disk refuses another. Raises GeneratorError as
    `sync_directory` does.
    """
    started: list[Path] = []
    place = Path()
    try:
        with ExitStack() as stack:
            changes = []
            for place, content in files.items():
                if (place.read_bytes() if place.is_file() else None) != content:
                    started += _missing_folders(place.parent)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    changes.append(_PendingWrite(place, content, _staging(stack, place.parent)))
            for done, change in enumerate(changes):
                place = change.place
                try:
                    change.make()
                except OSError:
                    for made in reversed(changes[:done]):
                        made.undo()
                    raise
            return [change.place for change in changes]
    except OSError as error:
        for folder in reversed(started):
            with suppress(OSError):
                folder.rmdir()
        raise refused(error, "write", place) from error


class _PendingWrite:
    """A file that is written beside its place, and not yet moved there."""

    def __init__(self, place: Path, content: bytes | None, staging: Path) -> None:
        self.place = place
        self._new, self._old = staging / "new", staging / "old"
        if content is not None:
            self._new.write_bytes(content)
        if place.is_file():
            shutil.copy2(place, self._old)

    def make(self) -> None:
        if self._new.is_file():
            move(self._new, self.place)
        else:
            self.place.unlink()

    def undo(self) -> None:
        # No room is needed for it.
        with suppress(OSError):
            if self._old.is_file():
                move(self._old, self.place)
            else:
                self.place.unlink()


def _staging(stack: ExitStack, folder: Path) -> Path:
    """Return a new folder beside what is to be replaced, which goes when the stack is left."""
    made = Path(tempfile.mkdtemp(prefix=PARTIAL_PREFIX, dir=folder))
    stack.callback(shutil.rmtree, made, ignore_errors=True)
    return made


def _missing_folders(folder: Path) -> list[Path]:
    """Return which of a folder and those above it are not there yet, outermost first."""
    return [*takewhile(lambda one: not one.exists(), (folder, *folder.parents))][::-1]


def files_under(folder: Path) -> Iterator[str]:
    """Yield the POSIX path of every file and symbolic link under `folder`, in sorted order."""
    for path, is_folder in _entries(folder):
        if not is_folder:
            yield path


def _sync(folder: Path, files: Mapping[str, bytes | Path], keep: Collection[str]) -> SyncResult:
    present = dict(_entries(folder))
    changed, unchanged = [], []
    for path in sorted(files):
        if _holds(folder / path, files[path], known=path in present):
            unchanged.append(path)
        else:
            changed.append(path)
    with ExitStack() as stack:
        # All that takes room is done before the first file is replaced.
        _make_folders(folder, changed, present)
        for path, content in _staged_files(stack, folder, files, changed).items():
            if present.get(path) or _is_cut_off(path, present):
                _make_room(folder, path)
            _replace(folder, path, content)
    removed = [
        path
        for path, is_folder in present.items()
        if not is_folder and path not in files and not _is_kept(path, keep)
    ]
    for path in removed:
        _remove_file(folder / path)
    _remove_empty_folders(folder, present, keep)
    return SyncResult(tuple(changed), tuple(removed), tuple(unchanged))


def _staged_files(
    stack: ExitStack, folder: Path, files: Mapping[str, bytes | Path], changed: Sequence[str]
) -> dict[str, Path]:
    """Return a file for each path that changed, written into a folder that goes with the stack."""
    staging = _staging(stack, folder) if changed else folder
    staged = {}
    for number, path in enumerate(changed):
        content = files[path]
        staged[path] = content if isinstance(content, Path) else staging / str(number)
        if isinstance(content, bytes):
            staged[path].write_bytes(content)
    return staged


def _make_folders(folder: Path, paths: Iterable[str], present: Mapping[str, bool]) -> None:
    """Make the folders of some files, but for those where a file or link is in the way yet."""
    for path in {path.rpartition("/")[0]: path for path in paths}.values():
        if not _is_cut_off(path, present):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)


def _is_cut_off(path: str, present: Mapping[str, bool]) -> bool:
    """Return whether a file or link is where a folder above a path is needed."""
    while path := path.rpartition("/")[0]:
        if present.get(path) is False:
            return True
    return False


def _entries(folder: Path, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Yield (POSIX path, is it a folder) of all that is under `folder`, parents first."""
    with os.scandir(folder) as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        path = f"{prefix}{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        yield path, is_folder
        if is_folder:
            yield from _entries(folder / entry.name, f"{path}/")


def _refuse_unsafe(path: str, files: Collection[str]) -> None:
    pure = PurePosixPath(path)
    leaves = pure.is_absolute() or ".." in pure.parts or path != str(pure) or path == "."
    if leaves or any(character in path for character in "\\\0:"):
        raise GeneratorError(
            f"A page wants to be written to {path!r}, which is not a plain path inside the folder.",
            "Look at the id that makes this path.",
        )
    for parent in pure.parents:
        if str(parent) in files:
            raise GeneratorError(
                f"{str(parent)!r} is wanted both as a file and as the folder of {path!r}.",
                "Rename one of the two.",
            )


def _holds(target: Path, content: bytes | Path, *, known: bool) -> bool:
    if not known or target.is_symlink() or not target.is_file():
        return False
    size = content.stat().st_size if isinstance(content, Path) else len(content)
    if target.stat().st_size != size:
        return False
    wanted = content.read_bytes() if isinstance(content, Path) else content
    return target.read_bytes() == wanted


def _make_room(folder: Path, path: str) -> None:
    """Put a folder in place of a file where one is needed, and remove one that is in the way."""
    for parent in reversed(PurePosixPath(path).parents[:-1]):
        if (folder / parent).is_symlink() or (folder / parent).is_file():
            (folder / parent).unlink()
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        for inner, is_folder in reversed(list(_entries(target))):
            (target / inner).rmdir() if is_folder else (target / inner).unlink()
        target.rmdir()


def _remove_file(place: Path) -> None:
    """Remove a stale file, unless clearing the way for a new one has done so already."""
    if place.is_symlink() or not place.is_dir():
        with suppress(FileNotFoundError, NotADirectoryError):
            place.unlink()


def _replace(folder: Path, path: str, content: bytes | Path) -> None:
    """Write a file into the folder, then rename it to its place."""
    if isinstance(content, Path):
        # Another disk refuses the move; the file is then written anew beside its place.
        with suppress(OSError):
            move(content, folder / path)
            return
        content = content.read_bytes()
    write_via(folder, folder / path, content)


def _is_kept(path: str, keep: Collection[str]) -> bool:
    while path and path not in keep:
        path = path.rpartition("/")[0]
    return bool(path)


def _remove_empty_folders(folder: Path, present: Mapping[str, bool], keep: Collection[str]) -> None:
    folders = [path for path, is_folder in present.items() if is_folder]
    for path in reversed(folders):
        place = folder / path
        if place.is_dir() and not _is_kept(path, keep) and not any(place.iterdir()):
            place.rmdir()
