"""The site builder's configuration is whole, whatever little a report says of its own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from made_language import MADE
from mkdocs.exceptions import ConfigurationError
from sites import ROOT, SAMPLE, make_project

from generator.core.settings import Settings
from generator.publish.configuration import write_configuration
from generator.publish.frame_words import frame_words
from generator.publish.site_languages import SiteLanguage, language_names, theme_language
from generator.publish.stylesheet import STYLESHEET
from generator.views.base import addresses
from generator.views.page_kinds import PAGE_KINDS
from generator.words.localization import Localization
from tests.spoken import ENGLISH


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return a project with a report and no configuration of its own."""
    settings = Settings(tmp_path)
    settings.docs.mkdir(parents=True)
    return settings


LANGUAGES = (SiteLanguage(ENGLISH, "Larkhaven: promises"),)


def written(
    settings: Settings, languages: Sequence[SiteLanguage] = LANGUAGES, address: str = ""
) -> dict[str, Any]:
    """Return what the written configuration says."""
    return dict(yaml.safe_load(write_configuration(settings, languages, address).read_bytes()))


def ours() -> dict[str, Any]:
    """Return this project's own configuration, values of the environment left out."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    return dict(yaml.safe_load(text.replace("!ENV ", "")))


def test_without_a_configuration_it_is_the_programs_under_the_reports_title(
    settings: Settings,
) -> None:
    """A report may leave everything to the program; its site is named as the report is."""
    said = written(settings)

    theme = ours()["theme"] | {"custom_dir": str(ROOT / "overrides")}
    assert said["site_name"] == "Larkhaven: promises"
    assert said["theme"] == theme
    same = ours().keys() - {"site_name", "site_url", "docs_dir", "site_dir", "theme"}
    assert {key: said[key] for key in same} == {key: ours()[key] for key in same}
    assert (said["docs_dir"], said["site_dir"]) == ("docs", "site")


def test_the_words_of_the_frame_are_the_catalogues() -> None:
    """The file at the top, which other builders read as it is, says nothing of its own."""
    assert ours()["extra"]["words"] == frame_words(ENGLISH)


def test_what_a_report_says_is_laid_over_it(settings: Settings) -> None:
    """One key changes one thing, at any depth, and leaves all others as they are."""
    settings.mkdocs_config.write_text(
        "site_name: Promises\ntheme:\n  favicon: a.svg\nvalidation:\n  nav:\n    not_found: info\n",
        "utf-8",
    )
    said = written(settings)

    assert said["site_name"] == "Promises"
    assert said["theme"]["favicon"] == "a.svg"
    assert said["theme"]["name"] == "material"
    assert said["validation"]["nav"] == ours()["validation"]["nav"] | {"not_found": "info"}
    assert said["nav"] == ours()["nav"]


def test_a_configuration_that_names_its_theme_is_taken_as_it_is(tmp_path: Path) -> None:
    """A copied repository builds with its own file and folder of the theme's HTML."""
    settings = make_project(SAMPLE, tmp_path)
    settings.build.mkdir()
    said = written(settings, [SiteLanguage(Localization("en-GB"), "Larkhaven")])

    whole = yaml.safe_load(settings.mkdocs_config.read_text("utf-8").replace("!ENV ", ""))
    assert said["theme"]["custom_dir"] == str(tmp_path / "overrides")
    assert said.keys() == whole.keys()
    same = whole.keys() - {"site_url", "docs_dir", "site_dir", "theme", "extra"}
    assert {key: said[key] for key in same} == {key: whole[key] for key in same}
    assert said["extra"] == whole["extra"] | {"language": "en-GB"}


def test_a_theme_by_its_name_alone_is_one(settings: Settings) -> None:
    """MkDocs takes a word for a theme; nothing of ours is laid below it."""
    settings.mkdocs_config.write_text("site_name: Plain\ntheme: mkdocs\n", "utf-8")
    assert written(settings).keys() == {"site_name", "theme", "docs_dir", "site_dir"}


def test_files_that_it_names_are_found_from_where_it_lies(settings: Settings) -> None:
    """The report's own folder of HTML and its hooks are those beside its mkdocs.yml."""
    own = "theme:\n  custom_dir: look\nhooks: [ours.py]\n"
    settings.mkdocs_config.write_text(own, "utf-8")
    said = written(settings)

    assert said["theme"]["custom_dir"] == str(settings.root / "look")
    assert said["hooks"] == [str(settings.root / "ours.py")]


