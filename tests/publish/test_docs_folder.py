"""Every file of build/docs: the same whatever was made before, and on however many cores."""

import random
import shutil
import threading
from pathlib import Path

import pytest
from any_edit import FROZEN, KINDS, edit
from larkhaven import SAMPLE

from generator.commands import build, editions
from generator.core.settings import Settings
from generator.core.timings import Timings
from generator.storage import parallel
from generator.storage.sync import files_under

SEED = 20261123


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The sample town with two frozen editions and an open one, whose pages were made once."""
    settings = Settings(tmp_path_factory.mktemp("town"))
    shutil.copytree(SAMPLE.content, settings.content)
    for year in FROZEN:
        assert editions.freeze(settings, year)[1]
    _generate(settings)
    return settings


@pytest.fixture
def town(made_once: Settings, tmp_path: Path) -> Settings:
    """A copy of that town, with all that was made of it."""
    shutil.copytree(made_once.root, tmp_path / "town", copy_function=shutil.copy2)
    return Settings(tmp_path / "town")


def _generate(settings: Settings) -> dict[str, bytes]:
    """Return every file, made whatever is at fault."""
    build.generate(settings, Timings(), lambda _: False)
    return {path: (settings.docs / path).read_bytes() for path in files_under(settings.docs)}


@pytest.mark.slow
def test_after_any_edit_all_is_as_from_nothing(town: Settings) -> None:
    """One edit after another, of anything: what lies in build/ changes no byte of the next run."""
    chance = random.Random(SEED)  # noqa: S311 - for edits, not for secrets
    seen = [_generate(town)]
    for kind in chance.sample(KINDS, len(KINDS)):
        edit(town, kind, chance)

        seen.append(_generate(town))

        shutil.rmtree(town.root / "build")
        assert seen[-1] == _generate(town), kind.__doc__
        assert seen[-1] != seen[-2], kind.__doc__


@pytest.mark.slow
def test_on_several_cores_all_is_as_on_one(town: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the work is shared out, every file has the same bytes."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(parallel, "ENOUGH", 5)
    found = []
    for cores in (1, 5):
        monkeypatch.setattr(parallel, "_cores", lambda cores=cores: cores)
        shutil.rmtree(town.root / "build")
        found.append(_generate(town))

    assert found[0] == found[1]
