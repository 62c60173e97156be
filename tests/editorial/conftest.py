"""The sample town with its editions frozen, for tests of what must never change."""

import shutil
from pathlib import Path

import pytest
from larkhaven import SAMPLE

from generator.commands import editions
from generator.core.settings import Settings

YEARS = (2021, 2022, 2023)


@pytest.fixture(scope="session")
def frozen_town(tmp_path_factory):
    """Return a project of the sample town in which every edition is frozen; do not change it."""
    root = tmp_path_factory.mktemp("frozen")
    shutil.copytree(SAMPLE.content, root / "content")
    for year in YEARS:
        introduction = root / "content" / "editions" / str(year) / "introduction.md"
        if not introduction.exists():
            introduction.write_text("How it stood.\n", "utf-8")
        _, written = editions.freeze(Settings(root), year)
        assert len(written) == 3
    return Settings(root)


@pytest.fixture
def town(frozen_town, tmp_path: Path):
    """Return a copy of the frozen town that a test may change."""
    shutil.copytree(frozen_town.content, tmp_path / "content")
    return Settings(tmp_path)