def test_the_environment_says_where_the_site_is_published(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another builder of the written file needs no environment: the address is in it."""
    monkeypatch.setenv("SITE_URL", "https://city.example/")
    assert written(settings)["site_url"] == "https://city.example/"


def test_a_second_time_nothing_is_written(settings: Settings) -> None:
    """The file is as old as what it says."""
    before = write_configuration(settings, LANGUAGES).stat().st_mtime_ns
    assert write_configuration(settings, LANGUAGES).stat().st_mtime_ns == before


@pytest.mark.parametrize("text", ["- a list\n", "a word\n", "site_name: [\n"])
def test_what_is_no_configuration_is_told_in_words(settings: Settings, text: str) -> None:
    """The message names the file."""
    settings.mkdocs_config.write_text(text, "utf-8")

    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml"):
        write_configuration(settings, LANGUAGES)


@pytest.mark.usefixtures("made_catalog")
def test_each_language_has_a_configuration_of_its_own(settings: Settings) -> None:
    """Its title, the theme's words, its direction, its address, and where the others are."""
    two = (*LANGUAGES, SiteLanguage(Localization(MADE), "لاركهافن"))
    first, further = (
        written(one, two, "https://city.example/report")
        for one in (settings, settings.in_language(MADE))
    )

    assert (first["site_name"], further["site_name"]) == ("Larkhaven: promises", "لاركهافن")
    assert (first["theme"]["language"], further["theme"]["language"]) == ("en", MADE)
    assert ("direction" in first["theme"], further["theme"]["direction"]) == (False, "rtl")
    assert first["site_url"] == "https://city.example/report/"
    assert further["site_url"] == "https://city.example/report/ar/"
    assert first["extra"]["languages"] == further["extra"]["languages"]
    assert [one["folder"] for one in first["extra"]["languages"]] == ["", "ar/"]


def test_pages_say_that_they_are_in_english_where_a_language_has_no_catalogue(
    settings: Settings,
) -> None:
    """The theme's words, the direction, and the language of the page are those of the sentences."""
    two = (*LANGUAGES, SiteLanguage(Localization("he"), "לרקהייבן"))
    said = written(settings.in_language("he"), two)

    assert (said["theme"]["language"], said["extra"]["language"]) == ("en", "en-US")
    assert "direction" not in said["theme"]
    assert (said["site_name"], said["extra"]["tag"]) == ("לרקהייבן", "he")


@pytest.mark.parametrize(
    ("language", "of_theme"),
    [("en-GB", "en"), ("pt-BR", "pt-BR"), ("zh-Hant", "zh-Hant"), ("es-MX", "es"), ("gd", "en")],
)
def test_the_theme_speaks_the_nearest_language_that_it_has(language: str, of_theme: str) -> None:
    """A region's theme words are its language's; where there are none, English stands in."""
    assert theme_language(language) == of_theme


def test_languages_are_called_what_they_call_themselves() -> None:
    """Their regions are named only where two would have one name."""
    assert list(language_names(["en-US", "es", "ru"]).values()) == ["English", "Español", "Русский"]
    assert len(set(language_names(["en-US", "en-GB"]).values())) == 2


@pytest.mark.usefixtures("made_catalog")
def test_the_nav_and_what_is_around_pages_are_in_the_language(settings: Settings) -> None:
    """No word of the English file is left; what a report calls a page itself stays."""
    settings.mkdocs_config.write_text("nav:\n  - Goals: goals.md\n  - Ours: ideas.md\n", "utf-8")
    made = Localization(MADE)
    further = written(settings.in_language(MADE), [*LANGUAGES, SiteLanguage(made, "Promises")])

    goals = next(kind for kind in PAGE_KINDS if kind.address == addresses.GOALS)
    titles = [next(iter(entry)) for entry in further["nav"]]
    assert titles == [made(goals.section), "Ours"]
    assert set(further["extra"]["words"].values()).isdisjoint(ours()["extra"]["words"].values())
    names = [palette["toggle"]["name"] for palette in further["theme"]["palette"]]
    assert not any("palette" in name for name in names)


def test_own_style_sheets_and_scripts_come_after_the_programs(settings: Settings) -> None:
    """A report adds to them; what was once a style sheet of its own is in the one there is."""
    own = "extra_css: [assets/css/tokens.css, own.css]\nextra_javascript: [own.js]\n"
    settings.mkdocs_config.write_text(own, "utf-8")
    whole = written(settings, LANGUAGES)

    assert whole["extra_css"] == [STYLESHEET, "own.css"]
    assert whole["extra_javascript"] == ["assets/js/report.js", "own.js"]
