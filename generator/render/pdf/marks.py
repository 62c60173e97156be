"""Colours and shapes of printed documents: the site's light palette, the site's outlines.

Tests hold them against the style sheets and templates of the site, and compute their contrast.
"""

from generator.views.charts.shapes import Mark

PALETTE = {
    "paper": "#ffffff",
    "wash": "#f5f4f0",
    "ink": "#17202a",
    "quiet": "#535e69",
    "rule": "#d8d8d3",
    "edge": "#7b858f",
    "accent": "#173f77",
    "warm": "#b4540a",
    "blue": "#1b5a96",
    "green": "#1c6b3c",
    "amber": "#8a5000",
    "red": "#a8201f",
    "violet": "#5f3f93",
}
"""Colours by name; whatever a document prints is one of these."""

TEXT_PAIRS = tuple(
    (text, ground)
    for text in ("ink", "quiet", "accent", "blue", "green", "amber", "red", "violet", "warm")
    for ground in ("paper", "wash")
)
"""Which colours text has on which ground."""

_SHAPES = {
    "dots": '<circle class="line" stroke-dasharray="2.6 2.55" cx="8" cy="8" r="6.6"/>',
    "ring": '<circle class="line" cx="8" cy="8" r="6.6"/>',
    "half": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<path class="full" d="M8 2a6 6 0 0 1 0 12z"/>',
    "arrow": '<circle class="full" cx="8" cy="8" r="7.6"/>'
    '<path class="cut" d="M4 8h7M8.2 4.8 11.4 8l-3.2 3.2"/>',
    "triangle": '<path class="full" d="M8 .6 15.8 15H.2z"/>'
    '<path class="cut" d="M8 5.5v4.5M8 11.3v2"/>',
    "octagon": '<path class="full" d="M4.9.4h6.2l4.5 4.5v6.2l-4.5 4.5H4.9L.4 11.1V4.9z"/>'
    '<path class="cut" d="M8 3.3v5.8M8 10.8v2.1"/>',
    "bars": '<path class="full" d="M2.5 1.5h4v13h-4zM9.5 1.5h4v13h-4z"/>',
    "check": '<circle class="full" cx="8" cy="8" r="7.6"/>'
    '<path class="cut" d="m4.3 8.2 2.6 2.7 4.9-5.6"/>',
    "target": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<circle class="full" cx="8" cy="8" r="3.3"/>',
    "square": '<path class="full" d="M1.5 1.5h13v13h-13z"/>',
    "cross": '<path class="line" d="m2.5 2.5 11 11M13.5 2.5l-11 11"/>',
    "merge": '<path class="line" d="M3 1v3.5L8 9.5V15M13 1v3.5L8 9.5"/>',
    "steps": '<path class="line" d="m2 2 6 6-6 6M8 2l6 6-6 6"/>',
    "dash": '<path class="line" d="M1.5 8h13"/>',
    "quarter": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<path class="full" d="M8 8V2a6 6 0 0 1 6 6z"/>',
    "most": '<circle class="line" cx="8" cy="8" r="6.6"/>'
    '<path class="full" d="M8 8V2a6 6 0 1 1-6 6z"/>',
    "disc": '<circle class="full" cx="8" cy="8" r="7.6"/>',
    "clock": '<circle class="line" cx="8" cy="8" r="6.6"/><path class="line" d="M8 4v4.5l3 1.8"/>',
    "hollow": '<path class="line" d="M8 2.2 14.5 14h-13z"/>',
    "wedge": '<path class="full" d="M.5 1.5h15L8 15z"/>',
    "box": '<path class="line" d="M2.2 2.2h11.6v11.6H2.2z"/>',
    "wave": '<path class="line" d="M1.2 9.5C3 5.5 5.5 5.5 8 8s5 2.5 6.8-1.5"/>',
}

_SIGNALS: dict[str, dict[str, tuple[str, str]]] = {
    "status": {
        "proposed": ("dots", "quiet"),
        "not_started": ("ring", "quiet"),
        "under_way": ("half", "blue"),
        "on_track": ("arrow", "green"),
        "at_risk": ("triangle", "amber"),
        "off_track": ("octagon", "red"),
        "paused": ("bars", "violet"),
        "completed": ("check", "green"),
        "ongoing": ("target", "green"),
        "ended": ("square", "quiet"),
        "cancelled": ("cross", "red"),
        "merged": ("merge", "quiet"),
        "superseded": ("steps", "quiet"),
        "not_reported": ("dash", "quiet"),
    },
    "phase": {
        "investigation": ("quarter", "blue"),
        "discovery": ("half", "blue"),
        "implementation": ("most", "blue"),
        "adaptation": ("disc", "blue"),
        "closed": ("square", "quiet"),
        "not_assessed": ("dash", "quiet"),
    },
    "confidence": {
        "green": ("disc", "green"),
        "amber": ("triangle", "amber"),
        "red": ("octagon", "red"),
        "not_assessed": ("dash", "quiet"),
    },
    "freshness": {
        "current": ("check", "green"),
        "due": ("clock", "blue"),
        "late": ("hollow", "amber"),
        "stale": ("wedge", "red"),
        "none": ("box", "quiet"),
        "not_due": ("dash", "quiet"),
        "not_measurable": ("wave", "quiet"),
    },
}

