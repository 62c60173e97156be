"""Builds that are killed, or that run at once, leave every page whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from sites import ROOT, SAMPLE, make_project

from generator.core.settings import Settings
from generator.storage.atomic import PARTIAL_PREFIX
from generator.storage.sync import files_under

pytestmark = pytest.mark.slow

ROUNDS = 4
PATIENCE = 300
"""Seconds that a build may take on a busy machine."""


def _public(settings: Settings) -> dict[Path, bytes]:
    """Return every file that a reader or the other builder may meet, by its path in the project."""
    folders = [settings.docs, settings.site]
    files = [folder / path for folder in folders for path in files_under(folder)]
    whole = [file for file in files if not file.name.startswith(PARTIAL_PREFIX)]
    return {file.relative_to(settings.root): file.read_bytes() for file in whole}


def _other_content(folder: Path) -> Path:
    """Return a copy of the sample's content with another name for the town, and one page less."""
    shutil.copytree(SAMPLE, folder)
    report = folder / "report.yml"
    text = report.read_text("utf-8")
    report.write_text(text.replace('disclaimer: "', 'disclaimer: "Another time. ', 1), "utf-8")
    assert report.read_text("utf-8") != text
    return folder


def _build_for(settings: Settings, seconds: float, words: Sequence[str] = ()) -> int:
    """Start a build in a process of its own and kill it; return its exit code."""
    with _started(settings, words) as build:
        try:
            return build.wait(seconds)
        except subprocess.TimeoutExpired:
            build.send_signal(signal.SIGKILL)
            return build.wait()


def test_every_file_is_whole_whenever_the_build_dies(tmp_path: Path) -> None:
    """Killed at any moment, each file is that of the last good state or that of the next."""
    contents = [SAMPLE, _other_content(tmp_path / "other")]
    projects = [make_project(c, tmp_path / f"good-{n}") for n, c in enumerate(contents)]
    for project in projects:
        assert _build_for(project, PATIENCE) == 0
    good = [_public(project) for project in projects]
    assert good[0] != good[1]
    settings = projects[0]
    started = time.monotonic()
    assert _build_for(settings, PATIENCE) == 0
    whole_run = time.monotonic() - started
    chance = random.Random(20261123)  # noqa: S311 - for moments, not for secrets
    killed = 0
    for moment in range(ROUNDS):
        shutil.rmtree(settings.content)
        shutil.copytree(contents[(moment + 1) % 2], settings.content)
        # The first moments of a run only read; the files are written in its last three quarters.
        after = whole_run * (0.25 + 0.75 * (moment + chance.random()) / ROUNDS)
        killed += _build_for(settings, after) == -signal.SIGKILL
        for path, content in _public(settings).items():
            assert content in (good[0].get(path), good[1].get(path)), path
        if moment % 2:
            assert _build_for(settings, PATIENCE) == 0
            assert _public(settings) == good[(moment + 1) % 2]
            left = [p for p in files_under(settings.root) if PARTIAL_PREFIX in p]
            assert left == []
    assert killed >= ROUNDS // 2


def test_builds_at_once_leave_one_of_their_sites(tmp_path: Path) -> None:
    """With and without documents at the same time: each build succeeds, and the site is whole."""
    kinds = (["--no-documents"], ["--documents"])
    alone = []
    for number, kind in enumerate(kinds):
        project = make_project(SAMPLE, tmp_path / f"alone-{number}")
        assert _build_for(project, PATIENCE, kind) == 0
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
