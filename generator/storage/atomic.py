"""Files written in one step, and locks: two runs at once never mix their bytes."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from time import sleep

if sys.platform == "win32":
    import msvcrt
    from hashlib import sha256
    from tempfile import gettempdir
else:
    import fcntl

PARTIAL_PREFIX = ".partial-"
"""Begins the name of a file that is being written; a leftover is removed by the next run."""


def write(path: Path, content: bytes) -> None:
    """Make one file hold `content`, whoever else writes it at the same moment.

    It is written beside its place under a name that nobody else has, then renamed. Leftovers in
    its folder, of runs that were killed, are removed. Raises OSError where the disk refuses; the
    old file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.parent) as alone:
        if alone:
            remove_temporary_files(path.parent)
        write_via(path.parent, path, content)


def write_via(folder: Path, path: Path, content: bytes) -> None:
    """Write a file in `folder` and rename it to `path`; raises OSError as `write` does."""
    # Not by `tempfile`: its files can be read by their owner alone, and a site is for everybody.
    partial = folder / f"{PARTIAL_PREFIX}{token_hex(8)}"
    try:
        with partial.open("xb") as file:
            file.write(content)
        move(partial, path)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


def move(source: Path, target: Path) -> None:
    """Rename a file to `target`, which it replaces; raises OSError where the disk refuses.

    Windows refuses it while a program has the old file open, as one that looks for viruses does for
    a moment; so it is tried again there.
    """
    for pause in _PAUSES if sys.platform == "win32" else ():
        try:
            source.replace(target)
        except PermissionError:
            sleep(pause)
        else:
            return
    source.replace(target)


_PAUSES = (0.01, 0.05, 0.25, 1.0)


def remove_temporary_files(folder: Path) -> None:
    """Remove what killed runs left in a folder; nobody else may be writing there."""
    for left in folder.glob(f"{PARTIAL_PREFIX}*"):
        with suppress(OSError):
            left.unlink()


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[bool]:
    """Keep other runs out of `folder` meanwhile; call `waiting` before waiting for one.

    The folder is made if it is not there. The system unlocks it when the run ends, however it ends.
    Gives False where folders cannot be locked, as on some network disks, or where there can be no
    folder: then nobody is kept out.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held = _opened(folder)
    except OSError:
        yield False
        return
    try:
        yield _lock(held, waiting)
    finally:
        os.close(held)


if sys.platform == "win32":

    def _opened(folder: Path) -> int:
        """Return a file that stands for the folder, which cannot be locked itself."""
        name = sha256(os.path.normcase(folder.resolve()).encode()).hexdigest()[:32]
        place = Path(gettempdir(), f"annual-report-{name}.lock")
        return os.open(place, os.O_RDWR | os.O_CREAT)

    def _lock(held: int, waiting: Callable[[], None]) -> bool:
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except OSError:
            waiting()
        else:
            return True
        while True:
            # It gives up after ten seconds.
            with suppress(OSError):
                msvcrt.locking(held, msvcrt.LK_LOCK, 1)
                return True

else:

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(held: int, waiting: Callable[[], None]) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(held, fcntl.LOCK_EX)
        except OSError:
            return False
        return True
