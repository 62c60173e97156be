"""The web fonts are cut from their source by the maintainer's command, and may be shared."""

import re
from io import BytesIO

import fonts
import pytest
from fontTools.ttLib import TTFont

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cut():
    """Return the fonts as the command cuts them now, by file name."""
    return fonts.web_fonts()


def test_committed_fonts_are_what_the_command_makes(cut):
    """Anybody who runs the command gets the very bytes that the repository holds."""
    committed = {path.name: path.read_bytes() for path in fonts.FOLDER.glob("*.woff2")}
    assert cut == committed


def test_committed_print_fonts_are_what_the_command_makes():
    """So do those of printed documents, of which each is one weight and slope."""
    committed = {path.name: path.read_bytes() for path in fonts.PRINT_FOLDER.glob("*.ttf")}
    made = fonts.print_fonts()
    assert made == committed
    faces = [TTFont(BytesIO(content)) for content in made.values()]
    assert not any("fvar" in face for face in faces)
    assert [face["OS/2"].usWeightClass for face in faces] == [f.weight for f in fonts.PRINT_FACES]


@pytest.mark.parametrize("folder", [fonts.FOLDER, fonts.PRINT_FOLDER], ids=["web", "print"])
def test_license_travels_with_the_fonts(folder):
    """The folders that hold the fonts hold their license, word for word."""
    text = (folder / "OFL.txt").read_bytes()
    assert text == fonts.license_text()
    assert b"SIL OPEN FONT LICENSE" in text


def test_family_drops_the_reserved_name_and_keeps_copyright_and_license(cut):
    """No name a program shows as the font's own says "Source", yet its makers are still named."""
    for content in (*cut.values(), *fonts.print_fonts().values()):
        names = {entry.nameID: str(entry) for entry in TTFont(BytesIO(content))["name"].names}
        own = [names[name_id] for name_id in fonts.OWN_NAMES if name_id in names]
        assert own
        assert not any("source" in name.lower() for name in own)
        assert "Adobe" in names[0]
        assert "Open Font License" in names[13]


def test_each_font_is_small(cut):
    """No single font costs a reader more than 16 kB."""
    assert max(map(len, cut.values())) < 16_000


def test_style_sheet_offers_each_font_for_exactly_its_characters(root):
    """The style sheet's ranges are the command's, so that no character falls between two files."""
    css = (root / "generator/theme/assets/css/tokens.css").read_text("utf-8")
    faces = re.findall(
        r"fonts/(report-sans-\w+-(\w+)\.woff2).*?unicode-range: ([^;]+);", css, re.DOTALL
    )
    assert sorted(name for name, _, _ in faces) == sorted(
        p.name for p in fonts.FOLDER.glob("*.woff2")
    )
    for _, alphabet, ranges in faces:
        assert _spans(ranges) == fonts.ALPHABETS[alphabet]


def _spans(ranges):
    ends = [item.strip().removeprefix("U+").split("-") for item in ranges.split(",")]
    return tuple((int(end[0], 16), int(end[-1], 16)) for end in ends)
