"""Every file of build/docs: the same whatever is remembered, and on however many cores."""

import hashlib
import random
import re
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from larkhaven import SAMPLE

from generator import pipeline, workers
from generator.clockwork import Clockwork
from generator.load.report import load_report
from generator.output import files_under
from generator.pages import editions
from generator.settings import Settings

FROZEN = (2021, 2022)
FEW_WORDS = re.compile(r'"[^"\n]{5,} [^"\n]{5,}"')
SEED = 20261123


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The sample town with two frozen editions and an open one, whose pages were made once."""
    settings = Settings(tmp_path_factory.mktemp("town"))
    shutil.copytree(SAMPLE.content, settings.content)
    for year in FROZEN:
        assert pipeline.freeze(settings, year)[1]
    _generate(settings)
    return settings


@pytest.fixture
def town(made_once: Settings, tmp_path: Path) -> Settings:
    """A copy of that town, with all that is remembered of it."""
    shutil.copytree(made_once.root, tmp_path / "town", copy_function=shutil.copy2)
    return Settings(tmp_path / "town")


def _generate(settings: Settings) -> dict[str, bytes]:
    """Return every file, made whatever is at fault."""
    pipeline.generate(settings, Clockwork(), lambda _: False)
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
        '---\nerrata:\n  - record: "initiative/one-form/title"\n    on: "2024-03-01"\n'
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


def test_after_any_edit_all_is_as_without_memory(town: Settings) -> None:
    """One edit after another, of anything: what was kept gives the bytes that are made anew."""
    chance = random.Random(SEED)  # noqa: S311 - for edits, not for secrets
    seen = [_generate(town)]
    for kind in chance.sample(KINDS, len(KINDS)):
        _edited(town, kind, chance)

        seen.append(_generate(town))

        assert seen[-1] == _generate(replace(town, remembers=False)), kind.__doc__
        assert seen[-1] != seen[-2], kind.__doc__


def _edition_pages_made(town: Settings, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    made: list[int] = []
    real = editions.edition_view

    def counted(edition: editions.EditionThen, *others: object) -> editions.EditionView:
        made.append(edition.edition.year)
        return real(edition, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(editions, "edition_view", counted)
    monkeypatch.setattr(workers, "_cores", lambda: 1)
    _generate(town)
    return made


def _update(town: Settings, _: random.Random) -> None:
    file = town.content / "updates" / "budget-fy2023-25" / "one-form.md"
    file.write_text(f"{file.read_text('utf-8')}More was said.\n", "utf-8")


def _nothing(town: Settings, _: random.Random) -> None:
    shutil.rmtree(town.docs)


@pytest.mark.parametrize("edit", [_update, _nothing])
def test_pages_of_frozen_editions_are_not_made_again(
    town: Settings,
    edit: Callable[[Settings, random.Random], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An edit of today leaves them as they are kept; only the open edition is looked at."""
    edit(town, random.Random(SEED))  # noqa: S311 - for edits, not for secrets

    assert _edition_pages_made(town, monkeypatch) == [2023]


def test_an_erratum_makes_the_page_of_its_edition(
    town: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is said of a mistake stands on the page at once, and no other edition is made anew."""
    _erratum(town, "2022", "It was wrong.")

    assert _edition_pages_made(town, monkeypatch) == [2022, 2023]
    assert "More words" in (town.docs / "editions" / "2022.md").read_text("utf-8")


@pytest.mark.parametrize("remembers", [False, True])
def test_on_several_cores_all_is_as_on_one(
    town: Settings, monkeypatch: pytest.MonkeyPatch, *, remembers: bool
) -> None:
    """However the work is shared out, every file has the same bytes, and as much is kept."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(workers, "ENOUGH", 5)
    found = []
    for cores in (1, 5):
        monkeypatch.setattr(workers, "_cores", lambda cores=cores: cores)
        shutil.rmtree(town.root / "build")
        files = _generate(replace(town, remembers=remembers))
        kept = {path.name for path in (town.cache / "pages").glob("*")}
        found.append((files, kept))

    assert found[0] == found[1]
