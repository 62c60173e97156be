"""A folder is brought to exactly the given files, whole at every moment."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.core.errors import GeneratorError
from generator.storage.atomic import PARTIAL_PREFIX
from generator.storage.sync import SyncResult, files_under, replace, sync_directory

NAMES = st.sampled_from(["a", "b", "a/b", "a/c/d", "c.md", "x/y/z.md", "x/y"])
FOLDERS = st.dictionaries(NAMES, st.binary(max_size=4)).filter(
    lambda files: not any(f"{one}/" in other for one in files for other in files)
)


def _content(folder: Path) -> dict[str, bytes]:
    return {path: (folder / path).read_bytes() for path in files_under(folder)}


def test_new_folder_gets_every_file(tmp_path: Path) -> None:
    """A folder that does not exist yet is made and filled."""
    files = {"index.md": b"home", "areas/parks/index.md": b"parks"}

    written = sync_directory(tmp_path / "docs", files)

    assert _content(tmp_path / "docs") == files
    assert written == SyncResult(changed=("areas/parks/index.md", "index.md"))


def test_second_run_touches_nothing(tmp_path: Path) -> None:
    """Equal content keeps its file, its inode and its time of change."""
    files = {"index.md": b"home", "a/b.md": b"b"}
    sync_directory(tmp_path, files)
    before = {path: (tmp_path / path).stat() for path in files}

    written = sync_directory(tmp_path, files)

    assert written == SyncResult(unchanged=("a/b.md", "index.md"))
    for path, old in before.items():
        new = (tmp_path / path).stat()
        assert (new.st_ino, new.st_mtime_ns) == (old.st_ino, old.st_mtime_ns)


def test_stale_files_and_empty_folders_go(tmp_path: Path) -> None:
    """What is no longer wanted is removed, with the folders that held only that."""
    sync_directory(tmp_path, {"old/deep/page.md": b"1", "old/two.md": b"2", "index.md": b"3"})

    written = sync_directory(tmp_path, {"index.md": b"3"})

    assert written.removed == ("old/deep/page.md", "old/two.md")
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]


def test_kept_paths_stay(tmp_path: Path) -> None:
    """A kept file or folder survives, and a name that only begins alike does not."""
    sync_directory(
        tmp_path, {"downloads/report.pdf": b"1", "downloads-old.md": b"2", "CNAME": b"3"}
    )
    (tmp_path / "downloads" / "empty").mkdir()

    written = sync_directory(tmp_path, {}, keep=("downloads/", "CNAME"))

    assert written.removed == ("downloads-old.md",)
    assert set(_content(tmp_path)) == {"CNAME", "downloads/report.pdf"}
    assert (tmp_path / "downloads" / "empty").is_dir()


def test_file_becomes_folder_and_back(tmp_path: Path) -> None:
    """A path may change from a file to a folder and back."""
    sync_directory(tmp_path, {"a": b"file"})
    sync_directory(tmp_path, {"a/b/c": b"deep"})
    assert _content(tmp_path) == {"a/b/c": b"deep"}

    sync_directory(tmp_path, {"a": b"file"})
    assert _content(tmp_path) == {"a": b"file"}


@pytest.mark.parametrize(
    "path", ["/etc/x", "../x", "a/../../x", "a//b", "./a", "", ".", "a\\b", "a\0b", "c:x", "a/"]
)
def test_paths_that_leave_the_folder_are_refused(tmp_path: Path, path: str) -> None:
    """A path that is not plainly inside the folder stops the run before anything is written."""
    with pytest.raises(GeneratorError):
        sync_directory(tmp_path / "docs", {"good.md": b"", path: b"bad"})
    assert not (tmp_path / "docs").exists()


def test_path_that_is_file_and_folder_is_refused(tmp_path: Path) -> None:
    """One path cannot be a page and the folder of another."""
    with pytest.raises(GeneratorError, match="both as a file"):
        sync_directory(tmp_path, {"a": b"", "a/b": b""})


def test_links_inside_are_not_followed(tmp_path: Path) -> None:
    """A symbolic link inside the folder is replaced or removed; its target stays as it was."""
    outside, docs = tmp_path / "outside", tmp_path / "docs"
    outside.mkdir()
    docs.mkdir()
    (outside / "page.md").write_bytes(b"theirs")
    (docs / "folder").symlink_to(outside)
    (docs / "page.md").symlink_to(outside / "page.md")
    (docs / "stale").symlink_to(outside)

    sync_directory(docs, {"folder/page.md": b"ours", "page.md": b"theirs"})

    assert _content(docs) == {"folder/page.md": b"ours", "page.md": b"theirs"}
    assert not (docs / "page.md").is_symlink()
    assert _content(outside) == {"page.md": b"theirs"}


def test_leftovers_of_a_killed_run_are_swept(tmp_path: Path) -> None:
    """A half-written file of an earlier run is gone after the next."""
    (tmp_path / f"{PARTIAL_PREFIX}123").write_bytes(b"ha")

    sync_directory(tmp_path, {"index.md": b"home"})

    assert _content(tmp_path) == {"index.md": b"home"}


def test_a_disk_that_refuses_is_told_in_words(tmp_path: Path) -> None:
    """A fault of the disk stops the run with a message, not a traceback."""
    (tmp_path / "docs").write_bytes(b"a file where the folder should be")

    with pytest.raises(GeneratorError, match="Could not write"):
        sync_directory(tmp_path / "docs", {"index.md": b""})


@settings(max_examples=60, deadline=None)
@given(first=FOLDERS, second=FOLDERS)
def test_any_folder_reaches_any_other(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes]
) -> None:
    """Whatever was there before, the folder holds exactly what is wanted."""
    folder = tmp_path_factory.mktemp("docs")
    sync_directory(folder, first)

    written = sync_directory(folder, second)

    assert _content(folder) == second
    assert set(written.changed) | set(written.unchanged) == set(second)
    assert set(written.removed) == first.keys() - second.keys()


WRITER = """
import sys
from pathlib import Path
from generator.storage.sync import sync_directory
folder = Path(sys.argv[1])
for turn in range(10_000):
    letter = b"ab"[turn % 2:][:1]
    files = {f"page-{n}/index.html": letter * 60_000 for n in range(12)}
    if turn % 3 == 0:
        files["sometimes/index.html"] = letter * 60_000
    sync_directory(folder, files)
    print(turn, flush=True)
