"""The report's typeface, cut from its published source: no part of a build.

`python .ci/fonts.py` writes the web fonts into `generator/theme/assets/fonts/` and
those of the printed documents into `generator/theme/templates/print/fonts/`. The source is Source
Sans 3 under the SIL Open Font License 1.1, which reserves the name "Source": a
cut version must be called something else, so it is named "Report Sans" and keeps the copyright
and licence entries. The same source gives the same bytes.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from generator.storage.atomic import write
from generator.theme import ASSETS, TEMPLATES

FAMILY = "Report Sans"
SOURCE_PACKAGE = "fontpkg_source_sans_3"
FOLDER = ASSETS / "fonts"
PRINT_FOLDER = TEMPLATES / "print" / "fonts"

_UPRIGHT = "SourceSans3[wght].ttf"
_ITALIC = "SourceSans3-Italic[wght].ttf"
_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "pnum", "lnum"]
# Name entries that carry the family's name: family, subfamily, unique id, full name,
# PostScript name, typographic family and subfamily, and the prefix for variations.
OWN_NAMES = (1, 2, 3, 4, 6, 16, 17, 25)
_LAST_COMMON_NAME = 255  # above it stand names that only the source's own axes and styles use


@dataclass(frozen=True, slots=True)
class Face:
    """One static weight or slope: its style name, source file and weight (100 to 900)."""

    style: str
    source: str
    weight: int


FACES = (
    Face("Regular", _UPRIGHT, 400),
    Face("SemiBold", _UPRIGHT, 600),
    Face("Italic", _ITALIC, 400),
)

# Split in two, because most pages need the first file only; the style sheet's `unicode-range`
# says the same. `latin` holds Latin-1, punctuation, arrows, relations, shapes and check marks;
# `extended` holds Latin Extended-A and Cyrillic.
ALPHABETS: dict[str, tuple[tuple[int, int], ...]] = {
    "latin": (
        (0x20, 0x7E),
        (0xA0, 0xFF),
        (0x152, 0x153),
        (0x2002, 0x200A),
        (0x2010, 0x2015),
        (0x2018, 0x2022),
        (0x2026, 0x2026),
        (0x202F, 0x2033),
        (0x2039, 0x203A),
        (0x20AC, 0x20AC),
        (0x2122, 0x2122),
        (0x2190, 0x2193),
        (0x2212, 0x2212),
        (0x2248, 0x2248),
        (0x2260, 0x2265),
        (0x25A0, 0x25CF),
        (0x2713, 0x2717),
    ),
    "extended": ((0x100, 0x151), (0x154, 0x17F), (0x400, 0x45F), (0x490, 0x491), (0x2116, 0x2116)),
}


def web_fonts() -> dict[str, bytes]:
    """Return every web font by file name, such as `report-sans-regular-latin.woff2`.

    Raises ModuleNotFoundError where the source package (a development dependency) is missing.
    """
    return {
        f"report-sans-{face.style.lower()}-{alphabet}.woff2": _cut(
            face, list(_code_points(alphabet)), "woff2"
        )
        for face in FACES
        for alphabet in ALPHABETS
    }


PRINT_FACES = (*FACES, Face("SemiBold Italic", _ITALIC, 600))


def print_fonts() -> dict[str, bytes]:
    """Return every font of printed documents by file name, such as `report-sans-regular.ttf`.

    One weight a file, and few features: a typesetter that has to reckon each letter's place
    between two weights takes a tenth longer. Characters beyond these come from the whole source.
    """
    points = [point for alphabet in ALPHABETS for point in _code_points(alphabet)]
    return {
        f"report-sans-{face.style.lower().replace(' ', '-')}.ttf": _cut(face, points, None)
        for face in PRINT_FACES
    }


def license_text() -> bytes:
    """Return the licence text that must accompany the fonts."""
    return (files(SOURCE_PACKAGE) / "LICENSE").read_bytes()


def _cut(face: Face, points: list[int], flavour: str | None) -> bytes:
    source = BytesIO((files(SOURCE_PACKAGE) / "files" / face.source).read_bytes())
    font = TTFont(source, recalcTimestamp=False)
    # Subset first: instancing is the costly step and then works on a tenth of the glyphs.
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    static = instantiateVariableFont(font, {"wght": face.weight})
    static.recalcTimestamp = False
    _rename(static, face.style)
    static.flavor = flavour
    packed = BytesIO()
    static.save(packed)
    return packed.getvalue()


def _options() -> Options:
    options = Options()
    options.layout_features = _FEATURES
    options.name_IDs = ["*"]
    options.hinting = False
    options.notdef_outline = True
    return options


def _code_points(alphabet: str) -> Iterator[int]:
    for first, last in ALPHABETS[alphabet]:
        yield from range(first, last + 1)


def _rename(font: TTFont, style: str) -> None:
    names = font["name"]
    for entry in list(names.names):
        if entry.nameID in OWN_NAMES or entry.nameID > _LAST_COMMON_NAME:
            names.removeNames(entry.nameID, entry.platformID, entry.platEncID, entry.langID)
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    naming = {
        1: f"{FAMILY} {style}",
        2: "Regular",
        3: postscript,
        4: f"{FAMILY} {style}",
        6: postscript,
        16: FAMILY,
        17: style,
    }
    for name_id, text in naming.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "STAT" in font:
        del font["STAT"]


def main(folder: Path = FOLDER, print_folder: Path = PRINT_FOLDER) -> int:
    """Write the fonts and their licence into their folders and say how large each is."""
    for place, fonts in ((folder, web_fonts()), (print_folder, print_fonts())):
        write(place / "OFL.txt", license_text())
        for name, content in fonts.items():
            write(place / name, content)
            sys.stdout.write(f"{name}: {len(content)} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
