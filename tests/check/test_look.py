"""The colors against which a report's own are checked are those of the style sheet."""

import re

from generator.check.look import BACKGROUNDS, contrast
from generator.theme import ASSETS


def test_the_backgrounds_are_those_of_the_style_sheet() -> None:
    """Each palette has the two backgrounds that tokens.css gives it."""
    css = (ASSETS / "css" / "tokens.css").read_text("utf-8")
    pairs = re.findall(r"--r-(?:paper|wash): light-dark\((#\w{6}), (#\w{6})\)", css)

    light, dark = zip(*pairs, strict=True)
    assert {"color": ("light", light), "color_dark": ("dark", dark)} == BACKGROUNDS


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21:1, a color on itself 1:1, and the order does not matter."""
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    assert contrast("#7a1f4f", "#7a1f4f") == 1
    assert contrast("#767676", "#ffffff") == contrast("#ffffff", "#767676") > 4.5
