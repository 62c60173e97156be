"""A report's own colors, logo, and typeface reach its pages; without any nothing is different."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import yaml
from fontTools.ttLib import TTFont

from generator.core.settings import Settings
from generator.model.look import Look
from generator.publish.configuration import whole_configuration
from generator.publish.look import look_files, look_rules
from generator.publish.site_languages import ENGLISH_ONLY
from generator.publish.stylesheet import STYLESHEET, stylesheet

OWN = Look(color="#7a1f4f", logo="gull.png", typeface="fontpkg-source-sans-3")


def configured(folder: Path, look: Look) -> dict:
    """Return the configuration of a site with a look."""
    [language] = ENGLISH_ONLY
    return yaml.safe_load(whole_configuration(Settings(folder), [replace(language, look=look)]))


def test_what_is_as_usual_has_no_rules_of_its_own(tmp_path: Path) -> None:
    """Without a look there are no further rules and fonts, and no logo."""
    assert look_files(Look()) == {}
    assert look_rules(Look()) == ""
    assert "logo" not in configured(tmp_path, Look())["theme"]


def test_a_look_is_in_the_one_style_sheet(tmp_path: Path) -> None:
    """Its rules come last and decide; the logo is a picture of the report."""
    rules = look_rules(OWN)
    assert stylesheet(rules).decode().rstrip().endswith(rules)
    said = configured(tmp_path, OWN)
    assert said["extra_css"] == [STYLESHEET]
    assert said["theme"]["logo"] == "media/gull.png"
    assert said["extra"]["own_fonts"] == ["assets/fonts/own-1.woff2"]
    assert "own_fonts" not in configured(tmp_path, Look(color="#7a1f4f"))["extra"]


def test_a_color_that_is_not_given_stays() -> None:
    """One color changes one palette."""
    rules = look_rules(Look(color_dark="#f2a8cd"))
    assert "--r-accent: var(--r-light, #173f77) var(--r-dark, #f2a8cd)" in rules


def test_the_typeface_is_cut_for_the_web() -> None:
    """Its files are few and small, and each is named in the style sheet."""
    fonts, rules = look_files(OWN), look_rules(OWN)
    assert sorted(fonts) == ["assets/fonts/own-0.woff2", "assets/fonts/own-1.woff2"]
    assert all(f"../fonts/{Path(path).name}" in rules for path in fonts)
    for raw in fonts.values():
        assert len(raw) < 60_000
        assert ord("é") in TTFont(BytesIO(raw)).getBestCmap()
