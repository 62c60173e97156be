"""Files written in one step, and locks: two runs at once never mix their bytes."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

if sys.platform != "win32":
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
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink()
        raise


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
        held = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        yield _lock(held, waiting)
    finally:
        os.close(held)


def _lock(held: int, waiting: Callable[[], None]) -> bool:
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(held, fcntl.LOCK_EX)
    except OSError:
        return False
    return True