_BOX = '<path class="o" d="M-6-6H6V6H-6z"/>'
_DIAMOND = '<path class="o" d="M0-6.2 6.2 0 0 6.2-6.2 0z"/>'
_MARKS = {
    "circle": '<circle class="f" r="5"/>',
    "square": '<path class="f" d="M-4.6-4.6h9.2v9.2h-9.2z"/>',
    "triangle": '<path class="f" d="M0-6 6 5H-6z"/>',
    "star": '<path class="f" d="M-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z"/>',
    "cross": '<path class="f" d="M-5.5-3.5-3.5-5.5 0-2 3.5-5.5 5.5-3.5 2 0 5.5 3.5 3.5 5.5 0 2'
    '-3.5 5.5-5.5 3.5-2 0z"/>',
    "diamond": '<path class="f" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/>',
    "planned": _DIAMOND,
    "moved": _DIAMOND + '<circle class="g" r="2.2"/>',
    "reached": '<path class="f" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/>',
    "part": _DIAMOND + '<path class="g" d="M0-6.2V6.2L-6.2 0z"/>',
    "missed": _DIAMOND + '<path class="o" d="m-3.1-3.1 6.2 6.2M3.1-3.1l-6.2 6.2"/>',
    "ring": '<circle class="o" r="4.6"/>',
    "tick": '<path class="o" d="M0-5V5"/>',
    "phase-investigation": _BOX + '<path class="g" d="M-6 3H6V6H-6z"/>',
    "phase-discovery": _BOX + '<path class="g" d="M-6 0H6V6H-6z"/>',
    "phase-implementation": _BOX + '<path class="g" d="M-6-3H6V6H-6z"/>',
    "phase-adaptation": '<path class="g" d="M-7-7H7V7H-7z"/>',
    "phase-closed": _BOX + '<path class="o" d="m-6-6 12 12M6-6-6 6"/>',
    "phase-not_assessed": _BOX,
}

_VAGUE = 30
"""Percent of a tone in the filling of a mark whose place is vague."""


def signal_tone(axis: str, key: str) -> str:
    """Return the name of a signal's colour."""
    return _SIGNALS[axis][key][1]


def signal_svg(axis: str, key: str) -> str:
    """Return a signal's outline in its colour, as SVG."""
    shape, tone = _SIGNALS[axis][key]
    colour, paper = PALETTE[tone], PALETTE["paper"]
    looks = {
        "line": f'fill="none" stroke="{colour}" stroke-width="2"',
        "full": f'fill="{colour}"',
        "cut": f'fill="none" stroke="{paper}" stroke-width="2"',
    }
    return _svg("0 0 16 16", _SHAPES[shape], looks)


def mark_svg(mark: Mark) -> str:
    """Return a drawing's mark around the middle of a field of 18 by 18, as SVG."""
    colour, paper = PALETTE[mark.tone], PALETTE["paper"]
    filled = f'fill="{colour}"'
    outline = f'fill="{paper}" stroke="{colour}" stroke-width="1.8"'
    full = f'fill="{colour}" stroke="{paper}" stroke-width="1.5" paint-order="stroke"'
    looks = {
        "full": full,
        "hollow": f'{outline} stroke-dasharray="2.4 1.6"',
        "vague": f'fill="{mixed(mark.tone, _VAGUE)}" stroke="{colour}" stroke-width="2"',
    }
    return _svg(
        "-9 -9 18 18", _MARKS[mark.shape], {"f": looks[mark.look], "g": filled, "o": outline}
    )


def mixed(tone: str, percent: int) -> str:
    """Return a colour thinned by the paper's, as a hexadecimal colour."""
    pairs = zip(_channels(PALETTE[tone]), _channels(PALETTE["paper"]), strict=True)
    return "#" + "".join(f"{(a * percent + b * (100 - percent)) // 100:02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def _svg(box: str, shapes: str, looks: dict[str, str]) -> str:
    for name, look in looks.items():
        shapes = shapes.replace(f'class="{name}"', look)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shapes}</svg>'
