"""A disk that refuses: words that fit, nothing lost, nothing half written, in any command."""

import builtins
import errno
import io
import os
import pickle
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from larkhaven import SAMPLE

from generator.cli.main import main
from generator.commands import edit, editions
from generator.core.errors import GeneratorError, refused
from generator.core.settings import Settings
from generator.storage.sync import files_under

SEED = 20261129
EVENTS = Path(__file__).parents[1] / "editorial/forms/events"
WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EROFS: "this disk is read-only",
    errno.EACCES: "you do not have permission",
    errno.ENAMETOOLONG: "the name is too long for this disk",
    errno.EISDIR: "there is a folder",
    errno.EXDEV: "is on a different disk",
    errno.EMFILE: "too many files are open",
    errno.EIO: "the disk is not working properly",
}
SOURCE = ("--source", "town-charter")
UPDATE = ("new", "update", "one-form", "--milestone", "mid-2024", "--status", "on_track")
COMMANDS: dict[str, tuple[str, ...]] = {
    "generate": ("generate",),
    "fmt": ("fmt",),
    "freeze": ("freeze", "2021"),
    "new update": UPDATE,
    "assign": ("assign", "one-form", "--owner", "harbour-director", "--on", "2024-01-15", *SOURCE),
    "sheet export": ("sheet", "export", "{root}/out/all.xlsx"),
    "sheet import": ("sheet", "import", "{root}/filled.xlsx", "--apply"),
    "forms": ("forms",),
    "codeowners": ("codeowners",),
    "schema": ("schema",),
    "form": ("form", "--event", "{root}/event.json", "--out", "{root}/out"),
    "pdf": ("pdf", "sheet", "--for", "one-form", "--output", "{root}/out/sheet.pdf"),
}


def test_every_fault_of_a_disk_has_words() -> None:
    """The path, what was being done, why it failed, and what to do."""
    for number, words in WORDS.items():
        told = refused(OSError(number, os.strerror(number), "/a/b.yml"), "write")
        assert told.message.startswith("Could not write /a/b.yml: ")
        assert words in told.message
        assert told.next_step.endswith(".")


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(), "Could not use a file: no reason was given."),
        (OSError("odd"), "Could not use a file: odd."),
        (OSError(errno.ENOSPC, "x", b"/b\xff"), "Could not use /b\udcff: the disk is full."),
        (OSError(errno.EXDEV, "x", "/a", None, "/b"), "/b: its folder is on a different disk"),
        (OSError(errno.EPROTO, "x", "/a"), "Could not use /a: protocol error."),
        (
            shutil.Error([("/a", "/b", "[Errno 28] No space left on device: '/b'")]),
            "Could not use /b: the disk is full.",
        ),
        (shutil.Error("odd"), "odd"),
    ],
)
def test_an_odd_fault_has_words_as_well(error: OSError, says: str) -> None:
    """Whatever the system raises, a sentence comes of it."""
    assert says in refused(error).message


