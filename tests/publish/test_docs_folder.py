"""Every file of build/docs: the same whatever was made before, and on however many cores."""

import hashlib
import random
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from larkhaven import SAMPLE

from generator.commands import build, editions
from generator.core.settings import Settings
from generator.core.timings import Clockwork
from generator.load.report import load_report
from generator.storage import parallel
from generator.storage.sync import files_under

FROZEN = (2021, 2022)
FEW_WORDS = re.compile(r'"[^"\n]{5,} [^"\n]{5,}"')
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
    build.generate(settings, Clockwork(), lambda _: False)
    return {path: (settings.docs / path).read_bytes() for path in files_under(settings.docs)}


def _words(town: Settings, chance: random.Random) -> None:
    """Put a word into any text of the content."""
    files = sorted(f for f in town.content.rglob("*.*") if f.suffix in (".yml", ".md"))
    chance.shuffle(files)
    for file in files:
        text = file.read_text("utf-8")
        if found := list(FEW_WORDS.finditer(text)):
            place = chance.choice(found).start() + 1
            file.write_text(f"{text[:place]}Anew {text[place:]}", "utf-8")
            return


def _gone(town: Settings, chance: random.Random) -> None:
    """Take an update away."""
    chance.choice(sorted((town.content / "updates").rglob("*.md"))).unlink()


def _edition(town: Settings, chance: random.Random) -> Path:
    return town.content / "editions" / str(chance.choice(FROZEN))


def _erratum(town: Settings, year: str, reason: str) -> None:
    file = town.content / "editions" / year / "errata.md"
    file.write_text(
        '---\nerrata:\n  - record: "initiative/one-form/title"\n    on: "2024-02-01"\n'
        f'    reason: "{reason}"\n---\nMore words.\n',
        "utf-8",
    )


def _wrong(town: Settings, chance: random.Random) -> None:
    """Say of an edition that something in it was wrong."""
    _erratum(town, _edition(town, chance).name, f"It was wrong {chance.random()} times.")


def _other_bytes(town: Settings, chance: random.Random) -> None:
    """Change a word of a frozen snapshot, as nobody may."""
    snapshot = _edition(town, chance) / "snapshot.json"
    text = snapshot.read_text("utf-8")
    words = list(re.finditer(r" of ", text))
    place = chance.choice(words).start()
    snapshot.write_text(f"{text[:place]} anew{text[place:]}", "utf-8")


def _frozen_anew(town: Settings, chance: random.Random) -> None:
    """Change a word of a frozen snapshot and its sum too, as nobody ever may."""
    _other_bytes(town, chance)
    for year in FROZEN:
        folder = town.content / "editions" / str(year)
        found = hashlib.sha256((folder / "snapshot.json").read_bytes()).hexdigest()
        (folder / "digest").write_text(f"sha256:{found}  snapshot.json\n", "utf-8")


def _edited(
    town: Settings, kind: Callable[[Settings, random.Random], None], chance: random.Random
) -> None:
    """Edit the content so that it can still be read."""
    before = town.root / "before"
    shutil.copytree(town.content, before)
    while True:
        kind(town, chance)
        if load_report(town).report:
            shutil.rmtree(before)
            return
        shutil.rmtree(town.content)
        shutil.copytree(before, town.content)


KINDS = (_words, _words, _words, _gone, _wrong, _other_bytes, _frozen_anew)


@pytest.mark.slow
def test_after_any_edit_all_is_as_from_nothing(town: Settings) -> None:
    """One edit after another, of anything: what lies in build/ changes no byte of the next run."""
    chance = random.Random(SEED)  # noqa: S311 - for edits, not for secrets
    seen = [_generate(town)]
    for kind in chance.sample(KINDS, len(KINDS)):
        _edited(town, kind, chance)

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
