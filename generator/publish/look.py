"""A report's own colors and typeface as rules of the style sheet, and the fonts they lead to."""

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from generator.core.typefaces import font_files
from generator.model.look import Look
from generator.theme import ASSETS

_TOKENS = ASSETS / "css" / "tokens.css"
_FAMILY = "Own Sans"
_BOLD = 600
_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "pnum", "lnum")
"""What of a typeface's features pages need; the rest is weight."""


@dataclass(frozen=True, slots=True)
class _WebFont:
    """One file of a typeface as browsers get it, with its rule of the style sheet."""

    path: str
    rule: str
    content: bytes
    is_upright: bool


def fonts_at_first(look: Look) -> list[str]:
    """Return the fonts that every page shows, so that a browser may ask for them at once."""
    fonts = _web_fonts(look.typeface) if look.typeface else ()
    return [font.path for font in fonts if font.is_upright]


def look_files(look: Look) -> dict[str, bytes]:
    """Return the fonts of a look by path; none where its typeface is the usual one."""
    fonts = _web_fonts(look.typeface) if look.typeface else ()
    return {font.path: font.content for font in fonts}


def look_rules(look: Look) -> str:
    """Return a look as rules that come after the program's own; empty where all is as usual."""
    fonts = _web_fonts(look.typeface) if look.typeface else ()
    rules = [font.rule for font in fonts]
    if fonts:
        rules.append(f':root {{ --r-font: "{_FAMILY}", "Report Sans", "Report Sans Fallback"; }}')
    if look.color or look.color_dark:
        light, dark = _usual_colors()
        colors = _either(look.color or light, look.color_dark or dark)
        places = ":root, [data-md-color-scheme]"
        rules.append(f"@media screen {{ {places} {{ --r-accent: {colors}; }} }}")
    return "\n".join(rules)


def _either(light: str, dark: str) -> str:
    """Return a color for light and one for dark paper, as the program's style sheet writes them."""
    return f"var(--r-light, {light}) var(--r-dark, {dark})"


@cache
def _usual_colors() -> tuple[str, str]:
    usual = re.escape(_either("LIGHT", "DARK")).replace("LIGHT", "(.*?)").replace("DARK", "(.*?)")
    found = re.search(rf"--r-accent: {usual};", _TOKENS.read_text("utf-8"))
    assert found  # noqa: S101  # a line of the program's own style sheet
    return found[1], found[2]


@cache
def _web_fonts(package: str) -> tuple[_WebFont, ...]:
    """Return the faces of a package's typeface that pages use: upright, bold, italic."""
    faces: dict[tuple[str, str], _WebFont] = {}
    for file in font_files(package):
        with TTFont(file, fontNumber=0, recalcTimestamp=False) as font:
            weight, style = _weight_of(font), "italic" if _is_italic(font) else "normal"
            if weight is None or (weight, style) in faces:
                continue
            path = f"assets/fonts/own-{len(faces)}.woff2"
            rule = (
                f'@font-face {{ font-family: "{_FAMILY}"; font-style: {style}; '
                f'font-weight: {weight}; font-display: swap; src: url("../fonts/'
                f'{Path(path).name}") format("woff2"); }}'
            )
            faces[weight, style] = _WebFont(path, rule, _cut(font), style == "normal")
    return tuple(faces.values())


def _weight_of(font: TTFont) -> str | None:
    """Return the weights for which a font is used, as CSS has them; None for one that is not."""
    axes = {axis.axisTag: axis for axis in font["fvar"].axes} if "fvar" in font else {}
    if "wght" in axes:
        return f"{axes['wght'].minValue:.0f} {axes['wght'].maxValue:.0f}"
    given = font["OS/2"].usWeightClass
    return {400: "400", _BOLD: "600 700", 700: "600 700"}.get(given)


def _is_italic(font: TTFont) -> bool:
    return bool(font["OS/2"].fsSelection & 1)


def _cut(font: TTFont) -> bytes:
    """Return a font with the letters that the program's own has on pages, for the web."""
    options = Options()
    options.layout_features, options.flavor = list(_FEATURES), "woff2"
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=_letters())
    subsetter.subset(font)
    made = BytesIO()
    font.flavor = "woff2"
    font.save(made)
    return made.getvalue()


@cache
def _letters() -> frozenset[int]:
    spans = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", _TOKENS.read_text("utf-8"))
    return frozenset(
        point
        for first, last in spans
        for point in range(int(first, 16), int(last or first, 16) + 1)
    )