class Disk:
    """Counts what is written, and refuses one of it; part files stay as a full disk leaves them."""

    def __init__(self, at: int = -1, number: int = errno.ENOSPC) -> None:
        self.at, self.number = at, number
        self.count = 0
        self.refused = ""
        self._open = io.open

    def meet(self, place: object) -> None:
        """Count one thing that is written; raise if it is the one."""
        if self.refused or str(place).endswith(".pyc") or "__pycache__" in str(place):
            return
        self.count += 1
        if self.count == self.at:
            self.refused = str(place)
            raise OSError(self.number, os.strerror(self.number), str(place))

    def opened(self, file: Any, mode: str = "r", *more: Any, **how: Any) -> Any:
        """Open as ever; a file that cannot be filled is there nevertheless."""
        if isinstance(file, int) or not set(mode) & set("wxa+"):
            return self._open(file, mode, *more, **how)
        try:
            self.meet(file)
        except OSError:
            if self.number == errno.ENOSPC:
                self._open(file, mode, *more, **how).close()
            raise
        return self._open(file, mode, *more, **how)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Stand in for the disk."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(io, "open", self.opened)
            patch.setattr(builtins, "open", self.opened)
            for name in ("mkdir", "replace", "rename"):
                patch.setattr(os, name, self._watched(getattr(os, name)))
            yield

    def _watched(self, really: Callable[..., None]) -> Callable[..., None]:
        def watched(path: object, *more: Any, **how: Any) -> None:
            self.meet(more[0] if more and not isinstance(more[0], int) else path)
            really(path, *more, **how)

        return watched


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project in which every command has something to write."""
    root = tmp_path_factory.mktemp("prepared")
    shutil.copytree(SAMPLE.content, root / "content")
    for name in ("report.yml", "sources.yml"):
        file = root / "content" / name
        file.write_bytes(file.read_bytes() + b"\n\n")
    _run(root, ("sheet", "export", str(root / "filled.xlsx")))
    _fill_in(root / "filled.xlsx")
    shutil.copy(EVENTS / "status-update.json", root / "event.json")
    _run(root, ("forms",))
    for name in ("propose-initiative.yml", "suggest-correction.yml"):
        (root / ".github/ISSUE_TEMPLATE" / name).unlink()
    (root / "out").mkdir()
    return root


def _fill_in(place: Path) -> None:
    import openpyxl  # noqa: PLC0415 - only here

    book = openpyxl.load_workbook(place)
    for row in book["areas"].iter_rows(min_row=1):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.endswith("?"):
                cell.value = f"And {cell.value}"
    book.save(place)


def _run(root: Path, words: tuple[str, ...]) -> Result:
    filled = [word.format(root=root) for word in words]
    return CliRunner().invoke(main, ["--project", str(root), *filled])


def _state(root: Path) -> dict[str, bytes]:
    """Return every file."""
    return {p: (root / p).read_bytes() for p in files_under(root)}


def _points(count: int, chance: random.Random, most: int) -> list[int]:
    """Return some of the moments at which the disk may refuse: early ones, the last, any."""
    ends = {1, 2, count - 1, count}
    within = range(3, max(3, count - 1))
    return sorted(n for n in {*ends, *chance.sample(within, min(most, len(within)))} if n > 0)


def _tried(
    prepared: Path, tmp_path: Path, words: tuple[str, ...], disk: Disk
) -> tuple[Path, Result]:
    root = tmp_path / f"at-{disk.at}-{disk.number}"
    shutil.copytree(prepared, root)
    with disk.at_work():
        return root, _run(root, words)


def _holds(root: Path, before: dict[str, bytes], result: Result, disk: Disk) -> None:
    """Hold a run against what every refusal must leave: words, and the last good state."""
    told = (disk.refused, result.output)
    assert isinstance(result.exception, SystemExit | None), told
    assert not [name for name in files_under(root) if ".partial-" in name], told
    if result.exit_code != 2:
        return
    assert "Could not " in result.output, told
    assert WORDS[disk.number] in result.output, told
    assert _state(root) == before, told


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_whichever_write_is_refused_nothing_is_lost(
    prepared: Path, tmp_path: Path, name: str
) -> None:
    """Each command ends in words, and leaves content and the last output as they were."""
    counting = Disk()
    counted, done = _tried(prepared, tmp_path, COMMANDS[name], counting)
    assert done.exit_code in {0, 1}, done.output
    assert _state(counted) != _state(prepared)
    chance = random.Random(SEED)  # noqa: S311 - which moment, not which secret
    before = _state(prepared)
    refusals = 0
    for at in _points(counting.count, chance, 4):
        disk = Disk(at, chance.choice([errno.ENOSPC, errno.ENOSPC, *WORDS]))
        root, result = _tried(prepared, tmp_path, COMMANDS[name], disk)
        _holds(root, before, result, disk)
        refusals += result.exit_code == 2
        shutil.rmtree(root)
    assert refusals


def test_a_full_disk_leaves_no_file_in_a_new_form(prepared: Path, tmp_path: Path) -> None:
    """`fmt` changes two files here: at whichever moment the disk is full, both or none."""
    before = _state(prepared)
    for at in range(1, 40):
        disk = Disk(at)
        root, result = _tried(prepared, tmp_path, COMMANDS["fmt"], disk)
        _holds(root, before, result, disk)
        if not disk.refused:
            assert result.exit_code == 0
            return
    pytest.fail("it never came to its end")


@pytest.mark.slow
def test_a_full_disk_leaves_the_last_site(tmp_path: Path, root: Path) -> None:
    """A build that fails leaves the site that the public reads, and the next one makes it new."""
    project = tmp_path / "town"
    shutil.copytree(SAMPLE.content, project / "content")
    shutil.copy(root / "mkdocs.yml", project)
    shutil.copytree(root / "overrides", project / "overrides")
    words = ("build", "--no-documents")
    assert _run(project, words).exit_code == 0
    last = _state(project)
    update = project / "content/updates/mid-2024/tide-gauge.md"
    update.write_text(update.read_text("utf-8") + "\nMore was said.\n", "utf-8")
    changed = update.read_bytes()
    chance = random.Random(SEED)  # noqa: S311 - as above
    for at in sorted(chance.sample(range(1, 60), 3)):
        disk = Disk(at)
        with disk.at_work():
            result = _run(project, words)
        assert isinstance(result.exception, SystemExit | None), (at, result.output)
        assert "Traceback" not in result.output
        if result.exit_code:
            site = {p: raw for p, raw in _state(project).items() if p.startswith("site/")}
            assert site == {p: raw for p, raw in last.items() if p.startswith("site/")}, (
                disk.refused
            )
    assert update.read_bytes() == changed
    assert _run(project, words).exit_code == 0
    assert b"More was said" in (project / "site/initiatives/tide-gauge/index.html").read_bytes()


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing right ends in words as well, wherever it is missed."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "content/editions/2021/digest")

    monkeypatch.setattr(editions, "check", refuse)
    result = _run(tmp_path, ("freeze", "2021"))
    assert result.exit_code == 2
    assert "content/editions/2021/digest: you do not have permission" in result.output


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    """`annual-report show ID | head -1` ends as click ends it, without words about a disk."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    settings = Settings(tmp_path)
    with pytest.MonkeyPatch.context() as patch:

        def broken(*_: object, **__: object) -> str:
            raise BrokenPipeError(errno.EPIPE, "Broken pipe")

        patch.setattr(edit, "show", broken)
        result = _run(settings.root, ("show", "one-form"))
    assert "Could not" not in result.output


def test_an_error_of_a_worker_is_the_same_error_here() -> None:
    """Documents are printed by processes that send what stopped them; it must not stop the pool."""
    sent = pickle.loads(pickle.dumps(GeneratorError("It was not printed.", "Try again.")))  # noqa: S301
    assert (sent.message, sent.next_step) == ("It was not printed.", "Try again.")
