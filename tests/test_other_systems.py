"""What macOS and Windows do otherwise, tried on this machine as far as it can be."""

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from larkhaven import SAMPLE
from sites import SAMPLE as SAMPLE_CONTENT
from sites import make_project

from generator.commands.build import build
from generator.commands.check import check, fmt
from generator.core.issues import errors_in
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.storage import parallel
from generator.storage.sync import files_under

ROOT = Path(__file__).resolve().parents[1]


def built(settings: Settings) -> dict[str, bytes]:
    """Build a project's pages and site; return every file of both."""
    build(settings, Timings(), lambda issues: bool(errors_in(issues)), documents=False)
    folders = (settings.docs, settings.site)
    return {f"{top.name}/{p}": (top / p).read_bytes() for top in folders for p in files_under(top)}


@pytest.mark.slow
def test_a_build_without_copied_processes_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no process is copied, check, pages and site take longer and are the same."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(parallel, "_cores", lambda: 4)
    monkeypatch.setattr(parallel, "_threads", lambda: 1)
    monkeypatch.setattr(parallel, "ENOUGH", 5)
    together = built(make_project(SAMPLE_CONTENT, tmp_path / "together"))
    monkeypatch.setattr(parallel, "_may_fork", lambda: False)
    alone = built(make_project(SAMPLE_CONTENT, tmp_path / "alone"))

    assert len(alone) > 200
    assert alone == together


def with_windows_line_ends(content: Path, root: Path) -> Settings:
    """Return a project of some content as Git for Windows may check it out."""
    shutil.copytree(content, root / "content")
    for path in (root / "content").rglob("*"):
        if path.is_file() and path.suffix in {".yml", ".md", ".json", ""}:
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return Settings(root)


@pytest.mark.parametrize("content", [SAMPLE_CONTENT, ROOT / "content"], ids=["sample", "real"])
def test_line_ends_of_windows_are_no_faults(content: Path, tmp_path: Path) -> None:
    """Content and frozen editions say the same whatever ends their lines; `fmt` puts it right."""
    settings = with_windows_line_ends(content, tmp_path)
    there = check(Settings(content.parent), Timings())
    here = check(settings, Timings())

    assert list(map(str, here.issues)) == list(map(str, there.issues))
    assert here.loaded.report == there.loaded.report
    fmt(settings, write=True)
    assert b"\r\n" not in (settings.content / "report.yml").read_bytes()


@pytest.mark.slow
def test_a_console_of_few_letters_ends_no_command(tmp_path: Path) -> None:
    """What the code page of a console does not have is shown as a question mark."""
    shutil.copytree(SAMPLE.content, tmp_path / "content")
    path = tmp_path / "content" / "initiatives" / "bench-map.yml"
    text = path.read_text("utf-8").replace("Map of resting benches", "Карта скамеек → Łódź")
    path.write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--project", tmp_path, "show", "bench-map"],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    where_the_record_ends, title, *_ = done.stdout.decode("cp1252").splitlines()
    assert where_the_record_ends.startswith("The record ends")
    assert title.startswith("????? ???????")
