"""Builds that are killed, or that run at once, leave every page whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from sites import ROOT, SAMPLE, make_project

from generator.core.settings import Settings
from generator.storage.atomic import PARTIAL_PREFIX
from generator.storage.sync import files_under

pytestmark = pytest.mark.slow

ROUNDS = 3
PATIENCE = 300
"""Seconds that a build may take on a busy machine."""

KILLED_AT = """
import os, signal, sys
from generator.cli.main import main

at, builder, written, really = int(sys.argv.pop(1)), os.getpid(), 0, os.replace

def replace(*places, **how):
    global written
    if os.getpid() == builder:
        written += 1
        if written == at:
            os.kill(builder, signal.SIGKILL)
    return really(*places, **how)

os.replace = replace
try:
    main()
finally:
    print(written)
"""
"""Builds, and is killed before the file that is put to its place as the so many-th; 0 is never.

Which file that is does not depend on how busy the machine is. It says how many there were.
"""


def _public(settings: Settings) -> dict[Path, bytes]:
    """Return every file that a reader or the other builder may meet, by its path in the project."""
    folders = [settings.docs, settings.site]
    files = [folder / path for folder in folders for path in files_under(folder)]
    whole = [file for file in files if f"/{PARTIAL_PREFIX}" not in file.as_posix()]
    return {file.relative_to(settings.root): file.read_bytes() for file in whole}


def _other_content(folder: Path) -> Path:
    """Return a copy of the sample's content with another name for the town, and one page less."""
    shutil.copytree(SAMPLE, folder)
    report = folder / "report.yml"
    text = report.read_text("utf-8")
    report.write_text(text.replace('disclaimer: "', 'disclaimer: "Another time. ', 1), "utf-8")
    assert report.read_text("utf-8") != text
    return folder


def _build(settings: Settings, *, killed_at: int = 0) -> tuple[int, int]:
    """Build in a process of its own; return its exit code and how many files it replaced."""
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(killed_at), "build", "--no-documents"],
        cwd=settings.root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        timeout=PATIENCE,
        check=False,
    )
    return ended.returncode, int((ended.stdout.split() or [b"0"])[-1])


def test_every_file_is_whole_whenever_the_build_dies(tmp_path: Path) -> None:
    """Killed at any moment, each file is that of the last good state or that of the next."""
    contents = [SAMPLE, _other_content(tmp_path / "other")]
    projects = [make_project(c, tmp_path / f"good-{n}") for n, c in enumerate(contents)]
    assert [_build(project)[0] for project in projects] == [0, 0]
    good = [_public(project) for project in projects]
    assert good[0] != good[1]
    settings = projects[0]
    _take(settings, contents[1])
    code, files = _build(settings)
    assert code == 0
    assert files > ROUNDS
    assert _public(settings) == good[1]
    chance = random.Random(20261123)  # noqa: S311 - for moments, not for secrets
    for moment in range(ROUNDS):
        _take(settings, contents[moment % 2])
        at = 1 + int(files * (moment + chance.random()) / ROUNDS)
        assert _build(settings, killed_at=at)[0] == -signal.SIGKILL
        for path, content in _public(settings).items():
            assert content in (good[0].get(path), good[1].get(path)), path
        assert _build(settings)[0] == 0
        assert _public(settings) == good[moment % 2]
        left = [path for path in files_under(settings.root) if PARTIAL_PREFIX in path]
        assert left == []


def _take(settings: Settings, content: Path) -> None:
    """Put another content in place of a project's."""
    shutil.rmtree(settings.content)
    shutil.copytree(content, settings.content)


def test_builds_at_once_leave_one_of_their_sites(tmp_path: Path) -> None:
    """With and without documents at the same time: each build succeeds, and the site is whole."""
    kinds = (["--no-documents"], ["--documents"])
    alone = []
    for number, kind in enumerate(kinds):
        project = make_project(SAMPLE, tmp_path / f"alone-{number}")
        with _started(project, kind) as build:
            assert build.wait(PATIENCE) == 0
        alone.append(_public(project))
    settings = make_project(SAMPLE, tmp_path / "shared")

    with _started(settings, kinds[0]) as one, _started(settings, kinds[1]) as other:
        try:
            assert [one.wait(PATIENCE), other.wait(PATIENCE)] == [0, 0]
        finally:
            one.kill()
            other.kill()
    assert alone[0] != alone[1]
    assert _public(settings) in alone


def _started(settings: Settings, words: Sequence[str]) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", *words],
        cwd=settings.root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=quiet,
        stderr=quiet,
    )
