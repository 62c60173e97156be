"""Translating, from the first file to a frozen edition, as the command does it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from larkhaven import SAMPLE
from sites import name_languages

from generator.cli.main import main
from generator.core.settings import Settings

FILE = "content/translations/es/initiatives/tide-gauge.yml"


@pytest.fixture
def town(tmp_path: Path) -> Settings:
    """Return the sample town, which is published in Spanish as well."""
    settings = Settings(tmp_path)
    shutil.copytree(SAMPLE.content, settings.content)
    name_languages(settings, "en-GB", "es")
    return settings


def run(settings: Settings, *words: str) -> Result:
    """Run the command in a project."""
    return CliRunner().invoke(main, ["--project", str(settings.root), *words])


def translate_title(settings: Settings) -> str:
    """Write what is to be translated, and translate the title; return the title as it was."""
    assert run(settings, "new", "translation", "tide-gauge", "es").exit_code == 0
    place = settings.root / FILE
    head, _, rest = place.read_text("utf-8").partition("    original: ")
    title, _, rest = rest.partition("\n")
    place.write_text(f'{head}    text: "Mareógrafo"\n{rest}', "utf-8")
    return title


def test_the_file_has_what_is_missing_beside_its_original(town: Settings) -> None:
    """Nothing is translated at first; a second time what was translated stays."""
    title = translate_title(town)
    before = (town.root / FILE).read_text("utf-8")
    assert title not in before

    assert run(town, "new", "translation", "tide-gauge", "es").exit_code == 0
    assert (town.root / FILE).read_text("utf-8") == before
    assert run(town, "fmt", "--check").exit_code == 0


def test_check_counts_and_due_lists_what_changed(town: Settings) -> None:
    """A changed original is no fault; the old translation stays until there is another one."""
    title = translate_title(town)
    assert "changed since" not in run(town, "check").output
    file = town.content / "initiatives" / "tide-gauge.yml"
    file.write_text(file.read_text("utf-8").replace(title, '"Watch the tides"', 1), "utf-8")

    checked = run(town, "check")
    assert checked.exit_code == 0
    assert "and 1 changed since" in checked.output
    assert "tide-gauge: title" in run(town, "due").output
    run(town, "new", "translation", "tide-gauge", "es")
    renewed = (town.root / FILE).read_text("utf-8")
    assert 'original: "Watch the tides"\n    outdated: "Mareógrafo"' in renewed


@pytest.mark.parametrize("words", [("tide-gage", "es"), ("tide-gauge", "fr")])
def test_what_cannot_be_translated_is_told(town: Settings, words: tuple[str, str]) -> None:
    """An unknown record, and a language in which the report is not published."""
    refused = run(town, "new", "translation", *words)
    assert refused.exit_code == 2
    assert "Traceback" not in refused.output
    assert not (town.content / "translations").exists()


def test_freezing_keeps_what_is_translated(town: Settings) -> None:
    """The edition has the translation of its own words, whatever becomes of today's."""
    translate_title(town)
    assert run(town, "freeze", "2021").exit_code == 0
    stored = json.loads((town.content / "editions/2021/translations.json").read_bytes())
    assert list(stored["es"]["initiative/tide-gauge"].values()) == ["Mareógrafo"]
    assert run(town, "check").exit_code == 0
