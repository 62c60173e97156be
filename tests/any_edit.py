"""Edits of any kind to the sample town, drawn from a seed: what somebody may do to its files."""

import hashlib
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.core.settings import Settings
from generator.load.report import load_report

FROZEN = (2021, 2022)
"""The editions of the town that such edits may touch; whoever makes the town freezes them."""
FEW_WORDS = re.compile(r'"[^"\n]{5,} [^"\n]{5,}"')


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


def edit(
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
