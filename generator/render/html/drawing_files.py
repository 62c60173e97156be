"""Drawings as files of their own: all that a page gives them is inside."""

import re
import textwrap
from functools import cache

from generator.render.html.environment import SiteEnvironment
from generator.render.pdf.marks import PALETTE
from generator.theme import ASSETS
from generator.views.base.page_groups import DrawingFile

_RULE = re.compile(r"^[^{}@/]*\.r-drawing[^{]*\{[^}]*\}", re.MULTILINE)
"""A rule of the style sheet for what is in a drawing."""
_VARIABLE = re.compile(r"var\(--r-(?:tone-)?([a-z]+)\)")
_THINNED = re.compile(r"color-mix\([^;]+")
_LONGEST_LINE = 80


def drawing_file(environment: SiteEnvironment, file: DrawingFile) -> str:
    """Return a drawing as SVG with its title, key, and colors on light paper."""
    title = textwrap.wrap(environment.words(file.drawing.title), _LONGEST_LINE)
    template = environment.get_template("drawing.svg.j2")
    return template.render(file=file, title=title, style=_style(), paper=PALETTE["paper"])


@cache
def _style() -> str:
    """Return the rules of drawings for programs that know no variables and mix no colors."""
    rules = _RULE.findall((ASSETS / "css" / "charts.css").read_text("utf-8"))
    plain = _VARIABLE.sub(lambda found: PALETTE[found[1]], "".join(rules))
    return " ".join(_THINNED.sub("currentColor; fill-opacity: 0.3", plain).split())
