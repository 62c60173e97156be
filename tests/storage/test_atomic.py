"""Files written in one step, and folders locked against a second run."""

import errno
import fcntl
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from types import ModuleType

import pytest

from generator.storage import atomic
from generator.storage.atomic import PARTIAL_PREFIX, locked, write


def test_a_file_and_its_folders_are_made(tmp_path: Path) -> None:
    """The folder need not be there; nothing but the file is in it afterwards."""
    write(tmp_path / "a" / "b" / "c.txt", b"words")

    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"words"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.txt"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the bytes do not fit, the old ones stay and the half-written file is removed."""
    write(tmp_path / "one.txt", b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path / "one.txt", b"new")

    assert [path.name for path in tmp_path.iterdir()] == ["one.txt"]
    assert (tmp_path / "one.txt").read_bytes() == b"old"


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    """Who comes second is told so, and goes on as soon as the first has ended."""
    told, went_on = Event(), Event()

    def second() -> None:
        with locked(tmp_path, told.set):
            went_on.set()

    with locked(tmp_path) as alone:
        assert alone
        waiting = Thread(target=second)
        waiting.start()
        assert told.wait(60)
        assert not went_on.is_set()
    assert went_on.wait(60)
    waiting.join()


def test_who_is_alone_is_told_nothing(tmp_path: Path) -> None:
    """Nobody waits for a run that has ended, or for one in another folder."""
    with locked(tmp_path / "other"):
        for _ in range(2):
            with locked(tmp_path, lambda: pytest.fail("nobody is there")) as alone:
                assert alone


def test_where_nothing_can_be_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without locks files are written as well; what others may be writing is left."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", refuse)
    theirs = tmp_path / f"{PARTIAL_PREFIX}theirs"
    theirs.write_bytes(b"half")

    write(tmp_path / "one.txt", b"whole")

    assert (tmp_path / "one.txt").read_bytes() == b"whole"
    assert theirs.exists()
    with locked(tmp_path) as alone:
        assert not alone


def test_where_no_folder_can_be(tmp_path: Path) -> None:
    """Whoever writes there is told by the write what the disk refuses, not by the lock."""
    (tmp_path / "file").write_bytes(b"")
    with locked(tmp_path / "file" / "folder") as alone:
        assert not alone
    with pytest.raises(NotADirectoryError):
        atomic.write(tmp_path / "file" / "folder" / "one.txt", b"")


class WindowsLocks(ModuleType):
    """What Windows' own module does, by the locks of this system."""

    LK_NBLCK, LK_LOCK = 2, 1

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.has_given_up = False

    def locking(self, held: int, mode: int, _: int) -> None:
        """Lock a file; who waits is sent away once, as after ten seconds."""
        if mode == self.LK_LOCK and not self.has_given_up:
            self.has_given_up = True
            raise OSError(errno.EDEADLK, "Resource deadlock avoided")
        fcntl.flock(held, fcntl.LOCK_EX | (fcntl.LOCK_NB if mode == self.LK_NBLCK else 0))


@pytest.fixture
def on_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[WindowsLocks]:
    """Read the module as Windows does; everything afterwards finds it as it was."""
    locks = WindowsLocks()
    with monkeypatch.context() as there:
        there.setattr("tempfile.gettempdir", lambda: str(tmp_path))
        there.setitem(sys.modules, "msvcrt", locks)
        there.setattr(sys, "platform", "win32")
        importlib.reload(atomic)
        yield locks
    importlib.reload(atomic)


def test_windows_locks_a_file_that_stands_for_the_folder(
    tmp_path: Path, on_windows: WindowsLocks
) -> None:
    """Where no folder can be locked the second waits all the same, however long it takes."""
    told, went_on = Event(), Event()
    folder = tmp_path / "site"

    def second() -> None:
        with atomic.locked(folder, told.set) as alone:
            assert alone
            went_on.set()

    with atomic.locked(folder) as alone:
        assert alone
        waiting = Thread(target=second)
        waiting.start()
        assert told.wait(60)
        assert not went_on.is_set()
    assert went_on.wait(60)
    waiting.join()
    assert on_windows.has_given_up
    assert list(folder.iterdir()) == []
    assert len(list(tmp_path.glob("annual-report-*.lock"))) == 1


@pytest.mark.usefixtures("on_windows")
def test_windows_replaces_a_file_once_nobody_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that looks at every new file is waited for; one that goes on doing so is not."""
    replace, tries = Path.replace, [0]

    def in_use(times: int) -> None:
        def refuse(source: Path, target: Path) -> Path:
            tries[0] += 1
            if tries[0] <= times:
                raise PermissionError(errno.EACCES, "in use")
            return replace(source, target)

        tries[0] = 0
        monkeypatch.setattr(Path, "replace", refuse)

    monkeypatch.setattr(atomic, "_PAUSES", (0.0, 0.0))
    in_use(2)
    atomic.write(tmp_path / "one.txt", b"new")
    assert (tmp_path / "one.txt").read_bytes() == b"new"
    in_use(3)
    with pytest.raises(PermissionError):
        atomic.write(tmp_path / "one.txt", b"newer")
    assert (tmp_path / "one.txt").read_bytes() == b"new"
