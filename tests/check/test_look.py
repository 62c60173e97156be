"""The colors against which a report's own are checked are those of the style sheet."""

import re
from collections.abc import Callable

from generator.check.look import BACKGROUNDS, contrast
from generator.check.rule import RuleContext
from generator.check.rules import check_report
from generator.theme import ASSETS


def test_the_backgrounds_are_those_of_the_style_sheet() -> None:
    """Each palette has the two backgrounds that tokens.css gives it."""
    css = (ASSETS / "css" / "tokens.css").read_text("utf-8")
    either = r"--r-(?:paper|wash): var\(--r-light, (#\w{6})\) var\(--r-dark, (#\w{6})\);"
    pairs = re.findall(either, css)

    light, dark = zip(*pairs, strict=True)
    assert {"color": ("light", light), "color_dark": ("dark", dark)} == BACKGROUNDS


def test_contrast_is_that_of_the_guidelines() -> None:
    """Black on white is 21:1, a color on itself 1:1, and the order does not matter."""
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    assert contrast("#7a1f4f", "#7a1f4f") == 1
    assert contrast("#767676", "#ffffff") == contrast("#ffffff", "#767676") > 4.5


def test_a_logo_and_a_typeface_that_are_not_there_are_found(
    case: Callable[..., RuleContext],
) -> None:
    """A logo is a picture of the report, a typeface a package that is installed."""
    own = 'look:\n  logo: "logo.png"\n  typeface: "fontpkg-nowhere"\nas_of:'
    subject = case(edits=(("report.yml", "as_of:", own),))

    found = {issue.code: issue.found for issue in check_report(subject)}
    assert found["R704"] == 'the file "logo.png", which is not in content/media'
    assert found["R706"] == 'the typeface "fontpkg-nowhere", which is not installed'