"""


def _killed_writers(folder: Path, times: int) -> Iterator[None]:
    moments = random.Random(7)  # noqa: S311 - moments, no secrets
    for _ in range(times):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        for _ in range(moments.randint(1, 5)):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        yield


@pytest.mark.slow
def test_a_killed_run_leaves_whole_files_and_the_next_repairs(tmp_path: Path) -> None:
    """Killed at any moment, each page is wholly old or wholly new; the next run fixes all."""
    whole = {b"a" * 60_000, b"b" * 60_000}
    kills = 0
    for _ in _killed_writers(tmp_path, times=12):
        kills += 1
        pages = {p: c for p, c in _content(tmp_path).items() if PARTIAL_PREFIX not in p}
        assert len(pages) >= 12
        assert all(content in whole for content in pages.values())
    assert kills == 12

    wanted = {f"page-{n}/index.html": b"c" for n in range(3)}
    sync_directory(tmp_path, wanted)
    assert _content(tmp_path) == wanted
    assert sync_directory(tmp_path, wanted).changed == ()


SHARED = {"page.html": 40, "deep/page.html": 40_000, "large.html": 400_000}
"""Files that all writers want, with as many bytes of one letter as each has."""


def _write_again_and_again(folder: Path, letter: bytes, rounds: int) -> None:
    """Bring a folder to pages of one letter, and replace a file beside it, some times over."""
    for _ in range(rounds):
        written = sync_directory(
            folder / "site", {path: letter * size for path, size in SHARED.items()}
        )
        assert len(written.changed) + len(written.unchanged) == len(SHARED)
        replace(folder / "one.pdf", letter * 300_000)


def _seen_whole(folder: Path, busy: Callable[[], bool]) -> int:
    """Read all files for as long as anybody is busy; each must be of one letter and of its size."""
    wanted = {folder / "site" / path: size for path, size in SHARED.items()}
    wanted[folder / "one.pdf"] = 300_000
    seen = 0
    while busy():
        for path, size in wanted.items():
            content = path.read_bytes() if path.exists() else b""
            assert content in (b"", content[:1] * size), path
            seen += bool(content)
    return seen


def test_threads_that_write_at_once(tmp_path: Path) -> None:
    """Each file is at every moment wholly that of one writer; nothing else is left behind."""
    with ThreadPoolExecutor(4) as pool:
        writers = [pool.submit(_write_again_and_again, tmp_path, bytes([n]), 30) for n in b"abcd"]
        assert _seen_whole(tmp_path, lambda: not all(one.done() for one in writers))
        for one in writers:
            one.result()
    assert set(_content(tmp_path)) == {"one.pdf", *(f"site/{path}" for path in SHARED)}


@pytest.mark.slow
def test_programs_that_write_at_once(tmp_path: Path) -> None:
    """What holds for threads holds for processes as well."""
    context = get_context("spawn")
    arguments = [(tmp_path, bytes([letter]), 30) for letter in b"abc"]
    writers = [context.Process(target=_write_again_and_again, args=args) for args in arguments]
    for one in writers:
        one.start()
    assert _seen_whole(tmp_path, lambda: any(one.is_alive() for one in writers))
    for one in writers:
        one.join()
        assert one.exitcode == 0
    assert set(_content(tmp_path)) == {"one.pdf", *(f"site/{path}" for path in SHARED)}


def test_leftovers_beside_a_single_file_are_swept(tmp_path: Path) -> None:
    """What a killed run left beside a file is gone once a file is written there."""
    (tmp_path / f"{PARTIAL_PREFIX}0123456789abcdef").write_bytes(b"ha")

    assert replace(tmp_path / "one.pdf", b"whole")

    assert _content(tmp_path) == {"one.pdf": b"whole"}


def test_a_single_file_that_the_disk_refuses(tmp_path: Path) -> None:
    """The old file stays, nothing half-written is left, and words say what to do."""
    (tmp_path / "folder").mkdir()

    with pytest.raises(GeneratorError, match="Could not write"):
        replace(tmp_path / "folder", b"a file where a folder is")

    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_everybody_may_read_what_is_published(tmp_path: Path) -> None:
    """Rights are those that the account gives new files, as a web server needs them."""
    before = os.umask(0o022)
    try:
        sync_directory(tmp_path, {"index.html": b"home"})
    finally:
        os.umask(before)
    assert (tmp_path / "index.html").stat().st_mode & 0o777 == 0o644
