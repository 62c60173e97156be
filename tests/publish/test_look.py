"""A report's own colors, logo, and typeface reach its pages; without any nothing is different."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import yaml
from fontTools.ttLib import TTFont

from generator.core.settings import Settings
from generator.model.look import Look
from generator.publish.configuration import whole_configuration
from generator.publish.look import STYLES, look_files
from generator.publish.site_languages import ENGLISH_ONLY

OWN = Look(color="#7a1f4f", logo="gull.png", typeface="fontpkg-source-sans-3")


def configured(folder: Path, look: Look) -> dict:
    """Return the configuration of a site with a look."""
    [language] = ENGLISH_ONLY
    return yaml.safe_load(whole_configuration(Settings(folder), [replace(language, look=look)]))


def test_what_is_as_usual_has_no_files_of_its_own(tmp_path: Path) -> None:
    """Without a look there is no further style sheet, and the configuration names none."""
    assert look_files(Look()) == {}
    said = configured(tmp_path, Look())
    assert STYLES not in said["extra_css"]
    assert "logo" not in said["theme"]


def test_the_style_sheet_comes_after_the_programs(tmp_path: Path) -> None:
    """The last style sheet decides; the logo is a picture of the report."""
    said = configured(tmp_path, OWN)
    assert said["extra_css"][-1] == STYLES
    assert said["theme"]["logo"] == "media/gull.png"
    assert said["extra"]["own_fonts"] == ["assets/fonts/own-1.woff2"]
    assert configured(tmp_path, Look(color="#7a1f4f"))["extra"]["own_fonts"] == []


def test_a_color_that_is_not_given_stays() -> None:
    """One color changes one palette."""
    [css] = look_files(Look(color_dark="#f2a8cd")).values()
    assert b"--r-accent: light-dark(#173f77, #f2a8cd)" in css


def test_the_typeface_is_cut_for_the_web() -> None:
    """Its files are few and small, and each is named in the style sheet."""
    files = look_files(OWN)
    fonts = {path: raw for path, raw in files.items() if path.endswith(".woff2")}
    assert sorted(fonts) == ["assets/fonts/own-0.woff2", "assets/fonts/own-1.woff2"]
    assert all(f"../fonts/{Path(path).name}".encode() in files[STYLES] for path in fonts)
    for raw in fonts.values():
        assert len(raw) < 60_000
        assert ord("é") in TTFont(BytesIO(raw)).getBestCmap()
