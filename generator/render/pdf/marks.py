"""Colors and shapes of printed documents: the site's light palette, the site's outlines."""

import re

from generator.render.glyphs import MARKS, SHAPES
from generator.theme import ASSETS
from generator.views.base.blocks import Signal
from generator.views.charts.shapes import Mark

PALETTE: dict[str, str] = dict(
    re.findall(
        r"--r-(?:tone-)?([a-z]+): var\(--r-light, (#[0-9a-f]{6})",
        (ASSETS / "css" / "tokens.css").read_text("utf-8"),
    )
)
"""Colors by name: those of the site on light paper; whatever a document prints is one of these."""

_VAGUE = 30
"""Percent of a tone in the filling of a mark whose place is vague."""


_OUTDATED = 45
"""Percent of a tone in the filling of a state that is long ago."""


def signal_svg(signal: Signal) -> str:
    """Return a state's outline in its tone, as SVG; in dashes where it is long ago."""
    color, paper = PALETTE[signal.tone], PALETTE["paper"]
    dashes = ' stroke-dasharray="2.4 1.75"' if signal.outdated else ""
    full = mixed(signal.tone, _OUTDATED) if signal.outdated else color
    looks = {
        "line": f'fill="none" stroke="{color}" stroke-width="2"{dashes}',
        "full": f'fill="{full}"',
        "cut": f'fill="none" stroke="{paper}" stroke-width="2"',
    }
    return _svg("0 0 16 16", SHAPES[signal.state.shape], looks)


def mark_svg(mark: Mark) -> str:
    """Return a drawing's mark around the middle of a field of 18 by 18, as SVG."""
    color, paper = PALETTE[mark.tone], PALETTE["paper"]
    filled = f'fill="{color}"'
    outline = f'fill="{paper}" stroke="{color}" stroke-width="1.8"'
    full = f'fill="{color}" stroke="{paper}" stroke-width="1.5" paint-order="stroke"'
    looks = {
        "full": full,
        "hollow": f'{outline} stroke-dasharray="2.4 1.6"',
        "vague": f'fill="{mixed(mark.tone, _VAGUE)}" stroke="{color}" stroke-width="2"',
    }
    return _svg(
        "-9 -9 18 18", MARKS[mark.shape], {"f": looks[mark.look], "g": filled, "o": outline}
    )


def mixed(tone: str, percent: int) -> str:
    """Return a color thinned by the paper's, as a hexadecimal color."""
    pairs = zip(_channels(PALETTE[tone]), _channels(PALETTE["paper"]), strict=True)
    return "#" + "".join(f"{(a * percent + b * (100 - percent)) // 100:02x}" for a, b in pairs)


def _channels(color: str) -> tuple[int, ...]:
    return tuple(int(color[place : place + 2], 16) for place in (1, 3, 5))


def _svg(box: str, shapes: str, looks: dict[str, str]) -> str:
    for name, look in looks.items():
        shapes = shapes.replace(f'class="{name}"', look)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shapes}</svg>'
